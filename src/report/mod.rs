//! Facts for readers: numbers, ids, findings. No sentences.

mod annex;
mod coverage;
mod topics;

pub use annex::{AnsweredQuestion, AnsweredTopic, UsedSource, answered, unknown_questions, used_sources};
pub use coverage::{Coverage, OpenPoint, coverage, open_points};
pub use topics::{TopicFacts, topics};
