//! Where things stand on the pages.

use crate::checks::{check_breaks, check_margins, check_overlaps};
use crate::demo_document;
use proptest::prelude::*;
use typeset::document::{
    Block, Column, Columns, Document, Row, Section, Span, Start, Table, Term, Text, Tile,
};
use typeset::drawing::Mark;
use typeset::layout::{Layout, Role, Tag, lay_out};
use typeset::typeface::Typeface;

fn laid(document: &Document) -> Layout {
    lay_out(document, &Typeface::default())
}

fn text_of(layout: &Layout) -> String {
    (0..layout.pages.len())
        .flat_map(|page| layout.marks(page))
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect()
}

/// The sheet with what an owner may have typed wherever such text can stand, and long words of our own beside it.
fn with_text_everywhere(typed: &str) -> Document {
    let words = || Text::plain(typed);
    let short: String = typed.chars().take(200).collect();
    let own = || Text::plain(&short);
    let mut document = demo_document::document();
    document.foot.note = words();
    document.foot.name = Some(typed.into());
    document.title = typed.into();
    document.brand.name = Some(short.clone());
    let columns = [Column::short(own()), Column::words(own(), 1.0), Column::amounts(own())];
    let table =
        Table::of(columns, [Row::of([words(), words(), words()])]).with_total(Row::of([words(), words()]));
    let tile = Tile { label: short.clone(), value: short.clone(), note: short.clone(), second: None };
    document.sections.push(Section {
        anchor: "typed".into(),
        kicker: Some(typed.into()),
        aside: None,
        title: typed.into(),
        bookmark: None,
        start: Start::Below,
        blocks: vec![
            Block::lead(words()),
            Block::paragraph(Text::default().bold(typed).soft(typed).verbatim(typed)),
            Block::Tiles(vec![tile.clone(), tile.clone(), tile]),
            Block::heading(typed),
            Block::list([words(), words()]),
            Block::two_columns(vec![
                Block::dense_list([words(), words()]),
                Block::Terms(vec![Term { name: words(), said: words() }]),
            ]),
            Block::Table(table.clone()),
            Block::Table(table.dense()),
            Block::Columns(Columns {
                left: vec![Block::paragraph(words())],
                right: vec![Block::note(words())],
                left_share: 0.4,
                boxed: true,
            }),
        ],
    });
    document
}

#[test]
fn the_sheet_keeps_its_margins() {
    let layout = laid(&demo_document::document());
    check_margins(&layout);
    check_overlaps(&layout);
}

#[test]
fn names_and_notes_of_two_hundred_characters_keep_the_margins() {
    let long = "Gebrüder Schmidt-Hohenwarter Elektroinstallations- und Gebäudeautomatisierungsgesellschaft mit beschränkter Haftung und Compagnie Kommanditgesellschaft, Niederlassung Villingen-Schwenningen, Abteilung Nord";
    assert!(long.chars().count() >= 200);
    let layout = laid(&with_text_everywhere(long));
    check_margins(&layout);
    check_overlaps(&layout);
}

#[test]
fn ten_thousand_characters_without_a_space_keep_the_margins() {
    let layout = laid(&with_text_everywhere(&"Ä".repeat(10_000)));
    check_margins(&layout);
    check_overlaps(&layout);
}

#[test]
fn hostile_text_prints_harmlessly() {
    let hostile = "a\u{202e}b\u{0}c\u{7}d\u{1b}[31me 👍🏽 \u{200b}\u{feff}日本\r\n\t\u{e0041}<b>&amp;\\(x)";
    let layout = laid(&with_text_everywhere(hostile));
    check_margins(&layout);
    let text = text_of(&layout);
    assert!(text.contains("abcd[31me □ □□"), "{}", &text[text.len().saturating_sub(300)..]);
    assert!(!text.chars().any(|it| it.is_control() || ('\u{202a}'..='\u{202e}').contains(&it)));
}

#[test]
fn nothing_said_is_lost_in_the_layout() {
    let words = "alpha ".repeat(400) + "omega";
    let layout = laid(&with_text_everywhere(&words));
    let count = text_of(&layout).matches("omega").count();
    // Kicker, title, lead, paragraph (3), heading, list (2), dense list (2), term (2), tables (2 x 5), columns (2); the foot is
    // cut on purpose.
    assert_eq!(count, 25);
}

#[test]
fn every_mark_belongs_to_a_node_or_is_decoration() {
    let layout = laid(&demo_document::document());
    for page in &layout.pages {
        for group in &page.groups {
            match group.tag {
                Tag::Node(node) => assert!(node.0 < layout.nodes.len()),
                Tag::Artifact | Tag::Foot => {}
            }
            let is_text = group.marks.iter().any(|mark| matches!(mark, Mark::Text(_)));
            if group.tag == Tag::Artifact && is_text {
                assert!(
                    layout.nodes.iter().any(|node| node.role == Role::TableHead),
                    "text as decoration is a repeated table head"
                );
            }
        }
    }
}

#[test]
fn no_page_parts_what_belongs_together() {
    check_breaks(&laid(&demo_document::document()), "the sheet");
}

/// A block as reports have them, by number; of lines and items it has more the greater `size`.
fn block_of((kind, size): (usize, usize)) -> Block {
    let words = |count: usize| Text::plain("Datensicherung und Notfallplan im Betrieb ".repeat(count));
    let items = |count: usize| (0..count).map(|_| words(1)).collect::<Vec<_>>();
    let terms = || Block::Terms(vec![Term { name: "Antwort".into(), said: words(size) }; size]);
    match kind {
        0 | 1 => Block::heading("Was zu tun ist"),
        2 => Block::subheading("Im Einzelnen"),
        3 | 4 => Block::paragraph(words(2 * size)),
        5 => Block::small(words(size)),
        6 | 7 => Block::note(words(size.div_ceil(4))),
        8 => Block::list(items(size)),
        9 => terms(),
        10 => Block::two_columns(vec![Block::subheading("Spalten"), terms(), Block::dense_list(items(size))]),
        11 => Block::two_columns(vec![terms()]),
        12 => Block::Table(
            Table::of(
                [Column::words("Schritt", 1.0), Column::words("Wer", 1.0)],
                (0..2 * size).map(|_| Row::of(items(2))),
            )
            .with_total(Row::of(items(2))),
        ),
        _ => Block::Columns(Columns {
            left: vec![Block::paragraph(words(4 * size))],
            right: vec![Block::list(items(size))],
            left_share: 0.5,
            boxed: true,
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_parts_what_belongs_together_whatever_follows_what(
        blocks in prop::collection::vec((0_usize..14, 1_usize..9), 10..40),
    ) {
        // A heading says what follows: it never stands last, and not above a remark alone.
        let last = Block::paragraph("Ende.");
        let mut document = demo_document::document();
        document.sections.truncate(1);
        document.sections[0].start = Start::Below;
        document.sections[0].blocks = blocks.into_iter().map(block_of).chain([last]).collect();
        let layout = laid(&document);
        check_margins(&layout);
        check_breaks(&layout, "random blocks");
    }
}

#[test]
fn bookmarks_have_two_levels_in_the_order_of_the_pages() {
    let layout = laid(&demo_document::document());
    assert_eq!(layout.outline[0].title, "Entscheidung");
    assert_eq!(layout.outline[0].level, 1);
    assert_eq!(layout.outline[1].level, 2);
    let places: Vec<(usize, f64)> = layout.outline.iter().map(|entry| (entry.page, entry.y)).collect();
    assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "{places:?}");
}

#[test]
fn page_numbers_in_the_text_are_those_of_the_pages() {
    let document = demo_document::document();
    let layout = laid(&document);
    let (page, _) = layout.anchors[&"annex".into()];
    let foot = format!("ab Seite {}", page + 1);
    assert!(text_of(&layout).contains(&foot), "{foot}");
    let named = document.sections[0].blocks.iter().any(|block| {
        matches!(block, Block::Paragraph(text) if text.spans.iter().any(|span| matches!(span, Span::PageOf { .. })))
    });
    assert!(named);
}
