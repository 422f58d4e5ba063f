//! `waage compare`: what changed since last time, split into its causes.

use std::collections::btree_map::{BTreeMap, Entry};
use std::path::Path;

use jiff::civil::Date;

use crate::cli::args::{CommonArgs, CompareArgs};
use crate::cli::disk::{self, Input};
use crate::cli::earlier::EarlierReport;
use crate::cli::fault::Fault;
use crate::cli::side::{self, Dated, Written};
use crate::cli::{Exit, clock, content, output};
use crate::german;
use crate::history::{compare, trend};
use crate::model::Catalogue;
use crate::render::change;
use typeset::document::Document;
use typeset::pdf;

/// Runs the command.
pub fn run(args: &CompareArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let catalogue = content::catalogue(common)?;
    let today = clock::day(common.date.as_deref())?;
    keep_apart(args, common)?;
    match &args.new {
        None if args.old.is_dir() => course(args, &catalogue, today),
        None => Err(Fault::usage(german::change::second_file_missing(&args.old.display().to_string()))),
        Some(new) => pair(args, new, common, &catalogue, today),
    }
}

/// Refuses outputs that hit what this call reads, or each other.
fn keep_apart(args: &CompareArgs, common: &CommonArgs) -> anyhow::Result<()> {
    let older = if args.old.is_dir() { Input::Folder(&args.old) } else { Input::File(&args.old) };
    let mut inputs = vec![older];
    inputs.extend(args.new.as_deref().map(Input::File));
    inputs.extend(args.old_content.as_deref().map(Input::Folder));
    inputs.extend(common.content.as_deref().map(Input::Folder));
    disk::keep_apart(&inputs, &[("--json", args.json.as_deref()), ("--pdf", args.pdf.as_deref())])
}

fn pair(
    args: &CompareArgs,
    new: &Path,
    common: &CommonArgs,
    catalogue: &Catalogue,
    today: Date,
) -> anyhow::Result<Exit> {
    let (mut old, mut new, mut new_path) = (Written::read(&args.old)?, Written::read(new)?, new);
    if let Some(report) = old.report() {
        return since_report(args, &report, &new, common, catalogue, today);
    }
    // Days named in the call say which side is which.
    let days_named = args.old_date.is_some() || common.date.is_some();
    if !days_named && old.day(today).zip(new.day(today)).is_some_and(|(old, new)| old > new) {
        output::complain(&german::change::turned_round(&shown(new_path), &shown(&args.old)));
        std::mem::swap(&mut old, &mut new);
        new_path = &args.old;
    }
    let old_content = old_content(args, &old, catalogue)?;
    let old_catalogue = old_content.as_ref().unwrap_or(catalogue);
    let asked = |text: Option<&str>| text.map(|it| clock::day(Some(it))).transpose();
    let old = old.dated(old_catalogue, asked(args.old_date.as_deref())?, today)?;
    let new = new.dated(catalogue, asked(common.date.as_deref())?, today)?;
    if side::are_two_firms(&old.answers, &new.answers) {
        output::complain(&german::change::two_firms(&shown(&args.old), &shown(new_path)));
    }
    let (old, new) = (old.side(old_catalogue), new.side(catalogue));
    let comparison = compare(&old, &new).map_err(|it| side::refused(&it))?;
    let pair = change::Pair { old, new, comparison: &comparison };
    told(args, || change::json(&pair), || change::paper(&pair), || change::terminal(&pair, output::screen()))
}

/// What changed since an earlier report as JSON. Its answers are those of today's file that were there on its day.
fn since_report(
    args: &CompareArgs,
    report: &EarlierReport,
    new: &Written,
    common: &CommonArgs,
    catalogue: &Catalogue,
    today: Date,
) -> anyhow::Result<Exit> {
    let asked = common.date.as_deref().map(|it| clock::day(Some(it))).transpose()?;
    let new = new.dated(catalogue, asked, today)?;
    if report.date > new.date {
        return Err(Fault::usage(german::change::report_is_newer(report.date, new.date)));
    }
    let mut then = Dated { answers: new.answers.clone(), date: report.date };
    then.answers.records.retain(|_, it| it.date <= report.date);
    let younger = new.answers.records.len() - then.answers.records.len();
    if younger > 0 {
        output::complain(&german::change::younger_answers(younger, report.date));
    }
    let is_present = report.content_version() == catalogue.version.version;
    let content = if is_present { None } else { content_of(args, report.content_version(), catalogue)? };
    let old = then.side(content.as_ref().unwrap_or(catalogue));
    let new = new.side(catalogue);
    let comparison = compare(&old, &new).map_err(|it| side::refused(&it))?.since(report.figures());
    let pair = change::Pair { old, new, comparison: &comparison };
    told(args, || change::json(&pair), || change::paper(&pair), || change::terminal(&pair, output::screen()))
}

/// The whole course of a firm: every dated file of a folder.
fn course(args: &CompareArgs, catalogue: &Catalogue, today: Date) -> anyhow::Result<Exit> {
    let paths = side::files_of(&args.old)?;
    if paths.is_empty() {
        return Err(Fault::usage(german::change::empty_folder(&args.old.display().to_string())));
    }
    let written = paths.iter().map(|path| {
        let written = Written::read(path)?;
        let version = written.other_version(catalogue);
        Ok((written, version))
    });
    let written = written.collect::<anyhow::Result<Vec<_>>>()?;
    let mut kept = BTreeMap::new();
    for version in written.iter().filter_map(|it| it.1.as_ref()) {
        if let Entry::Vacant(place) = kept.entry(version) {
            let content = content_of(args, place.key(), catalogue)?;
            place.insert(content);
        }
    }
    let dated = written.iter().map(|(it, version)| {
        let content = version.as_ref().and_then(|it| kept.get(it)?.as_ref()).unwrap_or(catalogue);
        Ok((it.dated(content, None, today)?, content))
    });
    let mut dated =
        dated.zip(&paths).map(|(it, path)| it.map(|it| (it, path))).collect::<anyhow::Result<Vec<_>>>()?;
    dated.sort_by(|a, b| (a.0.0.date, a.1).cmp(&(b.0.0.date, b.1)));
    // Whose folder it is says the newest file.
    if let Some(newest) = dated.last().map(|it| (it.0.0.answers.clone(), shown(it.1))) {
        dated.retain(|((it, _), path)| {
            let is_other = side::are_two_firms(&it.answers, &newest.0);
            if is_other {
                output::complain(&german::change::other_firm(&shown(path), &newest.1));
            }
            !is_other
        });
    }
    let sides: Vec<_> = dated.iter().map(|((it, content), _)| it.side(content)).collect();
    let moments = trend(&sides).map_err(|it| side::refused(&it))?;
    let course = change::Course { catalogue, moments: &moments };
    told(
        args,
        || change::course_json(&course),
        || change::course_paper(&course),
        || change::course_terminal(&course, output::screen()),
    )
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Writes what the call asks for; people read the rest on the screen unless it holds JSON.
fn told(
    args: &CompareArgs,
    json: impl FnOnce() -> String,
    paper: impl FnOnce() -> Document,
    terminal: impl FnOnce() -> String,
) -> anyhow::Result<Exit> {
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet = disk::write(path, json().as_bytes())?;
    }
    if let Some(path) = &args.pdf {
        quiet |= disk::write_paper("--pdf", path, &pdf::render(&paper()))?;
    }
    if !quiet {
        output::say(&terminal())?;
    }
    Ok(Exit::Done)
}

/// The content the older side is reckoned with where it is not the present one.
fn old_content(
    args: &CompareArgs,
    old: &Written,
    catalogue: &Catalogue,
) -> anyhow::Result<Option<Catalogue>> {
    match (&args.old_content, old.other_version(catalogue)) {
        (None, None) => Ok(None),
        (_, version) => content_of(args, &version.unwrap_or_default(), catalogue),
    }
}

/// The content of a version: from the folder named in the call, which holds one content or one folder per version,
/// else from what the binary keeps of released versions. None, and said so, where nobody has it.
fn content_of(args: &CompareArgs, version: &str, catalogue: &Catalogue) -> anyhow::Result<Option<Catalogue>> {
    if let Some(folder) = &args.old_content {
        if !version.is_empty() && !side::is_version(version) {
            output::complain(&german::change::odd_version(version));
        }
        let own = folder.join(version);
        if side::is_version(version) && own.is_dir() {
            return content::earlier_catalogue(&own).map(Some);
        }
        return content::earlier_catalogue(folder).map(Some);
    }
    content::kept(version, catalogue)
}
