//! `waage report`: answers to terminal, PDF and JSON.

use std::path::Path;

use jiff::civil::Date;

use super::peers;
use super::what_if::{self, Asked};
use crate::assessment::{anonymised, without_head_count};
use crate::cli::args::{CommonArgs, ReportArgs};
use crate::cli::brand::Look;
use crate::cli::disk::{self, Input};
use crate::cli::fault::Fault;
use crate::cli::side::{self, Dated, Written};
use crate::cli::terminal::hanging;
use crate::cli::{Exit, answers, brand, clock, content, output};
use crate::decision::Options;
use crate::german;
use crate::history::{Side, compare};
use crate::model::{Answers, Catalogue};
use crate::render::change::Pair;
use crate::render::pages::management_report;
use crate::render::{json, measures_csv, terminal};
use crate::report::peers::Peers;
use crate::report::{Report, build};
use typeset::document::Brand;
use typeset::{html, pdf};

/// Runs the command.
pub fn run(args: &ReportArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    let mut answers = answers::load(&args.file, &catalogue, date)?;
    if args.anonymous {
        answers = anonymised(&answers);
    }
    let options = Options {
        money_eur: args.budget,
        own_hours: args.hours,
        rate: args.rate.map(|it| it / 100.0),
        horizon_years: args.horizon,
        ..Options::on(date)
    };
    let look = args.brand.as_deref().map(brand::load).transpose()?.unwrap_or_default();
    keep_apart(args, common, &look)?;
    if let Some(compared) = what_if::asked(args, &catalogue, &answers, &options)? {
        let screen = output::screen();
        let told = match compared {
            Asked::Year(it) => terminal::comparison(&it, screen),
            Asked::Plan(it) => terminal::plan_without(&catalogue, &it, screen),
        };
        output::say(&told)?;
        return Ok(Exit::Done);
    }
    let peers = args.peers.as_deref().map(peers::load).transpose()?;
    let mut report = build(&catalogue, &answers, &options).map_err(|it| Fault::refused(&it))?;
    if args.anonymous {
        report.answers.company = without_head_count(&report.answers.company);
    }
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet = disk::write(path, json::report(&catalogue, &report).as_bytes())?;
    }
    if let Some(path) = &args.csv {
        quiet |= disk::write(path, measures_csv::write(&catalogue, &report).as_bytes())?;
    }
    if args.pdf.is_some() || args.html.is_some() {
        quiet |= papers(args, &catalogue, &answers, &report, &look.brand)?;
    }
    if !quiet {
        let told = if args.full { terminal::full } else { terminal::summary };
        output::say(&told(&catalogue, &report, output::screen()))?;
        if let Some(peers) = &peers {
            output::say(&like_this(&catalogue, &report, peers))?;
        }
    }
    Ok(Exit::Done)
}

/// Refuses outputs that hit what this call reads, or each other.
fn keep_apart(args: &ReportArgs, common: &CommonArgs, look: &Look) -> anyhow::Result<()> {
    let mut inputs = vec![Input::File(&args.file)];
    inputs.extend(args.since.as_deref().map(Input::File));
    inputs.extend(args.peers.as_deref().map(Input::File));
    inputs.extend(look.files.iter().map(|it| Input::File(it)));
    inputs.extend(common.content.as_deref().map(Input::Folder));
    let outputs = [
        ("--json", args.json.as_deref()),
        ("--csv", args.csv.as_deref()),
        ("--pdf", args.pdf.as_deref()),
        ("--html", args.html.as_deref()),
    ];
    disk::keep_apart(&inputs, &outputs)
}

/// What firms like this one say, wrapped for the screen.
fn like_this(catalogue: &Catalogue, report: &Report, peers: &Peers) -> String {
    let company = &report.answers.company;
    let classes = [company.segment.as_str(), company.size().as_str(), report.digitalisation.1.as_str()];
    let own = report.today.expected_annual_loss.value;
    let told = peers.of(&classes).map(|it| german::peers::like_yours(catalogue, it, own));
    let width = usize::from(output::screen().width);
    format!("\n{}\n", hanging(&told.unwrap_or_default(), width, 0))
}

/// Writes the report as PDF and as web page; true where one went to stdout.
fn papers(
    args: &ReportArgs,
    catalogue: &Catalogue,
    answers: &Answers,
    report: &Report,
    brand: &Brand,
) -> anyhow::Result<bool> {
    let date = report.provenance.date;
    let older = args.since.as_deref().map(|path| older(path, catalogue, date)).transpose()?;
    let new = Side { catalogue, answers, date };
    let compared = older.as_ref().map(|(dated, then)| {
        let old = dated.side(then.as_ref().unwrap_or(catalogue));
        compare(&old, &new).map(|it| (old, it)).map_err(|it| side::refused(&it))
    });
    let compared = compared.transpose()?;
    let since = compared.as_ref().map(|(old, comparison)| Pair { old: *old, new, comparison });
    let document = management_report(catalogue, report, since.as_ref(), brand);
    let mut quiet = false;
    if let Some(path) = &args.pdf {
        quiet |= disk::write_paper("--pdf", path, &pdf::render(&document))?;
    }
    if let Some(path) = &args.html {
        quiet |= disk::write(path, html::render(&document).as_bytes())?;
    }
    Ok(quiet)
}

/// An older file, with the released content it was answered with where that is another one and still kept.
fn older(path: &Path, catalogue: &Catalogue, today: Date) -> anyhow::Result<(Dated, Option<Catalogue>)> {
    let written = Written::read(path)?;
    let version = written.other_version(catalogue);
    let then = version.map_or(Ok(None), |it| content::kept(&it, catalogue))?;
    Ok((written.dated(then.as_ref().unwrap_or(catalogue), None, today)?, then))
}
