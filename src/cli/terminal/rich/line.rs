//! Something typed.

use unicode_width::UnicodeWidthStr;

use super::choice::MARK;
use super::{Body, BodyLine, Look, Pressed, Widget};
use crate::cli::terminal::wrap::{hanging, wrap};
use crate::cli::terminal::{Entered, Field};
use crate::german::conversation::keys;
use crate::german::shown::harmless;

/// A line under way.
pub struct Line<'f> {
    field: &'f Field<'f>,
    typed: Vec<char>,
    at: usize,
    /// True until something is typed: what stands there is then replaced.
    fresh: bool,
    /// The suggestion marked.
    marked: Option<usize>,
    refused: Option<String>,
}

impl<'f> Line<'f> {
    pub fn new(field: &'f Field<'f>) -> Self {
        let typed: Vec<char> = harmless(&field.initial).chars().collect();
        Self { field, at: typed.len(), typed, fresh: true, marked: None, refused: None }
    }

    fn text(&self) -> String {
        one_line(&self.typed.iter().collect::<String>())
    }

    fn suggestions(&self) -> Vec<String> {
        self.field.suggest.map_or_else(Vec::new, |suggest| suggest(&self.text()))
    }

    fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.fresh) {
            self.typed.clear();
            self.at = 0;
        }
        self.marked = None;
        let room = self.field.longest.saturating_sub(self.typed.len());
        let text = one_line(text);
        if text.chars().count() > room {
            self.refused = Some(keys::too_long(self.field.longest));
        }
        for it in text.chars().take(room) {
            self.typed.insert(self.at, it);
            self.at += 1;
        }
    }

    fn mark(&mut self, down: bool) {
        let many = self.suggestions().len();
        if many == 0 {
            return;
        }
        self.marked = match (self.marked, down) {
            (None, true) => Some(0),
            (None, false) => Some(many - 1),
            (Some(at), true) => (at + 1 < many).then_some(at + 1),
            (Some(at), false) => at.checked_sub(1),
        };
    }
}

impl Widget for Line<'_> {
    type Said = Entered;

    fn body(&mut self, width: usize, rows: usize) -> Body {
        let label = format!("{} ", self.field.label);
        let whole: String = self.typed.iter().collect();
        // The end of what is typed stays in sight.
        let room = width.saturating_sub(label.width() + 1).max(8);
        let skipped = self.at.saturating_sub(room);
        let shown: String = whole.chars().skip(skipped).take(room).collect();
        let before: String = whole.chars().skip(skipped).take(self.at - skipped).collect();
        let mut lines = vec![BodyLine::new(Look::Strong, format!("{label}{shown}"))];
        let cursor = Some((0, label.width() + before.width()));
        if let Some(refused) = &self.refused {
            lines.extend(wrap(refused, width).into_iter().map(|it| BodyLine::new(Look::Refused, it)));
        }
        for (at, it) in self.suggestions().iter().enumerate() {
            let marked = self.marked == Some(at);
            let look = if marked { Look::Marked } else { Look::Plain };
            let mark = if marked { "› " } else { "  " };
            let text = hanging(it, width, MARK);
            if lines.len() + text.lines().count() > rows {
                break;
            }
            lines.extend(text.lines().enumerate().map(|(row, it)| {
                BodyLine::new(look, if row == 0 { format!("{mark}{it}") } else { it.to_owned() })
            }));
        }
        Body { lines, cursor, hides: false }
    }

    fn legend(&self, _: bool) -> Vec<String> {
        // A hint of two parts may be parted between them in a narrow window.
        let hints = self.field.hint.split(" · ").filter(|it| !it.is_empty()).map(str::to_owned);
        hints.chain([keys::enter_goes_on(), keys::esc_back(), keys::ctrl_c_pause()]).collect()
    }

    fn press(&mut self, key: Pressed) -> Option<Entered> {
        self.refused = None;
        match key {
            Pressed::Enter => {
                if let Some(marked) = self.marked {
                    return Some(Entered::Suggested(marked, self.text()));
                }
                let text = self.text();
                match (self.field.check)(&text) {
                    Ok(()) => return Some(Entered::Text(text)),
                    Err(refusal) => self.refused = Some(refusal),
                }
                return None;
            }
            Pressed::Char(it) => {
                // A blank at the end counts only once something follows.
                if it == ' ' && !self.fresh && self.typed.len() < self.field.longest {
                    self.typed.insert(self.at, ' ');
                    self.at += 1;
                } else {
                    self.insert(&it.to_string());
                }
            }
            Pressed::Paste(text) => self.insert(&text),
            Pressed::Backspace if self.at > 0 => {
                self.at -= 1;
                self.typed.remove(self.at);
            }
            Pressed::Delete if self.at < self.typed.len() => {
                self.typed.remove(self.at);
            }
            Pressed::Left => self.at = self.at.saturating_sub(1),
            Pressed::Right => self.at = (self.at + 1).min(self.typed.len()),
            Pressed::Home => self.at = 0,
            Pressed::End => self.at = self.typed.len(),
            Pressed::Up => self.mark(false),
            Pressed::Down => self.mark(true),
            Pressed::Help => self.refused = Some(keys::HOW_TO_TYPE.into()),
            _ => {}
        }
        self.fresh = false;
        None
    }
}

/// Pasted line ends become spaces.
fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(initial: &str) -> Field<'static> {
        Field { label: "name:".into(), initial: initial.into(), longest: 20, ..Field::default() }
    }

    fn typed(field: &Field<'_>, keys: &[Pressed]) -> String {
        let mut line = Line::new(field);
        for key in keys {
            line.press(key.clone());
        }
        line.text()
    }

    #[test]
    fn what_stands_there_is_replaced_by_typing_and_kept_by_going_into_it() {
        let offered = field("firma");
        assert_eq!(typed(&offered, &[Pressed::Char('s')]), "s");
        assert_eq!(typed(&offered, &[Pressed::Left, Pressed::Right, Pressed::Char('s')]), "firmas");
        assert_eq!(typed(&offered, &[Pressed::Backspace, Pressed::Char('s')]), "firms");
    }

    #[test]
    fn a_pasted_page_is_cut_and_its_line_ends_are_blanks() {
        let pasted = typed(&field(""), &[Pressed::Paste("one\ntwo three four five six".into())]);
        assert_eq!(pasted, "one two three four f");
    }
}
