//! Other people's yardsticks: the check of DIN SPEC 27076, NIS2, insurers, customers, and clocks after an incident.

use super::Page;
use crate::german::guidance::law as law_words;
use crate::german::handouts::emergency;
use crate::german::pages::views as words;
use crate::german::views as names;
use crate::guidance::views::{AreaView, Status};
use crate::model::{LegalFact, LegalKind, Point, PointId, Regime, point_text};
use typeset::document::{Block, Link, Section, Start, Style, Text, Tone};

pub(super) fn section(page: &Page) -> Section {
    let din = &page.report.din;
    let guidance = &page.report.guidance;
    let topics = &page.catalogue.views.din.topics;
    let points = words::din_points(din);
    let mut blocks = vec![
        Block::note(words::INTRO),
        Block::heading(words::DIN),
        Block::Paragraph(Text::default().bold(points).then(" ").then(words::din_open_top(din))),
        Block::note(words::din_maximum(din)),
        Block::note(words::DIN_NOTE),
        Block::two_columns(topics.iter().flat_map(|topic| din_topic(page, topic)).collect()),
        Block::heading(words::NIS2),
        Block::paragraph(law_words::nis2(&guidance.nis2)),
    ];
    // Where the act does not bind a small firm its ten areas are told to programs only.
    if guidance.nis2.applies || !page.is_micro() {
        let areas = guidance.bsig_areas.iter().filter_map(area);
        blocks.push(Block::note(words::areas_note(guidance.nis2.applies)));
        blocks.push(Block::two_columns(vec![Block::dense_list(areas)]));
    }
    blocks.push(Block::note(law_words::gdpr(&guidance.gdpr)));
    blocks.push(Block::heading(words::INSURER));
    blocks.extend(law_words::insurer_warning(page.catalogue, &page.report.insurer).map(Block::paragraph));
    blocks.push(Block::note(words::INSURER_NOTE));
    blocks.push(Block::two_columns(duties(page)));
    for regime in [None, Some(Regime::Practice), Some(Regime::Automotive)] {
        blocks.extend(asked(page, regime));
    }
    blocks.extend(clocks(page));
    // A single fine needs no heading of its own.
    let is_lone_fine = facts(page, LegalKind::Fine).count() == 1;
    let kinds = if is_lone_fine {
        vec![vec![LegalKind::Duty, LegalKind::Fine], vec![LegalKind::Proposal]]
    } else {
        [LegalKind::Duty, LegalKind::Fine, LegalKind::Proposal].map(|it| vec![it]).to_vec()
    };
    for kinds in kinds {
        // What is not law yet can wait where nobody has an hour for it.
        if kinds != [LegalKind::Proposal] || !page.is_micro() {
            blocks.extend(law(page, &kinds));
        }
    }
    let laws = guidance.law.iter().filter_map(|it| page.catalogue.knowledge.law(it));
    blocks.extend(laws.map(|it| it.reviewed).min().map(|it| Block::note(law_words::note(it))));
    Section {
        anchor: "views".into(),
        kicker: None,
        aside: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
        blocks,
    }
}

/// A topic with its points and what is missing of it.
fn din_topic(page: &Page, topic: &Point) -> Vec<Block> {
    let din = &page.report.din;
    let head = format!("{}: {}", topic.text, words::din_points_of(din.topic(&topic.id)));
    let missing: Vec<Text> = din
        .missing()
        .filter(|it| it.requirement.topic == topic.id)
        .map(|it| {
            let open = (it.status == Status::Open).then(|| names::status(it.status));
            let marks: Vec<&str> = it.requirement.top.then_some(words::TOP).into_iter().chain(open).collect();
            let text = Text::default().soft(format!("{} ", it.requirement.id)).then(&it.requirement.text);
            if marks.is_empty() { text } else { text.soft(format!(" \u{b7} {}", marks.join(", "))) }
        })
        .collect();
    let rest = if missing.is_empty() { Block::note(words::DIN_ALL_MET) } else { Block::dense_list(missing) };
    vec![Block::subheading(head), rest]
}

fn area(view: &AreaView) -> Option<Text> {
    let number = view.area?;
    Some(
        Text::default()
            .soft(format!("{number} "))
            .then(format!("{}: ", law_words::area(number)))
            .bold(words::area_share(view)),
    )
}

/// Duties by where they stand, what is missing first.
fn duties(page: &Page) -> Vec<Block> {
    let mut blocks = Vec::new();
    for status in [Status::NotMet, Status::Open, Status::Met, Status::Irrelevant] {
        let of_status = page.report.insurer.duties.iter().filter(|it| it.1 == status);
        let items: Vec<Text> =
            of_status.map(|it| point_text(&page.catalogue.views.insurer, it.0.as_str()).into()).collect();
        if !items.is_empty() {
            blocks.push(Block::subheading(words::insurer_group(status)));
            blocks.push(Block::dense_list(items));
        }
    }
    blocks
}

/// What others ask of the firm, and how well it can answer.
fn asked(page: &Page, regime: Option<Regime>) -> Vec<Block> {
    // Small firms are rarely asked by customers; there the page would only be longer.
    if regime.is_none() && page.is_micro() {
        return Vec::new();
    }
    let all = &page.catalogue.views.customer;
    let point = |id: &PointId| all.iter().find(|it| &it.id == id && it.regime == regime);
    let items: Vec<Text> = page
        .report
        .guidance
        .customer
        .iter()
        .filter_map(|it| {
            let standing = law_words::customer_standing(it.1);
            Some(Text::plain(&point(&it.0)?.text).then(" ").bold(standing))
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    let heading = Block::heading(law_words::asked_by(regime));
    vec![heading, Block::two_columns(vec![Block::dense_list(items)])]
}

fn facts<'p>(page: &'p Page, kind: LegalKind) -> impl Iterator<Item = &'p LegalFact> {
    let all = page.report.guidance.law.iter().filter_map(|it| page.catalogue.knowledge.law(it));
    all.filter(move |it| it.kind == kind)
}

/// What the law asks, what a breach can cost, what may come: each with its place and the day of the check.
fn law(page: &Page, kinds: &[LegalKind]) -> Vec<Block> {
    let item = |it: &LegalFact| {
        let source = it.sources.iter().find_map(|id| page.catalogue.sources.get(id)?.url.clone());
        let place = law_words::stands_in(it);
        let text = Text::default().bold(format!("{}. ", it.title)).then(law_words::tight(&it.plain));
        match source {
            Some(url) => {
                text.run(place, Style { tone: Tone::Soft, ..Style::default() }, Some(Link::External(url)))
            }
            None => text.soft(place),
        }
    };
    let items: Vec<Text> = kinds.iter().flat_map(|it| facts(page, *it)).map(item).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(law_words::facts(kinds[0])), Block::two_columns(vec![Block::dense_list(items)])]
}

/// What has to be reported to whom, and how soon.
fn clocks(page: &Page) -> Vec<Block> {
    let items: Vec<Text> = facts(page, LegalKind::Clock)
        .map(|it| {
            let [what, until, whom] = emergency::clock(it);
            let whom = if whom.is_empty() { whom } else { format!(", {whom}") };
            Text::default().bold(until).then(format!(" \u{b7} {what}{whom}"))
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    let heading = Block::heading(law_words::facts(LegalKind::Clock));
    vec![heading, Block::two_columns(vec![Block::dense_list(items)])]
}
