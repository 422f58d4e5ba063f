//! What is wrong with an answers file, as people read it.

use super::conversation::figures;
use super::diagnostic::place;
use super::number::{count, date, percent};
use super::snippet::Weight;
use super::toml_file::{Words, listed};
use crate::assessment::answers_file::limits::MOST_PROCESSES;
use crate::assessment::answers_file::{FileFault, Noun, Problem, Remark};
use crate::toml_file::{Shape, Slip};

/// First lines of a new answers file.
pub const HEADING: &str = "# Antworten für waage. Diese Datei gehört Ihnen und bleibt auf Ihrem Rechner.\n# Sie dürfen sie lesen, ändern und mit eigenen Bemerkungen versehen.\n\n";

/// All faults with their lines, and a closing line that counts them.
pub fn faults(faults: &[FileFault], path: &str, text: &str, colour: bool) -> String {
    let mut out = listed(faults, Weight::Error, path, text, colour, words);
    out.push_str(&count(faults.len(), "Fehler", "Fehler"));
    out.push_str(" in der Antwortdatei. Sie bleibt unverändert.");
    out
}

/// All faults for programs: a stable name, line and column, and what is wrong with what to do about it.
pub fn plainly<'f>(
    faults: &'f [FileFault],
    text: &'f str,
) -> impl Iterator<Item = (&'static str, (usize, usize), String)> + 'f {
    faults.iter().map(move |fault| {
        let Words { code, sentence, remedy } = words(&fault.problem);
        let remedy = fault.suggestion.as_ref().map_or(remedy, |it| format!("meinten Sie „{it}“?"));
        (code, place(text, fault.span.start), format!("{sentence}: {remedy}"))
    })
}

/// What the content no longer knows, and what is probably meant otherwise.
pub fn notes(notes: &[FileFault], path: &str, text: &str, colour: bool) -> String {
    listed(notes, Weight::Note, path, text, colour, |problem| match problem {
        Problem::Unknown { .. } => Words {
            remedy: "Die Inhalte haben sich seitdem geändert. Die Angabe bleibt stehen und zählt nicht mit"
                .into(),
            ..words(problem)
        },
        _ => words(problem),
    })
}

fn words(problem: &Problem) -> Words {
    match problem {
        Problem::Slip(slip) => Words::of(slip, remedy(slip)),
        Problem::Unknown { noun, id } => {
            Words::new("unknown-reference", format!("{} „{id}“ gibt es nicht", name(*noun)), choices(*noun))
        }
        Problem::Replaced { noun, id, by } => Words::new(
            "withdrawn-reference",
            format!("{} „{id}“ gibt es nicht mehr", name(*noun)),
            format!("an ihre Stelle ist „{by}“ getreten, die Angabe gilt dafür weiter"),
        ),
        Problem::UnknownOption { question, id, options } => Words::new(
            "unknown-option",
            format!("Die Frage „{question}“ hat keine Antwort „{id}“"),
            format!("möglich sind: {}", options.join(", ")),
        ),
        Problem::NotOneAnswer { given } => Words::new(
            "not-one-answer",
            match given {
                0 => "Hier fehlt die Antwort".to_owned(),
                _ => format!("Hier stehen {given} Antworten auf dieselbe Frage"),
            },
            "genau eines davon: option = \"…\", unknown = true oder not_applicable = \"Grund\"",
        ),
        Problem::NoProcess => Words::new(
            "wrong-type",
            "Hier steht etwas anderes als ein Ablauf",
            "\"Angebote schreiben\" oder { process = \"Angebote schreiben\", tolerable_hours = 24 }",
        ),
        Problem::Doubtful(remark) => doubtful(remark),
        Problem::TooManyProcesses { given } => Words::new(
            "too-many-processes",
            format!("{given} Abläufe sind zu viele, höchstens {MOST_PROCESSES} sind möglich"),
            "die wichtigsten drei behalten",
        ),
    }
}

fn doubtful(remark: &Remark) -> Words {
    const YEAR: &str = "Jahr und Tag prüfen";
    match remark {
        Remark::Later { day, today } => Words::new(
            "later-date",
            format!("Der {} liegt nach dem Stichtag {}", date(*day), date(*today)),
            format!("{YEAR}; bis dahin zählt die Angabe wie eine vom Stichtag und hält keine Grenze ein"),
        ),
        Remark::LongAgo { day } => {
            Words::new("early-date", format!("Der {} liegt sehr lange zurück", date(*day)), YEAR)
        }
        Remark::FarOff { day } => {
            Words::new("far-date", format!("Bis zum {} plant niemand", date(*day)), YEAR)
        }
        Remark::BeforeDecision { day, taken } => Words::new(
            "date-before-decision",
            format!("Der {} liegt vor der Entscheidung vom {}", date(*day), date(*taken)),
            "beide Tage prüfen",
        ),
        Remark::CertainRuin { share } => Words::new(
            "certain-ruin",
            format!("Ein Schaden über der Reserve wäre hier in {} der Jahre tragbar", percent(*share)),
            "1 von 100 Jahren heißt 0.01",
        ),
        Remark::DeductibleAboveLimit => Words::new(
            "deductible-above-limit",
            "Der Selbstbehalt reicht bis zur Höchstsumme, die Versicherung zahlt kaum etwas",
            "Selbstbehalt (deductible_eur) und Höchstsumme (limit_eur) prüfen",
        ),
        Remark::Figures(doubt) => {
            let words = figures(doubt);
            Words::new(
                "doubtful-figure",
                words.trim_end_matches('.'),
                "die Zahl prüfen; stimmt sie, ist nichts zu tun",
            )
        }
    }
}

fn remedy(slip: &Slip) -> Option<&'static str> {
    match slip {
        Slip::Missing { key } => example(key),
        Slip::WrongShape { expected: Shape::Text, .. } => Some("zum Beispiel \"crafts\""),
        Slip::WrongShape { expected: Shape::Table, .. } => {
            Some("zum Beispiel [company] in einer eigenen Zeile")
        }
        Slip::WrongShape { expected: Shape::List, .. } => Some("zum Beispiel [\"website\", \"own-server\"]"),
        _ => None,
    }
}

fn example(key: &str) -> Option<&'static str> {
    Some(match key {
        "segment" | "employees" => "ergänzen oder mit „waage check DATEI“ weitermachen",
        "date" => "ergänzen, zum Beispiel date = 2026-11-21",
        "review" => "ergänzen, wann die Entscheidung wieder angesehen wird, zum Beispiel review = 2027-11-21",
        "reason" => "ergänzen, warum das Risiko getragen wird",
        "owner" => "ergänzen, wer das Risiko trägt",
        "verdict" => "ergänzen: verdict = \"do\" oder verdict = \"accept\"",
        "by" => "ergänzen, wer das gesagt hat, zum Beispiel by = \"it-provider\"",
        "premium_eur" | "deductible_eur" | "limit_eur" => {
            "Prämie, Selbstbehalt und Höchstsumme gehören zusammen"
        }
        "process" => "ergänzen, wie der Ablauf heißt",
        _ => return None,
    })
}

fn name(noun: Noun) -> &'static str {
    match noun {
        Noun::Question => "Die Frage",
        Noun::Option => "Die Antwort",
        Noun::SubTrade => "Das Gewerk",
        Noun::QuoteState => "Der Stand des Angebots",
        Noun::Segment => "Die Branche",
        Noun::Trait => "Das Merkmal",
        Noun::System => "Das System",
        Noun::Item => "Den Punkt der Digitalisierung",
        Noun::Incident => "Die Art von Vorfall",
        Noun::Measure => "Die Maßnahme",
        Noun::Role => "Die Rolle",
        Noun::State => "Das Bundesland",
        Noun::Evidence => "Den Beleg",
        Noun::Verdict => "Die Entscheidung",
        Noun::Tier => "Die Stufe",
        Noun::Rung => "Die Stufe des Plans",
        Noun::Call => "Der Kontakt",
        Noun::ContractPoint => "Der Vertragspunkt",
        Noun::Tick => "Das Ergebnis",
        Noun::Unit => "Die Lerneinheit",
    }
}

fn choices(noun: Noun) -> &'static str {
    match noun {
        Noun::Evidence => "möglich sind: claimed (gesagt), shown (gezeigt), tested (ausprobiert)",
        Noun::Verdict => "möglich sind: do (wird getan), accept (Risiko wird getragen)",
        Noun::Tier => "möglich sind: minimum, standard, extended",
        Noun::ContractPoint => "„waage content show“ mit dem Namen der Prüfliste zeigt alle Punkte",
        Noun::Unit => "die Dateien in knowledge/learning heißen wie die Einheiten",
        Noun::Tick => "möglich sind: yes (steht im Vertrag), no (fehlt), unclear (nachfragen)",
        Noun::Call => {
            "möglich sind: management (Leitung), deputy (Vertretung), provider (IT-Hilfe), bank, insurer (Versicherung), customers (wer Kunden informiert)"
        }
        Noun::Rung => {
            "möglich sind: pays (rechnet sich), baseline (Mindeststandard), reserve (Reserve geschützt)"
        }
        Noun::QuoteState => {
            "möglich sind: declined (wird nicht angeboten), in-place (ist nach Angabe erledigt)"
        }
        Noun::State => "die Abkürzung des Landes, zum Beispiel NW oder BY",
        Noun::Incident => "„waage content show calibration“ nennt alle Arten",
        Noun::Question
        | Noun::Option
        | Noun::Segment
        | Noun::SubTrade
        | Noun::Trait
        | Noun::System
        | Noun::Item
        | Noun::Measure
        | Noun::Role => "„waage content list“ nennt alle Kennungen",
    }
}
