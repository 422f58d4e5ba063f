//! Every question with what it takes to answer it, for programs.

use serde::Serialize;

use super::serial::{Content, json_text};
use crate::model::{
    AnswerOption, Catalogue, Condition, Informs, OptionId, Question, QuestionKind, RoleId, SegmentId, TraitId,
};

/// Version of the JSON shape below.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct List<'a> {
    format: u32,
    content: Content<'a>,
    questions: Vec<Asked<'a>>,
}

#[derive(Serialize)]
struct Asked<'a> {
    id: &'a str,
    topic: &'a str,
    kind: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<&'a str>,
    knows: Vec<&'a str>,
    seconds: u32,
    when: When<'a>,
    options: Vec<Choice<'a>>,
}

#[derive(Serialize)]
struct When<'a> {
    segments: Vec<&'a str>,
    sizes: Vec<&'static str>,
    levels: Vec<&'static str>,
    traits: Vec<&'a str>,
    without_traits: Vec<&'a str>,
    people: u32,
    answers: Vec<Earlier<'a>>,
}

#[derive(Serialize)]
struct Earlier<'a> {
    question: &'a str,
    options: Vec<&'a str>,
}

#[derive(Serialize)]
struct Choice<'a> {
    id: &'a str,
    text: &'a str,
    informs: Vec<Effect<'a>>,
}

#[derive(Serialize)]
struct Effect<'a> {
    measure: &'a str,
    degree: ByFirm,
    weight: f64,
}

/// One value per size class.
#[derive(Serialize)]
struct ByFirm {
    micro: f64,
    small: f64,
    medium: f64,
}

/// All questions in asking order as one JSON document.
pub fn json(catalogue: &Catalogue) -> String {
    let list = List {
        format: FORMAT,
        content: (&catalogue.version).into(),
        questions: catalogue.questions.iter().map(asked).collect(),
    };
    json_text(&list)
}

fn asked(question: &Question) -> Asked<'_> {
    Asked {
        id: question.id.as_str(),
        topic: question.topic.as_str(),
        kind: match question.kind {
            QuestionKind::People => "people",
            QuestionKind::Organisation => "organisation",
            QuestionKind::Technology => "technology",
        },
        text: &question.text,
        withdrawn: question.withdrawn.as_deref(),
        knows: question.knows.iter().map(RoleId::as_str).collect(),
        seconds: question.seconds,
        when: when(&question.when),
        options: question.options.iter().map(|it| choice(question, it)).collect(),
    }
}

fn choice<'a>(question: &'a Question, option: &'a AnswerOption) -> Choice<'a> {
    let degree = |it: &'a Informs| Effect {
        measure: it.measure.as_str(),
        degree: ByFirm { micro: it.degree.micro, small: it.degree.small, medium: it.degree.medium },
        weight: question.weights.get(&it.measure).copied().unwrap_or(1.0),
    };
    let informs = option.informs.iter().map(degree).collect();
    Choice { id: option.id.as_str(), text: &option.text, informs }
}

fn when(condition: &Condition) -> When<'_> {
    let earlier = condition.answers.iter().map(|it| Earlier {
        question: it.question.as_str(),
        options: it.options.iter().map(OptionId::as_str).collect(),
    });
    When {
        segments: condition.segments.iter().map(SegmentId::as_str).collect(),
        sizes: condition.sizes.iter().map(|it| it.as_str()).collect(),
        levels: condition.levels.iter().map(|it| it.as_str()).collect(),
        traits: condition.traits.iter().map(TraitId::as_str).collect(),
        without_traits: condition.without_traits.iter().map(TraitId::as_str).collect(),
        people: condition.people,
        answers: earlier.collect(),
    }
}
