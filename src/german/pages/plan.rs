//! The order of steps, and what happened to others.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::decision::PERIODS;
use crate::german::number::{decimal, exact_euros, month, month_of};
use crate::german::{report::money_of, sums};
use crate::model::RungId;
use crate::report::Report;

/// Heading.
pub const TITLE: &str = "Wer was bis wann tut";
/// Bookmark.
pub const BOOKMARK: &str = "Fahrplan";
/// Heads of the table.
pub const HEADS: [&str; 6] = ["Schritt", "Stufe", "wer", "bis", "Geld", "eigene Zeit"];
/// Own time of the first year that follows the steps.
pub const UPKEEP: &str = "Pflege der fertigen Schritte";
/// Names the sum of the first year.
pub const TOTAL: &str = "Erstes Jahr";
/// Of the first period.
pub const THIS_MONTH: &str = "die ersten 30 Tage";
/// Days of a mean month.
const MONTH: f64 = 30.436_875;

/// Above the heading: which rung the road map follows.
pub fn kicker(report: &Report) -> String {
    let ladder = &report.decision.ladder;
    match (ladder.chosen, ladder.followed().id) {
        (None, _) if ladder.limited.is_some() => "Fahrplan nach Ihrem Budget".into(),
        (_, RungId::Pays) => "Fahrplan für Stufe 1".into(),
        (_, RungId::Baseline) => "Fahrplan für Stufe 1 und 2".into(),
        (_, RungId::Reserve) => "Fahrplan für Stufe 1 bis 3".into(),
    }
}

/// What the first month takes, and the whole.
pub fn lead(report: &Report, first: (f64, f64), total: (f64, f64)) -> String {
    let month = sums::shown_hours(report.decision.roadmap.hours_per_month);
    let planned = if sums::vanishes(month) {
        "eigene Zeit ist im Monat kaum eingeplant".into()
    } else {
        format!("eingeplant sind höchstens {} im Monat", sums::hours_spelled(month))
    };
    format!(
        "Der erste Monat kostet {} und {}. Das ganze erste Jahr kostet {} und {}; {planned}.",
        exact_euros(first.0),
        sums::hours_spelled(first.1),
        exact_euros(total.0),
        sums::hours_spelled(total.1),
    )
}

/// A period's name: the months it covers.
pub fn period(at: usize, from: Date) -> String {
    let Some(end) = PERIODS.get(at) else { return "Danach".into() };
    let day = |days: u32| from.saturating_add(i64::from(days).days());
    let start = at.checked_sub(1).and_then(|it| PERIODS.get(it)).map_or(from, |it| day(*it));
    let end = day(*end);
    match (start.year() == end.year(), start.month() == end.month()) {
        (true, true) => month_of(end),
        (true, false) => format!("{} bis {}", month(start.month()), month_of(end)),
        (false, _) => format!("{} bis {}", month_of(start), month_of(end)),
    }
}

/// Own hours there are in a period; none after the last.
pub fn capacity(at: usize, hours_per_month: f64) -> Option<f64> {
    let end = f64::from(*PERIODS.get(at)?);
    let start = at.checked_sub(1).map_or(0.0, |it| f64::from(PERIODS[it]));
    Some(hours_per_month * (end - start) / MONTH)
}

/// Names them.
pub fn of_capacity(capacity: f64) -> String {
    format!("von {}\u{a0}Std.", decimal(capacity, 0))
}

/// What is spent up to the end of a period.
pub fn until(at: usize, (money, hours): (f64, f64)) -> String {
    let months = ["1 Monat", "3 Monaten", "6 Monaten", "12 Monaten"].get(at);
    let months = months.map_or_else(|| "insgesamt".into(), |it| format!("in {it}"));
    format!("{months} {}, {}", exact_euros(money), sums::hours(hours))
}

/// A rung's number.
pub fn rung(id: RungId) -> &'static str {
    match id {
        RungId::Pays => "1",
        RungId::Baseline => "2",
        RungId::Reserve => "3",
    }
}

/// The day a step is to be done.
pub fn day(day: Date) -> String {
    format!("{:02}.{:02}.{:02}", day.day(), day.month(), day.year() % 100)
}

/// The same day where the year goes without saying.
pub fn day_and_month(day: Date) -> String {
    format!("{:02}.{:02}.", day.day(), day.month())
}

/// Under the table.
pub fn note(report: &Report) -> String {
    let followed = report.decision.ladder.followed();
    let step = money_of(report);
    let policy = if followed.premium_eur > 0.0 {
        format!(
            " Dazu kommt die Prämie der Versicherung, {} im Jahr.",
            exact_euros(step.shown(followed.premium_eur))
        )
    } else {
        String::new()
    };
    format!(
        "Geld im ersten Jahr; eigene Zeit, bis der Schritt fertig ist. Im Mittel über die Jahre kostet das {} und {} im Jahr.{policy} Der Balken zeigt, wie viel Ihrer eigenen Stunden verplant ist. Schätzung.",
        exact_euros(step.shown(followed.annual.money_eur.likely - followed.premium_eur)),
        sums::hours(sums::shown_hours(followed.annual.hours.likely))
    )
}

/// Where the own hours do not reach.
pub fn overload(report: &Report) -> Option<String> {
    let it = report.decision.roadmap.overload?;
    Some(format!(
        "Bis Tag {} brauchen die dringenden Schritte {}, eingeplant sind {}. Was fehlt, kann der IT-Dienstleister übernehmen.",
        it.days,
        sums::hours_spelled(sums::shown_hours(it.needed)),
        sums::hours_spelled(sums::shown_hours(it.available))
    ))
}

/// Heading of the cases.
pub const CASES_TITLE: &str = "Was anderen passiert ist";
/// Above the case that went badly, and above the one that went well.
pub const CASES: [&str; 2] = ["So ging es schlecht aus", "So ging es gut aus"];
/// Before what came of it, and what to learn.
pub const CASE_PARTS: [&str; 2] = ["Ausgang: ", "Lehre: "];

/// Heading of what has worn off.
pub const AGEING_TITLE: &str = "Was nachlässt und was ansteht";
/// Its bookmark.
pub const AGEING_BOOKMARK: &str = "Auffrischen und Termine";
