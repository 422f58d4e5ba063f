//! The only clock, and whose hands are on it: the day, the moment, the person, the computer.

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

/// Now, as people write it.
#[expect(clippy::disallowed_methods, reason = "the rim knows the time")]
pub fn moment() -> String {
    jiff::Zoned::now().strftime("%d.%m.%Y, %H:%M").to_string()
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
