//! A scenario file in figures: the engine alone, without firm, answers or content.

use crate::model::{Interval, ScenarioId};
use crate::risk::{
    AnnualLoss, Cover, Line, Refusal, Request, SelfCheck, annual_loss, frequency_interval, simulate,
};

/// Years that a verification draws.
pub const VERIFIED_YEARS: u64 = 1_000_000;

/// Draws of uncertain frequencies behind the range of the expected loss.
const DRAWS: usize = 1000;

/// Points of the exceedance curve.
const CURVE_POINTS: usize = 41;

/// Probabilities at which quantiles are always given.
pub const PROBABILITIES: [f64; 4] = [0.9, 0.95, 0.99, 0.995];

/// What a scenario file says.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFile {
    /// The scenarios.
    pub lines: Vec<Line>,
    /// Coefficient of variation of the common threat climate.
    pub climate_cv: f64,
    /// Money that can be spent on a damage, euros.
    pub reserve_eur: Option<f64>,
    /// Years over which the reserve must do.
    pub horizon_years: u32,
    /// A policy.
    pub policy: Option<Policy>,
}

/// An insurance policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Euros a year.
    pub premium_eur: f64,
    /// One per scenario.
    pub covers: Vec<Cover>,
}

/// Figures of the annual loss.
#[derive(Clone, Debug, PartialEq)]
pub struct LossFigures {
    /// Expected loss a year, euros; the range is that of the frequencies.
    pub expected: Interval,
    /// Standard deviation, euros.
    pub sd: f64,
    /// Probability of a year without loss.
    pub no_loss: f64,
    /// Quantiles, ascending.
    pub quantiles: Vec<Quantile>,
    /// Probability of a loss above the reserve, in one year and over the horizon.
    pub above_reserve: Option<[f64; 2]>,
    /// Losses with the probability that a year costs more.
    pub exceedance: Vec<(f64, f64)>,
}

/// A quantile of the annual loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    /// Its probability.
    pub p: f64,
    /// Loss that a year stays at or below with that probability, euros.
    pub value_at_risk: f64,
    /// Mean loss of the years beyond, euros.
    pub tail_value_at_risk: f64,
}

/// One scenario's part.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioPart {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Expected loss a year, euros.
    pub expected: f64,
    /// Share in the mean of the worst twentieth of years.
    pub tail_share: f64,
}

/// What a policy does.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyFigures {
    /// Euros a year.
    pub premium_eur: f64,
    /// Expected payment a year, euros.
    pub expected_payout: f64,
    /// The loss without it.
    pub without: LossFigures,
}

/// A figure computed twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verified {
    /// Which.
    pub figure: Figure,
    /// By the engine.
    pub exact: f64,
    /// By simulation.
    pub simulated: f64,
    /// Standard error of the simulation.
    pub standard_error: f64,
}

impl Verified {
    /// Difference in standard errors; zero where both agree to the last bit.
    pub fn z(&self) -> f64 {
        let difference = self.simulated - self.exact;
        if difference == 0.0 { 0.0 } else { difference / self.standard_error }
    }
}

/// A figure of the annual loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// Expected loss a year.
    Expected,
    /// Probability of a year without loss.
    NoLoss,
    /// Value at risk at that probability.
    ValueAtRisk(f64),
    /// Tail value at risk at that probability.
    TailValueAtRisk(f64),
    /// Probability of a loss above the reserve.
    AboveReserve,
}

/// The result.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantified {
    /// The annual loss that stays with the firm, premium not included.
    pub figures: LossFigures,
    /// Every scenario, the most expensive first.
    pub scenarios: Vec<ScenarioPart>,
    /// What the policy does, where there is one.
    pub policy: Option<PolicyFigures>,
    /// How the computation checked itself.
    pub check: SelfCheck,
    /// The same by simulation, where it was asked for and possible.
    pub verification: Option<Vec<Verified>>,
}

/// Computes a scenario file; `also` are further probabilities for quantiles.
pub fn quantify(file: &ScenarioFile, also: &[f64], verify: bool) -> Result<Quantified, Refusal> {
    let mut probabilities = PROBABILITIES.to_vec();
    probabilities.extend_from_slice(also);
    probabilities.sort_by(f64::total_cmp);
    probabilities.dedup();
    let request =
        Request { probabilities, thresholds: file.reserve_eur.into_iter().collect(), ..Request::default() };
    let covers = file.policy.as_ref().map_or(&[][..], |it| &it.covers);
    let loss = annual_loss(&file.lines, covers, file.climate_cv, &request)?;
    let figures = figures(file, covers, &loss, &request);
    let policy = match &file.policy {
        Some(policy) => {
            let without = annual_loss(&file.lines, &[], file.climate_cv, &request)?;
            Some(PolicyFigures {
                premium_eur: policy.premium_eur,
                expected_payout: (without.mean() - loss.mean()).max(0.0),
                without: self::figures(file, &[], &without, &request),
            })
        }
        None => None,
    };
    Ok(Quantified {
        scenarios: scenarios(file, &loss),
        policy,
        check: *loss.self_check(),
        verification: if verify { verification(file, covers, &figures) } else { None },
        figures,
    })
}

fn figures(file: &ScenarioFile, covers: &[Cover], loss: &AnnualLoss, request: &Request) -> LossFigures {
    let quantile = |p: &f64| Quantile {
        p: *p,
        value_at_risk: loss.value_at_risk(*p),
        tail_value_at_risk: loss.tail_value_at_risk(*p),
    };
    let above = |reserve| {
        [loss.probability_above(reserve), loss.probability_above_within(reserve, file.horizon_years)]
    };
    LossFigures {
        expected: frequency_interval(&file.lines, covers, DRAWS),
        sd: loss.sd(),
        no_loss: loss.probability_no_loss(),
        quantiles: request.probabilities.iter().map(quantile).collect(),
        above_reserve: file.reserve_eur.map(above),
        exceedance: loss.exceedance(CURVE_POINTS),
    }
}

fn scenarios(file: &ScenarioFile, loss: &AnnualLoss) -> Vec<ScenarioPart> {
    let parts = file.lines.iter().zip(loss.component_means()).zip(loss.tail_shares());
    let mut parts: Vec<ScenarioPart> = parts
        .map(|((line, expected), tail_share)| ScenarioPart {
            scenario: line.scenario.clone(),
            expected: *expected,
            tail_share: *tail_share,
        })
        .collect();
    parts.sort_by(|a, b| b.expected.total_cmp(&a.expected).then_with(|| a.scenario.cmp(&b.scenario)));
    parts
}

fn verification(file: &ScenarioFile, covers: &[Cover], exact: &LossFigures) -> Option<Vec<Verified>> {
    let drawn = simulate(&file.lines, covers, file.climate_cv, VERIFIED_YEARS)?;
    let mut all = vec![
        (Figure::Expected, exact.expected.value, drawn.mean()),
        (Figure::NoLoss, exact.no_loss, drawn.probability_no_loss()),
    ];
    for it in &exact.quantiles {
        all.push((Figure::ValueAtRisk(it.p), it.value_at_risk, drawn.value_at_risk(it.p)));
        all.push((Figure::TailValueAtRisk(it.p), it.tail_value_at_risk, drawn.tail_value_at_risk(it.p)));
    }
    if let Some(([one_year, _], reserve)) = exact.above_reserve.zip(file.reserve_eur) {
        all.push((Figure::AboveReserve, one_year, drawn.probability_above(reserve)));
    }
    let verified = |(figure, exact, drawn): (Figure, f64, crate::risk::Estimated)| Verified {
        figure,
        exact,
        simulated: drawn.value,
        standard_error: drawn.standard_error,
    };
    Some(all.into_iter().map(verified).collect())
}
