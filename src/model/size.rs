//! How a firm's head count enters: content gives figures for three reference firms, everything between runs smoothly.

use super::{BySize, Cited, Estimate, Grade, SizeClass, SourceId};

/// Scale on which a figure runs in a straight line over the logarithm of the head count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// The logarithm: ratios stay.
    Log,
    /// The logarithm of the odds: for shares.
    Logit,
    /// The figure itself.
    Linear,
}

/// How a figure runs through the three reference firms and beyond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// On which scale.
    pub scale: Scale,
    /// Share of the first stretch's slope that continues below the smallest reference firm.
    pub below: f64,
    /// Share of the last stretch's slope that continues above the largest.
    pub above: f64,
}

impl Course {
    /// For shares of firms: nothing is known beyond the reference firms.
    pub const SHARE: Self = Self { scale: Scale::Logit, below: 0.0, above: 0.0 };
}

/// How everything that content gives by size runs.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeCourses {
    /// Factors on frequencies.
    pub frequency: Course,
    /// Factors on severities.
    pub severity: Course,
    /// Correction for averaging.
    pub jensen: Course,
    /// Adoption of measures.
    pub adoption: Course,
    /// Relief of attenuation.
    pub relief: Course,
    /// Own hours a month.
    pub hours: Course,
    /// Degrees of tiers and answers.
    pub degree: Course,
    /// Deductible and limit of a policy.
    pub policy: Course,
    /// Trust in them.
    pub grade: Grade,
    /// Where they come from.
    pub sources: Vec<SourceId>,
}

/// Head counts of the three reference firms.
pub type Anchors = [f64; 3];

/// Head counts beyond which nothing changes: the range of small and medium firms.
const FEWEST: f64 = 1.0;
const MOST: f64 = 249.0;

/// Shares are kept off none and all, where the odds have no logarithm.
const LEAST_SHARE: f64 = 0.005;

/// A firm's place among the three reference firms: weights of their figures.
type Weights = [f64; 3];

/// Where one firm stands in everything that depends on size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirmSize {
    /// Persons employed.
    pub employees: f64,
    /// Its class, for law and words.
    pub class: SizeClass,
    anchors: Anchors,
    frequency: (Scale, Weights),
    severity: (Scale, Weights),
    jensen: (Scale, Weights),
    adoption: (Scale, Weights),
    relief: (Scale, Weights),
    hours: (Scale, Weights),
    degree: (Scale, Weights),
    policy: (Scale, Weights),
    share: (Scale, Weights),
}

impl FirmSize {
    /// A firm of so many people.
    pub fn new(employees: u32, anchors: Anchors, courses: &SizeCourses) -> Self {
        let count = f64::from(employees).clamp(FEWEST, MOST);
        let at = |course: Course| (course.scale, weights(count, &anchors, course));
        Self {
            employees: f64::from(employees),
            class: SizeClass::of(employees),
            anchors,
            frequency: at(courses.frequency),
            severity: at(courses.severity),
            jensen: at(courses.jensen),
            adoption: at(courses.adoption),
            relief: at(courses.relief),
            hours: at(courses.hours),
            degree: at(courses.degree),
            policy: at(courses.policy),
            share: at(Course::SHARE),
        }
    }

    /// A reference firm of content itself: its class's figures as they stand.
    pub fn reference(class: SizeClass, anchors: Anchors) -> Self {
        let place = SizeClass::ALL.iter().position(|it| *it == class).unwrap_or(0);
        let mut own = [0.0; 3];
        own[place] = 1.0;
        let (log, logit, linear) = ((Scale::Log, own), (Scale::Logit, own), (Scale::Linear, own));
        Self {
            employees: anchors[place],
            class,
            anchors,
            frequency: log,
            severity: log,
            jensen: log,
            adoption: logit,
            relief: linear,
            hours: log,
            degree: linear,
            policy: log,
            share: logit,
        }
    }

    /// Head counts of the reference firms.
    pub fn anchors(&self) -> Anchors {
        self.anchors
    }

    /// A factor on events a year.
    pub fn frequency(&self, factors: &BySize<f64>) -> f64 {
        on(self.frequency, factors)
    }

    /// A factor on euros per event.
    pub fn severity(&self, factors: &BySize<f64>) -> f64 {
        on(self.severity, factors)
    }

    /// The correction for averaging.
    pub fn jensen(&self, factors: &BySize<f64>) -> f64 {
        on(self.jensen, factors)
    }

    /// How far firms of this size have a measure: the expectation.
    pub fn adoption(&self, shares: &BySize<Estimate>) -> f64 {
        on(self.adoption, &shares.map(|it| it.likely))
    }

    /// Relief of attenuation.
    pub fn relief(&self, reliefs: &BySize<f64>) -> f64 {
        on(self.relief, reliefs)
    }

    /// Own hours a month.
    pub fn hours(&self, hours: &BySize<f64>) -> f64 {
        on(self.hours, hours)
    }

    /// A degree of a tier or an answer.
    pub fn degree(&self, degrees: &BySize<f64>) -> f64 {
        on(self.degree, degrees)
    }

    /// An estimate of a share, point by point.
    pub fn estimate(&self, shares: &BySize<Estimate>) -> Estimate {
        let at = |of: fn(&Estimate) -> f64| self.degree(&shares.map(of));
        Estimate { low: at(|it| it.low), likely: at(|it| it.likely), high: at(|it| it.high) }
    }

    /// Deductible or limit of a policy, euros.
    pub fn policy(&self, eur: &BySize<Estimate>) -> f64 {
        on(self.policy, &eur.map(|it| it.likely))
    }

    /// A share of firms, its odds shifted by so much on the logarithmic scale.
    pub fn share(&self, shares: &Cited<[f64; 3]>, shift: f64) -> f64 {
        let odds: f64 = self.share.1.iter().zip(shares.value).map(|(weight, it)| weight * logit(it)).sum();
        logistic(odds + shift)
    }
}

/// The logarithms of the odds of a share at the three reference firms, shifted by so much.
pub fn share_odds(shares: &Cited<[f64; 3]>, shift: f64) -> [f64; 3] {
    shares.value.map(|it| logit(it) + shift)
}

/// The figure on its scale.
fn on((scale, weights): (Scale, Weights), figures: &BySize<f64>) -> f64 {
    let figures = [figures.micro, figures.small, figures.medium];
    let mean =
        |of: fn(f64) -> f64| -> f64 { weights.iter().zip(figures).map(|(weight, it)| weight * of(it)).sum() };
    match scale {
        Scale::Log => libm::exp(mean(libm::log)),
        Scale::Logit => logistic(mean(logit)),
        Scale::Linear => mean(|it| it),
    }
}

/// Weights with which the figures of the reference firms enter for `count` people: linear over its logarithm.
fn weights(count: f64, anchors: &Anchors, course: Course) -> Weights {
    let [first, second, third] = anchors.map(libm::log);
    let x = libm::log(count);
    if x <= first {
        let beyond = course.below * (x - first) / (second - first);
        [1.0 - beyond, beyond, 0.0]
    } else if x <= second {
        let part = (x - first) / (second - first);
        [1.0 - part, part, 0.0]
    } else if x <= third {
        let part = (x - second) / (third - second);
        [0.0, 1.0 - part, part]
    } else {
        let beyond = course.above * (x - third) / (third - second);
        [0.0, -beyond, 1.0 + beyond]
    }
}

fn logit(share: f64) -> f64 {
    let share = share.clamp(LEAST_SHARE, 1.0 - LEAST_SHARE);
    libm::log(share / (1.0 - share))
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-odds))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANCHORS: Anchors = [5.0, 25.0, 100.0];

    fn figure(count: f64, scale: Scale, figures: [f64; 3]) -> f64 {
        let course = Course { scale, below: 0.5, above: 0.5 };
        let [micro, small, medium] = figures;
        on((scale, weights(count, &ANCHORS, course)), &BySize { micro, small, medium })
    }

    #[test]
    fn reference_firms_have_the_figures_that_content_gives_them() {
        for scale in [Scale::Log, Scale::Logit, Scale::Linear] {
            for (count, expected) in ANCHORS.into_iter().zip([0.2, 0.5, 0.6]) {
                assert!((figure(count, scale, [0.2, 0.5, 0.6]) - expected).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn between_them_ratios_run_with_the_logarithm_of_the_head_count() {
        let factor = figure(14.0, Scale::Log, [0.5, 1.0, 1.8]);
        assert!((factor - 0.5 * libm::exp2(libm::log(14.0 / 5.0) / libm::log(5.0))).abs() < 1e-12);
        let before = figure(9.0, Scale::Log, [0.5, 1.0, 1.8]);
        let after = figure(10.0, Scale::Log, [0.5, 1.0, 1.8]);
        assert!(after / before < 1.05, "no step at a class border");
    }

    #[test]
    fn shares_stay_shares_beyond_the_reference_firms() {
        let [few, many] = [1.0, 249.0].map(|it| figure(it, Scale::Logit, [0.0, 0.5, 1.0]));
        assert!(0.0 < few && few < 0.01 && 0.99 < many && many < 1.0);
    }
}
