//! The running foot.

use super::compose::Composer;
use super::page::{Group, Page, Tag};
use super::setting::{Frame, Setting};
use crate::render::document::{Foot, Text};
use crate::render::drawing::{Ink, Mark, Point, Stroke, TextMark};

/// Distance between the note and the page number.
const GAP: f64 = 14.0;
/// The page number may take at most this share of the width.
const NUMBER_SHARE: f64 = 0.42;

/// Prints the foot on every page. It is no part of the text: reading programs skip it.
pub(super) fn run(pages: &mut [Page], foot: &Foot, brand: Option<&str>, composer: &Composer, frame: &Frame) {
    let setting = Setting::FOOT;
    let count = pages.len();
    let baseline = frame.foot + 4.0 + setting.baseline();
    for (number, page) in pages.iter_mut().enumerate() {
        let page_words = format!("{}{}{count}", number + 1, foot.between);
        let room = NUMBER_SHARE * frame.width;
        let page_width = composer.typeface.width(setting.face, setting.size, &page_words);
        let name = shortened(composer, &foot.before_page, room - page_width);
        let right = format!("{name}{page_words}");
        let right_width = composer.typeface.width(setting.face, setting.size, &right);
        let text = |text: String, x: f64, y: f64, width: f64| {
            Mark::Text(TextMark {
                at: Point::new(x, y),
                text,
                face: setting.face,
                size: setting.size,
                ink: setting.ink,
                tracking: 0.0,
                width,
            })
        };
        let ends = vec![Point::new(frame.left, frame.foot), Point::new(frame.left + frame.width, frame.foot)];
        let mut marks = vec![Mark::Line { points: ends, stroke: Stroke::solid(Ink::Rule, 0.6) }];
        let note = brand
            .map_or_else(|| foot.note.clone(), |brand| Text::plain(brand).then(" ").join(foot.note.clone()));
        let wrapped = composer.wrap(&note, &setting, frame.width - right_width - GAP);
        // Two lines fit between rule and edge; a longer note would run off the paper.
        for (row, line) in wrapped.lines.iter().take(2).enumerate() {
            for segment in &line.segments {
                let y = baseline + row as f64 * setting.leading;
                marks.push(text(segment.text.clone(), frame.left + segment.x, y, segment.width));
            }
        }
        let x = frame.left + frame.width - right_width;
        marks.push(text(right, x, baseline, right_width));
        page.groups.push(Group { tag: Tag::Foot, marks, bounds: None });
    }
}

/// The words cut to a width, with an ellipsis where something is missing.
fn shortened(composer: &Composer, words: &str, width: f64) -> String {
    let setting = Setting::FOOT;
    let words = composer.printable(words);
    let fits = |text: &str| composer.typeface.width(setting.face, setting.size, text) <= width;
    if fits(&words) {
        return words;
    }
    // The end carries the word for "page", which must stay.
    let tail = words.rfind('\u{b7}').map_or("", |at| &words[at..]);
    let mut kept: String = words[..words.len() - tail.len()].trim_end().to_owned();
    while !kept.is_empty() && !fits(&format!("{kept}\u{2026} {tail}")) {
        kept.pop();
    }
    format!("{}\u{2026} {tail}", kept.trim_end())
}
