//! Whom we ask: segments, sizes, degrees of digitalisation, traits, topics, roles.

use std::collections::BTreeMap;

use super::{
    Cited, Company, Condition, ItemId, Level, RoleId, ScenarioId, SegmentId, SizeClass, TopicId, TraitId,
};

/// A market segment.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Id used by content and answers.
    pub id: SegmentId,
    /// Name for people.
    pub title: String,
    /// Trades that belong to it, for the owner to recognise himself.
    pub examples: String,
    /// Sector codes, both editions.
    pub wz: Vec<WzCode>,
    /// Factor on euros per event.
    pub severity: Cited<f64>,
    /// Fixed cost (personnel, rent, leasing, insurance, interest) as a share of turnover.
    pub fixed_cost_share: Cited<f64>,
    /// Contribution margin as a share of turnover.
    pub contribution_margin_share: Cited<f64>,
    /// Turnover of a firm that gives none.
    pub turnover_per_head: Cited<TurnoverPerHead>,
    /// Labour cost of an own hour, euros.
    pub own_hour_eur: Cited<f64>,
    /// People with a computer of their own, as a share of all.
    pub computer_users: Cited<f64>,
    /// Share of the segment among all small firms.
    pub share_of_firms: Cited<f64>,
    /// How the segment departs from the average one in what firms have.
    pub shifts: Cited<Shifts>,
    /// What the place of work is called.
    pub workplace: String,
    /// What customers are called here.
    pub customers: String,
    /// Processes such firms usually live on.
    pub processes: Vec<TypicalProcess>,
    /// Traits usual here, offered as ticked.
    pub typical_traits: Vec<TraitId>,
    /// Annexes of the BSIG (1, 2) under which activities of this segment can fall; none where it is unusual.
    pub nis2_annexes: Vec<u8>,
    /// What NIS2 means here, in one or two sentences.
    pub nis2_hint: String,
}

/// Turnover of a firm that gives none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TurnoverPerHead {
    /// Euros a head and year at 25 people.
    pub eur: f64,
    /// Standard deviation of the logarithm between firms.
    pub deviation: f64,
}

/// Shifts of the logarithm of the odds that a firm of a segment has something, against the average segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shifts {
    /// Every item of digitalisation.
    pub digitalisation: f64,
    /// Single items, on top.
    pub items: BTreeMap<ItemId, f64>,
    /// Traits.
    pub traits: BTreeMap<TraitId, f64>,
}

/// A sector code range in the German classification of economic activities.
#[derive(Clone, Debug, PartialEq)]
pub struct WzCode {
    /// Edition: 2008 or 2025.
    pub edition: u16,
    /// Divisions, groups or classes, such as "43" or "10.71".
    pub codes: Vec<String>,
}

/// A process firms of a segment usually live on.
#[derive(Clone, Debug, PartialEq)]
pub struct TypicalProcess {
    /// What owners call it.
    pub text: String,
    /// Usual tolerable hours of standstill.
    pub tolerable_hours: f64,
}

/// A size class with its reference values.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeProfile {
    /// The class.
    pub size: SizeClass,
    /// Name for people.
    pub title: String,
    /// Persons employed of the reference firm.
    pub reference_employees: f64,
    /// IT users of the reference firm; prices are for so many.
    pub reference_users: f64,
    /// Turnover of the reference firm, euros.
    pub reference_turnover_eur: f64,
    /// Relief of attenuation: in a small team one person's eye replaces part of the formal prerequisite.
    pub attenuation_relief: Cited<f64>,
    /// Own hours a month such a firm can put into security, for the roadmap.
    pub hours_per_month: Cited<f64>,
    /// Months between full checks.
    pub review_months: u32,
}

/// A degree of digitalisation.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelProfile {
    /// The level.
    pub level: Level,
    /// Name for people.
    pub title: String,
    /// Fewest ticked items of twelve.
    pub from_items: u32,
}

/// One of the twelve items of the EU Digital Intensity Index, in an owner's words.
#[derive(Clone, Debug, PartialEq)]
pub struct DigitalItem {
    /// Id used by answers.
    pub id: ItemId,
    /// As a statement to tick.
    pub text: String,
    /// Traits whose yes answers it; one with its own id answers it with no, too.
    pub answered_by: Vec<TraitId>,
    /// Share of firms of the three reference sizes with the item, in the average segment.
    pub share: Cited<[f64; 3]>,
}

/// A trait that opens or closes exposures.
#[derive(Clone, Debug, PartialEq)]
pub struct Trait {
    /// Id used by content and answers.
    pub id: TraitId,
    /// As a statement to tick.
    pub text: String,
    /// The trait it builds on and takes the place of: of both only this one's exposure counts.
    pub implies: Option<TraitId>,
    /// Share of firms of the three reference sizes with the trait, in the average segment.
    pub prevalence: Cited<[f64; 3]>,
    /// What it multiplies scenarios by.
    pub exposure: Vec<TraitExposure>,
}

/// What a trait multiplies a scenario by, against the same firm without it.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitExposure {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Multiplies events a year.
    pub frequency: Option<f64>,
    /// Multiplies euros per event.
    pub severity: Option<f64>,
    /// Standard deviation of the factors' logarithm.
    pub deviation: f64,
}

/// A topic that groups questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Id used by content.
    pub id: TopicId,
    /// Name for people.
    pub title: String,
    /// One sentence on what it is about.
    pub summary: String,
}

words! {
    /// How a role stands to the others.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum RoleKind {
        /// Works in the firm.
        Staff = "staff",
        /// Works in the firm and is trained for a duty of its own.
        Specialist = "specialist",
        /// Learns a trade in the firm.
        Apprentice = "apprentice",
        /// Works for the firm from outside.
        Outside = "outside",
    }
}

/// A role in or around the company.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Id used by content and answers.
    pub id: RoleId,
    /// Name for people.
    pub title: String,
    /// In a word, where many stand side by side.
    pub short: String,
    /// How a person of that role says so; none where a check rarely begins with them.
    pub says: Option<String>,
    /// How it stands to the others.
    pub kind: RoleKind,
    /// Fewest people a firm needs to have it.
    pub from_employees: u32,
    /// Firms that have it: one of these holds; every firm where none is named.
    pub when: Vec<Condition>,
}

impl Role {
    /// True where a firm of this profile has the role.
    pub fn is_in(&self, company: &Company, level: Level) -> bool {
        let holds = self.when.is_empty() || self.when.iter().any(|it| it.holds_for(company, level));
        company.employees >= self.from_employees && holds
    }

    /// True where a firm of this profile has the work of the role, whatever its number of people.
    pub fn work_in(&self, company: &Company, level: Level) -> bool {
        let anyhow = |it: &Condition| Condition { people: 0, ..it.clone() }.holds_for(company, level);
        self.when.is_empty() || self.when.iter().any(anyhow)
    }

    /// The same where an open trait may turn out to be a yes.
    pub fn may_be_in(&self, company: &Company, level: Level) -> bool {
        let may_hold = |it: &Condition| {
            let mut wide = company.clone();
            wide.traits.extend(it.traits.iter().filter(|it| company.has(it).is_none()).cloned());
            it.holds_for(&wide, level)
        };
        company.employees >= self.from_employees && (self.when.is_empty() || self.when.iter().any(may_hold))
    }
}
