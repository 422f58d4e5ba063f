//! Whether NIS2 concerns a firm, from its answers: an orientation, and what is missing for more.

use super::nis2::{Annex, Entity, SizeFacts, entity};
use crate::assessment::Standings;
use crate::model::{
    Answer, Answers, Applies, Catalogue, Company, LegalFact, LegalKind, QuestionId, SizeClass,
};

/// The question that asks for the sector.
pub const SECTOR_QUESTION: &str = "compliance-nis2-sector";

/// The question that asks smaller IT firms for services that fall under the law at any size.
pub const SERVICE_QUESTION: &str = "compliance-nis2-service";

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
    /// True where the law applies on what the owner said.
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
    let applies = is_entity && matches!(sector, Sector::Named(_) | Sector::AnySize | Sector::Critical);
    let mut missing = Vec::new();
    if entity == Some(Entity::DependsOnFigures) {
        missing.extend(company.turnover_eur.is_none().then_some(MissingFigure::Turnover));
        missing.extend(company.balance_sheet_eur.is_none().then_some(MissingFigure::BalanceSheet));
    }
    if is_entity && matches!(sector, Sector::Possible(_)) {
        missing.push(MissingFigure::Sector);
    }
    Nis2Check { sector, entity, applies, through_customers: !applies, missing }
}

/// True where section 28 BSIG applies on what the owner said: what `decision` takes as a duty.
pub fn bsig_applies(catalogue: &Catalogue, answers: &Answers) -> bool {
    nis2_check(catalogue, answers).applies
}

fn sector(catalogue: &Catalogue, answers: &Answers) -> Sector {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let answer = |id: &str| {
        let question = QuestionId::new(id);
        let at = catalogue.questions.iter().position(|it| it.id == question)?;
        standings.counting(catalogue, &answers.records, at).map(|it| &it.answer)
    };
    let service = answer(SERVICE_QUESTION)
        .filter(|it| matches!(it, Answer::Chosen(option) if option.as_str() != "none"));
    match service.or_else(|| answer(SECTOR_QUESTION)) {
        Some(Answer::Chosen(option)) if option.as_str() == "critical" => Sector::Critical,
        Some(Answer::Chosen(option)) if option.as_str() == "any-size" => Sector::AnySize,
        Some(Answer::Chosen(option)) if option.as_str() == "annex-1" => Sector::Named(Annex::One),
        Some(Answer::Chosen(option)) if option.as_str() == "annex-2" => Sector::Named(Annex::Two),
        Some(Answer::Chosen(_) | Answer::NotApplicable { .. }) => Sector::None,
        Some(Answer::Unknown) | None => possible(catalogue, &answers.company),
    }
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

/// Segments bound to professional secrecy.
const SECRECY: [&str; 2] = ["health", "professions"];

/// The legal facts that concern a firm, clocks first and the shortest before the longer ones.
pub fn concerning<'c>(catalogue: &'c Catalogue, answers: &Answers, check: &Nis2Check) -> Vec<&'c LegalFact> {
    let company = &answers.company;
    let concerns = |it: &&LegalFact| match it.applies {
        Applies::Always | Applies::PersonalData => true,
        Applies::Processor | Applies::DigitalProducts => company.segment.as_str() == "it-services",
        Applies::Bsig => check.applies,
        Applies::Insured => answers.insurance.as_ref().is_some_and(|it| it.in_force),
        Applies::CustomerContract => company.size() != SizeClass::Micro,
        Applies::Secrecy => SECRECY.contains(&company.segment.as_str()),
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
