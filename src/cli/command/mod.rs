//! One file per command: read, call the core, write.

use super::Exit;
use super::args::{Arguments, Command};

mod check;
mod content;
mod report;

/// Runs the command that was asked for.
pub fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    match &arguments.command {
        Some(Command::Check(args)) => check::run(args, &arguments.common),
        Some(Command::Report(args)) => report::run(args, &arguments.common),
        Some(Command::Content(args)) => content::run(args, &arguments.common),
        None => Ok(Exit::Usage),
    }
}
