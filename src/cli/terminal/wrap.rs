//! Text in lines that fit.

use unicode_width::UnicodeWidthStr;

/// Breaks a text between words into lines of at most `width` columns; a word wider than that is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    typeset::wrap::wrap(text, width.max(8), 0, true)
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
    fn an_entry_too_long_for_its_line_ends_in_an_ellipsis() {
        assert_eq!(shortened("question and answer", 10), "question…");
        assert_eq!(shortened("short", 10), "short");
    }
}
