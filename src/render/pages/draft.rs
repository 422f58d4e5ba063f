//! The first page while too little is known to sign anything: what is missing, and who can say it.

use super::{Page, decision};
use crate::decision::Judged;
use crate::german::number::exact_euros;
use crate::german::pages::{decision as decision_words, draft as words};
use crate::german::{report as sentences, sums};
use typeset::chart::{Progress, Ranges, Reach};
use typeset::document::{Aside, Block, Boxed, Chart, Column, Figure, Row, Section, Start, Table, Text};

/// Questions asked first.
const MOST_QUESTIONS: usize = 5;
/// Measures named that pay in nearly every case.
const MOST_SURE: usize = 3;
/// Share of the cases in which a measure has to pay to be named.
const SURE: f64 = 0.9;

pub(super) fn section(page: &Page) -> Section {
    let report = page.report;
    let enough = report.enough_answers(page.catalogue);
    let questions = questions(page);
    let mut blocks = vec![Block::Byline(decision_words::byline(page.catalogue, report).into())];
    blocks.extend(decision::old_content(page));
    blocks.push(Block::Lead(decision::emphasised(words::lead(report, enough, questions.len()))));
    blocks.push(progress(page, enough, questions.len()));
    blocks.push(Block::heading(words::KNOWLEDGE));
    blocks.push(ranges(page));
    if !questions.is_empty() {
        blocks.push(Block::Together(vec![
            Block::heading(words::questions(questions.len())),
            Block::Table(table(page, &questions)),
            Block::note(words::QUESTIONS_NOTE),
        ]));
    }
    let sure = sure(page);
    if !sure.is_empty() {
        blocks
            .push(Block::Together(vec![Block::heading(words::SURE), Block::Table(sure_table(page, &sure))]));
    }
    blocks.push(Block::Boxed(Boxed {
        size: None,
        blocks: vec![Block::Paragraph(Text::default().bold(words::GO_ON[0]).then(words::GO_ON[1]))],
    }));
    Section {
        anchor: decision::ANCHOR.into(),
        kicker: Some(words::KICKER.to_uppercase()),
        title: words::TITLE.into(),
        aside: Some(Aside::Stamp(words::STAMP.into())),
        bookmark: Some(words::STAMP.into()),
        start: Start::NewPage,
        blocks,
    }
}

/// How far the answers are, and from where on they are enough.
fn progress(page: &Page, enough: usize, questions: usize) -> Block {
    let coverage = &page.report.coverage;
    let [done_label, next_label, enough_label] = words::progress(coverage.known(), questions, enough);
    Block::Figure(Figure {
        alternative: format!("{done_label}; {next_label}; {enough_label}"),
        chart: Chart::Progress(Progress {
            done: coverage.known() as f64,
            next: questions as f64,
            enough: enough as f64,
            whole: coverage.asked as f64,
            done_label,
            next_label,
            enough_label,
        }),
        caption: None,
    })
}

/// How far the estimates reach today.
fn ranges(page: &Page) -> Block {
    let (now, then) = (&page.report.today, &page.report.with_plan);
    let estimates = [now.expected_annual_loss, now.worst_years, then.expected_annual_loss];
    let rows: Vec<Reach> = words::REACHES
        .into_iter()
        .zip(estimates)
        .enumerate()
        .map(|(at, (name, it))| Reach {
            name: name.into(),
            low: it.low,
            value: it.value,
            high: it.high,
            ends: words::ends(it.low, it.high),
            is_today: at < 2,
        })
        .collect();
    let told: Vec<String> =
        rows.iter().map(|it| format!("{}: {} bis {}", it.name, it.ends.0, it.ends.1)).collect();
    Block::Figure(Figure {
        alternative: told.join("; "),
        chart: Chart::Ranges(Ranges { rows }),
        caption: Some(words::REACH_CAPTION.into()),
    })
}

/// Open questions by what their answers are worth, the most first.
fn questions<'a>(page: &'a Page) -> Vec<(&'a crate::model::Question, f64)> {
    let open = page.report.decision.clarify_first.iter().take(MOST_QUESTIONS);
    open.filter_map(|it| Some((page.catalogue.question(&it.question)?, it.value_eur))).collect()
}

fn table(page: &Page, questions: &[(&crate::model::Question, f64)]) -> Table {
    let [question, who, worth] = words::QUESTION_HEADS;
    let columns =
        [Column::short(""), Column::words(question, 1.0), Column::short(who), Column::amounts(worth)];
    let step = sentences::money_of(page.report);
    let rows = questions.iter().enumerate().map(|(at, (question, worth))| {
        let role = page.knower(question);
        Row::of([
            Text::default().bold((at + 1).to_string()),
            Text::plain(question.text.as_str()),
            Text::plain(role),
            Text::default().bold(exact_euros(step.shown(*worth))),
        ])
    });
    Table { named_rows: false, ..Table::of(columns, rows) }
}

/// Measures that pay in nearly every case, the surest first.
fn sure<'a>(page: &'a Page) -> Vec<(&'a Judged, f64)> {
    let pays = |it: &'a Judged| Some((it, it.weighed.as_ref()?.balance.share_pays));
    let mut sure: Vec<_> = page
        .report
        .decision
        .by_effect(crate::decision::Advice::asks_for_action)
        .filter_map(pays)
        .filter(|(_, share)| *share >= SURE)
        .collect();
    sure.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.measure.cmp(&b.0.measure)));
    sure.truncate(MOST_SURE);
    sure
}

fn sure_table(page: &Page, sure: &[(&Judged, f64)]) -> Table {
    let [measure, cost, often] = words::SURE_HEADS;
    let columns = [Column::words(measure, 1.0), Column::amounts(cost), Column::amounts(often)];
    let step = sentences::money_of(page.report);
    let rows = sure.iter().map(|(judged, share)| {
        let start = judged.weighed.as_ref().map_or((0.0, 0.0), |it| it.balance.at_start);
        let cost =
            format!("{}, {}", exact_euros(step.shown(start.0)), sums::hours(sums::shown_hours(start.1)));
        Row::of([
            Text::plain(page.measure(&judged.measure)),
            cost.into(),
            Text::plain(words::of_a_hundred(*share)),
        ])
    });
    Table::of(columns, rows)
}
