//! Foreign text inside markup.

use crate::document::{Anchor, Strength, Style, Tone};
use crate::typeface::harmless;

/// Text without control and direction characters, with the five special characters of HTML replaced.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in harmless(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}

/// An anchor as the id of an element: letters, digits and hyphens.
pub(super) fn id(anchor: &Anchor) -> String {
    anchor.0.chars().map(|it| if it.is_ascii_alphanumeric() || it == '-' { it } else { '-' }).collect()
}

/// Opening and closing tags of a style.
pub(super) fn tags(style: Style) -> (String, String) {
    let mut open = String::new();
    let mut close = String::new();
    let mut wrap = |before: &str, after: &str| {
        open.push_str(before);
        close.insert_str(0, after);
    };
    match style.strength {
        Strength::Plain => {}
        Strength::Bold => wrap("<strong>", "</strong>"),
        Strength::Italic => wrap("<em>", "</em>"),
    }
    match style.tone {
        Tone::Plain => {}
        Tone::Soft => wrap("<span class=\"soft\">", "</span>"),
        Tone::Gain => wrap("<span class=\"gain\">", "</span>"),
        Tone::Loss => wrap("<span class=\"loss\">", "</span>"),
    }
    if style.small {
        wrap("<small>", "</small>");
    }
    if style.verbatim {
        wrap("<span class=\"verbatim\" translate=\"no\">", "</span>");
    }
    (open, close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_note_is_shown_not_run() {
        assert_eq!(
            escaped("<script>alert('x')</script>\u{202e}\"&\u{0}"),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"
        );
    }

    #[test]
    fn letters_of_other_scripts_stay() {
        assert_eq!(escaped("\u{65e5}\u{1f600}"), "\u{65e5}\u{1f600}");
    }

    #[test]
    fn an_id_has_no_spaces_or_quotes() {
        assert_eq!(id(&Anchor("a b\"c".to_owned())), "a-b-c");
    }
}
