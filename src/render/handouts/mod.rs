//! One-page papers for the wall and the file, composed from a report.
//!
//! Each kind has its own file; its sentences stand in [`crate::german::handouts`]. All of them fit one page with the
//! longest data, except the kit, the measure sheets and the tasks, which have a page per sheet or person, and a long
//! request.

mod check_lists;
mod emergency;
mod emergency_plan;
pub mod how_to;
mod leadership;
mod learning;
mod materials;
mod open_points;
mod paper;
mod project;
mod provider_choice;
pub mod provider_request;
mod suggestion;
mod tasks;
mod team_talk;

pub use project::{paper as project_paper, terminal as project_terminal};

use crate::german::handouts::BOX;
use crate::guidance::LearningPlan;
use crate::model::Catalogue;
use crate::report::Report;
use typeset::document::Document;

/// The papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Who calls whom, the first hour, the clocks.
    EmergencyCard,
    /// Roles, the first hour, order of restart, notices, restoring, practice.
    EmergencyPlan,
    /// Five reflexes, four times.
    WalletCard,
    /// A year of learning.
    TrainingPlan,
    /// Twelve points for management.
    Leadership,
    /// The modules for management, to learn alone or at a table.
    LeadershipModules,
    /// What suppliers are asked.
    SupplierQuestionnaire,
    /// Open questions by role.
    OpenPoints,
    /// Ten questions before a signature.
    ProjectCheck,
    /// Twelve points of a contract.
    ContractCheck,
    /// Five minutes for the team.
    TeamTalk,
    /// Guide, tasks and solutions.
    PassOnKit,
    /// A note of units attended.
    Participation,
    /// A form for suggestions.
    Suggestion,
    /// How each measure of the plan is carried out.
    HowTo,
    /// What the IT provider is asked for.
    ProviderRequest,
    /// What each person does, learns and finds out.
    Tasks,
    /// Sheets that the learning plan names.
    Materials,
    /// Choosing an IT provider.
    ProviderChoice,
}

impl Kind {
    /// All papers.
    pub const ALL: [Self; 19] = [
        Self::EmergencyCard,
        Self::EmergencyPlan,
        Self::WalletCard,
        Self::TrainingPlan,
        Self::Leadership,
        Self::LeadershipModules,
        Self::SupplierQuestionnaire,
        Self::OpenPoints,
        Self::ProjectCheck,
        Self::ContractCheck,
        Self::TeamTalk,
        Self::PassOnKit,
        Self::Participation,
        Self::Suggestion,
        Self::HowTo,
        Self::ProviderRequest,
        Self::Tasks,
        Self::Materials,
        Self::ProviderChoice,
    ];

    /// The word on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EmergencyCard => "emergency-card",
            Self::EmergencyPlan => "emergency-plan",
            Self::WalletCard => "wallet-card",
            Self::TrainingPlan => "training-plan",
            Self::Leadership => "leadership",
            Self::LeadershipModules => "leadership-modules",
            Self::SupplierQuestionnaire => "supplier-questionnaire",
            Self::OpenPoints => "open-points",
            Self::ProjectCheck => "project-check",
            Self::ContractCheck => "contract-check",
            Self::TeamTalk => "team-talk",
            Self::PassOnKit => "pass-on-kit",
            Self::Participation => "participation",
            Self::Suggestion => "suggestion",
            Self::HowTo => "how-to",
            Self::ProviderRequest => "provider-request",
            Self::Tasks => "tasks",
            Self::Materials => "materials",
            Self::ProviderChoice => "provider-choice",
        }
    }
}

/// What a paper is made from.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The content.
    pub catalogue: &'a Catalogue,
    /// The firm's report.
    pub report: &'a Report,
    /// The learning plan for the time the firm has.
    pub learning: &'a LearningPlan,
}

/// Composes a paper.
pub fn compose(kind: Kind, subject: Subject<'_>) -> Document {
    match kind {
        Kind::EmergencyCard => emergency::card(subject),
        Kind::EmergencyPlan => emergency_plan::plan(subject),
        Kind::WalletCard => emergency::wallet(subject),
        Kind::TrainingPlan => learning::plan(subject),
        Kind::Leadership => leadership::paper(subject),
        Kind::LeadershipModules => learning::leadership_modules(subject),
        Kind::SupplierQuestionnaire => check_lists::supplier(subject),
        Kind::OpenPoints => open_points::paper_of(subject),
        Kind::ProjectCheck => check_lists::project(subject),
        Kind::ContractCheck => check_lists::contract(subject),
        Kind::TeamTalk => team_talk::paper_of(subject),
        Kind::PassOnKit => learning::kit(subject),
        Kind::Participation => learning::participation(subject),
        Kind::Suggestion => suggestion::paper_of(subject),
        Kind::HowTo => how_to::paper_of(subject, None),
        Kind::ProviderRequest => provider_request::paper_of(subject),
        Kind::Tasks => tasks::paper_of(subject),
        Kind::Materials => materials::paper_of(subject),
        Kind::ProviderChoice => provider_choice::paper_of(subject),
    }
}
