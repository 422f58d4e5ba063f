//! The plan in time, and what happened to others.

use super::Page;
use crate::decision::PERIODS;
use crate::german::ageing as ageing_words;
use crate::german::guidance::cases as case_words;
use crate::german::ladder::period_of;
use crate::german::ledger::Ledger;
use crate::german::number::exact_euros;
use crate::german::pages::plan as words;
use crate::german::sums;
use crate::guidance::CaseMatch;
use crate::report::Matter;
use typeset::document::{Block, Boxed, Column, Gauge, Row, RowGroup, Section, Start, Table, Text};

/// Worn measures told; the others weigh less.
const MOST_WORN: usize = 4;

pub(super) const ANCHOR: &str = "roadmap";

/// Who does what until when, as a paper to work with: a box to every step, own hours against those there are, and what
/// each period takes.
pub(super) fn roadmap(page: &Page) -> Option<Section> {
    let report = page.report;
    let roadmap = &report.decision.roadmap;
    if roadmap.items.is_empty() {
        return None;
    }
    let ledger = Ledger::of(report);
    let chosen = report.decision.ladder.chosen.is_some();
    let [name, rung, who, until, head_money, head_hours] = words::HEADS;
    let mut columns = vec![Column::marks(""), Column::short(""), Column::words(name, 1.0)];
    if !chosen {
        columns.push(Column::short(rung));
    }
    columns.extend([
        Column::short(who),
        Column::amounts(until),
        Column::amounts(head_money),
        Column::amounts(head_hours),
    ]);
    let groups = (0..=PERIODS.len()).filter_map(|period| group(page, period, &ledger, chosen));
    let mut groups: Vec<RowGroup> = groups.collect();
    let (money, work) = ledger.sum(0..roadmap.items.len());
    let total = (money, work + ledger.upkeep_hours);
    let line = |name: &str, money: String, hours: f64| {
        let mut cells = vec![Text::default(); columns.len()];
        cells[2] = Text::plain(name);
        let last = cells.len();
        (cells[last - 2], cells[last - 1]) = (money.into(), sums::hours(hours).into());
        Row::of(cells)
    };
    if ledger.upkeep_hours > 0.0 {
        let rows = vec![line(words::UPKEEP, String::new(), ledger.upkeep_hours)];
        groups.push(RowGroup { rows, ..RowGroup::default() });
    }
    let total_row = line(words::TOTAL, exact_euros(total.0), total.1);
    let table = Table { columns, groups, total: None, named_rows: false, dense: true };
    let mut blocks = vec![
        Block::lead(words::lead(report, first_month(page, &ledger), total)),
        Block::Table(table.with_total(total_row)),
        Block::note(words::note(report)),
    ];
    blocks.extend(words::overload(report).map(Block::note));
    Some(Section {
        anchor: ANCHOR.into(),
        kicker: Some(words::kicker(report).to_uppercase()),
        title: words::TITLE.into(),
        aside: None,
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::NewPage,
        blocks,
    })
}

/// What the first month takes.
fn first_month(page: &Page, ledger: &Ledger) -> (f64, f64) {
    ledger.sum(places(page, |it| it == 0))
}

/// Places of the steps in certain periods.
fn places(page: &Page, period: impl Fn(usize) -> bool) -> Vec<usize> {
    let items = page.report.decision.roadmap.items.iter().enumerate();
    items.filter(|(_, it)| period(period_of(it.day))).map(|(at, _)| at).collect()
}

/// The steps of a period under its head: own hours taken of those there are, what is spent up to its end, its sums.
fn group(page: &Page, period: usize, ledger: &Ledger, chosen: bool) -> Option<RowGroup> {
    let roadmap = &page.report.decision.roadmap;
    let items = places(page, |it| it == period);
    if items.is_empty() {
        return None;
    }
    let sum = ledger.sum(items.iter().copied());
    let until = ledger.sum(places(page, |it| it <= period));
    let capacity = words::capacity(period, roadmap.hours_per_month);
    let gauge = capacity
        .map(|capacity| Gauge { share: sum.1 / capacity.max(0.1), label: words::of_capacity(capacity) });
    let note = if period == 0 { words::THIS_MONTH.into() } else { words::until(period, until) };
    let sums =
        vec![Text::default().small(note), Text::plain(exact_euros(sum.0)), Text::plain(sums::hours(sum.1))];
    let rows = items.into_iter().map(|at| {
        let (item, figures) = (&roadmap.items[at], &ledger.steps[at]);
        let mut cells = vec![
            Text::plain("\u{2610}"),
            Text::default().soft((at + 1).to_string()),
            Text::plain(page.step(item)),
        ];
        if !chosen {
            let rung = page.report.decision.ladder.rung_of(item.measure());
            cells.push(Text::default().soft(rung.map(words::rung).unwrap_or_default()));
        }
        cells.extend([
            Text::plain(page.who(item)),
            words::day(page.day(item)).into(),
            exact_euros(figures.money).into(),
            sums::hours(figures.hours).into(),
        ]);
        Row::of(cells)
    });
    let title = words::period(period, page.report.provenance.date);
    Some(RowGroup { gauge, sums, ..RowGroup::titled(title, rows) })
}

/// What has worn off since the answers, and what comes up when.
pub(super) fn ageing(page: &Page) -> Option<Section> {
    let facts = &page.report.ageing;
    let mut blocks = Vec::new();
    let has_worn = page.report.has_worn();
    if has_worn {
        let [measure, then, now, saves] = ageing_words::WORN_HEADS;
        let columns = [
            Column::words(measure, 1.0),
            Column::amounts(then),
            Column::amounts(now),
            Column::amounts(saves),
        ];
        let rows = facts
            .worn
            .iter()
            .take(MOST_WORN)
            .map(|it| Row::of(ageing_words::worn_row(page.catalogue, it).map(Text::from)));
        blocks.push(Block::paragraph(ageing_words::renewing(facts)));
        blocks.push(Block::Table(Table::of(columns, rows).dense()));
    }
    if !facts.calendar.is_empty() {
        let today = page.report.provenance.date;
        // What the road map dates needs no second date here.
        let is_step =
            |it: &Matter| matches!(it, Matter::Due(id) if page.report.decision.roadmap.day_of(id).is_some());
        let entries: Vec<_> = facts.calendar.iter().filter(|it| !is_step(&it.1)).cloned().collect();
        let matters = ageing_words::calendar(page.catalogue, &entries, today).into_iter().map(Text::from);
        if has_worn {
            blocks.push(Block::heading(ageing_words::CALENDAR));
        }
        blocks.push(Block::dense_list(matters));
    }
    (!blocks.is_empty()).then(|| Section {
        anchor: "ageing".into(),
        kicker: None,
        aside: None,
        title: if has_worn { words::AGEING_TITLE } else { ageing_words::CALENDAR }.into(),
        bookmark: Some(words::AGEING_BOOKMARK.into()),
        start: Start::Below,
        blocks,
    })
}

pub(super) fn cases(page: &Page) -> Option<Section> {
    let pair = page.report.guidance.cases.as_ref()?;
    let [badly, well] = words::CASES;
    let mut blocks = vec![told(page, badly, &pair.worst)?, told(page, well, &pair.best)?];
    if let Some(prevention) = &page.report.guidance.prevention {
        let lead = Text::default().bold(case_words::PREVENTION);
        blocks.push(Block::Paragraph(lead.then(case_words::prevention(prevention))));
    }
    Some(Section {
        anchor: "cases".into(),
        kicker: None,
        aside: None,
        title: words::CASES_TITLE.into(),
        bookmark: None,
        start: Start::Below,
        blocks,
    })
}

/// A case in a box of its own.
fn told(page: &Page, heading: &str, found: &CaseMatch) -> Option<Block> {
    let case = page.catalogue.knowledge.case(&found.case)?;
    let [outcome, lesson] = words::CASE_PARTS;
    let mut blocks = vec![
        Block::heading(heading),
        Block::subheading(&case.title),
        Block::small(case.what.trim()),
        Block::small(case_words::human_factor(case)),
        Block::Small(Text::default().bold(outcome).then(case.outcome.trim())),
        Block::Small(Text::default().bold(lesson).then(case.lesson.trim())),
        Block::small(case_words::measures(page.catalogue, case)),
    ];
    let source = Text::plain(case_words::why(page.catalogue, found)).then(" ");
    let source = match case.sources.first() {
        Some(cited) => source.web(case_words::source(case), &cited.url),
        None => source.then(case_words::source(case)),
    };
    blocks.push(Block::Note(source));
    Some(Block::Boxed(Boxed { blocks, size: None }))
}
