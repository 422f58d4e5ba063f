//! Twelve points for management, with what the answers say and a line to sign.

use super::Subject;
use super::paper::{lines, standing};
use crate::german::handouts::{Says, leadership as words, says as in_words};
use typeset::document::{Block, Column, Document, Row, Table, Text};

/// The measure whose degree speaks for each point; none where something else does.
const MEASURES: [Option<&str>; 12] = [
    Some("it-responsibility"),
    None,
    None,
    None,
    Some("pam-admin"),
    Some("payment-four-eyes"),
    Some("reporting-channel"),
    Some("management-commitment"),
    Some("restore-test"),
    Some("incident-plan"),
    Some("supplier-contracts"),
    Some("management-commitment"),
];

/// The paper.
pub fn paper(subject: Subject<'_>) -> Document {
    let report = subject.report;
    let rows = words::POINTS.into_iter().enumerate().map(|(index, point)| {
        let says = in_words(says(subject, index));
        Row::of([
            Text::default().bold((index + 1).to_string()),
            point.into(),
            says.into(),
            words::TICKS.into(),
        ])
    });
    let [point, answers, decision] = words::HEADS;
    let columns = [
        Column::short(""),
        Column::words(point, 3.2),
        Column::words(answers, 1.2),
        Column::words(decision, 1.2),
    ];
    let lead = words::lead(
        report.today.expected_annual_loss.value,
        report.decision.plan.annual.total().likely,
        report.with_plan.expected_annual_loss.value,
    );
    let blocks = vec![
        Block::lead(lead),
        Block::Table(Table::of(columns, rows)),
        Block::note(words::NOTE),
        lines(&words::LINES, true),
    ];
    super::paper::paper(subject, words::TITLE, words::SUBJECT, blocks)
}

fn says(subject: Subject<'_>, point: usize) -> Says {
    let answers = &subject.report.answers;
    let known = |it: bool| if it { Says::Yes } else { Says::NotYet };
    match (MEASURES[point], point) {
        (Some(id), _) => standing(subject, id),
        (None, 1) => known(!answers.company.crown_jewels.is_empty()),
        (None, 2) => known(answers.decisions.values().any(|it| it.acceptance.is_some())),
        (None, _) => known(answers.company.standstill_day_eur.is_some()),
    }
}
