//! Content from the binary, or from a folder that replaces or overlays it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::CommonArgs;
use super::fault::Fault;
use super::{files, output};
use crate::catalogue::{self, Diagnostic, Files, embedded, released, resolve, resolve_earlier};
use crate::german;
use crate::model::{Catalogue, Trades};

/// The folders that make up content; anything else in a folder of own content is not ours to read.
const FOLDERS: [&str; 3] = ["questionnaires", "profiles", "knowledge"];

/// The content files that hold for this run.
pub fn sources(common: &CommonArgs) -> anyhow::Result<Files> {
    sources_of(common.content.as_deref())
}

fn sources_of(folder: Option<&Path>) -> anyhow::Result<Files> {
    match folder {
        None => Ok(embedded()),
        Some(folder) => Ok(embedded().overlaid_with(read_folder(folder)?)),
    }
}

/// The resolved content that holds for this run; all its faults at once where it cannot be resolved.
pub fn catalogue(common: &CommonArgs) -> anyhow::Result<Catalogue> {
    resolved(&sources(common)?)
}

/// The resolved content of an earlier version from a folder.
pub fn earlier_catalogue(folder: &Path) -> anyhow::Result<Catalogue> {
    earlier(&sources_of(Some(folder))?)
}

fn earlier(files: &Files) -> anyhow::Result<Catalogue> {
    resolve_earlier(files).map_err(|faults| faulty(&faults, files))
}

/// Content with every reference resolved; all its faults at once where it cannot be.
pub fn resolved(files: &Files) -> anyhow::Result<Catalogue> {
    resolve(files).map_err(|faults| faulty(&faults, files))
}

/// The dictionary of trades; all its faults at once where it cannot be resolved.
pub fn trades(files: &Files) -> anyhow::Result<Trades> {
    catalogue::trades(files).map_err(|faults| faulty(&faults, files))
}

/// Content that cannot be used, with every fault as people see it.
pub fn faulty(faults: &[Diagnostic], files: &Files) -> anyhow::Error {
    Fault::faulty_at(|colour| german::diagnostic::report(faults, files, colour))
}

fn read_folder(folder: &Path) -> anyhow::Result<Files> {
    let shown = folder.display().to_string();
    if !folder.is_dir() {
        return Err(Fault::usage(german::fault::not_a_folder(&shown)));
    }
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for name in FOLDERS {
        let below = folder.join(name);
        if below.is_dir() {
            collect(&below, &mut seen, &mut found)?;
        }
    }
    if found.is_empty() {
        return Err(Fault::usage(german::fault::no_content(&shown)));
    }
    found.sort();
    let mut texts = Vec::with_capacity(found.len());
    for path in found {
        let inside = path.strip_prefix(folder).unwrap_or(&path);
        let parts: Vec<_> = inside.components().map(|it| it.as_os_str().to_string_lossy()).collect();
        texts.push((parts.join("/"), files::read_text(&path)?));
    }
    Ok(texts.into_iter().collect())
}

/// Every content file below a folder; a folder that links lead to again is read once.
fn collect(folder: &Path, seen: &mut BTreeSet<PathBuf>, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if !seen.insert(std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())) {
        return Ok(());
    }
    let mut entries = files::entries(folder)?;
    entries.sort();
    for path in entries.into_iter().filter(|it| files::is_visible(it)) {
        if path.is_dir() {
            collect(&path, seen, found)?;
        } else if path.extension().is_some_and(|it| it == "toml") && path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

/// True for the present content and every released one that the binary keeps.
pub fn is_known(version: &str, present: &Catalogue) -> bool {
    version == present.version.version || released(version).is_some()
}

/// A released version, from what the binary keeps; none, and said so, where it is not kept.
pub fn kept(version: &str, present: &Catalogue) -> anyhow::Result<Option<Catalogue>> {
    if let Some(files) = released(version) {
        return earlier(&files).map(Some);
    }
    output::complain(&german::change::content_not_kept(version, &present.version.version));
    Ok(None)
}
