//! Whoever answers.

use std::ops::ControlFlow;

use super::{Heard, Interview, Refusal, Reply, Step};

/// Someone or something that answers an interview: a person at a terminal, a file, a test script.
pub trait Respondent {
    /// What can go wrong on their side.
    type Error: From<Refusal>;

    /// Replies to the interview's step.
    fn reply(&mut self, interview: &Interview<'_>) -> Result<Reply, Self::Error>;

    /// Learns what followed, after it was saved, and may hand the interview a new order of questions.
    fn heard(&mut self, _interview: &mut Interview<'_>, _heard: &Heard) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// How an interview ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything was asked and looked through.
    Finished,
    /// Left on the way, to go on another day.
    Left,
}

/// Leads a respondent through an interview. `save` runs after every reply that changed something, before the
/// respondent learns of it: what is confirmed is never lost. It may ask the respondent what to do where saving fails, hand the
/// interview what others wrote meanwhile, and break off.
pub fn conduct<R: Respondent>(
    interview: &mut Interview<'_>,
    respondent: &mut R,
    mut save: impl FnMut(&mut Interview<'_>, &mut R) -> Result<ControlFlow<()>, R::Error>,
) -> Result<Ending, R::Error> {
    while interview.step() != Step::Finished {
        let reply = respondent.reply(interview)?;
        if reply == Reply::Leave {
            return Ok(Ending::Left);
        }
        let heard = interview.respond(reply)?;
        if heard.changed && save(interview, respondent)?.is_break() {
            return Ok(Ending::Left);
        }
        respondent.heard(interview, &heard)?;
    }
    Ok(Ending::Finished)
}
