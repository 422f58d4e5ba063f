//! Whether a reserve is enough: told from the draws, since one in a hundred is not known to the euro.

use super::draws::{Tails, quantile};
use super::firm::Reserve;
use crate::model::BearingLimits;

/// Whether a firm can bear its bad years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearable {
    /// The reserve reaches in nearly all draws.
    Yes,
    /// It reaches in some.
    Unclear,
    /// It reaches in few.
    No,
}

/// Whether the reserve is enough for the rare loss (one year in a hundred), and what would make it so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReserveVerdict {
    /// The answer; never a yes on a reserve that is only assumed.
    pub answer: Bearable,
    /// True close to a border, which other draws would move.
    pub is_narrow: bool,
    /// Reserve or credit line that would make the answer a yes, euros.
    pub reserve_for_yes: f64,
    /// Share of the draws in which the reserve reaches.
    pub share_of_draws: f64,
}

impl Tails {
    /// The verdict on a reserve.
    pub fn verdict(&self, reserve: Reserve, limits: &BearingLimits) -> ReserveVerdict {
        let mut rare = self.rare_loss.clone();
        rare.sort_by(f64::total_cmp);
        let point = |share: f64| quantile(&rare, share).unwrap_or(0.0);
        let (enough, little) = (point(limits.yes_from), point(limits.no_below));
        let answer = if reserve.eur >= enough && reserve.is_own {
            Bearable::Yes
        } else if reserve.eur < little {
            Bearable::No
        } else {
            Bearable::Unclear
        };
        let is_near = |border: f64| libm::fabs(reserve.eur - border) <= limits.narrow * border;
        let reached = rare.iter().filter(|it| **it <= reserve.eur).count();
        ReserveVerdict {
            answer,
            is_narrow: is_near(enough) || is_near(little),
            reserve_for_yes: enough,
            share_of_draws: reached as f64 / rare.len().max(1) as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: BearingLimits = BearingLimits { yes_from: 0.8, no_below: 0.2, narrow: 0.1 };

    fn verdict(eur: f64, is_own: bool) -> ReserveVerdict {
        let rare_loss = (1..=100).map(|it| f64::from(it) * 1000.0).collect();
        let tails = Tails { rare_loss, ..Tails::default() };
        tails.verdict(Reserve { eur, is_own }, &LIMITS)
    }

    #[test]
    fn a_reserve_reaches_surely_perhaps_or_hardly() {
        assert_eq!(verdict(95_000.0, true).answer, Bearable::Yes);
        assert_eq!(verdict(50_000.0, true).answer, Bearable::Unclear);
        assert_eq!(verdict(5_000.0, true).answer, Bearable::No);
        assert!(verdict(76_000.0, true).is_narrow && !verdict(50_000.0, true).is_narrow);
    }

    #[test]
    fn an_assumed_reserve_is_never_a_yes() {
        let it = verdict(1e6, false);
        assert_eq!(it.answer, Bearable::Unclear);
        assert!((it.reserve_for_yes - 80_200.0).abs() < 1.0 && it.share_of_draws > 0.99);
    }

    #[test]
    fn more_reserve_never_makes_the_answer_worse() {
        let rank = |it: Bearable| match it {
            Bearable::No => 0,
            Bearable::Unclear => 1,
            Bearable::Yes => 2,
        };
        let ranks: Vec<i32> = (0..120).map(|it| rank(verdict(f64::from(it) * 1000.0, true).answer)).collect();
        assert!(ranks.is_sorted());
    }
}
