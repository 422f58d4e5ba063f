//! The firm side of the model: everything about one company that does not depend on its posture.

use super::annual_loss::{AnnualLoss, Request, linked};
use super::combination::Combination;
use super::count::{Component, Link};
use super::draws::Draws;
use super::effect::{Effects, Strengths};
use super::evaluator::Thresholds;
use super::experience::Lived;
use super::profile::{Baseline, Profile, ProfileFactors};
use super::refusal::Refusal;
use super::severity::{Cover, EventLoss};
use crate::model::{Catalogue, Company, MeasureId, Posture, ScenarioId, StressLine, Uncertainty};

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
    annual_loss_linked(lines, covers, &[], climate_cv, request)
}

fn annual_loss_linked(
    lines: &[Line],
    covers: &[Cover],
    links: &[Link],
    climate_cv: f64,
    request: &Request,
) -> Result<AnnualLoss, Refusal> {
    let severities: Vec<EventLoss> =
        lines.iter().enumerate().map(|(index, it)| it.severity(covers.get(index))).collect();
    let components: Vec<Component> =
        lines.iter().zip(&severities).map(|(line, severity)| line.component(severity)).collect();
    linked(&components, links, climate_cv, request)
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
    pub(super) profile: Profile,
    /// Parameters at their central values.
    pub(super) central: Parameters,
    /// Adoption among firms of that size, in the order of the catalogue's measures.
    pub(super) average: Vec<f64>,
    /// False where a measure does not apply to this company: it then stays at average.
    pub(super) relevant: Vec<bool>,
    /// Ids of the catalogue's measures, for naming draws.
    pub(super) measures: Vec<MeasureId>,
    /// What a change of circumstances multiplies scenarios by: frequency, severity.
    pub(super) changes: Vec<[f64; 2]>,
    pub(super) uncertainty: Uncertainty,
    reserve: Reserve,
    /// Parent, child, share of the child's events that come out of the parent.
    chains: Vec<(usize, usize, f64)>,
    climate_cv: f64,
    horizon_years: u32,
}

/// Money that can be spent on a damage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reserve {
    /// Euros.
    pub eur: f64,
    /// True where the owner gave the figure.
    pub is_own: bool,
}

/// One set of values for everything that is uncertain but degrees and costs.
#[derive(Clone, Debug)]
pub(super) struct Parameters {
    pub strengths: Strengths,
    /// The scenarios at average posture.
    pub baselines: Vec<Baseline>,
    /// Factor of the average posture per row, under the same strengths.
    pub average: Vec<f64>,
}

impl Parameters {
    /// Parameters under which the average posture has these scenarios.
    pub fn new(effects: &Effects, strengths: Strengths, baselines: Vec<Baseline>, average: &[f64]) -> Self {
        let posture = Combination::new(effects, &strengths, average.to_vec());
        let average = (0..effects.rows.len()).map(|row| posture.factor(row)).collect();
        Self { strengths, baselines, average }
    }
}

impl FirmModel {
    /// The model of a company under a resolved catalogue.
    pub fn new(catalogue: &Catalogue, company: &Company) -> Self {
        let size = catalogue.firm_size(company);
        let effects = Effects::new(catalogue, company);
        let profile = Profile::new(catalogue, company);
        let average: Vec<f64> =
            catalogue.measures.iter().map(|it| size.adoption(&it.adoption.by_size.value)).collect();
        let baselines = profile.baselines(&profile.central());
        let central = Parameters::new(&effects, effects.strengths(|_| 0.0), baselines, &average);
        let constants = &catalogue.constants;
        Self {
            effects,
            changes: vec![[1.0; 2]; profile.scenarios.len()],
            profile,
            central,
            average,
            relevant: catalogue.measures.iter().map(|it| it.when.may_hold_for(company)).collect(),
            measures: catalogue.measures.iter().map(|it| it.id.clone()).collect(),
            uncertainty: catalogue.calibration.uncertainty.value.clone(),
            reserve: reserve(catalogue, company),
            chains: chains(catalogue),
            climate_cv: constants.climate_cv.value,
            horizon_years: constants.horizon_years,
        }
    }

    /// The factors between the reference firm and this one, in catalogue order.
    pub fn profile_factors(&self) -> Vec<ProfileFactors> {
        let case = self.profile.central();
        (0..self.profile.scenarios.len()).map(|it| self.profile.factors(it, &case)).collect()
    }

    /// What the firm said about its own past, and what that does.
    pub fn lived(&self) -> &[Lived] {
        &self.profile.lived
    }

    /// Points of digitalisation that the firm's count against.
    pub fn points_counted_against(&self) -> f64 {
        self.profile.points_counted_against
    }

    /// The average posture of firms of that size: adoption of every measure, in the order of
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
        (0..self.profile.scenarios.len()).map(|it| evaluator.scenario_loss(it)).collect()
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
        let request = Request { thresholds: vec![self.reserve.eur], ..Request::default() };
        self.annual_loss_under(degrees, &[], &request)
    }

    /// The same under a cover per scenario, or none at all, with what is asked of it.
    pub fn annual_loss_under(
        &self,
        degrees: &[f64],
        covers: &[Cover],
        request: &Request,
    ) -> Result<AnnualLoss, Refusal> {
        let lines = self.lines(degrees);
        self.linked(&lines, covers, request)
    }

    /// The distribution of the annual loss of these scenarios of the firm.
    pub(super) fn annual_loss_of(&self, lines: &[Line]) -> Result<AnnualLoss, Refusal> {
        self.linked(lines, &[], &Request::in_short(self.reserve.eur))
    }

    fn linked(&self, lines: &[Line], covers: &[Cover], request: &Request) -> Result<AnnualLoss, Refusal> {
        annual_loss_linked(lines, covers, &self.links(lines), self.climate_cv, request)
    }

    /// What events bring along at these frequencies: of a child's events the stated share comes out of the parent, as far as
    /// the parent has that many.
    pub(super) fn links(&self, lines: &[Line]) -> Vec<Link> {
        let link = |&(parent, child, share): &(usize, usize, f64)| {
            let most = lines[parent].frequency;
            let probability =
                if most > 0.0 { (share * lines[child].frequency / most).min(MOST_BROUGHT) } else { 0.0 };
            Link { parent, child, probability }
        };
        self.chains.iter().map(link).collect()
    }

    /// The same as far as [`Request::in_short`] goes.
    pub fn annual_loss_in_short(&self, degrees: &[f64]) -> Result<AnnualLoss, Refusal> {
        self.annual_loss_under(degrees, &[], &Request::in_short(self.reserve.eur))
    }

    /// Money that can be spent on a damage: the owner's figure, else months of fixed cost.
    pub fn reserve_eur(&self) -> f64 {
        self.reserve.eur
    }

    /// The same with where it comes from.
    pub fn reserve(&self) -> Reserve {
        self.reserve
    }

    /// Draws that the calibration asks for.
    pub fn usual_draws(&self) -> usize {
        self.uncertainty.draws
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

    /// The same firm in another world: advice is tried there. Caps, a limit of what a firm can lose at all, stay.
    #[must_use]
    pub fn stressed(&self, line: &StressLine) -> Self {
        let mut other = self.clone();
        for it in &mut other.central.baselines {
            it.frequency *= line.frequency;
            it.severity = it.severity.stressed(line.sigma_plus, line.severity);
        }
        other
    }

    /// The same firm under other circumstances: new technology that opens doors, or closes some.
    #[must_use]
    pub fn under(&self, factors: &[ScenarioFactor]) -> Self {
        let mut other = self.clone();
        for factor in factors {
            let places = 0..self.profile.scenarios.len();
            for place in places.filter(|it| self.profile.scenarios[*it].id == factor.scenario) {
                let [frequency, severity] = &mut other.changes[place];
                *frequency *= factor.frequency;
                *severity *= factor.severity;
                let baseline = &mut other.central.baselines[place];
                baseline.frequency *= factor.frequency;
                baseline.severity = baseline.severity.stressed(0.0, factor.severity);
            }
        }
        other
    }

    /// Values of everything uncertain about this firm in that posture, `draws` of them.
    pub fn draws(&self, posture: &Posture, draws: usize) -> Draws {
        Draws::new(self, posture, draws)
    }
}

/// Most events of a parent that bring a child along: something always stays by itself.
const MOST_BROUGHT: f64 = 0.9;

fn chains(catalogue: &Catalogue) -> Vec<(usize, usize, f64)> {
    let chains = catalogue.calibration.chains.iter().map(|it| &it.value);
    let place = |it: &ScenarioId| catalogue.scenario_index(it);
    chains.filter_map(|it| Some((place(&it.parent)?, place(&it.child)?, it.share))).collect()
}

/// The owner's own figure, else the months of fixed cost that firms are assumed to hold.
fn reserve(catalogue: &Catalogue, company: &Company) -> Reserve {
    if let Some(eur) = company.liquid_reserve_eur {
        return Reserve { eur, is_own: true };
    }
    let share = catalogue.segment_of(company).fixed_cost_share.value;
    let fixed_cost_a_month = catalogue.turnover(company) * share / 12.0;
    Reserve { eur: catalogue.constants.reserve_months.value * fixed_cost_a_month, is_own: false }
}
