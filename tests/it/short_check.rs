//! The short check as an owner lives through it: one topic after the other, and words on why a figure moved.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use waage::assessment::Draft;
use waage::assessment::interview::{Given, Interview, Reply, Route, Step};
use waage::catalogue::{embedded, resolve};
use waage::german::conversation::pause::at_the_end;
use waage::guidance::{Certainty, Running, TopicResult};
use waage::model::{Answer, Answers, Catalogue, MeasureId, TopicId};

use crate::support::worked_firms;

const TODAY: Date = date(2026, 11, 21);
const SHORT: usize = 12;

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content is sound")
}

/// Topics in the order in which a short check of this firm asks, its owner taking the option at that place.
fn asked(catalogue: &Catalogue, firm: &Answers, option: usize) -> Vec<TopicId> {
    let mut draft = Draft::from(firm.clone());
    draft.records.clear();
    let mut running = Running::new(catalogue, TODAY);
    let route = Route::Short { questions: SHORT };
    let mut interview = Interview::new(catalogue, draft, route, None, TODAY);
    let mut topics = Vec::new();
    loop {
        let answers = interview.draft().answers().expect("a known firm");
        let ranking = running.by_value(&answers).into_iter().map(|it| it.question).collect();
        interview.rank(ranking);
        let reply = match interview.step() {
            Step::Question(question) => {
                topics.push(question.topic.clone());
                let at = option.min(question.options.len() - 1);
                Reply::Answer(Given::claimed(Answer::Chosen(question.options[at].id.clone())))
            }
            Step::Profile(_) => Reply::Skip,
            Step::Doubt(_) => Reply::Keep,
            Step::Pause | Step::Review | Step::Finished => return topics,
        };
        interview.respond(reply).expect("it fits");
    }
}

#[test]
fn a_topic_stays_together_in_the_short_check() {
    let catalogue = catalogue();
    for (name, firm) in worked_firms(&catalogue) {
        for option in [0, 1, 3] {
            let topics = asked(&catalogue, &firm, option);
            let different: BTreeSet<&TopicId> = topics.iter().collect();
            let visits = 1 + topics.windows(2).filter(|it| it[0] != it[1]).count();
            assert_eq!(topics.len(), SHORT, "{name}");
            assert_eq!(visits, different.len(), "{name}, {option}: {topics:?}");
        }
    }
}

#[test]
fn a_finished_topic_names_a_measure_of_its_own() {
    let catalogue = catalogue();
    for (name, firm) in worked_firms(&catalogue) {
        let mut firm = firm;
        firm.records.clear();
        let mut running = Running::new(&catalogue, TODAY);
        let mut told: BTreeMap<MeasureId, &TopicId> = BTreeMap::new();
        for topic in catalogue.topics.iter().map(|it| &it.id) {
            let Some(TopicResult::Step(step)) = running.topic(&firm, topic) else { continue };
            let informs = |own: bool| {
                let of = catalogue.questions.iter().filter(|it| (it.topic == *topic) == own);
                of.filter(|it| it.informs().iter().any(|it| it.measure == step.measure)).count()
            };
            assert!(informs(true) > 0, "{name}: „{topic}“ is told „{}“", step.measure);
            let before = told.insert(step.measure.clone(), topic);
            assert!(before.is_none(), "{name}: „{}“ is told for „{topic}“ and {before:?}", step.measure);
        }
        assert!(told.len() > 1, "{name}: {told:?}");
    }
}

#[test]
fn a_first_step_is_never_said_to_be_missing_from_the_first_steps() {
    let catalogue = catalogue();
    let measures: Vec<MeasureId> = ["mfa", "restore-test"].map(MeasureId::new).into();
    let found = Certainty { sure: Vec::new(), unsure: measures.clone(), stands: 0.4 };
    let title = |at: usize| catalogue.measure(&measures[at]).unwrap().title.as_str();
    let told = |first: &[MeasureId]| at_the_end(&catalogue, &found, first).expect("something is unsure");
    let (among, others) =
        told(&measures[..1]).split_once(" Dazukommen").map(|it| (it.0.to_owned(), it.1.to_owned())).unwrap();
    assert!(among.starts_with("Davon noch nicht sicher") && among.contains(title(0)), "{among}");
    assert!(others.contains(title(1)) && !others.contains(title(0)), "{others}");
    assert!(told(&[]).contains("könnte noch dazukommen") && !told(&measures).contains("dazukommen"));
}
