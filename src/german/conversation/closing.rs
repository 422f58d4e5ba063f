//! What a finished check ends with.

use jiff::ToSpan;

use crate::assessment::OpenPoint;
use crate::german::number::{euros, month_of, one_in};
use crate::german::shown::typed;
use crate::model::Catalogue;
use crate::report::Report;

/// Steps named at the end. More than five nobody remembers.
pub const STEPS: usize = 5;

/// One of the three figures: what it is, today, with the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// Today.
    pub today: String,
    /// With the plan in place.
    pub with_plan: String,
}

/// How much was answered and with whom the rest is open.
pub fn done(catalogue: &Catalogue, report: &Report) -> String {
    let coverage = &report.coverage;
    let answered = match coverage.answered + coverage.not_applicable {
        1 => "Eine Frage beantwortet".to_owned(),
        many => format!("{many} Fragen beantwortet"),
    };
    let nobody_knew: Vec<&OpenPoint> = report.open_points.iter().filter(|it| it.nobody_knew).collect();
    let mut who: Vec<&str> = Vec::new();
    for title in nobody_knew.iter().filter_map(|it| catalogue.role(&it.role)).map(|it| it.title.as_str()) {
        if !who.contains(&title) {
            who.push(title);
        }
    }
    let open = match nobody_knew.len() {
        0 => String::new(),
        many => format!(", {many} offen ({})", who.join(", ")),
    };
    let untouched = match coverage.untouched() {
        0 => String::new(),
        1 => " Eine weitere würde noch passen.".to_owned(),
        many => format!(" {many} weitere würden noch passen."),
    };
    format!("Fertig. {answered}{open}.{untouched}")
}

/// The three figures.
pub fn figures(report: &Report) -> [Figure; 3] {
    let (now, then) = (&report.today, &report.with_plan);
    let of = |label: String, today: String, with_plan: String| Figure { label, today, with_plan };
    [
        of(
            "Mittlerer Schaden im Jahr".into(),
            euros(now.expected_annual_loss.value),
            euros(then.expected_annual_loss.value),
        ),
        of("Schlechtes Jahr".into(), euros(now.worst_years.value), euros(then.worst_years.value)),
        of(
            format!("Jahre über Ihrer Reserve ({})", euros(report.reserve_eur)),
            one_in(now.above_reserve),
            one_in(then.above_reserve),
        ),
    ]
}

/// Between today and with the plan.
pub const WITH_PLAN: &str = "mit Plan";

/// What to do first, one line each: the first steps of the road map.
pub fn first_steps(catalogue: &Catalogue, report: &Report) -> Vec<String> {
    let steps = report.decision.roadmap.items.iter().take(STEPS);
    steps
        .map(|it| {
            let [name, day, time, money] = crate::german::ladder::item(catalogue, it);
            format!("{name}: bis {day}, {time} und {money}")
        })
        .collect()
}

/// The rung we would choose, in one sentence.
pub fn ladder(catalogue: &Catalogue, report: &Report) -> Option<String> {
    crate::german::ladder::sentences(catalogue, report).into_iter().next().map(|it| it.1)
}

/// Heads the steps.
pub const FIRST: &str = "Zuerst:";

/// Nothing is worth doing.
pub const NO_STEPS: &str = "Kein weiterer Schritt senkt den Schaden um mehr, als er kostet.";

/// Beside every euro.
pub const ESTIMATES: &str = "Alle Beträge sind Schätzungen.";

/// When to look again.
pub fn next_check(catalogue: &Catalogue, report: &Report) -> String {
    let months = catalogue.size(report.answers.company.size()).review_months;
    let date = report.provenance.date;
    let next = date.checked_add(i64::from(months).months()).unwrap_or(date);
    format!("Nächster Check: {}", month_of(next))
}

/// How a draft goes on: nothing is worth looking at again before it is answered.
pub fn go_on(call: &str) -> String {
    format!("Weiter mit den übrigen Fragen: {call}")
}

/// Where the report lies.
pub fn report_written(pdf: &str) -> String {
    format!("Bericht: {pdf}")
}

/// The report could not be written, for instance because it is open in a viewer.
pub fn report_not_written(file: &str, pdf: &str) -> String {
    format!(
        "Der Bericht ließ sich nicht schreiben. Später noch einmal: waage report {} --pdf {}",
        typed(file),
        typed(pdf)
    )
}

/// Answers that do not fit together, in one line; none where all fit.
pub fn differences(report: &Report) -> Option<String> {
    let found = report.contradictions.len() + report.disagreements.len();
    match found {
        0 => None,
        1 => Some("Eine Unstimmigkeit zwischen Antworten steht im Bericht.".into()),
        many => Some(format!("{many} Unstimmigkeiten zwischen Antworten stehen im Bericht.")),
    }
}
