//! What an owner has answered and decided.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Company, MeasureId, OptionId, PointId, Question, QuestionId, RoleId, TierLevel, UnitId};

/// An answer; not knowing is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One of the question's options.
    Chosen(OptionId),
    /// Nobody in the room knew.
    Unknown,
    /// It does not apply here.
    NotApplicable {
        /// In the owner's words; may be empty.
        because: String,
    },
}

/// How well an answer is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Said.
    Claimed,
    /// A record was seen.
    Shown,
    /// It was tried out.
    Tested,
}

impl Evidence {
    /// The id used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Shown => "shown",
            Self::Tested => "tested",
        }
    }
}

/// What an answer was supported with, so that somebody else can look it up; empty where nobody wrote it down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// What was seen: a paper, a setting, a log.
    pub document: Option<String>,
    /// Who said or showed it.
    pub person: Option<String>,
    /// When it was seen, where that is not the day of the answer.
    pub date: Option<Date>,
    /// Where it was seen or is kept.
    pub place: Option<String>,
}

impl Proof {
    /// True where nothing was written down.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A talk with people of the firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The day.
    pub date: Date,
    /// Where.
    pub place: Option<String>,
    /// Who took part.
    pub participants: Vec<String>,
}

/// One answered question.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The answer.
    pub answer: Answer,
    /// How well it is supported.
    pub evidence: Evidence,
    /// With what.
    pub proof: Proof,
    /// The day it describes; ageing counts from here.
    pub date: Date,
    /// Who answered.
    pub by: Option<RoleId>,
    /// Free text.
    pub note: Option<String>,
    /// What others answered to the same question, in the order in which they were asked.
    pub also: Vec<Voice>,
}

impl Record {
    /// What counts of several voices: of those who know, the one the question ranks first; who speaks for the firm as a
    /// whole ranks first, too. Only where nobody knew it is unknown.
    pub fn best(&self, question: &Question) -> &Answer {
        let rank = |by: Option<&RoleId>| {
            by.map_or(0, |by| question.knows.iter().position(|it| it == by).unwrap_or(usize::MAX))
        };
        let voices = self.also.iter().map(|it| (rank(Some(&it.by)), &it.answer));
        let all = std::iter::once((rank(self.by.as_ref()), &self.answer)).chain(voices);
        let known = all.filter(|it| *it.1 != Answer::Unknown);
        known.min_by_key(|it| it.0).map_or(&self.answer, |it| it.1)
    }

    /// A bare answer: claimed, by nobody named, without a note.
    pub fn claimed(answer: Answer, date: Date) -> Self {
        Self {
            answer,
            evidence: Evidence::Claimed,
            proof: Proof::default(),
            date,
            by: None,
            note: None,
            also: Vec::new(),
        }
    }
}

/// The same question answered by someone else. It counts where it differs: the report names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The answer.
    pub answer: Answer,
    /// How well it is supported.
    pub evidence: Evidence,
    /// With what.
    pub proof: Proof,
    /// The day it describes.
    pub date: Date,
    /// Who answered.
    pub by: RoleId,
    /// Free text.
    pub note: Option<String>,
}

/// What management decided about a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It will be done.
    Do,
    /// The risk is knowingly borne.
    Accept,
}

/// What makes an accepted risk accountable.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptance {
    /// Why it is borne.
    pub reason: String,
    /// Who bears it.
    pub owner: String,
    /// When it is looked at again.
    pub review: Date,
}

/// A decision as taken and written into the answers file.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenDecision {
    /// Do or accept.
    pub verdict: Verdict,
    /// When it was taken.
    pub date: Date,
    /// The variant to be done, where one was named.
    pub tier: Option<TierLevel>,
    /// Due date of a measure to be done.
    pub due: Option<Date>,
    /// Who does it; who bears a risk stands with its acceptance.
    pub owner: Option<String>,
    /// Present exactly where the risk is accepted.
    pub acceptance: Option<Acceptance>,
}

impl TakenDecision {
    /// True where a risk was accepted and the day on which it was to be looked at again has passed: the decision
    /// no longer holds and the figures speak again.
    pub fn has_lapsed(&self, on: Date) -> bool {
        self.acceptance.as_ref().is_some_and(|it| it.review < on)
    }

    /// True where a measure was to be done by a day that has passed.
    pub fn is_late(&self, on: Date) -> bool {
        self.verdict == Verdict::Do && self.due.is_some_and(|it| it < on)
    }
}

/// The firm's own price; replaces the catalogue's for the named tier, or for all tiers.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCost {
    /// The tier it prices; all where none is named.
    pub tier: Option<TierLevel>,
    /// Euros once.
    pub one_off_eur: f64,
    /// Euros a year.
    pub yearly_eur: f64,
    /// Own hours once.
    pub own_hours_one_off: f64,
    /// Own hours a year.
    pub own_hours_yearly: f64,
}

words! {
    /// Whom a firm calls in an emergency, by what for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum CallFor {
        /// Decides.
        Management = "management",
        /// Decides where management cannot be reached.
        Deputy = "deputy",
        /// Limits the damage.
        Provider = "provider",
        /// Stops payments.
        Bank = "bank",
        /// The policy's emergency line.
        Insurer = "insurer",
        /// Tells customers.
        Customers = "customers",
    }
}

/// Somebody the firm calls, entered once and printed wherever the call is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnContact {
    /// A person or a firm.
    pub name: String,
    /// As it is dialled.
    pub phone: String,
    /// What has to be said, such as the number of a contract.
    pub note: Option<String>,
}

/// What a provider answers to a request for prices.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// What is said.
    pub state: QuoteState,
    /// The variant it is about, where one was named.
    pub tier: Option<TierLevel>,
    /// Number of the request it answers.
    pub request: Option<String>,
}

/// What a provider can say about a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteState {
    /// They offer it; the price stands with the own prices.
    Offered,
    /// They do not offer it.
    Declined,
    /// It is done already, they say; a claim like any other.
    InPlace,
}

impl QuoteState {
    /// All.
    pub const ALL: [Self; 3] = [Self::Offered, Self::InPlace, Self::Declined];

    /// The id used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Declined => "declined",
            Self::InPlace => "in-place",
        }
    }
}

words! {
    /// What a look into a contract found on a point.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Tick {
        /// It is there.
        Yes = "yes",
        /// It is missing.
        No = "no",
        /// It has to be asked.
        Unclear = "unclear",
    }
}

/// A contract held against the check list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractCheck {
    /// When it was read.
    pub date: Date,
    /// What was found, by point.
    pub points: BTreeMap<PointId, Tick>,
}

impl ContractCheck {
    /// A year later it is read again; none beyond the calendar's end.
    pub fn again(&self) -> Option<Date> {
        self.date.checked_add(1.year()).ok()
    }
}

/// What practising showed of the people of one role: sums, no names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practised {
    /// Day of the last result that was kept.
    pub date: Date,
    /// Results kept.
    pub results: u32,
    /// What was not sure, by the unit that teaches it: one point for half of it, two for all.
    pub missing: BTreeMap<UnitId, u32>,
}

impl Practised {
    /// A result with what was not sure in it.
    pub fn one(date: Date, missing: BTreeMap<UnitId, u32>) -> Self {
        Self { date, results: 1, missing }
    }

    /// The same with another result; what is older than a year gives way.
    #[must_use]
    pub fn with(mut self, later: Self) -> Self {
        if !self.counts_on(later.date) {
            return later;
        }
        self.date = later.date;
        self.results = self.results.saturating_add(later.results);
        for (unit, points) in later.missing {
            let sum = self.missing.entry(unit).or_default();
            *sum = sum.saturating_add(points);
        }
        self
    }

    /// True within a year.
    pub fn counts_on(&self, day: Date) -> bool {
        self.date.checked_add(1.year()).is_ok_and(|end| day <= end)
    }

    /// Points a result for a unit, 0 to 2.
    pub fn missing_of(&self, unit: &UnitId) -> f64 {
        let points = self.missing.get(unit).copied().unwrap_or(0);
        (f64::from(points) / f64::from(self.results.max(1))).min(2.0)
    }
}

/// An insurance offer to be judged.
#[derive(Clone, Debug, PartialEq)]
pub struct InsuranceOffer {
    /// Euros a year.
    pub premium_eur: f64,
    /// Euros per event that the firm keeps.
    pub deductible_eur: f64,
    /// Euros per event that the insurer pays at most.
    pub limit_eur: f64,
    /// True where it is in force already.
    pub in_force: bool,
}

/// Thresholds for `gate` kept in the file; every one is optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GateLimits {
    /// Euros a year.
    pub max_expected_loss_eur: Option<f64>,
    /// Euros in a year of which only one in twenty is worse.
    pub max_bad_year_eur: Option<f64>,
    /// Probability a year of a loss above the reserve.
    pub max_ruin_probability: Option<f64>,
    /// Points of DIN SPEC 27076.
    pub min_din_points: Option<i32>,
    /// Days since the oldest answer.
    pub max_age_days: Option<u32>,
    /// Days since figures and law in the content were last checked.
    pub max_content_age_days: Option<u32>,
    /// An older answers file, beside this one, that must not be worse.
    pub baseline: Option<String>,
    /// True where nothing that law or contract demands may be missing.
    pub no_open_duty: bool,
    /// True where no decision may be past its day.
    pub no_overdue_decision: bool,
}

/// Everything an answers file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// Version of the content it was answered with, such as "2026.1".
    pub content: String,
    /// The company.
    pub company: Company,
    /// Answered questions.
    pub records: BTreeMap<QuestionId, Record>,
    /// Questions handed over to whoever knows, while they are open.
    pub handed_over: BTreeMap<QuestionId, RoleId>,
    /// Talks in which answers were given, the earliest first.
    pub visits: Vec<Visit>,
    /// Decisions taken.
    pub decisions: BTreeMap<MeasureId, TakenDecision>,
    /// Own prices.
    pub costs: BTreeMap<MeasureId, OwnCost>,
    /// What a provider says about measures; it moves no figure.
    pub quotes: BTreeMap<MeasureId, Quote>,
    /// Insurance offer or policy.
    pub insurance: Option<InsuranceOffer>,
    /// The contract with the IT provider, as last read.
    pub contract: Option<ContractCheck>,
    /// What practising showed, by role.
    pub practised: BTreeMap<RoleId, Practised>,
    /// Whom the firm calls in an emergency.
    pub contacts: BTreeMap<CallFor, OwnContact>,
    /// Thresholds for `gate`.
    pub gate: GateLimits,
    /// The rung of the ladder that management has chosen.
    pub plan_rung: Option<RungId>,
}

/// A rung of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RungId {
    /// Every purchase in it is worth its money, own time and attention.
    Pays,
    /// No gap that every adviser, insurer and large customer would name first.
    Baseline,
    /// A loss above the reserve at most once in a hundred years.
    Reserve,
}

impl RungId {
    /// All rungs, lowest first.
    pub const ALL: [Self; 3] = [Self::Pays, Self::Baseline, Self::Reserve];

    /// The id used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pays => "pays",
            Self::Baseline => "baseline",
            Self::Reserve => "reserve",
        }
    }

    /// Reads an id as used in files.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == id)
    }
}

impl Answers {
    /// A company that has answered and decided nothing yet.
    pub fn unanswered(content: impl Into<String>, company: Company) -> Self {
        Self {
            content: content.into(),
            company,
            records: BTreeMap::new(),
            handed_over: BTreeMap::new(),
            visits: Vec::new(),
            decisions: BTreeMap::new(),
            costs: BTreeMap::new(),
            quotes: BTreeMap::new(),
            insurance: None,
            contract: None,
            practised: BTreeMap::new(),
            contacts: BTreeMap::new(),
            gate: GateLimits::default(),
            plan_rung: None,
        }
    }

    /// The oldest and newest day an answer describes, those after `until` left out, since they are mistyped; none without
    /// answers.
    pub fn date_range(&self, until: Date) -> Option<(Date, Date)> {
        let dates = self.records.values().map(|it| it.date).filter(|it| *it <= until);
        Some((dates.clone().min()?, dates.max()?))
    }
}
