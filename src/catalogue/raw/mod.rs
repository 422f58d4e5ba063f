//! The shapes of the content files: the only place that knows their keys.
//!
//! Shapes say what may be written, not what makes sense; sense is checked in [`super::resolve`]. Every shape
//! refuses unknown keys. Whatever a fault may have to point at is an [`At`]. The documentation of a field
//! is what editors show beside the key (`schemas/`).

mod at;
mod bundle;
mod calibration;
mod case;
mod checklist;
mod common;
mod contact;
mod contradiction;
mod grant;
mod how_to;
mod knowledge;
mod ladder;
mod learning;
mod measure;
mod profile;
mod project;
mod question;
mod scenario;
mod trade;
mod view;
mod word;
mod wording;

pub(crate) use at::{At, Span};
pub(crate) use bundle::{Bundle, Policy, Supply};
pub(crate) use calibration::{
    Ageing, ByGrade, Calibration, Chain, Course, DigitalCurve, Experience, ScaleName, SizeCourses,
    Standstill, StressLine, Uncertainty,
};
pub(crate) use case::{Attack, Case, Citation};
pub(crate) use checklist::{AnsweredFact, CheckList, CheckPoint, Says};
pub(crate) use common::{
    AnswerWhen, BySize, CitedCount, CitedEstimate, CitedNumber, CitedShares, Cost, ProfileWhen, Triple,
    UnitName, When,
};
pub(crate) use contact::{Contact, LegalFact, OfferTerms, Phone};
pub(crate) use contradiction::{Contradictions, Side};
pub(crate) use grant::{Day, Grant};
pub(crate) use how_to::{HowTo, HowToTier, SettingLine, StopgapSheet, System, Systems};
pub(crate) use knowledge::{Constants, Sources};
pub(crate) use ladder::Ladder;
pub(crate) use learning::{Drill, Message, SelfCheck, Statement, Step, Unit};
pub(crate) use measure::{Adoption, Duties, Effect, Exclusive, Gap, Measure, Stopgap, Tier};
pub(crate) use profile::{
    Content, Ids, Items, Level, Levels, NamedText, Process, Roles, Segment, Size, Topics, TraitExposure,
    Traits, Wz,
};
pub(crate) use project::{Exposure, Project, ProjectQuestion, Trigger};
pub(crate) use question::{AnswerOption, Feeds, Question};
pub(crate) use scenario::{
    CitedByLevel, CitedBySegment, CitedBySize, Downtime, Frequency, Scenario, Severity,
};
pub(crate) use trade::{Home, SubTrade, Trade, TradeCodes, TradeList, TradeSearch};
pub(crate) use view::{DinRequirement, DinSpec, Point, View};
pub(crate) use wording::{Avoided, Wording};
