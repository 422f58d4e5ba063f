//! Whom we ask: segments, sizes, degrees of digitalisation, traits, topics, roles.

use super::{Cited, Company, Condition, ItemId, Level, RoleId, SegmentId, SizeClass, TopicId, TraitId};

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
    /// Typical turnover by size is the size profile's; this scales it. Not used where turnover is known.
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
}

/// A trait that opens or closes exposures.
#[derive(Clone, Debug, PartialEq)]
pub struct Trait {
    /// Id used by content and answers.
    pub id: TraitId,
    /// As a statement to tick.
    pub text: String,
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
}
