//! The page that weighs cost against risk.

use crate::decision::{Reason, Weighed};
use crate::german::decision::HALF_A_EURO;
use crate::german::number::{euro_range, euros, percent, signed_euros};
use crate::report::Report;

/// Heading.
pub const TITLE: &str = "Kosten gegen Risiko: was sich lohnt";
/// Bookmark.
pub const BOOKMARK: &str = "Kosten gegen Risiko";

/// The message of the page.
pub fn lead(report: &Report) -> String {
    let plan = &report.decision.plan;
    let cost = plan.annual.total().likely;
    let saved = report.avoided_by_plan().value;
    if plan.tiers.is_empty() && plan.bundles.is_empty() {
        return "Nichts davon, was wir kennen, spart hier mehr, als es kostet.".into();
    }
    let verdict = if saved >= cost {
        format!("unter dem Strich {} im Jahr gespart", euros(saved - cost))
    } else {
        format!(
            "im Mittel {} mehr, als es spart, dafür seltener ein sehr schlimmes Jahr",
            euros(cost - saved)
        )
    };
    format!("Der Plan kostet {} im Jahr und vermeidet {}: {verdict}.", euros(cost), euros(saved))
}

/// Labels of the picture: avoided, cost, difference.
pub const SERIES: [&str; 3] = ["vermiedener Schaden mit Spanne", "Kosten mit eigener Zeit", "Unterschied"];

/// What remains of a measure, with its sign.
pub fn difference(weighed: &Weighed) -> String {
    signed_euros(weighed.balance.net_benefit.value)
}

/// How to read the picture; an own hour counts so much.
pub fn caption(report: &Report) -> String {
    format!(
        "Je Maßnahme im Jahr, wenn alles andere aus dem Plan schon getan ist. Der Strich zeigt die Spanne, in der der vermiedene Schaden in acht von zehn Fällen liegt. Eine eigene Stunde zählt {}. Schätzung.",
        crate::german::report::figure_value(crate::report::Figure::OwnHour, report.decision.terms.hour_eur)
    )
}

/// The picture in words.
pub fn alternative(rows: &[(String, &Weighed)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(title, weighed)| {
            format!(
                "{title}: vermeidet {}, kostet {}",
                euros(weighed.balance.avoided.value),
                euros(weighed.balance.annual.total().likely)
            )
        })
        .collect();
    format!("Balken je Maßnahme, vermiedener Schaden gegen Kosten im Jahr. {}.", rows.join("; "))
}

/// Groups of the table: what is in the plan, what hangs on something, what is borne.
pub const GROUPS: [&str; 3] = [
    "Im Plan",
    "Versichern oder erst klären",
    "Bewusst getragen: kostet hier mehr, als es im Mittel vermeidet",
];

/// Heading above the bars.
pub const BALANCE: &str = "Was jede Maßnahme bringt und kostet";

/// Heading above the table.
pub const ALL: &str = "Alle Maßnahmen, ihr Urteil und der Grund";

/// Heads of the table.
pub const HEADS: [&str; 6] = ["Maßnahme", "Urteil", "Geld im Jahr", "eigene Zeit", "vermeidet", "Spanne"];

/// The reason several measures share but for one figure, which then stands in brackets behind each.
pub fn shared_reason(reason: &Reason) -> Option<(&'static str, String)> {
    match reason {
        Reason::Pays { share } => Some((
            "Spart im Mittel mehr, als es kostet (in Klammern: in so vielen der durchgerechneten Fälle).",
            percent(*share),
        )),
        Reason::PaysOnBalance { share } => Some((
            "Lohnt sich zusammen mit dem Rest des Plans, wenn man die schlechten Jahre mitzählt (in Klammern: in so vielen der durchgerechneten Fälle).",
            percent(*share),
        )),
        Reason::MinimumThatPays { share, because: None } => Some((
            "Grundregel für jeden Betrieb, und sie rechnet sich (in Klammern: in so vielen der durchgerechneten Fälle).",
            percent(*share),
        )),
        Reason::MinimumAnyway { short_eur, because: None } if *short_eur >= HALF_A_EURO => Some((
            "Grundregel für jeden Betrieb, auch wenn sie im Mittel mehr kostet, als sie spart (in Klammern: um so viel im Jahr).",
            euros(*short_eur),
        )),
        _ => None,
    }
}

/// Range of the avoided loss.
pub fn range(weighed: &Weighed) -> String {
    euro_range(weighed.balance.avoided.low.max(0.0), weighed.balance.avoided.high.max(0.0))
}

/// Heading above the curve of budgets.
pub const FRONTIER: &str = "Was jeder Euro bringt";
/// Labels of the curve: what remains, the sum, the plan, the stop line, the axis.
pub const FRONTIER_LABELS: [&str; 5] = [
    "Schaden, der bleibt",
    "Schaden und Kosten zusammen",
    "Ihr Plan",
    "ab hier kostet Schutz mehr, als er spart",
    "Kosten im Jahr, eigene Zeit eingerechnet",
];
/// How to read the curve.
pub fn frontier_caption(report: &Report) -> String {
    let stop = crate::german::weighed::stop_line(report).map(|it| format!(" {it}")).unwrap_or_default();
    format!(
        "Nach rechts steigen die Kosten im Jahr. Die durchgezogene Linie zeigt den mittleren Schaden, der dann bleibt.{stop} Schätzung."
    )
}

/// The curve in words.
pub fn frontier_alternative(report: &Report) -> String {
    let plan = &report.decision.plan;
    let stop = plan
        .stop_line
        .map(|it| format!(" Ab {} im Jahr kostet Schutz mehr, als er spart.", euros(it)))
        .unwrap_or_default();
    format!(
        "Kurve: Mit steigenden Kosten sinkt der mittlere Schaden von {} im Jahr; der Plan kostet {} und lässt {} übrig.{stop}",
        euros(report.today.expected_annual_loss.value),
        euros(plan.annual.total().likely),
        euros(report.with_plan.expected_annual_loss.value)
    )
}
