//! A planned project before it is signed: what it changes, what belongs to it, what to ask.

use super::Subject;
use super::paper::{empty, lines, section, ticks, with_byline};
use crate::german::handouts::{BOX, NO, UNSURE, YES};
use crate::german::number::euros;
use crate::german::project as words;
use crate::model::{Catalogue, Project};
use crate::report::ProjectFacts;
use typeset::document::{Block, Column, Document, Row, Table, Text, Tile};
use typeset::terminal::{Paper, Screen, tabulated};

/// Two pages: what the project changes, and the questions before signing.
pub fn paper(subject: Subject<'_>, project: &Project, it: &ProjectFacts) -> Document {
    let title = words::title(project);
    let mut document = empty(subject, &title, words::SUBJECT);
    document.sections = vec![
        section("figures", &title, with_byline(subject, figures(subject.catalogue, project, it))),
        section("questions", words::QUESTIONS, questions(subject.catalogue, project)),
    ];
    document
}

fn figures(catalogue: &Catalogue, project: &Project, it: &ProjectFacts) -> Vec<Block> {
    let mut blocks = vec![Block::lead(words::lead(project, it))];
    if !it.is_new {
        blocks.push(Block::note(words::NOT_NEW));
    }
    let states = [&it.today, &it.bare, &it.guarded];
    let tiles = words::STATES.iter().zip(states).map(|(label, state)| Tile {
        label: (*label).to_owned(),
        value: euros(state.expected),
        note: words::EXPECTED.to_owned(),
        second: None,
    });
    blocks.push(Block::Tiles(tiles.collect()));
    blocks.push(Block::paragraph(project.what.as_str()));
    let columns = [Column::words("", 1.0)].into_iter().chain(words::SHORT_STATES.map(Column::amounts));
    blocks.push(Block::Table(Table::of(columns, plain_rows(words::rows(it).into_iter().skip(1)))));
    blocks.push(Block::note(words::range(it)));
    blocks.extend(words::balance(it).into_iter().map(Block::paragraph));
    blocks.push(Block::heading(words::MEASURES));
    let [measure, today, step] = words::MEASURE_HEADS;
    let columns = [Column::words(measure, 1.0), Column::amounts(today), Column::amounts(step)];
    let rows = it.measures.iter().map(|it| words::measure_row(catalogue, it));
    blocks.push(Block::Table(Table::of(columns, plain_rows(rows)).dense()));
    let duties = duties(catalogue, it);
    if !duties.is_empty() {
        blocks.push(Block::heading(words::DUTIES));
        blocks.push(Block::list(duties.into_iter().map(Text::plain)));
        blocks.push(Block::note(words::NO_ADVICE));
    }
    blocks
}

fn duties(catalogue: &Catalogue, it: &ProjectFacts) -> Vec<String> {
    let laws = it.laws.iter().filter_map(|id| catalogue.knowledge.law(id)).map(words::law);
    laws.chain(words::duties(it)).collect()
}

fn questions(catalogue: &Catalogue, project: &Project) -> Vec<Block> {
    let tick = |word: &str| Column::marks(word);
    let [question, asks, next] = words::QUESTION_HEADS;
    let columns = [
        Column::words(question, 2.6),
        tick(YES),
        tick(NO),
        tick(UNSURE),
        Column::words(asks, 1.0),
        Column::words(next, 2.2),
    ];
    let rows = project.questions.iter().map(|it| {
        let role = catalogue.role(&it.asks).map_or("", |role| role.title.as_str());
        Row::of([
            it.text.as_str().into(),
            BOX.into(),
            BOX.into(),
            BOX.into(),
            role.into(),
            it.next_step.as_str().into(),
        ])
    });
    vec![
        Block::lead(words::QUESTIONS_LEAD),
        Block::Table(Table::of(columns, rows)),
        Block::heading(words::ALWAYS),
        ticks(catalogue.check_lists.project.points.iter().map(|it| it.text.as_str())),
        lines(&words::LINES, true),
    ]
}

fn plain_rows<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Vec<Row> {
    rows.into_iter().map(|it| Row::of(it.into_iter().map(Text::plain))).collect()
}

/// The same for the terminal; `call` says how to get the paper.
pub fn terminal(
    catalogue: &Catalogue,
    project: &Project,
    it: &ProjectFacts,
    call: &str,
    screen: Screen,
) -> String {
    let mut paper = Paper::new(screen);
    paper.line(&words::title(project));
    paper.heading(&words::lead(project, it));
    if !it.is_new {
        paper.line(words::NOT_NEW);
    }
    paper.gap();
    let [today, bare, guarded] = words::SHORT_STATES;
    paper.table(&tabulated(["", today, bare, guarded], words::rows(it), screen));
    paper.line(&words::range(it));
    paper.lines(words::balance(it));
    paper.line(&words::net(it));
    paper.heading(words::MEASURES);
    let measures = it.measures.iter().map(|it| words::measure_row(catalogue, it));
    paper.table(&tabulated(words::MEASURE_HEADS, measures, screen));
    let duties = duties(catalogue, it);
    if !duties.is_empty() {
        paper.heading(words::DUTIES);
        paper.items(duties);
        paper.line(words::NO_ADVICE);
    }
    paper.heading(words::QUESTIONS);
    paper.items(project.questions.iter().map(|it| &it.text));
    paper.gap();
    paper.whole(call);
    paper.text()
}
