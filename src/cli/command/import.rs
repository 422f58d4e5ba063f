//! `waage import`: answers from a table go into the firm's own file, as those of `waage merge` do.

use super::merge::{Settling, speaker, take_over};
use crate::assessment::import::{self, Columns};
use crate::cli::args::{CommonArgs, ImportArgs};
use crate::cli::fault::Fault;
use crate::cli::{Exit, answers, clock, content, files, output};
use crate::german::import as words;

/// Runs the command.
pub fn run(args: &ImportArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let today = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    let by = speaker(args.by.as_deref(), &catalogue)?;
    let mapping = match &args.mapping {
        Some(path) => {
            let (text, shown) = (files::read_text(path)?, path.display().to_string());
            let read = import::parse_mapping(&text, &catalogue);
            Some(read.map_err(|it| Fault::faulty_at(|colour| words::faults(&it, &shown, &text, colour)))?)
        }
        None => None,
    };
    let (parsed, text) = answers::load_draft(&args.file, &catalogue)?;
    let shown = args.table.display().to_string();
    let bytes = files::read_table(&args.table)?;
    let sheet = mapping.as_ref().and_then(|it| it.sheet.as_deref());
    let grid = import::grid(&bytes, sheet).map_err(|it| Fault::faulty(words::unreadable(&shown, &it)))?;
    let columns = mapping.as_ref().map_or(words::OWN_COLUMNS, |it| Columns {
        key: &it.key,
        answer: &it.answer,
        note: it.note.as_deref(),
    });
    let by = by.or_else(|| mapping.as_ref().and_then(|it| it.by.clone()));
    let taken = import::take(&catalogue, &grid, columns, mapping.as_ref(), words::SAID, by.as_ref(), today);
    let imported = taken.ok_or_else(|| Fault::faulty(words::no_headings(&shown, &columns)))?;
    output::complain(&words::read(&catalogue, &shown, &imported));
    let settling = Settling { by: by.as_ref(), conflicts: args.conflicts, catalogue: &catalogue, today };
    take_over(&args.file, &parsed.draft, &text, vec![(shown, imported.draft)], settling)
}
