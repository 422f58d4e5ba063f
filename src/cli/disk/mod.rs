//! The one door to the disk: everything the program writes goes through here, whole or not at all.
//!
//! What lies at a path decides how it is written ([`Place`]): a file is replaced by a complete one beside it, links are
//! followed to what they name, devices, pipes and open descriptors are written through and stay what they are.
//! [`keep_apart`] refuses a call whose outputs hit its inputs or each other before anything is written.

mod apart;
mod leftovers;
mod place;
mod presence;
mod put;

use std::io;
use std::path::Path;

pub use apart::{Input, keep_apart};
pub use leftovers::sweep_beside;
pub use place::Place;
pub use presence::{Announced, announce, turn, withdraw};

use super::fault::Fault;
use super::output;
use crate::german;

/// What a file is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worth {
    /// It exists nowhere else: private when it is new, and on the disk before the write counts as done.
    Answers,
    /// It can be made again: rights as the user's umask has them; a slow disk is not waited for.
    Output,
}

/// Saves answers, which exist nowhere else.
pub fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match Place::of(path)? {
        Place::File(target) => put::replace(&target, bytes, Worth::Answers),
        // Whoever points an answers file at a device gets what he asked for.
        Place::Through(target) => put::through(&target, bytes),
        Place::Stdout => output::say_bytes(bytes).map_err(io::Error::other),
    }
}

/// Writes a result to where the path leads, and names it on stderr; true where that is standard output.
pub fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    let place = Place::of(path).map_err(|it| cannot_write(path, &it))?;
    if matches!(place, Place::Stdout) {
        output::say_bytes(bytes)?;
        return Ok(true);
    }
    put_quietly(&place, bytes).map_err(|it| cannot_write(path, &it))?;
    output::complain(&german::disk::written(&path.display().to_string()));
    Ok(false)
}

/// Writes a paper, which no screen can show.
pub fn write_paper(option: &str, path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    if matches!(Place::of(path), Ok(Place::Stdout)) && output::is_a_screen() {
        return Err(Fault::usage(german::disk::no_paper_on_a_screen(option)));
    }
    write(path, bytes)
}

/// Writes a result without a word, for callers that name what they wrote themselves.
pub fn write_quietly(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    Place::of(path).and_then(|it| put_quietly(&it, bytes)).map_err(|it| cannot_write(path, &it))
}

fn put_quietly(place: &Place, bytes: &[u8]) -> io::Result<()> {
    match place {
        Place::File(target) => put::replace(target, bytes, Worth::Output),
        Place::Through(target) => put::through(target, bytes),
        Place::Stdout => output::say_bytes(bytes).map_err(io::Error::other),
    }
}

/// Why a path cannot be written. A wrong path is a wrong call; a full disk or missing right is nobody's fault.
pub fn cannot_write(path: &Path, error: &io::Error) -> anyhow::Error {
    let words = german::disk::cannot_write(&path.display().to_string(), error.kind());
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => {
            Fault::usage(words)
        }
        _ => Fault::environment(words),
    }
}
