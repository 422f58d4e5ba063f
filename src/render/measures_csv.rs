//! The measures as a table for those who must edit it: who does what by when.
//!
//! Made for spreadsheets set to German: UTF-8 with byte order mark, semicolons, decimal commas, lines ended by CR LF,
//! every text in quotes. A text that a spreadsheet would take for a formula is preceded by an apostrophe.

use crate::decision::Judged;
use crate::german::decision::reason;
use crate::german::ladder::status;
use crate::german::measures_csv as words;
use crate::german::number::{date, rounded};
use crate::model::Catalogue;
use crate::report::Report;

/// The table of all measures of a report: the plan in the order of the road map, then the rest by effect.
pub fn write(catalogue: &Catalogue, report: &Report) -> String {
    let in_plan = |it: &&Judged| it.weighed.as_ref().is_some_and(|it| it.in_plan);
    let others = report.decision.by_effect(|_| true).filter(|it| !in_plan(it));
    let mut table = String::from("\u{feff}");
    line(&mut table, &words::HEADS.map(text));
    for judged in report.decision.in_order().chain(others) {
        line(&mut table, &row(catalogue, report, judged));
    }
    table
}

fn row(catalogue: &Catalogue, report: &Report, judged: &Judged) -> [String; 14] {
    let planned = report.due_day(&judged.measure);
    let measure = catalogue.measure(&judged.measure);
    let company = &report.answers.company;
    let role = measure.and_then(|it| catalogue.role(&catalogue.stand_in(company, &it.done_by)));
    let role = role.map_or("", |it| it.title.as_str());
    let taken = judged.taken.as_ref();
    let acceptance = taken.and_then(|it| it.acceptance.as_ref());
    let owner = taken.and_then(|it| it.owner.as_deref()).or(acceptance.map(|it| it.owner.as_str()));
    // What was decided comes before what is suggested.
    let day = taken.and_then(|it| it.due).or(acceptance.map(|it| it.review)).or(judged.review).or(planned);
    let weighed = judged.weighed.as_ref();
    let tier = weighed.and_then(|it| it.tier).and_then(|level| measure?.tier(level));
    let euros = |of: &dyn Fn(&crate::decision::Weighed) -> f64| {
        weighed.map(|it| words::number(rounded(of(it).max(0.0)), 0)).unwrap_or_default()
    };
    // What the firm was quoted is never rounded.
    let money = weighed.map(|it| {
        let eur = it.balance.annual.money_eur.likely.max(0.0);
        words::number(
            if it.balance.own_price { eur } else { rounded(eur) },
            if it.balance.own_price { 2 } else { 0 },
        )
    });
    [
        text(measure.map_or(judged.measure.as_str(), |it| it.title.as_str())),
        text(words::verdict(judged.advice)),
        text(judged.rung.map_or("", |it| words::rung(it))),
        text(&words::why(&reason(catalogue, &judged.reason), status(judged).as_deref())),
        text(tier.map_or("", |it| it.what.trim())),
        text(owner.unwrap_or(role)),
        text(&day.map(date).unwrap_or_default()),
        money.unwrap_or_default(),
        weighed.map(|it| words::number(it.balance.annual.hours.likely, 1)).unwrap_or_default(),
        if judged.shapley > 0.0 {
            words::number(rounded(judged.shapley), 0)
        } else {
            euros(&|it| it.balance.avoided.value)
        },
        euros(&|it| it.balance.avoided.low),
        euros(&|it| it.balance.avoided.high),
        String::new(),
        text(judged.measure.as_str()),
    ]
}

fn line<const N: usize>(table: &mut String, cells: &[String; N]) {
    table.push_str(&cells.join(";"));
    table.push_str("\r\n");
}

/// A text in quotes, on one line, that no spreadsheet runs.
pub fn text(words: &str) -> String {
    let words: String = words.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    let formula =
        words.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let guard = if formula { "'" } else { "" };
    format!("\"{guard}{}\"", words.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_and_formulas_disarmed() {
        for (typed, written) in [
            ("Anna", "\"Anna\""),
            ("a;\"b\"", "\"a;\"\"b\"\"\""),
            ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
            (" +49 30", "\"' +49 30\""),
            ("@cmd", "\"'@cmd\""),
            ("zwei\r\nZeilen\t", "\"zwei  Zeilen \""),
        ] {
            assert_eq!(text(typed), written);
        }
    }
}
