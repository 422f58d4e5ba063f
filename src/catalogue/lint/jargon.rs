//! Words of the trade for which there is an everyday one.

use super::Subject;
use super::anglicism::avoided;
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Entry { raw, .. }) = &subject.content.wording else { return };
    avoided(subject, &raw.jargon, out, |word, instead| Fault::Jargon { word, instead });
}
