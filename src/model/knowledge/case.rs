//! Cases: what happened to firms and what carried them.

use jiff::civil::Date;

use crate::model::{AttackId, CaseId, Grade, Level, MeasureId, ScenarioId, SegmentId, SizeClass};

words! {
    /// Whether a case warns or encourages.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum CaseKind {
        /// What it cost.
        Worst = "worst",
        /// What carried.
        Best = "best",
    }
}

words! {
    /// Size of the organisation a case is about; unlike firms that are assessed, it may be large.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum CaseSize {
        /// 1 to 9 people.
        Micro = "micro",
        /// 10 to 49 people.
        Small = "small",
        /// 50 to 249 people.
        Medium = "medium",
        /// 250 people and more, or a public body.
        Large = "large",
    }
}

impl CaseSize {
    /// Classes between this and a firm's size: 0 for the same.
    pub fn distance(self, size: SizeClass) -> u32 {
        let own = match size {
            SizeClass::Micro => Self::Micro,
            SizeClass::Small => Self::Small,
            SizeClass::Medium => Self::Medium,
        };
        (self as u32).abs_diff(own as u32)
    }
}

/// Where a case can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Title of the text.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Year, where known.
    pub year: Option<u16>,
    /// Address.
    pub url: String,
}

/// A case. Firms are named only where an office or they themselves did.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Id used by content.
    pub id: CaseId,
    /// Worst or best practice.
    pub kind: CaseKind,
    /// What it is, in one line.
    pub title: String,
    /// Name of the organisation, where it is public by its own doing.
    pub organisation: Option<String>,
    /// The segment it belongs to first.
    pub segment: SegmentId,
    /// Segments it also speaks to.
    pub also_segments: Vec<SegmentId>,
    /// Size of the organisation.
    pub size: CaseSize,
    /// Degree of digitalisation (our estimate).
    pub level: Level,
    /// What happened, as a scenario of the model.
    pub scenario: ScenarioId,
    /// How it came about.
    pub attack: AttackId,
    /// Year of the event, where known.
    pub year: Option<u16>,
    /// What happened.
    pub what: String,
    /// The way in, as far as public.
    pub path: String,
    /// What people had to do with it.
    pub human_factor: String,
    /// True where the human factor is our inference, not the source's.
    pub human_factor_inferred: bool,
    /// How it ended.
    pub outcome: String,
    /// Days of standstill, where reported.
    pub days: Option<f64>,
    /// Damage in euros, where reported.
    pub loss_eur: Option<f64>,
    /// Measures that would have limited it, or that carried (our inference).
    pub measures: Vec<MeasureId>,
    /// What to take from it, in one sentence.
    pub lesson: String,
    /// The case to tell beside it.
    pub pair: Option<CaseId>,
    /// How well it is documented.
    pub grade: Grade,
    /// Day of the last review.
    pub reviewed: Date,
    /// Where it can be read; never empty.
    pub sources: Vec<Citation>,
}
