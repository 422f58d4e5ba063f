//! The first page: what management decides.

use super::{Page, borne, costs, plan};
use crate::decision::{Advice, Judged, Rung as Step};
use crate::german::ledger::{Ledger, RungFigures, keeps_the_limit};
use crate::german::number::exact_euros;
use crate::german::pages::{self, decision as words};
use crate::german::{report as sentences, sums};
use crate::model::{RoleKind, RungId};
use crate::render::change::Pair;
use typeset::document::{
    Block, Column, Fields, Ladder, LadderRow, Row, Rung, Section, Start, Table, Text, Tone,
};

pub(super) const ANCHOR: &str = "decision";
/// Steps on the first page: owners act on no more at once, and more do not fit.
const MOST_STEPS: usize = 5;
/// Borne risks named; the others stand on their own page.
const MOST_BORNE: usize = 2;
/// Characters of a step's name in one line.
const STEP_LINE: usize = 40;
/// Characters of a heading's line.
const TITLE_LINE: usize = 44;

pub(super) fn section(page: &Page, since: Option<&Pair>) -> Section {
    let report = page.report;
    let title = words::title(report);
    let old = old_content(page);
    let is_old = old.is_some();
    let byline = words::byline(page.catalogue, report);
    let has_long_byline = byline.chars().count() > words::BYLINE;
    let mut blocks = vec![Block::Byline(byline.into())];
    blocks.extend(old);
    blocks.push(Block::Lead(emphasised(words::lead(report))));
    blocks.push(Block::Ladder(ladder(page)));
    blocks.push(Block::Small(bold_start(words::verdict(report))));
    blocks.push(Block::Together(steps(page)));
    // What is long elsewhere takes its room from what is borne.
    let names = page.report.decision.roadmap.items.iter().take(MOST_STEPS).map(|it| page.step(it));
    let long = usize::from(title.chars().count() > TITLE_LINE)
        + usize::from(has_long_byline)
        + names.filter(|it| it.chars().count() > STEP_LINE).count()
        + usize::from(since.is_some())
        + usize::from(is_old);
    blocks.extend(borne(page, MOST_BORNE.saturating_sub(long).max(1)).map(Block::Together));
    if let Some(pair) = since {
        blocks.push(Block::Small(bold_start(words::change(report, pair.old.date, pair.comparison))));
    }
    let labels = words::SIGNATURES.map(String::from).to_vec();
    blocks.push(Block::Fields(Fields { labels, at_foot: true }));
    Section {
        anchor: ANCHOR.into(),
        kicker: Some(sentences::KICKER.to_uppercase()),
        aside: None,
        title,
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::NewPage,
        blocks,
    }
}

/// Says that what the tool knows should have been renewed.
pub(super) fn old_content(page: &Page) -> Option<Block> {
    let provenance = &page.report.provenance;
    let content = &provenance.content;
    let review_by = content.review_by.filter(|_| content.is_old_on(provenance.date))?;
    Some(Block::Small(bold_start(words::old_content(content.dated.unwrap_or(review_by), review_by))))
}

/// Parts of a text, some of them bold.
pub(super) fn emphasised(parts: Vec<(String, bool)>) -> Text {
    parts
        .into_iter()
        .fold(Text::default(), |text, (part, strong)| if strong { text.bold(part) } else { text.then(part) })
}

fn bold_start([start, rest]: [String; 2]) -> Text {
    Text::default().bold(start).then(rest)
}

/// A column of the ladder: its head, its bar, its cells.
struct Side {
    rung: Rung,
    cells: [[String; 2]; 8],
    net: Option<f64>,
}

/// Today and the rungs side by side, with a box to each.
fn ladder(page: &Page) -> Ladder {
    let report = page.report;
    let step = sentences::money_of(report);
    let today = step.shown(report.today.expected_annual_loss.value);
    let [name, meaning] = words::TODAY.map(String::from);
    let is = Rung {
        name,
        meaning,
        lower: (today, exact_euros(today)),
        upper: None,
        marked: false,
        choice: Some(words::NOTHING.into()),
    };
    let cells = words::today(report).map(|it| [it, String::new()]);
    let mut sides = vec![Side { rung: is, cells, net: None }];
    let ladder = &report.decision.ladder;
    let mut below = 0.0;
    for id in RungId::ALL {
        let rung = ladder.rung(id).filter(|it| it.same_as.is_none() && !it.is_empty());
        let Some(rung) = rung else {
            // A limit of money takes the place of a rung that is none.
            if ladder.limited.is_none() || id == RungId::Pays {
                sides.push(absent(page, id));
            }
            continue;
        };
        let figures = RungFigures::of(report, rung);
        let alone = (id != RungId::Pays && below != 0.0).then_some(figures.net - below);
        below = figures.net;
        sides.push(side(page, rung, words::rung(ladder, id), alone));
    }
    if let Some(limited) = &ladder.limited {
        sides.push(side(page, &limited.rung, words::BUDGET, None));
    }
    let [cost, hour] = words::cost_label(report);
    Ladder {
        rows: rows(page, &sides),
        rungs: sides.into_iter().map(|it| it.rung).collect(),
        lower_label: Text::default().bold(words::LOSS_LABEL),
        upper_label: Text::plain(cost).below(hour),
        choice_label: words::CHOICE.into(),
    }
}

fn side(page: &Page, rung: &Step, [name, meaning, choice]: [&str; 3], alone: Option<f64>) -> Side {
    let figures = RungFigures::of(page.report, rung);
    let marked = keeps_the_limit(page.report) == Some(rung.id) && name != words::BUDGET[0];
    let drawn = Rung {
        name: name.into(),
        meaning: meaning.into(),
        lower: (figures.rest.max(0.0), exact_euros(figures.rest)),
        upper: Some((figures.cost.max(0.0), exact_euros(figures.cost))),
        marked,
        choice: Some(choice.into()),
    };
    Side { rung: drawn, cells: words::cells(page.report, rung, alone), net: Some(figures.net) }
}

/// A rung that adds nothing keeps its column and says so.
fn absent(page: &Page, id: RungId) -> Side {
    let [name, ..] = words::rung(&page.report.decision.ladder, id);
    let rung = Rung {
        name: name.into(),
        meaning: words::absent(page.report, id).into(),
        lower: (0.0, String::new()),
        upper: None,
        marked: false,
        choice: None,
    };
    Side { rung, cells: Default::default(), net: None }
}

fn rows(page: &Page, sides: &[Side]) -> Vec<LadderRow> {
    let reserve = words::reserve(page.report);
    let named = words::ROWS.into_iter().enumerate();
    // What no column says is no row: where nothing pays, most of them.
    let is_said = |at: usize| sides.iter().any(|it| !it.cells[at][0].is_empty());
    named
        .filter(|(at, _)| is_said(*at))
        .map(|(at, [name, second])| {
            let is_reserve = at == words::ROWS.len() - 1;
            let [name, second] =
                if is_reserve { reserve.each_ref().map(String::as_str) } else { [name, second] };
            let label = Text::plain(name);
            let label = if second.is_empty() { label } else { label.below(second) };
            let cells = sides.iter().enumerate().map(|(number, side)| {
                let [first, second] = &side.cells[at];
                let tone = if is_reserve && number == 0 && !page.report.is_bearable_today() {
                    Tone::Loss
                } else if at == 0 && side.net.is_some_and(|it| it > 0.0) {
                    Tone::Gain
                } else {
                    Tone::Plain
                };
                let strong = is_reserve || matches!(at, 0 | 5);
                let text = if strong || tone != Tone::Plain {
                    Text::default().strong(first.as_str(), tone)
                } else {
                    Text::plain(first.as_str())
                };
                if second.is_empty() { text } else { text.below(second.as_str()) }
            });
            let row = LadderRow::of(label, cells.collect::<Vec<_>>());
            match at {
                0 => row.large(),
                1 | 5 => row.ruled(),
                _ => row,
            }
        })
        .collect()
}

/// The first steps of the road map, with who does them, until when, and what they leave.
fn steps(page: &Page) -> Vec<Block> {
    let decision = &page.report.decision;
    let shown = &decision.roadmap.items[..decision.roadmap.items.len().min(MOST_STEPS)];
    if shown.is_empty() {
        return vec![Block::paragraph(words::NOTHING_TO_DO)];
    }
    let ledger = Ledger::of(page.report);
    let pays = |it: &&crate::decision::Item| decision.ladder.rung_of(it.measure()) == Some(RungId::Pays);
    let sure = shown.iter().filter(pays).count() == shown.len();
    let [name, who, until, money, hours, net] = words::STEP_HEADS;
    let columns = [
        Column::short(""),
        Column::words(name, 1.0),
        Column::short(who),
        Column::short(until),
        Column::amounts(money),
        Column::amounts(hours),
        Column::amounts(net),
    ];
    let rows = shown.iter().zip(&ledger.steps).enumerate().map(|(at, (item, figures))| {
        Row::of([
            Text::default().bold((at + 1).to_string()),
            Text::default().to(page.step(item), costs::row_anchor(item.measure())),
            Text::plain(page.who(item)),
            Text::plain(pages::plan::day_and_month(page.day(item))),
            exact_euros(figures.money).into(),
            sums::hours(figures.hours).into(),
            Text::default().bold(figures.net.map(sums::signed).unwrap_or_default()),
        ])
    });
    let (money, hours) = ledger.sum(0..shown.len());
    let net: f64 = ledger.steps[..shown.len()].iter().filter_map(|it| it.net).sum();
    let total = Row::of([
        Text::default(),
        words::SUM.into(),
        Text::default(),
        Text::default(),
        exact_euros(money).into(),
        sums::hours(hours).into(),
        Text::default().bold(sums::signed(net)),
    ]);
    let table = Table { named_rows: false, ..Table::of(columns, rows).with_total(total).dense() };
    let from_outside = |it: &crate::decision::Item| {
        page.catalogue.role(&it.role).is_some_and(|it| it.kind == RoleKind::Outside)
    };
    let is_unpaid =
        shown.iter().zip(&ledger.steps).any(|(it, figures)| from_outside(it) && figures.money < 0.5);
    let unpaid = if is_unpaid { words::UNPAID } else { "" };
    vec![
        Block::heading(words::steps(shown.len(), sure)),
        Block::Table(table),
        Block::Note(
            Text::plain(words::STEPS_NOTE)
                .page_of(plan::ANCHOR, words::ROAD_MAP_ON_PAGE, words::ROAD_MAP)
                .then(".")
                .then(unpaid),
        ),
    ]
}

/// What somebody has answered for first, then the dearest of what is borne, with its price, who decided it and when it is looked at again.
fn borne(page: &Page, most: usize) -> Option<Vec<Block>> {
    let ledger = Ledger::of(page.report);
    let mut all: Vec<&Judged> = page.report.decision.by_effect(|it| it == Advice::Bear).collect();
    // Where price and benefit print as the same amount, page one gives no reason to leave it.
    let prints_alike = |it: &Judged| ledger.figures(it).is_some_and(|it| it.cost <= it.avoided);
    all.sort_by_key(|it| (it.taken.is_none(), prints_alike(it)));
    let rows: Vec<Row> =
        all.iter().take(most).map(|it| borne::row(page, it, &ledger, borne::Told::InBrief)).collect();
    let more = all.len() - rows.len();
    (!rows.is_empty()).then(|| {
        vec![
            Block::heading(words::BORNE),
            Block::Table(borne::table(rows).dense()),
            Block::Note(
                Text::plain(words::more_borne(more))
                    .page_of(borne::ANCHOR, words::REPORT_ON_PAGE, words::REPORT)
                    .then("."),
            ),
        ]
    })
}
