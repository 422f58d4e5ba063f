//! Who helps a firm, and who pays a part of it.

use jiff::civil::{Date, date};
use waage::german::guidance::help::offered;
use waage::guidance::{Currency, GrantState, fitting_contacts, fitting_grants};
use waage::model::{Company, ContactKind, State};

use crate::guidance::{TODAY, catalogue};

fn company(state: &str, employees: u32) -> Company {
    let mut company = Company::new("crafts".into(), employees);
    company.state = State::new(state);
    company
}

#[test]
fn every_state_has_police_authority_and_an_office_for_money() {
    let catalogue = catalogue();
    for code in State::CODES {
        let contacts = fitting_contacts(&catalogue, &company(code, 14), TODAY);
        for kind in [ContactKind::Police, ContactKind::DataProtection, ContactKind::Funding] {
            let local = contacts
                .iter()
                .filter(|it| it.kind == kind)
                .any(|it| !catalogue.knowledge.contact(&it.contact).unwrap().states.is_empty());
            assert!(local, "{code} has no {kind:?}");
        }
        for fitting in &contacts {
            let contact = catalogue.knowledge.contact(&fitting.contact).unwrap();
            assert!(contact.states.is_empty() || contact.states.iter().any(|it| it.code() == code));
        }
    }
}

#[test]
fn offers_say_what_for_how_long_and_in_which_form() {
    let catalogue = catalogue();
    let learning = catalogue.knowledge.contacts.iter().filter(|it| it.kind == ContactKind::Learning);
    for contact in learning {
        let told = offered(contact);
        let offer = contact.offer.as_ref().unwrap_or_else(|| panic!("{} says nothing", contact.id));
        assert!(told.contains(&offer.aim) && told.contains(&offer.duration), "{}: {told}", contact.id);
        assert!(["vor Ort", "online"].iter().any(|it| told.contains(it)), "{}: {told}", contact.id);
    }
    let centre = catalogue.knowledge.contact(&"mittelstand-digital".into()).unwrap();
    assert_eq!(centre.valid_until, Some(date(2026, 12, 31)));
}

#[test]
fn free_offers_come_first_and_numbers_expire() {
    let catalogue = catalogue();
    let contacts = fitting_contacts(&catalogue, &company("BY", 14), TODAY);
    let funding: Vec<bool> = contacts
        .iter()
        .filter(|it| it.kind == ContactKind::Advice)
        .map(|it| catalogue.knowledge.contact(&it.contact).unwrap().free)
        .collect();
    assert!(funding.is_sorted_by(|a, b| *a || !b), "{funding:?}");
    let police = |day| {
        let all = fitting_contacts(&catalogue, &company("BY", 14), day);
        all.into_iter().find(|it| it.contact.as_str() == "police-by").expect("Bavaria has one")
    };
    assert!(police(TODAY).phone_holds);
    let later = police(date(2028, 1, 1));
    assert!(!later.phone_holds && later.currency == Currency::ReviewOverdue);
}

#[test]
fn grants_know_state_size_trade_and_their_last_day() {
    let catalogue = catalogue();
    let states = |state: &str, segment: &str, employees: u32, day: Date| -> Vec<(String, GrantState)> {
        let company = Company { segment: segment.into(), ..company(state, employees) };
        fitting_grants(&catalogue, &company, day)
            .into_iter()
            .map(|it| (it.grant.to_string(), it.state))
            .collect()
    };
    let has = |list: &[(String, GrantState)], id: &str| list.iter().any(|it| it.0 == id);
    assert!(has(&states("BY", "crafts", 14, TODAY), "by-digitalbonus-standard"));
    assert!(!has(&states("BY", "crafts", 60, TODAY), "by-digitalbonus-standard"));
    assert!(!has(&states("BY", "professions", 14, TODAY), "by-digitalbonus-standard"));
    assert!(!has(&states("NW", "crafts", 14, TODAY), "by-digitalbonus-standard"));
    assert!(has(&states("NW", "crafts", 14, TODAY), "nw-mid-digital-security"));
    let ended = states("NW", "crafts", 14, date(2030, 1, 1));
    assert!(ended.contains(&("nw-mid-digital-security".into(), GrantState::Ended(date(2029, 12, 31)))));
    assert!(has(&states("SH", "crafts", 14, date(2026, 12, 31)), "bafa-consulting"));
    let lottery = states("NW", "crafts", 14, TODAY);
    assert!(lottery.iter().all(|it| it.1 == GrantState::Possible), "a draw is not counted on: {lottery:?}");
}

#[test]
fn a_grant_that_ended_within_a_year_is_shown_as_ended_and_lowers_no_price() {
    let catalogue = catalogue();
    let find = |day: Date| {
        let company = company("SH", 14);
        fitting_grants(&catalogue, &company, day)
            .into_iter()
            .find(|it| it.grant.as_str() == "bafa-consulting")
    };
    assert_eq!(find(date(2026, 12, 31)).unwrap().currency, Currency::EndsSoon(date(2026, 12, 31)));
    let ended = find(date(2027, 1, 1)).expect("still listed");
    assert_eq!(ended.state, GrantState::Ended(date(2026, 12, 31)));
    assert!(find(date(2028, 1, 1)).is_none());
}
