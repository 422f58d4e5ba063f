//! The running foot.

use super::compose::Composer;
use super::page::{Group, Page, Tag};
use super::setting::{Frame, Setting};
use crate::document::{Foot, Text};
use crate::drawing::{Ink, Mark, Point, Stroke, TextMark};

/// Distance between the note and the page number.
const GAP: f64 = 14.0;
/// Name and page number may take at most this share of the width.
const NUMBER_SHARE: f64 = 0.42;
const SETTING: Setting = Setting::FOOT;

/// Prints the foot on every page. It is no part of the text: reading programs skip it.
pub(super) fn run(pages: &mut [Page], foot: &Foot, brand: Option<&str>, composer: &Composer, frame: &Frame) {
    let count = pages.len();
    let width = |text: &str| composer.typeface.width(SETTING.face, SETTING.size, text);
    let widest_number = format!("{count}{}{count}", foot.between);
    let room = NUMBER_SHARE * frame.width - width(&widest_number);
    let name = shortened(composer, &foot.before_page, room);
    let note = match brand {
        Some(brand) => Text::plain(brand).then(" ").join(foot.note.clone()),
        None => foot.note.clone(),
    };
    let note_room = frame.width - width(&format!("{name}{widest_number}")) - GAP;
    let mut fixed = vec![Mark::Line {
        points: vec![Point::new(frame.left, frame.foot), Point::new(frame.left + frame.width, frame.foot)],
        stroke: Stroke::solid(Ink::Rule, 0.6),
    }];
    let baseline = frame.foot + 4.0 + SETTING.baseline();
    // Two lines fit between rule and edge; a longer note would run off the paper.
    for (row, line) in composer.wrap(&note, &SETTING, note_room).lines.iter().take(2).enumerate() {
        for segment in &line.segments {
            let at = Point::new(frame.left + segment.x, baseline + row as f64 * SETTING.leading);
            fixed.push(text(segment.text.clone(), at, segment.width));
        }
    }
    for (number, page) in pages.iter_mut().enumerate() {
        let words = format!("{name}{}{}{count}", number + 1, foot.between);
        let width = width(&words);
        let mut marks = fixed.clone();
        marks.push(text(words, Point::new(frame.left + frame.width - width, baseline), width));
        page.groups.push(Group { tag: Tag::Foot, marks, bounds: None });
    }
}

fn text(text: String, at: Point, width: f64) -> Mark {
    let Setting { face, size, ink, .. } = SETTING;
    Mark::Text(TextMark { at, text, face, size, ink, tracking: 0.0, width })
}

/// The words cut to a width, with an ellipsis where something is missing.
fn shortened(composer: &Composer, words: &str, width: f64) -> String {
    let Setting { face, size, .. } = SETTING;
    let words = composer.printable(words);
    if composer.typeface.width(face, size, &words) <= width {
        return words;
    }
    // The end carries the word for "page", which must stay.
    let tail = words.rfind('\u{b7}').map_or("", |at| &words[at..]);
    let room = width - composer.typeface.width(face, size, &format!(" {tail}"));
    let name = composer.typeface.shortened(face, size, &words[..words.len() - tail.len()], room);
    format!("{name} {tail}")
}
