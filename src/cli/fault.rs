//! What went wrong, as a sentence for people and an exit code for scripts.

use std::fmt;
use std::io;

use super::{Exit, output};
use crate::german;
use crate::risk::Refusal;

/// An expected failure: the sentence is already German and names place and remedy.
#[derive(Debug)]
pub struct Fault {
    exit: Exit,
    message: String,
    /// True where the message may hold our own colours.
    is_coloured: bool,
}

impl Fault {
    fn plain(exit: Exit, message: impl Into<String>) -> anyhow::Error {
        Self { exit, message: message.into(), is_coloured: false }.into()
    }

    /// The call was wrong: exit 2.
    pub fn usage(message: impl Into<String>) -> anyhow::Error {
        Self::plain(Exit::Usage, message)
    }

    /// Content or answers are faulty: exit 3.
    pub fn faulty(message: impl Into<String>) -> anyhow::Error {
        Self::plain(Exit::Faulty, message)
    }

    /// The same with the places of the faults, in colour where messages may have it.
    pub fn faulty_at(message: impl FnOnce(bool) -> String) -> anyhow::Error {
        let is_coloured = output::may_colour_messages();
        Self { exit: Exit::Faulty, message: message(is_coloured), is_coloured }.into()
    }

    /// The disk, a right or a connection failed: exit 74.
    pub fn environment(message: impl Into<String>) -> anyhow::Error {
        Self::plain(Exit::Environment, message)
    }

    /// The model refuses to reckon with what it was given: exit 3.
    pub fn refused(refusal: &Refusal) -> anyhow::Error {
        Self::faulty(german::quantified::refused(refusal))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// Tells the user and picks the exit code.
pub fn report(error: &anyhow::Error) -> Exit {
    if let Some(fault) = error.downcast_ref::<Fault>() {
        if fault.is_coloured {
            output::complain_coloured(&fault.message);
        } else {
            output::complain(&fault.message);
        }
        return fault.exit;
    }
    if error.chain().any(<dyn std::error::Error>::is::<io::Error>) {
        output::complain(&german::fault::connection_lost());
        return Exit::Environment;
    }
    output::complain(&german::fault::unexpected(&format!("{error:#}")));
    Exit::Bug
}
