//! People against technique, and how far the firm is topic by topic.

use super::Page;
use crate::german::number::whole_percent;
use crate::german::pages::people as words;
use crate::german::report as sentences;
use crate::report::TopicFacts;
use typeset::chart::{TopicBar, Topics};
use typeset::document::{Block, Chart, Column, Figure, Row, Section, Start, Table};

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
    let mut blocks = vec![
        Block::lead(sentences::people_sentence(report)),
        Block::Figure(Figure {
            chart: Chart::Topics(chart(sides)),
            alternative: words::alternative(report),
            caption: Some(words::CAPTION.into()),
        }),
    ];
    if !people.levers.is_empty() {
        let [lever, saves] = words::LEVER_HEADS;
        let rows = people
            .levers
            .iter()
            .map(|(measure, saved)| Row::of([page.measure(measure).into(), words::lever(*saved).into()]));
        blocks.push(Block::Together(vec![
            Block::heading(words::LEVERS),
            Block::Table(Table::of([Column::words(lever, 1.0), Column::amounts(saves)], rows).dense()),
            Block::note(words::LEVER_NOTE),
        ]));
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

fn chart(topics: Vec<TopicBar>) -> Topics {
    let [own_label, typical_label, range_label] = words::SERIES.map(String::from);
    Topics { topics, own_label, typical_label, range_label }
}

pub(super) fn topics(page: &Page) -> Section {
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
            own: facts.share,
            range: None,
            typical: Some(facts.peers),
            figure: whole_percent(facts.share),
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
    Section {
        anchor: "topics".into(),
        kicker: None,
        aside: None,
        title: words::TOPICS_TITLE.into(),
        bookmark: Some(words::TOPICS_BOOKMARK.into()),
        start: Start::Below,
        blocks: vec![
            Block::lead(words::topics_lead(&named(-1.0), &named(1.0))),
            Block::Figure(Figure {
                chart: Chart::Topics(chart(bars)),
                alternative,
                caption: Some(words::topics_caption(&rows).into()),
            }),
        ],
    }
}
