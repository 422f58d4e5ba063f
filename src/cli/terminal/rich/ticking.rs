//! Any of several.

use super::choice::{MARK, in_sight};
use super::{Body, BodyLine, Look, Pressed, Widget};
use crate::cli::terminal::wrap::{hanging, wrap};
use crate::cli::terminal::{Tick, Ticked, Ticks};
use crate::german::conversation::keys;

/// Columns a checkbox takes besides the mark.
const CHECKBOX: usize = 4;

/// Ticks under way.
pub struct Ticking {
    ticks: Ticks,
    at: usize,
    top: usize,
    page: usize,
    /// Entries that have been in sight.
    seen: Vec<bool>,
    /// True once anything but Enter was pressed.
    touched: bool,
    told: Option<String>,
}

impl Ticking {
    pub fn new(ticks: Ticks) -> Self {
        let seen = vec![false; ticks.entries.len()];
        Self { ticks, at: 0, top: 0, page: 1, seen, touched: false, told: None }
    }

    fn set(&mut self, tick: Tick) {
        self.ticks.states[self.at] = tick;
        let yes = self.ticks.states.iter().filter(|it| **it == Tick::Yes).count();
        if let Some((most, refusal)) = &self.ticks.most
            && yes > *most
        {
            self.ticks.states[self.at] = Tick::Open;
            self.told = Some(refusal.clone());
        }
    }

    /// What holds: unticked is no where it was in sight; what was not is open, ticked beforehand or not.
    fn result(&self) -> Ticked {
        let state = |(tick, seen): (&Tick, &bool)| match tick {
            _ if !seen => Tick::Open,
            Tick::Asked => Tick::No,
            known => *known,
        };
        Ticked::These(self.ticks.states.iter().zip(&self.seen).map(state).collect())
    }

    fn in_view(&self) -> usize {
        self.seen.iter().filter(|it| **it).count()
    }

    fn go(&mut self, to: usize) {
        self.at = to.min(self.ticks.entries.len().saturating_sub(1));
    }
}

impl Widget for Ticking {
    type Said = Ticked;

    fn body(&mut self, width: usize, rows: usize) -> Body {
        let texts: Vec<Vec<String>> = self
            .ticks
            .entries
            .iter()
            .map(|it| {
                hanging(it, width, MARK + CHECKBOX).lines().map(|it| it.trim_start().to_owned()).collect()
            })
            .collect();
        let heights: Vec<usize> = texts.iter().map(Vec::len).collect();
        let told: Vec<String> = self.told.iter().flat_map(|it| wrap(it, width)).collect();
        let shown = in_sight(&heights, Some(self.at), self.top, rows.saturating_sub(1 + told.len()));
        self.top = shown.start;
        self.page = shown.len().max(1);
        self.seen[shown.clone()].fill(true);
        let mut lines =
            vec![BodyLine::new(Look::Soft, keys::tick_head(self.in_view(), self.ticks.entries.len()))];
        for place in shown.clone() {
            let marked = self.at == place;
            for (row, text) in texts[place].iter().enumerate() {
                let mark = match row {
                    0 if marked => "›",
                    0 if place == shown.start && place > 0 => "↑",
                    0 if place + 1 == shown.end && shown.end < texts.len() => "↓",
                    _ => " ",
                };
                let tick = match self.ticks.states[place] {
                    _ if row > 0 => "   ",
                    Tick::Yes => "[x]",
                    Tick::Open => "[?]",
                    Tick::No | Tick::Asked => "[ ]",
                };
                let look = if marked { Look::Marked } else { Look::Plain };
                lines.push(BodyLine::new(look, format!("{mark} {tick} {text}")));
            }
        }
        lines.extend(told.into_iter().map(|it| BodyLine::new(Look::News, it)));
        Body { lines, cursor: None, hides: false }
    }

    fn legend(&self, _: bool) -> Vec<String> {
        let mut parts = vec![keys::space_ticks(), keys::key(keys::NOTHING.0, keys::NOTHING.1)];
        if self.ticks.may_be_open {
            parts.push(keys::key(keys::UNKNOWN.0, keys::UNKNOWN.1));
        }
        parts.extend([keys::enter_goes_on(), keys::esc_back(), keys::ctrl_c_pause()]);
        parts
    }

    fn press(&mut self, key: Pressed) -> Option<Ticked> {
        let told = self.told.take();
        let last = self.ticks.entries.len().saturating_sub(1);
        let before = self.touched;
        self.touched |= !matches!(key, Pressed::Enter | Pressed::Paste(_) | Pressed::Help);
        match key {
            Pressed::Enter if !before && told.is_some() => return Some(Ticked::Nothing),
            Pressed::Enter if !before => self.told = Some(keys::NOTHING_TICKED.into()),
            Pressed::Enter if self.in_view() <= last && told.is_none() => {
                self.told = Some(keys::not_all_seen(self.in_view(), last + 1));
            }
            Pressed::Enter => return Some(self.result()),
            Pressed::Char(' ' | 'x') | Pressed::Right | Pressed::Left => {
                self.set(if self.ticks.states[self.at] == Tick::Yes { Tick::No } else { Tick::Yes });
            }
            Pressed::Char(it) if it == keys::NOTHING.0 => self.ticks.states.fill(Tick::No),
            Pressed::Char(it) if it == keys::UNKNOWN.0 && self.ticks.may_be_open => {
                self.set(Tick::Open);
                self.go(self.at + 1);
            }
            Pressed::Up => self.go(if self.at == 0 { last } else { self.at - 1 }),
            Pressed::Down => self.go(if self.at == last { 0 } else { self.at + 1 }),
            Pressed::PageUp => self.go(self.at.saturating_sub(self.page)),
            Pressed::PageDown => {
                // A whole page of others.
                self.go(self.top + self.page);
                self.top = self.at;
            }
            Pressed::Home => self.go(0),
            Pressed::End => self.go(last),
            Pressed::Help => self.told = Some(keys::HOW_TO_TICK.into()),
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(states: &[Tick]) -> Ticking {
        let entries = (0..states.len()).map(|it| format!("entry {it}")).collect();
        Ticking::new(Ticks { entries, states: states.to_vec(), most: None, may_be_open: true })
    }

    #[test]
    fn what_was_never_in_sight_stays_open_and_untouched_is_no_answer() {
        let mut it = ticks(&[Tick::Yes, Tick::Asked, Tick::Yes, Tick::Asked]);
        it.body(60, 3);
        assert_eq!(it.press(Pressed::Enter), None);
        assert_eq!(it.press(Pressed::Enter), Some(Ticked::Nothing));
        let mut it = ticks(&[Tick::Yes, Tick::Asked, Tick::Yes, Tick::Asked]);
        it.body(60, 3);
        it.press(Pressed::Down);
        it.body(60, 3);
        assert_eq!(it.press(Pressed::Enter), None, "asks about the rest");
        let said = it.press(Pressed::Enter);
        assert_eq!(said, Some(Ticked::These(vec![Tick::Yes, Tick::No, Tick::Open, Tick::Open])));
    }

    #[test]
    fn zero_says_no_to_all_that_was_in_sight() {
        let mut it = ticks(&[Tick::Yes, Tick::Asked, Tick::Open]);
        it.body(60, 3);
        it.press(Pressed::Char('0'));
        assert_eq!(it.press(Pressed::Enter), None, "asks about the rest");
        let said = it.press(Pressed::Enter);
        assert_eq!(said, Some(Ticked::These(vec![Tick::No, Tick::No, Tick::Open])));
    }

    #[test]
    fn one_can_say_that_one_does_not_know() {
        let mut it = ticks(&[Tick::Asked, Tick::Asked]);
        it.body(60, 9);
        it.press(Pressed::Char('w'));
        it.press(Pressed::Char(' '));
        assert_eq!(it.press(Pressed::Enter), Some(Ticked::These(vec![Tick::Open, Tick::Yes])));
    }
}
