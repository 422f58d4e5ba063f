//! The kinds of attack a firm should know first.

use crate::model::{AttackId, AttackType, Catalogue, Company};

/// How much more a kind of attack counts in a segment that meets it most.
///
/// Our judgement: the loss figures rank scenarios, not ways in; where several ways lead to one scenario, the
/// segment's own experience breaks the tie.
const PROMINENCE: f64 = 2.0;

/// A kind of attack with what it stands for in this firm.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedAttack {
    /// The kind of attack.
    pub attack: AttackId,
    /// Expected annual loss of the scenarios it leads to, shared among all ways into them, euros.
    pub loss_eur: f64,
    /// True where firms of this segment meet it most.
    pub prominent: bool,
}

/// All kinds of attack this firm can meet, the most important first. `losses` are the firm's expected annual losses
/// by scenario, in catalogue order.
pub fn ranked_attacks(catalogue: &Catalogue, company: &Company, losses: &[f64]) -> Vec<RankedAttack> {
    let level = catalogue.level(company);
    let meets = |it: &&AttackType| it.when.holds_for(company, level);
    let attacks: Vec<&AttackType> = catalogue.knowledge.attacks.iter().filter(meets).collect();
    let weight = |it: &AttackType| if it.prominent_in.contains(&company.segment) { PROMINENCE } else { 1.0 };
    let ways: Vec<f64> = catalogue
        .scenarios
        .iter()
        .map(|scenario| {
            attacks.iter().filter(|it| it.scenarios.contains(&scenario.id)).map(|it| weight(it)).sum()
        })
        .collect();
    let mut ranked: Vec<RankedAttack> = attacks
        .iter()
        .map(|it| {
            let places = it.scenarios.iter().filter_map(|id| catalogue.scenario_index(id));
            let loss_eur = places.map(|at| losses[at] * weight(it) / ways[at]).sum();
            let prominent = it.prominent_in.contains(&company.segment);
            RankedAttack { attack: it.id.clone(), loss_eur, prominent }
        })
        .collect();
    ranked.sort_by(|a, b| b.loss_eur.total_cmp(&a.loss_eur).then_with(|| a.attack.cmp(&b.attack)));
    ranked
}
