//! `waage portfolio`: every client of a consultant, and what each needs next.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use rayon::prelude::*;
use typeset::document::Brand;
use typeset::pdf;

use crate::cli::args::{CommonArgs, PortfolioArgs};
use crate::cli::disk::{self, Input};
use crate::cli::fault::Fault;
use crate::cli::side::{self, Dated, Written};
use crate::cli::{Exit, clock, content, files, output};
use crate::decision::Options;
use crate::german::{self, portfolio as words};
use crate::model::Catalogue;
use crate::render::pages::management_report;
use crate::render::portfolio::{csv, json, table};
use crate::report::portfolio::Client;
use crate::report::{Report, build};

/// Runs the command.
pub fn run(args: &PortfolioArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let due_by = args.due_by.as_deref().map(|it| clock::day(Some(it))).transpose()?;
    disk::keep_apart(
        &[Input::Folder(&args.folder)],
        &[("--csv", args.csv.as_deref()), ("--json", args.json.as_deref())],
    )?;
    let catalogue = content::catalogue(common)?;
    let folders = clients(&args.folder)?;
    if folders.is_empty() {
        return Err(Fault::usage(words::no_clients(&args.folder.display().to_string())));
    }
    let desk = Desk { catalogue: &catalogue, date, reports: args.reports.as_deref() };
    if let Some(folder) = desk.reports {
        files::make_folder(folder)?;
    }
    let wanted = |it: &Client| {
        let named = |text: &String| {
            let text = text.to_lowercase();
            [Some(&it.key), it.firm.as_ref()]
                .into_iter()
                .flatten()
                .any(|it| it.to_lowercase().contains(&text))
        };
        (!args.unbearable || !it.is_bearable)
            && due_by.is_none_or(|day| it.next_due.is_some_and(|it| it <= day))
            && args.matching.as_ref().is_none_or(named)
    };
    let done = AtomicUsize::new(0);
    let looked_at: Vec<(String, anyhow::Result<Option<Client>>)> = folders
        .par_iter()
        .map(|(key, files)| {
            let client = desk.client(key, files, &wanted);
            output::progress(&words::reports(done.fetch_add(1, Ordering::Relaxed) + 1, folders.len()));
            (key.clone(), client)
        })
        .collect();
    output::end_progress();
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for (key, client) in looked_at {
        match client {
            Ok(client) => found.extend(client),
            Err(error) => {
                output::complain(&words::faulty(&key, &error.to_string()));
                faults.push((key, german::fault::in_short(&error)));
            }
        }
    }
    told(args, &catalogue, date, &found, &faults)?;
    Ok(if faults.is_empty() { Exit::Done } else { Exit::Faulty })
}

/// Writes what the call asks for; people read the rest on the screen.
fn told(
    args: &PortfolioArgs,
    catalogue: &Catalogue,
    date: Date,
    found: &[Client],
    faults: &[(String, String)],
) -> anyhow::Result<()> {
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet |= disk::write(path, json(catalogue, date, found, faults).as_bytes())?;
    }
    if let Some(path) = &args.csv {
        quiet |= disk::write(path, csv(catalogue, found).as_bytes())?;
    }
    if let Some(folder) = &args.reports {
        output::complain(&words::reports_written(found.len(), &folder.display().to_string()));
    }
    if quiet {
        return Ok(());
    }
    if found.is_empty() {
        return output::say(&format!("{}\n", words::NOBODY));
    }
    output::say(&table(catalogue, found, output::screen()))
}

/// The folders of the clients with their dated files; a file that lies in no folder is a client of its own.
fn clients(folder: &Path) -> anyhow::Result<Vec<(String, Vec<PathBuf>)>> {
    let mut found = Vec::new();
    let mut entries = files::entries(folder)?;
    entries.sort();
    for path in entries.into_iter().filter(|it| files::is_visible(it)) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            let dated = side::files_of(&path)?;
            if !dated.is_empty() {
                found.push((name, dated));
            }
        } else if files::ends_with(&path, super::ENDING) && path.is_file() {
            found.push((name.trim_end_matches(super::ENDING).to_owned(), vec![path]));
        }
    }
    Ok(found)
}

/// What holds for every client.
struct Desk<'a> {
    catalogue: &'a Catalogue,
    date: Date,
    reports: Option<&'a Path>,
}

impl Desk<'_> {
    /// One client by its files, the newest last; none where it is not wanted. Its report is written where one was asked for.
    fn client(
        &self,
        key: &str,
        files: &[PathBuf],
        wanted: &(impl Fn(&Client) -> bool + Sync),
    ) -> anyhow::Result<Option<Client>> {
        let catalogue = self.catalogue;
        let mut states = Vec::with_capacity(files.len());
        for file in files {
            states.push(Written::read(file)?.dated(catalogue, None, self.date)?);
        }
        states.sort_by_key(|it| it.date);
        let Some(newest) = states.last() else { return Ok(None) };
        let report =
            build(catalogue, &newest.answers, &Options::on(self.date)).map_err(|it| Fault::refused(&it))?;
        let client = Client::new(key.to_owned(), &report, self.course(&states)?);
        if !wanted(&client) {
            return Ok(None);
        }
        if let Some(folder) = self.reports {
            self.write(folder, key, &report)?;
        }
        Ok(Some(client))
    }

    /// What every state said on its own day.
    fn course(&self, states: &[Dated]) -> anyhow::Result<Vec<(Date, f64)>> {
        let figure = |it: &Dated| {
            side::figures(&it.side(self.catalogue)).map(|figures| (it.date, figures.expected_annual_loss))
        };
        states.iter().map(figure).collect()
    }

    fn write(&self, folder: &Path, key: &str, report: &Report) -> anyhow::Result<()> {
        let paper = management_report(self.catalogue, report, None, &Brand::default());
        disk::write_quietly(&folder.join(format!("{key}.pdf")), &pdf::render(&paper))
    }
}
