//! What the numbers of a company can be: written once, for its file and for a single change on the command line.

use super::read::Faults;
use crate::toml_file::{MOST_EUROS, Table};

/// Processes a firm can name; more would no longer say what matters most.
pub const MOST_PROCESSES: usize = 3;

/// More of one kind of incident than a firm counts in a few years.
pub const MOST_INCIDENTS: u32 = 99;

/// Most hours that mean anything: somewhat more than all hours of a year.
pub const MOST_HOURS: f64 = 10_000.0;

/// Largest head count that is read: beyond it a digit too many is likelier than a firm.
pub const MOST_EMPLOYEES: u32 = 100_000;

/// More places than any small firm has.
const MOST_SITES: u32 = 1000;

/// Least turnover, euros.
const LEAST_TURNOVER: f64 = 0.01;

/// A number of the company: its key and what it can be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The key in the file and on the command line.
    pub key: &'static str,
    /// What it can be.
    pub range: Range,
}

/// What a number can be.
#[derive(Clone, Copy, Debug)]
pub enum Range {
    /// People or places.
    Whole {
        /// Fewest.
        least: u32,
        /// Most.
        most: u32,
    },
    /// Euros up to more than any small firm has.
    Euros {
        /// Least.
        least: f64,
    },
    /// Anything from nothing on.
    UpTo(f64),
}

/// Persons employed.
pub const EMPLOYEES: Limits =
    Limits { key: "employees", range: Range::Whole { least: 1, most: MOST_EMPLOYEES } };
/// People with a computer.
pub const COMPUTER_USERS: Limits =
    Limits { key: "computer_users", range: Range::Whole { least: 0, most: MOST_EMPLOYEES } };
/// Places of work.
pub const SITES: Limits = Limits { key: "sites", range: Range::Whole { least: 1, most: MOST_SITES } };
/// Annual turnover.
pub const TURNOVER: Limits = Limits { key: "turnover_eur", range: Range::Euros { least: LEAST_TURNOVER } };
/// Balance sheet total.
pub const BALANCE_SHEET: Limits = Limits { key: "balance_sheet_eur", range: Range::Euros { least: 0.0 } };
/// Money that may be lost.
pub const RESERVE: Limits = Limits { key: "liquid_reserve_eur", range: Range::Euros { least: 0.0 } };
/// A day without IT.
pub const STANDSTILL_DAY: Limits = Limits { key: "standstill_day_eur", range: Range::Euros { least: 0.0 } };
/// An own hour.
pub const OWN_HOUR: Limits = Limits { key: "own_hour_eur", range: Range::Euros { least: 0.0 } };
/// Own hours a month.
pub const HOURS_PER_MONTH: Limits = Limits { key: "hours_per_month", range: Range::UpTo(MOST_HOURS) };
/// Bearable probability of a loss above the reserve.
pub const TOLERABLE_RUIN: Limits = Limits { key: "tolerable_ruin", range: Range::UpTo(1.0) };
/// Hours of standstill that a process can stand.
pub const TOLERABLE_HOURS: Limits = Limits { key: "tolerable_hours", range: Range::UpTo(MOST_HOURS) };
/// What a day without a process costs.
pub const PROCESS_DAY: Limits = Limits { key: "day_eur", range: Range::Euros { least: 0.0 } };

impl Range {
    /// Least and most.
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Whole { least, most } => (f64::from(least), f64::from(most)),
            Self::Euros { least } => (least, MOST_EUROS),
            Self::UpTo(most) => (0.0, most),
        }
    }

    /// True for people and places.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Whole { .. })
    }
}

impl Limits {
    /// The number as a table has it.
    pub(super) fn read(&self, table: &mut Table<'_>, faults: &mut Faults) -> Option<f64> {
        match self.range {
            Range::Whole { .. } => self.read_whole(table, faults).map(f64::from),
            Range::Euros { least } if least > 0.0 => table.positive_euros(self.key, faults),
            Range::Euros { .. } => table.euros(self.key, faults),
            Range::UpTo(most) => table.number(self.key, 0.0, Some(most), faults),
        }
    }

    /// The same for people and places.
    pub(super) fn read_whole(&self, table: &mut Table<'_>, faults: &mut Faults) -> Option<u32> {
        let Range::Whole { least, most } = self.range else { return None };
        let number = table.whole(self.key, i64::from(least), i64::from(most), faults)?;
        u32::try_from(number).ok()
    }
}
