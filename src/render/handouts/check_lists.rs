//! Supplier questionnaire, contract check, project check.

use jiff::ToSpan;

use super::Subject;
use super::paper::{lines, paper, standing};
use crate::german::handouts::check_lists::{self as words, CheckList};
use crate::german::handouts::{BOX, NO, PARTLY, UNSURE, YES, says};
use typeset::document::{Align, Block, Column, Document, Row, Table, Text, Width};

fn check_list(list: &CheckList, questions: &[&str], answers: [&str; 3]) -> Vec<Block> {
    let tick = |word: &str| Column { head: word.into(), align: Align::Middle, width: Width::Fit };
    let [first, second, third] = answers;
    let columns = [
        Column::short(""),
        Column::words(words::QUESTION, 3.0),
        tick(first),
        tick(second),
        tick(third),
        Column::words(list.last_column, 1.2),
    ];
    let rows = questions.iter().enumerate().map(|(index, question)| {
        let number = Text::default().bold((index + 1).to_string());
        Row::of([number, (*question).into(), BOX.into(), BOX.into(), BOX.into(), Text::default()])
    });
    vec![Block::lead(list.lead), Block::Table(Table::of(columns, rows))]
}

fn finished(subject: Subject<'_>, list: &CheckList, mut blocks: Vec<Block>) -> Document {
    blocks.push(Block::note(list.note));
    blocks.push(lines(list.lines, true));
    paper(subject, list.title, list.subject, blocks)
}

/// Weeks a partner has for an answer.
const WEEKS_TO_ANSWER: i64 = 4;

/// What suppliers are asked; some questions only where they matter to this firm.
pub fn supplier(subject: Subject<'_>) -> Document {
    let company = &subject.report.answers.company;
    let has = |id: &str| company.traits.contains(id);
    let mut questions: Vec<&str> = words::SUPPLIER_QUESTIONS.into();
    let extra = [
        (has("remote-maintenance") || has("external-it"), words::SUPPLIER_REMOTE),
        (has("health-data") || has("card-data"), words::SUPPLIER_DATA),
        (has("networked-machines"), words::SUPPLIER_MACHINES),
        (has("cloud-office"), words::SUPPLIER_CLOUD),
        (has("web-shop"), words::SUPPLIER_SHOP),
        (has("point-of-sale"), words::SUPPLIER_TILL),
        (subject.report.guidance.nis2.applies, words::SUPPLIER_NIS2),
    ];
    questions.extend(extra.into_iter().filter(|it| it.0).map(|it| it.1));
    let mut blocks = check_list(&words::SUPPLIER, &questions, [YES, PARTLY, NO]);
    let until = subject.report.provenance.date.checked_add(WEEKS_TO_ANSWER.weeks());
    let asked = words::supplier_note(&company.crown_jewels, until.ok());
    blocks.insert(1, Block::note(asked));
    finished(subject, &words::SUPPLIER, blocks)
}

/// The measure whose degree speaks for each point of a contract; none where the answers do not.
const CONTRACT_MEASURES: [Option<&str>; 12] = [
    Some("supplier-contracts"),
    Some("supplier-contracts"),
    Some("supplier-contracts"),
    Some("restore-test"),
    Some("remote-access-secure"),
    Some("incident-plan"),
    Some("patch-management"),
    Some("supplier-contracts"),
    None,
    Some("supplier-fallback"),
    Some("supplier-fallback"),
    Some("it-responsibility"),
];

/// Twelve points of a contract, each with what the answers say, and what to hold them against.
pub fn contract(subject: Subject<'_>) -> Document {
    let list = &words::CONTRACT;
    let company = &subject.report.answers.company;
    let tick = |word: &str| Column { head: word.into(), align: Align::Middle, width: Width::Fit };
    let columns = [
        Column::short(""),
        Column::words(words::QUESTION, 3.0),
        tick(YES),
        tick(NO),
        tick(UNSURE),
        Column::words(words::CONTRACT_SAYS, 1.1),
        Column::words(list.last_column, 1.1),
    ];
    let rows = words::CONTRACT_QUESTIONS.into_iter().zip(CONTRACT_MEASURES).enumerate();
    let rows = rows.map(|(index, (question, measure))| {
        let said = measure.map_or("", |it| says(standing(subject, it)));
        let number = Text::default().bold((index + 1).to_string());
        let boxes = || Text::from(BOX);
        Row::of([
            number,
            question.into(),
            boxes(),
            boxes(),
            boxes(),
            Text::default().soft(said),
            Text::default(),
        ])
    });
    let contracts = words::CONTRACTS.into_iter().filter(|it| company.traits.contains(it.0)).map(|it| it.1);
    let blocks = vec![
        Block::lead(list.lead),
        Block::note(words::contract_note(&contracts.collect::<Vec<_>>(), &company.crown_jewels)),
        Block::Table(Table::of(columns, rows)),
    ];
    finished(subject, list, blocks)
}

/// Ten questions before a signature, and who is asked.
pub fn project(subject: Subject<'_>) -> Document {
    let mut blocks = check_list(&words::PROJECT, &words::PROJECT_QUESTIONS, [YES, NO, UNSURE]);
    blocks.push(Block::subheading(words::ACTORS_TITLE));
    let rows = words::ACTORS.map(|(who, what)| Row::of([who.into(), what.into(), Text::default()]));
    let columns = [Column::words("", 1.4), Column::words("", 1.4), Column::words("", 1.0)];
    blocks.push(Block::Table(Table::of(columns, rows).dense()));
    finished(subject, &words::PROJECT, blocks)
}
