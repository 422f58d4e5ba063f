//! The firm side of the model: everything about one company that does not depend on its posture.

use super::annual_loss::{AnnualLoss, Request, compound};
use super::baseline::{Baseline, baselines, turnover};
use super::count::Component;
use super::draws::Draws;
use super::effect::{Effects, Factors, Strengths};
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
    /// Factors of the average posture per scenario, under the same strengths.
    pub average: Vec<Factors>,
}

impl FirmModel {
    /// The model of a company under a resolved catalogue.
    pub fn new(catalogue: &Catalogue, company: &Company) -> Self {
        let (size, level) = (company.size(), catalogue.level(company));
        let effects = Effects::new(catalogue, size);
        let scenarios = baselines(catalogue, company);
        let average: Vec<f64> =
            catalogue.measures.iter().map(|it| it.adoption.by_size.value[size].likely).collect();
        let strengths = effects.strengths(|_| 0.0);
        let central = Parameters {
            average: effects.factors(&strengths, &average),
            strengths,
            frequencies: scenarios.iter().map(|it| it.frequency / it.jensen).collect(),
        };
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
        let mut lines = Vec::with_capacity(self.scenarios.len());
        self.visit(&self.central, degrees, |index, frequency, median| {
            let it = &self.scenarios[index];
            lines.push(Line {
                scenario: it.id.clone(),
                frequency,
                frequency_cv2: it.frequency_cv2,
                median,
                sigma: it.severity.sigma(),
                cap: it.severity.cap(),
                attack: it.attack,
            });
        });
        lines
    }

    /// Expected loss a year in euros at these degrees: closed form, no allocation.
    pub fn expected_annual_loss(&self, degrees: &[f64]) -> f64 {
        let mut sum = 0.0;
        self.visit(&self.central, degrees, |index, frequency, median| {
            sum += frequency * self.scenarios[index].severity.with_median(median).mean();
        });
        sum
    }

    /// Expected loss a year in euros per scenario, in catalogue order.
    pub fn scenario_losses(&self, degrees: &[f64]) -> Vec<f64> {
        let mut losses = Vec::with_capacity(self.scenarios.len());
        self.visit(&self.central, degrees, |index, frequency, median| {
            losses.push(frequency * self.scenarios[index].severity.with_median(median).mean());
        });
        losses
    }

    /// Expected loss a year, and that beyond `threshold` euros per event, summed over scenarios: what single large
    /// events do to a firm that can bear `threshold`.
    ///
    /// The single-jump form of the stop-loss premium: for heavy tails a bad year is one bad event
    /// (Embrechts, Klueppelberg, Mikosch, Modelling Extremal Events, section 1.3).
    pub fn loss_and_excess(&self, degrees: &[f64], threshold: f64) -> (f64, f64) {
        let mut sums = (0.0, 0.0);
        self.visit(&self.central, degrees, |index, frequency, median| {
            let severity = self.scenarios[index].severity.with_median(median);
            let mean = severity.mean();
            sums.0 += frequency * mean;
            sums.1 += frequency * (mean - severity.limited_mean(threshold)).max(0.0);
        });
        sums
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

    /// Calls `visit` with place, events a year and median of every scenario at these degrees.
    fn visit(&self, parameters: &Parameters, degrees: &[f64], mut visit: impl FnMut(usize, f64, f64)) {
        assert_eq!(degrees.len(), self.average.len(), "one degree per measure of the catalogue");
        let mut small = [0.0; 96];
        let mut large;
        let held = if degrees.len() <= small.len() {
            &mut small[..degrees.len()]
        } else {
            large = vec![0.0; degrees.len()];
            &mut large[..]
        };
        for (index, place) in held.iter_mut().enumerate() {
            *place = if self.relevant[index] { degrees[index] } else { self.average[index] };
        }
        self.effects.visit(&parameters.strengths, held, |index, own| {
            let average = parameters.average[index];
            let frequency = parameters.frequencies[index] * (own.frequency / average.frequency);
            let median = self.scenarios[index].severity.median() * (own.severity / average.severity);
            visit(index, frequency, median);
        });
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
