//! The scenarios of a firm in every world thought possible: how often and how much, and what its profile leaves open.
//!
//! Sources of doubt and their sizes: `docs/method.md`, section on ranges. Factors have mean one, so that the mean of the draws
//! is the shown figure where nothing is open.

use super::firm::FirmModel;
use super::profile::{Baseline, Case, Profile};
use super::random::Coordinates;

/// A coordinate per draw.
type Column = Vec<f64>;

/// Coordinates of everything that moves the scenarios of one firm.
pub(super) struct Worlds<'a> {
    firm: &'a FirmModel,
    frequency: Column,
    severity: Column,
    sigma: Column,
    segment_frequency: Column,
    segment_severity: Column,
    size_frequency: Column,
    size_severity: Column,
    level: Column,
    cap: Column,
    turnover: Column,
    day: Column,
    /// Per scenario: frequency, severity, segment.
    own: Vec<[Column; 3]>,
    /// Per group of traits: which rung holds where that is open, and how strong it acts.
    traits: Vec<[Column; 2]>,
    /// Per open item of digitalisation.
    items: Vec<Column>,
}

impl<'a> Worlds<'a> {
    pub fn new(firm: &'a FirmModel, coordinates: &Coordinates) -> Self {
        let profile = &firm.profile;
        let normals = |name: &str| coordinates.normals(name);
        let of_scenario = |it: &super::profile::ScenarioProfile| {
            ["frequency", "severity", "segment"].map(|what| normals(&format!("{what}/{}", it.id)))
        };
        let of_group = |it: &super::exposure::Group| {
            [coordinates.strata(&format!("trait/{}", it.name)), normals(&format!("strength/{}", it.name))]
        };
        Self {
            firm,
            frequency: normals("frequency"),
            severity: normals("severity"),
            sigma: normals("sigma"),
            segment_frequency: normals("segment/frequency"),
            segment_severity: normals("segment/severity"),
            size_frequency: normals("size/frequency"),
            size_severity: normals("size/severity"),
            level: normals("level"),
            cap: normals("cap"),
            turnover: normals("turnover"),
            day: normals("standstill"),
            own: profile.scenarios.iter().map(of_scenario).collect(),
            traits: profile.exposures.groups.iter().map(of_group).collect(),
            items: profile
                .open_items
                .iter()
                .map(|it| coordinates.strata(&format!("item/{}", it.0)))
                .collect(),
        }
    }

    /// The scenarios at average posture in one draw.
    pub fn baselines(&self, draw: usize) -> Vec<Baseline> {
        let Profile { scenarios, distance, segment_grade, .. } = &self.firm.profile;
        let doubt = &self.firm.uncertainty;
        let mut all = self.firm.profile.baselines(&self.case(draw));
        let size_frequency = factor(doubt.size_frequency * distance, self.size_frequency[draw]);
        let size_severity = factor(doubt.size_severity * distance, self.size_severity[draw]);
        let segment_frequency = factor(doubt.segment_frequency_common, self.segment_frequency[draw]);
        let segment_severity = factor(doubt.segment_severity.of(*segment_grade), self.segment_severity[draw]);
        let severity = factor(doubt.severity_common, self.severity[draw]);
        let sigma = libm::exp(doubt.sigma * self.sigma[draw]);
        let common = libm::sqrt(doubt.frequency_common);
        let apart = libm::sqrt(1.0 - doubt.frequency_common);
        let own = scenarios.iter().zip(&self.own).zip(&self.firm.changes);
        for (baseline, ((it, [often, dear, segment]), change)) in all.iter_mut().zip(own) {
            let z = common * self.frequency[draw] + apart * often[draw];
            baseline.frequency *= factor(it.frequency_deviation, z)
                * segment_frequency
                * factor(doubt.segment_frequency_own.of(it.segment_grade), segment[draw])
                * size_frequency
                * change[0];
            let own_severity = factor(doubt.severity_own.of(it.severity_grade), dear[draw]);
            let factor = severity * own_severity * segment_severity * size_severity * change[1];
            baseline.severity = baseline.severity.with_sigma(sigma * it.sigma).stressed(0.0, factor);
        }
        all
    }

    /// What the profile leaves open, decided.
    fn case(&self, draw: usize) -> Case {
        let profile = &self.firm.profile;
        let doubt = &self.firm.uncertainty;
        let turnover = profile.turnover.unwrap_or_else(|| {
            profile.usual_turnover * libm::exp(profile.turnover_deviation * self.turnover[draw])
        });
        let day = match profile.own_day {
            Some(day) => day * factor(doubt.standstill_given, self.day[draw]),
            None => profile.average_day(turnover) * factor(doubt.standstill_open, self.day[draw]),
        };
        let open = profile.open_items.iter().zip(&self.items);
        let open = open.filter(|((_, share), u)| u[draw] < *share).count() as f64;
        Case {
            turnover,
            points: profile.points(open),
            level: 1.0 + doubt.level * self.level[draw],
            level_deviation: doubt.level,
            day: Some(day),
            exposure: profile.exposures.drawn(
                profile.scenarios.len(),
                |group| self.traits[group][0][draw],
                |group| self.traits[group][1][draw],
            ),
            cap: libm::exp(doubt.cap * self.cap[draw]),
        }
    }
}

/// A lognormal factor of mean one.
fn factor(deviation: f64, z: f64) -> f64 {
    libm::exp(deviation * z - 0.5 * deviation * deviation)
}
