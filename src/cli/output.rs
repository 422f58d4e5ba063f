//! The two streams: results to stdout, everything else to stderr.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;

use super::fault::Fault;
use crate::german;
use crate::german::shown::{harmless, harmless_coloured};
use typeset::terminal::Screen;

/// Writes a result for people to stdout.
pub fn say(text: &str) -> anyhow::Result<()> {
    write_out(harmless(text).as_bytes())
}

/// The same for text with places of faults, which this program may have coloured.
pub fn say_coloured(text: &str) -> anyhow::Result<()> {
    write_out(harmless_coloured(text).as_bytes())
}

/// Writes a result for programs to stdout, byte for byte; a screen is shown it harmlessly.
pub fn say_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    if is_a_screen() {
        return say(&String::from_utf8_lossy(bytes));
    }
    write_out(bytes)
}

/// A reader that has closed the pipe has read enough: the run goes on and ends as
/// it would have, so that a gate that is not met never looks like one that is.
fn write_out(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Fault::environment(german::disk::cannot_say(error.kind()))),
        Ok(()) => Ok(()),
    }
}

/// Results that leave bit by bit.
pub struct Stream(io::StdoutLock<'static>);

impl Stream {
    /// Standard output, held until all is written.
    pub fn new() -> Self {
        Self(io::stdout().lock())
    }

    /// Writes so much; a break where nobody reads any more.
    pub fn write(&mut self, bytes: &[u8]) -> anyhow::Result<ControlFlow<()>> {
        match self.0.write_all(bytes).and_then(|()| self.0.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
            Err(error) => Err(Fault::environment(german::disk::cannot_say(error.kind()))),
            Ok(()) => Ok(ControlFlow::Continue(())),
        }
    }
}

/// Shows how far a long run is, over what was shown before; only where a person looks on while results go elsewhere.
pub fn progress(text: &str) {
    if shows_progress() {
        let _ = write!(io::stderr().lock(), "\r{text}");
    }
}

/// Leaves the line of progress.
pub fn end_progress() {
    if shows_progress() {
        let _ = writeln!(io::stderr().lock());
    }
}

fn shows_progress() -> bool {
    io::stderr().is_terminal() && !io::stdout().is_terminal()
}

/// Columns that text for people may take on stdout: the window's, within what reads well.
pub fn screen() -> Screen {
    let window = terminal_size::terminal_size().map_or(80, |(width, _)| width.0);
    Screen { width: window.clamp(40, 100), lines: true }
}

/// Writes a message for people to stderr.
pub fn complain(text: &str) {
    write_err(&harmless(text));
}

/// The same for text with places of faults, which this program may have coloured.
pub fn complain_coloured(text: &str) {
    write_err(&harmless_coloured(text));
}

/// When nobody reads it, nothing can be done.
fn write_err(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{}", text.trim_end());
}

/// True when a person sits at both ends: prompts can be shown and answered.
pub fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// True when stdout is shown as it comes.
pub fn is_a_screen() -> bool {
    io::stdout().is_terminal()
}

/// True when colour may be used on stdout.
pub fn may_colour() -> bool {
    io::stdout().is_terminal() && colour_is_welcome()
}

/// True when colour may be used in messages on stderr.
pub fn may_colour_messages() -> bool {
    io::stderr().is_terminal() && colour_is_welcome()
}

#[expect(clippy::disallowed_methods, reason = "the rim reads the environment")]
fn colour_is_welcome() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty())
}

/// True for terminals that cannot move their cursor.
#[expect(clippy::disallowed_methods, reason = "the rim reads the environment")]
pub fn is_simple_terminal() -> bool {
    cfg!(unix) && std::env::var_os("TERM").is_none_or(|it| it.is_empty() || it == "dumb")
}
