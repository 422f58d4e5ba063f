//! A note beside an answers file that somebody is at work on it. It binds nobody: it is there to be told.
#![expect(clippy::disallowed_methods, reason = "part of the one place that writes files")]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::leftovers::LOCK_SUFFIX;
use super::place::folder_of;

/// The note, for as long as we are at work; taken away at the end.
pub struct Presence {
    path: PathBuf,
    /// Holds the lock that says the note is true.
    _file: File,
}

/// Who is at work on a file.
pub enum Announced {
    /// We are, and everybody else is told.
    Ours(Presence),
    /// Somebody else, in the words of their note.
    Others(String),
    /// Nothing can be noted here.
    Nobody,
}

/// Notes `words` beside a file, or says what stands there.
pub fn announce(file: &Path, words: &str) -> Announced {
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let path = target.with_file_name(format!(".{name}{LOCK_SUFFIX}"));
    // Whoever ends takes the note away; then it is written anew.
    for _ in 0..3 {
        let Ok(mut note) = open(&path) else { return Announced::Nobody };
        match note.try_lock() {
            Ok(()) if !is_at(&note, &path) => {}
            Ok(()) => {
                let noted =
                    note.set_len(0).and_then(|()| note.rewind()).and_then(|()| write!(note, "{words}"));
                if noted.is_err() {
                    let _ = fs::remove_file(&path);
                    return Announced::Nobody;
                }
                return Announced::Ours(Presence { path, _file: note });
            }
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let _ = note.take(1000).read_to_string(&mut text);
                return Announced::Others(text);
            }
            Err(TryLockError::Error(_)) => {
                let _ = fs::remove_file(&path);
                return Announced::Nobody;
            }
        }
    }
    Announced::Nobody
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let numbers = |it: &fs::Metadata| (it.dev(), it.ino());
    file.metadata().is_ok_and(|it| fs::metadata(path).is_ok_and(|at| numbers(&it) == numbers(&at)))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

impl Presence {
    /// Where the note lies, for an end that runs no destructors.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        withdraw(&self.path);
    }
}

/// Takes a note away.
pub fn withdraw(note: &Path) {
    // Nothing is lost where it stays: the next start finds it unlocked.
    let _ = fs::remove_file(note);
}

/// How long one run waits for another that is just saving.
const PATIENCE: u32 = 200;

/// The turn to read and save a file of this folder; given back when dropped. Where folders cannot be locked, or
/// somebody never gives the turn back, the next best is to go on.
pub fn turn(file: &Path) -> Option<File> {
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let folder = File::open(folder_of(&target)).ok()?;
    for _ in 0..PATIENCE {
        match folder.try_lock() {
            Ok(()) => return Some(folder),
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(10)),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}
