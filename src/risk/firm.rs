//! The firm side of the model: everything about one company that does not depend on its posture.

use super::annual_loss::{AnnualLoss, Request, compound};
use super::baseline::{Baseline, baselines, turnover};
use super::combination::Combination;
use super::count::Component;
use super::draws::Draws;
use super::effect::{Effects, Strengths};
use super::evaluator::Thresholds;
use super::refusal::Refusal;
use super::severity::{Cover, EventLoss};
use crate::model::{Catalogue, Company, MeasureId, Posture, ScenarioId};

/// One scenario for one firm and posture: what the distribution of the annual loss is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Mean loss events a year, posture included.
    pub frequency: f64,
    /// Squared coefficient of variation of the uncertain frequency (gamma mixing); 0 gives a Poisson count.
    pub frequency_cv2: f64,
    /// Median loss per event in euros, posture included.
    pub median: f64,
    /// Standard deviation of the logarithm of the loss per event.
    pub sigma: f64,
    /// Most that one event costs, euros; may be infinite.
    pub cap: f64,
    /// True where the common threat climate multiplies the frequency.
    pub attack: bool,
}

impl Line {
    /// What one event costs the firm, less what a cover pays of it.
    pub fn severity(&self, cover: Option<&Cover>) -> EventLoss {
        let gross = EventLoss::new(self.median, self.sigma, self.cap);
        cover.map_or(gross, |it| gross.under(it))
    }

    /// The scenario as a part of the annual loss, its events costing `severity`.
    pub(super) fn component<'a>(&self, severity: &'a EventLoss) -> Component<'a> {
        Component {
            frequency: self.frequency,
            frequency_cv2: self.frequency_cv2,
            attack: self.attack,
            severity,
        }
    }
}

/// The annual loss of these scenarios under a common threat climate of that coefficient of variation.
///
/// `covers` has one entry per line, or none at all where nothing is insured; the loss is what stays with the
/// firm, premium not included.
pub fn annual_loss(
    lines: &[Line],
    covers: &[Cover],
    climate_cv: f64,
    request: &Request,
) -> Result<AnnualLoss, Refusal> {
    let severities: Vec<EventLoss> =
        lines.iter().enumerate().map(|(index, it)| it.severity(covers.get(index))).collect();
    let components: Vec<Component> =
        lines.iter().zip(&severities).map(|(line, severity)| line.component(severity)).collect();
    compound(&components, climate_cv, request)
}

/// A harsher or milder world, to see whether advice holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stress {
    /// Added to the sigma of every scenario; claims data suggest a heavier tail than the lognormal.
    pub sigma_plus: f64,
    /// Multiplies euros per event.
    pub loss_factor: f64,
}

/// What a change of circumstances multiplies one scenario by.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFactor {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Multiplies its events a year.
    pub frequency: f64,
    /// Multiplies euros per event.
    pub severity: f64,
}

/// Everything about one company that does not depend on its posture.
#[derive(Clone, Debug)]
pub struct FirmModel {
    pub(super) effects: Effects,
    pub(super) scenarios: Vec<Baseline>,
    /// Parameters at their central values.
    pub(super) central: Parameters,
    /// Adoption of the size class, in the order of the catalogue's measures.
    pub(super) average: Vec<f64>,
    /// False where a measure does not apply to this company: it then stays at average.
    pub(super) relevant: Vec<bool>,
    /// Ids of the catalogue's measures, for naming draws.
    pub(super) measures: Vec<MeasureId>,
    reserve_eur: f64,
    climate_cv: f64,
    horizon_years: u32,
}

/// One set of values for everything that is uncertain but degrees and costs.
#[derive(Clone, Debug)]
pub(super) struct Parameters {
    pub strengths: Strengths,
    /// Events a year at average posture per scenario, `jensen` applied.
    pub frequencies: Vec<f64>,
    /// Factor of the average posture per row, under the same strengths.
    pub average: Vec<f64>,
}

impl Parameters {
    /// Parameters under which the average posture has the given events a year.
    pub fn new(effects: &Effects, strengths: Strengths, frequencies: Vec<f64>, average: &[f64]) -> Self {
        let posture = Combination::new(effects, &strengths, average.to_vec());
        let average = (0..effects.rows.len()).map(|row| posture.factor(row)).collect();
        Self { average, strengths, frequencies }
    }
}

impl FirmModel {
    /// The model of a company under a resolved catalogue.
    pub fn new(catalogue: &Catalogue, company: &Company) -> Self {
        let (size, level) = (company.size(), catalogue.level(company));
        let effects = Effects::new(catalogue, size);
        let scenarios = baselines(catalogue, company);
        let average: Vec<f64> =
            catalogue.measures.iter().map(|it| it.adoption.by_size.value[size].likely).collect();
        let frequencies = scenarios.iter().map(|it| it.frequency / it.jensen).collect();
        let central = Parameters::new(&effects, effects.strengths(|_| 0.0), frequencies, &average);
        let relevant = catalogue.measures.iter().map(|it| it.when.holds_for(company, level)).collect();
        Self {
            effects,
            scenarios,
            central,
            average,
            relevant,
            measures: catalogue.measures.iter().map(|it| it.id.clone()).collect(),
            reserve_eur: reserve(catalogue, company),
            climate_cv: catalogue.constants.climate_cv.value,
            horizon_years: catalogue.constants.horizon_years,
        }
    }

    /// The average posture of the size class: adoption of every measure, in the order of
    /// [`Catalogue::measures`].
    pub fn average_degrees(&self) -> &[f64] {
        &self.average
    }

    /// The scenarios of this firm at these degrees, in catalogue order.
    pub fn lines(&self, degrees: &[f64]) -> Vec<Line> {
        self.evaluator(degrees, Thresholds::NONE).lines()
    }

    /// Expected loss a year in euros at these degrees: closed form.
    pub fn expected_annual_loss(&self, degrees: &[f64]) -> f64 {
        self.evaluator(degrees, Thresholds::NONE).look().expected
    }

    /// Expected loss a year in euros per scenario, in catalogue order.
    pub fn scenario_losses(&self, degrees: &[f64]) -> Vec<f64> {
        let mut evaluator = self.evaluator(degrees, Thresholds::NONE);
        (0..self.scenarios.len()).map(|it| evaluator.scenario_loss(it)).collect()
    }

    /// Expected loss a year, and that beyond `threshold` euros per event, summed over scenarios: what single large
    /// events do to a firm that can bear `threshold`.
    pub fn loss_and_excess(&self, degrees: &[f64], threshold: f64) -> (f64, f64) {
        let thresholds = Thresholds { bad_year: threshold, ..Thresholds::NONE };
        let figures = self.evaluator(degrees, thresholds).look();
        (figures.expected, figures.excess)
    }

    /// The distribution of the annual loss at these degrees, ready for the usual quantiles and the reserve.
    pub fn annual_loss(&self, degrees: &[f64]) -> Result<AnnualLoss, Refusal> {
        let request = Request { thresholds: vec![self.reserve_eur], ..Request::default() };
        annual_loss(&self.lines(degrees), &[], self.climate_cv, &request)
    }

    /// The same as far as [`Request::in_short`] goes.
    pub fn annual_loss_in_short(&self, degrees: &[f64]) -> Result<AnnualLoss, Refusal> {
        annual_loss(&self.lines(degrees), &[], self.climate_cv, &Request::in_short(self.reserve_eur))
    }

    /// Money that can be spent on a damage: the owner's figure, else months of fixed cost.
    pub fn reserve_eur(&self) -> f64 {
        self.reserve_eur
    }

    /// Coefficient of variation of the common threat climate.
    pub fn climate_cv(&self) -> f64 {
        self.climate_cv
    }

    /// Planning horizon in years.
    pub fn horizon_years(&self) -> u32 {
        self.horizon_years
    }

    /// True where the measure at that place of the catalogue applies to this company; elsewhere its degree
    /// is held at average and changes nothing.
    pub fn is_relevant(&self, measure: usize) -> bool {
        self.relevant[measure]
    }

    /// The same firm in another world.
    #[must_use]
    pub fn stressed(&self, stress: Stress) -> Self {
        let mut other = self.clone();
        for it in &mut other.scenarios {
            it.severity = it.severity.stressed(stress.sigma_plus, stress.loss_factor);
        }
        other
    }

    /// The same firm under other circumstances: new technology that opens doors, or closes some.
    #[must_use]
    pub fn under(&self, factors: &[ScenarioFactor]) -> Self {
        let mut other = self.clone();
        for factor in factors {
            let places = 0..other.scenarios.len();
            for place in places.filter(|it| self.scenarios[*it].id == factor.scenario) {
                let scenario = &mut other.scenarios[place];
                scenario.frequency *= factor.frequency;
                scenario.severity = scenario.severity.stressed(0.0, factor.severity);
                other.central.frequencies[place] *= factor.frequency;
            }
        }
        other
    }

    /// Values of everything uncertain about this firm in that posture, `draws` of them.
    pub fn draws(&self, posture: &Posture, draws: usize) -> Draws {
        Draws::new(self, posture, draws)
    }
}

/// The owner's own figure, else the months of fixed cost that firms are assumed to hold.
fn reserve(catalogue: &Catalogue, company: &Company) -> f64 {
    company.liquid_reserve_eur.unwrap_or_else(|| {
        let segment =
            catalogue.segment(&company.segment).expect("a company's segment is one of the catalogue's");
        let fixed_cost_a_month = turnover(catalogue, company) * segment.fixed_cost_share.value / 12.0;
        catalogue.constants.reserve_months.value * fixed_cost_a_month
    })
}
