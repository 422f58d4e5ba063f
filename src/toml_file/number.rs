//! Numbers and days as a German writes them, told apart from what TOML understands.
//!
//! `60.000` is sixty thousand on every German invoice and sixty in TOML. Nothing here guesses silently: a number that
//! can mean both is a fault with the remedy, and what is no TOML at all is answered with what was probably meant.

/// `1.900.000`, `60.000,50`: what a German means by points and comma together, as TOML writes it. A single point
/// without a comma is TOML and may mean either; see [`ambiguous_thousands`].
pub fn german_thousands(written: &str) -> Option<String> {
    let (whole, cents) = match written.split_once(',') {
        Some((whole, cents)) if is_digits(cents) => (whole, Some(cents)),
        Some(_) => return None,
        None => (written, None),
    };
    let points = whole.matches('.').count();
    let is_meant = points > 1 || (points == 1 && cents.is_some());
    let whole = in_thousands(whole).filter(|_| is_meant)?;
    Some(cents.map_or_else(|| whole.clone(), |it| format!("{whole}.{it}")))
}

/// `0,5`, `1900000,50`: the same with a decimal point.
pub fn decimal_comma(written: &str) -> Option<String> {
    let (whole, decimals) = written.split_once(',')?;
    let plain = |it: &str| is_digits(&it.replace('_', ""));
    let unsigned = whole.trim_start_matches(['-', '+']);
    (plain(unsigned) && is_digits(decimals)).then(|| format!("{whole}.{decimals}"))
}

/// `11.2.2026`, `21.11.26`: the same as TOML writes a day.
pub fn german_day(written: &str) -> Option<String> {
    let parts: Vec<&str> = written.split('.').collect();
    let [day, month, year] = parts[..] else { return None };
    let (day, month): (u8, u8) = (short(day)?, short(month)?);
    let year: i16 = match year.len() {
        2 => 2000 + year.parse::<i16>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    let is_day = (1..=31).contains(&day) && (1..=12).contains(&month);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// `60.000` where TOML reads sixty: the number with an underscore between thousands. Three zeros behind the point are
/// no precision anybody writes; of euros nobody writes thousandths at all.
pub fn ambiguous_thousands(written: &str, is_euros: bool) -> Option<String> {
    let (whole, decimals) = written.split_once('.')?;
    let is_meant = decimals.len() == 3 && (is_euros || decimals == "000") && !whole.starts_with('0');
    in_thousands(written).filter(|_| is_meant && !whole.contains('_'))
}

/// Groups of three behind points, with underscores instead.
fn in_thousands(written: &str) -> Option<String> {
    let mut groups = written.trim_start_matches(['-', '+']).split('.');
    let is_head = groups.next().is_some_and(|it| is_digits(it) && it.len() <= 3);
    let are_thousands = is_head && groups.all(|it| is_digits(it) && it.len() == 3);
    are_thousands.then(|| written.replace('.', "_"))
}

fn short(digits: &str) -> Option<u8> {
    (digits.len() <= 2 && is_digits(digits)).then(|| digits.parse().ok())?
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_point_and_three_digits_mean_thousands_of_euros() {
        assert_eq!(ambiguous_thousands("60.000", true).as_deref(), Some("60_000"));
        assert_eq!(ambiguous_thousands("1.200", true).as_deref(), Some("1_200"));
        assert_eq!(ambiguous_thousands("-2.500", true).as_deref(), Some("-2_500"));
        assert_eq!(ambiguous_thousands("0.125", true), None);
        assert_eq!(ambiguous_thousands("120.5", true), None);
        assert_eq!(ambiguous_thousands("1200.000", true), None);
    }

    #[test]
    fn elsewhere_only_three_zeros_do() {
        assert_eq!(ambiguous_thousands("1.000", false).as_deref(), Some("1_000"));
        assert_eq!(ambiguous_thousands("1.125", false), None);
        assert_eq!(ambiguous_thousands("0.000", false), None);
    }

    #[test]
    fn a_day_is_a_day_and_no_version_number() {
        assert_eq!(german_day("1.3.2026").as_deref(), Some("2026-03-01"));
        assert_eq!(german_day("40.3.2026"), None);
        assert_eq!(german_day("1.2.3"), None);
    }
}
