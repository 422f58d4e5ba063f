//! Who contributed how much: Shapley values of the measures a plan raises.

use crate::risk::{Evaluator, FirmModel, Thresholds};

/// A set of players that is changed one by one.
trait Coalition: Clone {
    /// Puts a player in place or takes it away.
    fn set(&mut self, player: usize, is_there: bool);

    /// The loss with those who are there.
    fn loss(&mut self) -> f64;
}

/// Contributions of players to the loss that they take off together, by the Shapley value; they add up to it exactly but
/// for rounding. `nobody` is the empty coalition.
///
/// Up to [`EXACT`] players all orders are gone through by subsets; beyond, a fixed set of orders and their reverses:
/// every order hands out the whole total, so any mean over orders does too.
fn contributions(players: usize, nobody: &impl Coalition) -> Vec<f64> {
    if players <= EXACT { exact(players, nobody) } else { by_orders(players, nobody) }
}

/// Most players for which all subsets are gone through.
const EXACT: usize = 10;
/// Orders gone through beyond, each with its reverse.
const ORDERS: usize = 48;

fn exact(players: usize, nobody: &impl Coalition) -> Vec<f64> {
    let mut values = vec![0.0; 1 << players];
    let mut coalition = nobody.clone();
    values[0] = coalition.loss();
    let mut set = 0_usize;
    for step in 1..values.len() {
        // Gray's order: each subset differs from the one before by one player.
        let player = step.trailing_zeros() as usize;
        set ^= 1 << player;
        coalition.set(player, set >> player & 1 == 1);
        values[set] = coalition.loss();
    }
    let mut weight = vec![1.0; players.max(1)];
    // 1 / (n * C(n - 1, s)): share of orders in which exactly these s players come before.
    for (size, place) in weight.iter_mut().enumerate() {
        let binomial = (0..size).fold(1.0, |all, it| all * (players - 1 - it) as f64 / (it + 1) as f64);
        *place = 1.0 / (players as f64 * binomial);
    }
    let share = |player: usize| {
        let without = (0..1_usize << players).filter(|set| set >> player & 1 == 0);
        without.map(|set| weight[set.count_ones() as usize] * (values[set] - values[set | 1 << player])).sum()
    };
    (0..players).map(share).collect()
}

fn by_orders(players: usize, nobody: &impl Coalition) -> Vec<f64> {
    let handed_out: Vec<Vec<f64>> = orders(players)
        .iter()
        .map(|order| {
            let mut shares = vec![0.0; players];
            let mut coalition = nobody.clone();
            let mut before = coalition.loss();
            for &player in order {
                coalition.set(player, true);
                let after = coalition.loss();
                shares[player] = before - after;
                before = after;
            }
            shares
        })
        .collect();
    let share = |player: usize| handed_out.iter().map(|it| it[player]).sum::<f64>() / (2 * ORDERS) as f64;
    (0..players).map(share).collect()
}

/// Fixed orders of the players, each with its reverse.
fn orders(players: usize) -> Vec<Vec<usize>> {
    let mut all = Vec::with_capacity(2 * ORDERS);
    let mut order: Vec<usize> = (0..players).collect();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..ORDERS {
        for last in (1..players).rev() {
            // A fixed linear congruential stream (Knuth's MMIX constants): the same orders on every machine.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let bound = last as u64 + 1;
            let pick = usize::try_from((state >> 33) % bound).expect("below the number of players");
            order.swap(last, pick);
        }
        all.push(order.clone());
        all.push(order.iter().rev().copied().collect());
    }
    all
}

/// The measures a plan raises, each as the plan has it or as it is today.
#[derive(Clone)]
struct Raised<'a> {
    evaluator: Evaluator<'a>,
    /// Per player: the measure, its degree today and with the plan.
    players: &'a [(usize, f64, f64)],
}

impl Coalition for Raised<'_> {
    fn set(&mut self, player: usize, is_there: bool) {
        let (measure, today, planned) = self.players[player];
        self.evaluator.change(measure, if is_there { planned } else { today });
    }

    fn loss(&mut self) -> f64 {
        self.evaluator.keep();
        self.evaluator.look().expected
    }
}

/// Per measure raised by a plan: its share of the expected loss a year that the whole plan takes off, euros.
pub fn shapley(firm: &FirmModel, present: &[f64], planned: &[f64]) -> Vec<(usize, f64)> {
    let raised = (0..present.len()).filter(|it| planned[*it] > present[*it]);
    let players: Vec<(usize, f64, f64)> = raised.map(|it| (it, present[it], planned[it])).collect();
    let nobody = Raised { evaluator: firm.evaluator(present, Thresholds::NONE), players: &players };
    let shares = contributions(players.len(), &nobody);
    players.iter().zip(shares).map(|(player, share)| (player.0, share)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Players whose loss is a function of who is there.
    #[derive(Clone)]
    struct Together<F>(Vec<bool>, F);

    impl<F: Fn(&[bool]) -> f64 + Clone> Coalition for Together<F> {
        fn set(&mut self, player: usize, is_there: bool) {
            self.0[player] = is_there;
        }

        fn loss(&mut self) -> f64 {
            (self.1)(&self.0)
        }
    }

    /// Two that need each other, one that stands alone, one that does nothing.
    fn loss(there: &[bool]) -> f64 {
        let pair = if there[0] && there[1] { 60.0 } else { 0.0 };
        100.0 - pair - if there[2] { 10.0 } else { 0.0 }
    }

    #[test]
    fn those_who_need_each_other_share_and_who_does_nothing_gets_nothing() {
        let shares = contributions(4, &Together(vec![false; 4], loss));
        for (share, expected) in shares.iter().zip([30.0, 30.0, 10.0, 0.0]) {
            assert!((share - expected).abs() < 1e-9, "{shares:?}");
        }
    }

    #[test]
    fn many_players_share_out_exactly_the_total() {
        let players = 25;
        let loss = |there: &[bool]| {
            let done = there.iter().enumerate().filter(|(_, it)| **it).map(|(at, _)| at as f64 + 1.0);
            1000.0 * libm::exp(-0.01 * done.sum::<f64>())
        };
        let shares = contributions(players, &Together(vec![false; players], loss));
        let total = 1000.0 * (1.0 - libm::exp(-0.01 * 325.0));
        assert!((shares.iter().sum::<f64>() - total).abs() < 1e-6);
        assert!(shares.windows(2).all(|it| it[0] < it[1] * 1.3), "stronger players get more: {shares:?}");
    }
}
