//! Thresholds and what would help, in sentences.

use super::number::{count, date, euros, exact_euros, integer, percent};
use super::shown::{in_one_line, typed};
use crate::model::{Catalogue, MeasureId, QuestionId};
use crate::report::gate::{Checked, Remedy, Rule};

/// What a rule looks at.
pub fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::ExpectedLoss => "Mittlerer Schaden im Jahr (Schätzung)",
        Rule::BadYear => "Schlechtes Jahr, Mittel der schlimmsten 5 von 100 (Schätzung)",
        Rule::RuinProbability => "Schaden über der Reserve, je Jahr (Schätzung)",
        Rule::DinPoints => "Punkte nach DIN SPEC 27076",
        Rule::AnswerAge => "Alter der ältesten Antwort",
        Rule::ContentAge => "Alter der Inhalte, seit Zahlen und Recht geprüft wurden",
        Rule::OpenDuties => "Offene Pflichten aus Gesetz oder Vertrag",
        Rule::OverdueDecisions => "Entscheidungen über ihrem Termin",
        Rule::Baseline => "Mittlerer Schaden gegenüber früher (Schätzung)",
        Rule::Answered => "Beantwortete Fragen",
        Rule::DatedLater => "Antworten und Entscheidungen mit einem Tag nach dem Stichtag",
        Rule::OtherContent => "Inhalte der Antworten",
    }
}

/// Met or not, in words that line up.
pub fn verdict(is_met: bool) -> &'static str {
    if is_met { "erfüllt" } else { "nicht erfüllt" }
}

/// A value of a rule with its unit.
pub fn value(rule: Rule, value: f64) -> String {
    match rule {
        Rule::ExpectedLoss | Rule::BadYear | Rule::Baseline => euros(value),
        Rule::RuinProbability => percent(value),
        Rule::AnswerAge | Rule::ContentAge => {
            count(usize::try_from(whole(value)).unwrap_or(0), "Tag", "Tage")
        }
        Rule::OtherContent => if value > 0.0 { "unbekannte Fassung" } else { "bekannte Fassung" }.into(),
        Rule::DinPoints | Rule::OpenDuties | Rule::OverdueDecisions | Rule::Answered | Rule::DatedLater => {
            integer(whole(value))
        }
    }
}

/// A limit of a rule: the owner's own number is not rounded.
pub fn limit(rule: Rule, limit: f64) -> String {
    match rule {
        Rule::ExpectedLoss | Rule::BadYear => format!("höchstens {}", exact_euros(limit)),
        Rule::Baseline => format!("höchstens {}", euros(limit)),
        Rule::DinPoints | Rule::Answered => format!("mindestens {}", value(rule, limit)),
        Rule::OpenDuties | Rule::OverdueDecisions | Rule::DatedLater => "keine".into(),
        Rule::OtherContent => value(rule, limit),
        Rule::RuinProbability | Rule::AnswerAge | Rule::ContentAge => {
            format!("höchstens {}", value(rule, limit))
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "counts of days and points")]
fn whole(value: f64) -> i64 {
    libm::round(value.clamp(-1e15, 1e15)) as i64
}

/// What helps where the tool's own knowledge is too old.
const RENEW: &str =
    "Neuere Inhalte bringt eine neuere Fassung von waage, oder ein eigener Stand mit --content.";

/// Value, limit and what would help most, in one line.
pub fn line(catalogue: &Catalogue, it: &Checked) -> String {
    if !it.is_judgeable {
        return format!("{}: nicht zu beurteilen, Grenze {}.", rule(it.rule), limit(it.rule, it.limit));
    }
    match it.rule {
        Rule::Answered => return NOTHING_ANSWERED.to_owned(),
        Rule::OtherContent => return other_content(&catalogue.version.version),
        _ => {}
    }
    let (shown, most) = (value(it.rule, it.value), limit(it.rule, it.limit));
    // Rounded estimates can look equal on both sides of a limit.
    let shown = if !it.is_met() && most.ends_with(&shown) { format!("knapp über {shown}") } else { shown };
    let shown = if it.rule.is_a_minimum() { shown.replace("knapp über", "knapp unter") } else { shown };
    let head = format!("{}: {shown}, Grenze {most}.", rule(it.rule));
    match it.remedies.first() {
        Some(first) => format!("{head} {}", remedy(catalogue, it.rule, first)),
        None if it.is_met() => head,
        None if it.rule == Rule::ContentAge => format!("{head} {RENEW}"),
        None => format!("{head} Keine einzelne Antwort würde das ändern."),
    }
}

/// Without answers nothing is known.
const NOTHING_ANSWERED: &str = "Beantwortete Fragen: 0. Ohne Antworten ist nichts bekannt, also ist keine Grenze eingehalten. Beginnen Sie mit „waage check DATEI“.";

/// The answers were given to a version of the content that nobody here knows.
fn other_content(present: &str) -> String {
    format!(
        "Inhalte der Antworten: eine Fassung, die dieses Programm nicht kennt; es rechnet mit {present}. Ist die Datei neuer, hilft ein neueres waage, sonst zeigt „waage check DATEI“, was neu zu fragen ist."
    )
}

/// One thing that would help.
pub fn remedy(catalogue: &Catalogue, rule: Rule, remedy: &Remedy) -> String {
    match remedy {
        Remedy::Answer { question, option, value: then, suffices } => {
            let answer = catalogue
                .question(question)
                .and_then(|it| it.option(option))
                .map_or("", |it| it.text.as_str());
            let start = if *suffices { "Das würde reichen" } else { "Am meisten würde helfen" };
            format!(
                "{start}: „{}“ mit „{answer}“, dann {} ({question}).",
                question_text(catalogue, question),
                value(rule, *then)
            )
        }
        Remedy::AskAgain { question, answered } => format!(
            "Neu beantworten: „{}“, zuletzt am {} ({question}).",
            question_text(catalogue, question),
            date(*answered)
        ),
        Remedy::Decide { measure } => {
            let title = measure_title(catalogue, measure);
            match rule {
                Rule::OpenDuties => format!("Umsetzen: „{title}“ ({measure})."),
                _ => format!("Umsetzen oder neu entscheiden: „{title}“ ({measure})."),
            }
        }
    }
}

fn question_text<'c>(catalogue: &'c Catalogue, id: &QuestionId) -> &'c str {
    catalogue.question(id).map_or("", |it| it.text.as_str())
}

fn measure_title<'c>(catalogue: &'c Catalogue, id: &MeasureId) -> &'c str {
    catalogue.measure(id).map_or("", |it| it.title.as_str())
}

/// The last line: how many rules are met.
pub fn closing(met: usize, all: usize) -> String {
    if met == all {
        match all {
            1 => "Die Grenze ist eingehalten.".into(),
            _ => format!("Alle {all} Grenzen sind eingehalten."),
        }
    } else {
        format!("{} von {all} Grenzen nicht eingehalten.", all - met)
    }
}

/// What says which file and firm a verdict is about, for people.
pub fn heading(file: &str, firm: Option<&str>) -> String {
    match firm {
        Some(firm) => format!("{} ({file})", in_one_line(firm)),
        None => file.to_owned(),
    }
}

/// A file whose thresholds could not be looked at.
pub fn not_checked(faults: usize) -> String {
    format!("Nicht geprüft: {}.", count(faults, "Fehler", "Fehler"))
}

/// A file could not be read at all.
pub const UNREADABLE: &str = "unreadable";

/// The older file of `[gate]` lies elsewhere.
pub fn baseline_elsewhere(name: &str) -> String {
    format!(
        "Fehler: Unter [gate] nennt „baseline“ die Datei „{name}“, die nicht neben der Antwortdatei liegt.\n  In der Datei sind nur Namen daneben oder darunter erlaubt. Eine Datei an anderer Stelle nennt der Aufruf: --baseline {name}"
    )
}

/// The older file is younger than the day of reckoning.
pub fn baseline_later(path: &str) -> String {
    format!(
        "Fehler: „{path}“ soll der ältere Stand sein, ist aber jünger als der Stichtag.\n  Prüfen Sie die Daten darin, die Uhr und --date."
    )
}

/// Two files that are to be read at once from standard input.
pub const ONE_STDIN: &str =
    "Fehler: Von der Standardeingabe lässt sich nur eine Datei lesen.\n  Nennen Sie „-“ höchstens einmal.";

/// No threshold was given anywhere.
pub fn no_rule(path: &str) -> String {
    format!(
        "Fehler: Es ist keine Grenze gesetzt, also gibt es nichts zu prüfen.\n  Nennen Sie eine, zum Beispiel „waage gate {} --max-expected-loss 8000“, oder schreiben Sie sie unter [gate] in die Datei.",
        typed(path)
    )
}

/// A threshold that is no usable number.
pub fn bad_limit(option: &str) -> String {
    format!(
        "Fehler: Die Grenze bei „{option}“ ist keine brauchbare Zahl.\n  Gebraucht werden Zahlen ab 0, bei Wahrscheinlichkeiten zwischen 0 und 1."
    )
}
