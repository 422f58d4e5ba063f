//! A dated answers file with its day of reckoning.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::command::ENDING;
use super::earlier::EarlierReport;
use super::fault::Fault;
use super::{answers, files, output};
use crate::assessment::answers_file::{answered_with, newest_day};
use crate::german;
use crate::german::shown::in_one_line;
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

    /// The earlier report that it is; none for a file of answers.
    pub fn report(&self) -> Option<EarlierReport> {
        EarlierReport::of(&self.text)
    }

    /// The day in its name, else that of its newest answer up to `today` as far as it can be read.
    pub fn day(&self, today: Date) -> Option<Date> {
        day_in_name(&self.path).or_else(|| newest_day(&self.text, today))
    }

    /// Its answers. Their day is the one asked for, else the one in the file's name, else that of the newest answer up to
    /// `today`.
    pub fn dated(&self, catalogue: &Catalogue, asked: Option<Date>, today: Date) -> anyhow::Result<Dated> {
        let named = asked.or_else(|| day_in_name(&self.path));
        let until = named.unwrap_or(today);
        let answers = answers::of_text(&self.text, &self.path, catalogue, until)?;
        let date = named
            .or_else(|| answers.date_range(until).map(|it| it.1))
            .ok_or_else(|| Fault::usage(german::change::no_day(&self.path.display().to_string())))?;
        Ok(Dated { answers, date })
    }
}

/// The dated files of a folder, oldest first. What systems leave beside them is passed over in silence, copies that a
/// synchronisation made are named.
pub fn files_of(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = files::entries(folder)?;
    found.retain(|it| files::is_visible(it) && files::ends_with(it, ENDING) && it.is_file());
    found.sort();
    let (copies, mut found): (Vec<_>, Vec<_>) = found.into_iter().partition(|it| is_copy(&name_of(it)));
    for copy in &copies {
        output::complain(&german::change::copy_skipped(&copy.display().to_string()));
    }
    one_a_day(&mut found);
    Ok(found)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// True for names that synchronisations and file managers give to copies: Dropbox, Nextcloud, Syncthing, `OneDrive`, Google
/// Drive, Explorer, Finder.
fn is_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    let stem = name.trim_end_matches(ENDING).trim_end_matches(".waage");
    let is_numbered =
        stem.strip_suffix(')').and_then(|it| it.rsplit_once('(')).is_some_and(|(before, it)| {
            before.ends_with(' ') && !it.is_empty() && it.chars().all(|it| it.is_ascii_digit())
        });
    is_numbered || german::change::SIGNS_OF_A_COPY.iter().any(|it| name.contains(it))
}

/// Of several files of one day the one with the shortest name counts; the others are named. Two moments of one day would
/// be a course where there is none.
fn one_a_day(files: &mut Vec<PathBuf>) {
    let mut counted: BTreeMap<Date, PathBuf> = BTreeMap::new();
    for file in files.iter() {
        let Some(day) = day_in_name(file) else { continue };
        let is_shorter = |other: &PathBuf| (name_of(file).len(), file) < (name_of(other).len(), other);
        if counted.get(&day).is_none_or(is_shorter) {
            counted.insert(day, file.clone());
        }
    }
    files.retain(|file| {
        let Some(day) = day_in_name(file) else { return true };
        let counts = counted.get(&day) == Some(file);
        if !counts {
            let shown = [file, &counted[&day]].map(|it| it.display().to_string());
            output::complain(&german::change::same_day(&shown[0], &shown[1]));
        }
        counts
    });
}

/// True where two files plainly speak of two firms: other names, or another trade where a name is missing.
pub fn are_two_firms(a: &Answers, b: &Answers) -> bool {
    let name = |it: &Answers| it.company.name.as_deref().map(|it| in_one_line(it).to_lowercase());
    match (name(a), name(b)) {
        (Some(a), Some(b)) => a != b,
        _ => a.company.segment != b.company.segment,
    }
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

/// True for what can be the name of a content version; anything else would be a path to somewhere.
pub fn is_version(text: &str) -> bool {
    !text.is_empty()
        && text.starts_with(|it: char| it.is_ascii_alphanumeric())
        && text.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_'))
        && !text.contains("..")
}

/// The day a file's name begins with.
fn day_in_name(path: &Path) -> Option<Date> {
    path.file_name()?.to_str()?.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_synchronisations_are_known_by_their_names() {
        for copy in [
            "2026-11-21 (1).waage.toml",
            "2026-11-21 - Kopie.waage.toml",
            "Kopie von 2026-11-21.waage.toml",
            "2026-11-21.waage (Maria's conflicted copy 2026-11-22).toml",
            "2026-11-21 (conflicted copy 2026-11-22 101112).waage.toml",
            "2026-11-21.sync-conflict-20261122-101112-ABCDEFG.waage.toml",
            "2026-11-21.waage (In Konflikt stehende Kopie von PC 2026-11-22).toml",
            "Copy of 2026-11-21.waage.toml",
            "2026-11-21 copy.waage.toml",
        ] {
            assert!(is_copy(copy), "{copy}");
        }
        for own in
            ["2026-11-21.waage.toml", "2026-11-21 Werkstatt (neu).waage.toml", "kopierladen.waage.toml"]
        {
            assert!(!is_copy(own), "{own}");
        }
    }
}
