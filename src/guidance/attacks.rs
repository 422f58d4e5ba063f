//! The kinds of attack a firm should know first.

use crate::model::{AttackId, AttackType, Catalogue, Company, ScenarioId};

/// How much more a kind of attack counts in a segment that meets it most.
///
/// Our judgement: the loss figures rank scenarios, not ways in; where several ways lead to one scenario, the
/// segment's own experience breaks the tie.
const PROMINENCE: f64 = 3.0;

/// Kinds of attack a firm is told of: as many as people keep in mind.
pub const TOLD_ATTACKS: usize = 3;

/// A kind of attack with what it stands for in this firm.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedAttack {
    /// The kind of attack.
    pub attack: AttackId,
    /// Expected annual loss of the scenarios it leads to, shared among all ways into them, euros.
    pub loss_eur: f64,
    /// True where firms of this kind meet it most.
    pub prominent: bool,
}

/// All kinds of attack this firm can meet, the most important first; what happens without an attacker comes last,
/// because nobody is deceived there and the scenarios tell of it. `losses` are the firm's expected annual losses by
/// scenario, in catalogue order.
pub fn ranked_attacks(catalogue: &Catalogue, company: &Company, losses: &[f64]) -> Vec<RankedAttack> {
    let level = catalogue.level(company);
    let meets = |it: &&AttackType| it.when.holds_for(company, level);
    let attacks: Vec<&AttackType> = catalogue.knowledge.attacks.iter().filter(meets).collect();
    let own = catalogue.sub_trade_in(&company.segment, company.sub_trade.as_ref());
    let is_prominent = |it: &AttackType| match own {
        Some(own) => own.attacks.contains(&it.id),
        None => it.prominent_in.contains(&company.segment),
    };
    // The first scenario an attack names is the one it mostly leads to; the second counts half, the third a third.
    let weight = |it: &AttackType, scenario: &ScenarioId| {
        let rank = it.scenarios.iter().position(|id| id == scenario)?;
        let prominence = if is_prominent(it) { PROMINENCE } else { 1.0 };
        Some(prominence / (rank + 1) as f64)
    };
    let ways: Vec<f64> = catalogue
        .scenarios
        .iter()
        .map(|scenario| attacks.iter().filter_map(|it| weight(it, &scenario.id)).sum())
        .collect();
    let mut ranked: Vec<RankedAttack> = attacks
        .iter()
        .map(|it| {
            let shares = it.scenarios.iter().filter_map(|id| {
                let at = catalogue.scenario_index(id)?;
                Some(losses[at] * weight(it, id)? / ways[at])
            });
            let loss_eur = shares.sum();
            let prominent = is_prominent(it);
            RankedAttack { attack: it.id.clone(), loss_eur, prominent }
        })
        .collect();
    let has_attacker = |it: &RankedAttack| {
        let attack = catalogue.knowledge.attack(&it.attack)?;
        Some(catalogue.scenario(attack.scenarios.first()?)?.attack)
    };
    ranked.sort_by(|a, b| {
        let order = has_attacker(b).cmp(&has_attacker(a));
        order.then_with(|| b.loss_eur.total_cmp(&a.loss_eur)).then_with(|| a.attack.cmp(&b.attack))
    });
    ranked
}
