//! `waage report --with --without --set --leave-out`: the same firm under other circumstances, without changing its file.

use super::setting::set;
use crate::cli::args::ReportArgs;
use crate::cli::fault::Fault;
use crate::decision::{Change, Options};
use crate::german::what_if as words;
use crate::model::{Answers, Catalogue, MeasureId, TierLevel, nearest};
use crate::report::{Then, WhatIf, WithoutMeasures, what_if, without_measures};

/// What the call asks to compare.
pub enum Asked {
    /// The year as it is with the year as it would be.
    Year(Box<WhatIf>),
    /// The plan with the plan that does without measures.
    Plan(Box<WithoutMeasures>),
}

/// What the call asks to compare; none where it asks for no comparison.
pub fn asked(
    args: &ReportArgs,
    catalogue: &Catalogue,
    answers: &Answers,
    options: &Options,
) -> anyhow::Result<Option<Asked>> {
    let catalogue = &*options.applied_to(catalogue);
    let mut then = answers.clone();
    for text in &args.set {
        let (name, value) = text.split_once('=').ok_or_else(|| Fault::usage(words::set_form(text)))?;
        set(catalogue, &mut then, name.trim(), value.trim(), options.date)?;
    }
    if !args.leave_out.is_empty() {
        let ids: Vec<MeasureId> =
            args.leave_out.iter().map(|it| measure(catalogue, it)).collect::<anyhow::Result<_>>()?;
        let compared = without_measures(catalogue, &then, options, &ids).map_err(|it| Fault::refused(&it))?;
        return Ok(Some(Asked::Plan(Box::new(compared))));
    }
    if args.with.is_empty() && args.without.is_empty() && args.set.is_empty() {
        return Ok(None);
    }
    let compared = what_if(catalogue, answers, &Then::of(&then), &change(args, catalogue)?, options.date)
        .map_err(|it| Fault::refused(&it))?;
    Ok(Some(Asked::Year(Box::new(compared))))
}

fn change(args: &ReportArgs, catalogue: &Catalogue) -> anyhow::Result<Change> {
    let with = |text: &String| match text.split_once(':') {
        Some((id, level)) => {
            let levels = TierLevel::ALL.map(TierLevel::as_str).join(", ");
            let tier = TierLevel::from_id(level)
                .ok_or_else(|| Fault::usage(words::set_value(id, level, &levels)))?;
            Ok((measure(catalogue, id)?, Some(tier)))
        }
        None => Ok((measure(catalogue, text)?, None)),
    };
    Ok(Change {
        with: args.with.iter().map(with).collect::<anyhow::Result<_>>()?,
        without: args.without.iter().map(|it| measure(catalogue, it)).collect::<anyhow::Result<_>>()?,
    })
}

fn measure(catalogue: &Catalogue, id: &str) -> anyhow::Result<MeasureId> {
    let wanted = MeasureId::new(id);
    if catalogue.measure(&wanted).is_some() {
        return Ok(wanted);
    }
    let meant = nearest(id, catalogue.measures.iter().map(|it| it.id.as_str()));
    Err(Fault::usage(words::no_such_measure(id, meant)))
}
