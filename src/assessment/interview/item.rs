//! What is asked, what can be replied, and what follows.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::plausibility::Doubt;
use crate::model::{
    Answer, CrownJewel, Evidence, IncidentId, ItemId, Proof, Question, QuestionId, RoleId, SegmentId, State,
    SubTradeId, TopicId, TraitId,
};

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A fact about the company.
    Profile(ProfileItem),
    /// A question of the catalogue.
    Question(QuestionId),
}

/// A fact about the company, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProfileItem {
    /// Market segment; needed.
    Segment,
    /// Persons employed; needed.
    Employees,
    /// How many of them work at a computer.
    Users,
    /// Annual turnover.
    Turnover,
    /// Balance sheet total; asked only where the NIS2 size test turns on it.
    BalanceSheet,
    /// Federal state.
    State,
    /// What a day without IT costs.
    StandstillDay,
    /// Name.
    Name,
    /// Traits, as one list.
    Traits,
    /// Places of work; asked only of firms with several.
    Sites,
    /// The digitalisation items, as one list.
    Digitalisation,
    /// The processes the company lives on.
    CrownJewels,
    /// Damages of the last years, as one list.
    Incidents,
    /// Money that may be lost without endangering the company.
    Reserve,
    /// How often a loss above the reserve can be borne.
    Tolerance,
}

impl ProfileItem {
    /// All, in order.
    pub const ALL: [Self; 15] = [
        Self::Segment,
        Self::Employees,
        Self::Users,
        Self::Turnover,
        Self::BalanceSheet,
        Self::State,
        Self::StandstillDay,
        Self::Name,
        Self::Traits,
        Self::Sites,
        Self::Digitalisation,
        Self::CrownJewels,
        Self::Incidents,
        Self::Reserve,
        Self::Tolerance,
    ];

    /// True where nothing can be reckoned without it.
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Segment | Self::Employees)
    }

    /// Usual time to answer, seconds (own trials, grade C).
    pub fn seconds(self) -> u32 {
        match self {
            Self::Traits | Self::Digitalisation | Self::CrownJewels => 60,
            Self::Incidents => 40,
            Self::Turnover | Self::BalanceSheet | Self::StandstillDay | Self::Reserve | Self::Tolerance => 25,
            Self::Segment | Self::Employees | Self::Users | Self::Sites | Self::State | Self::Name => 10,
        }
    }
}

/// Where a firm belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belongs {
    /// Market segment.
    pub segment: SegmentId,
    /// The kind of firm within it.
    pub sub_trade: Option<SubTradeId>,
    /// The word under which the owner found it.
    pub trade: Option<String>,
}

impl Belongs {
    /// A segment and no more.
    pub fn to(segment: SegmentId) -> Self {
        Self { segment, sub_trade: None, trade: None }
    }
}

/// What someone says about the company; nothing said is an answer where the fact is not needed.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Market segment and what is known within it.
    Segment(Belongs),
    /// Persons employed.
    Employees(u32),
    /// How many of them work at a computer.
    Users(Option<u32>),
    /// Annual turnover in euros.
    Turnover(Option<f64>),
    /// Balance sheet total in euros.
    BalanceSheet(Option<f64>),
    /// Federal state.
    State(Option<State>),
    /// What a day without IT costs, in euros.
    StandstillDay(Option<f64>),
    /// Name.
    Name(Option<String>),
    /// Traits that hold, and those of which nobody said yes or no.
    Traits {
        /// These hold.
        yes: BTreeSet<TraitId>,
        /// These are open; all others are a no.
        open: BTreeSet<TraitId>,
    },
    /// Places of work.
    Sites(Option<u32>),
    /// Items as ticked or not; a missing one is unknown.
    Digitalisation(BTreeMap<ItemId, bool>),
    /// Processes the company lives on.
    CrownJewels(Vec<CrownJewel>),
    /// Damages of the last years by kind; a missing kind is unknown.
    Incidents(BTreeMap<IncidentId, u32>),
    /// Reserve in euros.
    Reserve(Option<f64>),
    /// Highest bearable probability a year of a loss above the reserve.
    Tolerance(Option<f64>),
}

impl Fact {
    /// What it is about.
    pub fn item(&self) -> ProfileItem {
        match self {
            Self::Segment(_) => ProfileItem::Segment,
            Self::Employees(_) => ProfileItem::Employees,
            Self::Users(_) => ProfileItem::Users,
            Self::Turnover(_) => ProfileItem::Turnover,
            Self::BalanceSheet(_) => ProfileItem::BalanceSheet,
            Self::State(_) => ProfileItem::State,
            Self::StandstillDay(_) => ProfileItem::StandstillDay,
            Self::Name(_) => ProfileItem::Name,
            Self::Traits { .. } => ProfileItem::Traits,
            Self::Sites(_) => ProfileItem::Sites,
            Self::Digitalisation(_) => ProfileItem::Digitalisation,
            Self::CrownJewels(_) => ProfileItem::CrownJewels,
            Self::Incidents(_) => ProfileItem::Incidents,
            Self::Reserve(_) => ProfileItem::Reserve,
            Self::Tolerance(_) => ProfileItem::Tolerance,
        }
    }
}

/// An answer to a question of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// How well it is supported.
    pub evidence: Evidence,
    /// With what.
    pub proof: Proof,
    /// Free text.
    pub note: Option<String>,
}

impl Given {
    /// A bare answer.
    pub fn claimed(answer: Answer) -> Self {
        Self { answer, evidence: Evidence::Claimed, proof: Proof::default(), note: None }
    }
}

/// What a respondent can reply.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// A fact about the company.
    Fact(Fact),
    /// An answer to a question.
    Answer(Given),
    /// To the item before.
    Back,
    /// Past this item; an answer it already has stays.
    Skip,
    /// To whoever knows: the question on screen, or all open ones of its topic.
    HandOver {
        /// Who is to answer.
        to: RoleId,
        /// True for the topic.
        topic: bool,
    },
    /// To another item, from the list of answers or out of a doubt.
    GoTo(Item),
    /// What was doubted is how things are.
    Keep,
    /// So many more questions of the short check.
    More(usize),
    /// No more questions; from the list of answers: done.
    Finish,
    /// Save and leave, to go on another day.
    Leave,
}

/// How an interview chooses and orders its questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Everything that fits, by topic.
    Full,
    /// The most valuable questions first, with a pause after so many.
    Short {
        /// Questions until the pause.
        questions: usize,
    },
    /// One topic, with the earlier questions its own depend on.
    Topic(TopicId),
    /// What this role knows; answers are kept beside those of others.
    Role(RoleId),
    /// A repetition: what is due, and what has no answer.
    Again {
        /// Questions to be asked again although they have an answer, in the order of asking; those without one are
        /// added behind them.
        due: Vec<QuestionId>,
        /// Facts about the company to be asked again.
        facts: BTreeSet<ProfileItem>,
    },
}

/// Where the interview stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Step<'i> {
    /// Ask for a fact.
    Profile(ProfileItem),
    /// Ask a question.
    Question(&'i Question),
    /// Point out that answers do not fit together.
    Doubt(&'i Doubt),
    /// The short check has asked what was agreed on.
    Pause,
    /// Everything is asked; the answers can be looked through.
    Review,
    /// Done.
    Finished,
}

/// What followed from a reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// True where there is something to save.
    pub changed: bool,
    /// The topic this answer completed.
    pub topic_done: Option<TopicId>,
    /// True where there was no item before.
    pub at_start: bool,
}

/// A reply that does not fit the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It answers something that was not asked.
    NotAsked,
    /// The question has no such option.
    NoSuchOption,
    /// The catalogue has no such segment.
    NoSuchSegment,
    /// Nothing can be reckoned without this fact.
    Needed,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotAsked => "the reply answers something that was not asked",
            Self::NoSuchOption => "the question has no such option",
            Self::NoSuchSegment => "the catalogue has no such segment",
            Self::Needed => "nothing can be reckoned without this fact",
        })
    }
}

impl std::error::Error for Refusal {}
