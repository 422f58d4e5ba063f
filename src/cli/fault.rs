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
}

impl Fault {
    /// The call was wrong: exit 2.
    pub fn usage(message: impl Into<String>) -> anyhow::Error {
        Self { exit: Exit::Usage, message: message.into() }.into()
    }

    /// Content or answers are faulty: exit 3.
    pub fn faulty(message: impl Into<String>) -> anyhow::Error {
        Self { exit: Exit::Faulty, message: message.into() }.into()
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

/// Tells the user and picks the exit code. A reader that closed the pipe is no failure.
pub fn report(error: &anyhow::Error) -> Exit {
    let closed = error
        .chain()
        .filter_map(|it| it.downcast_ref::<io::Error>())
        .any(|it| it.kind() == io::ErrorKind::BrokenPipe);
    if closed {
        return Exit::Done;
    }
    if let Some(fault) = error.downcast_ref::<Fault>() {
        output::complain(&fault.message);
        return fault.exit;
    }
    output::complain(&german::fault::unexpected(&format!("{error:#}")));
    Exit::Bug
}
