//! What makes figures follow the single firm: size, digitalisation, standstill, time, prices, doubt. Formulas: `docs/method.md`.

use super::{Cited, Grade, IncidentId, ScenarioId, SizeCourses, TraitId};

/// Everything under `knowledge/calibration.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// How figures run with the head count.
    pub size: SizeCourses,
    /// Exponent with which turnover a head grows with the head count.
    pub turnover_slope: Cited<f64>,
    /// How digitalisation enters.
    pub digitalisation: Cited<DigitalCurve>,
    /// How the processes a firm lives on enter.
    pub standstill: Cited<Standstill>,
    /// How what a firm has lived through enters.
    pub experience: Cited<Experience>,
    /// How answers wear.
    pub ageing: Cited<Ageing>,
    /// How prices run with the head count.
    pub prices: Cited<PriceRules>,
    /// What is drawn.
    pub uncertainty: Cited<Uncertainty>,
    /// When a reserve is enough.
    pub bearing: Cited<BearingLimits>,
    /// Worlds in which advice is tried.
    pub stress: Vec<Cited<StressLine>>,
    /// Scenarios that come out of others.
    pub chains: Vec<Cited<Chain>>,
}

/// The level factor as a function of points (0 to 12): on the logarithmic scale linear through the scenario's own factors.
#[derive(Clone, Debug, PartialEq)]
pub struct DigitalCurve {
    /// Points at which a scenario's factor for a low, medium and high degree holds.
    pub knots: [f64; 3],
    /// Share of the neighbouring slope that continues beyond the outer knots.
    pub ends: f64,
    /// Share of the gradient that counts on frequencies.
    pub frequency: f64,
    /// The same on severities.
    pub severity: f64,
    /// Further share in scenarios of the web.
    pub web: f64,
    /// The scenarios of the web.
    pub web_scenarios: Vec<ScenarioId>,
    /// How far the points of comparison lie from the mix of all segments towards the own one, 0 to 1.
    pub own_segment: f64,
}

/// How the processes a firm lives on enter the interruption of business.
#[derive(Clone, Debug, PartialEq)]
pub struct Standstill {
    /// Scenarios in which they count.
    pub scenarios: Vec<ScenarioId>,
    /// Lowest factor on the interruption.
    pub lowest: f64,
    /// Highest.
    pub highest: f64,
    /// Most daily turnovers that a stated standstill day counts for.
    pub most_daily_turnovers: f64,
}

/// How what a firm has lived through enters: its own frequency is believed as far as it can be told from chance.
#[derive(Clone, Debug, PartialEq)]
pub struct Experience {
    /// Years that are asked about.
    pub years: f64,
    /// Expected events at which a firm's own experience counts as much as that of firms like it.
    pub half_trust_events: f64,
    /// Lowest factor on a frequency.
    pub lowest: f64,
    /// Highest.
    pub highest: f64,
    /// What is asked about; a scenario belongs to one kind at most.
    pub kinds: Vec<IncidentKind>,
}

/// A kind of incident that people remember.
#[derive(Clone, Debug, PartialEq)]
pub struct IncidentKind {
    /// Id used by answers.
    pub id: IncidentId,
    /// As a statement to tick.
    pub text: String,
    /// The scenarios whose events it counts.
    pub scenarios: Vec<ScenarioId>,
}

impl Experience {
    /// Factor on the frequency of a firm that had so many events where `expected` were to be expected in those years.
    ///
    /// With `z = expected / (expected + half_trust_events)` it is `1 + z (events / expected - 1)` within its ends: what a firm
    /// should expect that knows its own past (Buehlmann; `docs/method.md`, section 2).
    pub fn factor(&self, events: u32, expected: f64) -> f64 {
        let own = (self.half_trust_events + f64::from(events)) / (self.half_trust_events + expected);
        own.clamp(self.lowest, self.highest)
    }
}

/// How answers wear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ageing {
    /// Months in which nothing wears.
    pub grace_months: f64,
    /// Factor on the half-life of an answer that was only claimed.
    pub claimed: f64,
    /// The same where a record was shown.
    pub shown: f64,
    /// The same where it was tried out.
    pub tested: f64,
}

/// How prices run with the head count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceCourse {
    /// What each further site costs, as a share of the first.
    pub second_site: f64,
    /// Exponent of what is paid once below the smallest reference firm.
    pub once_below: f64,
    /// Computer users a head in the firms that prices were made for.
    pub user_reference: f64,
}

/// How prices run with the head count, and which trait says that there is more than one place.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRules {
    /// The course.
    pub course: PriceCourse,
    /// The trait of firms with a second place.
    pub several_sites: TraitId,
}

/// What a price counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// People with a computer of their own.
    User,
    /// Everybody.
    Person,
    /// Places.
    Site,
    /// The firm as a whole.
    Firm,
}

/// What is drawn, as deviations of logarithms unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    /// Number of draws.
    pub draws: usize,
    /// Share of a frequency's variance that all scenarios have in common.
    pub frequency_common: f64,
    /// Common part of severities.
    pub severity_common: f64,
    /// Own part of a severity, by grade.
    pub severity_own: ByGrade,
    /// Of the severities' sigma itself.
    pub sigma: f64,
    /// Common part of the segment's frequency factors.
    pub segment_frequency_common: f64,
    /// Own part, by grade.
    pub segment_frequency_own: ByGrade,
    /// Of the segment's severity factor, by grade.
    pub segment_severity: ByGrade,
    /// Of the size's frequency factors at one anchor's distance from the reference firm.
    pub size_frequency: f64,
    /// The same on severities.
    pub size_severity: f64,
    /// Of the exponent of the level factor.
    pub level: f64,
    /// Of a standstill day that the firm gave.
    pub standstill_given: f64,
    /// Of one that it did not give.
    pub standstill_open: f64,
    /// Of the cap on one event.
    pub cap: f64,
    /// Correlation between degrees that rest on no answer.
    pub degrees_open: f64,
    /// Correlation between degrees that rest on answers.
    pub degrees_answered: f64,
}

/// One number per grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByGrade {
    /// Measured.
    pub a: f64,
    /// Derived.
    pub b: f64,
    /// Judged.
    pub c: f64,
}

impl ByGrade {
    /// The number of that grade.
    pub fn of(&self, grade: Grade) -> f64 {
        match grade {
            Grade::A => self.a,
            Grade::B => self.b,
            Grade::C => self.c,
        }
    }
}

/// When a reserve is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BearingLimits {
    /// Share of the draws in which it has to reach for a yes.
    pub yes_from: f64,
    /// Share of the draws below which the answer is no.
    pub no_below: f64,
    /// Relative distance from a border within which it is narrow.
    pub narrow: f64,
}

/// A world in which advice is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct StressLine {
    /// Its name.
    pub id: String,
    /// What it is, for people.
    pub title: String,
    /// Added to the sigma of every scenario.
    pub sigma_plus: f64,
    /// Multiplies events a year.
    pub frequency: f64,
    /// Multiplies medians; caps stay.
    pub severity: f64,
}

/// A scenario some of whose events come out of another's.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The scenario that comes first.
    pub parent: ScenarioId,
    /// The scenario that comes out of it.
    pub child: ScenarioId,
    /// Share of the child's events that do.
    pub share: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factor_weighs_the_own_past_against_that_of_others() {
        let rule =
            Experience { years: 5.0, half_trust_events: 2.0, lowest: 0.5, highest: 2.0, kinds: Vec::new() };
        for expected in [0.01, 0.4, 1.0, 3.0] {
            for events in 0..4 {
                let z = expected / (expected + rule.half_trust_events);
                let weighed = 1.0 + z * (f64::from(events) / expected - 1.0);
                let told = rule.factor(events, expected);
                assert!(libm::fabs(told - weighed.clamp(0.5, 2.0)) < 1e-12, "{events} of {expected}");
            }
        }
    }
}
