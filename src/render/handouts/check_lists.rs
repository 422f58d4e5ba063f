//! Supplier questionnaire, contract check, project check: lists of the content with what the firm's answers add.

use jiff::ToSpan;

use super::Subject;
use super::paper::{lines, paper, said};
use crate::german::handouts::check_lists as words;
use crate::german::handouts::{BOX, NO, PARTLY, UNSURE, YES};
use crate::model::{CheckList, CheckPoint, Tick};
use typeset::document::{Block, Column, Document, Row, Table, Text};

fn tick(word: &str) -> Column {
    Column::marks(word)
}

fn check_list<'p>(
    list: &CheckList,
    points: impl Iterator<Item = &'p CheckPoint>,
    answers: [&str; 3],
) -> Vec<Block> {
    let [first, second, third] = answers;
    let columns = [
        Column::short(""),
        Column::words(words::QUESTION, 3.0),
        tick(first),
        tick(second),
        tick(third),
        Column::words(list.last_column.as_str(), 1.2),
    ];
    let rows = points.enumerate().map(|(index, point)| {
        let number = Text::default().bold((index + 1).to_string());
        Row::of([number, point.text.as_str().into(), BOX.into(), BOX.into(), BOX.into(), Text::default()])
    });
    lead(list).into_iter().chain([Block::Table(Table::of(columns, rows))]).collect()
}

fn lead(list: &CheckList) -> Option<Block> {
    list.lead.as_deref().map(Block::lead)
}

fn finished(subject: Subject<'_>, list: &CheckList, mut blocks: Vec<Block>) -> Document {
    blocks.push(Block::note(list.note.as_str()));
    blocks.push(lines(&list.lines, true));
    paper(subject, &list.title, &list.subject, blocks)
}

/// Weeks a partner has for an answer.
const WEEKS_TO_ANSWER: i64 = 4;

/// What suppliers are asked; some questions only where they matter to this firm.
pub fn supplier(subject: Subject<'_>) -> Document {
    let (catalogue, report) = (subject.catalogue, subject.report);
    let list = &catalogue.check_lists.supplier;
    let company = &report.answers.company;
    let level = catalogue.level(company);
    let points = list.points.iter().filter(|it| it.when.holds_for(company, level));
    let points = points.filter(|it| !it.bsig || report.guidance.nis2.applies);
    let mut blocks = check_list(list, points, [YES, PARTLY, NO]);
    let until = report.provenance.date.checked_add(WEEKS_TO_ANSWER.weeks());
    let asked = words::supplier_note(&company.crown_jewels, until.ok());
    blocks.insert(1, Block::note(asked));
    finished(subject, list, blocks)
}

/// The points of a contract, each with what the answers say, and what to hold them against.
pub fn contract(subject: Subject<'_>) -> Document {
    let list = &subject.catalogue.check_lists.contract;
    let company = &subject.report.answers.company;
    let columns = [
        Column::short(""),
        Column::words(words::QUESTION, 3.0),
        tick(YES),
        tick(NO),
        tick(UNSURE),
        Column::words(words::CONTRACT_SAYS, 1.1),
        Column::words(list.last_column.as_str(), 1.1),
    ];
    let level = subject.catalogue.level(company);
    let points: Vec<&CheckPoint> =
        list.points.iter().filter(|it| it.when.holds_for(company, level)).collect();
    let read = subject.report.answers.contract.as_ref();
    let rows = points.iter().enumerate().map(|(index, point)| {
        let number = Text::default().bold((index + 1).to_string());
        let found = read.and_then(|it| it.points.get(&point.id));
        let boxes = |it: Tick| {
            if found == Some(&it) { Text::default().bold(words::TICKED) } else { Text::from(BOX) }
        };
        let said = point.said_by.as_ref().map_or_else(String::new, |it| said(subject, it));
        let point = point.text.as_str();
        Row::of([
            number,
            point.into(),
            boxes(Tick::Yes),
            boxes(Tick::No),
            boxes(Tick::Unclear),
            Text::default().soft(said),
            Text::default(),
        ])
    });
    let contracts = list.contracts.iter().filter(|it| company.traits.contains(&it.0));
    let contracts: Vec<&str> = contracts.map(|it| it.1.as_str()).collect();
    let bearable = points.iter().enumerate().filter(|it| it.1.bearable);
    let bearable: Vec<String> = bearable.map(|it| (it.0 + 1).to_string()).collect();
    let note = Block::note(words::contract_note(&contracts, &bearable, &company.crown_jewels));
    let table = Block::Table(Table::of(columns, rows));
    let read = read.map(|it| Block::note(words::read_on(it)));
    finished(subject, list, lead(list).into_iter().chain([note, table]).chain(read).collect())
}

/// Questions before a signature, and who is asked.
pub fn project(subject: Subject<'_>) -> Document {
    let list = &subject.catalogue.check_lists.project;
    let mut blocks = check_list(list, list.points.iter(), [YES, NO, UNSURE]);
    blocks.push(Block::subheading(words::ACTORS_TITLE));
    let rows = list.actors.iter();
    let rows = rows.map(|(who, what)| Row::of([who.as_str().into(), what.as_str().into(), Text::default()]));
    let columns = [Column::words("", 1.4), Column::words("", 1.4), Column::words("", 1.0)];
    blocks.push(Block::Table(Table::of(columns, rows).dense()));
    finished(subject, list, blocks)
}
