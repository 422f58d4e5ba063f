//! The page that lays other people's yardsticks on the answers.

use crate::german::number::{count, integer, whole_percent};
use crate::guidance::views::{AreaView, DinPoints, DinView, Status};
use crate::model::Point;

/// Heading.
pub const TITLE: &str = "Andere Maßstäbe auf dieselben Antworten";
/// Bookmark.
pub const BOOKMARK: &str = "Andere Maßstäbe";
/// Under the heading.
pub const INTRO: &str =
    "Zur Orientierung. Diese Seite ist keine Prüfung, kein Zertifikat und keine Rechtsberatung.";

/// Heading of the check's part.
pub const DIN: &str = "CyberRisikoCheck nach DIN SPEC 27076";

/// The points in one sentence.
pub fn din_points(view: &DinView) -> String {
    let points = din_points_of(view.all());
    match view.open() {
        0 => format!("Nach Ihren Antworten {points}."),
        1 => format!("Nach Ihren Antworten {points}; eine Anforderung ist noch offen."),
        open => format!("Nach Ihren Antworten {points}; {open} Anforderungen sind noch offen."),
    }
}

/// Points of the check where everything is relevant: 22 requirements with one point, five with three.
const DIN_ALL: i32 = 37;

/// Why the maximum is what it is for this firm.
pub fn din_maximum(view: &DinView) -> String {
    let irrelevant = view.requirements.iter().filter(|it| it.status == Status::Irrelevant);
    let irrelevant: Vec<&str> = irrelevant.map(|it| it.requirement.text.trim_end_matches('.')).collect();
    if irrelevant.is_empty() {
        return format!("Alle 27 Anforderungen betreffen Sie, daher {DIN_ALL} erreichbare Punkte.");
    }
    format!(
        "Erreichbar sind {} statt {DIN_ALL} Punkten, weil {} Sie nicht {}: {}.",
        integer(i64::from(view.maximum)),
        count(irrelevant.len(), "Anforderung", "Anforderungen"),
        if irrelevant.len() == 1 { "betrifft" } else { "betreffen" },
        irrelevant.join("; ")
    )
}

/// The points of every topic in one line.
pub fn din_topics(topics: &[Point], view: &DinView) -> String {
    let of = |it: &Point| format!("{} {}", it.text, din_points_of(view.topic(&it.id)));
    format!("{}.", topics.iter().map(of).collect::<Vec<_>>().join(", "))
}

/// What is open among the requirements with triple weight.
pub fn din_open_top(view: &DinView) -> String {
    let open = view.missing().filter(|it| it.requirement.top).count();
    if open == 0 {
        "Alle fünf Anforderungen mit dreifachem Gewicht sind erfüllt.".into()
    } else {
        format!(
            "{} mit dreifachem Gewicht nicht erfüllt oder offen.",
            count(open, "Anforderung", "Anforderungen")
        )
    }
}

/// Marks a requirement with triple weight.
pub const TOP: &str = "dreifach";

/// How to read the list of requirements.
pub const DIN_NOTE: &str = "Aufgeführt ist, was nach Ihren Antworten fehlt. Nicht erfüllte Anforderungen mit dreifachem Gewicht ziehen Punkte ab; „offen“ heißt: noch nicht beantwortet.";

/// How far the measures of an area are.
pub fn area_share(view: &AreaView) -> String {
    match view {
        AreaView { measures, .. } if measures.is_empty() => "nicht erfragt".into(),
        AreaView { is_open: true, .. } => "offen".into(),
        view => whole_percent(view.share),
    }
}

/// Said of a topic without anything missing.
pub const DIN_ALL_MET: &str = "Alle Anforderungen erfüllt.";

/// Heading of the part on NIS2.
pub const NIS2: &str = "NIS2: Gilt das BSI-Gesetz für Sie?";

/// Above the ten areas: a duty where the act applies, else a yardstick.
pub fn areas_note(applies: bool) -> &'static str {
    if applies {
        "Wie weit Ihre Maßnahmen in den zehn Bereichen nach § 30 BSIG nach Ihren Antworten sind. 100 % heißt: alles da und wirksam, nicht: Pflicht erfüllt."
    } else {
        "Als freiwilliger Maßstab, auch wo das Gesetz nicht gilt: wie weit Ihre Maßnahmen in den zehn Bereichen nach § 30 BSIG nach Ihren Antworten sind."
    }
}

/// Heading of the insurers' part.
pub const INSURER: &str = "Was Cyberversicherer üblicherweise verlangen";

/// Heading of a group of duties.
pub fn insurer_group(status: Status) -> &'static str {
    match status {
        Status::NotMet => "Nach Ihren Antworten nicht erfüllt: ein Ja im Antrag wäre falsch",
        Status::Open => "Offen",
        Status::Met => "Erfüllt",
        Status::Irrelevant => "Betrifft Sie nicht",
    }
}

/// Why a wrong application is dangerous.
pub const INSURER_NOTE: &str = "Beantworten Sie einen Versicherungsantrag nicht anders als diesen Bogen. Falsche Angaben können die Leistung kosten. Maßgeblich ist Ihr Vertrag.";

/// Points of the check or of one of its topics; from what is sure to what open answers may still bring.
pub fn din_points_of(points: DinPoints) -> String {
    let sure = integer(i64::from(points.sure));
    if points.if_open_met == points.sure {
        return format!("{sure} von {} Punkten", points.maximum);
    }
    format!("{sure} bis {} von {} Punkten", integer(i64::from(points.if_open_met)), points.maximum)
}
