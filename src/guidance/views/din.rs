//! Points of DIN SPEC 27076:2023-05 (`CyberRisikoCheck`), section 6.4.1: 27 requirements, five of them TOP.
//!
//! The structure (numbers, TOP marks, points) is a fact about the standard; its text is not ours to print.
//! Sources: two independent public implementations and consultants' descriptions agree on it.

use super::check::{Check, Status, judge, together};
use crate::assessment::Standings;
use crate::model::{Answers, Catalogue, DinRequirement, PointId};

impl DinRequirement {
    /// Points when met.
    pub fn worth(&self) -> i32 {
        if self.top { 3 } else { 1 }
    }

    /// Points in that state: a TOP requirement that is not met costs what it would give.
    pub fn points(&self, status: Status) -> i32 {
        match status {
            Status::Met => self.worth(),
            Status::NotMet | Status::Open if self.top => -self.worth(),
            Status::NotMet | Status::Open | Status::Irrelevant => 0,
        }
    }
}

/// A requirement and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct RequirementResult {
    /// The requirement.
    pub requirement: DinRequirement,
    /// Where it stands: met only if every relevant check is met.
    pub status: Status,
    /// The checks behind it.
    pub checks: Vec<Check>,
}

/// The check's points for one firm.
#[derive(Clone, Debug, PartialEq)]
pub struct DinView {
    /// Points; what is open counts as not met, as it would in the standard's own interview.
    pub points: i32,
    /// Points if everything open turned out to be met.
    pub points_if_open_met: i32,
    /// Highest reachable points: irrelevant requirements shrink it.
    pub maximum: i32,
    /// All 27 requirements.
    pub requirements: Vec<RequirementResult>,
}

/// Points of some requirements, between what is sure and what open answers may still bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DinPoints {
    /// What is open counted as not met.
    pub sure: i32,
    /// What is open counted as met.
    pub if_open_met: i32,
    /// All of them met.
    pub maximum: i32,
}

impl DinPoints {
    fn of<'r>(relevant: impl Iterator<Item = &'r RequirementResult>) -> Self {
        let mut sum = Self { sure: 0, if_open_met: 0, maximum: 0 };
        for it in relevant {
            let at_best = if it.status == Status::Open { Status::Met } else { it.status };
            sum.sure += it.requirement.points(it.status);
            sum.if_open_met += it.requirement.points(at_best);
            sum.maximum += it.requirement.worth();
        }
        sum
    }
}

impl DinView {
    /// Points of the whole check.
    pub fn all(&self) -> DinPoints {
        DinPoints { sure: self.points, if_open_met: self.points_if_open_met, maximum: self.maximum }
    }

    /// Points of one topic.
    pub fn topic(&self, topic: &PointId) -> DinPoints {
        let relevant = self.requirements.iter().filter(|it| it.status != Status::Irrelevant);
        DinPoints::of(relevant.filter(|it| &it.requirement.topic == topic))
    }

    /// Relevant requirements that nobody has answered.
    pub fn open(&self) -> usize {
        self.requirements.iter().filter(|it| it.status == Status::Open).count()
    }

    /// Requirements that are not met or open, TOP first, in the order of the standard.
    pub fn missing(&self) -> impl Iterator<Item = &RequirementResult> {
        let missing = |it: &&RequirementResult| matches!(it.status, Status::NotMet | Status::Open);
        let tops = self.requirements.iter().filter(missing).filter(|it| it.requirement.top);
        tops.chain(self.requirements.iter().filter(missing).filter(|it| !it.requirement.top))
    }

    fn of(requirements: Vec<RequirementResult>) -> Self {
        let all = DinPoints::of(requirements.iter().filter(|it| it.status != Status::Irrelevant));
        Self { points: all.sure, points_if_open_met: all.if_open_met, maximum: all.maximum, requirements }
    }
}

/// Lays the standard's yardstick on the answers.
pub fn din_view(catalogue: &Catalogue, answers: &Answers) -> DinView {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let results = catalogue.views.din.requirements.iter().map(|requirement| {
        let mut checks = Vec::new();
        for (index, question) in catalogue.questions.iter().enumerate() {
            if question.withdrawn.is_some() {
                continue;
            }
            for check in &question.references.din_spec_27076 {
                if check.requirement == requirement.id {
                    let status =
                        judge(catalogue, answers, &standings, index, &check.met_by, &check.irrelevant_by);
                    checks.push(Check { question: question.id.clone(), status });
                }
            }
        }
        RequirementResult { requirement: requirement.clone(), status: together(&checks), checks }
    });
    DinView::of(results.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The weights of the standard's 27 requirements.
    fn requirements() -> impl Iterator<Item = DinRequirement> {
        (1..=27).map(|number| DinRequirement {
            id: PointId::new(format!("{number:02}")),
            topic: "organisation".into(),
            top: [1, 5, 11, 15, 20].contains(&number),
            text: String::new(),
        })
    }

    fn points(of: impl Fn(&DinRequirement) -> Status) -> (i32, i32) {
        let results = requirements().map(|requirement| RequirementResult {
            status: of(&requirement),
            requirement,
            checks: vec![],
        });
        let view = DinView::of(results.collect());
        (view.points, view.maximum)
    }

    #[test]
    fn everything_met_gives_37_of_37() {
        assert_eq!(points(|_| Status::Met), (37, 37));
    }

    #[test]
    fn all_regular_met_and_all_top_failed_gives_7() {
        assert_eq!(points(|it| if it.top { Status::NotMet } else { Status::Met }), (22 - 15, 37));
    }

    #[test]
    fn three_irrelevant_regular_requirements_shrink_the_maximum() {
        let irrelevant = ["07", "24", "26"];
        let of = |it: &DinRequirement| {
            if irrelevant.contains(&it.id.as_str()) { Status::Irrelevant } else { Status::Met }
        };
        assert_eq!(points(of), (34, 34));
    }

    #[test]
    fn one_irrelevant_top_requirement_shrinks_it_by_three() {
        let of = |it: &DinRequirement| if it.id.as_str() == "20" { Status::Irrelevant } else { Status::Met };
        assert_eq!(points(of), (34, 34));
    }

    #[test]
    fn nothing_met_costs_the_top_requirements() {
        assert_eq!(points(|_| Status::NotMet), (-15, 37));
    }

    #[test]
    fn one_failed_check_fails_the_requirement_and_irrelevant_checks_do_not_count() {
        let check = |status| Check { question: "q".into(), status };
        assert_eq!(together(&[check(Status::Met), check(Status::NotMet)]), Status::NotMet);
        assert_eq!(together(&[check(Status::Met), check(Status::Irrelevant)]), Status::Met);
        assert_eq!(together(&[check(Status::Met), check(Status::Open)]), Status::Open);
        assert_eq!(together(&[check(Status::Irrelevant)]), Status::Irrelevant);
    }
}
