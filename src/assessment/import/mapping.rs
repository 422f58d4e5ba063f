//! What the rows of another questionnaire mean: a file in TOML.

use std::collections::BTreeMap;

use crate::model::{Catalogue, OptionId, QuestionId, RoleId, nearest};
use crate::toml_file::{self, FileKind, Place, Slip, Table, text};

type Faults = toml_file::Faults<Problem>;

/// One fault with its place.
pub type MappingFault = toml_file::Fault<Problem>;

/// The format this program reads.
const FORMAT: i64 = 1;

/// The word for an answer nobody knew, where a mapping says what an answer means.
const UNKNOWN: &str = "?";
/// The word for what does not apply.
const NOT_APPLICABLE: &str = "-";

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// What can be wrong with any file.
    Slip(Slip),
    /// A question the content does not have.
    NoSuchQuestion(String),
    /// An option the question does not have; these it has.
    NoSuchOption {
        /// The id.
        id: String,
        /// The question's own.
        known: Vec<String>,
    },
    /// A role the content does not have.
    NoSuchRole(String),
    /// No row at all.
    NoRow,
}

impl From<Slip> for Problem {
    fn from(slip: Slip) -> Self {
        Self::Slip(slip)
    }
}

/// What a cell means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// An option of the question.
    Option(OptionId),
    /// Nobody knows.
    Unknown,
    /// It does not apply.
    NotApplicable,
}

/// What a row of the other questionnaire says about a question of ours.
#[derive(Clone, Debug, PartialEq)]
pub struct RowMeaning {
    /// The mark of the row.
    pub key: String,
    /// The question.
    pub question: QuestionId,
    /// What its answers mean, by the answer in small letters.
    pub answers: BTreeMap<String, Meaning>,
}

/// What the columns and rows of another questionnaire mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// Heading of the column with the marks of the rows.
    pub key: String,
    /// Heading of the column with the answers.
    pub answer: String,
    /// Heading of the column with remarks.
    pub note: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Who filled it in.
    pub by: Option<RoleId>,
    /// What rows mean; a row may stand here more than once.
    pub rows: Vec<RowMeaning>,
}

/// Reads a mapping; all faults at once.
pub fn parse(source: &str, catalogue: &Catalogue) -> Result<Mapping, Vec<MappingFault>> {
    toml_file::parse(FileKind::Mapping, source, |root, faults| file(root, catalogue, faults))
}

fn file(mut root: Table<'_>, catalogue: &Catalogue, faults: &mut Faults) -> Option<Mapping> {
    if !root.has_readable_format(FORMAT, faults) {
        return None;
    }
    root.words("title", faults);
    let mut needed = |key| {
        root.need(key, faults);
        root.words(key, faults)
    };
    let (key, answer) = (needed("key"), needed("answer"));
    let (note, sheet) = (root.words("note", faults), root.words("sheet", faults));
    let by = root.text("by", faults).and_then(|(id, span)| {
        let known = catalogue.roles.iter().map(|it| it.id.as_str());
        if catalogue.role(&RoleId::new(id)).is_none() {
            faults.add_near(Problem::NoSuchRole(id.to_owned()), span, nearest(id, known));
            return None;
        }
        Some(RoleId::new(id))
    });
    let tables = root.tables("row", faults).unwrap_or_default();
    if tables.is_empty() {
        faults.add(Problem::NoRow, 0..0);
    }
    let rows = tables.into_iter().filter_map(|it| row(it, catalogue, faults)).collect();
    root.finish(faults);
    Some(Mapping { key: key?, answer: answer?, note, sheet, by, rows })
}

fn row(mut table: Table<'_>, catalogue: &Catalogue, faults: &mut Faults) -> Option<RowMeaning> {
    table.need("key", faults);
    table.need("question", faults);
    let key = table.words("key", faults);
    let question = table.text("question", faults).and_then(|(id, span)| {
        let known = catalogue.questions.iter().map(|it| it.id.as_str());
        let found = catalogue.question(&QuestionId::new(id));
        if found.is_none() {
            faults.add_near(Problem::NoSuchQuestion(id.to_owned()), span, nearest(id, known));
        }
        found
    });
    let mut answers = BTreeMap::new();
    if let Some(meanings) = table.table("answers", faults) {
        for (said, _, value) in meanings.ids() {
            let known: Vec<&str> =
                question.map(|it| it.options.iter().map(|it| it.id.as_str()).collect()).unwrap_or_default();
            if let Some(meaning) = meaning(value, &known, faults) {
                answers.insert(said.trim().to_lowercase(), meaning);
            }
        }
    }
    table.finish(faults);
    Some(RowMeaning { key: key?, question: question?.id.clone(), answers })
}

fn meaning(value: Place<'_>, known: &[&str], faults: &mut Faults) -> Option<Meaning> {
    match text(value, faults)? {
        UNKNOWN => Some(Meaning::Unknown),
        NOT_APPLICABLE => Some(Meaning::NotApplicable),
        id if known.contains(&id) => Some(Meaning::Option(OptionId::new(id))),
        id => {
            let problem = Problem::NoSuchOption {
                id: id.to_owned(),
                known: known.iter().map(|it| (*it).to_owned()).collect(),
            };
            faults.add_near(problem, value.span(), nearest(id, known.iter().copied()));
            None
        }
    }
}
