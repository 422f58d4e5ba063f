//! A dated answers file with its day of reckoning.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::fault::Fault;
use super::{answers, files};
use crate::german;
use crate::history::{self, Figures, Incomparable, Side};
use crate::model::{Answers, Catalogue};

/// Answers and the day they are reckoned on.
pub struct Dated {
    /// The answers.
    pub answers: Answers,
    /// Day of reckoning.
    pub date: Date,
}

impl Dated {
    /// One side of a comparison under that content.
    pub fn side<'a>(&'a self, catalogue: &'a Catalogue) -> Side<'a> {
        Side { catalogue, answers: &self.answers, date: self.date }
    }
}

/// Reads a file. Its day is the one asked for, else the one in its name, else that of its newest answer.
pub fn load(path: &Path, catalogue: &Catalogue, asked: Option<Date>) -> anyhow::Result<Dated> {
    let answers = answers::load(path, catalogue)?;
    let date = asked
        .or_else(|| day_in_name(path))
        .or_else(|| answers.date_range().map(|it| it.1))
        .ok_or_else(|| Fault::usage(german::change::no_day(&path.display().to_string())))?;
    Ok(Dated { answers, date })
}

/// The dated files of a folder, oldest first.
pub fn files_of(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = files::entries(folder)?;
    found.retain(|it| it.to_string_lossy().ends_with(".waage.toml") && it.is_file());
    found.sort();
    Ok(found)
}

/// The figures of one side.
pub fn figures(side: &Side) -> anyhow::Result<Figures> {
    history::figures_of(side).map_err(|it| refused(&it))
}

/// Why two files cannot be laid side by side.
pub fn refused(fault: &Incomparable) -> anyhow::Error {
    Fault::faulty(match fault {
        Incomparable::NoSuchSegment(segment) => german::change::no_segment(segment.as_str()),
        Incomparable::Refused(refusal) => german::quantified::refused(refusal),
    })
}

/// The day a file's name begins with.
fn day_in_name(path: &Path) -> Option<Date> {
    path.file_name()?.to_str()?.get(..10)?.parse().ok()
}
