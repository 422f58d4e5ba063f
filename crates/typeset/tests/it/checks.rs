//! What must hold of every laid out document, ours and those of our users' tests.

use typeset::drawing::{Ink, Mark, Rect};
use typeset::layout::{Frame, Group, Layout, Page, Role, Tag};

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

/// No heading and no introduction at the end of a page, no closing remark alone on top of the next.
pub fn check_breaks(layout: &Layout, what: &str) {
    let blocks: Vec<Vec<(usize, &Group)>> = layout.pages.iter().map(|page| blocks_of(layout, page)).collect();
    let all: Vec<usize> = blocks.iter().flatten().map(|it| it.0).collect();
    for (number, pair) in blocks.windows(2).enumerate() {
        let (Some((last, _)), Some((first, group))) = (pair[0].last(), pair[1].first()) else { continue };
        if last == first {
            continue;
        }
        let end = format!("{what}: page {}", number + 1);
        let role = |node: usize| &layout.nodes[node].role;
        assert!(!matches!(role(*last), Role::Heading(_)), "{end} ends with a heading");
        // What stands in columns or boxes opens with the first of their blocks.
        let opens = |node: usize, above: usize| {
            let around = |it: usize| layout.nodes[it].parent.map(|parent| &layout.nodes[parent.0].role);
            let parents = (layout.nodes[node].parent, layout.nodes[above].parent);
            is_shaped(role(node)) || parents.0 != parents.1 && around(node) == Some(&Role::Division)
        };
        // What closes a box or a sheet introduces nothing.
        let closes_division =
            layout.nodes[*last].parent.map(|it| &layout.nodes[it.0].role) == Some(&Role::Division);
        let introduces = *role(*last) == Role::Paragraph && !closes_division && opens(*first, *last);
        assert!(!introduces, "{end} ends with what introduces the next");
        let remark = |mark: &Mark| matches!(mark, Mark::Text(it) if it.size < 8.5 && it.ink == Ink::Soft);
        let closes = *role(*first) == Role::Paragraph && group.marks.iter().all(remark);
        let next = all.iter().skip_while(|it| *it != first).find(|it| *it != first);
        let opens = next.is_some_and(|it| opens(*it, *first));
        let is_kicker = next.is_some_and(|it| matches!(role(*it), Role::Heading(1)));
        assert!(!closes || opens || is_kicker, "{end} loses its closing remark to the next");
    }
}

fn is_shaped(role: &Role) -> bool {
    matches!(role, Role::List { .. } | Role::Table | Role::Figure { .. })
}

/// The blocks a page shows, each with a group of it, the lines to write on left out.
fn blocks_of<'a>(layout: &Layout, page: &'a Page) -> Vec<(usize, &'a Group)> {
    let block = |mut node: usize| {
        let mut outermost = node;
        while let Some(parent) = layout.nodes[node].parent {
            if matches!(layout.nodes[node].role, Role::Paragraph | Role::Heading(_))
                || is_shaped(&layout.nodes[node].role)
            {
                outermost = node;
            }
            node = parent.0;
        }
        outermost
    };
    let mut blocks: Vec<(usize, &Group)> = Vec::new();
    for group in &page.groups {
        if let Tag::Node(node) = group.tag {
            blocks.push((block(node.0), group));
        }
    }
    blocks
}
