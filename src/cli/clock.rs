//! The only clock, and whose hands are on it: the day, the moment, the person, the computer.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::fault::Fault;
use super::output;
use crate::german;
use crate::toml_file::german_day;

/// The day of reckoning: the one asked for, else today.
pub fn day(asked: Option<&str>) -> anyhow::Result<Date> {
    match asked {
        Some(text) => {
            let day = german_day(text);
            let day = day.as_deref().unwrap_or(text).parse();
            day.map_err(|_| Fault::usage(german::fault::bad_date(text)))
        }
        None => Ok(today()),
    }
}

fn today() -> Date {
    now().date()
}

/// Now, as people write it.
pub fn moment() -> String {
    now().strftime("%d.%m.%Y, %H:%M").to_string()
}

/// Now in the zone of this computer; in UTC, and said so, where nobody knows that zone.
#[expect(clippy::disallowed_methods, reason = "the rim knows the time")]
fn now() -> Zoned {
    let zone = TimeZone::try_system().unwrap_or_else(|_| {
        output::complain(&german::fault::unknown_zone(&named_by(&["TZ"])));
        TimeZone::UTC
    });
    Timestamp::now().to_zoned(zone)
}

/// Who is logged in, as the system names them; empty where it does not.
pub fn person() -> String {
    named_by(&["USER", "LOGNAME", "USERNAME"])
}

/// What the computer is called, where the system says so.
pub fn computer() -> String {
    let named = named_by(&["HOSTNAME", "COMPUTERNAME"]);
    if !named.is_empty() {
        return named;
    }
    let kernel = super::files::read_bytes(std::path::Path::new("/proc/sys/kernel/hostname"));
    kernel.map_or_else(|_| String::new(), |it| String::from_utf8_lossy(&it).trim().to_owned())
}

#[expect(clippy::disallowed_methods, reason = "the rim reads the environment")]
fn named_by(variables: &[&str]) -> String {
    let found = variables.iter().find_map(|it| std::env::var(it).ok().filter(|it| !it.is_empty()));
    found.unwrap_or_default()
}
