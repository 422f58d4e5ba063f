//! Supplier questionnaire, contract check, project check.

use super::Subject;
use super::paper::{lines, paper};
use crate::german::handouts::check_lists::{self as words, CheckList};
use crate::german::handouts::{BOX, NO, PARTLY, UNSURE, YES};
use crate::model::{Basis, MeasureId};
use crate::render::document::{Align, Block, Column, Document, Row, Table, Text, Width};

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

/// What suppliers are asked; some questions only where they matter to this firm.
pub fn supplier(subject: Subject<'_>) -> Document {
    let has = |id: &str| subject.report.answers.company.traits.contains(id);
    let mut questions: Vec<&str> = words::SUPPLIER_QUESTIONS.into();
    let extra = [
        (has("remote-maintenance") || has("external-it"), words::SUPPLIER_REMOTE),
        (has("health-data") || has("card-data"), words::SUPPLIER_DATA),
        (has("networked-machines"), words::SUPPLIER_MACHINES),
        (has("cloud-office"), words::SUPPLIER_CLOUD),
    ];
    questions.extend(extra.into_iter().filter(|it| it.0).map(|it| it.1));
    finished(subject, &words::SUPPLIER, check_list(&words::SUPPLIER, &questions, [YES, PARTLY, NO]))
}

/// Twelve points of a contract, with what the answers say.
pub fn contract(subject: Subject<'_>) -> Document {
    let place = subject.catalogue.measure_index(&MeasureId::new("supplier-contracts"));
    let degree = place.map(|it| subject.report.posture.degrees[it]);
    let known = degree.filter(|it| matches!(it.basis, Basis::Answered | Basis::Aged));
    let mut blocks = check_list(&words::CONTRACT, &words::CONTRACT_QUESTIONS, [YES, NO, UNSURE]);
    blocks.insert(1, Block::note(words::contract_standing(known.map(|it| it.expected))));
    finished(subject, &words::CONTRACT, blocks)
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
