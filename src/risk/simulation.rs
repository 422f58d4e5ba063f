//! The second way to the same figures: years drawn one by one. Only for checking the exact way.
//!
//! Every draw is a function of the scenario's id, the year and its place within the year, so that neither the
//! number of threads nor another scenario changes it.

use rayon::prelude::*;

use super::firm::Line;
use super::normal;
use super::random::Draw;
use super::severity::{Cover, EventLoss};

/// Simulated years: losses of those with a loss, ascending.
#[derive(Clone, Debug)]
pub struct Simulation {
    years: u64,
    losses: Vec<f64>,
}

/// A figure with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimated {
    /// The figure.
    pub value: f64,
    /// Its standard error; zero where the simulation cannot tell.
    pub standard_error: f64,
}

/// Years that one task draws; fixed, so that sums do not depend on the number of threads.
const YEARS_A_TASK: u64 = 4096;

/// Events a year at which one count is drawn by going through all counts; larger counts would take too long.
const MOST_EVENTS: f64 = 500.0;

/// Draws so many years of these scenarios under these covers (one per line, or none) and that climate.
///
/// None where a scenario strikes more often than 500 times a year, which the exact engine can do but drawing
/// every event cannot in reasonable time.
pub fn simulate(lines: &[Line], covers: &[Cover], climate_cv: f64, years: u64) -> Option<Simulation> {
    if lines.iter().any(|it| it.frequency > MOST_EVENTS) {
        return None;
    }
    let sources: Vec<Source> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| Source {
            line,
            severity: line.severity(covers.get(index)),
            draws: Draw::named(&format!("simulation/{}", line.scenario)),
        })
        .collect();
    let climate = Draw::named("simulation/climate");
    let tasks = years.div_ceil(YEARS_A_TASK);
    let mut losses: Vec<f64> = (0..tasks)
        .into_par_iter()
        .flat_map_iter(|task| {
            let (from, to) = (task * YEARS_A_TASK, ((task + 1) * YEARS_A_TASK).min(years));
            let year = |year| year_loss(&sources, climate, climate_cv, year);
            (from..to).map(year).filter(|it| *it > 0.0).collect::<Vec<f64>>()
        })
        .collect();
    losses.par_sort_unstable_by(f64::total_cmp);
    Some(Simulation { years, losses })
}

struct Source<'a> {
    line: &'a Line,
    severity: EventLoss,
    draws: Draw,
}

fn year_loss(sources: &[Source], climate: Draw, climate_cv: f64, year: u64) -> f64 {
    let mut weather = None;
    let mut sum = 0.0;
    for source in sources {
        let mut draws = source.draws.of(year);
        let u = draws.uniform();
        let line = source.line;
        let frequency = if line.attack && climate_cv > 0.0 {
            let draw =
                || gamma(&mut climate.of(year), 1.0 / (climate_cv * climate_cv)) * climate_cv * climate_cv;
            line.frequency * *weather.get_or_insert_with(draw)
        } else {
            line.frequency
        };
        // P(at least one event) is at most the frequency: most years end here.
        if 1.0 - u >= frequency {
            continue;
        }
        for _ in 0..count(frequency, line.frequency_cv2, u) {
            let z = normal::quantile(draws.uniform());
            sum += source.severity.of_gross(source.severity.gross_at(z));
        }
    }
    sum
}

/// The number of events whose distribution function first exceeds `u`.
fn count(frequency: f64, cv2: f64, u: f64) -> u32 {
    // Panjer's recursion p(n) = p(n - 1) (a + b / n) of the Poisson and the negative binomial.
    let spread = frequency * cv2;
    let (mut p, a, b) = if cv2 < 1e-9 {
        (libm::exp(-frequency), 0.0, frequency)
    } else {
        let a = spread / (1.0 + spread);
        (libm::exp(-libm::log1p(spread) / cv2), a, (1.0 / cv2 - 1.0) * a)
    };
    let mut below = p;
    let mut events = 0;
    // The last bits of a distribution function may never reach the last uniform; no year has more events.
    while u >= below && events < 100_000 {
        events += 1;
        p *= a + b / f64::from(events);
        below += p;
    }
    events
}

/// A gamma draw of that shape and unit scale (Marsaglia, Tsang, ACM TOMS 26 (2000), 363-372).
fn gamma(draws: &mut Draw, shape: f64) -> f64 {
    if shape < 1.0 {
        let larger = gamma(draws, shape + 1.0);
        return larger * libm::pow(draws.uniform(), 1.0 / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    loop {
        let x = normal::quantile(draws.uniform());
        let v = 1.0 + c * x;
        if v > 0.0 {
            let v = v * v * v;
            let u = draws.uniform();
            if libm::log(u) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return d * v;
            }
        }
    }
}

impl Simulation {
    /// Years drawn.
    pub fn years(&self) -> u64 {
        self.years
    }

    /// Mean loss a year.
    pub fn mean(&self) -> Estimated {
        let n = self.years as f64;
        let value = self.losses.iter().sum::<f64>() / n;
        let squares: f64 = self.losses.iter().map(|it| (it - value) * (it - value)).sum();
        let zeros = (n - self.losses.len() as f64) * value * value;
        Estimated { value, standard_error: libm::sqrt((squares + zeros) / (n - 1.0) / n) }
    }

    /// Share of years without a loss.
    pub fn probability_no_loss(&self) -> Estimated {
        self.share(self.years as f64 - self.losses.len() as f64)
    }

    /// Share of years that cost more than `loss`.
    pub fn probability_above(&self, loss: f64) -> Estimated {
        self.share((self.losses.len() - self.losses.partition_point(|it| *it <= loss)) as f64)
    }

    fn share(&self, years: f64) -> Estimated {
        let n = self.years as f64;
        let value = years / n;
        Estimated { value, standard_error: libm::sqrt(value * (1.0 - value) / n) }
    }

    /// Empirical quantile. The standard error comes from the order statistics one standard deviation of the
    /// binomial count to either side.
    pub fn value_at_risk(&self, p: f64) -> Estimated {
        let n = self.years as f64;
        let sd = libm::sqrt(n * p * (1.0 - p));
        let (low, high) = (self.order(n * p - sd), self.order(n * p + sd));
        Estimated { value: self.order(n * p), standard_error: 0.5 * (high - low) }
    }

    /// Loss of the year at that place in ascending order, years without loss first.
    fn order(&self, place: f64) -> f64 {
        let zeros = self.years as f64 - self.losses.len() as f64;
        let at = (libm::ceil(place) - 1.0).min(self.years as f64 - 1.0) - zeros;
        if at < 0.0 {
            return 0.0;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
        let at = at as usize;
        self.losses[at]
    }

    /// Mean of the worst share `1 - p` of years; standard error after Manistre and Hancock, North American
    /// Actuarial Journal 9 (2005), 129-156.
    pub fn tail_value_at_risk(&self, p: f64) -> Estimated {
        let n = self.years as f64;
        let worst = n * (1.0 - p);
        let from = self.value_at_risk(p).value;
        let above = &self.losses[self.losses.partition_point(|it| *it <= from)..];
        let excess: f64 = above.iter().map(|it| it - from).sum();
        let value = from + excess / worst;
        let squares: f64 = above.iter().map(|it| (it - from) * (it - from)).sum();
        let mean = excess / worst;
        let variance = (squares / worst - mean * mean) + p * mean * mean;
        Estimated { value, standard_error: libm::sqrt((variance / worst).max(0.0)) }
    }
}
