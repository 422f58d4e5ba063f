//! Where a German line may break.

use hypher::Lang;

/// A place where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opportunity {
    /// Index of the first character of the next line.
    pub(super) at: usize,
    /// What the break costs the eye.
    pub(super) kind: Kind,
}

/// Kinds of breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// At a space.
    Space,
    /// After a mark that stays: a hyphen or slash.
    Mark,
}

/// Words shorter than this are never divided.
const SHORTEST_DIVIDED: usize = 7;
/// Longer "words" are keys, hashes or nonsense; hyphenating them costs time and helps nobody.
const LONGEST_DIVIDED: usize = 60;
/// Letters that stay on the line, and letters that go to the next.
const LEAST_BEFORE: usize = 3;
const LEAST_AFTER: usize = 3;

/// All places where a line of these characters may break without dividing a word, in order. `divisible` says of each
/// character whether its word may be hyphenated.
pub(super) fn opportunities(characters: &[char], divisible: impl Fn(usize) -> bool) -> Vec<Opportunity> {
    let mut found = Vec::new();
    for (at, character) in characters.iter().enumerate() {
        match character {
            ' ' if characters.get(at + 1) != Some(&' ') && !clings(characters, at) => {
                found.push(Opportunity { at: at + 1, kind: Kind::Space });
            }
            _ if breaks_after(characters, &divisible, at) => {
                found.push(Opportunity { at: at + 1, kind: Kind::Mark });
            }
            _ => {}
        }
    }
    found
}

/// The places after `start` and up to `end` where a word may be divided, in order.
pub(super) fn divisions(
    characters: &[char],
    divisible: impl Fn(usize) -> bool,
    start: usize,
    end: usize,
) -> Vec<usize> {
    let mut found = Vec::new();
    let letter = |at: usize| characters.get(at).is_some_and(|it| it.is_alphabetic());
    let mut from = start;
    while from > 0 && letter(from) && letter(from - 1) {
        from -= 1;
    }
    while from < end {
        if !letter(from) {
            from += 1;
            continue;
        }
        let to = (from..characters.len()).find(|at| !letter(*at)).unwrap_or(characters.len());
        syllables(characters, &divisible, from, to, &mut found);
        from = to;
    }
    found.retain(|at| (start + 1..=end).contains(at));
    found
}

/// A dash between spaces stays with the words before it.
fn clings(characters: &[char], space: usize) -> bool {
    matches!(characters.get(space + 1), Some('\u{2013}' | '\u{b7}'))
        && characters.get(space + 2) == Some(&' ')
}

fn breaks_after(characters: &[char], divisible: impl Fn(usize) -> bool, at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|it| characters[it]), characters.get(at + 1))
    else {
        return false;
    };
    let inside_word = before.is_alphanumeric() && after.is_alphanumeric();
    match characters[at] {
        '-' | '\u{2010}' => inside_word && (after.is_alphabetic() || !divisible(at)),
        '/' | '\u{2013}' | '\u{2014}' => inside_word,
        // The point of an amount belongs to it, also where words are not divided.
        '.' if before.is_ascii_digit() && after.is_ascii_digit() => false,
        '.' | '@' | '_' | '?' | '&' | '=' | '#' => inside_word && !divisible(at),
        _ => false,
    }
}

fn syllables(
    characters: &[char],
    divisible: impl Fn(usize) -> bool,
    start: usize,
    end: usize,
    found: &mut Vec<usize>,
) {
    let length = end.saturating_sub(start);
    if !(SHORTEST_DIVIDED..=LONGEST_DIVIDED).contains(&length) || !(start..end).all(divisible) {
        return;
    }
    let word: String = characters[start..end].iter().collect();
    // Abbreviations in capitals are read letter by letter.
    if word.chars().skip(1).all(char::is_uppercase) {
        return;
    }
    let mut at = start;
    for syllable in hypher::hyphenate_bounded(&word, Lang::German, LEAST_BEFORE, LEAST_AFTER) {
        at += syllable.chars().count();
        if at < end {
            found.push(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let characters: Vec<char> = text.chars().collect();
        let found = opportunities(&characters, |_| true);
        let divided = divisions(&characters, |_| true, 0, characters.len());
        let shown: String = (0..characters.len())
            .flat_map(|at| {
                let whole = found.iter().find(|it| it.at == at).map(|it| match it.kind {
                    Kind::Space => '_',
                    Kind::Mark => '|',
                });
                let sign = whole.or(divided.contains(&at).then_some('~'));
                sign.into_iter().chain([characters[at]])
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn long_words_break_at_syllables() {
        check("Datensicherung", "Daten~si~che~rung");
    }

    #[test]
    fn a_word_begun_on_the_line_before_is_divided_as_a_whole() {
        let characters: Vec<char> = "die Datensicherung".chars().collect();
        assert_eq!(divisions(&characters, |_| true, 9, 18), [11, 14]);
        assert_eq!(divisions(&characters, |_| true, 4, 11), [9, 11]);
    }

    #[test]
    fn short_words_and_abbreviations_stay_whole() {
        check("Woche DSGVOXY", "Woche _DSGVOXY");
    }

    #[test]
    fn words_break_after_their_own_hyphens_and_slashes() {
        check("WLAN-Netz und/oder", "WLAN-|Netz _und/|oder");
    }

    #[test]
    fn an_amount_keeps_its_unit() {
        check("1.200\u{202f}\u{20ac} im Jahr", "1.200\u{202f}\u{20ac} _im _Jahr");
    }

    #[test]
    fn an_amount_is_never_torn_even_where_words_are_not_divided() {
        let characters: Vec<char> = "auf 6.300\u{202f}\u{20ac}".chars().collect();
        let found = opportunities(&characters, |_| false);
        assert_eq!(found.iter().map(|it| it.at).collect::<Vec<_>>(), [4]);
    }

    #[test]
    fn a_dash_does_not_open_a_line() {
        check("heute \u{2013} morgen", "heute \u{2013} _morgen");
    }

    #[test]
    fn a_missing_first_part_keeps_its_hyphen() {
        check("Ein- und Ausgang", "Ein- _und _Aus~gang");
    }
}
