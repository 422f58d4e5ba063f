//! The answers file while a check is under way: whoever else writes to it, nothing confirmed is lost in silence.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::terminal::{Person, Prompts, Trouble};
use super::{disk, files};
use crate::assessment::Draft;
use crate::assessment::answers_file::{parse, written};
use crate::assessment::interview::{Interview, Item};
use crate::assessment::merge::{Known, merge, settle};
use crate::german::conversation::saving as words;
use crate::model::Catalogue;

/// Times a file that cannot be read is looked at again: an editor may be in the middle of writing it.
const LOOKS: u32 = 5;

/// The file, with what is known of its other writers.
pub struct Saving<'c> {
    path: PathBuf,
    catalogue: &'c Catalogue,
    /// The file as we last read or wrote it; none while there is none.
    seen: Option<String>,
    /// What answers are written into where nobody else has written.
    text: String,
    known: Known,
    /// True while the last answer is not on the disk.
    is_behind: bool,
}

/// How saving went.
enum Attempt {
    /// Everything is in the file; true where something of others was taken over.
    Saved(bool),
    /// Others said something else about these.
    Collides(Vec<Item>, Box<Draft>),
    /// What others wrote cannot be read.
    Unreadable,
    /// The disk refuses.
    Failed(io::Error),
}

impl<'c> Saving<'c> {
    /// Saving to `path` what begins with `draft`, written in `text`. Where `exists`, the text is that of the file.
    pub fn new(path: &Path, catalogue: &'c Catalogue, text: String, draft: &Draft, exists: bool) -> Self {
        let known =
            Known { others: if exists { draft.clone() } else { Draft::default() }, own: draft.clone() };
        let seen = exists.then(|| text.clone());
        Self { path: path.to_owned(), catalogue, seen, text, known, is_behind: false }
    }

    /// Where answers are saved; another place than at first where somebody chose one.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True where something that was confirmed is not on the disk.
    pub fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// Saves what the interview holds. Asks where others said something else, and what to do where the disk refuses; only
    /// somebody who wants to leave breaks off.
    pub fn save<P: Prompts>(
        &mut self,
        interview: &mut Interview<'_>,
        person: &mut Person<'_, P>,
    ) -> anyhow::Result<ControlFlow<()>> {
        self.is_behind = true;
        let mut leaves = false;
        loop {
            let mut draft = interview.draft().clone();
            match self.look(&mut draft) {
                Attempt::Saved(taken_over) => {
                    self.is_behind = false;
                    if taken_over {
                        interview.adopt(draft);
                        person.tell(words::TAKEN_OVER.to_owned());
                    }
                    return Ok(if leaves { ControlFlow::Break(()) } else { ControlFlow::Continue(()) });
                }
                Attempt::Collides(items, theirs) => {
                    for item in items {
                        // Who leaves here leaves theirs as it is.
                        let keep =
                            if leaves { None } else { person.which_holds(interview, &item, &theirs)? };
                        leaves |= keep.is_none();
                        settle(&item, keep.unwrap_or(false), &mut self.known, &mut draft, &theirs);
                    }
                    interview.adopt(draft);
                }
                Attempt::Unreadable => {
                    if !self.ask(person, &words::unreadable(&shown(&self.path)))? {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                Attempt::Failed(error) => {
                    let why = crate::german::disk::cannot_write(&shown(&self.path), error.kind());
                    if !self.ask(person, &why)? {
                        return Ok(ControlFlow::Break(()));
                    }
                }
            }
        }
    }

    /// Asks what to do about an answer that is not saved; false where somebody wants to leave.
    fn ask<P: Prompts>(&mut self, person: &mut Person<'_, P>, why: &str) -> anyhow::Result<bool> {
        match person.not_saved(why, &shown(&self.path))? {
            Trouble::Again => {}
            Trouble::Elsewhere(path) => {
                self.path = path;
                // What lies there is laid beside ours like any other change.
                self.seen = None;
            }
            Trouble::Leave => return Ok(false),
        }
        Ok(true)
    }

    /// Tries more than once where others may be in the middle of writing.
    fn look(&mut self, ours: &mut Draft) -> Attempt {
        for _ in 1..LOOKS {
            match self.attempt(ours) {
                Attempt::Unreadable => thread::sleep(Duration::from_millis(100)),
                other => return other,
            }
        }
        self.attempt(ours)
    }

    fn attempt(&mut self, ours: &mut Draft) -> Attempt {
        let _turn = disk::turn(&self.path);
        let found = match files::read_bytes(&self.path) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Some(text),
                Err(_) => return Attempt::Unreadable,
            },
            Err(io::ErrorKind::NotFound) => None,
            Err(kind) => return Attempt::Failed(kind.into()),
        };
        let mut taken_over = false;
        if let Some(text) = found.filter(|it| self.seen.as_ref() != Some(it)) {
            let Ok(parsed) = parse(&text, self.catalogue) else { return Attempt::Unreadable };
            let before = ours.clone();
            let collisions = merge(&mut self.known, ours, &parsed.draft);
            if !collisions.is_empty() {
                return Attempt::Collides(collisions, Box::new(parsed.draft));
            }
            taken_over = *ours != before;
            self.text = text;
        }
        let text = written(&self.text, ours);
        if let Err(error) = disk::save(&self.path, text.as_bytes()) {
            return Attempt::Failed(error);
        }
        self.known.own.clone_from(ours);
        self.seen = Some(text.clone());
        self.text = text;
        Attempt::Saved(taken_over)
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
