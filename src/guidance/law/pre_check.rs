//! Whether NIS2 concerns a firm, from its answers: an orientation, and what is missing for more.

use std::collections::BTreeSet;

use super::nis2::{Annex, Entity, SizeFacts, entity};
use crate::assessment::Standings;
use crate::decision::policy_in_force;
use crate::model::{
    Answer, AnswerCondition, Answers, Applies, Catalogue, Company, LegalFact, LegalKind, Nis2Sector,
    Question, Regime,
};

/// What is known of the firm's sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sector {
    /// The owner named an annex.
    Named(Annex),
    /// The owner named a public telephone or internet service or a trust service: under the law at any size.
    AnySize,
    /// The owner named domain-name services, a top-level domain, qualified trust services or a critical facility:
    /// particularly important at any size.
    Critical,
    /// The owner said that none of the sectors applies.
    None,
    /// Nobody knows yet; firms of this segment can fall under this annex.
    Possible(Annex),
    /// Nobody knows yet, and the segment is unusual in both annexes.
    Unlikely,
}

/// A figure that would decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingFigure {
    /// Annual turnover.
    Turnover,
    /// Balance sheet total.
    BalanceSheet,
    /// The sector.
    Sector,
}

/// The pre-check.
#[derive(Clone, Debug, PartialEq)]
pub struct Nis2Check {
    /// What is known of the sector.
    pub sector: Sector,
    /// What the size test says, if the sector applies; none where no sector does.
    pub entity: Option<Entity>,
    /// True where the firm is an entity on what the owner said and registers with the authority.
    pub registers: bool,
    /// Rules that take the place of sections 30, 32 and 38 BSIG.
    pub replaced_by: Option<Regime>,
    /// True where sections 30, 32 and 38 BSIG bind it on what the owner said.
    pub applies: bool,
    /// True where customers may hand the duties down by contract.
    pub through_customers: bool,
    /// What would have to be known for a clear answer.
    pub missing: Vec<MissingFigure>,
}

/// Size facts of a company; the head count stands in for annual work units.
pub fn size_facts(company: &Company) -> SizeFacts {
    SizeFacts {
        employees: f64::from(company.employees),
        turnover_eur: company.turnover_eur,
        balance_sheet_eur: company.balance_sheet_eur,
    }
}

/// Checks a firm.
pub fn nis2_check(catalogue: &Catalogue, answers: &Answers) -> Nis2Check {
    let company = &answers.company;
    let sector = sector(catalogue, answers);
    let facts = size_facts(company);
    let entity = match sector {
        Sector::Named(annex) | Sector::Possible(annex) => Some(entity(annex, &facts)),
        // Section 28 (1) no. 3 and (2) no. 2: telephone and internet services are important at any size and
        // particularly important from the size at which others become important.
        Sector::AnySize => Some(match entity(Annex::Two, &facts) {
            Entity::Important | Entity::ParticularlyImportant => Entity::ParticularlyImportant,
            Entity::Outside | Entity::DependsOnFigures => Entity::Important,
        }),
        // Section 28 (1) no. 1 and 2.
        Sector::Critical => Some(Entity::ParticularlyImportant),
        Sector::None | Sector::Unlikely => None,
    };
    let is_entity = matches!(entity, Some(Entity::Important | Entity::ParticularlyImportant));
    let registers = is_entity && matches!(sector, Sector::Named(_) | Sector::AnySize | Sector::Critical);
    let replaced_by = regimes(catalogue, answers).into_iter().find(|it| it.replaces_nis2());
    let applies = registers && replaced_by.is_none();
    let mut missing = Vec::new();
    if entity == Some(Entity::DependsOnFigures) {
        missing.extend(company.turnover_eur.is_none().then_some(MissingFigure::Turnover));
        missing.extend(company.balance_sheet_eur.is_none().then_some(MissingFigure::BalanceSheet));
    }
    if is_entity && matches!(sector, Sector::Possible(_)) {
        missing.push(MissingFigure::Sector);
    }
    Nis2Check { sector, entity, registers, replaced_by, applies, through_customers: !registers, missing }
}

/// True where section 28 BSIG applies on what the owner said: what `decision` takes as a duty.
pub fn bsig_applies(catalogue: &Catalogue, answers: &Answers) -> bool {
    nis2_check(catalogue, answers).applies
}

/// Rules that bind the firm by what it does, on what the owner said.
pub fn regimes(catalogue: &Catalogue, answers: &Answers) -> BTreeSet<Regime> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let chosen = catalogue.questions.iter().enumerate().filter_map(|(at, question)| {
        match &standings.counting(catalogue, &answers.records, at)?.answer {
            Answer::Chosen(option) => question.option(option)?.regime,
            Answer::Unknown | Answer::NotApplicable { .. } => None,
        }
    });
    chosen.collect()
}

/// What the owner said in the questions that feed the pre-check; where several say something, the strictest.
fn sector(catalogue: &Catalogue, answers: &Answers) -> Sector {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let said = catalogue.questions.iter().enumerate().filter_map(|(at, question)| {
        match standings.counting(catalogue, &answers.records, at)?.best(question) {
            Answer::Chosen(option) => question.option(option)?.nis2,
            Answer::NotApplicable { .. } => none_of_them(question),
            Answer::Unknown => None,
        }
    });
    match said.min() {
        Some(Nis2Sector::Critical) => Sector::Critical,
        Some(Nis2Sector::AnySize) => Sector::AnySize,
        Some(Nis2Sector::Annex1) => Sector::Named(Annex::One),
        Some(Nis2Sector::Annex2) => Sector::Named(Annex::Two),
        Some(Nis2Sector::None) => Sector::None,
        None => possible(catalogue, &answers.company),
    }
}

/// A question about sectors that does not apply says that there is none; one about services says nothing.
fn none_of_them(question: &Question) -> Option<Nis2Sector> {
    question.options.iter().filter_map(|it| it.nis2).find(|it| *it == Nis2Sector::None)
}

fn possible(catalogue: &Catalogue, company: &Company) -> Sector {
    let annexes = catalogue.segment(&company.segment).map_or(&[][..], |it| &it.nis2_annexes);
    if annexes.contains(&1) {
        Sector::Possible(Annex::One)
    } else if annexes.contains(&2) {
        Sector::Possible(Annex::Two)
    } else {
        Sector::Unlikely
    }
}

/// The legal facts that concern a firm, clocks first and the shortest before the longer ones.
pub fn concerning<'c>(catalogue: &'c Catalogue, answers: &Answers, check: &Nis2Check) -> Vec<&'c LegalFact> {
    let company = &answers.company;
    let level = catalogue.level(company);
    let chosen = |it: &AnswerCondition| match answers.records.get(&it.question).map(|it| &it.answer) {
        Some(Answer::Chosen(option)) => it.options.contains(option),
        _ => false,
    };
    let concerns = |it: &&LegalFact| {
        let holds = match it.applies {
            Applies::Bsig => check.applies,
            Applies::BsigRegistration => check.registers,
            Applies::Insured => policy_in_force(catalogue, answers).is_some(),
            Applies::Always
            | Applies::PersonalData
            | Applies::Processor
            | Applies::DigitalProducts
            | Applies::CustomerContract
            | Applies::Secrecy => true,
        };
        holds && it.when.holds_for(company, level) && it.when.answers.iter().all(chosen)
    };
    let mut facts: Vec<&LegalFact> = catalogue.knowledge.laws.iter().filter(concerns).collect();
    facts.sort_by(|a, b| {
        let hours = |it: &LegalFact| it.hours.unwrap_or(f64::INFINITY);
        a.kind.cmp(&b.kind).then_with(|| hours(a).total_cmp(&hours(b))).then_with(|| a.id.cmp(&b.id))
    });
    facts
}

/// Clocks only.
pub fn clocks<'c>(catalogue: &'c Catalogue, answers: &Answers, check: &Nis2Check) -> Vec<&'c LegalFact> {
    let all = concerning(catalogue, answers, check);
    all.into_iter().filter(|it| it.kind == LegalKind::Clock).collect()
}
