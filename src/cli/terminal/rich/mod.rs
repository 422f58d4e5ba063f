//! Prompts on a terminal that can move its cursor: one page per prompt, drawn anew after every key.
//!
//! What a prompt shows and what a key makes of it are values without a terminal ([`Widget`]); this file reads the keys and
//! draws. A window that changes its size is drawn anew and changes nothing else.

mod choice;
mod frame;
mod line;
mod ticking;

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read,
};
use crossterm::{execute, queue, style::Print, terminal};

use self::choice::Choice;
use self::frame::{Frame, Layout};
use self::line::Line;
use self::ticking::Ticking;
use super::{Entered, Field, List, Page, Picked, Prompts, Ticked, Ticks};
use crate::german::conversation::keys;

/// A key that a prompt can make something of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    Char(char),
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Backspace,
    Delete,
    Enter,
    /// F1.
    Help,
    /// Pasted as a whole.
    Paste(String),
}

/// What a prompt shows below its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The lines.
    pub lines: Vec<BodyLine>,
    /// Line and column of the cursor, where something is typed.
    pub cursor: Option<(usize, usize)>,
    /// True where an entry is out of sight.
    pub hides: bool,
}

/// A line with its look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyLine {
    pub look: Look,
    pub text: String,
}

impl BodyLine {
    pub fn new(look: Look, text: impl Into<String>) -> Self {
        Self { look, text: text.into() }
    }
}

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Plain,
    Strong,
    Soft,
    News,
    Marked,
    Refused,
}

/// A prompt as a value.
pub trait Widget {
    /// What it ends with.
    type Said;

    /// Its lines in so many columns and at most so many rows.
    fn body(&mut self, width: usize, rows: usize) -> Body;

    /// What keys do: the most needed, and all.
    fn legend(&self, all: bool) -> Vec<String>;

    /// True where fewer keys than all are worth naming.
    fn has_more_keys(&self) -> bool {
        false
    }

    /// What a key leads to; none where the prompt goes on.
    fn press(&mut self, key: Pressed) -> Option<Self::Said>;
}

/// How a prompt ended.
enum Turn<T> {
    Said(T),
    Back,
    Leave,
}

/// A terminal.
pub struct Rich {
    colour: bool,
    /// The terminal as it is from the first prompt on: what is typed while the program reckons waits its turn.
    raw: Option<Raw>,
}

impl Rich {
    /// Prompts in colour or without.
    pub fn new(colour: bool) -> Self {
        Self { colour, raw: None }
    }

    /// Shows a prompt until it is answered.
    fn run<W: Widget>(&mut self, page: &Page, widget: &mut W) -> io::Result<Turn<W::Said>> {
        let mut page = page.harmless();
        if self.raw.is_none() {
            self.raw = Some(Raw::begin()?);
            // Scrolls what stood there out of sight instead of wiping it out.
            let rows = usize::from(window().1);
            execute!(io::stderr(), Print("\r\n".repeat(rows)))?;
        }
        let mut all_keys = false;
        let mut last = self.show(&page, widget, all_keys)?;
        let turn = loop {
            // News that stood beside the prompt once have been read; in a smaller window they give way.
            let had_room = !last.news_alone;
            if last.news_alone {
                // What the answers before led to takes a page of its own where it would hide an option.
                match pressed()? {
                    Key::Pressed(Pressed::Enter | Pressed::Char(_) | Pressed::Down) => page.news.clear(),
                    Key::Back => break Turn::Back,
                    Key::Leave => break Turn::Leave,
                    Key::Suspend => Raw::suspend()?,
                    _ => {}
                }
            } else {
                match pressed()? {
                    Key::Pressed(Pressed::Char(it)) if it == keys::ALL.0 && widget.has_more_keys() => {
                        all_keys = !all_keys;
                    }
                    Key::Pressed(key) => {
                        if let Some(said) = widget.press(key) {
                            break Turn::Said(said);
                        }
                    }
                    Key::Back => break Turn::Back,
                    Key::Leave => break Turn::Leave,
                    Key::Suspend => Raw::suspend()?,
                    Key::Redraw => {}
                }
            }
            last = self.show(&page, widget, all_keys)?;
            if had_room && last.news_alone {
                page.news.clear();
                last = self.show(&page, widget, all_keys)?;
            }
        };
        last.leave()?;
        Ok(turn)
    }

    fn show<W: Widget>(&self, page: &Page, widget: &mut W, all_keys: bool) -> io::Result<Frame> {
        let frame = Layout { page, size: window(), all_keys }.frame(widget);
        frame.draw(&mut io::stderr().lock(), self.colour)?;
        Ok(frame)
    }
}

impl Prompts for Rich {
    fn choose(&mut self, page: &Page, list: &List) -> anyhow::Result<Picked> {
        Ok(match self.run(page, &mut Choice::new(list.harmless()))? {
            Turn::Said(picked) => picked,
            Turn::Back => Picked::Back,
            Turn::Leave => Picked::Leave,
        })
    }

    fn tick(&mut self, page: &Page, ticks: &Ticks) -> anyhow::Result<Ticked> {
        Ok(match self.run(page, &mut Ticking::new(ticks.harmless()))? {
            Turn::Said(ticked) => ticked,
            Turn::Back => Ticked::Back,
            Turn::Leave => Ticked::Leave,
        })
    }

    fn enter(&mut self, page: &Page, field: &Field<'_>) -> anyhow::Result<Entered> {
        Ok(match self.run(page, &mut Line::new(field))? {
            Turn::Said(entered) => entered,
            Turn::Back => Entered::Back,
            Turn::Leave => Entered::Leave,
        })
    }

    fn height(&self) -> Option<usize> {
        Some(usize::from(window().1))
    }
}

/// The window as it is now.
fn window() -> (u16, u16) {
    let (columns, rows) = terminal::size().unwrap_or((80, 24));
    (columns.max(20), rows.max(8))
}

/// What was pressed.
enum Key {
    Pressed(Pressed),
    Back,
    Leave,
    Suspend,
    /// Something that changes nothing but the window.
    Redraw,
}

/// Waits for a key. A letter with Ctrl or Alt is no letter; both together are how some keyboards type signs.
fn pressed() -> io::Result<Key> {
    loop {
        match read()? {
            Event::Resize(..) => return Ok(Key::Redraw),
            Event::Paste(text) => return Ok(Key::Pressed(Pressed::Paste(text))),
            Event::Key(event) if event.kind != KeyEventKind::Release => {
                if let Some(key) = meaning(event) {
                    return Ok(key);
                }
            }
            _ => {}
        }
    }
}

fn meaning(event: KeyEvent) -> Option<Key> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(Key::Pressed(match event.code {
        KeyCode::Char('c' | 'd') if control && !alt => return Some(Key::Leave),
        KeyCode::Char('z') if control && !alt => return Some(Key::Suspend),
        KeyCode::Char('l') if control && !alt => return Some(Key::Redraw),
        // Enter that was typed ahead comes as a line feed.
        KeyCode::Char('j') if control && !alt => Pressed::Enter,
        KeyCode::Char(it) if control == alt => Pressed::Char(it),
        KeyCode::Up | KeyCode::BackTab => Pressed::Up,
        KeyCode::Down | KeyCode::Tab => Pressed::Down,
        KeyCode::Left => Pressed::Left,
        KeyCode::Right => Pressed::Right,
        KeyCode::PageUp => Pressed::PageUp,
        KeyCode::PageDown => Pressed::PageDown,
        KeyCode::Home => Pressed::Home,
        KeyCode::End => Pressed::End,
        KeyCode::Backspace => Pressed::Backspace,
        KeyCode::Delete => Pressed::Delete,
        KeyCode::Enter => Pressed::Enter,
        KeyCode::F(1) => Pressed::Help,
        KeyCode::Esc => return Some(Key::Back),
        _ => return None,
    }))
}

/// The terminal without line editing and echo, until dropped.
struct Raw;

impl Raw {
    fn begin() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        execute!(io::stderr(), EnableBracketedPaste)?;
        Ok(Self)
    }

    /// Stops the program as Ctrl-Z does elsewhere, and begins again once it is brought back.
    #[cfg(unix)]
    fn suspend() -> io::Result<()> {
        execute!(io::stderr(), DisableBracketedPaste, Show, Print("\r\n"))?;
        terminal::disable_raw_mode()?;
        signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
        terminal::enable_raw_mode()?;
        execute!(io::stderr(), EnableBracketedPaste)
    }

    /// Elsewhere nothing can be stopped.
    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
    fn suspend() -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = execute!(io::stderr(), DisableBracketedPaste, Show);
        let _ = terminal::disable_raw_mode();
    }
}

impl Frame {
    /// Puts the cursor below, for whatever is said next.
    fn leave(&self) -> io::Result<()> {
        let row = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let mut out = io::stderr().lock();
        queue!(out, MoveTo(0, row), Print("\r\n"), Show)?;
        out.flush()
    }

    fn draw(&self, out: &mut impl Write, colour: bool) -> io::Result<()> {
        queue!(out, Hide, MoveTo(0, 0))?;
        self.print(out, colour)?;
        if let Some((row, column)) = self.cursor {
            let place = |it: usize| u16::try_from(it).unwrap_or(u16::MAX);
            queue!(out, MoveTo(place(column), place(row)), Show)?;
        }
        out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Pressed> {
        match meaning(KeyEvent::new(code, modifiers)) {
            Some(Key::Pressed(it)) => Some(it),
            _ => None,
        }
    }

    #[test]
    fn a_letter_with_ctrl_or_alt_is_no_letter() {
        let s = KeyCode::Char('s');
        assert_eq!(key(s, KeyModifiers::NONE), Some(Pressed::Char('s')));
        assert_eq!(key(s, KeyModifiers::CONTROL), None);
        assert_eq!(key(s, KeyModifiers::ALT), None);
        let sign = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(key(KeyCode::Char('@'), sign), Some(Pressed::Char('@')));
        assert_eq!(key(KeyCode::F(1), KeyModifiers::NONE), Some(Pressed::Help));
    }
}
