//! Every estimate and every citation of the content.

use crate::catalogue::raw::{self, At, CitedEstimate, CitedNumber, Triple};
use crate::catalogue::read::{Entry, RawContent};
use crate::model::Grade;

/// A number's or statement's grade and sources.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Citation<'a> {
    /// The file it stands in.
    pub file: &'a str,
    /// The grade it claims.
    pub grade: Grade,
    /// The sources it names.
    pub sources: &'a At<Vec<At<String>>>,
}

/// Every pair of grade and sources.
pub(crate) fn citations<'a>(content: &'a RawContent<'a>) -> Vec<Citation<'a>> {
    let mut all = Vec::new();
    let mut add = |file: &'a str, grade: Grade, sources: &'a At<Vec<At<String>>>| {
        all.push(Citation { file, grade, sources });
    };
    for Entry { file, raw } in &content.measures {
        add(file, raw.grade, &raw.sources);
        add(file, raw.adoption.grade, &raw.adoption.sources);
    }
    for Entry { file, raw } in &content.projects {
        add(file, raw.grade, &raw.sources);
    }
    for Entry { file, raw } in &content.bundles {
        add(file, raw.grade, &raw.sources);
    }
    for Entry { file, raw } in &content.grants {
        add(file, raw.grade, &raw.sources);
    }
    for Entry { file, raw } in &content.scenarios {
        let (frequency, severity) = (&raw.frequency, &raw.severity);
        add(file, frequency.grade, &frequency.sources);
        add(file, frequency.segment.grade, &frequency.segment.sources);
        add(file, severity.grade, &severity.sources);
        add(file, raw.insured_share.grade, &raw.insured_share.sources);
        for size in [&frequency.size, &severity.size, &raw.jensen] {
            add(file, size.grade, &size.sources);
        }
        for level in [&frequency.level, &severity.level] {
            add(file, level.grade, &level.sources);
        }
    }
    for Entry { file, raw } in &content.segments {
        let given = [&raw.own_hour_eur, &raw.computer_users, &raw.share_of_firms].into_iter().flatten();
        for it in
            [&raw.severity, &raw.fixed_cost_share, &raw.contribution_margin_share].into_iter().chain(given)
        {
            add(file, it.grade, &it.sources);
        }
        if let Some(it) = &raw.turnover_per_head {
            add(file, it.grade, &it.sources);
        }
        if let Some(it) = &raw.shifts {
            add(file, it.grade, &it.sources);
        }
    }
    for Entry { file, raw } in &content.sizes {
        for it in [&raw.attenuation_relief, &raw.hours_per_month] {
            add(file, it.grade, &it.sources);
        }
    }
    if let Some(Entry { file, raw }) = &content.calibration {
        for (grade, sources) in raw.citations() {
            add(file, grade, sources);
        }
    }
    if let Some(Entry { file, raw }) = &content.items {
        raw.items.iter().filter_map(|it| it.share.as_ref()).for_each(|it| add(file, it.grade, &it.sources));
    }
    if let Some(Entry { file, raw }) = &content.traits {
        raw.traits
            .iter()
            .filter_map(|it| it.prevalence.as_ref())
            .for_each(|it| add(file, it.grade, &it.sources));
    }
    if let Some(Entry { file, raw }) = &content.constants {
        add(file, raw.horizon_years.grade, &raw.horizon_years.sources);
        for it in numbers(raw) {
            add(file, it.grade, &it.sources);
        }
        for it in estimates_of_constants(raw) {
            add(file, it.grade, &it.sources);
        }
    }
    all
}

fn numbers(raw: &raw::Constants) -> [&CitedNumber; 13] {
    [
        &raw.reference.turnover_eur,
        &raw.reference.working_days,
        &raw.climate_cv,
        &raw.discount_rate,
        &raw.reserve_months,
        &raw.risk_loading,
        &raw.tolerable_ruin,
        &raw.severity_cap_turnovers,
        &raw.doubt_claimed,
        &raw.doubt_shown,
        &raw.doubt_tested,
        &raw.interruption_share,
        &raw.reference_day_eur,
    ]
}

fn estimates_of_constants(raw: &raw::Constants) -> [&CitedEstimate; 5] {
    let rates = &raw.hourly_rates;
    [
        &raw.overlap.exponent,
        &raw.residual.frequency,
        &raw.residual.severity,
        &rates.technician,
        &rates.consultant,
    ]
}

/// Every three-point estimate with its file.
pub(crate) fn estimates<'a>(content: &'a RawContent<'a>) -> Vec<(&'a str, &'a Triple)> {
    let mut all: Vec<(&str, &Triple)> = Vec::new();
    for Entry { file, raw } in &content.measures {
        let effects = raw.effects.iter().flat_map(|it| [&it.frequency_factor, &it.severity_factor]);
        all.extend(effects.flatten().map(|it| (*file, it)));
        all.extend(raw.prerequisites.iter().map(|it| (*file, &it.attenuation)));
        all.extend([&raw.adoption.micro, &raw.adoption.small, &raw.adoption.medium].map(|it| (*file, it)));
        all.extend(raw.tiers.iter().flat_map(|it| costs(&it.cost)).map(|it| (*file, it)));
    }
    for Entry { file, raw } in &content.projects {
        let factors = raw.exposures.iter().flat_map(|it| [&it.frequency_factor, &it.severity_factor]);
        all.extend(factors.flatten().map(|it| (*file, it)));
    }
    for Entry { file, raw } in &content.bundles {
        all.extend(costs(&raw.cost).map(|it| (*file, it)));
        let policy = raw.policy.iter().flat_map(|it| [&it.deductible_eur, &it.limit_eur]);
        let by_size = policy.chain([&raw.other_it_cost_replaced]);
        all.extend(by_size.flat_map(|it| [&it.micro, &it.small, &it.medium]).map(|it| (*file, it)));
    }
    for Entry { file, raw } in &content.scenarios {
        all.push((file, &raw.insured_share.value));
    }
    if let Some(Entry { file, raw }) = &content.constants {
        all.extend(estimates_of_constants(raw).map(|it| (*file, &it.value)));
    }
    all
}

fn costs(costs: &raw::BySize<raw::Cost>) -> impl Iterator<Item = &Triple> {
    [&costs.micro, &costs.small, &costs.medium]
        .into_iter()
        .flat_map(|it| [&it.one_off_eur, &it.yearly_eur, &it.own_hours_one_off, &it.own_hours_yearly])
}
