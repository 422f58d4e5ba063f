//! Answers from a file, and back into it.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::command::ENDING;
use super::fault::Fault;
use super::{disk, files, output};
use crate::assessment::answers_file::{self, FileFault, Parsed};
use crate::german;
use crate::model::{Answers, Catalogue};

/// Answers complete enough to reckon with. What the content no longer knows is told on stderr.
pub fn load(path: &Path, catalogue: &Catalogue, today: Date) -> anyhow::Result<Answers> {
    let path = &found(path);
    disk::sweep_beside(path);
    of_text(&files::read_text(path)?, path, catalogue, today)
}

/// The file that is meant, where its ending was left out; the name as typed where there is none of either.
fn found(path: &Path) -> PathBuf {
    Some(files::meant(path, ENDING)).filter(|it| it.exists()).unwrap_or_else(|| path.to_owned())
}

/// Answers from a text that was read already; the path is only told.
pub fn of_text(text: &str, path: &Path, catalogue: &Catalogue, today: Date) -> anyhow::Result<Answers> {
    let (answers, notes) =
        answers_file::parse_complete(text, catalogue).map_err(|faults| faulty(&faults, path, text))?;
    tell(notes, &answers, today, path, text);
    Ok(answers)
}

/// Tells on stderr what the content no longer knows and what is probably meant otherwise.
pub fn tell(mut notes: Vec<FileFault>, answers: &Answers, today: Date, path: &Path, text: &str) {
    notes.extend(answers_file::remarks(text, &answers.company, today));
    notes.sort_by_key(|it| it.span.start);
    if !notes.is_empty() {
        let (shown, colour) = (path.display().to_string(), output::may_colour_messages());
        output::complain_coloured(&german::answers_file::notes(&notes, &shown, text, colour));
    }
}

/// Answers as far as they go, with the text they came from.
pub fn load_draft(path: &Path, catalogue: &Catalogue) -> anyhow::Result<(Parsed, String)> {
    let path = &found(path);
    disk::sweep_beside(path);
    let text = files::read_text(path)?;
    match answers_file::parse(&text, catalogue) {
        Ok(parsed) => Ok((parsed, text)),
        Err(faults) => Err(faulty(&faults, path, &text)),
    }
}

/// Answers that cannot be used, with every fault as people see it.
pub fn faulty(faults: &[FileFault], path: &Path, text: &str) -> anyhow::Error {
    let shown = path.display().to_string();
    Fault::faulty_at(|colour| german::answers_file::faults(faults, &shown, text, colour))
}
