//! Named coordinates of parameter draws.
//!
//! A parameter's coordinates depend on its name and on the number of draws alone. Adding a scenario or a
//! measure therefore moves no other draw, and a difference before and after is the measure's effect, not noise.

use super::normal;

/// Coordinates for a number of draws.
#[derive(Clone, Debug)]
pub(super) struct Coordinates {
    /// The middles of equal strata of (0, 1).
    middles: Vec<f64>,
    /// The standard normal's quantiles there.
    normals: Vec<f64>,
}

impl Coordinates {
    pub fn new(draws: usize) -> Self {
        let middles: Vec<f64> = (0..draws).map(|it| middle(it, draws)).collect();
        let normals = middles.iter().map(|it| normal::quantile(*it)).collect();
        Self { middles, normals }
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.middles.len()
    }

    /// One coordinate in (0, 1) per draw: the middles of equal strata, in an order of the name's own (a column of a
    /// Latin hypercube: `McKay`, Beckman, Conover, Technometrics 21 (1979), 239-245).
    pub fn strata(&self, name: &str) -> Vec<f64> {
        order(name, self.draws()).into_iter().map(|it| self.middles[it]).collect()
    }

    /// One standard normal coordinate per draw.
    pub fn normals(&self, name: &str) -> Vec<f64> {
        order(name, self.draws()).into_iter().map(|it| self.normals[it]).collect()
    }
}

/// One coordinate in (0, 1) per draw, as [`Coordinates::strata`].
pub fn strata(name: &str, draws: usize) -> Vec<f64> {
    order(name, draws).into_iter().map(|it| middle(it, draws)).collect()
}

fn middle(stratum: usize, draws: usize) -> f64 {
    (stratum as f64 + 0.5) / draws as f64
}

/// The strata's order of that name.
fn order(name: &str, draws: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..draws).collect();
    let mut stream = Draw::named(name);
    for last in (1..draws).rev() {
        order.swap(last, stream.below(last + 1));
    }
    order
}

/// A counter-based stream of random numbers: each is a function of the stream's name and its own place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draw {
    key: u64,
    counter: u64,
}

impl Draw {
    /// The stream of that name (FNV-1a hash of the name as key).
    pub fn named(name: &str) -> Self {
        let hash = |key: u64, byte: &u8| (key ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self { key: mix(name.as_bytes().iter().fold(0xcbf2_9ce4_8422_2325, hash)), counter: 0 }
    }

    /// The part of the stream that belongs to that year; it holds 2^24 numbers.
    pub fn of(self, year: u64) -> Self {
        Self { counter: year << 24, ..self }
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.counter = self.counter.wrapping_add(1);
        mix(self.key ^ mix(self.counter))
    }

    /// A number in the open interval (0, 1).
    pub fn uniform(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// A whole number below `bound`, by multiplication (bias below 2^-40 for any number of draws).
    pub fn below(&mut self, bound: usize) -> usize {
        let wide = u128::from(self.bits()) * bound as u128;
        usize::try_from(wide >> 64).expect("the product's upper half is below the bound")
    }
}

/// The finaliser of `SplitMix64` (Steele, Lea, Flood, OOPSLA 2014).
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stratum_is_met_once() {
        let mut met = strata("frequency/ransomware", 100);
        met.sort_by(f64::total_cmp);
        let middles: Vec<f64> = (0..100).map(|it| (f64::from(it) + 0.5) / 100.0).collect();
        assert_eq!(met, middles);
    }

    #[test]
    fn names_are_independent_of_each_other() {
        let names = ["frequency/ddos", "frequency/ransomware", "effect/mfa", "effect/mfb", "degree/mfa"];
        let coordinates = Coordinates::new(2000);
        let columns: Vec<Vec<f64>> = names.iter().map(|it| coordinates.normals(it)).collect();
        for (at, one) in columns.iter().enumerate() {
            for other in &columns[at + 1..] {
                let correlation: f64 = one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>() / 2000.0;
                assert!(correlation.abs() < 0.08, "{correlation}");
            }
        }
    }
}
