//! Shapes to model: every reference checked, every number in its range, every fault kept.

mod calibration;
mod case;
mod check;
mod condition;
mod contact;
mod contradiction;
mod how_to;
mod index;
mod knowledge;
mod ladder;
mod learning;
mod measure;
mod offer;
mod order;
mod profile;
mod project;
mod question;
mod scenario;
mod trade;
mod view;
mod wording;
mod yardstick;

use check::Check;
pub(crate) use index::{Index, is_list};

use super::diagnostic::in_order;
use super::raw::{At, Day};
use super::read::{Entry, Lists, RawContent, read, stem};
use super::{Diagnostic, Fault, Files, Mention, Noun};
use crate::model::{Catalogue, CheckLists, ContentVersion, Knowledge, Successors, Views};
pub use trade::trades;

/// Reads and resolves content. The faults are all there are, in the order of files and places.
pub fn resolve(files: &Files) -> Result<Catalogue, Vec<Diagnostic>> {
    // The compiled form first; where it has a fault, once more from the texts, which know the places.
    let again =
        |faults| if files.is_compiled() { once(&files.as_texts(), Lists::Wanted) } else { Err(faults) };
    once(files, Lists::Wanted).or_else(again).map_err(in_order)
}

/// Reads and resolves content of an earlier version, of which only figures are asked: before 2026.2 yardsticks and
/// check lists stood in the program.
pub fn resolve_earlier(files: &Files) -> Result<Catalogue, Vec<Diagnostic>> {
    once(files, Lists::Optional).map_err(in_order)
}

fn once(files: &Files, lists: Lists) -> Result<Catalogue, Vec<Diagnostic>> {
    let mut out = Vec::new();
    let content = read(files, lists, &mut out);
    match assemble(&content, files, &mut out) {
        Some(catalogue) if out.is_empty() => Ok(catalogue),
        _ => Err(out),
    }
}

/// Resolves shapes; none where a file without which there is no catalogue is missing. Faults go to `out`.
pub(crate) fn assemble(
    content: &RawContent<'_>,
    files: &Files,
    out: &mut Vec<Diagnostic>,
) -> Option<Catalogue> {
    let index = Index::of(content, out);
    assemble_noting(content, &index, files, out, None)
}

/// Resolves shapes and notes every reference they make.
pub(crate) fn assemble_noting(
    content: &RawContent<'_>,
    index: &Index<'_>,
    files: &Files,
    out: &mut Vec<Diagnostic>,
    mentions: Option<&mut Vec<Mention>>,
) -> Option<Catalogue> {
    let check = &mut Check { index, unread: &content.unread, file: "", out, mentions };
    let version = one(check, content.content.as_ref(), |check, raw| {
        check.format(&raw.format);
        check.version(&raw.version);
        let mut day = |raw: &Option<At<Day>>| raw.as_ref().and_then(|it| check.day(it));
        ContentVersion {
            version: raw.version.value.clone(),
            sha256: files.sha256(),
            dated: day(&raw.dated),
            review_by: day(&raw.review_by),
        }
    });
    let topics = one(check, content.topics.as_ref(), Check::topics);
    let traits = one(check, content.traits.as_ref(), Check::traits);
    let roles = one(check, content.roles.as_ref(), Check::roles);
    let items = one(check, content.items.as_ref(), Check::items);
    let levels = one(check, content.levels.as_ref(), Check::levels);
    let constants = one(check, content.constants.as_ref(), Check::constants);
    let calibration = one(check, content.calibration.as_ref(), Check::calibration);
    let ladder = one(check, content.ladder.as_ref(), Check::ladder);
    let sources = one(check, content.sources.as_ref(), Check::source_list);
    let glossary = one(check, content.wording.as_ref(), Check::glossary);
    // Content may do without.
    let contradictions = one(check, content.contradictions.as_ref(), Check::contradictions);
    let systems = one(check, content.systems.as_ref(), Check::systems);
    one(check, content.ids.as_ref(), |check, raw| check.format(&raw.format));
    let mut sizes = each(check, &content.sizes, Check::size);
    let mut segments = each(check, &content.segments, Check::segment);
    let mut sub_trades = each(check, &content.sub_trades, Check::sub_trade);
    // Here only its faults count; who searches reads it alone.
    let _ = trade::dictionary(check, content);
    let mut scenarios = each(check, &content.scenarios, Check::scenario);
    let mut bundles = each(check, &content.bundles, Check::bundle);
    let mut grants = each(check, &content.grants, Check::grant);
    let mut measures = each(check, &content.measures, Check::measure);
    let mut questions = each(check, &content.questions, Check::question);
    let knowledge = knowledge(check, content);
    let (views, check_lists) = (views(check, content), check_lists(check, content));
    order::report_cycles(&content.questions, out);
    for size in profile::missing_sizes(&sizes) {
        let path = format!("profiles/sizes/{}.toml", size.as_str());
        if !content.unread.contains(&path.as_str()) {
            out.push(Diagnostic::of_file(path, Fault::MissingFile));
        }
    }

    yardstick::stretch(&mut questions, &measures);
    sizes.sort_by_key(|it| it.size);
    keep(index, Noun::Measure, &mut measures, |it| it.id.as_str());
    keep(index, Noun::Segment, &mut segments, |it| it.id.as_str());
    keep(index, Noun::SubTrade, &mut sub_trades, |it| it.id.as_str());
    keep(index, Noun::Scenario, &mut scenarios, |it| it.id.as_str());
    keep(index, Noun::Bundle, &mut bundles, |it| it.id.as_str());
    keep(index, Noun::Grant, &mut grants, |it| it.id.as_str());
    let topics = topics?;
    Some(Catalogue {
        version: version?,
        constants: constants?,
        calibration: calibration?,
        // Content before 2026.2 is asked for figures alone, not for advice.
        ladder: ladder.unwrap_or_default(),
        scenarios,
        measures,
        bundles,
        grants,
        knowledge,
        views,
        check_lists,
        questions: order::in_asking_order(questions, &topics),
        contradictions: contradictions.unwrap_or_default(),
        topics,
        segments,
        sub_trades,
        sizes,
        levels: levels?,
        items: items?,
        traits: traits?,
        roles: roles?,
        systems: systems.unwrap_or_default(),
        glossary: glossary?,
        sources: sources?,
        successors: Successors {
            measures: index.successors(Noun::Measure),
            segments: index.successors(Noun::Segment),
            sub_trades: index.successors(Noun::SubTrade),
        },
    })
}

/// Everything that is no figure, in use, by id.
fn knowledge<'c>(check: &mut Check<'c>, content: &RawContent<'c>) -> Knowledge {
    macro_rules! in_use {
        ($field:ident, $noun:ident, $resolve:ident) => {{
            let mut all = each(check, &content.$field, Check::$resolve);
            keep(check.index, Noun::$noun, &mut all, |it| it.id.as_str());
            all
        }};
    }
    // A stable sort: where positions are equal, the order of the ids stays.
    let mut messages = in_use!(messages, Message, message);
    messages.sort_by_key(|it| it.position);
    let mut triggers = in_use!(triggers, Trigger, trigger);
    triggers.sort_by_key(|it| it.position);
    let mut projects = in_use!(projects, Project, project);
    projects.sort_by_key(|it| it.position);
    let mut how_to = each(check, &content.how_to, Check::how_to);
    keep(check.index, Noun::HowTo, &mut how_to, |it| it.measure.as_str());
    Knowledge {
        cases: in_use!(cases, Case, case),
        attacks: in_use!(attacks, Attack, attack),
        units: in_use!(units, Unit, unit),
        contacts: in_use!(contacts, Contact, contact),
        laws: in_use!(laws, Law, legal_fact),
        messages,
        drills: in_use!(drills, Drill, drill),
        triggers,
        projects,
        self_checks: in_use!(self_checks, SelfCheck, self_check),
        how_to,
    }
}

/// Yardsticks of others.
fn views<'c>(check: &mut Check<'c>, content: &RawContent<'c>) -> Views {
    Views {
        insurer: one(check, content.insurer.as_ref(), Check::view).unwrap_or_default(),
        customer: one(check, content.customer.as_ref(), Check::view).unwrap_or_default(),
        pillars: one(check, content.pillars.as_ref(), Check::view).unwrap_or_default(),
        competences: one(check, content.digcomp.as_ref(), Check::view).unwrap_or_default(),
        din: one(check, content.din.as_ref(), Check::din_spec).unwrap_or_default(),
    }
}

/// Papers made of points to tick.
fn check_lists<'c>(check: &mut Check<'c>, content: &RawContent<'c>) -> CheckLists {
    CheckLists {
        leadership: one(check, content.leadership.as_ref(), Check::check_list).unwrap_or_default(),
        contract: one(check, content.contract.as_ref(), Check::check_list).unwrap_or_default(),
        supplier: one(check, content.supplier.as_ref(), Check::check_list).unwrap_or_default(),
        project: one(check, content.project.as_ref(), Check::check_list).unwrap_or_default(),
        restore: one(check, content.restore.as_ref(), Check::check_list).unwrap_or_default(),
    }
}

/// Keeps what is in use, ordered by id.
fn keep<T>(index: &Index<'_>, noun: Noun, all: &mut Vec<T>, id: impl Fn(&T) -> &str) {
    all.retain(|it| index.get(noun, id(it)).is_some_and(|known| known.withdrawn.is_none()));
    all.sort_by(|a, b| id(a).cmp(id(b)));
}

/// Resolves a file that is there only once.
fn one<'c, R, M>(
    check: &mut Check<'c>,
    entry: Option<&Entry<'c, R>>,
    resolve: impl FnOnce(&mut Check<'c>, &R) -> M,
) -> Option<M> {
    let Entry { file, raw } = entry?;
    check.file = file;
    Some(resolve(check, raw))
}

/// Resolves all files of a kind.
fn each<'c, R, M>(
    check: &mut Check<'c>,
    entries: &[Entry<'c, R>],
    resolve: impl Fn(&mut Check<'c>, &R) -> M,
) -> Vec<M> {
    entries.iter().filter_map(|entry| one(check, Some(entry), &resolve)).collect()
}
