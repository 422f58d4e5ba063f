//! Files: read with clear faults. What is written goes through [`super::disk`].

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::disk;
use super::fault::Fault;
use crate::german;
use crate::toml_file::BinaryKind;

/// Most bytes of a text file: a thousand times what answers, scenarios and content have.
const MOST_BYTES: u64 = 16 << 20;

/// Reads a text file; `-` is standard input.
pub fn read_text(path: &Path) -> anyhow::Result<String> {
    read_long_text(path, MOST_BYTES)
}

/// Reads a text file of up to `most` bytes; of a longer one no more than that.
pub fn read_long_text(path: &Path, most: u64) -> anyhow::Result<String> {
    let shown = path.display().to_string();
    let bytes = if path == Path::new("-") {
        up_to(io::stdin().lock(), most).context("stdin")?
    } else {
        open(path).and_then(|file| up_to(file, most).map_err(|error| cannot_read(path, &error)))?
    };
    if bytes.len() as u64 > most {
        return Err(Fault::faulty(german::fault::too_large(&shown, most)));
    }
    String::from_utf8(bytes).map_err(|it| {
        let kind = BinaryKind::of(it.as_bytes());
        Fault::faulty(german::fault::not_text(&shown, kind))
    })
}

/// Everything, or one byte more than allowed.
fn up_to(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a path cannot be read. A wrong path is a wrong call; a missing right or a broken disk is nobody's fault.
fn cannot_read(path: &Path, error: &io::Error) -> anyhow::Error {
    let words = german::fault::cannot_read(&path.display().to_string(), error.kind());
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Fault::usage(words),
        _ => Fault::environment(words),
    }
}

/// Opens a file that is read bit by bit.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn open(path: &Path) -> anyhow::Result<std::fs::File> {
    if path.is_dir() {
        return Err(Fault::usage(german::fault::is_a_folder(&path.display().to_string())));
    }
    std::fs::File::open(path).map_err(|error| cannot_read(path, &error))
}

/// Reads any ordinary file, of a large one the beginning.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, io::ErrorKind> {
    // A pipe or device would be waited for without end.
    if std::fs::metadata(path).is_ok_and(|it| !it.is_file()) {
        return Err(io::ErrorKind::InvalidInput);
    }
    let file = std::fs::File::open(path).map_err(|it| it.kind())?;
    up_to(file, MOST_BYTES).map_err(|it| it.kind())
}

/// Reads a table of whatever kind: its bytes, up to the limit of every input.
pub fn read_table(path: &Path) -> anyhow::Result<Vec<u8>> {
    let bytes = up_to(open(path)?, MOST_BYTES).map_err(|error| cannot_read(path, &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Fault::faulty(german::fault::too_large(&path.display().to_string(), MOST_BYTES)));
    }
    Ok(bytes)
}

/// What lies in a folder, in no particular order.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Err(Fault::usage(german::fault::no_folder(&folder.display().to_string())));
    }
    let fault = |error: io::Error| cannot_read(folder, &error);
    std::fs::read_dir(folder).map_err(fault)?.map(|it| it.map(|it| it.path()).map_err(fault)).collect()
}

/// True where a file lies in a folder or below it, links followed; also where there is no such file.
pub fn lies_below(file: &Path, folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match (std::fs::canonicalize(file), std::fs::canonicalize(folder)) {
        (Ok(file), Ok(folder)) => file.starts_with(folder),
        _ => !file.exists(),
    }
}

/// Makes a folder with all folders above it.
pub fn make_folder(path: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(path).map_err(|error| disk::cannot_write(path, &error))
}

/// Makes a folder, or takes an existing one that is empty.
pub fn make_empty_folder(path: &Path) -> anyhow::Result<()> {
    make_folder(path)?;
    if entries(path)?.is_empty() {
        return Ok(());
    }
    Err(Fault::usage(german::fault::folder_not_empty(&path.display().to_string())))
}

/// False for what systems keep beside files under hidden names: `._name` of the Mac, `.DS_Store`, our own notes.
pub fn is_visible(path: &Path) -> bool {
    !path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'))
}

/// True where a name ends like this, in capitals or not.
pub fn ends_with(path: &Path, ending: &str) -> bool {
    path.to_string_lossy().to_lowercase().ends_with(ending)
}

/// Files of the current folder whose names end like this, sorted by name.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn ending_with(ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(".") else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|it| Some(PathBuf::from(it.ok()?.file_name())))
        .filter(|it| is_visible(it) && it.to_str().is_some() && ends_with(it, ending) && it.is_file())
        .collect();
    found.sort();
    found
}

/// True for a file that somebody named in place of a command.
pub fn is_answers_file(path: &Path) -> bool {
    ends_with(path, ".toml") && path.is_file()
}

/// The answers file somebody means: with the usual ending where it was left out and there is no such file without.
pub fn meant(path: &Path, ending: &str) -> PathBuf {
    if path == Path::new("-") || path.exists() || ends_with(path, ending) || ends_with(path, ".toml") {
        return path.to_owned();
    }
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{name}{ending}"))
}

/// The file of another kind beside one: `firma.waage.toml` and `pdf` make `firma.pdf`.
pub fn beside(file: &Path, from: &str, to: &str) -> PathBuf {
    let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{}.{to}", name.trim_end_matches(from)))
}

/// The current folder, for people.
pub fn current_folder() -> String {
    std::env::current_dir().map_or_else(|_| ".".to_owned(), |it| it.display().to_string())
}
