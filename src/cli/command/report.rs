//! `waage report`: answers to terminal, PDF and JSON.

use std::path::Path;

use crate::cli::args::{CommonArgs, ReportArgs};
use crate::cli::fault::Fault;
use crate::cli::{Exit, answers, clock, content, files, output};
use crate::decision::Options;
use crate::german;
use crate::render::{json, terminal};
use crate::report::build;

/// Runs the command.
pub fn run(args: &ReportArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    let answers = answers::load(&args.file, &catalogue)?;
    let report = build(&catalogue, &answers, &Options::on(date))
        .map_err(|refusal| Fault::faulty(german::fault::refused(&format!("{refusal:?}"))))?;
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet = write(path, json::report(&catalogue, &report).as_bytes())?;
    }
    if !quiet {
        output::say(&terminal::summary(&catalogue, &report, output::screen()))?;
    }
    Ok(Exit::Done)
}

/// Writes a result to a file, or to stdout where the path is `-`; true where stdout was used.
fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    if path == Path::new("-") {
        output::say_bytes(bytes)?;
        return Ok(true);
    }
    files::write_atomically(path, bytes)?;
    Ok(false)
}
