//! What a firm's profile makes of the scenarios: size, turnover, digitalisation, traits, standstill.
//!
//! Formulas: `docs/method.md`, sections on size, digitalisation, exposure and standstill. The firm as it is described is one
//! case; draws ask for the same firm under other values of what is uncertain or open.

use super::experience::{Lived, experience};
use super::exposure::Exposures;
use super::lognormal::Lognormal;
use super::spread::{frequency_cv2, lognormal_sigma};
use crate::model::{
    Catalogue, Company, DigitalCurve, DigitalItem, FirmSize, Grade, ItemId, Level, Scenario, ScenarioId,
    Segment,
};

/// Highest share of the median that may scale with the firm's own standstill day: repair, notices and law
/// stay even where standing still costs nothing.
const MOST_INTERRUPTION: f64 = 0.9;
/// Hours of a day of standstill.
const HOURS_A_DAY: f64 = 24.0;
/// Hours below which nothing is more urgent.
const MOST_URGENT: f64 = 1.0;

/// Everything a company's profile says about its scenarios, what is open included.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    pub scenarios: Vec<ScenarioProfile>,
    pub exposures: Exposures,
    /// What the firm said about its own past.
    pub lived: Vec<Lived>,
    curve: DigitalCurve,
    /// Items that are ticked.
    ticked: f64,
    /// Share of firms like this with each item nobody said yes or no of.
    pub open_items: Vec<(ItemId, f64)>,
    /// Points that the firm's count against.
    pub points_counted_against: f64,
    /// As given.
    pub turnover: Option<f64>,
    pub usual_turnover: f64,
    /// Deviation of the logarithm of turnover between firms.
    pub turnover_deviation: f64,
    /// A day without IT, euros, as given.
    pub own_day: Option<f64>,
    /// Contribution of a day over turnover.
    day_share: f64,
    /// Most that a stated day counts for, over turnover.
    most_day_share: f64,
    /// Cap on one event over turnover.
    pub cap_turnovers: f64,
    /// Distance from the reference firm: logarithm of the head count's ratio over that between two reference firms.
    pub distance: f64,
    /// Trust in the segment's factor on severities.
    pub segment_grade: Grade,
}

/// What one scenario is in this firm, but for what may be drawn.
#[derive(Clone, Debug)]
pub(super) struct ScenarioProfile {
    pub id: ScenarioId,
    pub attack: bool,
    /// Squared coefficient of variation of the uncertain frequency.
    pub frequency_cv2: f64,
    /// Deviation of the logarithm of the uncertain frequency.
    pub frequency_deviation: f64,
    pub severity_grade: Grade,
    pub segment_grade: Grade,
    pub sigma: f64,
    /// Correction for averaging; divides the frequency.
    pub jensen: f64,
    mean: f64,
    median: f64,
    elasticity: f64,
    segment: f64,
    segment_severity: f64,
    pub size_frequency: f64,
    pub size_severity: f64,
    /// Logarithms of the level factors at the curve's outer knots.
    frequency_ends: [f64; 2],
    severity_ends: [f64; 2],
    /// Share of the median that is interruption.
    pub interruption: f64,
    /// Factor of the processes the firm lives on.
    pub jewel: f64,
    /// Factor of what the firm has lived through; one where it said nothing.
    pub experience: f64,
}

/// Values of what is uncertain or open.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub turnover: f64,
    pub points: f64,
    /// Exponent of the level factor, and the deviation with which it was drawn.
    pub level: f64,
    pub level_deviation: f64,
    /// A day without IT in euros; the average one where none.
    pub day: Option<f64>,
    /// Factors of the traits per scenario: frequency, severity.
    pub exposure: Vec<[f64; 2]>,
    /// Multiplies the cap.
    pub cap: f64,
}

/// One scenario at average posture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Baseline {
    /// Events a year.
    pub frequency: f64,
    /// Euros per event.
    pub severity: Lognormal,
}

/// The factors between the reference firm and this one, for those who follow the calculation.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileFactors {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Size, on events a year and on euros per event.
    pub size: [f64; 2],
    /// Digitalisation, likewise.
    pub level: [f64; 2],
    /// Traits, likewise.
    pub exposure: [f64; 2],
    /// Turnover against the usual one, on euros per event.
    pub turnover: f64,
    /// Processes the firm lives on, on the interruption.
    pub jewel: f64,
    /// Standstill: what a day costs and the processes together, on euros per event.
    pub standstill: f64,
    /// Share of the median that is interruption.
    pub interruption: f64,
    /// Correction for averaging.
    pub jensen: f64,
    /// What the firm has lived through, on events a year.
    pub experience: f64,
}

impl Profile {
    pub fn new(catalogue: &Catalogue, company: &Company) -> Self {
        let size = catalogue.firm_size(company);
        let segment = catalogue.segment_of(company);
        let calibration = &catalogue.calibration;
        let curve = calibration.digitalisation.value.clone();
        let standstill = &calibration.standstill.value;
        let days = catalogue.constants.reference.working_days;
        let open = |item: &&DigitalItem| !company.digitalisation.contains_key(&item.id);
        let anchors = size.anchors();
        let mut profile = Self {
            lived: Vec::new(),
            scenarios: catalogue
                .scenarios
                .iter()
                .map(|it| ScenarioProfile::new(catalogue, company, segment, &size, it))
                .collect(),
            exposures: Exposures::new(catalogue, company, segment, &size),
            points_counted_against: points_counted_against(catalogue, segment, &size, curve.own_segment),
            curve,
            ticked: company.digitalisation.values().filter(|it| **it).count() as f64,
            open_items: catalogue
                .items
                .iter()
                .filter(open)
                .map(|it| (it.id.clone(), catalogue.item_share(it, segment, &size)))
                .collect(),
            turnover: company.turnover_eur,
            usual_turnover: catalogue.usual_turnover(company),
            turnover_deviation: segment.turnover_per_head.value.deviation,
            own_day: own_day(company),
            day_share: segment.contribution_margin_share.value / days,
            most_day_share: standstill.most_daily_turnovers / days,
            cap_turnovers: catalogue.constants.severity_cap_turnovers.value,
            distance: libm::fabs(libm::log(size.employees / anchors[1])) / libm::log(anchors[1] / anchors[0]),
            segment_grade: segment.severity.grade,
        };
        let expected: Vec<f64> =
            profile.baselines(&profile.central()).iter().map(|it| it.frequency).collect();
        let (factors, lived) = experience(catalogue, company, &expected);
        for (scenario, factor) in profile.scenarios.iter_mut().zip(factors) {
            scenario.experience = factor;
        }
        Self { lived, ..profile }
    }

    /// The firm as it is described, everything open at its expectation.
    pub fn central(&self) -> Case {
        Case {
            turnover: self.turnover.unwrap_or(self.usual_turnover),
            points: self.ticked + self.open_items.iter().map(|it| it.1).sum::<f64>(),
            level: 1.0,
            level_deviation: 0.0,
            day: self.own_day,
            exposure: self.exposures.central(self.scenarios.len()),
            cap: 1.0,
        }
    }

    /// Points with so many of the open items.
    pub fn points(&self, open: f64) -> f64 {
        self.ticked + open
    }

    /// A day of standstill of the average firm with that turnover, euros.
    pub fn average_day(&self, turnover: f64) -> f64 {
        self.day_share * turnover
    }

    /// The scenarios at average posture.
    pub fn baselines(&self, case: &Case) -> Vec<Baseline> {
        let at = |(place, it): (usize, &ScenarioProfile)| {
            let factors = self.factors(place, case);
            let frequency = it.mean
                * it.segment
                * factors.size[0]
                * factors.level[0]
                * factors.exposure[0]
                * factors.experience;
            let median = it.median
                * it.segment_severity
                * factors.size[1]
                * factors.turnover
                * factors.level[1]
                * factors.exposure[1]
                * factors.standstill;
            let cap = case.cap * self.cap_turnovers * case.turnover;
            Baseline { frequency: frequency / it.jensen, severity: Lognormal::new(median, it.sigma, cap) }
        };
        self.scenarios.iter().enumerate().map(at).collect()
    }

    /// The factors of one scenario.
    pub fn factors(&self, scenario: usize, case: &Case) -> ProfileFactors {
        let it = &self.scenarios[scenario];
        let level = |ends: [f64; 2]| {
            let of = |points| curve(&self.curve, ends, points);
            let log = of(case.points) - of(self.points_counted_against);
            // Less half the variance, so that the mean stays.
            libm::exp(case.level * log - 0.5 * (case.level_deviation * log) * (case.level_deviation * log))
        };
        let day = case.day.map_or(1.0, |own| {
            own.min(self.most_day_share * case.turnover) / self.average_day(case.turnover)
        });
        ProfileFactors {
            scenario: it.id.clone(),
            size: [it.size_frequency, it.size_severity],
            level: [level(it.frequency_ends), level(it.severity_ends)],
            exposure: case.exposure[scenario],
            turnover: libm::pow(case.turnover / self.usual_turnover, it.elasticity),
            jewel: it.jewel,
            standstill: 1.0 - it.interruption + it.interruption * day * it.jewel,
            interruption: it.interruption,
            jensen: it.jensen,
            experience: it.experience,
        }
    }
}

impl ScenarioProfile {
    fn new(
        catalogue: &Catalogue,
        company: &Company,
        segment: &Segment,
        size: &FirmSize,
        scenario: &Scenario,
    ) -> Self {
        let constants = &catalogue.constants;
        let curve = &catalogue.calibration.digitalisation.value;
        let web = if curve.web_scenarios.contains(&scenario.id) { curve.web } else { 1.0 };
        let (frequency, severity) = (&scenario.frequency, &scenario.severity);
        let by_segment = &scenario.frequency_factors.segment;
        let ends = |factors: &crate::model::ByLevel<f64>, share: f64| {
            [Level::Low, Level::High].map(|it| share * web * libm::log(factors[it]))
        };
        let cv2 = frequency_cv2(frequency.low, frequency.high);
        let interruption = constants.interruption_share.value
            * scenario.downtime.median_days
            * constants.reference_day_eur.value
            / severity.median;
        Self {
            id: scenario.id.clone(),
            attack: scenario.attack,
            frequency_cv2: cv2,
            frequency_deviation: libm::sqrt(libm::log1p(cv2)),
            severity_grade: severity.grade,
            segment_grade: by_segment.grade,
            sigma: lognormal_sigma(severity.median, severity.p95),
            jensen: size.jensen(&scenario.jensen.value),
            mean: frequency.mean,
            median: severity.median,
            elasticity: severity.elasticity,
            segment: *by_segment
                .value
                .get(&company.segment)
                .expect("a resolved scenario has a factor for every segment"),
            segment_severity: segment.severity.value,
            size_frequency: size.frequency(&scenario.frequency_factors.size.value),
            size_severity: size.severity(&scenario.severity_by_size.value),
            frequency_ends: ends(&scenario.frequency_factors.level.value, curve.frequency),
            severity_ends: ends(&scenario.severity_by_level.value, curve.severity),
            interruption: interruption.min(MOST_INTERRUPTION),
            jewel: jewel(catalogue, company, segment, scenario),
            experience: 1.0,
        }
    }
}

/// Logarithm of a scenario's level factor at so many points: through zero at the middle knot and the given ends.
fn curve(curve: &DigitalCurve, [low_end, high_end]: [f64; 2], points: f64) -> f64 {
    let [low, middle, high] = curve.knots;
    let (rise, climb) = (-low_end / (middle - low), high_end / (high - middle));
    if points < low {
        low_end - curve.ends * rise * (low - points)
    } else if points < middle {
        -rise * (middle - points)
    } else if points < high {
        climb * (points - middle)
    } else {
        high_end + curve.ends * climb * (points - high)
    }
}

/// Points that a firm's count against: between those of the mix of all segments and those of its own.
fn points_counted_against(catalogue: &Catalogue, own: &Segment, size: &FirmSize, towards_own: f64) -> f64 {
    let segments = &catalogue.segments;
    let firms: f64 = segments.iter().map(|it| it.share_of_firms.value).sum();
    let points = segments.iter().map(|it| it.share_of_firms.value * catalogue.usual_points(it, size));
    let mix = points.sum::<f64>() / firms;
    mix + towards_own * (catalogue.usual_points(own, size) - mix)
}

/// What a day without IT costs: the firm's figure, else the sum over the processes where each has one.
fn own_day(company: &Company) -> Option<f64> {
    let sum = || company.crown_jewels.iter().map(|it| it.day_eur).sum::<Option<f64>>();
    company.standstill_day_eur.or_else(|| sum().filter(|it| *it > 0.0))
}

/// Factor of the processes a firm lives on: the share of a standstill that lies beyond what they can stand, against the
/// processes usual in its trade. Urgent processes count more, so that naming a patient one beside them lowers nothing.
fn jewel(catalogue: &Catalogue, company: &Company, segment: &Segment, scenario: &Scenario) -> f64 {
    let standstill = &catalogue.calibration.standstill.value;
    if !standstill.scenarios.contains(&scenario.id) {
        return 1.0;
    }
    let own: Vec<(f64, Option<f64>)> =
        company.crown_jewels.iter().filter_map(|it| Some((it.tolerable_hours?, it.day_eur))).collect();
    let usual = catalogue.usual_processes(&segment.id, company.sub_trade.as_ref());
    let usual: Vec<(f64, Option<f64>)> = usual.iter().map(|it| (it.tolerable_hours, None)).collect();
    if own.is_empty() || usual.is_empty() || scenario.downtime.median_days <= 0.0 {
        return 1.0;
    }
    let downtime = &scenario.downtime;
    let sigma = lognormal_sigma(downtime.median_days, downtime.p95_days);
    let duration = Lognormal::new(HOURS_A_DAY * downtime.median_days, sigma, f64::INFINITY);
    let beyond = |hours: f64| 1.0 - duration.limited_mean(hours) / duration.mean();
    let mean_beyond = |processes: &[(f64, Option<f64>)]| {
        let all_priced = processes.iter().all(|it| it.1.is_some_and(|eur| eur > 0.0));
        let weight = |(hours, eur): &(f64, Option<f64>)| match eur {
            Some(eur) if all_priced => *eur,
            _ => 1.0 / hours.max(MOST_URGENT),
        };
        let all: f64 = processes.iter().map(weight).sum();
        processes.iter().map(|it| weight(it) * beyond(it.0)).sum::<f64>() / all
    };
    (mean_beyond(&own) / mean_beyond(&usual)).clamp(standstill.lowest, standstill.highest)
}
