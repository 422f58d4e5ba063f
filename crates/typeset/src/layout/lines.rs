//! Text into lines.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::hyphens::{Kind, Opportunity, divisions, opportunities};
use super::setting::{Hyphens, Setting, baseline};
use crate::document::{Anchor, Link, Span, Style, Text};
use crate::drawing::Ink;
use crate::typeface::{Face, Typeface, printable};

/// Added at the end of a divided line. Drawn as a hyphen, but read as "the word goes on".
const SOFT_HYPHEN: char = '\u{ad}';

/// A line is divided within a word only if it would otherwise stay emptier than this.
const FULL_ENOUGH: f64 = 0.86;

/// Points that adding widths in another order may lose.
const ROUNDING: f64 = 0.005;

/// Characters of one style at a place in a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    pub(super) x: f64,
    pub(super) width: f64,
    pub(super) text: String,
    pub(super) face: Face,
    pub(super) ink: Ink,
    /// Index into [`Wrapped::links`].
    pub(super) link: Option<usize>,
    /// Index of the run it comes from.
    pub(super) run: usize,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) segments: Vec<Segment>,
    /// Without the space at its end.
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) leading: f64,
}

impl Line {
    /// From its top to its baseline.
    pub(super) fn baseline(&self) -> f64 {
        baseline(self.size, self.leading)
    }
}

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wrapped {
    pub(super) lines: Vec<Line>,
    pub(super) links: Vec<Link>,
}

/// Page numbers of anchors, as far as they are known.
pub(super) type PageNumbers = BTreeMap<Anchor, usize>;

struct Run {
    face: Face,
    ink: Ink,
    link: Option<usize>,
    divisible: bool,
    small: bool,
}

/// Sets a text in a width.
pub(super) struct Wrapper<'a> {
    pub(super) typeface: &'a Typeface,
    pub(super) numbers: &'a PageNumbers,
    /// Set once a page number is asked for.
    pub(super) names_pages: &'a Cell<bool>,
}

/// Characters up to a forced break.
#[derive(Default)]
struct Raw {
    characters: Vec<char>,
    /// First character of every run, with the run.
    starts: Vec<(usize, usize)>,
}

/// The same with their places if nothing broke.
struct Unbroken<'a> {
    characters: Vec<char>,
    starts: Vec<(usize, usize)>,
    runs: &'a [Run],
    /// Thousandths of the size from the first character to each, kerning included, and to the end of the last.
    units: Vec<i32>,
    /// Of each character, what the pair with the next adds.
    kerns: Vec<i32>,
    size: f64,
    leading: f64,
    tracking: f64,
    /// Whether words may be divided to fill a line.
    free: bool,
}

impl Wrapper<'_> {
    /// Breaks a text into lines no wider than `width`.
    pub(super) fn wrap(&self, text: &Text, setting: &Setting, width: f64) -> Wrapped {
        let mut lines = Vec::new();
        let links = self.paragraphs(text, setting, |unbroken| self.fill(unbroken, width, &mut lines));
        Wrapped { lines, links }
    }

    /// Shows each paragraph between forced breaks to `each`; what comes back are the links of the text.
    fn paragraphs(&self, text: &Text, setting: &Setting, mut each: impl FnMut(&Unbroken)) -> Vec<Link> {
        let mut runs = Vec::new();
        let mut links = Vec::new();
        let mut paragraphs = vec![Raw::default()];
        for span in &text.spans {
            let (words, style, link) = match span {
                Span::Break => {
                    paragraphs.push(Raw::default());
                    continue;
                }
                Span::Run(run) => (printable(self.typeface, &run.text), run.style, run.link.clone()),
                Span::PageOf { anchor, before, .. } => {
                    self.names_pages.set(true);
                    let number =
                        self.numbers.get(anchor).map_or_else(|| "00".to_owned(), ToString::to_string);
                    let style = Style { verbatim: true, ..Style::default() };
                    (format!("{before}{number}"), style, Some(Link::Internal(anchor.clone())))
                }
            };
            let link = link.map(|link| {
                links.push(link);
                links.len() - 1
            });
            runs.push(Run {
                face: setting.face(style),
                ink: setting.ink(style, link.is_some()),
                link,
                divisible: !style.verbatim,
                small: style.small,
            });
            if let Some(raw) = paragraphs.last_mut() {
                if !words.is_empty() {
                    raw.starts.push((raw.characters.len(), runs.len() - 1));
                }
                raw.characters.extend(words.chars());
            }
        }
        for raw in paragraphs {
            let is_small = raw.starts.first().is_some_and(|(_, run)| runs[*run].small);
            let Setting { size, leading, .. } = if is_small { Setting::NOTE } else { *setting };
            let setting =
                Setting { size: size.min(setting.size), leading: leading.min(setting.leading), ..*setting };
            each(&Unbroken::measured(self.typeface, raw, &runs, &setting));
        }
        links
    }

    /// Width of a text on one line.
    pub(super) fn natural_width(&self, text: &Text, setting: &Setting) -> f64 {
        let mut widest = 0.0_f64;
        self.paragraphs(text, setting, |unbroken| {
            let start = unbroken.characters.iter().take_while(|it| **it == ' ').count();
            let end = trimmed(unbroken, start, unbroken.characters.len());
            widest = widest.max(unbroken.width(start, end));
        });
        widest
    }

    /// Width of the widest part that cannot be broken without need.
    pub(super) fn least_width(&self, text: &Text, setting: &Setting) -> f64 {
        let mut widest = 0.0_f64;
        self.paragraphs(text, setting, |unbroken| {
            let breaks = opportunities(&unbroken.characters, |at| unbroken.divisible(at));
            let ends = breaks.iter().map(|it| it.at).chain([unbroken.characters.len()]);
            let mut start = 0;
            for end in ends {
                widest = widest.max(unbroken.width(start, trimmed(unbroken, start, end)));
                start = end;
            }
        });
        widest
    }

    /// Greedy: every line takes what fits.
    fn fill(&self, text: &Unbroken, width: f64, lines: &mut Vec<Line>) {
        let count = text.characters.len();
        // The same sum in another order may differ in its last bits.
        let width = width + ROUNDING;
        let mut breaks = None;
        let mut start = 0;
        let mut first = 0;
        loop {
            while text.characters.get(start) == Some(&' ') {
                start += 1;
            }
            if start >= count {
                break;
            }
            if text.width(start, trimmed(text, start, count)) <= width {
                lines.push(self.line(text, start, count, false));
                return;
            }
            // Most texts fit on one line and need no break.
            let breaks =
                breaks.get_or_insert_with(|| opportunities(&text.characters, |at| text.divisible(at)));
            while breaks.get(first).is_some_and(|it| it.at <= start) {
                first += 1;
            }
            let (end, divided) = self.best_break(text, &breaks[first..], start, width);
            lines.push(self.line(text, start, end, divided));
            start = end;
        }
        if count == 0 || lines.is_empty() {
            lines.push(Line { size: text.size, leading: text.leading, ..Line::default() });
        }
    }

    /// The end of the line that starts at `start`, and whether it needs a hyphen.
    fn best_break(&self, text: &Unbroken, breaks: &[Opportunity], start: usize, width: f64) -> (usize, bool) {
        let mut whole: Option<(usize, f64)> = None;
        // Nothing beyond the next space can fit.
        let mut beyond = text.characters.len();
        for candidate in breaks {
            let taken = text.width(start, trimmed(text, start, candidate.at));
            if taken <= width {
                whole = Some((candidate.at, taken));
            } else if candidate.kind == Kind::Space || taken > 2.0 * width {
                beyond = candidate.at;
                break;
            }
        }
        match whole {
            Some((end, taken)) if !text.free || taken >= FULL_ENOUGH * width => (end, false),
            Some((end, _)) => self
                .last_division(text, start, end, beyond, width)
                .map_or((end, false), |later| (later, true)),
            None => self.last_division(text, start, start, beyond, width).map_or_else(
                || {
                    let characters = start + 1..text.characters.len();
                    // At least one character, or the text would never end.
                    let fitting = characters.take_while(|end| text.width(start, end + 1) <= width).count();
                    (start + 1 + fitting, false)
                },
                |end| (end, true),
            ),
        }
    }

    /// The last place after `from` where a word can be divided so that the line still fits with its hyphen.
    fn last_division(
        &self,
        text: &Unbroken,
        start: usize,
        from: usize,
        beyond: usize,
        width: f64,
    ) -> Option<usize> {
        // A division beyond the width never fits; words are looked up only as far as they reach.
        let reach = (from..beyond).find(|end| text.width(start, end + 1) > width).unwrap_or(beyond);
        let divisions = divisions(&text.characters, |at| text.divisible(at), from, reach);
        divisions.into_iter().rev().find(|at| {
            let hyphen = self.typeface.width(text.run(at - 1).face, text.size, "-");
            text.width(start, *at) + hyphen <= width
        })
    }

    fn line(&self, text: &Unbroken, start: usize, end: usize, divided: bool) -> Line {
        let visible = trimmed(text, start, end);
        let mut line = Line { size: text.size, leading: text.leading, ..Line::default() };
        let mut x = 0.0;
        for (from, to, number) in text.stretches(start, end) {
            let run = &text.runs[number];
            let mut words: String = text.characters[from..to].iter().collect();
            let mut full = text.width(from, to);
            if divided && to == end {
                words.push(SOFT_HYPHEN);
                let last = self.typeface.glyph(run.face, text.characters[to - 1]);
                let hyphen = self.typeface.glyph(run.face, SOFT_HYPHEN);
                let added = hyphen.advance + self.typeface.kern(run.face, last, hyphen);
                full += f64::from(added) * text.size / 1000.0 + text.tracking;
            }
            let shown = to.min(visible).max(from);
            let seen = if to <= visible { full } else { text.width(from, shown) };
            if shown > from {
                line.width = x + seen;
            }
            let (face, ink, link) = (run.face, run.ink, run.link);
            line.segments.push(Segment { x, width: seen, text: words, face, ink, link, run: number });
            x += full;
        }
        line
    }
}

impl<'a> Unbroken<'a> {
    fn measured(typeface: &Typeface, raw: Raw, runs: &'a [Run], setting: &Setting) -> Self {
        let Raw { characters, starts } = raw;
        let mut units = Vec::with_capacity(characters.len() + 1);
        let mut kerns = Vec::with_capacity(characters.len());
        let mut sum = 0;
        for (number, (from, run)) in starts.iter().enumerate() {
            let to = starts.get(number + 1).map_or(characters.len(), |next| next.0);
            let face = runs[*run].face;
            let mut glyphs = characters[*from..to].iter().map(|it| typeface.glyph(face, *it)).peekable();
            while let Some(glyph) = glyphs.next() {
                let kern = glyphs.peek().map_or(0, |next| typeface.kern(face, glyph, *next));
                units.push(sum);
                kerns.push(kern);
                sum += glyph.advance + kern;
            }
        }
        units.push(sum);
        let Setting { size, leading, tracking, hyphens, .. } = *setting;
        Self {
            characters,
            starts,
            runs,
            units,
            kerns,
            size,
            leading,
            tracking,
            free: hyphens == Hyphens::Free,
        }
    }

    /// Width of some characters alone: what the last one's pair with the next adds is no part of it.
    fn width(&self, start: usize, end: usize) -> f64 {
        if end <= start {
            return 0.0;
        }
        let units = self.units[end] - self.units[start] - self.kerns[end - 1];
        f64::from(units) * self.size / 1000.0 + self.tracking * (end - start) as f64
    }

    fn run(&self, at: usize) -> &'a Run {
        let number = self.starts.partition_point(|(from, _)| *from <= at) - 1;
        &self.runs[self.starts[number].1]
    }

    fn divisible(&self, at: usize) -> bool {
        self.run(at).divisible
    }

    /// Stretches of one run between two characters, with the run's index.
    fn stretches(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, usize, usize)> {
        let first = self.starts.partition_point(|(from, _)| *from <= start).saturating_sub(1);
        (first..self.starts.len()).map_while(move |number| {
            let (from, run) = self.starts[number];
            let to = self.starts.get(number + 1).map_or(self.characters.len(), |next| next.0);
            (from < end).then(|| (from.max(start), to.min(end), run))
        })
    }
}

/// The end without spaces.
fn trimmed(text: &Unbroken, start: usize, end: usize) -> usize {
    let mut last = end;
    while last > start && text.characters[last - 1] == ' ' {
        last -= 1;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &Text, width: f64) -> Wrapped {
        let typeface = Typeface::default();
        let wrapper =
            Wrapper { typeface: &typeface, numbers: &PageNumbers::new(), names_pages: &Cell::default() };
        wrapper.wrap(text, &Setting::BODY, width)
    }

    fn wrap(text: &Text, width: f64) -> Vec<String> {
        let wrapped = wrapped(text, width);
        for line in &wrapped.lines {
            assert!(line.width <= width + 0.01, "{line:?} is wider than {width}");
        }
        wrapped.lines.iter().map(|line| line.segments.iter().map(|it| it.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_short_text_is_one_line() {
        assert_eq!(wrap(&Text::plain("kurz"), 100.0), ["kurz"]);
    }

    #[test]
    fn words_break_where_the_line_would_stay_empty() {
        assert_eq!(wrap(&Text::plain("Die Datensicherung"), 49.0), ["Die Daten\u{ad}", "sicherung"]);
    }

    #[test]
    fn a_space_stays_at_the_end_of_its_line_for_those_who_read_the_text_back() {
        assert_eq!(wrap(&Text::plain("eins zwei drei"), 42.0), ["eins zwei ", "drei"]);
    }

    #[test]
    fn ten_thousand_characters_without_a_space_stay_inside() {
        let lines = wrap(&Text::plain("x".repeat(10_000)), 120.0);
        assert_eq!(lines.iter().map(String::len).sum::<usize>(), 10_000);
    }

    #[test]
    fn a_line_narrower_than_a_letter_still_ends() {
        assert_eq!(wrapped(&Text::plain("WWW"), 1.0).lines.len(), 3);
    }

    #[test]
    fn an_address_breaks_only_at_its_own_marks() {
        let text = Text::default().verbatim("https://www.beispiel-betrieb.de/sicherheit");
        for line in wrap(&text, 90.0) {
            assert!(!line.contains('\u{ad}'), "{line}");
        }
    }

    #[test]
    fn a_figure_stays_whole_where_nothing_may_be_divided() {
        let text = Text::default().verbatim("kostet 20.000");
        assert_eq!(wrap(&text, 45.0), ["kostet ", "20.000"]);
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(wrap(&Text::default(), 90.0), [""]);
        assert_eq!(wrap(&Text::plain("a").line_break().then("b"), 90.0), ["a", "b"]);
    }
}
