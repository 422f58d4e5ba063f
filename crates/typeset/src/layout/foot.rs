//! The running foot.

use super::compose::Composer;
use super::page::{Group, Page, Tag};
use super::setting::{Frame, Setting};
use crate::document::{Foot, Text};
use crate::drawing::{Ink, Mark, Point, Stroke, TextMark};
use crate::typeface::Face;

/// Distance between the note and the page number.
const GAP: f64 = 14.0;
const SETTING: Setting = Setting::FOOT;

/// Prints the foot on every page. It is no part of the text: reading programs skip it.
pub(super) fn run(pages: &mut [Page], foot: &Foot, brand: Option<&str>, composer: &Composer, frame: &Frame) {
    let count = pages.len();
    let width = |text: &str| composer.typeface.width(SETTING.face, SETTING.size, text);
    let numbered = |number: usize| format!("{}{number}{}{count}", foot.before_page, foot.between);
    let note = match brand {
        Some(brand) => Text::plain(brand).then(" ").join(foot.note.clone()),
        None => foot.note.clone(),
    };
    let name = foot.name.as_deref().map(|it| composer.printable(it));
    // Beside the note where it fits, else on a line of its own.
    let beside = name.as_ref().map(|it| format!("{it} \u{b7} ")).filter(|it| {
        let taken = width(&format!("{it}{}", numbered(count)));
        let room = frame.width - taken - GAP;
        room > 0.0 && composer.wrap(&note, &SETTING, room).lines.len() == 1
    });
    let right = width(&format!("{}{}", beside.as_deref().unwrap_or_default(), numbered(count)));
    let mut fixed = vec![Mark::Line {
        points: vec![Point::new(frame.left, frame.foot), Point::new(frame.left + frame.width, frame.foot)],
        stroke: Stroke::solid(Ink::Rule, 0.5),
    }];
    let baseline = frame.foot + 4.0 + SETTING.baseline();
    let lines = composer.wrap(&note, &SETTING, frame.width - right - GAP).lines;
    // Three lines fit between rule and edge; a longer note would run off the paper.
    let most = if name.is_some() && beside.is_none() { 2 } else { 3 };
    let mut y = baseline;
    for line in lines.iter().take(most) {
        for segment in &line.segments {
            fixed.push(text(
                segment.text.clone(),
                segment.face,
                Point::new(frame.left + segment.x, y),
                segment.width,
            ));
        }
        y += SETTING.leading;
    }
    if let (Some(name), None) = (&name, &beside) {
        let name = composer.typeface.shortened(SETTING.face, SETTING.size, name, frame.width);
        let taken = width(&name);
        fixed.push(text(name, SETTING.face, Point::new(frame.left, y), taken));
    }
    for (number, page) in pages.iter_mut().enumerate() {
        let words = format!("{}{}", beside.as_deref().unwrap_or_default(), numbered(number + 1));
        let width = width(&words);
        let mut marks = fixed.clone();
        marks.push(text(words, SETTING.face, Point::new(frame.left + frame.width - width, baseline), width));
        page.groups.push(Group { tag: Tag::Foot, marks, bounds: None });
    }
}

fn text(text: String, face: Face, at: Point, width: f64) -> Mark {
    let Setting { size, ink, .. } = SETTING;
    Mark::Text(TextMark { at, text, face, size, ink, tracking: 0.0, width })
}
