//! `waage merge`: answers that came back from others go into the firm's own file.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use inquire::{InquireError, Select};
use jiff::civil::Date;

use super::check::named;
use crate::assessment::answers_file::written;
use crate::assessment::interview::Item;
use crate::assessment::merge::{Known, merge, settle};
use crate::assessment::{Draft, Returned, give_way, returned};
use crate::cli::args::{CommonArgs, ConflictArgs, MergeArgs};
use crate::cli::fault::Fault;
use crate::cli::terminal::{List, Page, Picked, Plain, Prompts};
use crate::cli::{Exit, answers, clock, content, disk, files, output};
use crate::decision::{Options, Price, terms};
use crate::german::merge as words;
use crate::model::{Answers, Catalogue, OwnCost, RoleId};
use crate::render::handouts::provider_request::is_own_mark;
use crate::report::build;

/// Runs the command.
pub fn run(args: &MergeArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let today = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    let by = speaker(args.by.as_deref(), &catalogue)?;
    let (parsed, text) = answers::load_draft(&args.file, &catalogue)?;
    let before = parsed.draft;
    let mut all = Vec::new();
    for path in &args.returned {
        all.push((shown(path), answers::load_draft(path, &catalogue)?.0.draft));
    }
    let settling = Settling { by: by.as_ref(), conflicts: args.conflicts, catalogue: &catalogue, today };
    take_over(&args.file, &before, &text, all, settling)
}

/// Whose answers they are, by the id or the German name of a role.
pub fn speaker(by: Option<&str>, catalogue: &Catalogue) -> anyhow::Result<Option<RoleId>> {
    let roles = catalogue.roles.iter().map(|it| (it.id.as_str(), it.title.as_str()));
    Ok(by.map(|it| named("--by", it, roles)).transpose()?.map(RoleId::new))
}

/// How what comes back is taken over.
#[derive(Clone, Copy)]
pub struct Settling<'a> {
    /// Who answered, where the answers do not say so.
    pub by: Option<&'a RoleId>,
    /// What holds where two contradict each other, and whether the rest is asked.
    pub conflicts: ConflictArgs,
    /// The content.
    pub catalogue: &'a Catalogue,
    /// The day of reckoning.
    pub today: Date,
}

/// Takes over what came back, each with the name of its file, into the firm's own: shows it, asks, writes.
pub fn take_over(
    file: &Path,
    before: &Draft,
    text: &str,
    returns: Vec<(String, Draft)>,
    settling: Settling<'_>,
) -> anyhow::Result<Exit> {
    let Settling { by, catalogue, today, .. } = settling;
    let mut ours = before.clone();
    for (name_of_file, given) in returns {
        let Returned { draft: mut theirs, ignored } = returned(catalogue, given, by);
        for what in ignored {
            output::complain(&words::ignored(what, &name_of_file));
        }
        let name = before.company.name.as_deref();
        let marks: BTreeSet<&str> = theirs.quotes.values().filter_map(|it| it.request.as_deref()).collect();
        for mark in marks.into_iter().filter(|it| !is_own_mark(name, it)) {
            output::complain(&words::other_request(mark, &name_of_file));
        }
        keep_own_hours(catalogue, before, &mut theirs, today);
        give_way(&mut ours, &theirs);
        let mut known = Known::default();
        let collisions = merge(&mut known, &mut ours, &theirs);
        for (item, keep) in decided(settling, collisions, (&ours, &theirs))? {
            settle(&item, keep, &mut known, &mut ours, &theirs);
        }
    }
    if ours == *before {
        output::complain(words::NOTHING);
        return Ok(Exit::Done);
    }
    output::say(&words::changes(catalogue, before, &ours))?;
    if let (Some(old), Some(new)) = (loss(catalogue, before, today)?, loss(catalogue, &ours, today)?) {
        output::say(&words::loss(old, new))?;
    }
    if !settling.conflicts.yes
        && !settling.conflicts.ours
        && !settling.conflicts.theirs
        && output::is_interactive()
    {
        let entries = words::TAKE_OR_LEAVE.map(str::to_owned).to_vec();
        if chosen(words::TAKE, entries)? != Some(0) {
            output::complain(words::BROKEN_OFF);
            return Ok(Exit::Done);
        }
    }
    save(file, text, &ours)?;
    output::complain(&words::saved(&shown(file)));
    Ok(Exit::Done)
}

/// A price names money; the own hours of a measure stay the firm's, or the catalogue's where it gave none.
fn keep_own_hours(catalogue: &Catalogue, ours: &Draft, theirs: &mut Draft, today: Date) {
    let Some(given) = ours.answers() else { return };
    let terms = terms(catalogue, &given, today);
    for (id, cost) in &mut theirs.costs {
        if cost.own_hours_one_off > 0.0 || cost.own_hours_yearly > 0.0 {
            continue;
        }
        let Some(measure) = catalogue.measure(id) else { continue };
        let tier = measure.tiers.iter().find(|it| cost.tier.is_none_or(|level| level == it.level));
        let Some(tier) = tier.or(measure.tiers.first()) else { continue };
        let usual = Price::of_tier(measure, tier, given.costs.get(id), &terms);
        *cost = OwnCost {
            own_hours_one_off: usual.own_hours_one_off.likely,
            own_hours_yearly: usual.own_hours_yearly.likely,
            ..cost.clone()
        };
    }
}

/// For every contradiction whether ours stays: as the call says, as somebody at the terminal says, else nothing is done.
fn decided(
    settling: Settling<'_>,
    items: Vec<Item>,
    sides: (&Draft, &Draft),
) -> anyhow::Result<Vec<(Item, bool)>> {
    let catalogue = settling.catalogue;
    if settling.conflicts.ours || settling.conflicts.theirs || items.is_empty() {
        return Ok(items.into_iter().map(|it| (it, settling.conflicts.ours)).collect());
    }
    if !output::is_interactive() {
        let named: Vec<String> = items.iter().map(|it| words::side(catalogue, it, sides)).collect();
        return Err(Fault::usage(words::undecided(&named)));
    }
    let mut all = Vec::new();
    for item in items {
        let versions = words::versions(catalogue, &item, sides);
        let Some(entry) = chosen(&words::which(catalogue, &item), versions)? else {
            return Err(Fault::usage(words::BROKEN_OFF.to_owned()));
        };
        all.push((item, entry == 0));
    }
    Ok(all)
}

/// Place of the entry that somebody at the terminal chooses; none where he leaves.
fn chosen(question: &str, entries: Vec<String>) -> anyhow::Result<Option<usize>> {
    if output::is_simple_terminal() {
        let page = Page { question: question.to_owned(), ..Page::default() };
        let list = List { entries, is_answer: true, is_needed: true, ..List::default() };
        let picked = Plain::new(io::stdin().lock(), io::stderr()).choose(&page, &list)?;
        return Ok(if let Picked::Entry(entry) = picked { Some(entry) } else { None });
    }
    let select = Select::new(question, entries).without_filtering().with_help_message(words::KEYS);
    match select.raw_prompt_skippable() {
        Ok(picked) => Ok(picked.map(|it| it.index)),
        Err(InquireError::OperationInterrupted) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn loss(catalogue: &Catalogue, draft: &Draft, today: Date) -> anyhow::Result<Option<f64>> {
    let reckoned = |it: Answers| build(catalogue, &it, &Options::on(today)).map_err(|it| Fault::refused(&it));
    Ok(draft.answers().map(reckoned).transpose()?.map(|it| it.today.expected_annual_loss.value))
}

/// Writes the file if nobody else has written it meanwhile.
fn save(path: &Path, text: &str, draft: &Draft) -> anyhow::Result<()> {
    let _turn = disk::turn(path);
    if files::read_text(path)? != text {
        return Err(Fault::environment(words::changed_meanwhile(&shown(path))));
    }
    disk::save(path, written(text, draft).as_bytes()).map_err(|it| disk::cannot_write(path, &it))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
