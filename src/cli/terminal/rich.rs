//! Prompts on a terminal that can move its cursor, drawn by `inquire` on one page per prompt.

use std::io::{self, Write};
use std::time::Duration;

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, Color as Ink, Print, ResetColor, SetAttribute, SetForegroundColor};
use crossterm::terminal::{Clear, ClearType};
use inquire::list_option::ListOption;
use inquire::ui::{Attributes, Color, RenderConfig, StyleSheet, Styled};
use inquire::validator::{ErrorMessage, Validation};
use inquire::{InquireError, MultiSelect, Select, Text};
use unicode_width::UnicodeWidthStr;

use super::longest::{Begun, Longest};
use super::shown::{Ended, Line, MARK, Size, end, ended, is_shown, lines, window};
use super::wrap::{hanging, shortened, wrap};
use super::{Entered, Field, List, Page, Picked, Prompts, Ticked, Ticks};
use crate::german::conversation::keys;
use crate::german::shown::harmless;

/// Widest text: longer lines are hard to read.
const WIDEST: usize = 78;

/// Rows in which a list is still usable; below that it scrolls.
const FEWEST_ROWS: usize = 3;

/// Rows below a page from which on an empty line is affordable.
const ROOMY: usize = 14;

/// Longest search in a list, bytes.
const LONGEST_SEARCH: usize = 60;

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
        let page = page.harmless();
        let drawn_for = window();
        let (columns, rows) = drawn_for;
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
        if lines.len() + ROOMY < rows {
            lines.push((Look::Plain, String::new()));
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
        Ok(Room { width, rows: rows.saturating_sub(lines.len() + 1), drawn_for })
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

    /// One showing of a list; none where it has to be shown again.
    fn list(&mut self, page: &Page, list: &List) -> anyhow::Result<Option<Picked>> {
        let list = &list.harmless();
        let room = self.draw(page)?;
        let lines = lines(list, room.width, room.drawn_for);
        let mut parts = vec![keys::esc_back()];
        parts.extend(list.keys.iter().map(|it| keys::key(it.typed, &it.label)));
        parts.push(keys::ctrl_c_pause());
        let legend = legend(&parts, room.width);
        let shown: Vec<String> = lines[..list.entries.len()].iter().map(|it| it.shown.clone()).collect();
        let all = lines.clone();
        let search = |typed: &str, _: &Line, _: &str, index: usize| {
            let mut characters = typed.chars();
            if let (Some(key), None) = (characters.next(), characters.next())
                && list.keys.iter().any(|it| it.typed == key)
            {
                end(Ended::Key(key));
            }
            if typed.len() > LONGEST_SEARCH {
                end(Ended::TooMuch);
            }
            is_shown(typed, &all, index).then_some(0)
        };
        let select = Select::new(keys::CHOOSE, lines)
            .with_render_config(self.config())
            .with_help_message(&legend)
            .with_page_size(room.page_size(&shown, legend.lines().count()))
            .with_scorer(&search)
            .with_sorter(&|it| it.sort_by_key(|it| it.0))
            // Else the first search, the empty one, would move the cursor off the last answer.
            .with_reset_cursor(false)
            .with_starting_cursor(list.at.unwrap_or(0).min(list.entries.len().saturating_sub(1)))
            .with_formatter(&|_| String::new());
        let result = match ended(|| select.prompt()) {
            Ok(result) => result,
            Err(Ended::Key(key)) => return Ok(Some(Picked::Key(key))),
            Err(Ended::TooMuch) => {
                drain();
                return Ok(None);
            }
            Err(Ended::Resized) => return Ok(None),
        };
        match result {
            Ok(Line { entry, .. }) => Ok(entry.map(Picked::Entry)),
            Err(InquireError::OperationCanceled) => Ok(Some(Picked::Back)),
            Err(InquireError::OperationInterrupted) => Ok(Some(Picked::Leave)),
            Err(error) => Err(error.into()),
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
    drawn_for: Size,
}

impl Room {
    /// How many entries fit, wherever the list has been scrolled to, when the legend takes so many rows.
    fn page_size(&self, entries: &[String], legend: usize) -> usize {
        // One row holds what is typed.
        let rows = self.rows.saturating_sub(legend + 1);
        let heights: Vec<usize> = entries.iter().map(|it| it.lines().count().max(1)).collect();
        let fits = |size: &usize| heights.windows(*size).all(|it| it.iter().sum::<usize>() <= rows);
        (1..=entries.len()).rev().find(fits).unwrap_or(1).max(FEWEST_ROWS.min(entries.len()).max(1))
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
    wrap(&parts.iter().map(|it| it.replace(' ', "\u{a0}")).collect::<Vec<_>>().join("\u{a0}· "), width - 2)
        .join("\n ")
}

impl Prompts for Rich {
    fn choose(&mut self, page: &Page, list: &List) -> anyhow::Result<Picked> {
        loop {
            let picked = self.list(page, list)?;
            if let Some(picked) = picked {
                return Ok(picked);
            }
        }
    }

    fn tick(&mut self, page: &Page, ticks: &Ticks) -> anyhow::Result<Ticked> {
        let room = self.draw(page)?;
        let ticks = &ticks.harmless();
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
        let mut initial = harmless(&field.initial).into_owned();
        let mut page = page.clone();
        loop {
            let room = self.draw(&page)?;
            // A hint of two parts may be parted between them in a narrow window.
            let hints = field.hint.split(" · ").filter(|it| !it.is_empty()).map(str::to_owned);
            let parts = hints.chain([keys::enter_goes_on(), keys::esc_back(), keys::ctrl_c_pause()]);
            let legend = legend(&parts.collect::<Vec<_>>(), room.width);
            let check = field.check;
            let width = room.width;
            let validator = move |typed: &str| {
                Ok(match check(&one_line(typed)) {
                    Ok(()) => Validation::Valid,
                    Err(refusal) => Validation::Invalid(ErrorMessage::Custom(hanging(&refusal, width, MARK))),
                })
            };
            let entered = Text::new(&field.label)
                .with_render_config(self.config())
                .with_help_message(&legend)
                .with_initial_value(&initial)
                .with_validator(validator)
                .with_autocomplete(Longest { characters: field.longest, drawn_for: room.drawn_for })
                .with_formatter(&|_| String::new())
                .prompt();
            match entered {
                Ok(text) => return Ok(Entered::Text(one_line(&text))),
                Err(InquireError::OperationCanceled) => return Ok(Entered::Back),
                Err(InquireError::OperationInterrupted) => return Ok(Entered::Leave),
                Err(InquireError::Custom(error)) => match error.downcast::<Begun>() {
                    Ok(begun) => {
                        initial = one_line(&begun.text).chars().take(field.longest).collect();
                        if begun.too_long {
                            drain();
                            page.news = vec![keys::too_long(field.longest)];
                        }
                    }
                    Err(error) => return Err(anyhow::Error::from_boxed(error)),
                },
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn height(&self) -> Option<usize> {
        Some(usize::from(window().1))
    }
}

/// Pasted line ends become spaces.
fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Forgets what is still waiting to be read.
fn drain() {
    while crossterm::event::poll(Duration::ZERO).unwrap_or(false) {
        if crossterm::event::read().is_err() {
            return;
        }
    }
}
