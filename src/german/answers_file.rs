//! What is wrong with an answers file, as people read it.

use super::number::{count, decimal};
use super::snippet::{self, Weight};
use crate::assessment::answers_file::{FORMAT, FileFault, MOST_PROCESSES, Noun, Problem, Shape};

/// First lines of a new answers file.
pub const HEADING: &str = "# Antworten für waage. Diese Datei gehört Ihnen und bleibt auf Ihrem Rechner.\n# Sie dürfen sie lesen, ändern und mit eigenen Bemerkungen versehen.\n\n";

/// All faults with their lines, and a closing line that counts them.
pub fn faults(faults: &[FileFault], path: &str, text: &str, colour: bool) -> String {
    let mut out = listed(faults, Weight::Error, path, text, colour);
    out.push_str(&count(faults.len(), "Fehler", "Fehler"));
    out.push_str(" in der Antwortdatei. Sie bleibt unverändert.");
    out
}

/// What the content no longer knows.
pub fn notes(notes: &[FileFault], path: &str, text: &str, colour: bool) -> String {
    listed(notes, Weight::Note, path, text, colour)
}

fn listed(faults: &[FileFault], weight: Weight, path: &str, text: &str, colour: bool) -> String {
    let mut out = String::new();
    for fault in faults {
        let shown = snippet::Fault {
            weight,
            code: fault.problem.code(),
            sentence: sentence(&fault.problem),
            path,
            place: Some((text, fault.span.clone())),
            remedy: remedy(fault, weight),
        };
        out.push_str(&snippet::shown(&shown, colour));
        out.push_str("\n\n");
    }
    out
}

fn sentence(problem: &Problem) -> String {
    match problem {
        Problem::Syntax { detail } => format!("Das ist kein gültiges TOML ({detail})"),
        Problem::NewerFormat { found } => {
            format!("Die Datei hat das Format {found}, diese Version von waage liest bis {FORMAT}")
        }
        Problem::UnknownKey { key } => format!("Die Angabe „{key}“ gibt es hier nicht"),
        Problem::Missing { key } => format!("Hier fehlt die Angabe „{key}“"),
        Problem::WrongShape { expected } => format!("Hier steht etwas anderes als {}", shape(*expected)),
        Problem::OutOfRange { least, most } => out_of_range(*least, *most),
        Problem::NoSuchDay => "Diesen Tag gibt es nicht".to_owned(),
        Problem::Unknown { noun, id } => format!("{} „{id}“ gibt es nicht", name(*noun)),
        Problem::Replaced { noun, id, .. } => format!("{} „{id}“ gibt es nicht mehr", name(*noun)),
        Problem::UnknownOption { question, id, .. } => {
            format!("Die Frage „{question}“ hat keine Antwort „{id}“")
        }
        Problem::NotOneAnswer { given: 0 } => "Hier fehlt die Antwort".to_owned(),
        Problem::NotOneAnswer { given } => format!("Hier stehen {given} Antworten auf dieselbe Frage"),
        Problem::TooManyProcesses { given } => {
            format!("{given} Abläufe sind zu viele, höchstens {MOST_PROCESSES} sind möglich")
        }
    }
}

fn remedy(fault: &FileFault, weight: Weight) -> Option<String> {
    if let Some(meant) = &fault.suggestion {
        return Some(format!("meinten Sie „{meant}“?"));
    }
    let remedy = match &fault.problem {
        Problem::Syntax { .. } => {
            "Anführungszeichen, Klammern und Gleichheitszeichen in dieser Zeile prüfen".to_owned()
        }
        Problem::NewerFormat { .. } => "eine neuere Version von waage benutzen".to_owned(),
        Problem::UnknownKey { .. } => "die Zeile streichen; eigene Bemerkungen beginnen mit #".to_owned(),
        Problem::Missing { key: "segment" | "employees" } => {
            "ergänzen oder mit „waage check DATEI“ weitermachen".to_owned()
        }
        Problem::Missing { key: "format" } => format!("in die erste Zeile „format = {FORMAT}“ schreiben"),
        Problem::Missing { key } => example(key)?.to_owned(),
        Problem::WrongShape { expected } => shape_example(*expected).to_owned(),
        Problem::NoSuchDay => "Jahr-Monat-Tag schreiben, zum Beispiel 2026-11-21".to_owned(),
        Problem::Replaced { by, .. } => {
            format!("an ihre Stelle ist „{by}“ getreten, die Angabe gilt dafür weiter")
        }
        Problem::Unknown { .. } if weight == Weight::Note => {
            "Die Inhalte haben sich seitdem geändert. Die Angabe bleibt stehen und zählt nicht mit".to_owned()
        }
        Problem::Unknown { noun, .. } => choices(*noun).to_owned(),
        Problem::UnknownOption { options, .. } => format!("möglich sind: {}", options.join(", ")),
        Problem::NotOneAnswer { .. } => {
            "genau eines davon: option = \"…\", unknown = true oder not_applicable = \"Grund\"".to_owned()
        }
        Problem::TooManyProcesses { .. } => "die wichtigsten drei behalten".to_owned(),
        Problem::OutOfRange { .. } => return None,
    };
    Some(remedy)
}

fn out_of_range(least: f64, most: Option<f64>) -> String {
    let figure = |value: f64| {
        if libm::fabs(value - libm::round(value)) > 0.0 { decimal(value, 2) } else { decimal(value, 0) }
    };
    match most {
        Some(most) => {
            format!("Die Zahl liegt nicht zwischen {} und {}", figure(least), figure(most))
        }
        None => format!("Die Zahl ist kleiner als {}", figure(least)),
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "ein Text in Anführungszeichen",
        Shape::Number => "eine Zahl",
        Shape::Whole => "eine ganze Zahl",
        Shape::YesNo => "true oder false",
        Shape::Day => "ein Datum",
        Shape::List => "eine Liste in eckigen Klammern",
        Shape::Table => "eine Tabelle",
        Shape::Process => "ein Ablauf",
    }
}

fn shape_example(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "zum Beispiel \"crafts\"",
        Shape::Number | Shape::Whole => {
            "nur Ziffern, Tausender mit Unterstrich, ohne Währung, zum Beispiel 1_900_000"
        }
        Shape::YesNo => "true für ja, false für nein",
        Shape::Day => "ohne Anführungszeichen, zum Beispiel 2026-11-21",
        Shape::List => "zum Beispiel [\"website\", \"own-server\"]",
        Shape::Table => "zum Beispiel [company] in einer eigenen Zeile",
        Shape::Process => {
            "\"Angebote schreiben\" oder { process = \"Angebote schreiben\", tolerable_hours = 24 }"
        }
    }
}

fn example(key: &str) -> Option<&'static str> {
    Some(match key {
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
        Noun::Segment => "Die Branche",
        Noun::Trait => "Das Merkmal",
        Noun::Item => "Den Punkt der Digitalisierung",
        Noun::Measure => "Die Maßnahme",
        Noun::Role => "Die Rolle",
        Noun::State => "Das Bundesland",
        Noun::Evidence => "Den Beleg",
        Noun::Verdict => "Die Entscheidung",
        Noun::Tier => "Die Stufe",
    }
}

fn choices(noun: Noun) -> &'static str {
    match noun {
        Noun::Evidence => "möglich sind: claimed (gesagt), shown (gezeigt), tested (ausprobiert)",
        Noun::Verdict => "möglich sind: do (wird getan), accept (Risiko wird getragen)",
        Noun::Tier => "möglich sind: minimum, standard, extended",
        Noun::State => "die Abkürzung des Landes, zum Beispiel NW oder BY",
        Noun::Question
        | Noun::Option
        | Noun::Segment
        | Noun::Trait
        | Noun::Item
        | Noun::Measure
        | Noun::Role => "„waage content list“ nennt alle Kennungen",
    }
}
