//! Foreign text made harmless: what a note, a name or a file may contain must neither break nor mislead a page.

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
    for character in text.chars() {
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
            '\u{300}'..='\u{36f}' => combine(&mut clean, character),
            // German typography sets a narrow space before the unit.
            '\u{20ac}' | '%' if clean.ends_with('\u{a0}') => {
                clean.pop();
                clean.extend(['\u{202f}', character]);
            }
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

/// Accents of European languages: mark, letters, composed letters in the same order.
const COMPOSED: [(char, &str, &str); 9] = [
    ('\u{300}', "aeiouAEIOU", "\u{e0}\u{e8}\u{ec}\u{f2}\u{f9}\u{c0}\u{c8}\u{cc}\u{d2}\u{d9}"),
    (
        '\u{301}',
        "aeiouycnszAEIOUYCNSZ",
        "\u{e1}\u{e9}\u{ed}\u{f3}\u{fa}\u{fd}\u{107}\u{144}\u{15b}\u{17a}\u{c1}\u{c9}\u{cd}\u{d3}\u{da}\u{dd}\u{106}\u{143}\u{15a}\u{179}",
    ),
    ('\u{302}', "aeiouAEIOU", "\u{e2}\u{ea}\u{ee}\u{f4}\u{fb}\u{c2}\u{ca}\u{ce}\u{d4}\u{db}"),
    ('\u{303}', "anoANO", "\u{e3}\u{f1}\u{f5}\u{c3}\u{d1}\u{d5}"),
    ('\u{308}', "aeiouyAEIOUY", "\u{e4}\u{eb}\u{ef}\u{f6}\u{fc}\u{ff}\u{c4}\u{cb}\u{cf}\u{d6}\u{dc}\u{178}"),
    ('\u{30a}', "auAU", "\u{e5}\u{16f}\u{c5}\u{16e}"),
    (
        '\u{30c}',
        "cesrnzdtCESRNZDT",
        "\u{10d}\u{11b}\u{161}\u{159}\u{148}\u{17e}\u{10f}\u{165}\u{10c}\u{11a}\u{160}\u{158}\u{147}\u{17d}\u{10e}\u{164}",
    ),
    ('\u{327}', "csCS", "\u{e7}\u{15f}\u{c7}\u{15e}"),
    ('\u{328}', "aeAE", "\u{105}\u{119}\u{104}\u{118}"),
];

/// Puts an accent on the last letter; one the table does not know is dropped.
fn combine(clean: &mut String, accent: char) {
    let Some((_, letters, composed)) = COMPOSED.iter().find(|(mark, ..)| *mark == accent) else { return };
    let Some(letter) = clean.chars().next_back() else { return };
    if let Some(at) = letters.chars().position(|it| it == letter) {
        clean.pop();
        clean.extend(composed.chars().nth(at));
    }
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
    fn the_space_before_a_unit_is_narrow() {
        check("100\u{a0}\u{20ac}, 5\u{a0}%, 5\u{a0}Std.", "100\u{202f}\u{20ac}, 5\u{202f}%, 5\u{a0}Std.");
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
        for (_, letters, composed) in COMPOSED {
            assert_eq!(letters.chars().count(), composed.chars().count());
        }
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
