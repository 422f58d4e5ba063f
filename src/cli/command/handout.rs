//! `waage handout`: one-page papers filled from the answers.

use std::path::Path;

use crate::cli::args::{CommonArgs, HandoutArgs, HandoutKind};
use crate::cli::disk::{self, Input};
use crate::cli::fault::Fault;
use crate::cli::{Exit, answers, clock, content, output};
use crate::decision::Options;
use crate::german;
use crate::guidance::{learning_plan, weekly_minutes};
use crate::model::{Catalogue, MeasureId, Project, ProjectId, nearest};
use crate::render::handouts::{Subject, compose, how_to, project_paper, project_terminal};
use crate::report::{build, project_facts};
use typeset::pdf;

/// Runs the command.
pub fn run(args: &HandoutArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    let answers = answers::load(&args.file, &catalogue, date)?;
    let mut inputs = vec![Input::File(&args.file)];
    inputs.extend(common.content.as_deref().map(Input::Folder));
    disk::keep_apart(&inputs, &[("--pdf", args.pdf.as_deref())])?;
    if args.project.is_some() && args.kind != HandoutKind::ProjectCheck {
        return Err(Fault::usage(german::project::ONLY_PROJECT_CHECK.to_owned()));
    }
    if args.measure.is_some() && args.kind != HandoutKind::HowTo {
        return Err(Fault::usage(german::handouts::how_to::ONLY_HOW_TO.to_owned()));
    }
    let measure = args.measure.as_deref().map(|it| known(&catalogue, it)).transpose()?;
    let project = args.project.as_deref().map(|it| planned(&catalogue, it)).transpose()?;
    let planned = project
        .map(|project| project_facts(&catalogue, &answers, project, date).map(|facts| (project, facts)))
        .transpose()
        .map_err(|it| Fault::refused(&it))?;
    if let (Some((project, facts)), None) = (&planned, &args.pdf) {
        let call = german::project::paper_call(project.id.as_str(), &args.file.display().to_string());
        output::say(&project_terminal(&catalogue, project, facts, &call, output::screen()))?;
        return Ok(Exit::Done);
    }
    let report = build(&catalogue, &answers, &Options::on(date)).map_err(|it| Fault::refused(&it))?;
    let minutes = weekly_minutes(args.minutes.parse().unwrap_or_default());
    let learning =
        learning_plan(&catalogue, &report.answers, &report.posture, &report.decision, minutes, date);
    let subject = Subject { catalogue: &catalogue, report: &report, learning: &learning };
    let paper = match (&planned, &measure) {
        (Some((project, facts)), _) => project_paper(subject, project, facts),
        (None, Some(measure)) => how_to::paper_of(subject, Some(measure)),
        (None, None) => compose(args.kind.into(), subject),
    };
    // The arguments demand a target where no project is named.
    disk::write_paper("--pdf", args.pdf.as_deref().unwrap_or(Path::new("-")), &pdf::render(&paper))?;
    Ok(Exit::Done)
}

/// The measure of that id; the fault names the one meant.
fn known(catalogue: &Catalogue, id: &str) -> anyhow::Result<MeasureId> {
    let measure = catalogue.measure(&MeasureId::new(id)).map(|it| it.id.clone());
    measure.ok_or_else(|| {
        let meant = nearest(id, catalogue.measures.iter().map(|it| it.id.as_str()));
        Fault::usage(german::handouts::how_to::no_such_measure(id, meant))
    })
}

/// The project of that id; the fault lists those there are.
fn planned<'a>(catalogue: &'a Catalogue, id: &str) -> anyhow::Result<&'a Project> {
    catalogue.knowledge.project(&ProjectId::new(id)).ok_or_else(|| {
        let known: Vec<(&str, &str)> =
            catalogue.knowledge.projects.iter().map(|it| (it.id.as_str(), it.title.as_str())).collect();
        let meant = nearest(id, known.iter().map(|it| it.0));
        Fault::usage(german::project::no_such_project(id, meant, &known))
    })
}
