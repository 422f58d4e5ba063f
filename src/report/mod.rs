//! Facts for readers: numbers, ids, findings. No sentences.

mod ageing;
mod annex;
mod assumptions;
mod build;
mod coverage;
pub mod gate;
mod now;
pub mod peers;
mod phases;
pub mod portfolio;
mod project;
mod provenance;
mod quantified;
mod record;
mod risk;
mod sheets;
mod stress;
mod told;
mod topics;
mod what_if;

pub use ageing::{AgeingFacts, Matter, WornMeasure};
pub use annex::{AnsweredQuestion, AnsweredTopic, UsedSource, answered, unknown_questions, used_sources};
pub use assumptions::{Assumption, Figure};
pub use build::{ProfileFigures, Report, build};
pub use coverage::{Coverage, coverage};
pub use now::Now;
pub use phases::{PhaseFacts, phases};
pub use project::{ProjectFacts, ProjectMeasure, project_facts};
pub use provenance::{MODEL_VERSION, Provenance};
pub use quantified::{
    Figure as LossFigure, LossFigures, PROBABILITIES, Policy, PolicyFigures, Quantified, Quantile,
    ScenarioFile, ScenarioPart, VERIFIED_YEARS, Verified, quantify,
};
pub use record::{PlanRecord, Record, record};
pub use risk::{RiskFacts, ScenarioFacts};
pub use sheets::{Sheet, sheets};
pub use stress::{StressFacts, StressedYear};
pub use topics::{TopicFacts, topics};
pub use what_if::{Then, WhatIf, WithoutMeasures, what_if, without_measures};
