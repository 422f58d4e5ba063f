//! Foreign text made harmless: what a note, a name or a file may contain must neither break nor mislead a page.

use unicode_normalization::UnicodeNormalization;

use super::Typeface;

/// Drawn for a character the typeface lacks.
const UNKNOWN: char = '\u{25a1}';

/// The text as it can be printed.
///
/// Letters followed by a combining accent become the composed letter (file names from some systems carry them
/// apart), line breaks and tabs become spaces, control and direction characters vanish, and a character outside
/// the typeface becomes an empty square.
pub fn printable(typeface: &Typeface, text: &str) -> String {
    cleaned(text, |character| typeface.covers(character))
}

/// The text without control and direction characters, for screens that have fonts for everything.
pub fn harmless(text: &str) -> String {
    cleaned(text, |_| true)
}

fn cleaned(text: &str, covers: impl Fn(char) -> bool) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            '\t'
            | '\n'
            | '\r'
            | '\u{b}'
            | '\u{c}'
            | '\u{85}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{2000}'..='\u{2006}'
            | '\u{2008}'
            | '\u{205f}'
            | '\u{3000}' => clean.push(' '),
            '\u{2007}' => clean.push('\u{a0}'),
            _ if is_invisible(character) => {}
            // An accent that no letter took.
            '\u{300}'..='\u{36f}' => {}
            _ if covers(character) => clean.push(character),
            _ => clean.push(UNKNOWN),
        }
    }
    clean
}

/// Controls, joiners, direction overrides, variation selectors, skin tones, tags, surrogates' leftovers.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, clean: &str) {
        assert_eq!(printable(&Typeface::default(), raw), clean);
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        check(
            "Tischlerei M\u{fc}ller & S\u{f6}hne, 1.200\u{202f}\u{20ac}",
            "Tischlerei M\u{fc}ller & S\u{f6}hne, 1.200\u{202f}\u{20ac}",
        );
    }

    #[test]
    fn direction_overrides_and_controls_vanish() {
        check("Rech\u{202e}nung\u{0}\u{7}.pdf\u{200b}", "Rechnung.pdf");
    }

    #[test]
    fn line_breaks_become_spaces() {
        check("a\r\nb\tc", "a  b c");
    }

    #[test]
    fn letters_and_accents_kept_apart_grow_together() {
        check("Mu\u{308}ller Ko\u{308}ln c\u{30c}", "M\u{fc}ller K\u{f6}ln \u{10d}");
    }

    #[test]
    fn what_cannot_be_drawn_is_shown_as_a_square() {
        check("ok \u{1f600}\u{fe0f}\u{1f44d}\u{1f3fd} \u{65e5}", "ok \u{25a1}\u{25a1} \u{25a1}");
    }

    #[test]
    fn a_text_of_accents_alone_prints_nothing() {
        check("\u{308}\u{308}", "");
    }
}
