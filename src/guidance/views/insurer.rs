//! Usual duties of cyber insurers before a loss (GDV model terms AVB Cyber, revision of 2024, and market practice).

use super::check::{Check, Status, judge, together};
use crate::assessment::Standings;
use crate::model::{Answers, Catalogue, PointId};

/// How the answers stand to the usual duties.
#[derive(Clone, Debug, PartialEq)]
pub struct InsurerView {
    /// Each duty with its state: met only if every relevant check is met.
    pub duties: Vec<(PointId, Status, Vec<Check>)>,
}

impl InsurerView {
    /// Duties that the answers contradict: an application that claimed them would be untrue.
    pub fn contradicted(&self) -> impl Iterator<Item = &PointId> {
        self.duties.iter().filter(|(_, status, _)| *status == Status::NotMet).map(|(duty, ..)| duty)
    }

    /// Duties nobody could answer for.
    pub fn open(&self) -> impl Iterator<Item = &PointId> {
        self.duties.iter().filter(|(_, status, _)| *status == Status::Open).map(|(duty, ..)| duty)
    }
}

/// Lays the usual duties on the answers.
pub fn insurer_view(catalogue: &Catalogue, answers: &Answers) -> InsurerView {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let duties = catalogue.views.insurer.iter().map(|duty| {
        let mut checks = Vec::new();
        for (index, question) in catalogue.questions.iter().enumerate() {
            if question.withdrawn.is_some() {
                continue;
            }
            for check in question.references.insurer.iter().filter(|it| it.duty == duty.id) {
                let status = judge(catalogue, answers, &standings, index, &check.met_by, &[]);
                checks.push(Check { question: question.id.clone(), status });
            }
        }
        (duty.id.clone(), together(&checks), checks)
    });
    InsurerView { duties: duties.collect() }
}
