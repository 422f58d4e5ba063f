//! The rim: arguments, files, clock, terminal, exit codes.
//!
//! Everything that touches the world happens here; everything below takes values and gives values back.

mod answers;
mod args;
mod brand;
mod clock;
mod command;
mod content;
mod disk;
mod earlier;
mod exit;
mod fault;
mod files;
mod interrupt;
mod menu;
mod model_file;
mod output;
mod saving;
mod side;
mod terminal;
mod usage;

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::FromArgMatches;

pub use args::{definition, manual};
pub use exit::Exit;
pub use model_file::parse as scenarios;

/// Runs the program with its arguments, the program's name first, and returns its exit code.
///
/// Has no globals of its own and can be called twice in one process.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let exit = panic::catch_unwind(AssertUnwindSafe(|| dispatch(args))).unwrap_or_else(|_| {
        output::complain(&crate::german::fault::our_bug());
        Exit::Bug
    });
    ExitCode::from(exit.code())
}

fn dispatch(mut args: Vec<OsString>) -> Exit {
    // A file dropped on the program, or named where a command could stand, opens the menu on it.
    let is_dropped = args.len() == 2 && files::is_answers_file(Path::new(&args[1]));
    let dropped = if is_dropped { args.pop().map(PathBuf::from) } else { None };
    let words: Vec<String> = args.iter().skip(1).map(|it| it.to_string_lossy().into_owned()).collect();
    let parsed =
        definition().try_get_matches_from(args).and_then(|it| args::Arguments::from_arg_matches(&it));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return usage::answer(&error, &words),
    };
    let ran = match &arguments.command {
        Some(command) => command::run(command, &arguments.common),
        None => menu::run(dropped.as_deref(), &arguments.common, dispatch),
    };
    match ran {
        Ok(exit) => exit,
        Err(error) => fault::report(&error),
    }
}
