//! How far a firm is in each topic, against firms of its size.

use std::collections::BTreeSet;

use crate::model::{Answers, Basis, Catalogue, Posture, QuestionKind, TopicId};

/// One topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicFacts {
    /// The topic.
    pub topic: TopicId,
    /// Mean degree of the measures its questions inform, 0 to 1.
    pub share: f64,
    /// The same for the average firm of this size.
    pub peers: f64,
    /// Share of its questions that are about people and organisation rather than technology.
    pub human: f64,
    /// True where at least one of its measures rests on an answer.
    pub rests_on_answers: bool,
}

/// The topics that concern this firm, in their order.
pub fn topics(catalogue: &Catalogue, answers: &Answers, posture: &Posture) -> Vec<TopicFacts> {
    let size = catalogue.firm_size(&answers.company);
    let level = catalogue.level(&answers.company);
    let mut facts = Vec::new();
    for topic in &catalogue.topics {
        let questions: Vec<_> = catalogue
            .questions
            .iter()
            .filter(|it| it.topic == topic.id && it.withdrawn.is_none())
            .filter(|it| it.when.holds_for(&answers.company, level))
            .collect();
        let measures: BTreeSet<usize> = questions
            .iter()
            .flat_map(|it| it.informs())
            .filter_map(|it| catalogue.measure_index(&it.measure))
            .filter(|it| posture.degrees[*it].basis != Basis::NotRelevant)
            .collect();
        if measures.is_empty() {
            continue;
        }
        let mean = |of: &dyn Fn(usize) -> f64| {
            measures.iter().map(|it| of(*it)).sum::<f64>() / measures.len() as f64
        };
        let people = questions.iter().filter(|it| it.kind != QuestionKind::Technology).count();
        facts.push(TopicFacts {
            topic: topic.id.clone(),
            share: mean(&|it| posture.degrees[it].expected),
            peers: mean(&|it| size.adoption(&catalogue.measures[it].adoption.by_size.value)),
            human: people as f64 / questions.len() as f64,
            rests_on_answers: measures
                .iter()
                .any(|it| matches!(posture.degrees[*it].basis, Basis::Answered | Basis::Aged)),
        });
    }
    facts
}
