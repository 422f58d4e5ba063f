//! Unfinished files of runs that were killed while they wrote.

use std::fs;
use std::path::Path;

use super::place::folder_of;

/// How the name of an unfinished file begins.
pub const PREFIX: &str = ".waage-";
/// How it ends.
pub const SUFFIX: &str = ".tmp";
/// How the name of a note ends that somebody is at work on a file.
pub const LOCK_SUFFIX: &str = ".waage-lock";

/// Removes unfinished files from the folder of a file.
pub fn sweep_beside(file: &Path) {
    if file != Path::new("-") {
        // A link is written where it leads.
        let target = fs::canonicalize(file);
        sweep(folder_of(target.as_deref().unwrap_or(file)));
    }
}

/// Removes unfinished files and notes whose run is over: as long as it lives it holds a lock on them.
#[expect(clippy::disallowed_methods, reason = "the rim touches files")]
pub fn sweep(folder: &Path) {
    // What cannot be listed or removed does no harm.
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|it| {
            (it.starts_with(PREFIX) && it.ends_with(SUFFIX))
                || (it.starts_with('.') && it.ends_with(LOCK_SUFFIX))
        });
        if !is_ours || !entry.file_type().is_ok_and(|it| it.is_file()) {
            continue;
        }
        let Ok(file) = fs::File::open(entry.path()) else { continue };
        // Where nothing can be locked nothing is removed either.
        if file.try_lock().is_ok() {
            let _ = fs::remove_file(entry.path());
        }
    }
}
