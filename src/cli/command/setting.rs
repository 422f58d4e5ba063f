//! `--set NAME=WERT`: one thing a firm says about itself, with the keys and the limits of its file.

use jiff::civil::Date;

use crate::assessment::answers_file::limits::{self, Limits, MOST_INCIDENTS, MOST_PROCESSES, Range};
use crate::cli::fault::Fault;
use crate::german::{amount, what_if as words};
use crate::model::{
    Answer, Answers, Catalogue, Company, CrownJewel, ItemId, OpenTraits, OptionId, QuestionId, Record, State,
    TraitId,
};

/// A number of the company and where it goes.
struct Figure {
    limits: Limits,
    put: fn(&mut Company, f64),
}

const FIGURES: [Figure; 10] = [
    Figure { limits: limits::EMPLOYEES, put: |it, to| it.employees = whole(to) },
    Figure { limits: limits::COMPUTER_USERS, put: |it, to| it.computer_users = Some(whole(to)) },
    Figure { limits: limits::SITES, put: |it, to| it.sites = Some(whole(to)) },
    Figure { limits: limits::TURNOVER, put: |it, to| it.turnover_eur = Some(to) },
    Figure { limits: limits::BALANCE_SHEET, put: |it, to| it.balance_sheet_eur = Some(to) },
    Figure { limits: limits::RESERVE, put: |it, to| it.liquid_reserve_eur = Some(to) },
    Figure { limits: limits::STANDSTILL_DAY, put: |it, to| it.standstill_day_eur = Some(to) },
    Figure { limits: limits::OWN_HOUR, put: |it, to| it.own_hour_eur = Some(to) },
    Figure { limits: limits::HOURS_PER_MONTH, put: |it, to| it.hours_per_month = Some(to) },
    Figure { limits: limits::TOLERABLE_RUIN, put: |it, to| it.tolerable_ruin = Some(to) },
];

/// What a process has besides its name.
const PROCESS: [Limits; 2] = [limits::TOLERABLE_HOURS, limits::PROCESS_DAY];

/// Keys that hold something else.
const OTHERS: [&str; 4] = ["segment", "state", "crown_jewels", "past_incidents.ART"];

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "read as a whole number in its range"
)]
fn whole(number: f64) -> u32 {
    number as u32
}

/// Changes what `name` says.
///
/// # Errors
///
/// A fault of the call where nothing has that name or the value does not fit it.
pub fn set(
    catalogue: &Catalogue,
    answers: &mut Answers,
    name: &str,
    value: &str,
    date: Date,
) -> anyhow::Result<()> {
    let company = &mut answers.company;
    let one_of = |choices: &[&str]| Fault::usage(words::set_value(name, value, &choices.join(", ")));
    if let Some(figure) = FIGURES.iter().find(|it| it.limits.key == name) {
        (figure.put)(company, number(name, value, figure.limits.range)?);
        return Ok(());
    }
    if name == "segment" {
        let all: Vec<&str> = catalogue.segments.iter().map(|it| it.id.as_str()).collect();
        if !all.contains(&value) {
            return Err(one_of(&all));
        }
        company.segment = value.into();
        return Ok(());
    }
    if name == "state" {
        company.state = Some(State::new(value).ok_or_else(|| one_of(&State::CODES))?);
        return Ok(());
    }
    if let Some(kind) = name.strip_prefix("past_incidents.") {
        return incident(catalogue, company, kind, name, value);
    }
    if let Some(key) = name.strip_prefix("crown_jewels") {
        return process(company, key, name, value);
    }
    let (is_trait, is_item) = (TraitId::new(name), ItemId::new(name));
    if catalogue.trait_(&is_trait).is_some() {
        put_trait(catalogue, company, is_trait, said(name, value)?);
        return Ok(());
    }
    if catalogue.items.iter().any(|it| it.id == is_item) {
        match said(name, value)? {
            Some(said) => company.digitalisation.insert(is_item, said),
            None => company.digitalisation.remove(&is_item),
        };
        return Ok(());
    }
    let id = QuestionId::new(name);
    let Some(question) = catalogue.question(&id) else {
        let keys: Vec<&str> = FIGURES.iter().map(|it| it.limits.key).chain(OTHERS).collect();
        return Err(Fault::usage(words::set_unknown(name, &keys.join(", "))));
    };
    let option = OptionId::new(value);
    let answer = if words::OPEN.contains(&value) {
        Answer::Unknown
    } else if question.option(&option).is_some() {
        Answer::Chosen(option)
    } else {
        let all = question.options.iter().map(|it| it.id.as_str()).chain([words::OPEN[0]]);
        return Err(one_of(&all.collect::<Vec<_>>()));
    };
    answers.records.insert(id, Record::claimed(answer, date));
    Ok(())
}

/// Yes, no, or open.
fn said(name: &str, value: &str) -> anyhow::Result<Option<bool>> {
    let is = |words: &[&str]| words.contains(&value);
    match (is(&words::YES), is(&words::NO), is(&words::OPEN)) {
        (true, ..) => Ok(Some(true)),
        (_, true, _) => Ok(Some(false)),
        (.., true) => Ok(None),
        _ => Err(Fault::usage(words::set_value(name, value, &words::SAID.join(", ")))),
    }
}

/// Makes a trait a yes, a no or open; all others stay what they were.
fn put_trait(catalogue: &Catalogue, company: &mut Company, id: TraitId, said: Option<bool>) {
    let ids = catalogue.traits.iter().map(|it| &it.id);
    let mut open: std::collections::BTreeSet<TraitId> =
        ids.filter(|it| company.has(it).is_none()).cloned().collect();
    company.traits.remove(&id);
    open.remove(&id);
    match said {
        Some(true) => _ = company.traits.insert(id),
        Some(false) => {}
        None => _ = open.insert(id),
    }
    company.traits_open = OpenTraits::These(open);
}

/// `past_incidents.device-loss=1`, or open again.
fn incident(
    catalogue: &Catalogue,
    company: &mut Company,
    kind: &str,
    name: &str,
    value: &str,
) -> anyhow::Result<()> {
    let kinds = &catalogue.calibration.experience.value.kinds;
    let Some(kind) = kinds.iter().find(|it| it.id.as_str() == kind) else {
        let known: Vec<String> = kinds.iter().map(|it| format!("past_incidents.{}", it.id)).collect();
        return Err(Fault::usage(words::set_unknown(name, &known.join(", "))));
    };
    if words::OPEN.contains(&value) {
        company.past_incidents.remove(&kind.id);
    } else {
        let times = number(name, value, Range::Whole { least: 0, most: MOST_INCIDENTS })?;
        company.past_incidents.insert(kind.id.clone(), whole(times));
    }
    Ok(())
}

/// `crown_jewels=Verkauf; Versand`, `crown_jewels.1.tolerable_hours=4`, `crown_jewels.1.day_eur=500`.
fn process(company: &mut Company, key: &str, name: &str, value: &str) -> anyhow::Result<()> {
    let known = &mut company.crown_jewels;
    if key.is_empty() {
        let named: Vec<&str> = value.split(';').map(str::trim).filter(|it| !it.is_empty()).collect();
        if named.len() > MOST_PROCESSES {
            let why = words::between(0.0, MOST_PROCESSES as f64);
            return Err(Fault::usage(words::set_refused(name, value, &why)));
        }
        let as_before = |process: &str| known.iter().find(|it| it.process == process).cloned();
        let jewel =
            |process: &str| CrownJewel { process: process.to_owned(), tolerable_hours: None, day_eur: None };
        *known = named.into_iter().map(|it| as_before(it).unwrap_or_else(|| jewel(it))).collect();
        return Ok(());
    }
    let mut keys = key.trim_start_matches('.').split('.');
    let at = keys.next().and_then(|it| it.parse::<usize>().ok()).and_then(|it| it.checked_sub(1));
    let limits = keys.next().and_then(|it| PROCESS.into_iter().find(|limits| limits.key == it));
    let (Some(at), Some(limits), None) = (at, limits, keys.next()) else {
        return Err(Fault::usage(words::process_key(name)));
    };
    let count = known.len();
    let Some(jewel) = known.get_mut(at) else {
        return Err(Fault::usage(words::no_such_process(name, count)));
    };
    let number = Some(number(name, value, limits.range)?);
    if limits.key == limits::PROCESS_DAY.key {
        jewel.day_eur = number;
    } else {
        jewel.tolerable_hours = number;
    }
    Ok(())
}

/// A number as a German writes it, within its range.
fn number(name: &str, value: &str, range: Range) -> anyhow::Result<f64> {
    let (least, most) = range.ends();
    let refused = |why: String| Fault::usage(words::set_refused(name, value, &why));
    let read = if range.is_whole() { amount::people(value).map(f64::from) } else { amount::amount(value) };
    let number = read.map_err(|it| refused(amount::remedy(it)))?;
    if (least..=most).contains(&number) { Ok(number) } else { Err(refused(words::between(least, most))) }
}
