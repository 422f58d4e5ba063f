//! Ground: the nouns and quantities of the field, without files, wire formats or German.
//!
//! Everything here is a resolved value: a reference that exists, a number in its range. Raw content becomes
//! these types in [`crate::catalogue`], an owner's answers in [`crate::assessment`].

#[macro_use]
mod word;

mod answer;
mod bundle;
mod calibration;
mod catalogue;
mod class;
mod company;
mod condition;
mod constants;
mod contradiction;
mod estimate;
mod grant;
mod id;
mod knowledge;
mod ladder;
mod measure;
mod nearest;
mod posture;
mod price;
mod profile;
mod question;
mod scenario;
mod size;
mod source;
mod spelling;
mod term;
mod trade;
mod view;

pub use answer::{
    Acceptance, Answer, Answers, CallFor, ContractCheck, Evidence, GateLimits, InsuranceOffer, OwnContact,
    OwnCost, Practised, Proof, Quote, QuoteState, Record, RungId, TakenDecision, Tick, Verdict, Visit, Voice,
};
pub use bundle::{Bundle, PolicyTerms, Supply};
pub use calibration::{
    Ageing, BearingLimits, ByGrade, Calibration, Chain, DigitalCurve, Experience, IncidentKind, PriceCourse,
    PriceRules, Standstill, StressLine, Uncertainty, Unit,
};
pub use catalogue::{Catalogue, ContentVersion, Successors};
pub use class::{ByLevel, BySize, Level, SizeClass};
pub use company::{Company, CrownJewel, OpenTraits, State};
pub use condition::{AnswerCondition, Condition};
pub use constants::{Constants, HourlyRates, Overlap, Reference, Residual};
pub use contradiction::{Contradiction, Side};
pub use estimate::{Cited, Estimate, Grade, Interval};
pub use grant::Grant;
pub use id::{
    AttackId, BundleId, CaseId, ContactId, ContradictionId, DrillId, GrantId, IncidentId, ItemId, LawId,
    MeasureId, MessageId, OptionId, PointId, ProjectId, QuestionId, RoleId, ScenarioId, SegmentId,
    SelfCheckId, SourceId, SubTradeId, SystemId, TopicId, TraitId, TriggerId, UnitId,
};
pub use knowledge::{
    Applies, AttackType, Case, CaseKind, CaseSize, Choice, Citation, CompanyFact, Contact, ContactKind,
    ContactState, Deliverables, Deliverer, Drill, Exposure, HowTo, HowToTier, Knowledge, LearningUnit,
    LegalFact, LegalKind, Lever, Message, OfferTerms, Phone, Project, ProjectQuestion, REVIEW_MONTHS,
    SelfCheck, Setting, SettingLine, Statement, Step, StopgapSheet, System, SystemUse, Trigger,
    review_is_overdue,
};
pub use ladder::LadderConstants;
pub use measure::{
    Acts, Adoption, Class, Cost, Duties, Effect, Exclusive, Gap, Kind, LegalDuty, Measure, MeasureRole,
    Prerequisite, Provider, Stopgap, Tier, TierLevel, Yardstick,
};
pub use nearest::nearest;
pub use posture::{Basis, Degree, Posture};
pub use price::PriceSize;
pub use profile::{
    DigitalItem, LevelProfile, Role, RoleKind, Segment, Shifts, SizeProfile, Topic, Trait, TraitExposure,
    TurnoverPerHead, TypicalProcess, WzCode,
};
pub use question::{
    AnswerOption, DinCheck, ExampleFrom, Informs, InsurerCheck, Nis2Sector, Question, QuestionKind,
    References, Regime,
};
pub use scenario::{ByFactor, Downtime, FrequencyEstimate, Scenario, SeverityEstimate};
pub use size::{Anchors, Course, FirmSize, Scale, SizeCourses, share_odds};
pub use source::{Checked, Source};
pub use spelling::{Spelling, stem};
pub use term::Term;
pub use trade::{EverydayLine, Example, Home, Homes, SubTrade, Trade, Trades};
pub use view::{
    CheckList, CheckLists, CheckPoint, DinRequirement, DinSpec, Point, SaidBy, Views, point_text,
};
pub use word::Word;
