//! Training plan, pass-on kit, proof of participation.

use super::Subject;
use super::paper::{empty, lines, list, paper, section, with_byline};
use crate::german::handouts::{BOX, learning as words};
use crate::guidance::Lesson;
use crate::model::{LearningUnit, RoleId, RoleKind};
use typeset::document::{Block, Column, Document, Marker, Row, Table, Text};

/// Height the plan's rows have on a page, in points.
const ROOM: f64 = 590.0;
/// Height of a row of one line.
const ROW: f64 = 15.9;
/// Height of a row's second line.
const WRAPPED: f64 = 11.5;
/// Characters that surely fit one line of a cell.
const LINE: usize = 38;
/// Units on a sheet of tasks or solutions; a role with more gets a second sheet.
const TASKS: usize = 4;
/// Units on a note of participation.
const ATTENDED: usize = 22;

/// A year of learning on one page.
pub fn plan(subject: Subject<'_>) -> Document {
    let plan = subject.learning;
    let mut rows = Vec::new();
    let mut height = 0.0;
    for lesson in &plan.lessons {
        let Some(unit) = subject.catalogue.knowledge.unit(&lesson.unit) else { continue };
        let who = who(subject, lesson);
        let mark = if lesson.practised { words::PRACTISED } else { "" };
        let title = Text::plain(&unit.title).soft(mark);
        let wraps = unit.title.chars().count() + mark.chars().count() > LINE || who.chars().count() > LINE;
        height += if wraps { ROW + WRAPPED } else { ROW };
        if height > ROOM {
            break;
        }
        rows.push(Row::of([
            words::week(lesson.week).into(),
            title,
            who.into(),
            lesson.minutes.to_string().into(),
            words::setting(unit.setting).into(),
        ]));
    }
    let shown = rows.len();
    let [week, title, who, minutes, setting] = words::PLAN_HEADS;
    let columns = [
        Column::short(week),
        Column::words(title, 1.0),
        Column::words(who, 1.0),
        Column::amounts(minutes),
        Column::short(setting),
    ];
    let mut note = Vec::new();
    if plan.lessons.len() > shown {
        note.push(words::more_rows(plan.lessons.len() - shown));
    }
    note.extend(Some(words::beyond(plan.beyond.len())).filter(|it| !it.is_empty()));
    if plan.lessons.iter().any(|it| it.practised) {
        note.push(words::PRACTISED_NOTE.to_owned());
    }
    note.push(words::PLAN_NOTE.to_owned());
    note.push(words::time(subject.learning, own_hour(subject)));
    let blocks = vec![
        Block::lead(words::plan_lead(plan.weekly_minutes)),
        Block::Table(Table::of(columns, rows).dense()),
        Block::note(note.join(" ")),
    ];
    paper(subject, words::PLAN_TITLE, words::PLAN_SUBJECT, blocks)
}

/// What an own hour is worth here.
fn own_hour(subject: Subject<'_>) -> f64 {
    subject.report.decision.terms.hour_eur
}

fn who(subject: Subject<'_>, lesson: &Lesson) -> String {
    // Everybody but the specialists is everybody.
    let specialist = |it: &&RoleId| kind(subject, it) == Some(RoleKind::Specialist);
    let all = subject.learning.roles.iter().filter(|it| !specialist(it)).all(|it| lesson.roles.contains(it));
    if all {
        return words::EVERYBODY.to_owned();
    }
    let names = lesson.roles.iter().filter_map(|it| subject.catalogue.role(it));
    names.map(|it| it.short.as_str()).collect::<Vec<_>>().join(", ")
}

fn kind(subject: Subject<'_>, role: &RoleId) -> Option<RoleKind> {
    subject.catalogue.role(role).map(|it| it.kind)
}

/// Every unit of the plan a role meets, in the order of the plan; for apprentices the modules of all years first.
fn units_of<'a>(subject: Subject<'a>, role: &RoleId) -> Vec<&'a LearningUnit> {
    let units = subject.learning.lessons.iter().filter(|it| it.roles.contains(role));
    let units = units.filter_map(|it| subject.catalogue.knowledge.unit(&it.unit));
    let mut units: Vec<&LearningUnit> = units.collect();
    if kind(subject, role) == Some(RoleKind::Apprentice) {
        let years = subject.catalogue.knowledge.units.iter().filter(|it| it.apprentice_year.is_some());
        let mut years: Vec<&LearningUnit> = years.collect();
        years.sort_by_key(|it| it.apprentice_year);
        units.retain(|it| it.apprentice_year.is_none());
        units.splice(0..0, years);
    }
    units
}

/// Guide, then a sheet of tasks and one of solutions per role.
pub fn kit(subject: Subject<'_>) -> Document {
    let mut document = empty(subject, words::KIT_TITLE, words::KIT_SUBJECT);
    let roles: Vec<(&RoleId, Vec<&LearningUnit>)> = subject
        .learning
        .roles
        .iter()
        .map(|it| (it, units_of(subject, it)))
        .filter(|it| !it.1.is_empty())
        .collect();
    let title = |role: &RoleId| subject.catalogue.role(role).map_or("", |it| it.title.as_str());
    let contents = roles.iter().map(|(role, units)| {
        let titles: Vec<&str> = units.iter().map(|it| it.title.as_str()).collect();
        Text::default().bold(format!("{}: ", title(role))).then(words::in_the_kit(&titles))
    });
    let guide = vec![
        Block::lead(words::GUIDE_LEAD),
        list(Marker::Number, words::GUIDE_STEPS),
        Block::heading(words::GUIDE_TONE_TITLE),
        list(Marker::Dash, words::GUIDE_TONE),
        Block::heading(words::BOTH_WAYS_TITLE),
        list(Marker::Dash, words::BOTH_WAYS),
        Block::heading(words::GUIDE_UNITS_TITLE),
        list(Marker::Dash, contents.collect::<Vec<_>>()),
    ];
    document.sections.push(section("guide", words::GUIDE_TITLE, with_byline(subject, guide)));
    for (role, units) in roles {
        sheets(&mut document, role.as_str(), title(role), &units);
    }
    document
}

/// A sheet of tasks and one of solutions for every few units.
fn sheets(document: &mut Document, anchor: &str, title: &str, units: &[&LearningUnit]) {
    let sheets = units.len().div_ceil(TASKS);
    for (at, units) in units.chunks(TASKS).enumerate() {
        let mut push = |kind: &str, title: String, blocks: Vec<Block>| {
            let heading = words::numbered(&title, at + 1, sheets);
            document.sections.push(section(&format!("{kind}-{anchor}-{}", at + 1), &heading, blocks));
        };
        push("tasks", words::tasks_title(title), tasks(units));
        push("solutions", words::solutions_title(title), solutions(units));
    }
}

/// The modules for management, each with its task and its solution.
pub fn leadership_modules(subject: Subject<'_>) -> Document {
    let mut document = empty(subject, words::MODULES_TITLE, words::MODULES_SUBJECT);
    let units = subject.catalogue.knowledge.units.iter().filter(|it| it.leadership_module);
    sheets(&mut document, "leadership", words::MODULES_TITLE, &units.collect::<Vec<_>>());
    document
}

fn heading(unit: &LearningUnit) -> Block {
    Block::heading(words::unit_line(&unit.title, unit.minutes, words::setting(unit.setting)))
}

fn tasks(units: &[&LearningUnit]) -> Vec<Block> {
    let mut blocks = vec![Block::lead(words::TASKS_LEAD)];
    for unit in units {
        blocks.push(Block::Together(vec![
            heading(unit),
            Block::Paragraph(Text::default().bold(words::GOAL).then(&unit.goal)),
            Block::Paragraph(Text::default().bold(words::TASK).then(&unit.task)),
            lines(&words::ANSWER_LINES, false),
        ]));
    }
    blocks
}

fn solutions(units: &[&LearningUnit]) -> Vec<Block> {
    let mut blocks = vec![Block::lead(words::SOLUTIONS_LEAD)];
    for unit in units {
        blocks.push(Block::Together(vec![
            heading(unit),
            Block::Paragraph(Text::default().bold(words::SOLUTION).then(&unit.solution)),
            Block::subheading(words::HOW_TO_HOLD),
            list(Marker::Number, unit.steps.iter().map(String::as_str)),
            Block::Note(Text::plain(words::MATERIAL).then(&unit.material)),
        ]));
    }
    blocks
}

/// A note of units attended, filled in by the firm.
pub fn participation(subject: Subject<'_>) -> Document {
    let units = subject.learning.lessons.iter().filter_map(|it| subject.catalogue.knowledge.unit(&it.unit));
    let rows = units.take(ATTENDED).map(|it| {
        // The note below names the edition of the framework.
        let competences: Vec<&str> =
            it.digcomp.iter().map(|it| it.split_once(':').map_or(it.as_str(), |it| it.1)).collect();
        let title = Text::plain(&it.title).soft(format!(" · {}", competences.join(", ")));
        Row::of([BOX.into(), title, it.minutes.to_string().into(), Text::default()])
    });
    let [done, unit, minutes, on] = words::PROOF_HEADS;
    let columns =
        [Column::marks(done), Column::words(unit, 3.0), Column::amounts(minutes), Column::words(on, 1.0)];
    let blocks = vec![
        Block::lead(words::PROOF_LEAD),
        Block::Table(Table::of(columns, rows).dense()),
        Block::note(words::PROOF_NOTE),
        lines(&words::PROOF_LINES, true),
    ];
    paper(subject, words::PROOF_TITLE, words::PROOF_SUBJECT, blocks)
}
