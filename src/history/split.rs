//! A difference split into its causes: exact, and whatever order the causes are named in.
//!
//! Each cause gets its Shapley value: the mean, over all orders in which the causes could have happened, of what
//! it changed when its turn came (Shapley, A Value for n-Person Games, 1953). A cause that changed nothing gets
//! exactly zero, and the parts sum to the total.

use super::Figures;

/// Why figures differ between two assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Size, segment, digitalisation, turnover, reserve, traits.
    Company,
    /// Measures done, undone or answered better than before.
    Answers,
    /// What wore off because time passed.
    Ageing,
    /// Threat figures, effects, prices.
    Catalogue,
    /// The way of reckoning.
    Model,
}

impl Cause {
    /// All causes.
    pub const ALL: [Self; 5] = [Self::Company, Self::Answers, Self::Ageing, Self::Catalogue, Self::Model];

    /// The id used in results.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Answers => "answers",
            Self::Ageing => "ageing",
            Self::Catalogue => "catalogue",
            Self::Model => "model",
        }
    }
}

/// A difference and its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// New figures minus old figures.
    pub total: Figures,
    /// One part per cause, in the order of [`Cause::ALL`].
    pub parts: [Figures; 5],
}

impl Split {
    /// The part of one cause.
    pub fn part(&self, cause: Cause) -> Figures {
        self.parts[cause as usize]
    }
}

/// Splits the difference over the causes that `changed`. `figures` reckons with the new side of every cause for
/// which it is handed `true` and with the old side of the others; it is called once per subset of the changed ones.
pub fn split<E>(
    changed: [bool; 5],
    mut figures: impl FnMut([bool; 5]) -> Result<Figures, E>,
) -> Result<Split, E> {
    let causes: Vec<usize> = (0..5).filter(|it| changed[*it]).collect();
    let mut worlds = Vec::with_capacity(1 << causes.len());
    for subset in 0..1_usize << causes.len() {
        let mut new = [false; 5];
        for (bit, cause) in causes.iter().enumerate() {
            new[*cause] = subset >> bit & 1 == 1;
        }
        worlds.push(figures(new)?);
    }
    let total = worlds[worlds.len() - 1] - worlds[0];
    let mut parts = [Figures::default(); 5];
    for (bit, cause) in causes.iter().enumerate() {
        for (subset, world) in worlds.iter().enumerate().filter(|(subset, _)| subset >> bit & 1 == 0) {
            let gain = worlds[subset | 1 << bit] - *world;
            parts[*cause] = parts[*cause] + gain.scaled(weight(subset.count_ones(), causes.len()));
        }
    }
    Ok(Split { total, parts: settled(total, &parts, &causes) })
}

/// Share of the orders of `causes` causes in which exactly `before` named ones come first and the next one is given:
/// `before! (causes - before - 1)! / causes!`.
fn weight(before: u32, causes: usize) -> f64 {
    let factorial = |n: usize| (1..=n).map(|it| it as f64).product::<f64>();
    let before = before as usize;
    factorial(before) * factorial(causes - before - 1) / factorial(causes)
}

/// Rounding leaves a few units in the last place; they go to the largest part, so that the parts sum exactly.
fn settled(total: Figures, parts: &[Figures; 5], causes: &[usize]) -> [Figures; 5] {
    let mut columns: Vec<[f64; 8]> = parts.iter().map(|it| it.to_array()).collect();
    let totals = total.to_array();
    for (figure, total) in totals.iter().enumerate() {
        let size = |columns: &[[f64; 8]], cause: usize| libm::fabs(columns[cause][figure]);
        let Some(largest) =
            causes.iter().copied().max_by(|a, b| size(&columns, *a).total_cmp(&size(&columns, *b)))
        else {
            continue;
        };
        // Adding in the order of the causes, as a reader would, can again round; a few steps settle it.
        for _ in 0..8 {
            let sum: f64 = columns.iter().map(|it| it[figure]).sum();
            if sum.to_bits() == total.to_bits() {
                break;
            }
            columns[largest][figure] += total - sum;
        }
    }
    std::array::from_fn(|it| Figures::from_array(columns[it]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A world with interactions: euros depend on every subset differently.
    fn check(changed: [bool; 5], weights: &[f64]) -> Split {
        split(changed, |new| {
            let subset: usize = (0..5).filter(|it| new[*it]).map(|it| 1 << it).sum();
            let value = weights[subset];
            Ok::<_, ()>(Figures {
                expected_annual_loss: value,
                value_at_risk_95: value * 3.0,
                ..Figures::default()
            })
        })
        .expect("never fails")
    }

    #[test]
    fn nothing_changed_gives_zero_everywhere() {
        let split = check([false; 5], &[7_123.4; 32]);
        assert_eq!(split.total, Figures::default());
        assert_eq!(split.parts, [Figures::default(); 5]);
    }

    #[test]
    fn a_single_cause_gets_everything_to_the_last_bit() {
        let mut weights = [0.1; 32];
        weights[1 << Cause::Answers as usize] = 0.3;
        let split = check([false, true, false, false, false], &weights);
        assert_eq!(split.part(Cause::Answers), split.total);
        for cause in [Cause::Company, Cause::Ageing, Cause::Catalogue, Cause::Model] {
            assert_eq!(split.part(cause), Figures::default());
        }
    }

    #[test]
    fn two_equal_causes_share_equally() {
        let mut weights = [100.0; 32];
        weights[0b00011] = 40.0;
        let split = check([true, true, false, false, false], &weights);
        let euros = |cause| split.part(cause).expected_annual_loss;
        assert!(libm::fabs(euros(Cause::Company) + 30.0) < 1e-12);
        assert!(libm::fabs(euros(Cause::Answers) + 30.0) < 1e-12);
    }

    proptest! {
        #[test]
        fn parts_always_sum_to_the_total(weights in prop::collection::vec(-1e7..1e7_f64, 32), changed: [bool; 5]) {
            let split = check(changed, &weights);
            let sum = split.parts.iter().map(|it| it.expected_annual_loss).sum::<f64>();
            // A hundred-millionth of a euro: what a sum of ten-million-euro parts can hold.
            prop_assert!(libm::fabs(sum - split.total.expected_annual_loss) <= 1e-8);
            for cause in Cause::ALL {
                if !changed[cause as usize] {
                    prop_assert_eq!(split.part(cause), Figures::default());
                }
            }
        }
    }
}
