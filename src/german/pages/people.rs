//! Pages on people and technique, and on topics.

use crate::german::number::whole_percent;
use crate::model::Acts;
use crate::report::{PhaseFacts, Report, TopicFacts};

/// Heading.
pub const TITLE: &str = "Menschen und Technik";
/// Bookmark.
pub const BOOKMARK: &str = "Menschen und Technik";
/// Labels of the picture: own, firms of that size, range.
pub const SERIES: [&str; 3] = ["Ihr Betrieb", "Betriebe Ihrer Größe", "offen"];
/// Rows of the picture.
pub const SIDES: [&str; 2] = ["Technik", "Menschen und Regeln"];

/// How to read the picture.
pub const CAPTION: &str = "Anteil dessen, was möglich ist: 100 % heißt, alles ist da und wirkt. Die Raute zeigt Betriebe Ihrer Größe. Schätzung.";

/// Heading of the phases.
pub const PHASES: &str = "Vorbeugen, erkennen, reagieren";
/// Heads of their table.
pub const PHASE_HEADS: [&str; 4] = ["Phase", "heute", "mit Plan", "Schritte"];

/// A phase in a word.
pub fn phase(phase: Acts) -> &'static str {
    match phase {
        Acts::Prevention => "Vorbeugen",
        Acts::Detection => "Erkennen",
        Acts::Reaction => "Reagieren",
    }
}

/// What it is for.
pub fn phase_means(phase: Acts) -> &'static str {
    match phase {
        Acts::Prevention => ", damit nichts geschieht",
        Acts::Detection => ", damit es früh auffällt",
        Acts::Reaction => ", damit es klein bleibt",
    }
}

/// How to read them, and where least is done.
pub fn phases_note(phases: &[PhaseFacts]) -> String {
    let weakest = phases.iter().min_by(|a, b| a.planned.total_cmp(&b.planned)).map(|it| phase(it.phase));
    let weakest =
        weakest.map(|it| format!(" Am wenigsten steht auch mit dem Plan bei „{it}“.")).unwrap_or_default();
    format!(
        "Mittel über die Maßnahmen, die Ihren Betrieb betreffen; 100 % hieße, jede in der größten Stufe.{weakest} Was sich dort nicht lohnt, tragen Sie bewusst."
    )
}

/// How to read the picture of topics; where one is without answers, what its mark means.
pub fn topics_caption(rows: &[(String, TopicFacts)]) -> String {
    let open = rows.iter().any(|it| !it.1.rests_on_answers);
    let open = if open { " „Offen“: ohne Antwort; gerechnet wird dort mit dem Üblichen." } else { "" };
    format!("{CAPTION}{open}")
}

/// The picture in words.
pub fn alternative(report: &Report) -> String {
    let people = &report.decision.people;
    format!(
        "Balken: Technik {}, Betriebe Ihrer Größe {}; Menschen und Regeln {}, Betriebe Ihrer Größe {}.",
        whole_percent(people.technique),
        whole_percent(people.average.0),
        whole_percent(people.people),
        whole_percent(people.average.1)
    )
}

/// Heading of the topics.
pub const TOPICS_TITLE: &str = "Wie weit Sie sind, Thema für Thema";
/// Bookmark of the topics.
pub const TOPICS_BOOKMARK: &str = "Themen";

/// Heading above the picture of topics.
pub const TOPICS_HEADING: &str = "Ihr Stand und der von Betrieben Ihrer Größe";

/// The message of the topics.
pub fn topics_lead(weakest: &[String], strongest: &[String]) -> String {
    match (weakest, strongest) {
        ([], []) => "Ihr Stand gleicht in allen Themen dem von Betrieben Ihrer Größe.".into(),
        ([], strong) => format!("Weiter als Betriebe Ihrer Größe sind Sie bei {}.", super::joined(strong)),
        (weak, []) => format!("Hinter Betrieben Ihrer Größe liegen Sie bei {}.", super::joined(weak)),
        (weak, strong) => format!(
            "Weiter als Betriebe Ihrer Größe sind Sie bei {}, dahinter bei {}.",
            super::joined(strong),
            super::joined(weak)
        ),
    }
}

/// A topic's name, with a word where no answer stands behind its bar.
pub fn topic_name(title: &str, facts: &TopicFacts) -> String {
    if facts.rests_on_answers { title.into() } else { format!("{title}\u{a0}\u{b7} offen") }
}

/// How far a topic is; open without answers.
pub fn topic_share(facts: &TopicFacts) -> String {
    if facts.rests_on_answers { whole_percent(facts.share) } else { "offen".into() }
}

/// The topics in words.
pub fn topics_alternative(rows: &[(String, TopicFacts)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(title, facts)| format!("{title} {} gegen {}", topic_share(facts), whole_percent(facts.peers)))
        .collect();
    format!("Balken je Thema, Ihr Betrieb gegen Betriebe Ihrer Größe. {}.", rows.join("; "))
}
