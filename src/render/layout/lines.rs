//! Text into lines.

use std::collections::BTreeMap;

use super::hyphens::{Kind, Opportunity, opportunities};
use super::setting::Setting;
use crate::render::document::{Anchor, Link, Span, Style, Text};
use crate::render::drawing::Ink;
use crate::render::typeface::{Face, Typeface, printable};

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
}

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wrapped {
    pub(super) lines: Vec<Line>,
    pub(super) links: Vec<Link>,
}

/// Page numbers of anchors, known after a first layout.
pub(super) type PageNumbers = BTreeMap<Anchor, usize>;

struct Run {
    face: Face,
    ink: Ink,
    link: Option<usize>,
    divisible: bool,
}

/// Sets a text in a width.
pub(super) struct Wrapper<'a> {
    pub(super) typeface: &'a Typeface,
    pub(super) numbers: &'a PageNumbers,
}

/// The characters of one paragraph line up to a forced break, with the place of each if nothing broke.
struct Unbroken<'a> {
    characters: Vec<char>,
    owner: Vec<usize>,
    runs: &'a [Run],
}

impl Wrapper<'_> {
    /// Breaks a text into lines no wider than `width`.
    pub(super) fn wrap(&self, text: &Text, setting: &Setting, width: f64) -> Wrapped {
        let mut runs = Vec::new();
        let mut links = Vec::new();
        let mut paragraphs: Vec<Vec<(char, usize)>> = vec![Vec::new()];
        for span in &text.spans {
            let (words, style, link) = match span {
                Span::Break => {
                    paragraphs.push(Vec::new());
                    continue;
                }
                Span::Run(run) => (printable(self.typeface, &run.text), run.style, run.link.clone()),
                Span::PageOf { anchor, before, .. } => {
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
                divisible: setting.hyphenate && !style.verbatim,
            });
            let owner = runs.len() - 1;
            if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.extend(words.chars().map(|character| (character, owner)));
            }
        }
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            let (characters, owner) = paragraph.into_iter().unzip();
            self.fill(&Unbroken { characters, owner, runs: &runs }, setting, width, &mut lines);
        }
        Wrapped { lines, links }
    }

    /// Width of a text on one line.
    pub(super) fn natural_width(&self, text: &Text, setting: &Setting) -> f64 {
        self.wrap(text, setting, f64::INFINITY).lines.iter().fold(0.0, |widest, line| widest.max(line.width))
    }

    /// Width of the widest part that cannot be broken without need.
    pub(super) fn least_width(&self, text: &Text, setting: &Setting) -> f64 {
        self.wrap(text, &Setting { hyphenate: false, ..*setting }, 1.0)
            .lines
            .iter()
            .fold(0.0, |widest, line| widest.max(line.width))
    }

    /// Greedy: every line takes what fits.
    fn fill(&self, text: &Unbroken, setting: &Setting, width: f64, lines: &mut Vec<Line>) {
        let count = text.characters.len();
        // The same sum in another order may differ in its last bits.
        let width = width + ROUNDING;
        let places = self.places(text, setting);
        let divisible: Vec<bool> = text.owner.iter().map(|owner| text.runs[*owner].divisible).collect();
        let breaks = opportunities(&text.characters, &divisible);
        let mut start = 0;
        let mut first = 0;
        loop {
            while text.characters.get(start) == Some(&' ') {
                start += 1;
            }
            if start >= count {
                break;
            }
            if places[trimmed(text, start, count)] - places[start] <= width {
                lines.push(self.line(text, start, count, false, setting));
                return;
            }
            while breaks.get(first).is_some_and(|it| it.at <= start) {
                first += 1;
            }
            let (end, divided) = self.best_break(text, &places, &breaks[first..], start, width, setting);
            lines.push(self.line(text, start, end, divided, setting));
            start = end;
        }
        if count == 0 || lines.is_empty() {
            lines.push(Line::default());
        }
    }

    /// The end of the line that starts at `start`, and whether it needs a hyphen.
    fn best_break(
        &self,
        text: &Unbroken,
        places: &[f64],
        breaks: &[Opportunity],
        start: usize,
        width: f64,
        setting: &Setting,
    ) -> (usize, bool) {
        let mut whole: Option<(usize, f64)> = None;
        let mut divided: Option<usize> = None;
        for candidate in breaks {
            let mut taken = places[trimmed(text, start, candidate.at)] - places[start];
            if candidate.kind == Kind::Syllable {
                let face = text.runs[text.owner[candidate.at - 1]].face;
                taken += self.typeface.width(face, setting.size, "-");
            }
            if taken > width {
                // A syllable may overflow where the rest of its word, without a hyphen, does not; but nothing
                // beyond the next space can fit.
                if candidate.kind == Kind::Space || taken > 2.0 * width {
                    break;
                }
                continue;
            }
            match candidate.kind {
                Kind::Syllable => divided = Some(candidate.at),
                Kind::Space | Kind::Mark => whole = Some((candidate.at, taken)),
            }
        }
        match (whole, divided) {
            (Some((end, taken)), Some(later)) if later > end && taken < FULL_ENOUGH * width => (later, true),
            (Some((end, _)), _) => (end, false),
            (None, Some(end)) => (end, true),
            (None, None) => {
                let fitting = places[start..].partition_point(|place| place - places[start] <= width);
                (start + fitting.saturating_sub(1).max(1), false)
            }
        }
    }

    /// Where each character would start, and where the last ends, if nothing broke.
    fn places(&self, text: &Unbroken, setting: &Setting) -> Vec<f64> {
        let mut places = Vec::with_capacity(text.characters.len() + 1);
        let mut x = 0.0;
        for (from, to, number) in text.stretches(0, text.characters.len()) {
            let run = &text.runs[number];
            let words: String = text.characters[from..to].iter().collect();
            for glyph in self.typeface.glyphs(run.face, &words) {
                places.push(x);
                x += f64::from(glyph.advance + glyph.kern) * setting.size / 1000.0 + setting.tracking;
            }
        }
        places.push(x);
        places
    }

    fn line(&self, text: &Unbroken, start: usize, end: usize, divided: bool, setting: &Setting) -> Line {
        let visible = trimmed(text, start, end);
        let mut line = Line::default();
        let mut x = 0.0;
        for (from, to, number) in text.stretches(start, end) {
            let run = &text.runs[number];
            let mut words: String = text.characters[from..to].iter().collect();
            if divided && to == end {
                words.push(SOFT_HYPHEN);
            }
            let advance = |words: &str| {
                self.typeface.width(run.face, setting.size, words)
                    + setting.tracking * words.chars().count() as f64
            };
            let full = advance(&words);
            let shown: String = text.characters[from..to.min(visible).max(from)].iter().collect();
            let seen = if to <= visible { full } else { advance(&shown) };
            if !shown.is_empty() {
                line.width = x + seen;
            }
            let (face, ink, link) = (run.face, run.ink, run.link);
            line.segments.push(Segment { x, width: seen, text: words, face, ink, link, run: number });
            x += full;
        }
        line
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

impl Unbroken<'_> {
    /// Stretches of one run between two characters, with the run's index.
    fn stretches(&self, start: usize, end: usize) -> Vec<(usize, usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        let mut from = start;
        while from < end {
            let owner = self.owner[from];
            let to = (from..end).find(|at| self.owner[*at] != owner).unwrap_or(end);
            found.push((from, to, owner));
            from = to;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrap(text: &Text, width: f64) -> Vec<String> {
        let typeface = Typeface::default();
        let wrapper = Wrapper { typeface: &typeface, numbers: &PageNumbers::new() };
        let wrapped = wrapper.wrap(text, &Setting::BODY, width);
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
        let typeface = Typeface::default();
        let wrapper = Wrapper { typeface: &typeface, numbers: &PageNumbers::new() };
        assert_eq!(wrapper.wrap(&Text::plain("WWW"), &Setting::BODY, 1.0).lines.len(), 3);
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
