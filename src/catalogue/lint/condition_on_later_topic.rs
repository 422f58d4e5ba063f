//! A question waits only for questions of its own or an earlier topic: people go through topics in order.

use super::{Subject, finding};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Entry { raw: topics, .. }) = &subject.content.topics else { return };
    let place = |file: &str| {
        let topic = file.rsplit('/').nth(1).unwrap_or_default();
        topics.topics.iter().position(|it| it.id.value == topic)
    };
    for Entry { file, raw } in &subject.content.questions {
        for answer in &raw.when.answers {
            let earlier = subject.content.questions.iter().find(|it| it.raw.id == answer.question);
            let Some(earlier) = earlier else { continue };
            if place(earlier.file) > place(file) {
                let question = answer.question.value.clone();
                out.push(finding(file, &answer.question, Fault::ConditionOnLaterTopic { question }));
            }
        }
    }
}
