//! `waage content`: the content editor's tools.

use crate::assessment::trade::TradeSearch;
use crate::catalogue::{Directory, FileKind};
use crate::cli::args::{
    CommonArgs, ContentAction, ContentArgs, ExportArgs, LintArgs, LintFormat, ListArgs, SchemaArgs, ShowArgs,
    TradeArgs,
};
use crate::cli::fault::Fault;
use crate::cli::{Exit, clock, content, disk, files, output};
use crate::render::contract::Contract;
use crate::render::{content_entry, content_list, findings};
use crate::{catalogue, german, render};

/// Runs the command.
pub fn run(args: &ContentArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    match &args.action {
        ContentAction::Lint(args) => lint(args, common),
        ContentAction::List(args) => list(args, common),
        ContentAction::Show(args) => show(args, common),
        ContentAction::Trade(args) => trade(args, common),
        ContentAction::Schema(args) => schema(args),
        ContentAction::Export(args) => export(args, common),
    }
}

fn lint(args: &LintArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let files = content::sources(common)?;
    let found = catalogue::lint(&files, clock::day(common.date.as_deref())?);
    match args.format {
        LintFormat::Text => {
            output::say_coloured(&(german::diagnostic::report(&found, &files, output::may_colour()) + "\n"))
        }
        LintFormat::Json => output::say_bytes(findings::json(&found, &files).as_bytes()),
        LintFormat::Sarif => output::say_bytes(findings::sarif(&found, &files).as_bytes()),
    }?;
    let faulty = found.iter().any(|it| it.severity() == catalogue::Severity::Error);
    Ok(if faulty { Exit::Faulty } else { Exit::Done })
}

fn list(args: &ListArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let catalogue = content::catalogue(common)?;
    if args.json {
        output::say_bytes(content_list::json(&catalogue).as_bytes())?;
    } else {
        output::say(&german::content::questions(&catalogue))?;
    }
    Ok(Exit::Done)
}

fn show(args: &ShowArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let files = content::sources(common)?;
    let directory = Directory::of(&files).map_err(|faults| content::faulty(&faults, &files))?;
    let entries = directory.look_up(&args.id);
    if entries.is_empty() {
        return Err(Fault::usage(german::content::unknown_entry(&args.id, directory.nearest(&args.id))));
    }
    output::say(&content_entry::text(&directory, &entries, output::screen()))?;
    Ok(Exit::Done)
}

fn trade(args: &TradeArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let files = content::sources(common)?;
    let catalogue = content::resolved(&files)?;
    let trades = content::trades(&files)?;
    let typed = args.word.join(" ");
    let found = TradeSearch::new(&trades, &catalogue.segments).find(&typed);
    let text = if args.json {
        render::trade::json(&catalogue, &typed, &found)
    } else {
        german::trade::understood(&catalogue, &typed, &found)
    };
    output::say(&text)?;
    Ok(Exit::Done)
}

fn schema(args: &SchemaArgs) -> anyhow::Result<Exit> {
    let named = args.kind.as_deref().unwrap_or_default();
    let contract = || Contract::named(named).map(|it| it.schema());
    let text = FileKind::named(named).map(FileKind::schema).or_else(contract);
    let text = text
        .unwrap_or_else(|| german::content::file_kinds(FileKind::ALL, &Contract::all().map(|it| it.name)));
    output::say(&text)?;
    Ok(Exit::Done)
}

fn export(args: &ExportArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let folder = &args.folder;
    let shown = folder.display().to_string();
    files::make_empty_folder(folder)?;
    let content = content::sources(common)?;
    let write = |path: &str, text: &str| {
        let target = folder.join(path);
        files::make_folder(target.parent().unwrap_or(folder))?;
        disk::write_quietly(&target, text.as_bytes())
    };
    for (path, text) in content.iter() {
        write(path, text)?;
    }
    // What editors need to help while somebody writes.
    for kind in FileKind::ALL {
        write(&format!("schemas/{}.json", kind.name), &kind.schema())?;
    }
    write(".taplo.toml", &catalogue::editor_settings())?;
    output::complain(&german::content::exported(content.iter().count(), &shown));
    Ok(Exit::Done)
}
