//! `waage exercise`: messages to judge, an emergency at the table. The result stays on the screen.

use std::io;

use crate::cli::args::{CommonArgs, ExerciseArgs, ExercisePart};
use crate::cli::fault::Fault;
use crate::cli::terminal::{List, Page, Picked, Plain, Prompts, Rich};
use crate::cli::{Exit, content, output};
use crate::german::{exercise as words, fault};
use crate::model::{Drill, Knowledge, Message};

/// Runs the command.
pub fn run(args: &ExerciseArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    if !output::is_interactive() {
        return Err(Fault::usage(fault::no_terminal(words::WITHOUT_TERMINAL)));
    }
    let knowledge = content::catalogue(common)?.knowledge;
    if args.plain || output::is_simple_terminal() {
        hold(args.part, &knowledge, &mut Plain::new(io::stdin().lock(), io::stderr()))
    } else {
        hold(args.part, &knowledge, &mut Rich::new(output::may_colour_messages()))
    }
}

fn hold(
    part: Option<ExercisePart>,
    knowledge: &Knowledge,
    prompts: &mut impl Prompts,
) -> anyhow::Result<Exit> {
    let part = match part {
        Some(part) => part,
        None => match which(prompts)? {
            Some(part) => part,
            None => return Ok(left()),
        },
    };
    let result = match part {
        ExercisePart::Messages => messages(&knowledge.messages, prompts)?,
        ExercisePart::Emergency => match knowledge.drills.first() {
            Some(drill) => emergency(drill, prompts)?,
            None => None,
        },
    };
    let Some(result) = result else { return Ok(left()) };
    output::complain(&result);
    Ok(Exit::Done)
}

fn left() -> Exit {
    output::complain(words::LEFT);
    Exit::Done
}

fn which(prompts: &mut impl Prompts) -> anyhow::Result<Option<ExercisePart>> {
    let page = Page {
        heading: words::HEADING.to_owned(),
        question: words::WHICH.to_owned(),
        asides: vec![words::LOCAL.to_owned()],
        ..Page::default()
    };
    let list = entries(&words::PARTS);
    loop {
        return Ok(match prompts.choose(&page, &list)? {
            Picked::Entry(0) => Some(ExercisePart::Messages),
            Picked::Entry(_) => Some(ExercisePart::Emergency),
            Picked::Key(_) => continue,
            Picked::Back | Picked::Leave => None,
        });
    }
}

fn entries<T: AsRef<str>>(texts: &[T]) -> List {
    List { entries: texts.iter().map(|it| it.as_ref().to_owned()).collect(), ..List::default() }
}

/// Walks through pages with a list each, back and forth; the picks where all were made. `page` gets the place and
/// what the pick before led to, `news` says so.
fn walk(
    count: usize,
    prompts: &mut impl Prompts,
    page: impl Fn(usize, Vec<String>) -> (Page, List),
    news: impl Fn(usize, usize) -> Vec<String>,
) -> anyhow::Result<Option<Vec<usize>>> {
    let mut picks: Vec<usize> = Vec::new();
    while picks.len() < count {
        let at = picks.len();
        let before = picks.last().map_or_else(Vec::new, |pick| news(at - 1, *pick));
        let (page, list) = page(at, before);
        match prompts.choose(&page, &list)? {
            Picked::Entry(pick) => picks.push(pick),
            Picked::Back => {
                picks.pop();
            }
            Picked::Key(_) => {}
            Picked::Leave => return Ok(None),
        }
    }
    Ok(Some(picks))
}

/// True where a judgement keeps harm away; asking back always does for a deception, and never hurts otherwise.
fn helps(message: &Message, judgement: usize) -> bool {
    if message.deceives { judgement > 0 } else { judgement < 2 }
}

fn messages(all: &[Message], prompts: &mut impl Prompts) -> anyhow::Result<Option<String>> {
    let page = |at: usize, news: Vec<String>| {
        let message = &all[at];
        let page = Page {
            progress: words::progress(at, all.len()),
            heading: message.channel.clone(),
            news,
            question: words::JUDGE.to_owned(),
            asides: words::message(message).into(),
            ..Page::default()
        };
        (page, entries(&words::JUDGEMENTS))
    };
    let news = |at: usize, pick: usize| words::resolution(&all[at], helps(&all[at], pick), pick == 1);
    let Some(picks) = walk(all.len(), prompts, page, news)? else { return Ok(None) };
    let helped = picks.iter().zip(all).filter(|(pick, message)| helps(message, **pick)).count();
    let last = picks.last().map_or_else(Vec::new, |pick| news(all.len() - 1, *pick));
    Ok(Some(format!("{}\n\n{}", last.join("\n"), words::messages_result(helped, all.len()))))
}

fn emergency(drill: &Drill, prompts: &mut impl Prompts) -> anyhow::Result<Option<String>> {
    let steps = &drill.steps;
    let page = |at: usize, news: Vec<String>| {
        let step = &steps[at];
        let news = if at == 0 { vec![drill.opening.clone()] } else { news };
        let page = Page {
            progress: words::progress(at, steps.len()),
            heading: step.time.clone(),
            news,
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
    let last = picks.last().map_or_else(Vec::new, |pick| news(steps.len() - 1, *pick));
    Ok(Some(format!("{}\n\n{}", last.join("\n"), words::drill_result(best, steps.len(), &drill.closing))))
}
