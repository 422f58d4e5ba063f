//! Where things stand on the pages.

use crate::demo_document;
use waage::render::document::{
    Block, Column, Columns, Document, Row, Section, Span, Start, Table, Term, Text, Tile,
};
use waage::render::drawing::{Mark, Rect};
use waage::render::layout::{Frame, Layout, Role, Tag, lay_out};
use waage::render::typeface::Typeface;

fn laid(document: &Document) -> Layout {
    lay_out(document, &Typeface::default())
}

/// Nothing outside the margins, nothing in the foot's place but the foot.
pub fn check_margins(layout: &Layout) {
    let frame = Frame::A4;
    let inside = Rect::new(frame.left, frame.top, frame.width, frame.height());
    let foot = Rect::new(frame.left, frame.foot, frame.width, layout.height - frame.foot - 8.0);
    for (number, page) in layout.pages.iter().enumerate() {
        for group in &page.groups {
            let place = if group.tag == Tag::Foot { foot } else { inside };
            for mark in &group.marks {
                assert!(
                    place.encloses(&mark.bounds(), 1.0),
                    "page {}: {mark:?} outside {place:?}",
                    number + 1
                );
            }
        }
    }
}

/// No words over other words.
pub fn check_overlaps(layout: &Layout) {
    for page in 0..layout.pages.len() {
        let words: Vec<(&str, Rect)> = layout
            .marks(page)
            .filter_map(|mark| match mark {
                Mark::Text(text) => {
                    let height = 0.6 * text.size;
                    Some((text.text.as_str(), Rect::new(text.at.x, text.at.y - height, text.width, height)))
                }
                _ => None,
            })
            .collect();
        for (at, (first, rect)) in words.iter().enumerate() {
            for (second, other) in &words[at + 1..] {
                let shrunk = Rect::new(other.x + 0.1, other.y, (other.width - 0.2).max(0.0), other.height);
                assert!(!rect.overlaps(&shrunk), "page {}: {first:?} over {second:?}", page + 1);
            }
        }
    }
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
    document.foot.before_page = format!("{typed} · Seite ");
    document.title = typed.into();
    document.brand.name = Some(short.clone());
    let columns = [Column::short(own()), Column::words(own(), 1.0), Column::amounts(own())];
    let table =
        Table::of(columns, [Row::of([words(), words(), words()])]).with_total(Row::of([words(), words()]));
    let tile = Tile { label: short.clone(), value: short.clone(), note: short.clone(), second: None };
    document.sections.push(Section {
        anchor: "typed".into(),
        kicker: Some(typed.into()),
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
fn headings_never_stand_last_on_a_page() {
    let layout = laid(&demo_document::document());
    for (number, page) in layout.pages.iter().enumerate() {
        let last = page.groups.iter().rev().find_map(|group| match group.tag {
            Tag::Node(node) => Some(&layout.nodes[node.0].role),
            _ => None,
        });
        assert!(!matches!(last, Some(Role::Heading(_))), "page {} ends with a heading", number + 1);
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
