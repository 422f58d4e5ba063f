//! What a file may say and hardly means. Nothing is changed by it: it is remarked with its line.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::FileFault;
use super::fault::Problem;
use super::read::Faults;
use crate::assessment::plausibility::{Doubt, figures};
use crate::model::Company;
use crate::toml_file::{Table, document};

/// No answer was given before that: the year is mistyped.
const EARLIEST: Date = date(2000, 1, 1);
/// Years for which nobody plans ahead in a list of measures.
const FARTHEST_YEARS: i64 = 10;
/// From this probability a year on, ruin borne by the owner is likelier a percentage without its point.
const CERTAIN: f64 = 0.5;

/// What stands in a file and is probably meant otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Given or taken after the day of reckoning.
    Later {
        /// The day.
        day: Date,
        /// The day of reckoning.
        today: Date,
    },
    /// Given or taken before computers of this kind.
    LongAgo {
        /// The day.
        day: Date,
    },
    /// A term so far away that nobody means it.
    FarOff {
        /// The day.
        day: Date,
    },
    /// A term before the decision it belongs to.
    BeforeDecision {
        /// The day.
        day: Date,
        /// The day of the decision.
        taken: Date,
    },
    /// The owner can bear to be ruined as good as every year.
    CertainRuin {
        /// Probability a year.
        share: f64,
    },
    /// A policy that begins to pay above what it pays at most.
    DeductibleAboveLimit,
    /// Figures of the company that do not fit together.
    Figures(Doubt),
}

/// Everything of a file that is probably meant otherwise, in the order of the file.
pub fn remarks(source: &str, company: &Company, today: Date) -> Vec<FileFault> {
    let Ok(root) = document(source) else { return Vec::new() };
    // What is wrong with the file was told when it was read.
    let mut known = Faults::default();
    let mut found = Faults::default();
    let Some(mut root) = Table::of(&root, &mut known) else { return Vec::new() };
    if let Some(answers) = root.table("answers", &mut known) {
        for (_, _, value) in answers.ids() {
            let Some(mut answer) = Table::of(value, &mut known) else { continue };
            given(&mut answer, today, &mut found);
            for voice in answer.list("also", &mut known).unwrap_or_default() {
                if let Some(mut voice) = Table::of(voice, &mut known) {
                    given(&mut voice, today, &mut found);
                }
            }
        }
    }
    if let Some(decisions) = root.table("decisions", &mut known) {
        for (_, _, value) in decisions.ids() {
            let Some(mut decision) = Table::of(value, &mut known) else { continue };
            let taken = given(&mut decision, today, &mut found);
            for key in ["due", "review"] {
                term(&mut decision, key, taken, &mut found);
            }
        }
    }
    if let Some(mut table) = root.table("company", &mut known) {
        if let Some(share) = company.tolerable_ruin.filter(|it| *it >= CERTAIN) {
            found.add(Problem::Doubtful(Remark::CertainRuin { share }), table.span_of("tolerable_ruin"));
        }
        for doubt in figures(company) {
            let key = match doubt {
                Doubt::TurnoverPerHead { .. } => "turnover_eur",
                Doubt::ReserveAboveTurnover { .. } => "liquid_reserve_eur",
                Doubt::CostlyDay { .. } => "standstill_day_eur",
                Doubt::LargeFirm { .. } | Doubt::Contradiction { .. } => "employees",
            };
            found.add(Problem::Doubtful(Remark::Figures(doubt)), table.span_of(key));
        }
    }
    if let Some(mut policy) = root.table("insurance", &mut known) {
        let [deductible, limit] =
            ["deductible_eur", "limit_eur"].map(|key| policy.euros(key, &mut known).unwrap_or_default());
        if deductible >= limit {
            found.add(Problem::Doubtful(Remark::DeductibleAboveLimit), policy.span_of("deductible_eur"));
        }
    }
    found.in_order()
}

/// The day an answer was given or a decision taken.
fn given(table: &mut Table<'_>, today: Date, found: &mut Faults) -> Option<Date> {
    let day = table.day("date", &mut Faults::default())?;
    if day > today {
        found.add(Problem::Doubtful(Remark::Later { day, today }), table.span_of("date"));
    } else if day < EARLIEST {
        found.add(Problem::Doubtful(Remark::LongAgo { day }), table.span_of("date"));
    }
    Some(day)
}

/// The day by which something is to be done or looked at again.
fn term(table: &mut Table<'_>, key: &'static str, taken: Option<Date>, found: &mut Faults) {
    let Some(day) = table.day(key, &mut Faults::default()) else { return };
    let Some(taken) = taken else { return };
    let farthest = taken.checked_add(FARTHEST_YEARS.years()).unwrap_or(Date::MAX);
    if day < taken {
        found.add(Problem::Doubtful(Remark::BeforeDecision { day, taken }), table.span_of(key));
    } else if day > farthest {
        found.add(Problem::Doubtful(Remark::FarOff { day }), table.span_of(key));
    }
}
