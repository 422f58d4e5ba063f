//! Codes of the classification of economic activities, as people type them.

/// The editions firms are found under.
const EDITIONS: [u16; 2] = [2008, 2025];

/// A typed code or the beginning of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The edition, where it was typed.
    pub edition: Option<u16>,
    /// Division, group, class or sub-class with points, such as "96.02.1".
    pub digits: String,
}

impl Code {
    /// Reads `96`, `96.02`, `96021`, `43,22`, `96.02.1`, `WZ 96.02`, `WZ 2025: 96.21`.
    pub fn read(typed: &str) -> Option<Self> {
        let lower = typed.trim().to_lowercase();
        let rest = ["wz", "nace"].into_iter().find_map(|it| lower.strip_prefix(it)).unwrap_or(&lower);
        let rest = rest.trim_start_matches([' ', '-', ':']);
        let with_edition = EDITIONS.into_iter().find_map(|edition| {
            let after = rest.strip_prefix(&edition.to_string())?;
            let digits = digits(after.trim_start_matches([' ', ':']))?;
            Some(Self { edition: Some(edition), digits })
        });
        with_edition.or_else(|| Some(Self { edition: None, digits: digits(rest)? }))
    }

    /// True where the edition was not typed or is this one.
    pub fn is_of(&self, edition: u16) -> bool {
        self.edition.is_none_or(|it| it == edition)
    }
}

/// Two digits, then up to two, then up to one, with or without points or commas between them.
fn digits(typed: &str) -> Option<String> {
    let mut rest = typed.trim_end();
    let mut parts = Vec::new();
    for most in [2, 2, 1] {
        let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (part, after) = rest.split_at(length);
        parts.push(part);
        rest = after.strip_prefix(['.', ',']).unwrap_or(after).trim_start();
    }
    if parts[0].len() < 2 || !rest.is_empty() {
        return None;
    }
    parts.retain(|it| !it.is_empty());
    Some(parts.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<String> {
        Code::read(typed).map(|it| it.digits)
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for (typed, digits) in [
            ("96", "96"),
            ("96.02", "96.02"),
            ("96021", "96.02.1"),
            ("WZ 96.02", "96.02"),
            ("45.2", "45.2"),
            ("43,22", "43.22"),
            ("96.02.1", "96.02.1"),
            ("wz 2025: 96.21", "96.21"),
            ("2025", "20.25"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(digits), "{typed}");
        }
        assert_eq!(Code::read("WZ 2025 96.21").unwrap().edition, Some(2025));
    }

    #[test]
    fn words_and_other_numbers_are_no_codes() {
        for typed in ["", "9", "Friseur", "96.02.12", "960211", "3d-druck", "24h", "wz"] {
            assert_eq!(Code::read(typed), None, "{typed}");
        }
    }
}
