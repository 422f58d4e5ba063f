//! How the report was reckoned.

use crate::german::number::{count, date, decimal};
use crate::german::pages::joined;
use crate::model::{Catalogue, Checked, Grade};
use crate::report::{Assumption, Report};
use crate::risk::Lived;

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
/// Factors nearer to one than this are not told apart.
const NOTICEABLE: f64 = 0.05;

/// How what the firm has lived through was used; none where it said nothing.
pub fn experience(catalogue: &Catalogue, report: &Report) -> Option<String> {
    if report.lived.is_empty() {
        return None;
    }
    let rule = &catalogue.calibration.experience.value;
    let events: u32 = report.lived.iter().map(|it| it.events).sum();
    let had = match events {
        0 => "hatten Sie keinen Schaden".to_owned(),
        1 => "hatten Sie einen Schaden".to_owned(),
        many => format!("hatten Sie {many} Schäden"),
    };
    let mut moved: Vec<&Lived> =
        report.lived.iter().filter(|it| libm::fabs(it.factor - 1.0) >= NOTICEABLE).collect();
    moved.sort_by(|a, b| b.factor.total_cmp(&a.factor));
    let text = |it: &Lived| rule.kinds.iter().find(|kind| kind.id == it.kind).map(|it| it.text.clone());
    let told: Vec<String> = moved
        .iter()
        .filter_map(|it| Some(format!("„{}“ mal {}", text(it)?, decimal(it.factor, 1))))
        .collect();
    let used = if told.is_empty() {
        "Das ist, was auch bei anderen zu erwarten wäre, und ändert kaum etwas.".to_owned()
    } else {
        format!(
            "Was Sie erlebt haben, zählt so weit, wie es mehr sein kann als Zufall. Deshalb rechnen wir gegenüber Betrieben wie Ihrem: {}.",
            joined(&told)
        )
    };
    Some(format!(
        "In den letzten {} Jahren {had}, zu {} haben Sie etwas gesagt. {used}",
        decimal(rule.years, 0),
        count(report.lived.len(), "Art", "Arten")
    ))
}

/// Where an assumption comes from.
pub fn origin(assumption: &Assumption) -> &'static str {
    if assumption.own {
        return "von Ihnen";
    }
    match assumption.grade {
        Grade::A => "angenommen nach Messungen anderer",
        Grade::B => "angenommen, von uns abgeleitet",
        Grade::C => "geschätzt",
    }
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
