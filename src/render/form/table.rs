//! Questions as a table to fill in with a spreadsheet.

use crate::german::import as words;
use crate::model::{Catalogue, Question};
use crate::render::measures_csv::text;

/// The table: a row a question, with an empty cell for the answer and one for a note.
pub fn csv(catalogue: &Catalogue, questions: &[&Question]) -> String {
    let mut table = String::from("\u{feff}");
    let mut line = |cells: [&str; 6]| {
        table.push_str(&cells.map(text).join(";"));
        table.push_str("\r\n");
    };
    line(words::HEADS);
    for question in questions {
        let topic = catalogue.topic(&question.topic).map_or("", |it| it.title.as_str());
        let choices = words::choices(question.options.iter().map(|it| it.text.as_str()));
        line([question.id.as_str(), topic, &question.text, &choices, "", ""]);
    }
    table
}
