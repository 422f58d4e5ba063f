//! Prompts on a terminal that can move its cursor, drawn by `inquire` on one page per prompt.

use std::fmt;
use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, Color as Ink, Print, ResetColor, SetAttribute, SetForegroundColor};
use crossterm::terminal::{self, Clear, ClearType};
use inquire::list_option::ListOption;
use inquire::ui::{Attributes, Color, RenderConfig, StyleSheet, Styled};
use inquire::validator::{ErrorMessage, Validation};
use inquire::{InquireError, MultiSelect, Select, Text};
use unicode_width::UnicodeWidthStr;

use super::wrap::{hanging, shortened, wrap};
use super::{Entered, Field, List, Page, Picked, Prompts, Ticked, Ticks};
use crate::german::conversation::keys;

/// Widest text: longer lines are hard to read.
const WIDEST: usize = 78;

/// Rows in which a list is still usable; below that it scrolls.
const FEWEST_ROWS: usize = 3;

/// Columns an entry's mark takes.
const MARK: usize = 2;

/// Columns a checkbox takes besides the mark.
const CHECKBOX: usize = 4;

/// A terminal.
pub struct Rich {
    colour: bool,
    /// True once what was on screen before has been moved out of the way.
    cleared: bool,
}

impl Rich {
    /// Prompts in colour or without.
    pub fn new(colour: bool) -> Self {
        Self { colour, cleared: false }
    }

    /// Draws a page and returns the rows left for the prompt.
    fn draw(&mut self, page: &Page) -> io::Result<Room> {
        let (columns, rows) = terminal::size().unwrap_or((80, 24));
        let (columns, rows) = (usize::from(columns.max(20)), usize::from(rows.max(8)));
        let width = columns.saturating_sub(1).min(WIDEST);
        let mut out = io::stderr().lock();
        if !self.cleared {
            // Scrolls what stood there out of sight instead of wiping it out.
            queue!(out, Print("\n".repeat(rows)))?;
            self.cleared = true;
        }
        queue!(out, MoveTo(0, 0), Clear(ClearType::FromCursorDown))?;
        let mut lines: Vec<(Look, String)> = Vec::new();
        lines.push((Look::Soft, apart(keys::TITLE, &page.progress, width)));
        lines.push((Look::Soft, "─".repeat(width)));
        if !page.heading.is_empty() || !page.estimate.is_empty() {
            lines.extend(heading(&page.heading, &page.estimate, width));
            lines.push((Look::Plain, String::new()));
        }
        for news in &page.news {
            lines.extend(wrap(news, width).into_iter().map(|it| (Look::News, it)));
            lines.push((Look::Plain, String::new()));
        }
        lines.extend(wrap(&page.question, width).into_iter().map(|it| (Look::Strong, it)));
        for aside in &page.asides {
            lines.extend(wrap(aside, width).into_iter().map(|it| (Look::Soft, it)));
        }
        for (look, line) in &lines {
            self.style(&mut out, *look)?;
            queue!(out, Print(line))?;
            if self.colour {
                queue!(out, SetAttribute(Attribute::Reset), ResetColor)?;
            }
            queue!(out, Print("\n"))?;
        }
        out.flush()?;
        Ok(Room { width, rows: rows.saturating_sub(lines.len() + 1) })
    }

    fn style(&self, out: &mut impl Write, look: Look) -> io::Result<()> {
        if !self.colour {
            return Ok(());
        }
        match look {
            Look::Plain => Ok(()),
            Look::Strong => queue!(out, SetAttribute(Attribute::Bold)),
            Look::Soft => queue!(out, SetForegroundColor(Ink::DarkGrey)),
            Look::News => queue!(out, SetForegroundColor(Ink::DarkCyan)),
        }
    }

    fn config(&self) -> RenderConfig<'static> {
        let mut config = RenderConfig::empty();
        config.prompt_prefix = Styled::new("");
        config.answered_prompt_prefix = Styled::new("");
        config.canceled_prompt_indicator = Styled::new("");
        config.highlighted_option_prefix = Styled::new("›");
        config.scroll_up_prefix = Styled::new("↑");
        config.scroll_down_prefix = Styled::new("↓");
        config.error_message.prefix = Styled::new("!");
        if self.colour {
            let accent = StyleSheet::new().with_fg(Color::DarkCyan);
            config.highlighted_option_prefix = config.highlighted_option_prefix.with_style_sheet(accent);
            config.selected_option = Some(accent.with_attr(Attributes::BOLD));
            config.selected_checkbox = config.selected_checkbox.with_style_sheet(accent);
            config.prompt = StyleSheet::new().with_fg(Color::DarkGrey);
            config.help_message = StyleSheet::new().with_fg(Color::DarkGrey);
            config.text_input = StyleSheet::new().with_attr(Attributes::BOLD);
            config.error_message.message = StyleSheet::new().with_fg(Color::DarkRed);
        }
        config
    }
}

/// How a line looks.
#[derive(Clone, Copy)]
enum Look {
    Plain,
    Strong,
    Soft,
    News,
}

/// What is left of the window.
struct Room {
    width: usize,
    rows: usize,
}

impl Room {
    /// How many entries fit, when the legend takes so many rows and each entry its own.
    fn page_size(&self, entries: &[String], legend: usize) -> usize {
        // One row holds what is typed.
        let rows = self.rows.saturating_sub(legend + 1);
        let heights: Vec<usize> = entries.iter().map(|it| it.lines().count().max(1)).collect();
        if heights.iter().sum::<usize>() <= rows {
            return entries.len().max(1);
        }
        let tallest = heights.into_iter().max().unwrap_or(1);
        (rows / tallest).clamp(FEWEST_ROWS, entries.len().max(FEWEST_ROWS))
    }
}

fn apart(left: &str, right: &str, width: usize) -> String {
    let room = width.saturating_sub(left.width() + right.width());
    if room < 2 { shortened(right, width) } else { format!("{left}{}{right}", " ".repeat(room)) }
}

fn heading(topic: &str, estimate: &str, width: usize) -> Vec<(Look, String)> {
    if topic.width() + estimate.width() + 2 <= width {
        return vec![(Look::News, apart(topic, estimate, width))];
    }
    let lines = [topic, estimate].into_iter().filter(|it| !it.is_empty());
    lines.flat_map(|it| wrap(it, width)).map(|it| (Look::News, it)).collect()
}

fn legend(parts: &[String], width: usize) -> String {
    // inquire puts the whole into brackets.
    wrap(&parts.iter().map(|it| it.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(" · "), width - 2)
        .join("\n ")
}

/// A line of a list.
#[derive(Clone, Debug)]
struct Line {
    shown: String,
    finds: String,
    picked: Option<Picked>,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Which lines of a list are shown for what was typed: all entries for nothing, a key for itself, an entry for
/// its number, entries for a part of their words, and one line that says so where nothing fits.
fn matches(typed: &str, lines: &[Line], index: usize) -> bool {
    let line = &lines[index];
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return matches!(line.picked, Some(Picked::Entry(_)));
    }
    let mut characters = typed.chars();
    if let (Some(key), None) = (characters.next(), characters.next())
        && lines.iter().any(|it| it.picked == Some(Picked::Key(key)))
    {
        return line.picked == Some(Picked::Key(key));
    }
    if let Ok(number) = typed.parse::<usize>() {
        return number > 0 && line.picked == Some(Picked::Entry(number - 1));
    }
    let found = |it: &Line| matches!(it.picked, Some(Picked::Entry(_))) && it.finds.contains(&typed);
    match line.picked {
        Some(Picked::Entry(_)) => found(line),
        None => !lines.iter().any(found),
        _ => false,
    }
}

fn lines(list: &List, width: usize) -> Vec<Line> {
    let entry = |(index, text): (usize, &String)| Line {
        shown: if list.is_long { shortened(text, width - MARK) } else { hanging(text, width, MARK) },
        finds: format!("{text} {}", list.found_by.get(index).map_or("", String::as_str)).to_lowercase(),
        picked: Some(Picked::Entry(index)),
    };
    let key = |it: &super::Key| Line {
        shown: it.entry.clone(),
        finds: String::new(),
        picked: Some(Picked::Key(it.typed)),
    };
    let nothing = Line { shown: keys::NOTHING_FOUND.into(), finds: String::new(), picked: None };
    list.entries.iter().enumerate().map(entry).chain(list.keys.iter().map(key)).chain([nothing]).collect()
}

impl Prompts for Rich {
    fn choose(&mut self, page: &Page, list: &List) -> anyhow::Result<Picked> {
        let mut at = list.at;
        loop {
            let room = self.draw(page)?;
            let lines = lines(list, room.width);
            let mut parts = vec![keys::esc_back()];
            parts.extend(list.keys.iter().map(|it| keys::key(it.typed, &it.label)));
            parts.push(keys::ctrl_c_pause());
            let legend = legend(&parts, room.width);
            let shown: Vec<String> = lines[..list.entries.len()].iter().map(|it| it.shown.clone()).collect();
            let all = lines.clone();
            let scorer =
                |typed: &str, _: &Line, _: &str, index: usize| matches(typed, &all, index).then_some(0);
            let picked = Select::new(keys::CHOOSE, lines)
                .with_render_config(self.config())
                .with_help_message(&legend)
                .with_page_size(room.page_size(&shown, legend.lines().count()))
                .with_scorer(&scorer)
                .with_sorter(&|it| it.sort_by_key(|it| it.0))
                .with_starting_cursor(at.min(list.entries.len().saturating_sub(1)))
                .with_formatter(&|_| String::new())
                .prompt();
            match picked {
                Ok(Line { picked: Some(picked), .. }) => return Ok(picked),
                Ok(_) => at = 0,
                Err(InquireError::OperationCanceled) => return Ok(Picked::Back),
                Err(InquireError::OperationInterrupted) => return Ok(Picked::Leave),
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn tick(&mut self, page: &Page, ticks: &Ticks) -> anyhow::Result<Ticked> {
        let room = self.draw(page)?;
        let shown: Vec<String> =
            ticks.entries.iter().map(|it| hanging(it, room.width, MARK + CHECKBOX)).collect();
        let legend = legend(
            &[keys::space_ticks(), keys::enter_goes_on(), keys::esc_back(), keys::ctrl_c_pause()],
            room.width,
        );
        let ticked: Vec<usize> = ticks.ticked.iter().copied().collect();
        let most = ticks.most.clone();
        let ticked = MultiSelect::new(keys::TICK, shown.clone())
            .with_render_config(self.config())
            .with_help_message(&legend)
            .with_page_size(room.page_size(&shown, legend.lines().count()))
            .with_default(&ticked)
            .without_filtering()
            .with_formatter(&|_| String::new())
            .with_validator(move |chosen: &[ListOption<&String>]| {
                Ok(match &most {
                    Some((most, refusal)) if chosen.len() > *most => {
                        Validation::Invalid(ErrorMessage::Custom(refusal.clone()))
                    }
                    _ => Validation::Valid,
                })
            })
            .raw_prompt();
        match ticked {
            Ok(chosen) => Ok(Ticked::These(chosen.iter().map(|it| it.index).collect())),
            Err(InquireError::OperationCanceled) => Ok(Ticked::Back),
            Err(InquireError::OperationInterrupted) => Ok(Ticked::Leave),
            Err(error) => Err(error.into()),
        }
    }

    fn enter(&mut self, page: &Page, field: &Field<'_>) -> anyhow::Result<Entered> {
        let room = self.draw(page)?;
        let legend = legend(
            &[field.hint.clone(), keys::enter_goes_on(), keys::esc_back(), keys::ctrl_c_pause()]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>(),
            room.width,
        );
        let check = field.check;
        let width = room.width;
        let validator = move |typed: &str| {
            Ok(match check(typed.trim()) {
                Ok(()) => Validation::Valid,
                Err(refusal) => Validation::Invalid(ErrorMessage::Custom(hanging(&refusal, width, MARK))),
            })
        };
        let entered = Text::new(&field.label)
            .with_render_config(self.config())
            .with_help_message(&legend)
            .with_initial_value(&field.initial)
            .with_validator(validator)
            .with_formatter(&|_| String::new())
            .prompt();
        match entered {
            Ok(text) => Ok(Entered::Text(text.trim().to_owned())),
            Err(InquireError::OperationCanceled) => Ok(Entered::Back),
            Err(InquireError::OperationInterrupted) => Ok(Entered::Leave),
            Err(error) => Err(error.into()),
        }
    }

    fn height(&self) -> Option<usize> {
        terminal::size().ok().map(|(_, rows)| usize::from(rows))
    }
}
