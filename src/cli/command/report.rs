//! `waage report`: answers to terminal, PDF and JSON.

use crate::cli::args::{CommonArgs, ReportArgs};
use crate::cli::{Exit, clock, files};

/// Runs the command.
pub fn run(args: &ReportArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let _day = clock::day(common.date.as_deref())?;
    let _text = files::read_text(&args.file)?;
    Ok(Exit::Done)
}
