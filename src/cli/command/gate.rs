//! `waage gate`: thresholds to exit code.

use std::path::Path;

use crate::cli::args::{CommonArgs, GateArgs, GateFormat};
use crate::cli::fault::Fault;
use crate::cli::{Exit, answers, clock, content, output, side};
use crate::decision::Options;
use crate::german;
use crate::model::{Catalogue, GateLimits};
use crate::render::gate::{self, Verdict};
use crate::report::build;
use crate::report::gate::Gate;

/// Runs the command.
pub fn run(args: &GateArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let own = own_limits(args)?;
    let catalogue = content::catalogue(common)?;
    let answers = answers::load(&args.file, &catalogue)?;
    let limits = over(&own, &answers.gate);
    // A baseline of the call is named from where the call is made, one of the file from where the file lies.
    let beside = args.file.parent().unwrap_or(Path::new(""));
    let older = match (&args.baseline, &answers.gate.baseline) {
        (Some(path), _) => Some(path.clone()),
        (None, Some(name)) => Some(beside.join(name)),
        (None, None) => None,
    };
    if limits == GateLimits::default() && older.is_none() {
        return Err(Fault::usage(german::gate::no_rule(&args.file.display().to_string())));
    }
    let baseline_eur = older.as_deref().map(|it| baseline(it, &catalogue)).transpose()?;
    // No rule looks at the frontier.
    let options = Options { frontier_points: 0, ..Options::on(date) };
    let report = build(&catalogue, &answers, &options).map_err(|it| Fault::refused(&it))?;
    let gate = Gate { catalogue: &catalogue, report: &report, limits: &limits, baseline_eur };
    let checked = gate.checked().map_err(|it| Fault::refused(&it))?;
    let shown = args.file.display().to_string();
    let file = (args.file != Path::new("-")).then_some(shown.as_str());
    let verdict = Verdict { catalogue: &catalogue, report: &report, checked: &checked, file };
    match args.format {
        GateFormat::Text => output::say(&gate::text(&verdict)),
        GateFormat::Json => output::say_bytes(gate::json(&verdict).as_bytes()),
        GateFormat::Junit => output::say_bytes(gate::junit(&verdict).as_bytes()),
        GateFormat::Sarif => output::say_bytes(gate::sarif(&verdict).as_bytes()),
    }?;
    Ok(if verdict.is_met() { Exit::Done } else { Exit::GateNotMet })
}

/// Expected loss a year of an older file on its own day, under today's content.
fn baseline(path: &Path, catalogue: &Catalogue) -> anyhow::Result<f64> {
    let older = side::Written::read(path)?.dated(catalogue, None)?;
    Ok(side::figures(&older.side(catalogue))?.expected_annual_loss)
}

/// The thresholds of the call.
fn own_limits(args: &GateArgs) -> anyhow::Result<GateLimits> {
    let usable = |value: Option<f64>, most: f64, option: &str| match value {
        Some(it) if !(it.is_finite() && (0.0..=most).contains(&it)) => {
            Err(Fault::usage(german::gate::bad_limit(option)))
        }
        other => Ok(other),
    };
    Ok(GateLimits {
        max_expected_loss_eur: usable(args.max_expected_loss, f64::MAX, "--max-expected-loss")?,
        max_bad_year_eur: usable(args.max_bad_year, f64::MAX, "--max-bad-year")?,
        max_ruin_probability: usable(args.max_ruin_probability, 1.0, "--max-ruin-probability")?,
        min_din_points: args.min_din_points,
        max_age_days: args.max_age_days,
        baseline: None,
        no_open_duty: args.no_open_duty,
        no_overdue_decision: args.no_overdue_decision,
    })
}

/// What the call says goes before what the file says.
fn over(own: &GateLimits, file: &GateLimits) -> GateLimits {
    GateLimits {
        max_expected_loss_eur: own.max_expected_loss_eur.or(file.max_expected_loss_eur),
        max_bad_year_eur: own.max_bad_year_eur.or(file.max_bad_year_eur),
        max_ruin_probability: own.max_ruin_probability.or(file.max_ruin_probability),
        min_din_points: own.min_din_points.or(file.min_din_points),
        max_age_days: own.max_age_days.or(file.max_age_days),
        baseline: None,
        no_open_duty: own.no_open_duty || file.no_open_duty,
        no_overdue_decision: own.no_overdue_decision || file.no_overdue_decision,
    }
}
