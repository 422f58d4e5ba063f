//! `waage compare`: what changed since last time, split into its causes.

use std::collections::BTreeMap;
use std::path::Path;

use crate::assessment::answers_file::answered_with;
use crate::cli::args::{CommonArgs, CompareArgs};
use crate::cli::fault::Fault;
use crate::cli::{Exit, clock, content, files, output, side};
use crate::german;
use crate::history::{compare, trend};
use crate::model::Catalogue;
use crate::render::{change, pdf};

/// Runs the command.
pub fn run(args: &CompareArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let catalogue = content::catalogue(common)?;
    match &args.new {
        None if args.old.is_dir() => course(args, &catalogue),
        None => Err(Fault::usage(german::change::second_file_missing(&args.old.display().to_string()))),
        Some(new) => pair(args, new, common, &catalogue),
    }
}

fn pair(args: &CompareArgs, new: &Path, common: &CommonArgs, catalogue: &Catalogue) -> anyhow::Result<Exit> {
    let old_content = old_content(args, catalogue)?;
    let old_catalogue = old_content.as_ref().unwrap_or(catalogue);
    let asked = |text: Option<&str>| text.map(|it| clock::day(Some(it))).transpose();
    let old = side::load(&args.old, old_catalogue, asked(args.old_date.as_deref())?)?;
    let new = side::load(new, catalogue, asked(common.date.as_deref())?)?;
    let (old, new) = (old.side(old_catalogue), new.side(catalogue));
    let comparison = compare(&old, &new).map_err(|it| side::refused(&it))?;
    let pair = change::Pair { old, new, comparison: &comparison };
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet = output::write(path, change::json(&pair).as_bytes())?;
    }
    if let Some(path) = &args.pdf {
        files::write_atomically(path, &pdf::render(&change::paper(&pair)))?;
        output::complain(&german::change::written(&path.display().to_string()));
    }
    if !quiet {
        output::say(&change::terminal(&pair, output::screen()))?;
    }
    Ok(Exit::Done)
}

/// The whole course of a firm: every dated file of a folder.
fn course(args: &CompareArgs, catalogue: &Catalogue) -> anyhow::Result<Exit> {
    let paths = side::files_of(&args.old)?;
    if paths.is_empty() {
        return Err(Fault::usage(german::change::empty_folder(&args.old.display().to_string())));
    }
    let mut kept = BTreeMap::new();
    for path in &paths {
        if let Some(version) = other_version(path, catalogue)?
            && !kept.contains_key(&version)
        {
            let content = content_of(args, &version, catalogue)?;
            kept.insert(version, content);
        }
    }
    let mut dated = Vec::with_capacity(paths.len());
    for path in &paths {
        let version = other_version(path, catalogue)?;
        let content = version.and_then(|it| kept.get(&it)?.as_ref()).unwrap_or(catalogue);
        dated.push((side::load(path, content, None)?, content));
    }
    let sides: Vec<_> = dated.iter().map(|(it, content)| it.side(content)).collect();
    let moments = trend(&sides).map_err(|it| side::refused(&it))?;
    let course = change::Course { catalogue, moments: &moments };
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet = output::write(path, change::course_json(&course).as_bytes())?;
    }
    if let Some(path) = &args.pdf {
        files::write_atomically(path, &pdf::render(&change::course_paper(&course)))?;
        output::complain(&german::change::written(&path.display().to_string()));
    }
    if !quiet {
        output::say(&change::course_terminal(&course, output::screen()))?;
    }
    Ok(Exit::Done)
}

/// The content the older side is reckoned with where it is not the present one.
fn old_content(args: &CompareArgs, catalogue: &Catalogue) -> anyhow::Result<Option<Catalogue>> {
    let version = other_version(&args.old, catalogue)?;
    match (&args.old_content, version) {
        (Some(_), version) => content_of(args, &version.unwrap_or_default(), catalogue),
        (None, Some(version)) => content_of(args, &version, catalogue),
        (None, None) => Ok(None),
    }
}

/// The content version a file was answered with, where it is not the present one.
fn other_version(path: &Path, catalogue: &Catalogue) -> anyhow::Result<Option<String>> {
    Ok(answered_with(&files::read_text(path)?).filter(|it| *it != catalogue.version.version))
}

/// The content of a version: from the folder named in the call, which holds one content or one folder per version,
/// else from what the binary keeps of released versions. None, and said so, where nobody has it.
fn content_of(args: &CompareArgs, version: &str, catalogue: &Catalogue) -> anyhow::Result<Option<Catalogue>> {
    if let Some(folder) = &args.old_content {
        let own = folder.join(version);
        if !version.is_empty() && own.is_dir() {
            return content::catalogue_of(Some(&own)).map(Some);
        }
        return content::catalogue_of(Some(folder)).map(Some);
    }
    content::kept(version, catalogue)
}
