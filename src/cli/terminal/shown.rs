//! Entries of a list as they stand on a terminal, and what ends a prompt from inside.
//!
//! inquire lets neither a search nor a redraw finish a prompt. Unwinding does, the way an error would: no panic happens,
//! no message, no hook; [`ended`] catches it.

use std::fmt;
use std::panic::{self, AssertUnwindSafe};

use crossterm::terminal;
use unicode_width::UnicodeWidthStr;

use super::List;
use super::wrap::{hanging, shortened};
use crate::german::conversation::keys;

/// Columns an entry's mark takes.
pub const MARK: usize = 2;

/// Why a prompt was ended from inside.
pub enum Ended {
    /// A key that does something besides answering.
    Key(char),
    /// More was typed or pasted than any search needs.
    TooMuch,
    /// The window has another size than the one the page was drawn for.
    Resized,
}

/// Ends the prompt that is on screen.
pub fn end(ended: Ended) -> ! {
    panic::resume_unwind(Box::new(ended))
}

/// Runs a prompt and says how it was ended from inside, where it was.
pub fn ended<T>(prompt: impl FnOnce() -> T) -> Result<T, Ended> {
    panic::catch_unwind(AssertUnwindSafe(prompt))
        .map_err(|panic| panic.downcast::<Ended>().map_or_else(|panic| panic::resume_unwind(panic), |it| *it))
}

/// Columns and rows of a window.
pub type Size = (u16, u16);

/// The window as it is now.
pub fn window() -> Size {
    terminal::size().unwrap_or((80, 24))
}

/// A line of a list. It is drawn for one size of the window; in a window of another size it ends the prompt, so
/// that the whole page is drawn anew.
#[derive(Clone, Debug)]
pub struct Line {
    /// What stands there.
    pub shown: String,
    /// What finds it, in lower case.
    finds: String,
    /// The entry it stands for; none for the line that says that nothing was found.
    pub entry: Option<usize>,
    drawn_for: Size,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if window() != self.drawn_for {
            end(Ended::Resized);
        }
        f.write_str(&self.shown)
    }
}

/// Whether a line is shown for what was typed: all entries for nothing, one for its number, those with the words
/// typed, and one line that says so where nothing fits.
pub fn is_shown(typed: &str, lines: &[Line], index: usize) -> bool {
    let typed = typed.trim().to_lowercase();
    let fits = |it: &Line| match (it.entry, typed.parse::<usize>()) {
        (None, _) => false,
        (Some(entry), Ok(number)) => entry + 1 == number,
        (Some(_), Err(_)) => it.finds.contains(&typed),
    };
    match lines[index].entry {
        Some(_) => fits(&lines[index]),
        None => !lines.iter().any(fits),
    }
}

/// The lines of a list in so many columns, and the one for nothing found.
pub fn lines(list: &List, width: usize, drawn_for: Size) -> Vec<Line> {
    let shown = |text: &str| match text.split_once('\t') {
        Some((what, answer)) => columns(what, answer, width - MARK),
        None if list.is_long => shortened(text, width - MARK),
        None => hanging(text, width, MARK),
    };
    let line = |(index, text): (usize, &String)| Line {
        shown: shown(text),
        finds: format!("{text} {}", list.found_by.get(index).map_or("", String::as_str)).to_lowercase(),
        entry: Some(index),
        drawn_for,
    };
    let nothing = Line { shown: keys::NOTHING_FOUND.into(), finds: String::new(), entry: None, drawn_for };
    list.entries.iter().enumerate().map(line).chain([nothing]).collect()
}

/// Two columns of a long list: what, and the answer, which keeps at least two fifths of the line.
fn columns(what: &str, answer: &str, width: usize) -> String {
    let left = (width * 3 / 5).max(width.saturating_sub(answer.width() + 2));
    let what = shortened(what, left);
    let gap = " ".repeat(left.saturating_sub(what.width()) + 2);
    format!("{what}{gap}{}", shortened(answer, width.saturating_sub(left + 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<usize> {
        let entries = ["bakery", "joinery"].map(str::to_owned).to_vec();
        let lines = lines(&List { entries, ..List::default() }, 40, window());
        (0..lines.len()).filter(|it| is_shown(typed, &lines, *it)).collect()
    }

    #[test]
    fn entries_are_found_by_number_and_by_word_and_nothing_says_so() {
        assert_eq!(found(""), [0, 1]);
        assert_eq!(found("2"), [1]);
        assert_eq!(found("Joi"), [1]);
        assert_eq!(found("ery"), [0, 1]);
        assert_eq!(found("xyz"), [2]);
    }

    #[test]
    fn two_columns_keep_the_answer_readable() {
        let line = columns("a very long question that goes on and on", "never", 30);
        assert!(line.ends_with("never"));
        assert!(line.width() <= 30, "{line}");
    }

    #[test]
    fn a_prompt_ended_from_inside_is_no_panic() {
        assert!(matches!(ended(|| end(Ended::Key('n'))), Err(Ended::Key('n'))));
        assert!(matches!(ended(|| 3), Ok(3)));
    }
}
