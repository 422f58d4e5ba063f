//! The two streams: results to stdout, everything else to stderr.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::files;
use crate::render::text::Screen;

/// Writes a result to stdout; a closed pipe is an error the caller passes on.
pub fn say(text: &str) -> anyhow::Result<()> {
    say_bytes(text.as_bytes())
}

/// Writes bytes of a result to stdout.
pub fn say_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Writes a result to a file, or to stdout where the path is `-`; true where stdout was used.
pub fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    if path == Path::new("-") {
        say_bytes(bytes)?;
        return Ok(true);
    }
    files::write_atomically(path, bytes)?;
    Ok(false)
}

/// Columns that text for people may take on stdout: the window's, within what reads well.
pub fn screen() -> Screen {
    let window = terminal_size::terminal_size().map_or(80, |(width, _)| width.0);
    Screen { width: window.clamp(40, 100), lines: true }
}

/// Writes a message for people to stderr; when nobody reads it, nothing can be done.
pub fn complain(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{}", text.trim_end());
}

/// True when a person sits at both ends: prompts can be shown and answered.
pub fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
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
