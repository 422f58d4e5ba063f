//! Everything that helps a firm beyond its figures.

use jiff::civil::Date;

use super::attacks::{RankedAttack, ranked_attacks};
use super::cases::{CasePair, case_pair};
use super::contacts::{FittingContact, FittingGrant, fitting_contacts, fitting_grants};
use super::law::{Nis2Check, concerning, nis2_check, regimes};
use super::learning::{LearningPlan, learning_plan};
use super::prevention::{Prevention, prevention};
use super::stale::{Stale, stale};
use super::views::{AreaView, PillarView, Standing, bsig_areas, customer_view, gdpr_area, pillars};
use crate::decision::Decision;
use crate::model::{Answers, Catalogue, LawId, MeasureId, PointId, Posture};
use crate::risk::FirmModel;

/// Minutes a week assumed where nothing else is said: the smallest budget, so that the plan can be kept.
pub const USUAL_WEEKLY_MINUTES: u32 = 15;

/// What helps one firm on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Guidance {
    /// The cases to tell, where the content has both kinds.
    pub cases: Option<CasePair>,
    /// Prevention beside the damage of the worst case.
    pub prevention: Option<Prevention>,
    /// Kinds of attack, the most important first.
    pub attacks: Vec<RankedAttack>,
    /// The learning plan for the smallest budget.
    pub learning: LearningPlan,
    /// Whom to ask.
    pub contacts: Vec<FittingContact>,
    /// Public money.
    pub grants: Vec<FittingGrant>,
    /// NIS2.
    pub nis2: Nis2Check,
    /// Legal facts that concern the firm, clocks first.
    pub law: Vec<LawId>,
    /// The ten areas of section 30 (2) BSIG.
    pub bsig_areas: Vec<AreaView>,
    /// Article 32 GDPR.
    pub gdpr: AreaView,
    /// Usual questions of large customers.
    pub customer: Vec<(PointId, Standing, Vec<MeasureId>)>,
    /// Knowledge, preparation, partners.
    pub pillars: Vec<PillarView>,
    /// What of all this was reviewed too long ago.
    pub stale: Vec<Stale>,
}

/// Collects what helps a firm.
pub fn guide(
    catalogue: &Catalogue,
    answers: &Answers,
    posture: &Posture,
    firm: &FirmModel,
    decision: &Decision,
    date: Date,
) -> Guidance {
    let company = &answers.company;
    let losses = firm.scenario_losses(&posture.expected());
    let cases = case_pair(catalogue, company, &losses);
    let worst = cases.as_ref().and_then(|it| catalogue.knowledge.case(&it.worst.case));
    let nis2 = nis2_check(catalogue, answers);
    let mut guidance = Guidance {
        prevention: worst.and_then(|it| prevention(catalogue, posture, firm, decision, it)),
        attacks: ranked_attacks(catalogue, company, &losses),
        learning: learning_plan(catalogue, answers, posture, decision, USUAL_WEEKLY_MINUTES, date),
        contacts: fitting_contacts(catalogue, company, date),
        grants: fitting_grants(catalogue, company, date),
        law: concerning(catalogue, answers, &nis2).into_iter().map(|it| it.id.clone()).collect(),
        bsig_areas: bsig_areas(catalogue, firm, posture),
        gdpr: gdpr_area(catalogue, firm, posture),
        customer: customer_view(catalogue, posture, &regimes(catalogue, answers)),
        pillars: pillars(catalogue, firm, posture),
        cases,
        nis2,
        stale: Vec::new(),
    };
    guidance.stale = stale(catalogue, &guidance, date);
    guidance
}
