//! Text in lines that fit.

use unicode_width::UnicodeWidthStr;

/// Breaks a text between words into lines of at most `width` columns; a word wider than that is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        // A non-breaking space is no place to break, so only plain spaces separate words.
        for word in paragraph.split(' ').filter(|it| !it.is_empty()) {
            let mut word = word;
            let joined = line.width() + usize::from(!line.is_empty()) + word.width();
            if joined > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            while word.width() > width {
                let cut = cut_at(word, width);
                lines.push(word[..cut].to_owned());
                word = &word[cut..];
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// The same with later lines indented.
pub fn hanging(text: &str, width: usize, indentation: usize) -> String {
    let lines = wrap(text, width.saturating_sub(indentation));
    lines.join(&format!("\n{}", " ".repeat(indentation)))
}

/// The beginning of a text in at most `width` columns, with an ellipsis where it goes on.
pub fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let cut = cut_at(text, width.saturating_sub(1));
    format!("{}…", text[..cut].trim_end())
}

/// Byte before which at most `width` columns, and at least one character, stand.
fn cut_at(text: &str, width: usize) -> usize {
    let mut columns = 0;
    for (index, character) in text.char_indices() {
        columns += unicode_width::UnicodeWidthChar::width(character).unwrap_or(0);
        if columns > width && index > 0 {
            return index;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_never_overflow() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("5.900\u{a0}€ a year", 10), ["5.900\u{a0}€ a", "year"]);
        assert_eq!(wrap("abcdefghijkl", 8), ["abcdefgh", "ijkl"]);
        assert_eq!(wrap("", 8), [""]);
        for width in 8..30 {
            let long = "\u{e4}\u{f6}\u{fc} word ".repeat(40);
            assert!(wrap(&long, width).iter().all(|it| it.width() <= width));
        }
    }

    #[test]
    fn an_entry_too_long_for_its_line_ends_in_an_ellipsis() {
        assert_eq!(shortened("question and answer", 10), "question…");
        assert_eq!(shortened("short", 10), "short");
    }
}
