//! What helps beyond the figures, as JSON: ids of the content and numbers.

use schemars::JsonSchema;
use serde::Serialize;

use crate::guidance::law::{Annex, Entity, MissingFigure, Nis2Check, Sector};
use crate::guidance::views::{AreaView, Standing};
use crate::guidance::{CaseMatch, Currency, Entry, GrantState, MatchReason, Prevention, Step};
use crate::model::{Catalogue, LegalKind, MeasureId, Regime, RoleId, SourceId, UnitId};
use crate::report::Report;

/// Everything of `guidance`.
#[derive(Serialize, JsonSchema)]
pub struct Guidance<'a> {
    attacks: Vec<Attack<'a>>,
    cases: Option<Cases<'a>>,
    learning_plan: Learning<'a>,
    contacts: Vec<Contact<'a>>,
    grants: Vec<Grant<'a>>,
    nis2: Nis2,
    law: Vec<Law<'a>>,
    pillars: Vec<PillarShare<'a>>,
    review_overdue: Vec<Stale<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct PillarShare<'a> {
    pillar: &'a str,
    share: f64,
    measures: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Attack<'a> {
    id: &'a str,
    expected_annual_loss: f64,
    prominent_in_segment: bool,
}

#[derive(Serialize, JsonSchema)]
struct Cases<'a> {
    worst: Case<'a>,
    best: Case<'a>,
    told_together: bool,
    prevention: Option<Prevented<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Case<'a> {
    id: &'a str,
    reasons: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct Prevented<'a> {
    measures: Vec<CaseMeasure<'a>>,
    annual_cost: f64,
    reported_loss: Option<f64>,
    loss_per_event: f64,
    loss_per_event_with_measures: f64,
    expected_annual_loss: f64,
    expected_annual_loss_with_measures: f64,
}

#[derive(Serialize, JsonSchema)]
struct CaseMeasure<'a> {
    measure: &'a str,
    standing: &'static str,
    annual_cost: f64,
}

#[derive(Serialize, JsonSchema)]
struct Learning<'a> {
    weekly_minutes: u32,
    roles: Vec<&'a str>,
    lessons: Vec<Lesson<'a>>,
    beyond: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Lesson<'a> {
    unit: &'a str,
    week: String,
    roles: Vec<&'a str>,
    minutes: u32,
    appointments: u32,
    closes: Vec<&'a str>,
    practised: bool,
}

#[derive(Serialize, JsonSchema)]
struct Contact<'a> {
    id: &'a str,
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    reviewed: String,
}

#[derive(Serialize, JsonSchema)]
struct Grant<'a> {
    id: &'a str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    reviewed: String,
    review_overdue: bool,
}

#[derive(Serialize, JsonSchema)]
struct Nis2 {
    sector: &'static str,
    entity: Option<&'static str>,
    registers: bool,
    replaced_by: Option<&'static str>,
    applies: bool,
    through_customers: bool,
    missing: Vec<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct Law<'a> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<f64>,
    sources: Vec<&'a str>,
    reviewed: String,
}

#[derive(Serialize, JsonSchema)]
struct Stale<'a> {
    kind: &'static str,
    id: &'a str,
    reviewed: String,
}

/// The yardsticks that `guidance` lays on the measures.
#[derive(Serialize, JsonSchema)]
pub struct Yardsticks<'a> {
    bsig_30: Vec<AreaRow<'a>>,
    gdpr_art_32: AreaRow<'a>,
    customer: Vec<TopicRow<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct AreaRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<u8>,
    share: f64,
    /// True where most of its measures rest on no answer.
    open: bool,
    measures: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct TopicRow<'a> {
    topic: &'a str,
    standing: &'static str,
    measures: Vec<&'a str>,
}

/// Collects `guidance`.
pub fn guidance<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Guidance<'a> {
    let it = &report.guidance;
    Guidance {
        attacks: it
            .attacks
            .iter()
            .map(|it| Attack {
                id: it.attack.as_str(),
                expected_annual_loss: it.loss_eur,
                prominent_in_segment: it.prominent,
            })
            .collect(),
        cases: it.cases.as_ref().map(|pair| Cases {
            worst: case(&pair.worst),
            best: case(&pair.best),
            told_together: pair.told_together,
            prevention: it.prevention.as_ref().map(prevention),
        }),
        learning_plan: learning(report),
        contacts: contacts(catalogue, report),
        grants: grants(catalogue, report),
        nis2: nis2(&it.nis2),
        law: law(catalogue, report),
        pillars: it
            .pillars
            .iter()
            .map(|it| PillarShare {
                pillar: it.pillar.as_str(),
                share: it.share,
                measures: it.measures.iter().map(MeasureId::as_str).collect(),
            })
            .collect(),
        review_overdue: it
            .stale
            .iter()
            .map(|it| {
                let (kind, id) = entry(&it.entry);
                Stale { kind, id, reviewed: it.reviewed.to_string() }
            })
            .collect(),
    }
}

fn case(found: &CaseMatch) -> Case<'_> {
    let reason = |it: &MatchReason| match it {
        MatchReason::OwnTrade(id) => format!("own-trade:{id}"),
        MatchReason::SameSegment => "same-segment".to_owned(),
        MatchReason::RelatedSegment => "related-segment".to_owned(),
        MatchReason::SameSize => "same-size".to_owned(),
        MatchReason::NearSize => "near-size".to_owned(),
        MatchReason::SameLevel => "same-level".to_owned(),
        MatchReason::AmongOwnRisks { scenario, .. } => format!("own-risk:{scenario}"),
    };
    Case { id: found.case.as_str(), reasons: found.reasons.iter().map(reason).collect() }
}

fn prevention(it: &Prevention) -> Prevented<'_> {
    let measures = it.measures.iter().map(|it| CaseMeasure {
        measure: it.measure.as_str(),
        standing: match it.step {
            Step::InPlace => "in-place",
            Step::Planned => "planned",
            Step::Open => "open",
        },
        annual_cost: it.yearly_eur,
    });
    Prevented {
        measures: measures.collect(),
        annual_cost: it.yearly_eur,
        reported_loss: it.reported_eur,
        loss_per_event: it.own_event_eur,
        loss_per_event_with_measures: it.own_event_with_plan_eur,
        expected_annual_loss: it.own_yearly_eur,
        expected_annual_loss_with_measures: it.own_yearly_with_plan_eur,
    }
}

fn learning(report: &Report) -> Learning<'_> {
    let plan = &report.guidance.learning;
    let lessons = plan.lessons.iter().map(|it| Lesson {
        unit: it.unit.as_str(),
        week: it.week.to_string(),
        roles: it.roles.iter().map(RoleId::as_str).collect(),
        minutes: it.minutes,
        appointments: it.appointments,
        closes: it.closes.iter().map(MeasureId::as_str).collect(),
        practised: it.practised,
    });
    Learning {
        weekly_minutes: plan.weekly_minutes,
        roles: plan.roles.iter().map(RoleId::as_str).collect(),
        lessons: lessons.collect(),
        beyond: plan.beyond.iter().map(UnitId::as_str).collect(),
    }
}

fn contacts<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Vec<Contact<'a>> {
    let contacts = report.guidance.contacts.iter().filter_map(|fitting| {
        let contact = catalogue.knowledge.contact(&fitting.contact)?;
        Some(Contact {
            id: fitting.contact.as_str(),
            standing: match fitting.currency {
                Currency::Current => "current",
                Currency::EndsSoon(_) => "ends-soon",
                Currency::ToCheck => "to-check",
                Currency::ReviewOverdue => "review-overdue",
                Currency::Ended(_) => "ended",
            },
            ends: contact.valid_until.map(|it| it.to_string()),
            reviewed: contact.reviewed.to_string(),
        })
    });
    contacts.collect()
}

fn grants<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Vec<Grant<'a>> {
    let grants = report.guidance.grants.iter().filter_map(|fitting| {
        let grant = catalogue.grant(&fitting.grant)?;
        let (state, opens) = match fitting.state {
            GrantState::Assured => ("assured", None),
            GrantState::Possible => ("possible", None),
            GrantState::OpensOn(day) => ("opens", Some(day.to_string())),
            GrantState::Ended(_) => ("ended", None),
        };
        Some(Grant {
            id: fitting.grant.as_str(),
            state,
            opens,
            ends: grant.valid_until.map(|it| it.to_string()),
            reviewed: grant.reviewed.to_string(),
            review_overdue: fitting.currency == Currency::ReviewOverdue,
        })
    });
    grants.collect()
}

fn nis2(check: &Nis2Check) -> Nis2 {
    let missing = check.missing.iter().map(|it| match it {
        MissingFigure::Turnover => "turnover",
        MissingFigure::BalanceSheet => "balance-sheet",
        MissingFigure::Sector => "sector",
    });
    Nis2 {
        sector: match check.sector {
            Sector::Named(Annex::One) => "annex-1",
            Sector::Named(Annex::Two) => "annex-2",
            Sector::AnySize => "any-size",
            Sector::Critical => "critical",
            Sector::None => "none",
            Sector::Possible(Annex::One) => "possibly-annex-1",
            Sector::Possible(Annex::Two) => "possibly-annex-2",
            Sector::Unlikely => "unlikely",
        },
        entity: check.entity.map(|it| match it {
            Entity::Outside => "outside",
            Entity::DependsOnFigures => "depends-on-figures",
            Entity::Important => "important",
            Entity::ParticularlyImportant => "particularly-important",
        }),
        registers: check.registers,
        replaced_by: check.replaced_by.map(Regime::as_str),
        applies: check.applies,
        through_customers: check.through_customers,
        missing: missing.collect(),
    }
}

fn law<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Vec<Law<'a>> {
    let facts = report.guidance.law.iter().filter_map(|id| catalogue.knowledge.law(id));
    let facts = facts.map(|it| Law {
        id: it.id.as_str(),
        kind: match it.kind {
            LegalKind::Clock => "clock",
            LegalKind::Duty => "duty",
            LegalKind::Fine => "fine",
            LegalKind::Proposal => "proposal",
        },
        hours: it.hours,
        sources: it.sources.iter().map(SourceId::as_str).collect(),
        reviewed: it.reviewed.to_string(),
    });
    facts.collect()
}

fn entry(entry: &Entry) -> (&'static str, &str) {
    match entry {
        Entry::Law(id) => ("law", id.as_str()),
        Entry::Contact(id) => ("contact", id.as_str()),
        Entry::Grant(id) => ("grant", id.as_str()),
        Entry::Case(id) => ("case", id.as_str()),
        Entry::Attack(id) => ("attack", id.as_str()),
        Entry::Unit(id) => ("unit", id.as_str()),
    }
}

/// Collects the yardsticks.
pub fn yardsticks(report: &Report) -> Yardsticks<'_> {
    let guidance = &report.guidance;
    let customer = guidance.customer.iter().map(|(topic, standing, measures)| TopicRow {
        topic: topic.as_str(),
        standing: match standing {
            Standing::Yes => "yes",
            Standing::Partly => "partly",
            Standing::NotYet => "not-yet",
            Standing::Open => "open",
        },
        measures: measures.iter().map(MeasureId::as_str).collect(),
    });
    Yardsticks {
        bsig_30: guidance.bsig_areas.iter().map(area).collect(),
        gdpr_art_32: area(&guidance.gdpr),
        customer: customer.collect(),
    }
}

fn area(view: &AreaView) -> AreaRow<'_> {
    AreaRow {
        area: view.area,
        share: view.share,
        open: view.is_open,
        measures: view.measures.iter().map(MeasureId::as_str).collect(),
    }
}
