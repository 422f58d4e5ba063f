//! A dated answers file with its day of reckoning.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::command::ENDING;
use super::fault::Fault;
use super::{answers, files};
use crate::assessment::answers_file::answered_with;
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

/// An answers file as it was written; read once, since standard input gives its text only once.
pub struct Written {
    path: PathBuf,
    text: String,
}

impl Written {
    /// Reads a file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        Ok(Self { path: path.to_path_buf(), text: files::read_text(path)? })
    }

    /// The content version it was answered with, where that is not the present one.
    pub fn other_version(&self, present: &Catalogue) -> Option<String> {
        answered_with(&self.text).filter(|it| *it != present.version.version)
    }

    /// Its answers. Their day is the one asked for, else the one in the file's name, else that of the newest answer.
    pub fn dated(&self, catalogue: &Catalogue, asked: Option<Date>) -> anyhow::Result<Dated> {
        let answers = answers::of_text(&self.text, &self.path, catalogue)?;
        let date = asked
            .or_else(|| day_in_name(&self.path))
            .or_else(|| answers.date_range().map(|it| it.1))
            .ok_or_else(|| Fault::usage(german::change::no_day(&self.path.display().to_string())))?;
        Ok(Dated { answers, date })
    }
}

/// The dated files of a folder, oldest first.
pub fn files_of(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = files::entries(folder)?;
    found.retain(|it| it.to_string_lossy().ends_with(ENDING) && it.is_file());
    found.sort();
    Ok(found)
}

/// The figures of one side.
pub fn figures(side: &Side) -> anyhow::Result<Figures> {
    history::figures_of(side).map_err(|it| refused(&it))
}

/// Why two files cannot be laid side by side.
pub fn refused(fault: &Incomparable) -> anyhow::Error {
    match fault {
        Incomparable::NoSuchSegment(segment) => Fault::faulty(german::change::no_segment(segment.as_str())),
        Incomparable::Refused(refusal) => Fault::refused(refusal),
    }
}

/// The day a file's name begins with.
fn day_in_name(path: &Path) -> Option<Date> {
    path.file_name()?.to_str()?.get(..10)?.parse().ok()
}
