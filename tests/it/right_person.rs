//! The right person is asked, and what they know counts.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use waage::assessment::interview::{Given, Interview, Item, Reply, Route};
use waage::assessment::{CompanyDraft, Draft, open_points, posture};
use waage::catalogue::{embedded, resolve};
use waage::model::{Answer, Catalogue, Record, RoleId};

const TODAY: Date = date(2026, 11, 21);

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content is sound")
}

/// A plumber with 35 people, a server and an IT provider.
fn plumber(catalogue: &Catalogue) -> Draft {
    let usual = catalogue.usual_traits(&"crafts".into(), Some(&"building-services".into()));
    let traits: BTreeSet<_> =
        usual.iter().cloned().chain(["own-server".into(), "external-it".into()]).collect();
    Draft {
        content: catalogue.version.version.clone(),
        company: CompanyDraft {
            segment: Some("crafts".into()),
            sub_trade: Some("building-services".into()),
            employees: Some(35),
            turnover_eur: Some(4.2e6),
            traits: Some(traits),
            ..CompanyDraft::default()
        },
        ..Draft::default()
    }
}

fn said(option: &str) -> Answer {
    Answer::Chosen(option.into())
}

#[test]
fn the_provider_repairs_what_the_owner_did_not_know_follow_ups_included() {
    let catalogue = catalogue();
    let gate = "backup-frequency";
    let mut draft = plumber(&catalogue);
    draft.records.insert(gate.into(), Record::claimed(Answer::Unknown, TODAY));
    let provider = RoleId::new("it-provider");
    let mut interview = Interview::new(&catalogue, draft, Route::Role(provider), None, TODAY);
    assert!(!interview.open_questions().contains(&"backup-place".into()), "nothing follows yet");
    interview.respond(Reply::GoTo(Item::Question(gate.into()))).unwrap();
    let monthly = catalogue.question(&gate.into()).unwrap().options[2].id.clone();
    interview.respond(Reply::Answer(Given::claimed(Answer::Chosen(monthly.clone())))).unwrap();
    for follow_up in ["backup-place", "backup-restore-test", "backup-storage-login"] {
        assert!(interview.open_questions().contains(&follow_up.into()), "{follow_up}");
    }
    let both = interview.draft().answers().unwrap();
    assert!(open_points(&catalogue, &both).iter().all(|it| it.question.as_str() != gate));
    // It counts as if the owner had known.
    let mut known = plumber(&catalogue);
    known.records.insert(gate.into(), Record::claimed(Answer::Chosen(monthly), TODAY));
    let known = known.answers().unwrap();
    assert_eq!(posture(&catalogue, &both, TODAY), posture(&catalogue, &known, TODAY));
}

#[test]
fn the_office_of_35_people_is_asked_at_most_thirty_questions() {
    let catalogue = catalogue();
    let office = Route::Role("office".into());
    let interview = Interview::new(&catalogue, plumber(&catalogue), office, None, TODAY);
    let asked = interview.items().iter().filter(|it| matches!(it, Item::Question(_))).count();
    assert!((10..=30).contains(&asked), "{asked}");
}

#[test]
fn what_was_handed_over_is_asked_of_whoever_it_went_to() {
    let catalogue = catalogue();
    let mut interview = Interview::new(&catalogue, plumber(&catalogue), Route::Full, None, TODAY);
    interview.respond(Reply::GoTo(Item::Question("accounts-passwords".into()))).unwrap();
    let to = RoleId::new("it-provider");
    interview.respond(Reply::HandOver { to: to.clone(), topic: false }).unwrap();
    assert!(!interview.open_questions().contains(&"accounts-passwords".into()));
    let draft = interview.draft().clone();
    let points = open_points(&catalogue, &draft.answers().unwrap());
    let point = points.iter().find(|it| it.question.as_str() == "accounts-passwords").unwrap();
    assert_eq!((&point.role, point.nobody_knew), (&to, false));
    let mut theirs = Interview::new(&catalogue, draft, Route::Role(to), None, TODAY);
    theirs.respond(Reply::GoTo(Item::Question("accounts-passwords".into()))).unwrap();
    theirs.respond(Reply::Answer(Given::claimed(said("long")))).unwrap();
    assert!(theirs.draft().handed_over.is_empty(), "it is answered");
}

#[test]
fn a_topic_goes_as_a_whole_and_the_file_keeps_it() {
    let catalogue = catalogue();
    let mut interview = Interview::new(&catalogue, plumber(&catalogue), Route::Full, None, TODAY);
    interview.respond(Reply::GoTo(Item::Question("backup-frequency".into()))).unwrap();
    interview.respond(Reply::HandOver { to: "it-provider".into(), topic: true }).unwrap();
    let draft = interview.draft();
    assert!(draft.handed_over.len() > 1);
    let text = waage::assessment::answers_file::written("", draft);
    let read = waage::assessment::answers_file::parse(&text, &catalogue).unwrap();
    assert_eq!(read.draft.handed_over, draft.handed_over);
}

#[test]
fn nobody_is_named_whom_the_firm_does_not_have() {
    let catalogue = catalogue();
    let mut draft = plumber(&catalogue);
    let named = |draft: &Draft| -> BTreeSet<RoleId> {
        open_points(&catalogue, &draft.answers().unwrap()).into_iter().map(|it| it.role).collect()
    };
    let provider = RoleId::new("it-provider");
    assert!(named(&draft).contains(&provider));
    // Whether there is one is open: they may know.
    draft.company.traits.as_mut().unwrap().remove("external-it");
    draft.company.traits_open.insert("external-it".into());
    assert!(named(&draft).contains(&provider));
    draft.company.traits_open.clear();
    assert!(!named(&draft).contains(&provider), "{:?}", named(&draft));
    let company = draft.company.company().unwrap();
    for question in &catalogue.questions {
        assert!(!catalogue.who_knows(question, &company).is_empty(), "{}", question.id);
    }
}
