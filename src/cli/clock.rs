//! The only clock.

use jiff::civil::Date;

use super::fault::Fault;
use crate::german;

/// The day of reckoning: the one asked for, else today.
pub fn day(asked: Option<&str>) -> anyhow::Result<Date> {
    match asked {
        Some(text) => text.parse().map_err(|_| Fault::usage(german::fault::bad_date(text))),
        None => Ok(today()),
    }
}

#[expect(clippy::disallowed_methods, reason = "the rim knows the time")]
fn today() -> Date {
    jiff::Zoned::now().date()
}
