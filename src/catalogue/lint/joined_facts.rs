//! An option that joins two facts: who does only half of it can tick neither this option nor the one before.

use super::{Subject, finding};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

/// What joins two statements in a line. A dependent clause stands behind a comma too.
const JOINTS: [&str; 5] = [",", ";", " und ", " sowie ", " samt "];

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for Entry { file, raw } in &subject.content.questions {
        // A list of trades or offices is one fact, whatever its length; such options say nothing of a measure.
        for option in raw.options.iter().filter(|it| !it.informs.is_empty()) {
            if let Some(joint) = JOINTS.into_iter().find(|it| option.text.contains(it)) {
                let fault = Fault::JoinedFacts { joint: joint.trim().to_owned() };
                out.push(finding(file, &option.text, fault));
            }
        }
    }
}
