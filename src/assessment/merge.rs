//! Two people's changes to one file: what does not collide goes together, what does is handed back to be asked.

use std::collections::{BTreeMap, BTreeSet};

use super::interview::{Item, ProfileItem};
use super::{CompanyDraft, Draft};
use crate::model::{Proof, QuestionId, Record, RoleId, Visit, Voice};

/// What is known of a file besides what one is about to write into it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// What others wrote there, as last seen.
    pub others: Draft,
    /// What we last wrote there ourselves.
    pub own: Draft,
}

/// Lays what others wrote meanwhile (`theirs`) beside `ours`.
///
/// A thing counts as changed by them where it is neither what they had before nor what we wrote ourselves: an editor
/// that saves an old copy takes nothing back. What they alone changed is taken over into `ours` and remembered in
/// `known`; what we alone changed stays. Things that both changed differently are returned and stay ours until
/// [`settle`] says otherwise.
pub fn merge(known: &mut Known, ours: &mut Draft, theirs: &Draft) -> Vec<Item> {
    let mut collisions = company(known, &mut ours.company, &theirs.company);
    collisions.extend(records(known, ours, theirs).into_iter().map(Item::Question));
    maps(&mut known.others.handed_over, &known.own.handed_over, &mut ours.handed_over, &theirs.handed_over);
    visits(&mut ours.visits, &theirs.visits);
    // The check never touches these, so that whatever others say holds.
    let Known { others, own } = known;
    maps(&mut others.decisions, &own.decisions, &mut ours.decisions, &theirs.decisions);
    maps(&mut others.costs, &own.costs, &mut ours.costs, &theirs.costs);
    maps(&mut others.contacts, &own.contacts, &mut ours.contacts, &theirs.contacts);
    maps(&mut others.quotes, &own.quotes, &mut ours.quotes, &theirs.quotes);
    maps(&mut others.practised, &own.practised, &mut ours.practised, &theirs.practised);
    field(&mut others.contract, &own.contract, &mut ours.contract, &theirs.contract);
    field(&mut others.insurance, &own.insurance, &mut ours.insurance, &theirs.insurance);
    field(&mut others.gate, &own.gate, &mut ours.gate, &theirs.gate);
    field(&mut others.plan_rung, &own.plan_rung, &mut ours.plan_rung, &theirs.plan_rung);
    collisions
}

/// Talks of both sides, each once, the earliest first: nobody takes back that people met.
fn visits(ours: &mut Vec<Visit>, theirs: &[Visit]) {
    for visit in theirs.iter().filter(|it| !ours.contains(it)).cloned().collect::<Vec<_>>() {
        ours.push(visit);
    }
    ours.sort_by_key(|it| it.date);
}

/// Decides a collision: theirs replaces ours, or ours stays and theirs counts as seen.
pub fn settle(item: &Item, keep_ours: bool, known: &mut Known, ours: &mut Draft, theirs: &Draft) {
    match item {
        Item::Question(id) => {
            let record = theirs.records.get(id).cloned();
            put(&mut known.others.records, id, record.clone());
            if !keep_ours {
                put(&mut ours.records, id, record);
            }
        }
        Item::Profile(item) => {
            copy_fact(*item, &theirs.company, &mut known.others.company);
            if !keep_ours {
                copy_fact(*item, &theirs.company, &mut ours.company);
            }
        }
    }
}

/// One value under three views; true where both sides changed it differently.
fn field<T: Clone + PartialEq>(others: &mut T, own: &T, ours: &mut T, theirs: &T) -> bool {
    if theirs == ours || theirs == others || theirs == own {
        return false;
    }
    if ours != others {
        return true;
    }
    ours.clone_from(theirs);
    others.clone_from(theirs);
    false
}

/// Every entry of a map as a value of its own, missing ones included; the keys that collide.
fn maps<K: Clone + Ord, T: Clone + PartialEq>(
    others: &mut BTreeMap<K, T>,
    own: &BTreeMap<K, T>,
    ours: &mut BTreeMap<K, T>,
    theirs: &BTreeMap<K, T>,
) -> Vec<K> {
    let keys: BTreeSet<K> = others.keys().chain(ours.keys()).chain(theirs.keys()).cloned().collect();
    keys.into_iter()
        .filter(|key| {
            let (mut seen, mut mine) = (others.get(key).cloned(), ours.get(key).cloned());
            let collides = field(&mut seen, &own.get(key).cloned(), &mut mine, &theirs.get(key).cloned());
            put(others, key, seen);
            put(ours, key, mine);
            collides
        })
        .collect()
}

fn put<K: Clone + Ord, T>(map: &mut BTreeMap<K, T>, key: &K, value: Option<T>) {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    };
}

fn company(known: &mut Known, ours: &mut CompanyDraft, theirs: &CompanyDraft) -> Vec<Item> {
    let (others, own) = (&mut known.others.company, &known.own.company);
    // Ticks are single yes-and-no facts: two people ticking different ones do not collide.
    let open = |it: &CompanyDraft| it.traits.is_some().then(|| it.traits_open.clone());
    let (mut seen, mut mine) = (open(others), open(ours));
    field_of_set(&mut seen, &mut mine, open(theirs).as_ref());
    field_of_set(&mut others.traits, &mut ours.traits, theirs.traits.as_ref());
    others.traits_open = seen.unwrap_or_default();
    ours.traits_open = mine.unwrap_or_default();
    // Whoever ticked something knows it.
    ours.traits_open.retain(|it| !ours.traits.as_ref().is_some_and(|traits| traits.contains(it)));
    field(&mut others.systems, &own.systems, &mut ours.systems, &theirs.systems);
    maps(&mut others.digitalisation, &own.digitalisation, &mut ours.digitalisation, &theirs.digitalisation);
    maps(&mut others.past_incidents, &own.past_incidents, &mut ours.past_incidents, &theirs.past_incidents);
    field(&mut others.own_hour_eur, &own.own_hour_eur, &mut ours.own_hour_eur, &theirs.own_hour_eur);
    field(
        &mut others.hours_per_month,
        &own.hours_per_month,
        &mut ours.hours_per_month,
        &theirs.hours_per_month,
    );
    let collides = |item: &ProfileItem| match item {
        ProfileItem::Traits | ProfileItem::Digitalisation | ProfileItem::Incidents => false,
        ProfileItem::Segment => {
            let segment = field(&mut others.segment, &own.segment, &mut ours.segment, &theirs.segment);
            let kind = field(&mut others.sub_trade, &own.sub_trade, &mut ours.sub_trade, &theirs.sub_trade);
            segment | kind | field(&mut others.trade, &own.trade, &mut ours.trade, &theirs.trade)
        }
        ProfileItem::Users => field(
            &mut others.computer_users,
            &own.computer_users,
            &mut ours.computer_users,
            &theirs.computer_users,
        ),
        ProfileItem::Sites => field(&mut others.sites, &own.sites, &mut ours.sites, &theirs.sites),
        ProfileItem::Employees => {
            field(&mut others.employees, &own.employees, &mut ours.employees, &theirs.employees)
        }
        ProfileItem::Turnover => {
            field(&mut others.turnover_eur, &own.turnover_eur, &mut ours.turnover_eur, &theirs.turnover_eur)
        }
        ProfileItem::BalanceSheet => field(
            &mut others.balance_sheet_eur,
            &own.balance_sheet_eur,
            &mut ours.balance_sheet_eur,
            &theirs.balance_sheet_eur,
        ),
        ProfileItem::State => field(&mut others.state, &own.state, &mut ours.state, &theirs.state),
        ProfileItem::StandstillDay => field(
            &mut others.standstill_day_eur,
            &own.standstill_day_eur,
            &mut ours.standstill_day_eur,
            &theirs.standstill_day_eur,
        ),
        ProfileItem::Name => field(&mut others.name, &own.name, &mut ours.name, &theirs.name),
        ProfileItem::CrownJewels => {
            field(&mut others.crown_jewels, &own.crown_jewels, &mut ours.crown_jewels, &theirs.crown_jewels)
        }
        ProfileItem::Reserve => field(
            &mut others.liquid_reserve_eur,
            &own.liquid_reserve_eur,
            &mut ours.liquid_reserve_eur,
            &theirs.liquid_reserve_eur,
        ),
        ProfileItem::Tolerance => field(
            &mut others.tolerable_ruin,
            &own.tolerable_ruin,
            &mut ours.tolerable_ruin,
            &theirs.tolerable_ruin,
        ),
    };
    ProfileItem::ALL.into_iter().filter(collides).map(Item::Profile).collect()
}

/// A set whose elements come and go one by one; nothing said yet is no empty set.
fn field_of_set<T: Clone + Ord>(
    others: &mut Option<BTreeSet<T>>,
    ours: &mut Option<BTreeSet<T>>,
    theirs: Option<&BTreeSet<T>>,
) {
    let Some(theirs) = theirs else { return };
    let before = others.clone().unwrap_or_default();
    let mine = ours.get_or_insert_with(BTreeSet::new);
    for it in theirs.difference(&before) {
        mine.insert(it.clone());
    }
    for it in before.difference(theirs) {
        mine.remove(it);
    }
    *others = Some(theirs.clone());
}

/// Copies a fact from one company to another.
fn copy_fact(item: ProfileItem, from: &CompanyDraft, to: &mut CompanyDraft) {
    match item {
        ProfileItem::Segment => {
            to.segment.clone_from(&from.segment);
            to.sub_trade.clone_from(&from.sub_trade);
            to.trade.clone_from(&from.trade);
        }
        ProfileItem::Users => to.computer_users = from.computer_users,
        ProfileItem::Sites => to.sites = from.sites,
        ProfileItem::Employees => to.employees = from.employees,
        ProfileItem::Turnover => to.turnover_eur = from.turnover_eur,
        ProfileItem::BalanceSheet => to.balance_sheet_eur = from.balance_sheet_eur,
        ProfileItem::State => to.state.clone_from(&from.state),
        ProfileItem::StandstillDay => to.standstill_day_eur = from.standstill_day_eur,
        ProfileItem::Name => to.name.clone_from(&from.name),
        ProfileItem::Traits => {
            to.traits.clone_from(&from.traits);
            to.traits_open.clone_from(&from.traits_open);
        }
        ProfileItem::Digitalisation => to.digitalisation.clone_from(&from.digitalisation),
        ProfileItem::CrownJewels => to.crown_jewels.clone_from(&from.crown_jewels),
        ProfileItem::Incidents => to.past_incidents.clone_from(&from.past_incidents),
        ProfileItem::Reserve => to.liquid_reserve_eur = from.liquid_reserve_eur,
        ProfileItem::Tolerance => to.tolerable_ruin = from.tolerable_ruin,
    }
}

/// Answers, voice by voice: the owner and the IT provider answering the same question do not collide.
fn records(known: &mut Known, ours: &mut Draft, theirs: &Draft) -> Vec<QuestionId> {
    let Known { others, own } = known;
    let before = ours.records.clone();
    let collisions = maps(&mut others.records, &own.records, &mut ours.records, &theirs.records);
    collisions
        .into_iter()
        .filter(|id| {
            let (Some(mine), Some(foreign)) = (before.get(id), theirs.records.get(id)) else { return true };
            let Some(joined) = joined(others.records.get(id), own.records.get(id), mine, foreign) else {
                return true;
            };
            ours.records.insert(id.clone(), joined);
            others.records.insert(id.clone(), foreign.clone());
            false
        })
        .collect()
}

/// Both records as one, where their voices do not collide.
fn joined(others: Option<&Record>, own: Option<&Record>, mine: &Record, foreign: &Record) -> Option<Record> {
    let by_role = |it: Option<&Record>| -> BTreeMap<RoleId, Voice> {
        it.into_iter().flat_map(|it| &it.also).map(|it| (it.by.clone(), it.clone())).collect()
    };
    let mut voices = by_role(Some(mine));
    let (mut seen, written) = (by_role(others), by_role(own));
    if !maps(&mut seen, &written, &mut voices, &by_role(Some(foreign))).is_empty() {
        return None;
    }
    let head = |it: &Record| Record { also: Vec::new(), ..it.clone() };
    let (mine, foreign) = (head(mine), head(foreign));
    let (mut seen, written) = (others.map(head), own.map(head));
    let mut first = Some(mine.clone());
    let mut head = if field(&mut seen, &written, &mut first, &Some(foreign.clone())) {
        same_answer(&mine, &foreign).or_else(|| beside(&mine, &foreign, &mut voices))?
    } else {
        first?
    };
    head.also = voices.into_values().collect();
    Some(head)
}

/// The same answer given twice: the later day holds, a note stays.
fn same_answer(mine: &Record, foreign: &Record) -> Option<Record> {
    let alike = (&mine.answer, mine.evidence, &mine.by) == (&foreign.answer, foreign.evidence, &foreign.by);
    let note = match (&mine.note, &foreign.note) {
        (Some(a), Some(b)) if a != b => return None,
        (a, b) => a.clone().or_else(|| b.clone()),
    };
    let proof = same_proof(&mine.proof, &foreign.proof)?;
    alike.then(|| Record { date: mine.date.max(foreign.date), note, proof, ..mine.clone() })
}

/// What two people wrote down about one answer, where it goes together.
fn same_proof(mine: &Proof, foreign: &Proof) -> Option<Proof> {
    fn collide<T: PartialEq>(mine: Option<&T>, foreign: Option<&T>) -> bool {
        mine.zip(foreign).is_some_and(|(mine, foreign)| mine != foreign)
    }
    let words =
        [(&mine.document, &foreign.document), (&mine.person, &foreign.person), (&mine.place, &foreign.place)];
    let collides = words.into_iter().any(|(mine, foreign)| collide(mine.as_ref(), foreign.as_ref()));
    if collides || collide(mine.date.as_ref(), foreign.date.as_ref()) {
        return None;
    }
    let either = |mine: &Option<String>, foreign: &Option<String>| mine.clone().or_else(|| foreign.clone());
    Some(Proof {
        document: either(&mine.document, &foreign.document),
        person: either(&mine.person, &foreign.person),
        date: mine.date.or(foreign.date),
        place: either(&mine.place, &foreign.place),
    })
}

/// Two answers of two people: who spoke for a role becomes a voice beside the other.
fn beside(mine: &Record, foreign: &Record, voices: &mut BTreeMap<RoleId, Voice>) -> Option<Record> {
    if mine.by == foreign.by {
        return None;
    }
    let (head, voice) = if mine.by.is_some() { (foreign, mine) } else { (mine, foreign) };
    let by = voice.by.clone()?;
    if voices.contains_key(&by) {
        return None;
    }
    let Record { answer, evidence, proof, date, note, .. } = voice.clone();
    voices.insert(by.clone(), Voice { answer, evidence, proof, date, by, note });
    Some(head.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Answer;
    use jiff::civil::date;

    fn record(option: &str, by: Option<&str>) -> Record {
        Record {
            by: by.map(Into::into),
            ..Record::claimed(Answer::Chosen(option.into()), date(2026, 11, 21))
        }
    }

    fn draft(employees: u32, answers: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::default();
        draft.company.employees = Some(employees);
        draft.records = answers.iter().map(|(id, it)| (QuestionId::new(*id), record(it, None))).collect();
        draft
    }

    fn known(others: &Draft, own: &Draft) -> Known {
        Known { others: others.clone(), own: own.clone() }
    }

    #[test]
    fn what_only_one_side_changed_holds_for_both() {
        let start = draft(14, &[("mfa", "none")]);
        let mut ours = draft(14, &[("mfa", "all")]);
        let theirs = draft(25, &[("mfa", "none"), ("backup", "daily")]);
        let found = merge(&mut known(&start, &start), &mut ours, &theirs);
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(ours, draft(25, &[("mfa", "all"), ("backup", "daily")]));
    }

    #[test]
    fn an_old_copy_saved_over_ours_takes_nothing_back() {
        let start = draft(14, &[]);
        let mut ours = draft(14, &[("mfa", "all"), ("backup", "daily")]);
        let own = draft(14, &[("mfa", "all")]);
        for theirs in [start.clone(), own.clone()] {
            assert!(merge(&mut known(&start, &own), &mut ours, &theirs).is_empty());
            assert_eq!(ours, draft(14, &[("mfa", "all"), ("backup", "daily")]));
        }
    }

    #[test]
    fn what_both_changed_differently_is_asked_and_settled_either_way() {
        let start = draft(14, &[("mfa", "none")]);
        let theirs = draft(30, &[("mfa", "some")]);
        for keep_ours in [true, false] {
            let mut ours = draft(25, &[("mfa", "all")]);
            let mut known = known(&start, &ours);
            let found = merge(&mut known, &mut ours, &theirs);
            assert_eq!(found, [Item::Profile(ProfileItem::Employees), Item::Question("mfa".into())]);
            assert_eq!(ours, draft(25, &[("mfa", "all")]), "ours until it is decided");
            for item in &found {
                settle(item, keep_ours, &mut known, &mut ours, &theirs);
            }
            assert!(merge(&mut known, &mut ours, &theirs).is_empty(), "asked once");
            assert_eq!(ours == theirs, !keep_ours);
        }
    }

    #[test]
    fn two_roles_answering_one_question_both_stay() {
        let start = draft(14, &[]);
        let id = QuestionId::new("mfa");
        let (mut ours, mut theirs) = (start.clone(), start.clone());
        ours.records.insert(id.clone(), record("all", Some("it-provider")));
        theirs.records.insert(id.clone(), record("none", None));
        assert!(merge(&mut known(&start, &start), &mut ours, &theirs).is_empty());
        let joined = &ours.records[&id];
        assert_eq!(joined.answer, Answer::Chosen("none".into()));
        assert_eq!(joined.also[0].by.as_str(), "it-provider");
    }

    #[test]
    fn ticks_of_two_people_go_together() {
        let with = |ticked: &[&str]| {
            let mut draft = Draft::default();
            draft.company.traits = Some(ticked.iter().map(|it| (*it).into()).collect());
            draft
        };
        let start = with(&["wlan", "website"]);
        let mut ours = with(&["wlan", "website", "own-server"]);
        assert!(merge(&mut known(&start, &start), &mut ours, &with(&["wlan", "online-banking"])).is_empty());
        assert_eq!(ours, with(&["wlan", "own-server", "online-banking"]));
    }

    #[test]
    fn what_two_people_wrote_down_about_one_answer_goes_together() {
        let start = draft(14, &[]);
        let id = QuestionId::new("mfa");
        let seen = |document: Option<&str>, person: Option<&str>| {
            let mut it = draft(14, &[("mfa", "all")]);
            let proof = &mut it.records.get_mut(&id).expect("just answered").proof;
            proof.document = document.map(Into::into);
            proof.person = person.map(Into::into);
            it
        };
        let mut ours = seen(Some("Protokoll"), None);
        let theirs = seen(None, Some("Frau Weber"));
        assert!(merge(&mut known(&start, &start), &mut ours, &theirs).is_empty());
        assert_eq!(ours, seen(Some("Protokoll"), Some("Frau Weber")));
        let mut ours = seen(Some("Protokoll"), None);
        let found = merge(&mut known(&start, &start), &mut ours, &seen(Some("Bildschirm"), None));
        assert_eq!(found, [Item::Question(id.clone())], "two papers are asked about");
    }

    #[test]
    fn talks_of_both_sides_stay_each_once() {
        let talk = |day: i8, with: &str| Visit {
            date: date(2026, 11, day),
            place: None,
            participants: vec![with.to_owned()],
        };
        let with = |visits: Vec<Visit>| Draft { visits, ..Draft::default() };
        let mut ours = with(vec![talk(3, "Frau Weber")]);
        let theirs = with(vec![talk(2, "Herr Roth"), talk(3, "Frau Weber")]);
        assert!(merge(&mut Known::default(), &mut ours, &theirs).is_empty());
        assert_eq!(ours.visits, [talk(2, "Herr Roth"), talk(3, "Frau Weber")]);
    }

    #[test]
    fn merging_is_the_same_from_either_side_where_nothing_collides() {
        let start = draft(14, &[("a", "1")]);
        let (left, right) = (draft(14, &[("a", "2"), ("b", "1")]), draft(20, &[("a", "1"), ("c", "1")]));
        let (mut one, mut other) = (left.clone(), right.clone());
        merge(&mut known(&start, &start), &mut one, &right);
        merge(&mut known(&start, &start), &mut other, &left);
        assert_eq!(one, other);
    }
}
