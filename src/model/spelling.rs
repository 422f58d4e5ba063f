//! How a typed word is written when umlauts, accents, case and signs no longer count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Endings of women's, plural and inflected forms, the longest first.
const ENDINGS: [&str; 8] = ["innen", "in", "en", "er", "es", "e", "n", "s"];

/// Letters that have to remain before an ending.
const SHORTEST_STEM: usize = 4;

/// A word in the forms in which words are compared. Letters are small and plain: a to z and digits only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// Its parts between signs and spaces, umlauts as two letters.
    pub tokens: Vec<String>,
    /// The parts joined.
    pub key: String,
    /// The parts joined, umlauts with their dots simply dropped, as on a foreign keyboard.
    pub flat: String,
    /// The key without its ending.
    pub stem: String,
}

impl Spelling {
    /// The forms of a word or of several.
    pub fn of(text: &str) -> Self {
        Self::of_kept(text, |_| true)
    }

    /// The forms without the tokens that do not count; with all of them where none would remain.
    pub fn of_kept(text: &str, counts: impl Fn(&str) -> bool) -> Self {
        let lower: String = text.nfc().collect::<String>().to_lowercase().replace('\u{df}', "ss");
        let words = lower.split(|it: char| !it.is_alphanumeric());
        let words: Vec<&str> = words.filter(|it| !spread(it).is_empty()).collect();
        let mut kept: Vec<&str> = words.iter().copied().filter(|it| counts(&spread(it))).collect();
        if kept.is_empty() {
            kept = words;
        }
        let tokens: Vec<String> = kept.iter().map(|it| spread(it)).collect();
        let key = tokens.concat();
        let flat = kept.iter().map(|it| plain(it)).collect();
        Self { stem: stem(&key).to_owned(), tokens, key, flat }
    }
}

/// A word without its ending, where enough remains.
pub fn stem(word: &str) -> &str {
    let shorter = ENDINGS.iter().filter_map(|it| word.strip_suffix(it));
    shorter.into_iter().find(|it| it.len() >= SHORTEST_STEM).unwrap_or(word)
}

/// Small letters with umlauts as two letters.
fn spread(lower: &str) -> String {
    plain(&lower.replace('\u{e4}', "ae").replace('\u{f6}', "oe").replace('\u{fc}', "ue"))
}

/// Small letters and digits without anything above or below them.
fn plain(lower: &str) -> String {
    lower.nfkd().filter(|it| !is_combining_mark(*it) && it.is_ascii_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_are_two_letters_or_lose_their_dots() {
        let word = Spelling::of("T\u{e4}towierer-Stra\u{df}e");
        assert_eq!(word.key, "taetowiererstrasse");
        assert_eq!(word.flat, "tatowiererstrasse");
        // An umlaut of two code points, as some systems write file names, is the same letter.
        assert_eq!(Spelling::of("Ta\u{308}towierer-Stra\u{df}e"), word);
        assert_eq!(Spelling::of("Caf\u{e9}").key, "cafe");
    }

    #[test]
    fn feminine_and_plural_share_a_stem() {
        assert_eq!(stem("friseurinnen"), stem("friseur"));
        assert_eq!(stem("maler"), "maler");
        assert_eq!(stem("dachdeckerin"), "dachdecker");
    }

    #[test]
    fn what_does_not_count_falls_out_unless_nothing_would_remain() {
        let counts = |it: &str| it != "gmbh";
        assert_eq!(Spelling::of_kept("Elektro Schmidt GmbH", counts).tokens, ["elektro", "schmidt"]);
        assert_eq!(Spelling::of_kept("GmbH", counts).tokens, ["gmbh"]);
    }
}
