//! `waage report`: answers to terminal, PDF and JSON.

use std::path::Path;

use crate::assessment::answers_file::parse_complete;
use crate::cli::args::{CommonArgs, ReportArgs};
use crate::cli::fault::Fault;
use crate::cli::{Exit, clock, content, files, output};
use crate::decision::Options;
use crate::german;
use crate::model::{Answers, Catalogue};
use crate::render::{json, terminal};
use crate::report::build;

/// Runs the command.
pub fn run(args: &ReportArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    let answers = answers(&args.file, &catalogue)?;
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

/// Reads an answers file; all its faults at once where it is faulty, what it no longer fits as a note.
pub fn answers(path: &Path, catalogue: &Catalogue) -> anyhow::Result<Answers> {
    let text = files::read_text(path)?;
    let shown = path.display().to_string();
    match parse_complete(&text, catalogue) {
        Ok((answers, notes)) => {
            if !notes.is_empty() {
                output::complain(&german::answers_file::notes(
                    &notes,
                    &shown,
                    &text,
                    output::may_colour_messages(),
                ));
            }
            Ok(answers)
        }
        Err(faults) => Err(Fault::faulty(german::answers_file::faults(
            &faults,
            &shown,
            &text,
            output::may_colour_messages(),
        ))),
    }
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
