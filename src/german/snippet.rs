//! A fault shown with the line it points at.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::shown::{harmless, in_one_line};

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Nothing works until it is mended.
    Error,
    /// It works, but someone should look.
    Warning,
    /// Worth knowing.
    Note,
}

/// A fault with its words and its place.
#[derive(Clone, Debug)]
pub struct Fault<'a> {
    /// How much it matters.
    pub weight: Weight,
    /// A stable name for documentation and filters.
    pub code: &'a str,
    /// What is wrong, in one sentence without a full stop.
    pub sentence: String,
    /// The file.
    pub path: &'a str,
    /// The file's text and the bytes meant, where a place is known.
    pub place: Option<(&'a str, Range<usize>)>,
    /// What to do about it.
    pub remedy: Option<String>,
}

/// The fault with the lines it points at, as compilers show it. What steers a terminal is taken out of every part, so that
/// the only sequences left are the renderer's colours.
pub fn shown(fault: &Fault<'_>, colour: bool) -> String {
    let level = match fault.weight {
        Weight::Error => Level::ERROR,
        Weight::Warning => Level::WARNING,
        Weight::Note => Level::NOTE,
    };
    let (path, sentence) = (in_one_line(fault.path), in_one_line(&fault.sentence));
    let title = level.with_name(word(fault.weight)).primary_title(&sentence).id(fault.code);
    let mut group = match &fault.place {
        Some((text, span)) => {
            let end = text.floor_char_boundary(span.end);
            let mark = AnnotationKind::Primary.span(text.floor_char_boundary(span.start)..end);
            title.element(Snippet::source(*text).path(&path).annotation(mark))
        }
        None => title.element(Origin::path(&path)),
    };
    if let Some(remedy) = &fault.remedy {
        group = group.element(Level::HELP.with_name("Abhilfe").message(harmless(remedy)));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The German word for a weight.
pub fn word(weight: Weight) -> &'static str {
    match weight {
        Weight::Error => "Fehler",
        Weight::Warning => "Warnung",
        Weight::Note => "Hinweis",
    }
}
