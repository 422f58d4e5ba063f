//! Yardsticks of others and papers made of points to tick.

use super::{Condition, MeasureId, PointId, QuestionId, Regime, TraitId};

/// The yardsticks that are laid on the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Views {
    /// Usual duties of cyber insurers before a loss, in the order a proposal form asks them.
    pub insurer: Vec<Point>,
    /// What large customers usually ask a small supplier.
    pub customer: Vec<Point>,
    /// What a firm's security rests on.
    pub pillars: Vec<Point>,
    /// Competences of `DigComp` 2.2, by number.
    pub competences: Vec<Point>,
    /// The check of DIN SPEC 27076.
    pub din: DinSpec,
}

/// A point of a yardstick.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Id used by content.
    pub id: PointId,
    /// In plain words.
    pub text: String,
    /// Measures that stand for it; none where questions name the point themselves.
    pub measures: Vec<MeasureId>,
    /// The rules that ask it; none where everybody does.
    pub regime: Option<Regime>,
}

/// The text of a point; its id where the list does not have it.
pub fn point_text<'p>(points: &'p [Point], id: &'p str) -> &'p str {
    points.iter().find(|it| it.id.as_str() == id).map_or(id, |it| it.text.as_str())
}

/// Topics and requirements of DIN SPEC 27076 (`CyberRisikoCheck`).
///
/// The structure (numbers, triple weight) is a fact about the standard; the words are ours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DinSpec {
    /// The topics in the order of the standard.
    pub topics: Vec<Point>,
    /// The requirements in the order of the standard.
    pub requirements: Vec<DinRequirement>,
}

/// A requirement of the check.
#[derive(Clone, Debug, PartialEq)]
pub struct DinRequirement {
    /// Its number, two digits.
    pub id: PointId,
    /// The topic it belongs to.
    pub topic: PointId,
    /// TOP requirements give three points and cost three.
    pub top: bool,
    /// In our own words.
    pub text: String,
}

/// The papers made of points to tick.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckLists {
    /// What only management can decide.
    pub leadership: CheckList,
    /// What a contract should say.
    pub contract: CheckList,
    /// What suppliers are asked.
    pub supplier: CheckList,
    /// What is asked before something new is signed.
    pub project: CheckList,
    /// Steps until the data are back; empty where content has none.
    pub restore: CheckList,
}

/// A paper made of points to tick.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckList {
    /// Heading.
    pub title: String,
    /// What it is about, for the metadata of the file.
    pub subject: String,
    /// How to use it; none where the figures of the firm stand there.
    pub lead: Option<String>,
    /// Head of the last column.
    pub last_column: String,
    /// Below the table.
    pub note: String,
    /// Lines to write on.
    pub lines: Vec<String>,
    /// The points in order.
    pub points: Vec<CheckPoint>,
    /// Contracts to lay beside the paper, by the trait that brings them.
    pub contracts: Vec<(TraitId, String)>,
    /// Who is asked, and what they contribute.
    pub actors: Vec<(String, String)>,
}

/// A point to tick.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckPoint {
    /// Id used by content.
    pub id: PointId,
    /// What is ticked.
    pub text: String,
    /// Firms it is meant for.
    pub when: Condition,
    /// True where only entities under section 28 BSIG ask it.
    pub bsig: bool,
    /// What of the answers speaks to it; none where nothing does.
    pub said_by: Option<SaidBy>,
    /// True where it is held against the hours the firm's processes may stand still.
    pub bearable: bool,
}

/// What of the answers speaks to a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaidBy {
    /// The degree of a measure.
    Measure(MeasureId),
    /// The answer to a question.
    Question(QuestionId),
    /// Processes the firm lives on are named.
    CrownJewels,
    /// What a day without IT costs is stated.
    StandstillDay,
}
