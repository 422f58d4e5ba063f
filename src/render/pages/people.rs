//! People against technique, and how far the firm is topic by topic.

use super::Page;
use crate::german::number::whole_percent;
use crate::german::pages::people as words;
use crate::german::report as sentences;
use crate::report::TopicFacts;
use typeset::chart::{TopicBar, Topics};
use typeset::document::{Block, Chart, Column, Figure, Row, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "people";
/// A topic counts as stronger or weaker than elsewhere from this difference on.
const NOTABLE: f64 = 0.12;
/// Topics named in the message.
const MOST_NAMED: usize = 3;

pub(super) fn section(page: &Page) -> Section {
    let report = page.report;
    let people = &report.decision.people;
    let [technique, rules] = words::SIDES;
    let side = |name: &str, own: f64, typical: f64| TopicBar {
        name: name.into(),
        own,
        range: None,
        typical: Some(typical),
        figure: whole_percent(own),
    };
    let sides = vec![
        side(technique, people.technique, people.average.0),
        side(rules, people.people, people.average.1),
    ];
    let mut blocks = vec![Block::lead(sentences::people_sentence(report))];
    if !page.is_micro() {
        blocks.push(Block::Figure(Figure {
            chart: Chart::Topics(chart(sides)),
            alternative: words::alternative(report),
            caption: Some(words::CAPTION.into()),
        }));
    }
    if page.is_micro() {
        blocks.extend(phases(page));
    }
    Section {
        anchor: ANCHOR.into(),
        kicker: None,
        aside: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
        blocks,
    }
}

/// Before, while and after something happens: what is there, what the plan brings.
fn phases(page: &Page) -> [Block; 3] {
    let rows = page.report.phases.iter().map(|it| {
        Row::of([
            Text::default().bold(words::phase(it.phase)).soft(words::phase_means(it.phase)),
            Text::plain(whole_percent(it.today)),
            Text::plain(whole_percent(it.planned)),
            Text::plain(it.steps.to_string()),
        ])
    });
    let [phase, today, planned, steps] = words::PHASE_HEADS;
    let columns =
        [Column::words(phase, 1.0), Column::amounts(today), Column::amounts(planned), Column::amounts(steps)];
    [
        Block::heading(words::PHASES),
        Block::Table(Table::of(columns, rows).dense()),
        Block::note(words::phases_note(&page.report.phases)),
    ]
}

fn chart(topics: Vec<TopicBar>) -> Topics {
    let [own_label, typical_label, range_label] = words::SERIES.map(String::from);
    Topics { topics, own_label, typical_label, range_label }
}

/// Topic by topic; a small firm sees the same in the yardsticks of others.
pub(super) fn topics(page: &Page) -> Option<Section> {
    if page.is_micro() {
        return None;
    }
    let rows: Vec<(String, TopicFacts)> = page
        .report
        .topics
        .iter()
        .map(|facts| {
            let title = page.catalogue.topic(&facts.topic).map_or("", |it| it.title.as_str());
            (words::topic_name(title, facts), facts.clone())
        })
        .collect();
    let bars = rows
        .iter()
        .map(|(name, facts)| TopicBar {
            name: name.clone(),
            // What is usual elsewhere is no standing of this firm's own.
            own: if facts.rests_on_answers { facts.share } else { 0.0 },
            range: None,
            typical: Some(facts.peers),
            figure: words::topic_share(facts),
        })
        .collect();
    let named = |sign: f64| {
        let mut notable: Vec<&(String, TopicFacts)> = rows
            .iter()
            .filter(|(_, it)| it.rests_on_answers && sign * (it.share - it.peers) > NOTABLE)
            .collect();
        notable
            .sort_by(|(_, a), (_, b)| (sign * (b.share - b.peers)).total_cmp(&(sign * (a.share - a.peers))));
        notable.into_iter().take(MOST_NAMED).map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let alternative = words::topics_alternative(&rows);
    let mut blocks = vec![
        Block::lead(words::topics_lead(&named(-1.0), &named(1.0))),
        Block::note(words::topics_caption(&rows)),
        Block::heading(words::TOPICS_HEADING),
        Block::Figure(Figure { chart: Chart::Topics(chart(bars)), alternative, caption: None }),
    ];
    blocks.extend(phases(page));
    Some(Section {
        anchor: "topics".into(),
        kicker: None,
        aside: None,
        title: words::TOPICS_TITLE.into(),
        bookmark: Some(words::TOPICS_BOOKMARK.into()),
        start: Start::Below,
        blocks,
    })
}
