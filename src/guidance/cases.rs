//! The case that warns and the case that encourages, matched to a firm, with reasons.

use std::cmp::Ordering;

use crate::model::{Case, CaseId, CaseKind, Catalogue, Company, ScenarioId, SubTradeId};

/// Why a case was chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum MatchReason {
    /// Content names it for the firm's own kind of trade.
    OwnTrade(SubTradeId),
    /// It happened in the firm's own segment.
    SameSegment,
    /// It speaks to the firm's segment too.
    RelatedSegment,
    /// The organisation is of the same size class.
    SameSize,
    /// The organisation is one size class apart.
    NearSize,
    /// What happened is among what this firm loses most by.
    AmongOwnRisks {
        /// The scenario.
        scenario: ScenarioId,
        /// Its share of the firm's expected annual loss, 0 to 1.
        share: f64,
    },
    /// The organisation depends on computers as much as the firm.
    SameLevel,
}

/// A case with the reasons for choosing it.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseMatch {
    /// The case.
    pub case: CaseId,
    /// Why, strongest first.
    pub reasons: Vec<MatchReason>,
    /// How well it fits; only comparable within one firm.
    pub fit: f64,
}

/// The two cases to tell beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct CasePair {
    /// What it cost others.
    pub worst: CaseMatch,
    /// What carried others.
    pub best: CaseMatch,
    /// True where content tells the two beside each other.
    pub told_together: bool,
}

// Weights: segment before size before the degree of digitalisation and what hurts this firm. A related segment
// outweighs everything below it together, so a case from another trade is only taken where the own has none.
const SEGMENT: f64 = 10.0;
const RELATED: f64 = 9.0;
/// The first of the cases named for a kind of firm outweighs everything else together, the next ones nearly.
const OWN_TRADE: f64 = 20.0;
const SIZE: f64 = 3.0;
const NEAR_SIZE: f64 = 1.5;
const RISK: f64 = 2.5;
const LEVEL: f64 = 2.5;
const NEAR_LEVEL: f64 = 1.0;
/// Two cases told beside each other, often of the very same trade, teach more than two strangers of which one fits
/// better by a size class.
const PAIR: f64 = 3.5;

/// How well a case fits a firm. `losses` are the firm's expected annual losses by scenario, in catalogue order.
pub fn fit(catalogue: &Catalogue, company: &Company, losses: &[f64], case: &Case) -> CaseMatch {
    let mut reasons = Vec::new();
    let mut fit = 0.0;
    let own = catalogue.sub_trade_in(&company.segment, company.sub_trade.as_ref());
    let named = own.and_then(|own| Some((own, own.cases.iter().position(|id| id == &case.id)?)));
    if let Some((own, rank)) = named {
        reasons.push(MatchReason::OwnTrade(own.id.clone()));
        fit += OWN_TRADE - rank as f64;
    }
    if case.segment == company.segment {
        reasons.push(MatchReason::SameSegment);
        fit += SEGMENT;
    } else if case.also_segments.contains(&company.segment) {
        reasons.push(MatchReason::RelatedSegment);
        fit += RELATED;
    }
    match case.size.distance(company.size()) {
        0 => {
            reasons.push(MatchReason::SameSize);
            fit += SIZE;
        }
        1 => {
            reasons.push(MatchReason::NearSize);
            fit += NEAR_SIZE;
        }
        _ => {}
    }
    let total: f64 = losses.iter().sum();
    let largest = losses.iter().copied().fold(0.0, f64::max);
    let own = catalogue.scenario_index(&case.scenario).and_then(|it| losses.get(it)).copied().unwrap_or(0.0);
    if total > 0.0 && largest > 0.0 {
        fit += RISK * own / largest;
        let share = own / total;
        // A scenario below its even share of the loss is no argument.
        if share * losses.len() as f64 >= 1.0 {
            reasons.push(MatchReason::AmongOwnRisks { scenario: case.scenario.clone(), share });
        }
    }
    match (case.level as u32).abs_diff(catalogue.level(company) as u32) {
        0 => {
            reasons.push(MatchReason::SameLevel);
            fit += LEVEL;
        }
        1 => fit += NEAR_LEVEL,
        _ => {}
    }
    CaseMatch { case: case.id.clone(), reasons, fit }
}

/// The best worst case and the best best case for a firm; none where the content lacks one of the kinds.
pub fn case_pair(catalogue: &Catalogue, company: &Company, losses: &[f64]) -> Option<CasePair> {
    let cases = &catalogue.knowledge.cases;
    let of = |kind| {
        cases.iter().filter(move |it| it.kind == kind).map(|it| (it, fit(catalogue, company, losses, it)))
    };
    let (worst, best): (Vec<_>, Vec<_>) = (of(CaseKind::Worst).collect(), of(CaseKind::Best).collect());
    let together = |a: &Case, b: &Case| a.pair.as_ref() == Some(&b.id) || b.pair.as_ref() == Some(&a.id);
    let pairs = worst.iter().flat_map(|w| best.iter().map(move |b| (w, b)));
    let rated = pairs.map(|(w, b)| {
        let told_together = together(w.0, b.0);
        (w.1.fit + b.1.fit + if told_together { PAIR } else { 0.0 }, told_together, w, b)
    });
    let (_, told_together, worst, best) = rated.max_by(|a, b| {
        let by_id = || (&b.2.0.id, &b.3.0.id).cmp(&(&a.2.0.id, &a.3.0.id));
        a.0.total_cmp(&b.0).then_with(by_id)
    })?;
    Some(CasePair { worst: worst.1.clone(), best: best.1.clone(), told_together })
}

/// All cases by fit, best first.
pub fn ranked(catalogue: &Catalogue, company: &Company, losses: &[f64]) -> Vec<CaseMatch> {
    let mut all: Vec<CaseMatch> =
        catalogue.knowledge.cases.iter().map(|it| fit(catalogue, company, losses, it)).collect();
    all.sort_by(|a, b| match b.fit.total_cmp(&a.fit) {
        Ordering::Equal => a.case.cmp(&b.case),
        other => other,
    });
    all
}
