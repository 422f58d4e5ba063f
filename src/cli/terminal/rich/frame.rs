//! A page with its prompt as lines of a window.

use std::io::{self, Write};

use crossterm::queue;
use crossterm::style::{Attribute, Color, Print, ResetColor, SetAttribute, SetForegroundColor};
use crossterm::terminal::{Clear, ClearType};
use unicode_width::UnicodeWidthStr;

use super::{Body, BodyLine, Look, Widget};
use crate::cli::terminal::Page;
use crate::cli::terminal::wrap::{shortened, wrap};
use crate::german::conversation::keys;

/// Widest text: longer lines are hard to read.
const WIDEST: usize = 78;

/// Rows in which a prompt is still usable; below that the page above it is cut.
const FEWEST_ROWS: usize = 4;

/// What is to be laid out.
pub struct Layout<'p> {
    pub page: &'p Page,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// True where all keys are to be named.
    pub all_keys: bool,
}

/// What stands in the window.
pub struct Frame {
    pub lines: Vec<BodyLine>,
    pub cursor: Option<(usize, usize)>,
    /// True where the news stand alone because they would hide an option.
    pub news_alone: bool,
}

impl Layout<'_> {
    /// The first way in which everything can be seen: with room, closer together, with fewer keys named; where the news
    /// stand in the way they come first, on their own.
    pub fn frame<W: Widget>(&self, widget: &mut W) -> Frame {
        let more = widget.has_more_keys();
        let ways = [(true, true), (false, true), (false, false)];
        // Why the estimate moved is the first thing to give way.
        for moved in [true, false].into_iter().filter(|it| !it || !self.page.moved.is_empty()) {
            for (roomy, all) in ways.into_iter().filter(|it| more || it.1) {
                let all = if more { all || self.all_keys } else { true };
                let frame = self.with(widget, roomy, all, moved);
                if !frame.1 {
                    return frame.0;
                }
            }
        }
        if !self.page.news.is_empty() {
            return self.news_alone();
        }
        self.with(widget, false, self.all_keys || !more, false).0
    }

    /// The frame, and whether something of the prompt is out of sight.
    fn with<W: Widget>(&self, widget: &mut W, roomy: bool, all: bool, moved: bool) -> (Frame, bool) {
        let (width, rows) = self.room();
        let mut lines = self.head(width, roomy, moved);
        let mut legend = widget.legend(all || !widget.has_more_keys());
        if widget.has_more_keys() && !all {
            legend.insert(0, keys::key(keys::ALL.0, keys::ALL.1));
        }
        let legend = legend_lines(&legend, width);
        let left = rows.saturating_sub(lines.len() + legend.len());
        if left < FEWEST_ROWS {
            lines.truncate(rows.saturating_sub(legend.len() + FEWEST_ROWS));
        }
        let left = rows.saturating_sub(lines.len() + legend.len());
        let Body { lines: body, cursor, hides } = widget.body(width, left);
        let cursor = cursor.map(|(row, column)| (row + lines.len(), column));
        let over = lines.len() + body.len() + legend.len() > rows;
        lines.extend(body);
        lines.extend(legend.into_iter().map(|it| BodyLine::new(Look::Soft, it)));
        lines.truncate(rows);
        (Frame { lines, cursor, news_alone: false }, hides || over)
    }

    fn news_alone(&self) -> Frame {
        let (width, rows) = self.room();
        let mut lines = self.title(width);
        for news in &self.page.news {
            lines.extend(wrap(news, width).into_iter().map(|it| BodyLine::new(Look::News, it)));
            lines.push(BodyLine::new(Look::Plain, ""));
        }
        lines.truncate(rows.saturating_sub(1));
        let keys = [keys::enter_goes_on(), keys::esc_back(), keys::ctrl_c_pause()];
        lines.extend(legend_lines(&keys, width).into_iter().map(|it| BodyLine::new(Look::Soft, it)));
        Frame { lines, cursor: None, news_alone: true }
    }

    fn room(&self) -> (usize, usize) {
        (usize::from(self.size.0).saturating_sub(1).min(WIDEST), usize::from(self.size.1))
    }

    fn title(&self, width: usize) -> Vec<BodyLine> {
        vec![
            BodyLine::new(Look::Soft, apart(keys::TITLE, &self.page.progress, width)),
            BodyLine::new(Look::Soft, "─".repeat(width)),
        ]
    }

    fn head(&self, width: usize, roomy: bool, moved: bool) -> Vec<BodyLine> {
        let page = self.page;
        let mut lines = self.title(width);
        let blank = || BodyLine::new(Look::Plain, "");
        if !page.heading.is_empty() || !page.estimate.is_empty() {
            lines.extend(heading(&page.heading, &page.estimate, width));
            let why = wrap(&page.moved, width).into_iter().filter(|it| moved && !it.is_empty());
            lines.extend(why.map(|it| BodyLine::new(Look::Soft, it)));
            lines.extend(roomy.then(blank));
        }
        for told in &page.news {
            lines.extend(wrap(told, width).into_iter().map(|it| BodyLine::new(Look::News, it)));
            lines.extend(roomy.then(blank));
        }
        lines.extend(wrap(&page.question, width).into_iter().map(|it| BodyLine::new(Look::Strong, it)));
        for aside in &page.asides {
            lines.extend(wrap(aside, width).into_iter().map(|it| BodyLine::new(Look::Soft, it)));
        }
        lines.extend(roomy.then(blank));
        lines
    }
}

impl Frame {
    /// All lines, each to its end, and nothing below.
    pub fn print(&self, out: &mut impl Write, colour: bool) -> io::Result<()> {
        for (row, BodyLine { look, text }) in self.lines.iter().enumerate() {
            if row > 0 {
                queue!(out, Print("\r\n"))?;
            }
            if colour {
                style(out, *look)?;
            }
            queue!(out, Print(text))?;
            if colour && *look != Look::Plain {
                queue!(out, SetAttribute(Attribute::Reset), ResetColor)?;
            }
            queue!(out, Clear(ClearType::UntilNewLine))?;
        }
        queue!(out, Clear(ClearType::FromCursorDown))
    }
}

fn style(out: &mut impl Write, look: Look) -> io::Result<()> {
    match look {
        Look::Plain => Ok(()),
        Look::Strong => queue!(out, SetAttribute(Attribute::Bold)),
        Look::Soft => queue!(out, SetForegroundColor(Color::DarkGrey)),
        Look::News => queue!(out, SetForegroundColor(Color::DarkCyan)),
        Look::Marked => queue!(out, SetForegroundColor(Color::DarkCyan), SetAttribute(Attribute::Bold)),
        Look::Refused => queue!(out, SetForegroundColor(Color::DarkRed)),
    }
}

fn apart(left: &str, right: &str, width: usize) -> String {
    let room = width.saturating_sub(left.width() + right.width());
    if room < 2 { shortened(right, width) } else { format!("{left}{}{right}", " ".repeat(room)) }
}

fn heading(topic: &str, estimate: &str, width: usize) -> Vec<BodyLine> {
    if topic.width() + estimate.width() + 2 <= width {
        return vec![BodyLine::new(Look::News, apart(topic, estimate, width).trim_end())];
    }
    let lines = [topic, estimate].into_iter().filter(|it| !it.is_empty());
    lines.flat_map(|it| wrap(it, width)).map(|it| BodyLine::new(Look::News, it)).collect()
}

/// The keys in brackets, a key and what it does never parted.
fn legend_lines(parts: &[String], width: usize) -> Vec<String> {
    let joined = parts.iter().map(|it| it.replace(' ', "\u{a0}")).collect::<Vec<_>>().join("\u{a0}· ");
    let mut lines = wrap(&joined, width - 2);
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        *line = format!("{}{line}{}", if at == 0 { "[" } else { " " }, if at == last { "]" } else { "" });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::choice::Choice;
    use super::*;
    use crate::catalogue::{embedded, resolve};
    use crate::cli::terminal::{Key, List};
    use crate::german::conversation::question as words;

    #[test]
    fn no_question_hides_an_option_in_a_narrow_window() {
        let catalogue = resolve(&embedded()).expect("the shipped content is sound");
        for question in &catalogue.questions {
            let topic = catalogue.topic(&question.topic).map_or("", |it| it.title.as_str());
            let page = Page {
                progress: "Place 112 of 125 · still 37 min".into(),
                heading: topic.into(),
                estimate: "Estimate so far: 135.900 EUR a year, between 112.900 and 211.000".into(),
                moved: "13.000 EUR less by your answer about the very last thing.".into(),
                question: question.text.clone(),
                ..Page::default()
            };
            let mut entries: Vec<String> = question.options.iter().map(|it| it.text.clone()).collect();
            entries.extend([words::UNKNOWN.to_owned(), words::NOT_APPLICABLE.to_owned()]);
            let all = [
                keys::WHY,
                keys::HELP,
                keys::EXAMPLE,
                keys::CASE,
                keys::UNKNOWN,
                keys::HAND_OVER,
                keys::WHO,
                keys::NOTE,
                keys::EVIDENCE,
                keys::LATER,
                keys::LIST,
            ];
            let keys = all.map(|(typed, label)| Key { typed, label: label.into() }).into();
            let last = entries.last().cloned().unwrap_or_default();
            let mut choice = Choice::new(List { entries, keys, is_answer: true, ..List::default() });
            let frame = Layout { page: &page, size: (60, 24), all_keys: false }.frame(&mut choice);
            let shows = frame.lines.iter().any(|it| it.text.ends_with(&last));
            assert!(
                shows && !frame.lines.iter().any(|it| it.text.starts_with(['↑', '↓'])),
                "{}",
                question.id
            );
        }
    }
}
