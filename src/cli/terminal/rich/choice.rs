//! One of several.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::{Body, BodyLine, Look, Pressed, Widget};
use crate::cli::terminal::wrap::{hanging, shortened};
use crate::cli::terminal::{List, Picked};
use crate::german::conversation::keys;

/// Columns an entry's mark takes.
pub const MARK: usize = 2;

/// Most entries that have a digit of their own.
const DIGITS: usize = 9;

/// Longest search in a list, characters.
const LONGEST_SEARCH: usize = 60;

/// A list under way.
pub struct Choice {
    list: List,
    /// What was typed to find an entry.
    typed: String,
    /// Place among the entries found; none until somebody moved, where choosing is an answer.
    at: Option<usize>,
    /// First entry in sight.
    top: usize,
    /// Said below the entries.
    told: Option<String>,
    /// Entries that were in sight at once.
    page: usize,
}

impl Choice {
    pub fn new(list: List) -> Self {
        let last = list.entries.len().saturating_sub(1);
        let at = list.at.map(|it| it.min(last)).or((!list.is_answer).then_some(0));
        Self { list, typed: String::new(), at, top: 0, told: None, page: 1 }
    }

    /// Letters search where they are no keys.
    fn searches(&self) -> bool {
        self.list.keys.is_empty() && self.list.entries.len() > 2
    }

    fn has_digits(&self) -> bool {
        !self.list.is_long && self.list.entries.len() <= DIGITS
    }

    fn found(&self) -> Vec<usize> {
        self.list.found(&self.typed)
    }

    fn search(&mut self, more: &str) {
        for it in more.chars().filter(|it| !it.is_control()) {
            if self.typed.chars().count() < LONGEST_SEARCH {
                self.typed.push(it);
            }
        }
        self.searched();
    }

    /// A search with hits stands on the first of them.
    fn searched(&mut self) {
        self.at = (!self.typed.trim().is_empty() && !self.found().is_empty()).then_some(0);
        if self.typed.is_empty() && !self.list.is_answer {
            self.at = Some(0);
        }
        self.top = 0;
    }

    fn move_by(&mut self, down: bool, by: usize) {
        let last = self.found().len().saturating_sub(1);
        self.at = Some(match (self.at, down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) if by == 1 && at == last => 0,
            (Some(0), false) if by == 1 => last,
            (Some(at), true) => (at + by).min(last),
            (Some(at), false) => at.saturating_sub(by),
        });
    }

    fn entry_lines(&self, entry: usize, width: usize) -> Vec<String> {
        let text = &self.list.entries[entry];
        let number = if self.has_digits() { format!("{} ", entry + 1) } else { String::new() };
        if let Some((what, answer)) = text.split_once('\t') {
            return vec![columns(what, answer, width - MARK)];
        }
        if self.list.is_long {
            return vec![shortened(text, width - MARK)];
        }
        let indentation = MARK + number.width();
        let lines = hanging(text, width, indentation);
        lines
            .lines()
            .enumerate()
            .map(|(at, it)| if at == 0 { format!("{number}{it}") } else { it[MARK..].to_owned() })
            .collect()
    }
}

/// The entries in sight in so many rows: the cursor's among them, and from the first one on as far as possible.
pub fn in_sight(heights: &[usize], at: Option<usize>, top: usize, rows: usize) -> Range<usize> {
    let at = at.unwrap_or(0).min(heights.len().saturating_sub(1));
    let mut top = top.min(at);
    while heights[top..=at].iter().sum::<usize>() > rows && top < at {
        top += 1;
    }
    let mut end = top;
    let mut used = 0;
    while end < heights.len() && (used + heights[end] <= rows || end == top) {
        used += heights[end];
        end += 1;
    }
    while top > 0 && used + heights[top - 1] <= rows {
        top -= 1;
        used += heights[top];
    }
    top..end
}

impl Widget for Choice {
    type Said = Picked;

    fn body(&mut self, width: usize, rows: usize) -> Body {
        let found = self.found();
        let mut lines = Vec::new();
        if self.searches() {
            lines.push(BodyLine::new(Look::Soft, format!("{} {}", keys::CHOOSE, self.typed)));
        }
        if found.is_empty() {
            lines.push(BodyLine::new(Look::Refused, keys::NOTHING_FOUND));
            return Body { lines, cursor: None, hides: false };
        }
        let told = self.told.iter().flat_map(|it| super::super::wrap::wrap(it, width)).collect::<Vec<_>>();
        let rows = rows.saturating_sub(lines.len() + told.len());
        let texts: Vec<Vec<String>> = found.iter().map(|it| self.entry_lines(*it, width)).collect();
        let heights: Vec<usize> = texts.iter().map(Vec::len).collect();
        let shown = in_sight(&heights, self.at, self.top, rows);
        self.top = shown.start;
        self.page = shown.len().max(1);
        for place in shown.clone() {
            let marked = self.at == Some(place);
            for (row, text) in texts[place].iter().enumerate() {
                let mark = match row {
                    0 if marked => "› ",
                    0 if place == shown.start && place > 0 => "↑ ",
                    0 if place + 1 == shown.end && shown.end < found.len() => "↓ ",
                    _ => "  ",
                };
                let look = if marked { Look::Marked } else { Look::Plain };
                lines.push(BodyLine::new(look, format!("{mark}{text}")));
            }
        }
        lines.extend(told.into_iter().map(|it| BodyLine::new(Look::News, it)));
        Body { lines, cursor: None, hides: shown.len() < found.len() && !self.list.is_long }
    }

    fn legend(&self, all: bool) -> Vec<String> {
        let mut parts = vec![keys::esc_back()];
        let named = self.list.keys.iter().filter(|it| all || it.typed == keys::UNKNOWN.0);
        parts.extend(named.map(|it| keys::key(it.typed, &it.label)));
        parts.push(keys::ctrl_c_pause());
        parts
    }

    fn has_more_keys(&self) -> bool {
        self.list.keys.len() > 2
    }

    fn press(&mut self, key: Pressed) -> Option<Picked> {
        let told = self.told.take();
        match key {
            Pressed::Enter => {
                let found = self.found();
                match self.at.and_then(|it| found.get(it)) {
                    Some(entry) => return Some(Picked::Entry(*entry)),
                    // Nothing was moved or chosen: asked once, and then left open.
                    None if told.is_some() && !self.list.is_needed => return Some(Picked::Nothing),
                    None if found.is_empty() => {}
                    None if self.list.is_needed => self.told = Some(keys::CHOOSE_FIRST.into()),
                    None => self.told = Some(keys::NOTHING_CHOSEN.into()),
                }
            }
            Pressed::Up => self.move_by(false, 1),
            Pressed::Down => self.move_by(true, 1),
            Pressed::PageUp => self.move_by(false, self.page),
            Pressed::PageDown => self.move_by(true, self.page),
            Pressed::Home => self.at = Some(0),
            Pressed::End => self.at = Some(self.found().len().saturating_sub(1)),
            Pressed::Help => match self.list.keys.iter().find(|it| it.typed == keys::HELP.0) {
                Some(key) => return Some(Picked::Key(key.typed)),
                None => self.told = Some(keys::HOW_TO_CHOOSE.into()),
            },
            Pressed::Char(it) => {
                if self.list.keys.iter().any(|key| key.typed == it) {
                    return Some(Picked::Key(it));
                }
                let digit = it.to_digit(10).and_then(|it| usize::try_from(it).ok()).filter(|it| *it > 0);
                if self.has_digits() && self.typed.is_empty() && it.is_ascii_digit() {
                    let entry = digit.map(|it| it - 1).filter(|it| *it < self.list.entries.len());
                    return entry.map(Picked::Entry);
                }
                if self.searches() {
                    self.search(&it.to_string());
                }
            }
            Pressed::Paste(text) if self.searches() => self.search(text.lines().next().unwrap_or_default()),
            Pressed::Backspace => {
                self.typed.pop();
                self.searched();
            }
            Pressed::Delete | Pressed::Left | Pressed::Right | Pressed::Paste(_) => {}
        }
        None
    }
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

    fn list(entries: &[&str], is_answer: bool) -> Choice {
        let entries = entries.iter().map(|it| (*it).to_owned()).collect();
        Choice::new(List { entries, is_answer, ..List::default() })
    }

    fn typed(choice: &mut Choice, text: &str) {
        for it in text.chars() {
            assert_eq!(choice.press(Pressed::Char(it)), None);
        }
    }

    #[test]
    fn enter_before_anything_was_moved_asks_once_and_takes_nothing() {
        let mut choice = list(&["worst", "best", "unknown"], true);
        assert_eq!(choice.press(Pressed::Enter), None);
        assert_eq!(choice.press(Pressed::Enter), Some(Picked::Nothing));
        let mut moved = list(&["worst", "best", "unknown"], true);
        moved.press(Pressed::Down);
        assert_eq!(moved.press(Pressed::Enter), Some(Picked::Entry(0)));
    }

    #[test]
    fn a_digit_chooses_at_once() {
        assert_eq!(
            list(&["worst", "best", "unknown"], true).press(Pressed::Char('2')),
            Some(Picked::Entry(1))
        );
        assert_eq!(list(&["worst", "best", "unknown"], true).press(Pressed::Char('7')), None);
    }

    #[test]
    fn words_find_entries_with_or_without_umlauts_and_enter_on_nothing_does_nothing() {
        let mut choice = list(&["Th\u{fc}ringen", "Bayern", "Bremen"], true);
        typed(&mut choice, "thueringen");
        assert_eq!(choice.press(Pressed::Enter), Some(Picked::Entry(0)));
        let mut choice = list(&["Th\u{fc}ringen", "Bayern", "Bremen"], true);
        typed(&mut choice, "xyz");
        assert_eq!(choice.press(Pressed::Enter), None);
        assert_eq!(choice.press(Pressed::Enter), None);
        assert!(choice.found().is_empty(), "the search stays");
    }

    #[test]
    fn a_window_too_small_for_all_entries_follows_the_cursor() {
        assert_eq!(in_sight(&[1; 10], Some(0), 0, 4), 0..4);
        assert_eq!(in_sight(&[1; 10], Some(6), 0, 4), 3..7);
        assert_eq!(in_sight(&[1; 10], Some(9), 9, 4), 6..10);
        assert_eq!(in_sight(&[2, 2, 2], None, 0, 9), 0..3);
    }

    #[test]
    fn two_columns_keep_the_answer_readable() {
        let line = columns("a very long question that goes on and on", "never", 30);
        assert!(line.ends_with("never"));
        assert!(line.width() <= 30, "{line}");
    }
}
