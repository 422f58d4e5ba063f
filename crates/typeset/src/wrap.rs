//! Text in lines that fit a terminal.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// Breaks a text between words into lines of at most `width` columns; later lines stand `hanging` columns further
/// right. A non-breaking space is no place to break. A word wider than a line is cut where `cut` says so, else it
/// stands out.
pub fn wrap(text: &str, width: usize, hanging: usize, cut: bool) -> Vec<String> {
    let indentation = " ".repeat(hanging);
    let options = Options::new(width)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .break_words(cut)
        .subsequent_indent(&indentation);
    textwrap::wrap(text, options).into_iter().map(|it| it.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn lines_break_between_words_and_never_overflow() {
        assert_eq!(wrap("one two three", 8, 0, true), ["one two", "three"]);
        assert_eq!(wrap("5.900\u{a0}€ a year", 10, 0, true), ["5.900\u{a0}€ a", "year"]);
        assert_eq!(wrap("abcdefghijkl", 8, 0, true), ["abcdefgh", "ijkl"]);
        assert_eq!(wrap("", 8, 0, true), [""]);
        for width in 8..30 {
            let long = "\u{e4}\u{f6}\u{fc} word ".repeat(40);
            assert!(wrap(&long, width, 0, true).iter().all(|it| it.width() <= width));
        }
    }

    #[test]
    fn later_lines_hang_and_a_long_word_stands_out_where_nothing_is_cut() {
        assert_eq!(wrap("  1 one two three", 12, 4, false), ["  1 one two", "    three"]);
        assert_eq!(wrap("one fourteenth", 8, 0, false), ["one", "fourteenth"]);
    }
}
