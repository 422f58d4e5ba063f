//! The page that weighs cost against risk.

use crate::decision::Demand;
use crate::german::ledger::{MeasureFigures, RungFigures};
use crate::german::number::{euros, exact_euros};
use crate::german::report::mean;
use crate::german::sums::signed;
use crate::model::RungId;
use crate::report::Report;

/// Heading.
pub const TITLE: &str = "Kosten gegen Risiko: was sich lohnt";
/// Bookmark.
pub const BOOKMARK: &str = "Kosten gegen Risiko";

/// The message of the page.
pub fn lead(report: &Report) -> String {
    let followed = report.decision.ladder.followed();
    if followed.is_empty() {
        return "Nichts, was wir kennen, spart hier mehr, als es kostet.".into();
    }
    let it = RungFigures::of(report, followed);
    format!(
        "Der Plan kostet {} im Jahr und vermeidet {} Schaden: unterm Strich {}.",
        exact_euros(it.cost),
        exact_euros(it.avoided),
        signed(it.net)
    )
}

/// Heading above what the rungs mean.
pub const RUNGS: &str = "Was die Stufen bedeuten";

/// Labels of the picture: avoided, cost, difference.
pub const SERIES: [&str; 3] = ["vermiedener Schaden mit Spanne", "Kosten mit eigener Zeit", "unterm Strich"];

/// How to read the picture; an own hour counts so much.
pub fn caption(report: &Report) -> String {
    format!(
        "Je Maßnahme im Jahr. Die Striche zeigen die Spannen, in denen vermiedener Schaden und Kosten in acht von zehn Fällen liegen. Eine eigene Stunde zählt {}. Schätzung.",
        crate::german::report::figure_value(
            crate::report::Figure::OwnHour,
            report.decision.terms.hour_eur,
            true
        )
    )
}

/// The picture in words.
pub fn alternative(rows: &[(String, MeasureFigures)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(title, it)| {
            format!("{title}: vermeidet {}, kostet {}", exact_euros(it.avoided), exact_euros(it.cost))
        })
        .collect();
    format!("Balken je Maßnahme, vermiedener Schaden gegen Kosten im Jahr. {}.", rows.join("; "))
}

/// Heading above the bars.
pub const BALANCE: &str = "Was jede Maßnahme bringt und kostet";

/// Heading above the table.
pub const ALL: &str = "Alle Maßnahmen des Plans";

/// Heads of the table: short, since they are repeated on every page that the table goes on to.
pub const HEADS: [&str; 6] = ["Maßnahme", "Geld", "Zeit", "vermeidet", "unterm Strich", "lohnt"];

/// The rung a group of measures belongs to.
pub fn group(id: Option<RungId>) -> &'static str {
    match id {
        Some(RungId::Pays) => "Stufe 1: rechnet sich",
        Some(RungId::Baseline) => "Stufe 2: Mindeststandard, den jeder Berater und Versicherer zuerst nennt",
        Some(RungId::Reserve) => "Stufe 3: schützt die Reserve",
        None => "Von Ihnen entschieden",
    }
}

/// Behind a measure: what demands it.
pub fn demanded(by: Demand) -> String {
    match by {
        Demand::Bsig { number: Some(number) } => format!(" · § 30 BSIG Nr. {number}"),
        Demand::Bsig { number: None } => " · § 38 BSIG".into(),
        Demand::InsuranceContract => " · Police".into(),
        Demand::Guideline => " · § 390 SGB V".into(),
        Demand::Named => " · Vertrag".into(),
    }
}

/// Names the sum of the plan.
pub const TOTAL: &str = "zusammen";

/// Under the table: what the columns say.
pub const NOTE: &str = "Geld und eigene Zeit je Jahr. Vermeidet: der Anteil am vermiedenen Schaden; die Anteile ergeben das Ganze. Wer nur eine weglässt, verliert meist weniger, weil andere einen Teil auffangen. Lohnt: in so vielen der gerechneten Fälle, schlechte Jahre mitgezählt. Hinter einem Namen steht, wer die Maßnahme verlangt. Was allein nicht spart, gehört zum Mindeststandard, stützt andere oder mildert schlechte Jahre.";

/// Heading above what hangs on something or waits.
pub const OTHERS: &str = "Versichern, erst klären oder später";

/// Heading above the curve of budgets.
pub const FRONTIER: &str = "Was jeder Euro bringt";
/// Labels of the curve: what remains, the sum, the stop line, the axis.
pub const FRONTIER_LABELS: [&str; 4] = [
    "Schaden, der bleibt",
    "Schaden und Kosten zusammen",
    "ab hier kostet Schutz mehr, als er spart",
    "Kosten im Jahr, eigene Zeit eingerechnet",
];
/// How to read the curve.
pub fn frontier_caption(report: &Report) -> String {
    let stop = crate::german::weighed::stop_line(report).map(|it| format!(" {it}")).unwrap_or_default();
    format!(
        "Nach rechts steigen die Kosten im Jahr. Die dünne Linie zeigt, wie wenig mittlerer Schaden für ein Budget übrig bleiben kann, die dicke Linie führt über die Stufen.{stop} Schätzung."
    )
}

/// The curve in words.
pub fn frontier_alternative(report: &Report) -> String {
    let plan = &report.decision.plan;
    let it = RungFigures::of(report, report.decision.ladder.followed());
    let stop = plan
        .stop_line
        .map(|it| format!(" Ab {} im Jahr kostet Schutz mehr, als er spart.", euros(it)))
        .unwrap_or_default();
    format!(
        "Kurve: Mit steigenden Kosten sinkt der mittlere Schaden von {} im Jahr; der Plan kostet {} und lässt {} übrig.{stop}",
        mean(report, report.today.expected_annual_loss.value),
        exact_euros(it.cost),
        exact_euros(it.rest)
    )
}
