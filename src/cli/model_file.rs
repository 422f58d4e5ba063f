//! A scenario file for the engine: TOML to lines, all faults at once.

use std::collections::BTreeSet;

use crate::german::model_file::{ModelFault, Problem};
use crate::model::{ScenarioId, nearest};
use crate::report::{Policy, ScenarioFile};
use crate::risk::{Cover, Line, frequency_cv2, lognormal_between, lognormal_sigma};
use crate::toml_file::{self, FileKind, MOST_EUROS, Place, Table, text};

type Faults = toml_file::Faults<Problem>;

/// The format this program reads.
const FORMAT: i64 = 1;

/// Years over which the reserve must do where the file does not say.
const HORIZON_YEARS: u32 = 10;
/// Largest spread of the logarithm of a loss: a factor of half a million between median and 95 % point.
const MOST_SIGMA: f64 = 8.0;
/// Most events a year that mean anything; more is a unit gone wrong.
const MOST_EVENTS: f64 = 1e6;
/// Largest spread of the threat climate.
const MOST_CLIMATE_CV: f64 = 3.0;

/// Reads a scenario file.
pub fn parse(source: &str) -> Result<ScenarioFile, Vec<ModelFault>> {
    toml_file::parse(FileKind::Scenarios, source, file)
}

fn file(mut root: Table<'_>, faults: &mut Faults) -> Option<ScenarioFile> {
    if !root.has_readable_format(FORMAT, faults) {
        return None;
    }
    let reserve_eur = root.euros("reserve_eur", faults);
    let horizon = root.whole("horizon_years", 1, 100, faults);
    let climate_cv = root.number("climate_cv", 0.0, Some(MOST_CLIMATE_CV), faults).unwrap_or(0.0);
    let scenarios = root.tables("scenario", faults);
    if scenarios.as_ref().is_some_and(Vec::is_empty) || root.value("scenario").is_none() {
        faults.add(Problem::NoScenario, 0..0);
    }
    let mut ids: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for mut table in scenarios.unwrap_or_default() {
        let id = scenario_id(&mut table, &ids, faults);
        ids.extend(id);
        let line = line(table, id, faults);
        lines.extend(line);
    }
    let policy = root.table("insurance", faults).and_then(|it| policy(it, &ids, faults));
    root.finish(faults);
    let horizon_years = horizon.and_then(|it| u32::try_from(it).ok()).unwrap_or(HORIZON_YEARS);
    Some(ScenarioFile { lines, climate_cv, reserve_eur, horizon_years, policy })
}

fn scenario_id<'t>(table: &mut Table<'t>, taken: &[&str], faults: &mut Faults) -> Option<&'t str> {
    table.need("id", faults);
    let (id, span) = table.text("id", faults)?;
    let usable = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    if id.is_empty() || !id.chars().all(usable) {
        faults.add(Problem::BadId, span);
        return None;
    }
    if taken.contains(&id) {
        faults.add(Problem::Twice { id: id.to_owned() }, span);
        return None;
    }
    Some(id)
}

fn line(mut table: Table<'_>, id: Option<&str>, faults: &mut Faults) -> Option<Line> {
    let attack = table.yes_no("attack", faults).unwrap_or(false);
    let frequency = table.need("frequency", faults).and_then(|it| frequency(Table::of(it, faults)?, faults));
    let severity = table.need("severity", faults).and_then(|it| severity(Table::of(it, faults)?, faults));
    table.finish(faults);
    let ((frequency, frequency_cv2), (median, sigma, cap)) = frequency.zip(severity)?;
    let scenario = ScenarioId::new(id?);
    Some(Line { scenario, frequency, frequency_cv2, median, sigma, cap, attack })
}

/// Mean events a year and their squared coefficient of variation.
fn frequency(mut table: Table<'_>, faults: &mut Faults) -> Option<(f64, f64)> {
    table.need("mean", faults);
    let mean = table.number("mean", 0.0, Some(MOST_EVENTS), faults);
    let (low, high) =
        (table.positive("low", MOST_EVENTS, faults), table.positive("high", MOST_EVENTS, faults));
    let given = (table.value("low").is_some(), table.value("high").is_some());
    if given.0 != given.1 {
        faults.add(Problem::HalfRange, table.span.clone());
    }
    ascending(&mut table, ("low", low), ("mean", mean), faults);
    ascending(&mut table, ("mean", mean), ("high", high), faults);
    ascending(&mut table, ("low", low), ("high", high), faults);
    table.finish(faults);
    let cv2 = low.zip(high).map_or(0.0, |(low, high)| frequency_cv2(low, high));
    Some((mean?, cv2))
}

/// Median, log standard deviation and cap of the loss per event.
fn severity(mut table: Table<'_>, faults: &mut Faults) -> Option<(f64, f64, f64)> {
    let mut euros = |key| table.positive_euros(key, faults);
    let (p05, median, p95, cap) = (euros("p05"), euros("median"), euros("p95"), euros("cap"));
    let mu = table.number("mu", -libm::log(MOST_EUROS), Some(libm::log(MOST_EUROS)), faults);
    let sigma = table.number("sigma", 0.0, Some(MOST_SIGMA), faults);
    let mut given = |key| table.value(key).is_some();
    let given = ["p05", "median", "p95", "mu", "sigma"].map(&mut given);
    let shape = match given {
        [true, false, true, false, false] => {
            ascending(&mut table, ("p05", p05), ("p95", p95), faults);
            p05.zip(p95).map(|(low, high)| lognormal_between(low, high))
        }
        [false, true, true, false, false] => {
            ascending(&mut table, ("median", median), ("p95", p95), faults);
            median.zip(p95).map(|(median, high)| (median, lognormal_sigma(median, high)))
        }
        [false, false, false, true, true] => mu.zip(sigma).map(|(mu, sigma)| (libm::exp(mu), sigma)),
        _ => {
            faults.add(Problem::SeverityForm, table.span.clone());
            None
        }
    };
    let too_wide = shape.is_some_and(|it| it.1 > MOST_SIGMA);
    if too_wide {
        faults.add(Problem::TooWide, table.span.clone());
    }
    table.finish(faults);
    let (median, sigma) = shape?;
    Some((median, sigma, cap.unwrap_or(f64::INFINITY)))
}

fn policy(mut table: Table<'_>, ids: &[&str], faults: &mut Faults) -> Option<Policy> {
    let mut needed = |key| {
        table.need(key, faults);
        table.euros(key, faults)
    };
    let (premium, deductible, limit) = (needed("premium"), needed("deductible"), needed("limit"));
    let share = table.number("share", 0.0, Some(1.0), faults).unwrap_or(1.0);
    let insured = table.list("scenarios", faults).map(|list| insured(list, ids, faults));
    table.finish(faults);
    let covers = |deductible, limit| {
        let named = |id: &&str| insured.as_ref().is_none_or(|it| it.contains(id));
        let cover = |id: &&str| Cover { share: if named(id) { share } else { 0.0 }, deductible, limit };
        ids.iter().map(cover).collect()
    };
    Some(Policy { premium_eur: premium?, covers: covers(deductible?, limit?) })
}

/// The scenarios a policy names.
fn insured<'t>(
    list: impl IntoIterator<Item = Place<'t>>,
    ids: &[&str],
    faults: &mut Faults,
) -> BTreeSet<&'t str> {
    let mut named = BTreeSet::new();
    for entry in list {
        let Some(id) = text(entry, faults) else { continue };
        if !ids.contains(&id) {
            let problem = Problem::UnknownScenario { id: id.to_owned() };
            faults.add_near(problem, entry.span(), nearest(id, ids.iter().copied()));
        }
        named.insert(id);
    }
    named
}

/// Reports two figures in the wrong order, at the first.
fn ascending(
    table: &mut Table<'_>,
    (lower, low): (&'static str, Option<f64>),
    (upper, high): (&'static str, Option<f64>),
    faults: &mut Faults,
) {
    if low.zip(high).is_some_and(|(low, high)| low > high) {
        faults.add(Problem::NotAscending { lower, upper }, table.span_of(lower));
    }
}
