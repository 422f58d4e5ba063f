//! Foreign text made harmless before it reaches a terminal.
//!
//! Names, notes, paths and arguments come from others. Control characters could move the cursor, change the window's
//! title or hide text; direction characters could make one thing look like another. Each becomes a sign that shows that
//! something stood there.

use std::borrow::Cow;

/// What stands for a character that must not reach a terminal.
const SIGN: char = '\u{fffd}';

/// The text with line ends and tabs, but without anything else that steers a terminal.
pub fn harmless(text: &str) -> Cow<'_, str> {
    cleaned(text, |_| None)
}

/// The same for text that this program has coloured itself: its own changes of colour stay.
pub fn harmless_coloured(text: &str) -> Cow<'_, str> {
    cleaned(text, colour)
}

/// The text in one line, for places that hold no more.
pub fn in_one_line(text: &str) -> String {
    harmless(text).split(['\n', '\t', ' ']).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A file's name as it is typed on a command line: in quotation marks where a shell would part or read it otherwise.
pub fn typed(path: &str) -> String {
    let is_plain = |it: char| it.is_alphanumeric() || "._-/\\:+,=@%".contains(it);
    // Blanks stay, for a name is one with them.
    let name = harmless(path).replace(['\n', '\t'], " ");
    if !name.is_empty() && name.chars().all(is_plain) { name } else { format!("\"{name}\"") }
}

fn cleaned(text: &str, own: impl Fn(&str) -> Option<usize>) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let length = own(rest).unwrap_or(0);
        if length > 0 {
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        // The carriage return of a Windows line end says nothing of its own.
        if !rest.starts_with("\r\n") {
            out.push(if steers(character) { SIGN } else { character });
        }
        rest = &rest[character.len_utf8()..];
    }
    Cow::Owned(out)
}

/// True for what moves, hides, colours or reorders instead of being seen: control characters of both ranges, line
/// separators, direction marks and their kin, language tags.
fn steers(it: char) -> bool {
    (it.is_control() && !matches!(it, '\n' | '\t'))
        || matches!(
            it,
            '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// The length of a change of colour (ECMA-48, select graphic rendition) at the beginning of a text.
fn colour(text: &str) -> Option<usize> {
    let parameters = text.strip_prefix("\u{1b}[")?;
    let end = parameters.find(|it: char| !(it.is_ascii_digit() || it == ';'))?;
    parameters[end..].starts_with('m').then_some(text.len() - parameters.len() + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let foreign = "a\u{1b}[31mb\u{1b}]0;t\u{7}c\u{9b}2Jd\u{202e}e\rf\u{2066}g\u{0}h\u{85}i\u{feff}";
        let shown = harmless(foreign);
        assert!(!shown.chars().any(steers), "{shown:?}");
        for letter in 'a'..='i' {
            assert!(shown.contains(letter), "{shown:?}");
        }
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        for text in ["Bäckerei „Müller“ – 5.900\u{a0}€\n\tx", "A\u{ad}B", "👩\u{200d}🔧"] {
            assert!(matches!(harmless(text), Cow::Borrowed(it) if it == text));
        }
        assert_eq!(harmless("a\r\nb"), "a\nb");
    }

    #[test]
    fn own_colours_stay_and_other_sequences_do_not() {
        assert_eq!(harmless_coloured("\u{1b}[1;31mx\u{1b}[0m"), "\u{1b}[1;31mx\u{1b}[0m");
        for foreign in ["\u{1b}[2J", "\u{1b}]0;t\u{7}", "\u{1b}[31", "\u{1b}c"] {
            assert!(!harmless_coloured(foreign).contains('\u{1b}'), "{foreign:?}");
        }
    }

    #[test]
    fn a_name_over_lines_stands_in_one() {
        assert_eq!(in_one_line("A\nB\r\n  C"), "A B C");
    }
}
