//! Everything that was answered, and everything the figures rest on.

use std::collections::BTreeSet;

use crate::assessment::Standings;
use crate::model::{Answers, Catalogue, Grade, QuestionId, Record, SourceId, TopicId};

/// An answered question, and whether its answer counts today.
#[derive(Clone, Debug, PartialEq)]
pub struct AnsweredQuestion {
    /// The question.
    pub question: QuestionId,
    /// The answer as it was given.
    pub record: Record,
    /// False where the question no longer concerns this firm or was replaced.
    pub counts: bool,
}

/// The answered questions of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct AnsweredTopic {
    /// The topic.
    pub topic: TopicId,
    /// Its answered questions in catalogue order.
    pub questions: Vec<AnsweredQuestion>,
}

/// Every answer in the file whose question the catalogue knows, by topic.
pub fn answered(catalogue: &Catalogue, answers: &Answers) -> Vec<AnsweredTopic> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let mut topics = Vec::new();
    for topic in &catalogue.topics {
        let questions: Vec<AnsweredQuestion> = catalogue
            .questions
            .iter()
            .enumerate()
            .filter(|(_, it)| it.topic == topic.id && answers.records.contains_key(&it.id))
            .map(|(index, it)| AnsweredQuestion {
                question: it.id.clone(),
                record: answers.records[&it.id].clone(),
                counts: standings.counting(catalogue, &answers.records, index).is_some(),
            })
            .collect();
        if !questions.is_empty() {
            topics.push(AnsweredTopic { topic: topic.id.clone(), questions });
        }
    }
    topics
}

/// Answers to questions the catalogue does not have: kept in the file, counted for nothing.
pub fn unknown_questions(catalogue: &Catalogue, answers: &Answers) -> Vec<QuestionId> {
    answers.records.keys().filter(|it| catalogue.question(it).is_none()).cloned().collect()
}

/// A source behind the figures, with the best grade of a number that rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedSource {
    /// The source.
    pub source: SourceId,
    /// The best grade of a number that cites it.
    pub grade: Grade,
}

/// The sources behind scenarios and measures, best first, each once.
pub fn used_sources(catalogue: &Catalogue) -> Vec<UsedSource> {
    let mut cited: Vec<(Grade, &SourceId)> = Vec::new();
    for scenario in &catalogue.scenarios {
        cited.extend(scenario.frequency.sources.iter().map(|it| (scenario.frequency.grade, it)));
        cited.extend(scenario.severity.sources.iter().map(|it| (scenario.severity.grade, it)));
        let share = &scenario.insured_share;
        cited.extend(share.sources.iter().map(|it| (share.grade, it)));
    }
    for measure in &catalogue.measures {
        cited.extend(measure.sources.iter().map(|it| (measure.grade, it)));
        let adoption = &measure.adoption.by_size;
        cited.extend(adoption.sources.iter().map(|it| (adoption.grade, it)));
    }
    for bundle in &catalogue.bundles {
        cited.extend(bundle.sources.iter().map(|it| (bundle.grade, it)));
    }
    cited.sort();
    let mut seen = BTreeSet::new();
    cited
        .into_iter()
        .filter(|(_, source)| seen.insert((*source).clone()))
        .map(|(grade, source)| UsedSource { source: source.clone(), grade })
        .collect()
}
