//! Numbers, money, dates in German, rounded once to what the evidence bears.

use jiff::civil::Date;

/// Digits with a point every three: 1234567 becomes "1.234.567"; the sign is a real minus.
pub fn integer(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if value < 0 {
        out.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// Rounds to two significant digits, at least to whole tens from 100 on: estimates bear no more.
///
/// Source: the inputs are three-point estimates whose ends differ by a factor of two and more, so a third
/// digit would pretend knowledge (`docs/method.md`, honesty).
pub fn rounded(value: f64) -> f64 {
    if !value.is_finite() {
        return 0.0;
    }
    let magnitude = value.abs();
    let step = if magnitude < 10.0 {
        1.0
    } else {
        let exponent = libm::floor(libm::log10(magnitude)) - 1.0;
        libm::round(libm::pow(10.0, exponent)).max(1.0)
    };
    libm::round(value / step) * step
}

#[expect(clippy::cast_possible_truncation, reason = "amounts are clamped to what i64 holds")]
fn whole(value: f64) -> i64 {
    libm::round(value.clamp(-9.0e18, 9.0e18)) as i64
}

/// An estimated amount: "6.800 €", rounded to two significant digits, with a non-breaking space.
pub fn euros(value: f64) -> String {
    format!("{}\u{a0}€", integer(whole(rounded(value))))
}

/// An amount the owner named or that adds up in a table: whole euros.
pub fn exact_euros(value: f64) -> String {
    format!("{}\u{a0}€", integer(whole(value)))
}

/// An estimated range: "2.900 bis 11.000 €".
pub fn euro_range(low: f64, high: f64) -> String {
    format!("{} bis {}", integer(whole(rounded(low))), euros(high))
}

/// A difference with its sign: "+600 €", "−200 €".
pub fn signed_euros(value: f64) -> String {
    let amount = rounded(value);
    let sign = if amount > 0.0 { "+" } else { "" };
    format!("{sign}{}\u{a0}€", integer(whole(amount)))
}

/// A share as percent with one decimal below 10 %: "1,9 %", "17 %".
pub fn percent(share: f64) -> String {
    let value = share * 100.0;
    if value.abs() < 0.05 && value.abs() > 0.0 {
        return "unter 0,1\u{a0}%".into();
    }
    if value.abs() > 0.0 && value.abs() < 9.95 {
        format!("{}\u{a0}%", decimal(value, 1))
    } else {
        format!("{}\u{a0}%", decimal(value, 0))
    }
}

/// How far something is, in whole percent: answers have four steps and bear no decimals.
pub fn whole_percent(share: f64) -> String {
    let value = share * 100.0;
    if value > 0.0 && value < 0.5 {
        return "unter 1\u{a0}%".into();
    }
    format!("{}\u{a0}%", decimal(value, 0))
}

/// A number with so many decimals and a decimal comma.
pub fn decimal(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole_part, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole_part = integer(whole_part.parse().unwrap_or(i64::MAX));
    let sign = if value < 0.0 && text.chars().any(|it| ('1'..='9').contains(&it)) { "\u{2212}" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole_part}") } else { format!("{sign}{whole_part},{fraction}") }
}

/// A probability a year as people say it: "1 von 53".
pub fn one_in(probability: f64) -> String {
    if probability <= 0.0 {
        return "nie".into();
    }
    if probability < 1e-4 {
        return "seltener als 1 von 10.000".into();
    }
    if probability > 0.4 {
        return format!("{} von 10", whole((probability * 10.0).min(10.0)));
    }
    format!("1 von {}", integer(whole(counted_down(1.0 / probability))))
}

/// Years in which one is bad, never more than reckoned: whole ones below 100, fives below 200, two digits above.
fn counted_down(value: f64) -> f64 {
    let step = match value {
        it if it < 100.0 => 1.0,
        it if it < 200.0 => 5.0,
        it => libm::pow(10.0, libm::floor(libm::log10(it)) - 1.0),
    };
    // A hundredth from the next step is that step: what is told of 1 in 100 is the limit itself.
    libm::floor(value / step + 0.01) * step
}

/// Counts of years: two digits below 100, then two significant digits.
fn rounded_count(value: f64) -> f64 {
    if value < 100.0 { libm::round(value) } else { rounded(value) }
}

/// How often something happens: "etwa alle 12 Jahre", "etwa zweimal im Jahr".
pub fn how_often(events_per_year: f64) -> String {
    if events_per_year <= 0.0 {
        return "nie".into();
    }
    if events_per_year >= 1.5 {
        return format!("etwa {}-mal im Jahr", integer(whole(events_per_year)));
    }
    let years = 1.0 / events_per_year;
    if years < 1.5 {
        return "etwa jedes Jahr".into();
    }
    if years > 1000.0 {
        return "seltener als alle 1.000 Jahre".into();
    }
    format!("etwa alle {} Jahre", integer(whole(rounded_count(years))))
}

/// Hours: "1 Std.", "1,5 Std.", "38 Std."; below a quarter of an hour in minutes.
pub fn hours(value: f64) -> String {
    if value > 0.0 && value < 0.25 {
        return format!("{}\u{a0}Min.", integer(whole((value * 60.0).max(1.0))));
    }
    if value < 9.75 {
        let half = libm::round(value * 2.0) / 2.0;
        let decimals = usize::from(libm::fabs(half - libm::round(half)) > 0.25);
        return format!("{}\u{a0}Std.", decimal(half, decimals));
    }
    format!("{}\u{a0}Std.", integer(whole(value)))
}

/// A date: "21.11.2026".
pub fn date(day: Date) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year())
}

/// The German name of a month, 1 to 12.
pub fn month(number: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    NAMES[usize::try_from(number - 1).unwrap_or(0).min(11)]
}

/// Month and year: "November 2027".
pub fn month_of(day: Date) -> String {
    format!("{} {}", month(day.month()), day.year())
}

/// Picks the singular or plural word for a count: `count(1, "Frage", "Fragen")` is "1 Frage".
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{} {many}", integer(i64::try_from(number).unwrap_or(i64::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_keep_two_digits() {
        let cases =
            [(6_812.0, "6.800\u{a0}€"), (23_456.0, "23.000\u{a0}€"), (97.4, "97\u{a0}€"), (3.6, "4\u{a0}€")];
        for (value, text) in cases {
            assert_eq!(euros(value), text);
        }
        assert_eq!(euros(999.0), "1.000\u{a0}€");
        assert_eq!(euros(-1_234_567.0), "\u{2212}1.200.000\u{a0}€");
    }

    #[test]
    fn an_unprintable_number_never_reaches_paper() {
        for value in [f64::NAN, f64::INFINITY, -f64::INFINITY] {
            assert_eq!(euros(value), "0\u{a0}€");
        }
    }

    #[test]
    fn chances_read_as_people_say_them() {
        assert_eq!(one_in(0.0189), "1 von 52");
        assert_eq!(one_in(0.01), "1 von 100");
        assert_eq!(one_in(0.0051), "1 von 195");
        assert_eq!(one_in(0.0041), "1 von 240");
        assert_eq!(one_in(0.66), "7 von 10");
        assert_eq!(one_in(0.00002), "seltener als 1 von 10.000");
        assert_eq!(percent(0.019), "1,9\u{a0}%");
        assert_eq!(percent(0.17), "17\u{a0}%");
        assert_eq!(percent(0.0), "0\u{a0}%");
        assert_eq!(whole_percent(0.083), "8\u{a0}%");
        assert_eq!(whole_percent(0.001), "unter 1\u{a0}%");
    }

    #[test]
    fn frequencies_become_years() {
        assert_eq!(how_often(1.0 / 12.3), "etwa alle 12 Jahre");
        assert_eq!(how_often(2.2), "etwa 2-mal im Jahr");
        assert_eq!(how_often(0.9), "etwa jedes Jahr");
    }

    #[test]
    fn hours_stay_proportionate() {
        assert_eq!(hours(0.1), "6\u{a0}Min.");
        assert_eq!(hours(1.5), "1,5\u{a0}Std.");
        assert_eq!(hours(2.0), "2\u{a0}Std.");
        assert_eq!(hours(38.2), "38\u{a0}Std.");
    }
}
