//! From a table to answers.

use jiff::civil::Date;

use super::mapping::{Mapping, Meaning, RowMeaning};
use super::{Grid, GridRow};
use crate::assessment::Draft;
use crate::model::{Answer, Catalogue, Question, QuestionId, Record, RoleId};

/// Headings of the columns that count.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// The mark of a row: the id of a question in our own table.
    pub key: &'a str,
    /// The answer.
    pub answer: &'a str,
    /// A remark, where there is one.
    pub note: Option<&'a str>,
}

/// Words for the answers every question has, in small letters.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// Nobody knows.
    pub unknown: &'a [&'a str],
    /// It does not apply.
    pub not_applicable: &'a [&'a str],
}

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The answers.
    pub draft: Draft,
    /// Rows that say nothing to us, in the order of the table.
    pub left: Vec<Left>,
    /// Rows without an answer.
    pub blank: usize,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its number as spreadsheets show it.
    pub row: usize,
    /// Its mark.
    pub key: String,
    /// Why.
    pub why: Why,
}

/// Why a row was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// No question of ours and no row of the mapping has that mark.
    Unmapped,
    /// The answer is none of the question's.
    NoSuchAnswer {
        /// What stands there.
        answer: String,
        /// The question.
        question: QuestionId,
    },
    /// The question was answered in an earlier row already, and otherwise.
    Twice {
        /// The question.
        question: QuestionId,
    },
}

/// The answers of a table on a day; none where no row holds the headings. Without a mapping the marks are ids of questions.
pub fn take(
    catalogue: &Catalogue,
    grid: &Grid,
    columns: Columns<'_>,
    mapping: Option<&Mapping>,
    said: Said<'_>,
    by: Option<&RoleId>,
    date: Date,
) -> Option<Imported> {
    let same = |cell: &String, heading: &str| cell.trim().eq_ignore_ascii_case(heading.trim());
    let place = |row: &GridRow, heading: &str| row.cells.iter().position(|it| same(it, heading));
    let head = grid
        .rows
        .iter()
        .position(|row| place(row, columns.key).is_some() && place(row, columns.answer).is_some())?;
    let heading = &grid.rows[head];
    let (key, answer) = (place(heading, columns.key)?, place(heading, columns.answer)?);
    let note = columns.note.and_then(|it| place(heading, it));
    let mut imported = Imported::default();
    for row in &grid.rows[head + 1..] {
        let cell = |at: usize| row.cells.get(at).map_or("", |it| it.trim());
        let (key, answer) = (cell(key), cell(answer));
        if key.is_empty() && answer.is_empty() {
            continue;
        }
        let left = |why| Left { row: row.number, key: key.to_owned(), why };
        let meanings = meanings(catalogue, mapping, key);
        if meanings.is_empty() {
            // A heading between rows is no question anybody has answered.
            if !key.is_empty() && !answer.is_empty() || mapping.is_none() && !key.is_empty() {
                imported.left.push(left(Why::Unmapped));
            }
            continue;
        }
        if answer.is_empty() {
            imported.blank += 1;
            continue;
        }
        for (question, own) in meanings {
            let Some(read) = read(question, own, answer, said) else {
                let (answer, question) = (answer.to_owned(), question.id.clone());
                imported.left.push(left(Why::NoSuchAnswer { answer, question }));
                continue;
            };
            let remark = note.map(cell).filter(|it| !it.is_empty()).map(str::to_owned);
            let record = Record { by: by.cloned(), note: remark, ..Record::claimed(read, date) };
            match imported.draft.records.get(&question.id) {
                Some(known) if known.answer != record.answer => {
                    imported.left.push(left(Why::Twice { question: question.id.clone() }));
                }
                Some(_) => {}
                None => drop(imported.draft.records.insert(question.id.clone(), record)),
            }
        }
    }
    Some(imported)
}

/// The questions a row speaks of, with what its answers mean.
fn meanings<'a>(
    catalogue: &'a Catalogue,
    mapping: Option<&'a Mapping>,
    key: &str,
) -> Vec<(&'a Question, Option<&'a RowMeaning>)> {
    match mapping {
        Some(mapping) => {
            let rows = mapping.rows.iter().filter(|it| it.key == key);
            rows.filter_map(|it| Some((catalogue.question(&it.question)?, Some(it)))).collect()
        }
        None => catalogue.question(&QuestionId::new(key)).map(|it| (it, None)).into_iter().collect(),
    }
}

/// An answer as the mapping says, by its number, its id or its words.
fn read(question: &Question, own: Option<&RowMeaning>, typed: &str, said: Said<'_>) -> Option<Answer> {
    let small = typed.to_lowercase();
    let not_applicable = || Answer::NotApplicable { because: String::new() };
    if let Some(meaning) = own.and_then(|it| it.answers.get(&small)) {
        return Some(match meaning {
            Meaning::Option(id) => Answer::Chosen(id.clone()),
            Meaning::Unknown => Answer::Unknown,
            Meaning::NotApplicable => not_applicable(),
        });
    }
    if said.unknown.contains(&small.as_str()) {
        return Some(Answer::Unknown);
    }
    if said.not_applicable.contains(&small.as_str()) {
        return Some(not_applicable());
    }
    let digits = small.trim_end_matches(['.', ')']);
    let by_number = digits.parse::<usize>().ok().and_then(|it| question.options.get(it.checked_sub(1)?));
    // Where a mapping says what answers mean, a number is one of its answers or none.
    let by_number = by_number.filter(|_| own.is_none_or(|it| it.answers.is_empty()));
    let named = question.options.iter().find(|it| it.id.as_str() == small || it.text.to_lowercase() == small);
    Some(Answer::Chosen(named.or(by_number)?.id.clone()))
}
