//! The comparison as a paper of one or two pages.

use jiff::civil::Date;

use super::{Course, Pair};
use crate::german::change as words;
use crate::german::document::{LANGUAGE, PROGRAM};
use crate::german::number;
use crate::history::Moment;
use typeset::chart::{self, Trend};
use typeset::document::{
    Block, Brand, Chart, Column, Document, Figure, Foot, Row, RowGroup, Section, Start, Table, Text,
};

/// Two sides and their difference.
pub fn paper(pair: &Pair) -> Document {
    document(words::title(pair.old.date, pair.new.date), pair.new.date, blocks(pair))
}

/// What changed, as a section of the management report.
pub(in crate::render) fn section(pair: &Pair) -> Section {
    Section {
        anchor: "change".into(),
        kicker: None,
        aside: None,
        title: words::since(pair.old.date),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
        blocks: blocks(pair),
    }
}

fn blocks(pair: &Pair) -> Vec<Block> {
    let it = pair.comparison;
    let mut blocks = vec![Block::lead(words::lead(it))];
    let ends = [(pair.old.date, &it.old), (pair.new.date, &it.new)];
    if pair.old.date < pair.new.date {
        let points: Vec<(Date, f64)> =
            ends.iter().map(|(date, figures)| (*date, figures.expected_annual_loss)).collect();
        blocks.push(figure(&points));
    }
    blocks.push(table(words::FIGURE_HEADS, words::figure_rows(it)));
    if !it.is_unchanged() {
        blocks.push(table(words::CAUSE_HEADS, words::cause_rows(it)));
        blocks.push(Block::note(words::CAUSE_NOTE));
        for moved in pair.tables() {
            blocks.push(Block::heading(moved.heading));
            blocks.push(table(moved.heads, moved.rows));
            if moved.more > 0 {
                blocks.push(Block::note(words::and_more(moved.more)));
            }
        }
    }
    let (news, more) = pair.news();
    if !news.is_empty() {
        blocks.push(Block::heading(words::NEWS));
        blocks.push(Block::dense_list(news.into_iter().map(Text::plain)));
        if more > 0 {
            blocks.push(Block::note(words::more_news(more)));
        }
    }
    blocks
}

/// The course over all dated files.
pub fn course_paper(course: &Course) -> Document {
    let points: Vec<(Date, f64)> =
        course.moments.iter().map(|it| (it.date, it.figures.expected_annual_loss)).collect();
    let mut blocks = Vec::new();
    let mut day = Date::default();
    if let (Some(first), Some(last)) = (points.first(), points.last()) {
        day = last.0;
        blocks.push(Block::lead(words::course_lead(*first, *last, points.len())));
        blocks.push(figure(&points));
    }
    blocks.push(course_table(course.moments));
    document(words::COURSE_TITLE.into(), day, blocks)
}

fn course_table(moments: &[Moment]) -> Block {
    let [day, expected, bad, above, since] = words::COURSE_HEADS;
    let columns = vec![
        Column::short(day),
        Column::amounts(expected),
        Column::amounts(bad),
        Column::amounts(above),
        Column::words(since, 1.0),
    ];
    let rows = moments.iter().map(|it| {
        Row::of([
            Text::plain(number::date(it.date)),
            Text::default().bold(number::euros(it.figures.expected_annual_loss)),
            Text::plain(number::euros(it.figures.tail_value_at_risk_95)),
            Text::plain(number::one_in(it.figures.probability_above_reserve)),
            Text::plain(it.since.as_ref().map(words::step).unwrap_or_default()),
        ])
    });
    let groups = vec![RowGroup { rows: rows.collect(), ..RowGroup::default() }];
    Block::Table(Table { columns, groups, ..Table::default() })
}

fn table<const N: usize>(heads: [&str; N], lines: impl IntoIterator<Item = [String; N]>) -> Block {
    let columns = heads
        .iter()
        .enumerate()
        .map(|(index, head)| if index == 0 { Column::words(*head, 1.0) } else { Column::amounts(*head) });
    let rows = lines.into_iter().map(|line| Row::of(line.into_iter().map(Text::plain)));
    let groups = vec![RowGroup { rows: rows.collect(), ..RowGroup::default() }];
    Block::Table(Table { columns: columns.collect(), groups, dense: true, ..Table::default() })
}

/// The expected loss over time.
fn figure(points: &[(Date, f64)]) -> Block {
    let (first, last) = (points[0], points[points.len() - 1]);
    let moments = points.iter().map(|(date, eur)| chart::Moment {
        day: f64::from((*date - first.0).get_days()),
        label: number::date(*date),
        value: *eur,
        range: None,
        figure: number::euros(*eur),
    });
    Block::Figure(Figure {
        chart: Chart::Trend(Trend { moments: moments.collect() }),
        alternative: words::chart_words(first, last),
        caption: Some(Text::plain(words::CHART_NOTE)),
    })
}

fn document(title: String, date: Date, blocks: Vec<Block>) -> Document {
    let section = Section {
        anchor: "change".into(),
        kicker: Some(words::KICKER.into()),
        aside: None,
        title: title.clone(),
        bookmark: None,
        start: Start::NewPage,
        blocks,
    };
    Document {
        title,
        subject: words::SUBJECT.into(),
        author: "waage".into(),
        date,
        program: PROGRAM,
        language: LANGUAGE,
        is_draft: false,
        foot: Foot {
            note: Text::plain(words::FOOT),
            name: None,
            before_page: words::PAGE.0.into(),
            between: words::PAGE.1.into(),
        },
        brand: Brand::default(),
        sections: vec![section],
    }
}
