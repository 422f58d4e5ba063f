//! `waage completions`: what a shell can offer after Tab.

use crate::cli::args::{CompletionsArgs, definition};
use crate::cli::{Exit, output};

/// Runs the command.
pub fn run(args: &CompletionsArgs) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut definition(), "waage", &mut script);
    output::say_bytes(&script)?;
    Ok(Exit::Done)
}
