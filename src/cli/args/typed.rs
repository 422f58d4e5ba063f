//! Numbers in options, read as people in Germany type them, with the limits of the files.

use crate::assessment::answers_file::limits::MOST_HOURS;
use crate::german::amount;

/// An amount in euros.
pub fn euros(typed: &str) -> Result<f64, String> {
    amount::amount(typed).map_err(amount::remedy)
}

/// Hours of a year.
pub fn hours(typed: &str) -> Result<f64, String> {
    plain(typed, 0.0, MOST_HOURS)
        .ok_or_else(|| "Gebraucht werden 0 bis 10.000 Stunden, zum Beispiel 40.".into())
}

/// An interest, per cent.
pub fn percent(typed: &str) -> Result<f64, String> {
    plain(typed, 0.0, 50.0).ok_or_else(|| "Gebraucht werden 0 bis 50 Prozent, zum Beispiel 3,5.".into())
}

/// Years a reserve has to last.
pub fn years(typed: &str) -> Result<u32, String> {
    let years = typed.trim().parse().ok().filter(|it| (1..=100).contains(it));
    years.ok_or_else(|| "Gebraucht werden 1 bis 100 ganze Jahre, zum Beispiel 10.".into())
}

/// A probability or share.
pub fn share(typed: &str) -> Result<f64, String> {
    plain(typed, 0.0, 1.0).ok_or_else(|| "Gebraucht wird ein Anteil von 0 bis 1, zum Beispiel 0,05.".into())
}

/// A number with a decimal comma or point within a range.
fn plain(typed: &str, least: f64, most: f64) -> Option<f64> {
    typed.trim().replace(',', ".").parse().ok().filter(|it| (least..=most).contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_take_numbers_as_germans_write_them() {
        assert_eq!(euros("2.000"), Ok(2000.0));
        assert_eq!(euros("2000,50"), Ok(2000.5));
        assert_eq!(percent("3,5"), Ok(3.5));
        assert_eq!(share("0,005"), Ok(0.005));
        assert_eq!(years("10"), Ok(10));
    }

    #[test]
    fn what_is_out_of_range_is_refused_with_the_range() {
        for refused in [euros("nan"), euros("-5"), percent("300"), hours("inf"), share("1,5")] {
            assert!(refused.is_err());
        }
        assert!(years("0").is_err_and(|it| it.contains("1 bis 100")));
    }
}
