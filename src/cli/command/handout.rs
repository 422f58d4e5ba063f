//! `waage handout`: one-page papers filled from the answers.

use std::path::Path;

use crate::cli::args::{CommonArgs, HandoutArgs};
use crate::cli::fault::Fault;
use crate::cli::{Exit, answers, clock, content, files, output};
use crate::decision::Options;
use crate::german;
use crate::guidance::{learning_plan, weekly_minutes};
use crate::render::handouts::{Subject, compose};
use crate::render::pdf;
use crate::report::build;

/// Runs the command.
pub fn run(args: &HandoutArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    let answers = answers::load(&args.file, &catalogue)?;
    let report = build(&catalogue, &answers, &Options::on(date))
        .map_err(|refusal| Fault::faulty(german::quantified::refused(&refusal)))?;
    let minutes = weekly_minutes(args.minutes.parse().unwrap_or_default());
    let company = &report.answers.company;
    let learning = learning_plan(&catalogue, company, &report.posture, &report.decision, minutes, date);
    let subject = Subject { catalogue: &catalogue, report: &report, learning: &learning };
    let bytes = pdf::render(&compose(args.kind.into(), subject));
    if args.pdf == Path::new("-") {
        output::say_bytes(&bytes)?;
    } else {
        files::write_atomically(&args.pdf, &bytes)?;
    }
    Ok(Exit::Done)
}
