//! Numbers and days as people type them in Germany: "1,9 Mio", "1.900.000", "60k", "21.11.2026".

use jiff::civil::Date;

use super::number;

/// Why something typed is no amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unreadable {
    /// No number in it.
    NoNumber,
    /// Below zero.
    Negative,
    /// A comma with three digits behind it: a decimal comma here, a thousands mark elsewhere.
    Ambiguous {
        /// With a point for thousands.
        thousands: f64,
    },
    /// A part of a person.
    NotWhole,
    /// Beyond what any small firm turns over.
    TooLarge,
}

/// Beyond this an amount is a slip: a thousand billion euros.
const MOST: f64 = 1e12;

/// More people than any firm in Germany employs.
const MOST_PEOPLE: f64 = 1e6;

/// Words before a number that change nothing.
pub const ABOUT: [&str; 8] = ["ungefähr", "ungefaehr", "etwa", "circa", "rund", "ca.", "ca", "~"];

/// Words and signs after a number, with what they multiply by; longer ones first.
pub const UNITS: [(&str, f64); 20] = [
    ("milliarden", 1e9),
    ("milliarde", 1e9),
    ("mrd.", 1e9),
    ("mrd", 1e9),
    ("millionen", 1e6),
    ("million", 1e6),
    ("mio.", 1e6),
    ("mio", 1e6),
    ("tausend", 1e3),
    ("tsd.", 1e3),
    ("tsd", 1e3),
    ("teur", 1e3),
    ("t€", 1e3),
    ("k€", 1e3),
    ("euro", 1.0),
    ("eur", 1.0),
    ("€", 1.0),
    ("k", 1e3),
    ("t", 1e3),
    ("m", 1e6),
];

/// An amount of money.
///
/// The point separates thousands and the comma decimals, as in Germany; a lone point before one or two digits
/// is read as a decimal point, because nobody writes thousands that way.
pub fn amount(typed: &str) -> Result<f64, Unreadable> {
    let mut text = typed.trim().to_lowercase();
    for word in ABOUT {
        if let Some(rest) = text.strip_prefix(word) {
            text = rest.trim_start().to_owned();
        }
    }
    let mut factor = 1.0;
    // "1,9 Mio. Euro" carries two units.
    for _ in 0..2 {
        if let Some((rest, times)) =
            UNITS.iter().find_map(|(unit, times)| Some((text.strip_suffix(unit)?, times)))
        {
            factor *= times;
            text = rest.trim_end().to_owned();
        }
    }
    let value = figure(&text, factor > 1.0)? * factor;
    if value > MOST { Err(Unreadable::TooLarge) } else { Ok(value) }
}

fn figure(text: &str, has_unit: bool) -> Result<f64, Unreadable> {
    let (text, negative) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (rest.trim_start(), true),
        None => (text, false),
    };
    let digits: String =
        text.chars().filter(|it| !it.is_whitespace() && !matches!(it, '\'' | '’' | '_')).collect();
    let plain = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let (whole, decimals) = match digits.split_once(',') {
        Some((whole, decimals)) => (whole.to_owned(), decimals.to_owned()),
        None => match digits.rsplit_once('.') {
            Some((whole, decimals)) if !whole.contains('.') && decimals.len() < 3 => {
                (whole.to_owned(), decimals.to_owned())
            }
            _ => (digits.clone(), String::new()),
        },
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|it| it.len() == 3));
    let whole: String = groups.concat();
    if !plain(&whole) || !grouped || !(decimals.is_empty() || plain(&decimals)) {
        return Err(Unreadable::NoNumber);
    }
    if negative {
        return Err(Unreadable::Negative);
    }
    if decimals.len() == 3 && !has_unit {
        let thousands = format!("{whole}{decimals}").parse().map_err(|_| Unreadable::NoNumber)?;
        return Err(Unreadable::Ambiguous { thousands });
    }
    format!("{whole}.{decimals}0").parse().map_err(|_| Unreadable::NoNumber)
}

/// A number of people.
pub fn people(typed: &str) -> Result<u32, Unreadable> {
    let text = typed.trim().trim_end_matches(|it: char| it.is_alphabetic() || it.is_whitespace());
    // "14 Leute" are 14, "80k" are not 80.
    let value = amount(typed).or_else(|_| amount(text))?;
    if libm::trunc(value) < value {
        return Err(Unreadable::NotWhole);
    }
    if value > MOST_PEOPLE {
        return Err(Unreadable::TooLarge);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked right above")]
    Ok(value as u32)
}

/// A day: "21.11.2026", "21.11.26" or "2026-11-21".
pub fn day(typed: &str) -> Option<Date> {
    let text = typed.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let short_year = year.len() == 2;
    let year: i16 = year.parse().ok()?;
    let year = if short_year { 2000 + year } else { year };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// What to do about it, in one sentence.
pub fn remedy(unreadable: Unreadable) -> String {
    match unreadable {
        Unreadable::NoNumber => {
            "Das lese ich nicht als Zahl. Möglich sind zum Beispiel 60.000, 60k oder 1,9 Mio.".into()
        }
        Unreadable::Negative => "Die Zahl muss größer als null sein.".into(),
        Unreadable::Ambiguous { thousands } => format!(
            "Meinen Sie {}? Tausender bitte mit Punkt schreiben, Komma nur für Nachkommastellen.",
            number::exact_euros(thousands)
        ),
        Unreadable::NotWhole => "Bitte eine ganze Zahl von Menschen; Teilzeit zählt als ein Mensch.".into(),
        Unreadable::TooLarge => "Die Zahl ist zu groß. Bitte prüfen Sie die Nullen.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        let cases = [
            ("1,9 Mio", 1.9e6),
            ("1.900.000", 1.9e6),
            ("1900000", 1.9e6),
            ("1.9 Mio. €", 1.9e6),
            ("60k", 60e3),
            ("60 T€", 60e3),
            ("ca. 60.000 Euro", 60e3),
            ("rund 2 Millionen Euro", 2e6),
            ("1'900'000", 1.9e6),
            ("60 000,50", 60_000.5),
            ("0", 0.0),
            ("1,234 Mio", 1.234e6),
            ("12.5", 12.5),
            ("1,2 Mrd", 1.2e9),
            ("80 tsd.", 80e3),
        ];
        for (typed, value) in cases {
            let read = amount(typed).unwrap_or_else(|it| panic!("{typed}: {it:?}"));
            assert!((read - value).abs() < 1e-6, "{typed} became {read}");
        }
    }

    #[test]
    fn what_is_no_amount_says_why() {
        assert_eq!(amount(""), Err(Unreadable::NoNumber));
        assert_eq!(amount("viel"), Err(Unreadable::NoNumber));
        assert_eq!(amount("1.90.000"), Err(Unreadable::NoNumber));
        assert_eq!(amount("12,5,1"), Err(Unreadable::NoNumber));
        assert_eq!(amount("-5"), Err(Unreadable::Negative));
        assert_eq!(amount("1,900"), Err(Unreadable::Ambiguous { thousands: 1900.0 }));
        assert_eq!(amount("9999999999999"), Err(Unreadable::TooLarge));
        assert_eq!(amount(&"9".repeat(5000)), Err(Unreadable::TooLarge));
    }

    #[test]
    fn people_come_in_whole_numbers() {
        assert_eq!(people("14"), Ok(14));
        assert_eq!(people("14 Leute"), Ok(14));
        assert_eq!(people("80k"), amount("80k").map(|it| if it > 0.0 { 80_000 } else { 0 }));
        assert_eq!(people("1.200"), Ok(1200));
        assert_eq!(people("2,5"), Err(Unreadable::NotWhole));
    }

    #[test]
    fn days_read_in_both_ways() {
        let day_of = |text| day(text).map(|it| it.to_string());
        assert_eq!(day_of("21.11.2026").as_deref(), Some("2026-11-21"));
        assert_eq!(day_of("1.3.26").as_deref(), Some("2026-03-01"));
        assert_eq!(day_of("2026-11-21").as_deref(), Some("2026-11-21"));
        assert_eq!(day_of("31.2.2026"), None);
        assert_eq!(day_of("gestern"), None);
    }
}
