//! `waage gate`: thresholds to exit code.

use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use crate::assessment::answers_file::{self, line_of};
use crate::assessment::in_effect;
use crate::cli::args::{CommonArgs, GateArgs, GateFormat};
use crate::cli::fault::{self, Fault};
use crate::cli::{Exit, answers, clock, content, disk, files, output, side};
use crate::decision::Options;
use crate::german;
use crate::model::{Answers, Catalogue, GateLimits};
use crate::render::gate::{self, Outcome, Told, Verdict, Verdicts};
use crate::report::gate::{Checked, Gate, Remedy, Rule, needs_loss, needs_report};
use crate::report::{MODEL_VERSION, Now, build};

/// Runs the command.
pub fn run(args: &GateArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    if args.files.iter().filter(|it| *it == Path::new("-")).count() > 1 {
        return Err(Fault::usage(german::gate::ONE_STDIN));
    }
    let call = Call { args, own: own_limits(args)?, catalogue: content::catalogue(common)?, date };
    let mut worst = Exit::Done;
    let mut verdicts = Vec::with_capacity(args.files.len());
    for file in &args.files {
        let (verdict, exit) = call.verdict(file)?;
        // What could not be looked at weighs more than what is not met.
        worst = if exit.code() > worst.code() { exit } else { worst };
        verdicts.push(verdict);
    }
    let all = Verdicts { catalogue: &call.catalogue, model: MODEL_VERSION, date, files: &verdicts };
    let has_verdict = verdicts.iter().any(|it| matches!(it.outcome, Outcome::Checked(_)));
    match args.format {
        // The faults of a single file stand on stderr already.
        GateFormat::Text if !has_verdict && verdicts.len() == 1 => Ok(()),
        GateFormat::Text => output::say(&gate::text(&all)),
        GateFormat::Json => output::say_bytes(gate::json(&all).as_bytes()),
        GateFormat::Junit => output::say_bytes(gate::junit(&all).as_bytes()),
        GateFormat::Sarif => output::say_bytes(gate::sarif(&all).as_bytes()),
    }?;
    Ok(worst)
}

/// What holds for every file of a call.
struct Call<'a> {
    args: &'a GateArgs,
    own: GateLimits,
    catalogue: Catalogue,
    date: Date,
}

impl Call<'_> {
    /// The verdict on a file. A file that cannot be looked at is told on stderr and is part of the result; only a call
    /// that sets no threshold at all ends the run.
    fn verdict(&self, path: &Path) -> anyhow::Result<(Verdict, Exit)> {
        disk::sweep_beside(path);
        let file = if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() };
        let verdict = Verdict { uri: relative(path), file, firm: None, outcome: Outcome::Faulty(Vec::new()) };
        let text = match files::read_text(path) {
            Ok(text) => text,
            Err(error) => return Ok(unusable(verdict, &error)),
        };
        let given = match answers_file::parse_complete(&text, &self.catalogue) {
            Ok((given, notes)) => {
                answers::tell(notes, &given, self.date, path, &text);
                given
            }
            Err(faults) => {
                let told = german::answers_file::plainly(&faults, &text)
                    .map(|(code, (line, column), message)| Told { code, line, column, message });
                let outcome = Outcome::Faulty(told.collect());
                let exit = fault::report(&answers::faulty(&faults, path, &text));
                return Ok((Verdict { outcome, ..verdict }, exit));
            }
        };
        let verdict = Verdict { firm: given.company.name.clone(), ..verdict };
        let limits = over(&self.own, &given.gate);
        let names_baseline = self.args.baseline.is_some() || given.gate.baseline.is_some();
        if limits == GateLimits::default() && !names_baseline {
            return Err(Fault::usage(german::gate::no_rule(&path.display().to_string())));
        }
        let checked = match self.checked(path, &given, &limits) {
            Ok(checked) => checked,
            Err(error) => return Ok(unusable(verdict, &error)),
        };
        let lines = checked.into_iter().map(|it| {
            let line = line_for(&it, &text);
            (it, line)
        });
        let verdict = Verdict { outcome: Outcome::Checked(lines.collect()), ..verdict };
        let exit = if verdict.is_met() { Exit::Done } else { Exit::GateNotMet };
        Ok((verdict, exit))
    }

    fn checked(&self, path: &Path, given: &Answers, limits: &GateLimits) -> anyhow::Result<Vec<Checked>> {
        let older = self.older(path, given)?;
        let baseline_eur = older.as_deref().map(|it| self.baseline(it)).transpose()?;
        // No rule looks at the frontier.
        let options = Options { frontier_points: 0, ..Options::on(self.date) };
        let refused = |it| Fault::refused(&it);
        let now = needs_loss(limits, baseline_eur.is_some());
        let now = now.then(|| Now::of(&self.catalogue, given, self.date)).transpose().map_err(refused)?;
        let report = needs_report(limits).then(|| build(&self.catalogue, given, &options));
        let report = report.transpose().map_err(refused)?;
        let answers = in_effect(&self.catalogue, given);
        let gate = Gate {
            catalogue: &self.catalogue,
            answers: &answers,
            date: self.date,
            now: now.as_ref(),
            report: report.as_ref(),
            limits,
            baseline_eur,
            knows_content: content::is_known(&given.content, &self.catalogue),
        };
        gate.checked().map_err(|it| Fault::refused(&it))
    }

    /// A baseline of the call is named from where the call is made, one of the file from where the file lies, and only
    /// there: whoever sends a file does not make the program open others.
    fn older(&self, path: &Path, given: &Answers) -> anyhow::Result<Option<PathBuf>> {
        if let Some(path) = &self.args.baseline {
            return Ok(Some(path.clone()));
        }
        let Some(name) = &given.gate.baseline else { return Ok(None) };
        let folder = path.parent().unwrap_or(Path::new(""));
        let older = folder.join(name);
        let is_plain = Path::new(name).components().all(|it| matches!(it, Component::Normal(_)));
        if !is_plain || !files::lies_below(&older, folder) {
            return Err(Fault::faulty(german::gate::baseline_elsewhere(name)));
        }
        Ok(Some(older))
    }

    /// Expected loss a year of an older file on its own day, under today's content.
    fn baseline(&self, path: &Path) -> anyhow::Result<f64> {
        let older = side::Written::read(path)?.dated(&self.catalogue, None, Date::MAX)?;
        if older.date > self.date {
            return Err(Fault::faulty(german::gate::baseline_later(&path.display().to_string())));
        }
        Ok(side::figures(&older.side(&self.catalogue))?.expected_annual_loss)
    }
}

/// What stands on stderr for people stands in the result for programs.
fn unusable(verdict: Verdict, error: &anyhow::Error) -> (Verdict, Exit) {
    let told =
        Told { code: german::gate::UNREADABLE, line: 1, column: 1, message: german::fault::in_short(error) };
    (Verdict { outcome: Outcome::Faulty(vec![told]), ..verdict }, fault::report(error))
}

/// The line of a file a rule is about: what it found there, else where its limit stands, else the first.
fn line_for(it: &Checked, text: &str) -> usize {
    let found = match it.remedies.first() {
        Some(Remedy::AskAgain { question, .. }) => line_of(text, &["answers", question.as_str()]),
        Some(Remedy::Decide { measure }) => line_of(text, &["decisions", measure.as_str()]),
        _ => None,
    };
    let key = match it.rule {
        Rule::ExpectedLoss => "max_expected_loss_eur",
        Rule::BadYear => "max_bad_year_eur",
        Rule::RuinProbability => "max_ruin_probability",
        Rule::DinPoints => "min_din_points",
        Rule::AnswerAge => "max_age_days",
        Rule::ContentAge => "max_content_age_days",
        Rule::OpenDuties => "no_open_duty",
        Rule::OverdueDecisions => "no_overdue_decision",
        Rule::Baseline => "baseline",
        Rule::OtherContent => return line_of(text, &["content"]).unwrap_or(1),
        Rule::Answered | Rule::DatedLater => return found.unwrap_or(1),
    };
    found.or_else(|| line_of(text, &["gate", key])).or_else(|| line_of(text, &["gate"])).unwrap_or(1)
}

/// A path from where the call is made, as code-scanning views want it.
fn relative(path: &Path) -> String {
    if path == Path::new("-") {
        return "stdin".to_owned();
    }
    let here = std::env::current_dir().unwrap_or_default();
    let (to, from) = (parts(&here.join(path)), parts(&here));
    let shared = to.iter().zip(&from).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    up.chain(to[shared..].iter().map(String::as_str)).collect::<Vec<_>>().join("/")
}

/// The parts of a path without `.` and `..`.
fn parts(path: &Path) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                parts.pop();
            }
            Component::CurDir | Component::RootDir => {}
            Component::Normal(_) | Component::Prefix(_) => {
                parts.push(part.as_os_str().to_string_lossy().into_owned());
            }
        }
    }
    parts
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
        max_content_age_days: args.max_content_age_days,
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
        max_content_age_days: own.max_content_age_days.or(file.max_content_age_days),
        baseline: None,
        no_open_duty: own.no_open_duty || file.no_open_duty,
        no_overdue_decision: own.no_overdue_decision || file.no_overdue_decision,
    }
}
