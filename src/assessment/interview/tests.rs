use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::ControlFlow;

use super::*;
use crate::assessment::fixture::{TODAY, answers, catalogue, chosen, unknown};
use crate::assessment::{CompanyDraft, Draft, in_effect};
use crate::model::{Answer, Catalogue, QuestionId, Record, RoleId, TopicId};

fn choose(option: &str) -> Reply {
    Reply::Answer(Given::claimed(Answer::Chosen(option.into())))
}

/// A firm whose profile is complete, with these answers.
fn known(given: &[(&str, Record)]) -> Draft {
    let mut answers = answers(given);
    answers.company.turnover_eur = Some(1.9e6);
    answers.company.digitalisation = BTreeMap::from([("cloud".into(), true)]);
    answers.company.liquid_reserve_eur = Some(60e3);
    answers.company.tolerable_ruin = Some(0.01);
    answers.into()
}

fn interview<'c>(catalogue: &'c Catalogue, given: &[(&str, Record)], route: Route) -> Interview<'c> {
    Interview::new(catalogue, known(given), route, None, TODAY)
}

/// The ids of what is asked, one reply after the other; the last step stands at the end.
fn walk(interview: &mut Interview<'_>, replies: Vec<Reply>) -> Vec<String> {
    let mut steps = vec![name(&interview.step())];
    for reply in replies {
        interview.respond(reply).expect("fits the step");
        steps.push(name(&interview.step()));
    }
    steps
}

fn name(step: &Step<'_>) -> String {
    match step {
        Step::Profile(item) => format!("{item:?}"),
        Step::Question(question) => question.id.to_string(),
        Step::Doubt(_) => "doubt".into(),
        Step::Pause => "pause".into(),
        Step::Review => "review".into(),
        Step::Finished => "finished".into(),
    }
}

#[test]
fn the_company_comes_first_and_only_two_facts_are_needed() {
    let catalogue = catalogue();
    let mut it = Interview::new(&catalogue, Draft::default(), Route::Full, None, TODAY);
    assert_eq!(it.respond(Reply::Skip), Err(Refusal::Needed));
    let facts = vec![
        Reply::Fact(Fact::Segment(Belongs::to("crafts".into()))),
        Reply::Fact(Fact::Employees(14)),
        Reply::Skip,
        Reply::Skip,
        Reply::Skip,
        Reply::Skip,
        Reply::Skip,
        Reply::Fact(Fact::Traits { yes: BTreeSet::new(), open: BTreeSet::new() }),
        Reply::Fact(Fact::Digitalisation(BTreeMap::new())),
        Reply::Fact(Fact::CrownJewels(Vec::new())),
        Reply::Fact(Fact::Incidents(std::collections::BTreeMap::new())),
        Reply::Fact(Fact::Reserve(Some(60e3))),
        Reply::Fact(Fact::Tolerance(Some(0.01))),
    ];
    assert_eq!(
        walk(&mut it, facts),
        [
            "Segment",
            "Employees",
            "Users",
            "Turnover",
            "State",
            "StandstillDay",
            "Name",
            "Traits",
            "Digitalisation",
            "CrownJewels",
            "Incidents",
            "Reserve",
            "Tolerance",
            "mfa"
        ]
    );
    assert_eq!(it.draft().answers().expect("complete").company.employees, 14);
}

#[test]
fn the_balance_sheet_is_asked_only_where_the_size_class_turns_on_it() {
    let catalogue = catalogue();
    let mut it = Interview::new(&catalogue, Draft::default(), Route::Full, None, TODAY);
    let facts = vec![
        Reply::Fact(Fact::Segment(Belongs::to("crafts".into()))),
        Reply::Fact(Fact::Employees(30)),
        Reply::Fact(Fact::Users(Some(20))),
        Reply::Fact(Fact::Turnover(Some(12e6))),
    ];
    assert_eq!(walk(&mut it, facts).last().map(String::as_str), Some("BalanceSheet"));
}

#[test]
fn questions_follow_their_topics_and_open_their_follow_ups() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let replies = vec![choose("all"), choose("daily"), choose("older"), choose("yes"), Reply::Finish];
    assert_eq!(
        walk(&mut it, replies),
        ["mfa", "backup-exists", "backup-test", "backup-record", "review", "finished"]
    );
}

#[test]
fn the_topic_is_told_when_its_last_question_is_answered() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    assert_eq!(it.respond(choose("all")).expect("fits").topic_done, Some(TopicId::new("accounts")));
    assert_eq!(it.respond(choose("daily")).expect("fits").topic_done, None);
    it.respond(Reply::Back).expect("fits");
    assert_eq!(it.respond(choose("never")).expect("fits").topic_done, Some(TopicId::new("backup")));
}

#[test]
fn going_back_over_a_branch_keeps_its_answers_for_the_way_back() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let replies = vec![
        choose("all"),
        choose("daily"),
        choose("within-6-months"),
        choose("yes"),
        Reply::Back,
        Reply::Back,
        Reply::Back,
        choose("never"),
    ];
    let steps = walk(&mut it, replies);
    assert_eq!(steps[5..], ["backup-record", "backup-test", "backup-exists", "review"]);
    let given = it.draft().answers().expect("complete");
    assert!(given.records.contains_key("backup-test"), "kept");
    assert!(!in_effect(&catalogue, &given).records.contains_key("backup-test"), "without effect");
    // The branch returns, and with it the answers: nothing is asked twice.
    let replies = vec![Reply::GoTo(Item::Question("backup-exists".into())), choose("weekly")];
    assert_eq!(walk(&mut it, replies)[1..], ["backup-exists", "review"]);
    let given = it.draft().answers().expect("complete");
    assert!(in_effect(&catalogue, &given).records.contains_key("backup-test"));
}

#[test]
fn back_reaches_the_first_item_and_stops_there() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let mut steps = 0;
    while !it.respond(Reply::Back).expect("always fits").at_start {
        steps += 1;
        assert!(steps < 50);
    }
    assert_eq!(name(&it.step()), "Segment");
    assert!(!it.can_go_back());
}

#[test]
fn skipping_keeps_an_earlier_answer_and_leads_on() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let replies = vec![choose("some"), choose("daily"), Reply::Back, Reply::Back, Reply::Skip, Reply::Skip];
    assert_eq!(
        walk(&mut it, replies),
        ["mfa", "backup-exists", "backup-test", "backup-exists", "mfa", "backup-exists", "backup-test"]
    );
    assert_eq!(it.draft().records["mfa"].answer, Answer::Chosen("some".into()));
}

#[test]
fn a_skipped_question_stays_open_and_is_asked_in_the_next_session() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let replies = vec![Reply::Skip, choose("never")];
    assert_eq!(walk(&mut it, replies), ["mfa", "backup-exists", "review"]);
    assert_eq!(it.skipped().count(), 1);
    let next = Interview::new(&catalogue, it.draft().clone(), Route::Full, None, TODAY);
    assert_eq!(name(&next.step()), "mfa");
}

#[test]
fn leaving_anywhere_and_coming_back_asks_the_same_next_question() {
    let catalogue = catalogue();
    let replies = [choose("all"), choose("daily"), choose("older"), choose("yes")];
    for left_after in 0..=replies.len() {
        let mut it = interview(&catalogue, &[], Route::Full);
        for reply in &replies[..left_after] {
            it.respond(reply.clone()).expect("fits");
        }
        let resumed = Interview::new(&catalogue, it.draft().clone(), Route::Full, None, TODAY);
        assert_eq!(name(&resumed.step()), name(&it.step()), "after {left_after}");
        assert_eq!(resumed.progress(), it.progress());
    }
}

#[test]
fn an_interview_left_within_the_profile_goes_on_there() {
    let catalogue = catalogue();
    let mut it = Interview::new(&catalogue, Draft::default(), Route::Full, None, TODAY);
    let facts = vec![
        Reply::Fact(Fact::Segment(Belongs::to("crafts".into()))),
        Reply::Fact(Fact::Employees(14)),
        Reply::Fact(Fact::Users(None)),
        Reply::Fact(Fact::Turnover(None)),
        Reply::Fact(Fact::State(None)),
        Reply::Fact(Fact::StandstillDay(Some(3e3))),
    ];
    assert_eq!(walk(&mut it, facts).last().map(String::as_str), Some("Name"));
    let resumed = Interview::new(&catalogue, it.draft().clone(), Route::Full, None, TODAY);
    assert_eq!(name(&resumed.step()), "Name");
}

#[test]
fn the_short_check_asks_the_most_valuable_first_and_pauses() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Short { questions: 2 });
    it.rank(vec!["backup-test".into(), "backup-exists".into()]);
    // The first question of all opens it; the follow-up is worth more but waits for the question it builds on.
    let replies =
        vec![choose("all"), choose("daily"), Reply::More(1), choose("older"), Reply::Finish, Reply::Finish];
    assert_eq!(
        walk(&mut it, replies),
        ["mfa", "backup-exists", "pause", "backup-test", "pause", "review", "finished"]
    );
}

#[test]
fn a_topic_brings_the_questions_it_waits_for() {
    let mut catalogue = catalogue();
    let record = catalogue.questions.iter_mut().find(|it| it.id.as_str() == "backup-record").expect("there");
    record.topic = TopicId::new("web");
    let mut it = interview(&catalogue, &[], Route::Topic(TopicId::new("web")));
    let replies = vec![choose("daily"), choose("older"), choose("yes")];
    assert_eq!(walk(&mut it, replies), ["backup-exists", "backup-test", "backup-record", "review"]);
}

#[test]
fn a_role_is_asked_what_it_knows_and_its_answer_stands_beside_the_other() {
    let catalogue = catalogue();
    let provider = RoleId::new("it-provider");
    let mut it = interview(&catalogue, &[("mfa", chosen("all"))], Route::Role(provider.clone()));
    assert_eq!(walk(&mut it, vec![choose("some")]), ["mfa", "backup-exists"]);
    let record = &it.draft().records["mfa"];
    assert_eq!(record.answer, Answer::Chosen("all".into()));
    assert_eq!(record.also[0].by, provider);
    assert_eq!(record.also[0].answer, Answer::Chosen("some".into()));
    // The other person's session replaces only their own voice.
    let mut own =
        Interview::new(&catalogue, it.draft().clone(), Route::Topic(TopicId::new("accounts")), None, TODAY);
    let replies = vec![Reply::GoTo(Item::Question("mfa".into())), choose("none")];
    walk(&mut own, replies);
    let record = &own.draft().records["mfa"];
    assert_eq!((&record.answer, record.also.len()), (&Answer::Chosen("none".into()), 1));
}

#[test]
fn a_repetition_asks_what_is_due_and_what_never_had_an_answer() {
    let catalogue = catalogue();
    let given =
        [("mfa", chosen("some")), ("backup-exists", chosen("daily")), ("backup-test", chosen("older"))];
    let due = vec![QuestionId::new("backup-test")];
    let mut it = interview(&catalogue, &given, Route::Again { due, facts: BTreeSet::new() });
    assert_eq!(
        walk(&mut it, vec![choose("within-6-months"), choose("yes")]),
        ["backup-test", "backup-record", "review"]
    );
    let progress = it.progress();
    assert_eq!(progress.position, progress.total);
}

#[test]
fn a_repetition_asks_reopened_facts_and_keeps_the_order_it_was_handed() {
    let catalogue = catalogue();
    let given =
        [("mfa", chosen("some")), ("backup-exists", chosen("daily")), ("backup-test", chosen("older"))];
    let due = vec![QuestionId::new("mfa"), QuestionId::new("backup-exists")];
    let facts = BTreeSet::from([ProfileItem::Employees]);
    let it = interview(&catalogue, &given, Route::Again { due: due.clone(), facts });
    assert_eq!(it.step(), Step::Profile(ProfileItem::Employees));
    let open = it.open_questions();
    assert_eq!(open[..2], due[..], "the order of the reasons, not of the catalogue");
}

#[test]
fn a_doubtful_figure_is_pointed_out_once_and_can_be_kept_or_changed() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let turnover = Item::Profile(ProfileItem::Turnover);
    let replies = vec![
        Reply::GoTo(turnover.clone()),
        Reply::Fact(Fact::Turnover(Some(19e3))),
        Reply::GoTo(turnover.clone()),
        Reply::Fact(Fact::Turnover(Some(19e3))),
        Reply::Keep,
        Reply::Keep,
        Reply::GoTo(turnover),
        Reply::Fact(Fact::Turnover(Some(19e3))),
    ];
    assert_eq!(
        walk(&mut it, replies),
        ["mfa", "Turnover", "doubt", "Turnover", "doubt", "doubt", "mfa", "Turnover", "mfa"]
    );
}

#[test]
fn a_trait_answers_the_item_that_says_the_same() {
    let catalogue = catalogue();
    let with_traits = CompanyDraft { traits: Some(BTreeSet::new()), ..CompanyDraft::default() };
    let asked: Vec<_> = items_to_ask(&catalogue, &with_traits).map(|it| it.id.as_str()).collect();
    assert_eq!(asked, ["cloud"]);
    assert_eq!(items_to_ask(&catalogue, &CompanyDraft::default()).count(), 2, "open traits answer nothing");
    let mut it = interview(&catalogue, &[], Route::Full);
    let replies = vec![
        Reply::GoTo(Item::Profile(ProfileItem::Traits)),
        Reply::Fact(Fact::Traits { yes: BTreeSet::from(["website".into()]), open: BTreeSet::new() }),
    ];
    walk(&mut it, replies);
    assert_eq!(it.draft().company.digitalisation.get("website"), Some(&true));
}

#[test]
fn progress_never_promises_less_than_there_is() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let before = it.progress();
    it.respond(choose("all")).expect("fits");
    it.respond(choose("daily")).expect("fits");
    let open = it.progress();
    assert_eq!((open.total, open.position), (before.total, before.position + 2));
    assert_eq!(open.seconds_left, before.seconds_left - 40);
    it.respond(Reply::Back).expect("fits");
    it.respond(choose("never")).expect("fits");
    assert_eq!(it.progress().total, before.total - 2);
    it.respond(Reply::GoTo(Item::Question("mfa".into()))).expect("fits");
    it.respond(Reply::Answer(Given::claimed(Answer::Unknown))).expect("fits");
    assert_eq!((it.progress().answered, it.progress().unknown), (1, 1));
}

#[test]
fn replies_that_fit_nothing_are_refused_and_change_nothing() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[("mfa", unknown())], Route::Full);
    let before = it.draft().clone();
    assert_eq!(it.respond(choose("fully")), Err(Refusal::NoSuchOption));
    assert_eq!(it.respond(Reply::Fact(Fact::Employees(3))), Err(Refusal::NotAsked));
    assert_eq!(it.respond(Reply::Keep), Err(Refusal::NotAsked));
    assert_eq!(it.respond(Reply::GoTo(Item::Question("shop-updates".into()))), Err(Refusal::NotAsked));
    assert_eq!(it.draft(), &before);
}

/// A script of replies as a respondent.
struct Script(VecDeque<Reply>);

impl Respondent for Script {
    type Error = Refusal;
    fn reply(&mut self, _: &Interview<'_>) -> Result<Reply, Refusal> {
        Ok(self.0.pop_front().unwrap_or(Reply::Leave))
    }
}

#[test]
fn every_change_is_saved_before_the_next_question() {
    let catalogue = catalogue();
    let mut it = interview(&catalogue, &[], Route::Full);
    let mut script = Script([choose("all"), Reply::Back, Reply::Skip, choose("daily")].into());
    let mut saved = Vec::new();
    let ending = conduct(&mut it, &mut script, |it, _| {
        saved.push(it.draft().records.len());
        Ok(ControlFlow::Continue(()))
    });
    assert_eq!(ending, Ok(Ending::Left));
    assert_eq!(saved, [1, 2]);
}
