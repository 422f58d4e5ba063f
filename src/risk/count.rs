//! How many events a year: counts of all components under the common climate, as generating functions.
//!
//! `N | Lambda ~ Poisson(Lambda)`, `Lambda ~ Gamma(mean, cv2)` gives the negative binomial; in the form
//! `(1 - r)^(1/v) (1 - r z)^(-1/v)` with `r = mean v / (1 + mean v)` nothing cancels for rare events.

use super::climate::Climate;
use super::elementary::{self, ln};
use super::fft::Signal;
use super::severity::Severity;

/// How often and how much: one independent part of the annual loss.
#[derive(Clone, Copy)]
pub struct Component<'a> {
    /// Mean events a year.
    pub frequency: f64,
    /// Squared coefficient of variation of the gamma mixing; 0 gives a Poisson count.
    pub frequency_cv2: f64,
    /// True where the common climate multiplies the frequency.
    pub attack: bool,
    /// Loss per event.
    pub severity: &'a dyn Severity,
}

/// An event of one component brings an event of another along with some probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    /// Place of the component that comes first.
    pub parent: usize,
    /// Place of the component that comes out of it.
    pub child: usize,
    /// Probability per event of the parent.
    pub probability: f64,
}

/// Below this squared coefficient of variation a count is Poisson to the last bit that matters.
const SURE: f64 = 1e-9;

impl Component<'_> {
    /// Mean events a year in a year of that climate.
    fn rate(&self, climate: f64) -> f64 {
        if self.attack { self.frequency * climate } else { self.frequency }
    }

    /// True where nothing but chance spreads the count: a sure frequency, or none at all, so that a scenario that
    /// never happens leaves every sum and transform as it is.
    pub(super) fn is_poisson(&self) -> bool {
        self.frequency_cv2 < SURE || self.frequency <= 0.0
    }

    /// Logarithm of the probability of no event.
    fn log_none(&self, climate: f64) -> f64 {
        let rate = self.rate(climate);
        if self.is_poisson() { -rate } else { -libm::log1p(rate * self.frequency_cv2) / self.frequency_cv2 }
    }

    /// Probabilities of 0, 1, 2, … events in a year of that climate (Panjer's recursion).
    pub(super) fn counts(&self, climate: f64) -> impl Iterator<Item = f64> {
        let rate = self.rate(climate);
        let (a, b) = if self.is_poisson() {
            (0.0, rate)
        } else {
            let ratio = self.ratio(climate);
            (ratio, (1.0 / self.frequency_cv2 - 1.0) * ratio)
        };
        let mut probability = libm::exp(self.log_none(climate));
        std::iter::once(probability).chain((1_u32..).map(move |events| {
            probability *= a + b / f64::from(events);
            probability
        }))
    }

    /// `r` of the negative binomial.
    fn ratio(&self, climate: f64) -> f64 {
        let spread = self.rate(climate) * self.frequency_cv2;
        spread / (1.0 + spread)
    }
}

/// The counts of all components, mixed over the climate.
pub(super) struct Counts<'a> {
    /// What happens by itself: of a child only the events that no parent brings.
    pub components: &'a [Component<'a>],
    pub links: &'a [Link],
    pub climate: Climate,
    /// Per climate point: logarithm of the probability that nothing happens at all.
    log_none: Vec<f64>,
}

/// Spectrum of the loss in a year with events, and of the whole per climate point.
pub(super) struct Mixed {
    /// Generating function less the probability of no event, averaged over the climate.
    pub positive: Signal,
    /// Weight times generating function, per climate point; empty where not asked for.
    pub weighted: Vec<Signal>,
}

impl<'a> Counts<'a> {
    pub fn new(components: &'a [Component<'a>], links: &'a [Link], climate: Climate) -> Self {
        let log_none = climate
            .factors
            .iter()
            .map(|factor| components.iter().map(|it| it.log_none(*factor)).sum())
            .collect();
        Self { components, links, climate, log_none }
    }

    fn points(&self) -> impl Iterator<Item = (f64, f64, f64)> {
        let points = self.climate.points().zip(&self.log_none);
        points.map(|((factor, weight), log_none)| (factor, weight, *log_none))
    }

    /// P(at least one event), exact for the rarest.
    pub fn some(&self) -> f64 {
        self.points().map(|(_, weight, log_none)| -weight * libm::expm1(log_none)).sum()
    }

    /// What an event of a component brings along: places of others with their probabilities.
    pub fn brought_by(&self, component: usize) -> impl Iterator<Item = (usize, f64)> {
        self.links.iter().filter(move |it| it.parent == component).map(|it| (it.child, it.probability))
    }

    /// Mean and mean square of an event with everything it brings along, each part limited to `limit`.
    fn event(&self, component: usize, limit: f64) -> (f64, f64) {
        let of = |at: usize| {
            let severity = self.components[at].severity;
            (severity.limited_mean(limit), severity.limited_square(limit))
        };
        self.brought_by(component).fold(of(component), |(mean, square), (child, probability)| {
            let (child_mean, child_square) = of(child);
            (mean + probability * child_mean, square + probability * (2.0 * mean * child_mean + child_square))
        })
    }

    /// Mean loss a year of a component's events with everything they bring along.
    pub fn booked_mean(&self, component: usize) -> f64 {
        self.components[component].frequency * self.event(component, f64::INFINITY).0
    }

    /// Mean of the annual loss with events limited to `limit`.
    pub fn mean(&self, limit: f64) -> f64 {
        let each = self.components.iter().enumerate();
        each.map(|(at, it)| it.frequency * self.event(at, limit).0).sum()
    }

    /// Variance of the annual loss with events limited to `limit`.
    pub fn variance(&self, limit: f64) -> f64 {
        let climate = self.climate.cv * self.climate.cv;
        let mut sum = 0.0;
        let mut attacks = 0.0;
        for (at, it) in self.components.iter().enumerate() {
            let (mean, square) = self.event(at, limit);
            let mean = it.frequency * mean;
            sum += it.frequency * square;
            let together = if it.attack { 1.0 + climate } else { 1.0 };
            sum += it.frequency_cv2 * together * mean * mean;
            attacks += if it.attack { mean } else { 0.0 };
        }
        sum + climate * attacks * attacks
    }

    /// A loss that the annual loss with events limited to `limit` exceeds with probability `exp(-log_rare)`
    /// at most: Chernoff's bound with Bennett's bound on the event's generating function.
    pub fn reach(&self, limit: f64, log_rare: f64) -> f64 {
        let moments: Vec<(f64, f64)> = self
            .components
            .iter()
            .map(|it| {
                (it.severity.limited_mean(limit) / limit, it.severity.limited_square(limit) / (limit * limit))
            })
            .collect();
        let bound = |s: f64| -> f64 {
            let tail = libm::expm1(s) - s;
            let mut worst = f64::NEG_INFINITY;
            for (factor, weight, _) in self.points() {
                let mut log = libm::log(weight);
                let lift = |at: usize| moments[at].0 * s + moments[at].1 * tail;
                for (at, it) in self.components.iter().enumerate() {
                    let lift = self.brought_by(at).fold(lift(at), |own, (child, probability)| {
                        (1.0 + own) * (1.0 + probability * lift(child)) - 1.0
                    });
                    let rate = it.rate(factor);
                    let spread = rate * it.frequency_cv2 * lift;
                    log += match it.is_poisson() {
                        true => rate * lift,
                        false if spread < 1.0 => -libm::log1p(-spread) / it.frequency_cv2,
                        false => f64::INFINITY,
                    };
                }
                worst = worst.max(log);
            }
            // The sum over climate points is at most their number times the largest.
            (worst + libm::log(self.log_none.len() as f64) + log_rare) / s
        };
        let steps = (-32..=28).map(|it| bound(libm::exp2(0.25 * f64::from(it))));
        limit * steps.fold(f64::INFINITY, f64::min).max(1.0)
    }

    /// The spectrum of the annual loss from the spectra of the events: `sums` holds, for Poisson components
    /// without and with climate, the sum of frequency times spectrum; `single` one spectrum per component
    /// with an uncertain frequency, in order. `keep` says whether the parts are needed beside their sum.
    pub fn mix(&self, sums: &[Signal; 2], single: &[&Signal], keep: bool) -> Mixed {
        let len = sums[0].len();
        let calm = [1.0];
        let mut log_of_calm = [sums[0].clone()];
        let mut logs = Vec::with_capacity(self.climate.factors.len());
        let uncertain = self.components.iter().filter(|it| !it.is_poisson()).zip(single);
        for (it, spectrum) in uncertain.clone().filter(|it| !it.0.attack) {
            it.add_uncertain(&mut log_of_calm, spectrum, &calm);
        }
        for factor in &self.climate.factors {
            let mut log = log_of_calm[0].clone();
            log.add_scaled(*factor, &sums[1]);
            logs.push(log);
        }
        for (it, spectrum) in uncertain.filter(|it| it.0.attack) {
            it.add_uncertain(&mut logs, spectrum, &self.climate.factors);
        }
        let mut mixed = Mixed { positive: Signal::zeros(len), weighted: Vec::new() };
        for ((_, weight, log_none), mut log) in self.points().zip(logs) {
            let none = weight * libm::exp(log_none);
            for at in 0..len {
                let (re, im) = if log_none > -1.0 {
                    let (re, im) = exp_m1(log.re[at], log.im[at]);
                    (none * re, none * im)
                } else {
                    // The probability of no event may be zero to the last bit; its product is not.
                    let (sine, cosine) = libm::sincos(log.im[at]);
                    let size = weight * libm::exp(log_none + log.re[at]);
                    (size * cosine - none, size * sine)
                };
                mixed.positive.re[at] += re;
                mixed.positive.im[at] += im;
                (log.re[at], log.im[at]) = (none + re, im);
            }
            if keep {
                mixed.weighted.push(log);
            }
        }
        mixed
    }

    /// The spectrum of the annual loss seen by an event of a component: what else there is in a year, given
    /// that such an event happens, times its frequency. `spectrum` is the component's own.
    pub fn beside(&self, component: &Component, spectrum: Option<&Signal>, weighted: &[Signal]) -> Signal {
        let len = weighted[0].len();
        let mut sum = Signal::zeros(len);
        for ((factor, _, _), whole) in self.points().zip(weighted) {
            let rate = component.rate(factor);
            let once = rate / (1.0 + rate * component.frequency_cv2);
            let ratio = component.ratio(factor);
            for at in 0..len {
                let (mut re, mut im) = (once * whole.re[at], once * whole.im[at]);
                if let Some(own) = spectrum {
                    // Divide by 1 - r z: an uncertain frequency that struck once is likely to be high.
                    let (one_re, one_im) = (1.0 - ratio * own.re[at], -ratio * own.im[at]);
                    let size = one_re * one_re + one_im * one_im;
                    (re, im) = ((re * one_re + im * one_im) / size, (im * one_re - re * one_im) / size);
                }
                sum.re[at] += re;
                sum.im[at] += im;
            }
        }
        sum
    }
}

/// Largest ratio for which the power series of the logarithm is shorter than calling the functions.
const SHORT_SERIES: f64 = 0.25;
/// What a term of a series has to exceed as a share of the first, and its logarithm.
const LAST_BIT: f64 = 1e-17;
const LOG_LAST_BIT: f64 = -39.143_946_580_898_77;
/// Terms of the series of the largest such ratio.
const TERMS: usize = 30;
/// Places of a spectrum worked on together.
const TOGETHER: usize = 4;

impl Component<'_> {
    /// Adds the logarithm of its generating function, `-log(1 - ratio z) / cv2`, to that of each climate.
    fn add_uncertain(&self, logs: &mut [Signal], spectrum: &Signal, climates: &[f64]) {
        let mut series: Vec<(&mut Signal, Vec<f64>)> = Vec::with_capacity(logs.len());
        let mut largest_ratio = 0.0;
        for (log, climate) in logs.iter_mut().zip(climates) {
            let ratio = self.ratio(*climate);
            if ratio > SHORT_SERIES {
                add_logarithm(log, spectrum, ratio, self.frequency_cv2);
            } else {
                largest_ratio = f64::max(largest_ratio, ratio);
                series.push((log, coefficients(ratio, self.frequency_cv2)));
            }
        }
        let longest = series.iter().map(|it| it.1.len()).max().unwrap_or(0);
        let log_ratio = ln(largest_ratio);
        let len = spectrum.re.len();
        let mut powers = [([0.0; TOGETHER], [0.0; TOGETHER]); TERMS];
        for from in (0..len).step_by(TOGETHER) {
            let to = (from + TOGETHER).min(len);
            let (mut re, mut im) = ([0.0; TOGETHER], [0.0; TOGETHER]);
            re[..to - from].copy_from_slice(&spectrum.re[from..to]);
            im[..to - from].copy_from_slice(&spectrum.im[from..to]);
            let largest = re.iter().zip(&im).fold(0.0, |most, (re, im)| f64::max(most, re * re + im * im));
            let terms = terms(log_ratio + 0.5 * ln(largest.max(f64::MIN_POSITIVE))).min(longest);
            // The powers of z serve every climate.
            let (mut power_re, mut power_im) = (re, im);
            for power in &mut powers[..terms] {
                *power = (power_re, power_im);
                for at in 0..TOGETHER {
                    (power_re[at], power_im[at]) = (
                        power_re[at] * re[at] - power_im[at] * im[at],
                        power_im[at] * re[at] + power_re[at] * im[at],
                    );
                }
            }
            for (log, coefficients) in &mut series {
                let (mut sum_re, mut sum_im) = ([0.0; TOGETHER], [0.0; TOGETHER]);
                for (coefficient, (re, im)) in coefficients.iter().zip(&powers[..terms]) {
                    for at in 0..TOGETHER {
                        sum_re[at] += coefficient * re[at];
                        sum_im[at] += coefficient * im[at];
                    }
                }
                log.re[from..to].iter_mut().zip(sum_re).for_each(|(place, sum)| *place += sum);
                log.im[from..to].iter_mut().zip(sum_im).for_each(|(place, sum)| *place += sum);
            }
        }
    }
}

/// Coefficients of the power series of `-log(1 - ratio z) / cv2`, from the first power on: as many as the largest
/// `|z| = 1` needs.
fn coefficients(ratio: f64, cv2: f64) -> Vec<f64> {
    let mut coefficients = Vec::with_capacity(TERMS);
    let first = ratio / cv2;
    let mut power = first;
    while power > LAST_BIT * first && coefficients.len() < TERMS {
        coefficients.push(power / (coefficients.len() + 1) as f64);
        power *= ratio;
    }
    coefficients
}

/// Terms that matter where the logarithm of `|ratio z|` is at most this: the others are smaller than the last bit of
/// the first.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive number of terms")]
fn terms(log: f64) -> usize {
    if log < 0.0 { (LOG_LAST_BIT / log) as usize + 2 } else { TERMS }
}

/// Adds `-log(1 - ratio z) / cv2` to `log` by the functions.
fn add_logarithm(log: &mut Signal, spectrum: &Signal, ratio: f64, cv2: f64) {
    let places = log.re.iter_mut().zip(&mut log.im).zip(spectrum.re.iter().zip(&spectrum.im));
    for ((log_re, log_im), (re, im)) in places {
        let (re, im) = (-ratio * re, -ratio * im);
        *log_re -= 0.5 * libm::log1p(2.0 * re + re * re + im * im) / cv2;
        *log_im -= libm::atan2(im, 1.0 + re) / cv2;
    }
}

/// `exp(re + i im) - 1` without cancellation.
fn exp_m1(re: f64, im: f64) -> (f64, f64) {
    let grown = elementary::exp_m1(re);
    let (sine, cosine) = libm::sincos(0.5 * im);
    let less = 2.0 * sine * sine;
    (grown * (1.0 - less) - less, (grown + 1.0) * 2.0 * sine * cosine)
}
