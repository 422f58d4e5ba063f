//! What helps: measures with effects, prerequisites, tiers, prices and adoption.

use super::{
    AnswerCondition, BySize, Cited, Company, Condition, Estimate, Grade, ItemId, Level, MeasureId, PointId,
    Regime, RoleId, ScenarioId, SizeClass, SourceId, TraitId, Unit,
};

/// A measure that lowers frequency or severity of scenarios, or carries others that do.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Id used by content.
    pub id: MeasureId,
    /// Short name for tables.
    pub title: String,
    /// What it is and what it is good for, in plain words.
    pub summary: String,
    /// What it is made of.
    pub kind: Kind,
    /// How it acts on loss.
    pub role: MeasureRole,
    /// Where it earns a place.
    pub class: Class,
    /// When it acts.
    pub acts: Acts,
    /// Who usually does it.
    pub done_by: RoleId,
    /// Whether buying it in is sensible, in one or two sentences.
    pub buy_in: String,
    /// True where it trains whoever looks after the IT: its price belongs to doing that oneself.
    pub trains_carers: bool,
    /// For whom it is relevant at all; elsewhere it stays at average in own and average posture alike.
    pub when: Condition,
    /// The group in which only the strongest counts, and its rank there.
    pub exclusive: Option<Exclusive>,
    /// Years over which one-off cost is spread.
    pub lifetime_years: f64,
    /// Months after which half of its degree has worn off; none where it does not wear off.
    pub half_life_months: Option<f64>,
    /// What its prices count.
    pub priced_by: Unit,
    /// Trust in the effects.
    pub grade: Grade,
    /// Where the effects come from.
    pub sources: Vec<SourceId>,
    /// Duties and recognised minimums it belongs to.
    pub duties: Duties,
    /// Effects on scenarios.
    pub effects: Vec<Effect>,
    /// What it needs to keep its effect.
    pub prerequisites: Vec<Prerequisite>,
    /// How far firms of each size have it.
    pub adoption: Adoption,
    /// Variants in ascending degree and cost.
    pub tiers: Vec<Tier>,
    /// What can be done at once and without money until the measure is there.
    pub stopgap: Option<Stopgap>,
}

/// What can be done at once and without money.
#[derive(Clone, Debug, PartialEq)]
pub struct Stopgap {
    /// What exactly is done, in one sentence.
    pub what: String,
    /// Share of the full effect while it holds.
    pub degree: f64,
    /// Days it may hold.
    pub valid_days: u32,
    /// Own hours once.
    pub own_hours: BySize<f64>,
}

impl Measure {
    /// The variant of that level, where there is one.
    pub fn tier(&self, level: TierLevel) -> Option<&Tier> {
        self.tiers.iter().find(|it| it.level == level)
    }

    /// The tier of the minimum standard for a company, whatever was answered, with the trait that asks for it where it is
    /// not a rule for everybody; where several apply, the highest.
    pub fn minimum_for(&self, company: &Company, level: Level) -> Option<(&Tier, Option<&TraitId>)> {
        let holds = |it: &&Gap| it.answers.is_empty() && it.holds_for(company, level);
        let gaps = self.duties.gaps.iter().filter(holds).filter_map(|it| {
            let because = it.when.traits.iter().find(|it| company.traits.contains(*it));
            Some((self.tier(it.tier)?, because))
        });
        gaps.reduce(|a, b| if b.0.level > a.0.level { b } else { a })
    }
}

words! {
    /// What a measure is made of.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Kind {
        /// Rules, responsibilities, procedures.
        Organisational = "organisational",
        /// Knowledge and habits of people.
        Human = "human",
        /// Devices, software, settings.
        Technical = "technical",
    }
}

words! {
    /// How a measure acts on loss.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum MeasureRole {
        /// Lowers frequency or severity itself.
        Mitigation = "mitigation",
        /// Has no effect of its own; keeps others effective.
        Enabler = "enabler",
        /// Hands loss on (insurance).
        Transfer = "transfer",
    }
}

words! {
    /// Where a measure earns a place.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Class {
        /// In most firms.
        Core = "core",
        /// With special exposure, in medium firms or by duty.
        Extended = "extended",
        /// Informs or secures others; has no effect in the loss model and is never shown as not paying.
        Assessment = "assessment",
    }
}

words! {
    /// When a measure acts.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Acts {
        /// Before the event.
        Prevention = "prevention",
        /// While it happens.
        Detection = "detection",
        /// After it happened.
        Reaction = "reaction",
    }
}

/// A group of which only the strongest member counts (antivirus < EDR < managed detection).
#[derive(Clone, Debug, PartialEq)]
pub struct Exclusive {
    /// Name of the group.
    pub group: String,
    /// Higher replaces lower.
    pub rank: u8,
}

/// Duties and recognised minimums.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duties {
    /// Requirements of DIN SPEC 27076 it belongs to, two digits each.
    pub din_spec_27076: Vec<PointId>,
    /// Areas of section 30 BSIG (1 to 10) it belongs to.
    pub bsig_30: Vec<u8>,
    /// Section 38 BSIG (duty of management).
    pub bsig_38: bool,
    /// Article 32 GDPR.
    pub gdpr_art_32: bool,
    /// A usual duty in cyber insurance.
    pub insurer: bool,
    /// When lacking it is a gap in the minimum standard.
    pub gaps: Vec<Gap>,
    /// What the text of a law names.
    pub laws: Vec<LegalDuty>,
    /// Sizes that take it with the next renewal of what it replaces, not as a step of its own.
    pub with_renewal: Vec<SizeClass>,
    /// Sizes where it is none of the first steps, whatever it brings: nobody there can start with it.
    pub not_first: Vec<SizeClass>,
}

/// When lacking a measure is a gap in the minimum standard, and by when it is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The tier that closes it.
    pub tier: TierLevel,
    /// Days within which it is closed.
    pub due_days: BySize<u32>,
    /// Who names it.
    pub yardsticks: Vec<Yardstick>,
    /// For which firms.
    pub when: Condition,
    /// Fewest people in whose firm it is one.
    pub people: u32,
    /// Turnover from which it is one as well, whatever the size class, euros a year.
    pub or_turnover_eur: Option<f64>,
    /// None where the firm denies all of these items and has none of [`Self::or_traits`].
    pub unless_denied: Vec<ItemId>,
    /// Traits with which it is one whatever is denied.
    pub or_traits: Vec<TraitId>,
    /// One of these answers makes it a gap; without them a low degree does.
    pub answers: Vec<AnswerCondition>,
}

impl Gap {
    /// True where it can be a gap in a company of that profile.
    pub fn holds_for(&self, company: &Company, level: Level) -> bool {
        let large = self.or_turnover_eur.zip(company.turnover_eur).is_some_and(|(from, own)| own >= from);
        let any_size = Condition { sizes: Vec::new(), ..self.when.clone() };
        let fits =
            if large { any_size.holds_for(company, level) } else { self.when.holds_for(company, level) };
        let denies = |it: &ItemId| company.digitalisation.get(it) == Some(&false);
        let denied = !self.unless_denied.is_empty()
            && self.unless_denied.iter().all(denies)
            && !self.or_traits.iter().any(|it| company.traits.contains(it));
        fits && company.employees >= self.people && !denied
    }
}

words! {
    /// Who names a gap.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Yardstick {
        /// DIN SPEC 27076.
        DinSpec = "din-spec",
        /// CIS Controls, implementation group 1.
        Cis = "cis",
        /// The small business guide of the British NCSC.
        Ncsc = "ncsc",
        /// German cyber insurers.
        Insurers = "insurers",
    }
}

/// What the text of the BSI Act, or of the rules of a regime, names.
#[derive(Clone, Debug, PartialEq)]
pub struct LegalDuty {
    /// The rules that name it; none for the BSI Act.
    pub regime: Option<Regime>,
    /// The tier that meets it.
    pub tier: TierLevel,
    /// Number of section 30 (2); none for section 38.
    pub number: Option<u8>,
}

/// Multipliers with the measure fully in place and every prerequisite met.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The scenario it acts on.
    pub scenario: ScenarioId,
    /// On events a year; `low` is the strongest effect.
    pub frequency_factor: Option<Estimate>,
    /// On euros per event; `low` is the strongest effect.
    pub severity_factor: Option<Estimate>,
}

/// Another measure it leans on.
#[derive(Clone, Debug, PartialEq)]
pub struct Prerequisite {
    /// The measure leaned on.
    pub measure: MeasureId,
    /// Share of the effect that survives without it; negative where the measure then does harm.
    pub attenuation: Estimate,
    /// True where it comes first whatever survives.
    pub comes_first: bool,
}

/// How far firms have a measure, as a share of full implementation.
#[derive(Clone, Debug, PartialEq)]
pub struct Adoption {
    /// By size class.
    pub by_size: Cited<BySize<Estimate>>,
}

words! {
    /// Level of a variant; proportion is what small firms ask for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum TierLevel {
        /// Own effort, built-in functions.
        Minimum = "minimum",
        /// The usual professional way.
        Standard = "standard",
        /// The full solution.
        Extended = "extended",
    }
}

words! {
    /// Who an outside hour is bought from.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Provider {
        /// Technician of an IT service company.
        Technician = "technician",
        /// Consultant.
        Consultant = "consultant",
    }
}

/// A variant of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier {
    /// Its level.
    pub level: TierLevel,
    /// What exactly is done, in one sentence.
    pub what: String,
    /// Share of the full effect it reaches, by size.
    pub degree: BySize<f64>,
    /// Who outside hours are bought from.
    pub provider: Provider,
    /// True where it is ordered whole or not at all.
    pub whole: bool,
    /// Price by size.
    pub cost: BySize<Cost>,
}

/// Price of a variant or bundle. Money already contains bought hours; own hours are counted apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// Euros once.
    pub one_off_eur: Estimate,
    /// Euros a year.
    pub yearly_eur: Estimate,
    /// Own hours once.
    pub own_hours_one_off: Estimate,
    /// Own hours a year.
    pub own_hours_yearly: Estimate,
    /// Bought hours once, already inside the money.
    pub provider_hours_one_off: f64,
    /// Bought hours a year, already inside the money.
    pub provider_hours_yearly: f64,
}
