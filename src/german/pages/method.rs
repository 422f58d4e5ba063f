//! How the report was reckoned.

use crate::german::number::{count, date};
use crate::model::{Checked, Grade};
use crate::report::{Assumption, Report};

/// Heading.
pub const TITLE: &str = "Wie gerechnet wurde";
/// Bookmark.
pub const BOOKMARK: &str = "Rechenweg und Quellen";

/// The way of reckoning, paragraph by paragraph.
pub const PARAGRAPHS: [&str; 4] = [
    "Für jedes Szenario gibt es eine Häufigkeit und eine Schadenhöhe, beide mit Spanne. Branche, Größe und Digitalisierung passen sie an Ihren Betrieb an. Ihre Antworten sagen, wie weit jede Schutzmaßnahme wirkt; fehlen Menschen oder Regeln dahinter, zählt sie weniger.",
    "Daraus wird die Verteilung des Schadens eines ganzen Jahres genau berechnet, nicht ausgewürfelt. Gleiche Antworten geben deshalb immer gleiche Zahlen.",
    "Eine Maßnahme lohnt sich, wenn sie mehr Schaden vermeidet, als sie Geld und eigene Zeit kostet, gerechnet neben allem, was sonst im Plan steht. Seltene schwere Jahre zählen etwas mehr als ihr Mittel. Anerkannter Mindestschutz steht auch dann im Plan, wenn er sich im Mittel nicht rechnet.",
    "Alle Beträge sind Schätzungen und auf das gerundet, was die Zahlen hergeben. Spannen zeigen, wo der Wert in acht von zehn Fällen liegt.",
];

/// Heading above the assumptions.
pub const ASSUMPTIONS: &str = "Worauf die Zahlen ruhen";
/// Where an assumption comes from.
pub fn origin(assumption: &Assumption) -> String {
    if assumption.own { "von Ihnen".into() } else { format!("angenommen, {}", grade(assumption.grade)) }
}

/// How far a figure can be trusted.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "gemessen",
        Grade::B => "abgeleitet",
        Grade::C => "eingeschätzt",
    }
}

/// How a publisher is named whose work was read in somebody else's report.
pub const REPORTED: &str = "berichtet";

/// How a source was read, where not in the original.
pub fn checked(checked: Checked) -> Option<&'static str> {
    match checked {
        Checked::Primary => None,
        Checked::Secondary => Some("nach einem Bericht"),
        Checked::Derived => Some("eigene Ableitung"),
        Checked::Judgement => Some("eigene Einschätzung"),
    }
}

/// Heading above the sources.
pub const SOURCES: &str = "Quellen";
/// Explains the order.
pub const SOURCES_NOTE: &str = "Geordnet nach der besten Stufe einer Zahl, die auf der Quelle ruht. Wo nichts anderes steht, im Original gelesen.";
/// Heading above the sources of a grade.
pub fn graded(of: Grade) -> String {
    let letter = match of {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
    };
    format!("{letter} · {}", grade(of))
}

/// Versions and days, so that the report can be made again.
pub fn stamp(report: &Report) -> String {
    let provenance = &report.provenance;
    let answered = match provenance.answered {
        Some((from, to)) if from == to => format!("beantwortet am {}", date(from)),
        Some((from, to)) => format!("beantwortet vom {} bis {}", date(from), date(to)),
        None => "ohne Antworten".into(),
    };
    let later = match provenance.answered_later {
        0 => String::new(),
        it => format!(", {} mit einem Tag danach", count(it, "Antwort", "Antworten")),
    };
    format!(
        "Stichtag {}, {answered}{later}. waage {}, Rechenmodell {}, Inhalte {} (Prüfsumme {}).",
        date(provenance.date),
        provenance.program,
        provenance.model,
        provenance.content.version,
        provenance.content.sha256.get(..16).unwrap_or(&provenance.content.sha256)
    )
}

/// The computed distribution against what is known exactly.
pub fn self_check(report: &Report) -> String {
    let worst = report.today.self_check.iter().fold(0.0_f64, |worst, it| worst.max(it.abs()));
    let digits = if worst > 0.0 { libm::floor(-libm::log10(worst)) } else { 12.0 };
    let lines = count(report.lines.len(), "Szenario", "Szenarien");
    format!(
        "{lines} gerechnet. Mittelwert, Streuung und Summe der Wahrscheinlichkeiten stimmen mit der geschlossenen Formel auf mindestens {digits} Stellen überein."
    )
}

/// Sources that are not printed.
pub fn more_sources(number: usize) -> String {
    format!(
        "{} nennen wir auf Nachfrage, jede mit Jahr und Verlässlichkeit.",
        crate::german::number::count(number, "weitere Quelle", "weitere Quellen")
    )
}
