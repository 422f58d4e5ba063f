//! Files: read with clear faults, written whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::fault::Fault;
use crate::german;

/// Reads a text file; `-` is standard input.
pub fn read_text(path: &Path) -> anyhow::Result<String> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes).context("stdin")?;
        return String::from_utf8(bytes).map_err(|_| Fault::faulty(german::fault::not_text("-")));
    }
    let shown = path.display().to_string();
    if path.is_dir() {
        return Err(Fault::usage(german::fault::is_a_folder(&shown)));
    }
    #[expect(clippy::disallowed_methods, reason = "the rim touches files")]
    match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| Fault::faulty(german::fault::not_text(&shown))),
        Err(error) => Err(Fault::usage(german::fault::cannot_read(&shown, error.kind()))),
    }
}

/// Reads any file.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, io::ErrorKind> {
    std::fs::read(path).map_err(|it| it.kind())
}

/// What lies in a folder, in no particular order.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let fault = |error: io::Error| {
        Fault::usage(german::fault::cannot_read(&folder.display().to_string(), error.kind()))
    };
    std::fs::read_dir(folder).map_err(fault)?.map(|it| it.map(|it| it.path()).map_err(fault)).collect()
}

/// Makes a folder with all folders above it.
pub fn make_folder(path: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(path)
        .map_err(|error| Fault::usage(german::fault::cannot_write(&path.display().to_string(), error.kind())))
}

/// Makes a folder, or takes an existing one that is empty.
pub fn make_empty_folder(path: &Path) -> anyhow::Result<()> {
    make_folder(path)?;
    if entries(path)?.is_empty() {
        return Ok(());
    }
    Err(Fault::usage(german::fault::folder_not_empty(&path.display().to_string())))
}

/// Files of the current folder whose names end like this, sorted by name.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn ending_with(ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(".") else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|it| Some(PathBuf::from(it.ok()?.file_name())))
        .filter(|it| it.to_str().is_some_and(|it| it.ends_with(ending)) && it.is_file())
        .collect();
    found.sort();
    found
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

/// Saves what exists nowhere else: as [`write_atomically`], and not before it is on the disk.
pub fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    put(path, bytes, std::fs::File::sync_all)
}

/// Writes bytes beside the target and renames: a reader sees the old file or the new one, never half of it. For what can
/// be made again: a slow disk is not waited for.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    put(path, bytes, |_| Ok(()))
}

fn put(
    path: &Path,
    bytes: &[u8],
    settle: impl FnOnce(&std::fs::File) -> io::Result<()>,
) -> anyhow::Result<()> {
    let shown = path.display().to_string();
    let fault = |kind: io::ErrorKind| Fault::usage(german::fault::cannot_write(&shown, kind));
    if path.is_dir() {
        return Err(Fault::usage(german::fault::is_a_folder(&shown)));
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let mut file = tempfile::Builder::new()
        .prefix(".waage-")
        .tempfile_in(&folder)
        .map_err(|error| fault(error.kind()))?;
    file.write_all(bytes).and_then(|()| settle(file.as_file())).map_err(|error| fault(error.kind()))?;
    keep_permissions(file.as_file(), path);
    file.persist(path).map_err(|error| fault(error.error.kind()))?;
    Ok(())
}

/// A temporary file is private; the target keeps the rights it had, or gets the usual ones for new files.
#[cfg(unix)]
fn keep_permissions(file: &std::fs::File, target: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(target).map_or(0o644, |it| it.permissions().mode());
    // A file system without modes refuses; the content matters more than its rights.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn keep_permissions(_file: &std::fs::File, _target: &Path) {}
