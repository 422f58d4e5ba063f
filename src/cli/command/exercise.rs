//! `waage exercise`: messages to judge, an emergency at the table, a check of one's own competence. The result stays
//! on the screen; whoever wants to keeps what was not sure in the firm's file, as sums without names.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use jiff::civil::Date;

use crate::assessment::answers_file::written;
use crate::cli::args::{CommonArgs, ExerciseArgs, ExercisePart};
use crate::cli::fault::Fault;
use crate::cli::terminal::{List, Page, Picked, Plain, Prompts, Rich, hanging};
use crate::cli::{Exit, answers, clock, content, disk, files, output};
use crate::german::{exercise as words, fault};
use crate::model::{
    Catalogue, Company, Condition, Drill, Knowledge, LearningUnit, Message, Practised, Role, RoleId,
    SelfCheck, UnitId,
};

/// Runs the command.
pub fn run(args: &ExerciseArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    if !output::is_interactive() {
        return Err(Fault::usage(fault::no_terminal(words::WITHOUT_TERMINAL)));
    }
    let catalogue = content::catalogue(common)?;
    // A file that cannot be read is told before anybody has played; a known firm meets messages of its trade too.
    let mut firm = None;
    if let Some(path) = &args.keep {
        firm = answers::load_draft(path, &catalogue)?.0.draft.answers().map(|it| it.company);
    }
    let messages = fitting(&catalogue, firm.as_ref());
    let today = clock::day(common.date.as_deref())?;
    let said = if args.plain || output::is_simple_terminal() {
        play(args, (&catalogue, &messages), today, &mut Plain::new(io::stdin().lock(), io::stderr()))?
    } else {
        play(args, (&catalogue, &messages), today, &mut Rich::new(output::may_colour_messages()))?
    };
    output::complain(&said.map_or_else(|| words::LEFT.to_owned(), |it| folded(&it)));
    Ok(Exit::Done)
}

/// The messages for everybody, and those of its trade for a firm that is known.
fn fitting<'c>(catalogue: &'c Catalogue, firm: Option<&Company>) -> Vec<&'c Message> {
    let fits = |it: &&Message| match firm {
        Some(firm) => it.when.holds_for(firm, catalogue.level(firm)),
        None => it.when == Condition::default(),
    };
    catalogue.knowledge.messages.iter().filter(fits).collect()
}

/// What came of an exercise.
struct Outcome {
    /// In words.
    text: String,
    /// What was not sure, by the unit that teaches it.
    missing: BTreeMap<UnitId, u32>,
    /// Whose check it was, where that was asked.
    role: Option<RoleId>,
}

/// Plays, then asks whether the result is kept; what is to be said at the end, none where somebody left.
fn play(
    args: &ExerciseArgs,
    (catalogue, all): (&Catalogue, &[&Message]),
    today: Date,
    prompts: &mut impl Prompts,
) -> anyhow::Result<Option<String>> {
    let Some(outcome) = hold(args.part, (catalogue, all), prompts)? else { return Ok(None) };
    let Some(path) = &args.keep else { return Ok(Some(outcome.text)) };
    let Some(role) = to_be_kept(catalogue, &outcome, prompts)? else {
        return Ok(Some(format!("{}\n{}", outcome.text, words::NOT_KEPT)));
    };
    keep(path, catalogue, role, Practised::one(today, outcome.missing))?;
    Ok(Some(format!("{}\n{}", outcome.text, words::kept(&path.display().to_string()))))
}

/// Asks whether the result may be kept, and for which role; none where it may not.
fn to_be_kept(
    catalogue: &Catalogue,
    outcome: &Outcome,
    prompts: &mut impl Prompts,
) -> anyhow::Result<Option<RoleId>> {
    let page = Page {
        heading: words::HEADING.to_owned(),
        news: vec![outcome.text.clone()],
        question: words::KEEP.to_owned(),
        asides: vec![words::WHAT_IS_KEPT.to_owned()],
        ..Page::default()
    };
    loop {
        match prompts.choose(&page, &entries(&words::KEEPING))? {
            Picked::Entry(0) => break,
            Picked::Entry(_) | Picked::Back | Picked::Leave => return Ok(None),
            Picked::Key(_) | Picked::Nothing => {}
        }
    }
    if outcome.role.is_some() {
        return Ok(outcome.role.clone());
    }
    Ok(whose(catalogue, prompts)?.map(|it| it.role.clone()))
}

/// Adds a result to the file.
fn keep(path: &Path, catalogue: &Catalogue, role: RoleId, result: Practised) -> anyhow::Result<()> {
    let _turn = disk::turn(path);
    let (parsed, text) = answers::load_draft(path, catalogue)?;
    let path = &files::meant(path, super::ENDING);
    let mut draft = parsed.draft;
    let sum = match draft.practised.remove(&role) {
        Some(before) => before.with(result),
        None => result,
    };
    draft.practised.insert(role, sum);
    disk::save(path, written(&text, &draft).as_bytes()).map_err(|it| disk::cannot_write(path, &it))
}

/// What came of it; none where somebody left.
fn hold(
    part: Option<ExercisePart>,
    (catalogue, all): (&Catalogue, &[&Message]),
    prompts: &mut impl Prompts,
) -> anyhow::Result<Option<Outcome>> {
    let knowledge = &catalogue.knowledge;
    let part = match part {
        Some(part) => part,
        None => match which(prompts)? {
            Some(part) => part,
            None => return Ok(None),
        },
    };
    Ok(match part {
        ExercisePart::Messages => messages(all, prompts)?,
        ExercisePart::Emergency => match knowledge.drills.first() {
            Some(drill) => emergency(drill, prompts)?,
            None => None,
        },
        ExercisePart::SelfCheck => match whose(catalogue, prompts)? {
            Some(check) => self_check(check, knowledge, prompts)?,
            None => None,
        },
    })
}

/// Widest line that is comfortable to read.
const WIDEST: u16 = 78;

/// Breaks lines at the window's edge; what follows stands under its first word.
fn folded(text: &str) -> String {
    let width = usize::from(output::screen().width.min(WIDEST));
    let lines = text.lines().map(|line| {
        let words = line.trim_start();
        let indentation = line.len() - words.len();
        format!("{}{}", " ".repeat(indentation), hanging(words, width, indentation))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn which(prompts: &mut impl Prompts) -> anyhow::Result<Option<ExercisePart>> {
    let parts = [ExercisePart::Messages, ExercisePart::Emergency, ExercisePart::SelfCheck];
    Ok(pick(words::WHICH, &words::PARTS, prompts)?.map(|it| parts[it]))
}

/// Asks on a first page, before anything is played.
fn pick(question: &str, texts: &[&str], prompts: &mut impl Prompts) -> anyhow::Result<Option<usize>> {
    let page = Page {
        heading: words::HEADING.to_owned(),
        question: question.to_owned(),
        asides: vec![words::LOCAL.to_owned()],
        ..Page::default()
    };
    loop {
        return Ok(match prompts.choose(&page, &entries(texts))? {
            Picked::Entry(picked) => Some(picked),
            Picked::Key(_) | Picked::Nothing => continue,
            Picked::Back | Picked::Leave => None,
        });
    }
}

fn entries<T: AsRef<str>>(texts: &[T]) -> List {
    List { entries: texts.iter().map(|it| it.as_ref().to_owned()).collect(), ..List::default() }
}

/// Walks through pages with a list each, back and forth; the picks where all were made. Where a pick leads to
/// something, `news` says so on a page of its own.
fn walk(
    count: usize,
    prompts: &mut impl Prompts,
    page: impl Fn(usize) -> (Page, List),
    news: impl Fn(usize, usize) -> Vec<String>,
) -> anyhow::Result<Option<Vec<usize>>> {
    let mut picks: Vec<usize> = Vec::new();
    while picks.len() < count {
        let at = picks.len();
        let (asked, list) = page(at);
        match prompts.choose(&asked, &list)? {
            Picked::Entry(pick) => picks.push(pick),
            Picked::Back => {
                picks.pop();
                continue;
            }
            Picked::Key(_) | Picked::Nothing => continue,
            Picked::Leave => return Ok(None),
        }
        let told = news(at, picks[at]);
        if told.is_empty() {
            continue;
        }
        let told = Page { progress: asked.progress, heading: asked.heading, news: told, ..Page::default() };
        match prompts.choose(&told, &entries(&[words::GO_ON]))? {
            Picked::Entry(_) | Picked::Key(_) | Picked::Nothing => {}
            Picked::Back => {
                picks.pop();
            }
            Picked::Leave => return Ok(None),
        }
    }
    Ok(Some(picks))
}

/// True where a judgement keeps harm away; asking back always does for a deception, and never hurts otherwise.
fn helps(message: &Message, judgement: usize) -> bool {
    if message.deceives { judgement > 0 } else { judgement < 2 }
}

fn messages(all: &[&Message], prompts: &mut impl Prompts) -> anyhow::Result<Option<Outcome>> {
    let page = |at: usize| {
        let message = all[at];
        let page = Page {
            progress: words::progress(at, all.len()),
            heading: message.channel.clone(),
            news: vec![words::message(message)],
            question: words::JUDGE.to_owned(),
            ..Page::default()
        };
        (page, entries(&words::JUDGEMENTS))
    };
    let news = |at: usize, pick: usize| words::resolution(all[at], helps(all[at], pick), pick == 1);
    let Some(picks) = walk(all.len(), prompts, page, news)? else { return Ok(None) };
    let helped = picks.iter().zip(all).filter(|(pick, message)| helps(message, **pick)).count();
    let taken_in = picks.iter().zip(all).filter(|(pick, message)| !helps(message, **pick));
    let missing = taken_in.filter_map(|(_, message)| Some((message.unit.clone()?, ALL_OF_IT))).collect();
    Ok(Some(Outcome { text: words::messages_result(helped, all.len()), missing, role: None }))
}

fn emergency(drill: &Drill, prompts: &mut impl Prompts) -> anyhow::Result<Option<Outcome>> {
    let steps = &drill.steps;
    let page = |at: usize| {
        let step = &steps[at];
        let page = Page {
            progress: words::progress(at, steps.len()),
            heading: step.time.clone(),
            news: if at == 0 { vec![drill.opening.clone()] } else { Vec::new() },
            question: step.situation.clone(),
            ..Page::default()
        };
        let texts: Vec<&str> = step.choices.iter().map(|it| it.text.as_str()).collect();
        (page, entries(&texts))
    };
    let news = |at: usize, pick: usize| {
        let choices = &steps[at].choices;
        let better = choices.iter().find(|it| it.best).filter(|_| !choices[pick].best);
        words::effect(&choices[pick].effect, better.map(|it| it.text.as_str()))
    };
    let Some(picks) = walk(steps.len(), prompts, page, news)? else { return Ok(None) };
    let best = picks.iter().zip(steps).filter(|(pick, step)| step.choices[**pick].best).count();
    let missed = u32::try_from(steps.len() - best).unwrap_or(ALL_OF_IT).min(ALL_OF_IT);
    let missing = drill.unit.iter().filter(|_| missed > 0).map(|it| (it.clone(), missed)).collect();
    Ok(Some(Outcome { text: words::drill_result(best, steps.len(), &drill.closing), missing, role: None }))
}

/// Asks for the role, in the order of the catalogue's roles.
fn whose<'c>(catalogue: &'c Catalogue, prompts: &mut impl Prompts) -> anyhow::Result<Option<&'c SelfCheck>> {
    let of = |role: &'c Role| {
        let check = catalogue.knowledge.self_checks.iter().find(|it| it.role == role.id)?;
        Some((role.title.as_str(), check))
    };
    let checks: Vec<(&str, &SelfCheck)> = catalogue.roles.iter().filter_map(of).collect();
    let titles: Vec<&str> = checks.iter().map(|it| it.0).collect();
    Ok(pick(words::WHOSE, &titles, prompts)?.map(|it| checks[it].1))
}

fn self_check(
    check: &SelfCheck,
    knowledge: &Knowledge,
    prompts: &mut impl Prompts,
) -> anyhow::Result<Option<Outcome>> {
    let statements = &check.statements;
    let page = |at: usize| {
        let page = Page {
            progress: words::progress(at, statements.len()),
            heading: check.title.clone(),
            question: statements[at].text.clone(),
            asides: vec![words::HOLDS.to_owned()],
            ..Page::default()
        };
        (page, entries(&words::STATEMENTS))
    };
    let Some(picks) = walk(statements.len(), prompts, page, |_, _| Vec::new())? else { return Ok(None) };
    let sure = picks.iter().filter(|it| **it == 0).count();
    let units = next_units(check, &picks, knowledge);
    let units: Vec<(&str, u32)> = units.iter().map(|it| (it.title.as_str(), it.minutes)).collect();
    Ok(Some(Outcome {
        text: words::self_check_result(sure, statements.len(), &units),
        missing: unsure(check, &picks),
        role: Some(check.role.clone()),
    }))
}

/// Points of a unit of which nothing is known.
const ALL_OF_IT: u32 = 2;

/// What was not sure, by unit: the least sure of its statements.
fn unsure(check: &SelfCheck, picks: &[usize]) -> BTreeMap<UnitId, u32> {
    let mut missing = BTreeMap::new();
    for (statement, pick) in check.statements.iter().zip(picks).filter(|(_, pick)| **pick > 0) {
        let points = u32::try_from(*pick).unwrap_or(ALL_OF_IT).min(ALL_OF_IT);
        let so_far = missing.entry(statement.unit.clone()).or_insert(points);
        *so_far = points.max(*so_far);
    }
    missing
}

/// Units named after a check.
const NEXT_UNITS: usize = 3;

/// What teaches most of what is not sure, the short before the long; a no counts double.
fn next_units<'k>(check: &SelfCheck, picks: &[usize], knowledge: &'k Knowledge) -> Vec<&'k LearningUnit> {
    let missing = |unit: &LearningUnit| -> usize {
        check.statements.iter().zip(picks).filter(|(it, _)| it.unit == unit.id).map(|(_, pick)| pick).sum()
    };
    let mut units: Vec<(usize, &LearningUnit)> =
        knowledge.units.iter().map(|it| (missing(it), it)).filter(|it| it.0 > 0).collect();
    units.sort_by(|a, b| {
        b.0.cmp(&a.0).then_with(|| a.1.minutes.cmp(&b.1.minutes)).then_with(|| a.1.id.cmp(&b.1.id))
    });
    units.into_iter().take(NEXT_UNITS).map(|it| it.1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{embedded, resolve};

    #[test]
    fn a_known_firm_meets_a_message_of_its_trade_and_nobody_meets_a_strangers() {
        let catalogue = resolve(&embedded()).expect("the shipped content resolves");
        let everybody = fitting(&catalogue, None);
        assert_eq!(everybody.len(), 8);
        for segment in &catalogue.segments {
            let own = fitting(&catalogue, Some(&Company::new(segment.id.clone(), 5)));
            let of_trade: Vec<_> = own.iter().filter(|it| !everybody.contains(it)).collect();
            assert_eq!(of_trade.len(), 1, "{}", segment.id);
            assert_eq!(of_trade[0].when.segments, std::slice::from_ref(&segment.id));
        }
    }

    #[test]
    fn who_is_sure_of_everything_is_sent_nowhere_and_who_is_not_to_the_largest_gap() {
        let knowledge = resolve(&embedded()).expect("the shipped content resolves").knowledge;
        let check = knowledge.self_checks.iter().find(|it| it.role.as_str() == "workshop").expect("shipped");
        assert!(next_units(check, &[0; 10], &knowledge).is_empty());
        let mut picks = [0; 10];
        (picks[2], picks[3], picks[7]) = (2, 2, 1);
        let ids: Vec<&str> = next_units(check, &picks, &knowledge).iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["nothing-foreign", "qr-and-parcel"]);
    }
}
