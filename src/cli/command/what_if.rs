//! `waage report --with --without --set`: the same firm under other circumstances, without changing its file.

use jiff::civil::Date;

use crate::assessment::answers_file::{MOST_EMPLOYEES, MOST_HOURS};
use crate::cli::args::ReportArgs;
use crate::cli::fault::Fault;
use crate::decision::Change;
use crate::german::{amount, what_if as words};
use crate::model::{
    Answer, Answers, Catalogue, MeasureId, OptionId, QuestionId, Record, TierLevel, TraitId, nearest,
};
use crate::report::{Then, WhatIf, what_if};
use crate::toml_file::MOST_EUROS;

/// Figures of the company that `--set` can change.
const FIGURES: [&str; 7] = [
    "employees",
    "segment",
    "turnover_eur",
    "liquid_reserve_eur",
    "standstill_day_eur",
    "own_hour_eur",
    "hours_per_month",
];

/// What the call asks to compare; none where it asks for no comparison.
pub fn asked(
    args: &ReportArgs,
    catalogue: &Catalogue,
    answers: &Answers,
    date: Date,
) -> anyhow::Result<Option<WhatIf>> {
    if args.with.is_empty() && args.without.is_empty() && args.set.is_empty() {
        return Ok(None);
    }
    let mut change = Change::default();
    for text in &args.with {
        let (id, level) = match text.split_once(':') {
            Some((id, level)) => {
                let levels = TierLevel::ALL.map(TierLevel::as_str).join(", ");
                let tier = TierLevel::from_id(level)
                    .ok_or_else(|| Fault::usage(words::set_value(id, level, &levels)))?;
                (id, Some(tier))
            }
            None => (text.as_str(), None),
        };
        change.with.push((measure(catalogue, id)?, level));
    }
    for id in &args.without {
        change.without.push(measure(catalogue, id)?);
    }
    let mut then = answers.clone();
    for text in &args.set {
        let (name, value) = text.split_once('=').ok_or_else(|| Fault::usage(words::set_form(text)))?;
        set(catalogue, &mut then, name.trim(), value.trim(), date)?;
    }
    let compared =
        what_if(catalogue, answers, &Then::of(&then), &change, date).map_err(|it| Fault::refused(&it))?;
    Ok(Some(compared))
}

fn measure(catalogue: &Catalogue, id: &str) -> anyhow::Result<MeasureId> {
    let wanted = MeasureId::new(id);
    if catalogue.measure(&wanted).is_some() {
        return Ok(wanted);
    }
    let meant = nearest(id, catalogue.measures.iter().map(|it| it.id.as_str()));
    Err(Fault::usage(words::no_such_measure(id, meant)))
}

fn set(
    catalogue: &Catalogue,
    answers: &mut Answers,
    name: &str,
    value: &str,
    date: Date,
) -> anyhow::Result<()> {
    let company = &mut answers.company;
    let bad = |possible: &str| Fault::usage(words::set_value(name, value, possible));
    if FIGURES.contains(&name) && name != "segment" {
        let refused = |why: String| Fault::usage(words::set_refused(name, value, &why));
        let unreadable = |it| refused(amount::remedy(it));
        if name == "employees" {
            let people = amount::people(value).map_err(unreadable)?;
            if !(1..=MOST_EMPLOYEES).contains(&people) {
                return Err(refused(words::between(1.0, f64::from(MOST_EMPLOYEES))));
            }
            company.employees = people;
            return Ok(());
        }
        let number = amount::amount(value).map_err(unreadable)?;
        let (least, most) = match name {
            "turnover_eur" => (1.0, MOST_EUROS),
            "hours_per_month" => (0.0, MOST_HOURS),
            _ => (0.0, MOST_EUROS),
        };
        if !(least..=most).contains(&number) {
            return Err(refused(words::between(least, most)));
        }
        match name {
            "turnover_eur" => company.turnover_eur = Some(number),
            "liquid_reserve_eur" => company.liquid_reserve_eur = Some(number),
            "standstill_day_eur" => company.standstill_day_eur = Some(number),
            "own_hour_eur" => company.own_hour_eur = Some(number),
            _ => company.hours_per_month = Some(number),
        }
        return Ok(());
    }
    if name == "segment" {
        let all: Vec<&str> = catalogue.segments.iter().map(|it| it.id.as_str()).collect();
        if !all.contains(&value) {
            return Err(bad(&all.join(", ")));
        }
        company.segment = value.into();
        return Ok(());
    }
    let is_trait = TraitId::new(name);
    if catalogue.trait_(&is_trait).is_some() {
        if words::YES.contains(&value) {
            company.traits.insert(is_trait);
        } else if words::NO.contains(&value) {
            company.traits.remove(&is_trait);
        } else {
            return Err(bad("ja, nein"));
        }
        return Ok(());
    }
    let id = QuestionId::new(name);
    let Some(question) = catalogue.question(&id) else {
        return Err(Fault::usage(words::set_unknown(name, &FIGURES.join(", "))));
    };
    let option = OptionId::new(value);
    if question.option(&option).is_none() {
        let all: Vec<&str> = question.options.iter().map(|it| it.id.as_str()).collect();
        return Err(bad(&all.join(", ")));
    }
    answers.records.insert(id, Record::claimed(Answer::Chosen(option), date));
    Ok(())
}
