//! The standard normal distribution.

use std::sync::LazyLock;

/// Beyond, the table's relative error exceeds 1e-11.
const TABLED: f64 = 6.0;

/// P(Z <= x): relative error below 1e-11, absolute error below 1e-14.
pub(super) fn cdf(x: f64) -> f64 {
    if x.abs() < TABLED { TABLE.upper(-x).0 } else { by_error_function(x) }
}

/// P(Z <= x), exact in its tails.
fn by_error_function(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// The point that Z stays below with probability `p` in (0, 1).
///
/// Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477-484; relative accuracy 1e-16.
pub(super) fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRE);
    }
    let r = libm::sqrt(-libm::log(if q < 0.0 { p } else { 1.0 - p }));
    let tail = if r <= 5.0 { ratio(r - 1.6, &NEAR_TAIL) } else { ratio(r - 5.0, &FAR_TAIL) };
    if q < 0.0 { -tail } else { tail }
}

/// P(Z > x) and the density for many points, by Taylor polynomials around tabled ones; absolute error below
/// 1e-13. A call of `erfc` per grid point would cost half of the whole computation.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Per node the coefficients of P(Z > node + t) in powers of t.
    nodes: Vec<[f64; COEFFICIENTS]>,
}

const COEFFICIENTS: usize = 7;
/// Nodes per standard deviation.
const DENSITY: u32 = 32;
/// Beyond, the distribution is 0 or 1 to the last bit that matters.
const RANGE: u32 = 9;

/// The table, made once.
static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    /// The same for all grids.
    pub fn shared() -> &'static Self {
        &TABLE
    }

    fn new() -> Self {
        let node = |it: u32| f64::from(it) / f64::from(DENSITY) - f64::from(RANGE);
        Self { nodes: (0..=2 * RANGE * DENSITY).map(|it| taylor(node(it))).collect() }
    }

    /// P(Z > x) and the density at x.
    pub fn upper(&self, x: f64) -> (f64, f64) {
        let (range, density) = (f64::from(RANGE), f64::from(DENSITY));
        if x.abs() >= range {
            return (if x < 0.0 { 1.0 } else { 0.0 }, 0.0);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the table")]
        let place = ((x + range) * density + 0.5) as usize;
        let t = x + range - place as f64 / density;
        let [c0, c1, c2, c3, c4, c5, c6] = self.nodes[place];
        let above = c0 + t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * (c5 + t * c6)))));
        let slope = c1 + t * (2.0 * c2 + t * (3.0 * c3 + t * (4.0 * c4 + t * (5.0 * c5 + t * 6.0 * c6))));
        (above, -slope)
    }
}

/// Coefficients from the derivatives of the density, which are Hermite polynomials times the density.
fn taylor(node: f64) -> [f64; COEFFICIENTS] {
    let density = libm::exp(-0.5 * node * node) / libm::sqrt(std::f64::consts::TAU);
    let mut coefficients = [by_error_function(-node); COEFFICIENTS];
    let (mut hermite, mut before) = (1.0, 0.0);
    let mut factor = -density;
    for (power, place) in coefficients.iter_mut().enumerate().skip(1) {
        let order = power as f64;
        factor /= order;
        *place = factor * hermite;
        factor = -factor;
        (hermite, before) = (node * hermite - (order - 1.0) * before, hermite);
    }
    coefficients
}

/// Numerator and denominator of a rational approximation, highest power first.
type Rational = ([f64; 8], [f64; 8]);

fn ratio(r: f64, (above, below): &Rational) -> f64 {
    let horner = |of: &[f64; 8]| of.iter().fold(0.0, |sum, it| sum * r + it);
    horner(above) / horner(below)
}

const CENTRE: Rational = (
    [
        2.509_080_928_730_122_6e3,
        3.343_057_558_358_813e4,
        6.726_577_092_700_87e4,
        4.592_195_393_154_987e4,
        1.373_169_376_550_946e4,
        1.971_590_950_306_551_4e3,
        1.331_416_678_917_843_8e2,
        3.387_132_872_796_366_5,
    ],
    [
        5.226_495_278_852_854e3,
        2.872_908_573_572_194_3e4,
        3.930_789_580_009_271e4,
        2.121_379_430_158_659_7e4,
        5.394_196_021_424_751e3,
        6.871_870_074_920_579e2,
        4.231_333_070_160_091e1,
        1.0,
    ],
);

const NEAR_TAIL: Rational = (
    [
        7.745_450_142_783_414e-4,
        2.272_384_498_926_918_4e-2,
        2.417_807_251_774_506e-1,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    [
        1.050_750_071_644_416_9e-9,
        5.475_938_084_995_345e-4,
        1.519_866_656_361_645_7e-2,
        1.481_039_764_274_800_8e-1,
        6.897_673_349_851e-1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
);

const FAR_TAIL: Rational = (
    [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        1.242_660_947_388_078_4e-3,
        2.653_218_952_657_612_4e-2,
        2.965_605_718_285_048_7e-1,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    [
        2.044_263_103_389_939_8e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        7.868_691_311_456_133e-4,
        1.487_536_129_085_061_5e-2,
        1.369_298_809_227_358e-1,
        5.998_322_065_558_88e-1,
        1.0,
    ],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_undoes_the_distribution_function() {
        for p in [1e-12, 1e-6, 0.001, 0.05, 0.1, 0.3, 0.5, 0.8, 0.95, 0.999, 1.0 - 1e-9] {
            let there_and_back = cdf(quantile(p));
            assert!((there_and_back - p).abs() <= 1e-14 + 1e-13 * p, "{p} became {there_and_back}");
        }
    }

    #[test]
    fn the_table_agrees_with_the_function() {
        let table = Table::new();
        for step in 0..20_000 {
            let x = -10.0 + f64::from(step) * 0.001_003;
            let (above, density) = table.upper(x);
            assert!((above - by_error_function(-x)).abs() < 1e-14, "{x}");
            assert!((cdf(-x) / by_error_function(-x) - 1.0).abs() < 1e-11, "{x}");
            assert!(
                (density - libm::exp(-0.5 * x * x) / libm::sqrt(std::f64::consts::TAU)).abs() < 1e-11,
                "{x}"
            );
        }
    }

    #[test]
    fn known_points_of_the_table() {
        assert!((quantile(0.95) - 1.644_853_626_951_472_2).abs() < 1e-14);
        assert!((quantile(0.9) - 1.281_551_565_544_600_5).abs() < 1e-14);
        assert!((cdf(1.0) - 0.841_344_746_068_542_9).abs() < 1e-14);
    }
}
