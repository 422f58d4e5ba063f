//! Where a text is no TOML: what stands at the place the parser stopped at, as a typed slip.
//!
//! The parser's place is trusted, its English sentences are not read: what was meant is told from the owner's own
//! line, so that a new release of the parser changes no message.

use std::ops::Range;

use super::number::{decimal_comma, german_day, german_thousands};
use super::{Fault, Slip};

/// The ways in which a text fails to be TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxSlip {
    /// A text value without quotation marks, or something left over behind a value.
    Unquoted,
    /// A key without a value.
    NoValue,
    /// A line that is neither a section nor a key with a value.
    NoAssignment,
    /// Too many equals signs or commas.
    Surplus,
    /// Two entries of a list or table without a comma between them.
    NoComma,
    /// A text that does not end, or has a forbidden character.
    Text,
    /// A list, table or section name that does not end.
    Unclosed,
    /// A number, date or truth value that is none.
    Value,
    /// A comma where the decimal point belongs.
    DecimalComma,
    /// Points between thousands.
    ThousandsPoints,
    /// A unit behind a number.
    Unit,
    /// Day, month and year in German order.
    GermanDay,
    /// A German or misspelt truth value.
    Truth,
    /// A key that is none.
    Key,
    /// A line that ends as on an old Mac.
    LineEnd,
    /// Lists within lists within lists.
    TooDeep,
}

/// Brackets within brackets that no file of ours needs; the parser gives up beyond them.
const DEEPEST: usize = 60;

/// What stands where the parser stopped, in the order of the file; every line at fault once.
pub(super) fn faults(source: &str, errors: &[toml::de::Error]) -> Vec<Fault<Slip>> {
    let mut spans: Vec<_> = errors.iter().map(|it| it.span().unwrap_or_default()).collect();
    spans.sort_by_key(|it| it.start);
    let mut brackets = Brackets { source, at: 0, open: Vec::new() };
    let mut faults = Vec::new();
    let mut line_end = None;
    for span in spans {
        if line_end.is_some_and(|it| span.start <= it) {
            continue;
        }
        line_end = Some(source[span.start..].find('\n').map_or(source.len(), |it| span.start + it));
        let fault = Place::new(source, span.clone(), brackets.open_before(span.start)).fault();
        // Whatever follows a bracket without an end is read as part of it.
        let is_open = matches!(fault.problem, Slip::Syntax(SyntaxSlip::Unclosed | SyntaxSlip::TooDeep));
        faults.push(fault);
        if is_open {
            break;
        }
    }
    faults
}

/// The brackets that are open at a place, outside of quoted texts and comments. Places are asked for in order.
struct Brackets<'s> {
    source: &'s str,
    at: usize,
    open: Vec<char>,
}

impl Brackets<'_> {
    fn open_before(&mut self, place: usize) -> &[char] {
        while self.at < place {
            let Some(it) = self.source[self.at..].chars().next() else { break };
            self.at += it.len_utf8();
            match it {
                '[' | '{' => self.open.push(it),
                ']' | '}' => drop(self.open.pop()),
                '"' | '\'' | '#' => {
                    let rest = &self.source[self.at..];
                    let is_end = |end| end == '\n' || (it != '#' && end == it);
                    self.at += rest.find(is_end).map_or(rest.len(), |it| it + 1);
                }
                _ => {}
            }
        }
        &self.open
    }
}

/// The place the parser complains of, in its line.
struct Place<'s> {
    source: &'s str,
    span: Range<usize>,
    /// What the parser points at.
    text: &'s str,
    /// The line up to the place.
    before: &'s str,
    /// The line from the place on.
    after: &'s str,
    /// The brackets open at the place, outermost first.
    open: &'s [char],
}

impl<'s> Place<'s> {
    fn new(source: &'s str, span: Range<usize>, open: &'s [char]) -> Self {
        let (start, end) = (source.floor_char_boundary(span.start), source.floor_char_boundary(span.end));
        let line_start = source[..start].rfind('\n').map_or(0, |it| it + 1);
        let line_end = source[start..].find('\n').map_or(source.len(), |it| start + it);
        let after = &source[start..line_end];
        Self {
            source,
            span: start..end,
            text: &source[start..end],
            before: &source[line_start..start],
            // The line end of Windows is no part of the line.
            after: if line_end < source.len() { after.strip_suffix('\r').unwrap_or(after) } else { after },
            open,
        }
    }

    fn fault(self) -> Fault<Slip> {
        if let Some(key) = self.repeated_key() {
            return Fault { problem: Slip::DuplicateKey { key }, span: self.span, suggestion: None };
        }
        if let Some((slip, meant, span)) = self.german() {
            return Fault { problem: Slip::Syntax(slip), span, suggestion: Some(meant) };
        }
        Fault { problem: Slip::Syntax(self.slip()), span: self.span, suggestion: None }
    }

    /// The well-formed key the parser points at: nothing can be wrong with it but that it stands twice.
    fn repeated_key(&self) -> Option<String> {
        let bare = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
        let quoted = self.text.len() > 1 && self.text.starts_with(['"', '\'']);
        let well_formed = quoted || (!self.text.is_empty() && self.text.chars().all(bare));
        let led = self.before.trim_end();
        let is_led = led.is_empty() || led.ends_with(['[', '{', ',', '.']);
        let rest = self.source[self.span.end..].trim_start_matches([' ', '\t']);
        (well_formed && is_led && rest.starts_with(['=', ']', '.'])).then(|| self.text.to_owned())
    }

    /// A number or day as a German writes it, at the place or just before it, and what was meant.
    fn german(&self) -> Option<(SyntaxSlip, String, Range<usize>)> {
        // In a list a comma stands between entries.
        if self.open.last() == Some(&'[') {
            return None;
        }
        [self.word(), self.word_before()].into_iter().find_map(|it| {
            let written = self.source[it.clone()].trim_end_matches(',');
            let span = it.start..it.start + written.len();
            let (slip, meant) = german_thousands(written)
                .map(|it| (SyntaxSlip::ThousandsPoints, it))
                .or_else(|| decimal_comma(written).map(|it| (SyntaxSlip::DecimalComma, it)))
                .or_else(|| german_day(written).map(|it| (SyntaxSlip::GermanDay, it)))?;
            Some((slip, meant, span))
        })
    }

    fn slip(&self) -> SyntaxSlip {
        if self.before.ends_with('\r') || self.after.starts_with('\r') {
            return SyntaxSlip::LineEnd;
        }
        if self.open.len() > DEEPEST {
            return SyntaxSlip::TooDeep;
        }
        if self.is_unended_text() || self.before.ends_with('\\') {
            return SyntaxSlip::Text;
        }
        if self.before.contains('=') { self.wrong_value() } else { self.wrong_key() }
    }

    /// No value has begun in this line.
    fn wrong_key(&self) -> SyntaxSlip {
        let start = self.span.start - self.before.len();
        let line = &self.source[start..self.span.start + self.after.len()];
        match line.trim_start().chars().next() {
            _ if !self.open.is_empty() && (is_new(line) || self.rest_is_blank()) => SyntaxSlip::Unclosed,
            Some('[') if !line.contains(']') => SyntaxSlip::Unclosed,
            _ if !self.open.is_empty() && !self.before.trim_start().starts_with('[') => SyntaxSlip::NoComma,
            Some('"' | '\'') if !line.contains('=') => SyntaxSlip::Text,
            Some('[' | '=') => SyntaxSlip::Key,
            _ if line.contains('=') => SyntaxSlip::Key,
            _ => SyntaxSlip::NoAssignment,
        }
    }

    fn wrong_value(&self) -> SyntaxSlip {
        let word = &self.source[self.word()];
        let rest = self.after.trim_start();
        let is_in_brackets = !self.open.is_empty();
        match () {
            () if self.before.trim_end().ends_with('=') && (rest.is_empty() || rest.starts_with('#')) => {
                SyntaxSlip::NoValue
            }
            () if self.text == "=" || (rest.starts_with('=') && !is_in_brackets) => SyntaxSlip::Surplus,
            () if is_in_brackets && rest.is_empty() && self.next_line_is_new() => SyntaxSlip::Unclosed,
            () if rest.starts_with(',') => SyntaxSlip::Surplus,
            () if is_in_brackets && (self.text.is_empty() || self.text.contains(' ')) => SyntaxSlip::NoComma,
            () if is_truth(word) => SyntaxSlip::Truth,
            () if has_unit(self.text) => SyntaxSlip::Unit,
            () if is_number_like(word) && !self.text.contains(' ') => SyntaxSlip::Value,
            () => SyntaxSlip::Unquoted,
        }
    }

    /// What stands at the place without blanks, brackets, quotation marks and equals signs.
    fn word(&self) -> Range<usize> {
        let right = self.after.find(ends_word).unwrap_or(self.after.len());
        self.span.start - (self.before.len() - word_start(self.before))..self.span.start + right
    }

    /// The word before the blanks before the place.
    fn word_before(&self) -> Range<usize> {
        let before = self.before.trim_end();
        let end = self.span.start - (self.before.len() - before.len());
        end - (before.len() - word_start(before))..end
    }

    fn rest_is_blank(&self) -> bool {
        self.source[self.span.start..].trim_start().is_empty()
    }

    /// The next line begins something of its own or there is none, so that what is open here was to end here.
    fn next_line_is_new(&self) -> bool {
        let next = self.source[self.span.start + self.after.len()..].trim_start();
        next.is_empty() || is_new(next.lines().next().unwrap_or_default())
    }

    /// A text that began before or here has no end: its line has an odd number of quotation marks, or the file of
    /// triple ones.
    fn is_unended_text(&self) -> bool {
        let is_odd = |mark: &str, text: &str| text.matches(mark).count() % 2 == 1;
        let line = [self.before, self.after].concat().replace("\\\"", "");
        self.rest_is_blank() && (is_odd("\"\"\"", self.source) || is_odd("'''", self.source))
            || line.contains('=') && is_odd("\"", &line)
            || self.text.chars().any(char::is_control)
    }
}

/// The line begins a section or a key with a value.
fn is_new(line: &str) -> bool {
    let bare = |it: &str| it.chars().all(|it| it.is_ascii_alphanumeric() || "-_. ".contains(it));
    line.trim_start().starts_with('[') || line.split_once('=').is_some_and(|it| bare(it.0))
}

/// No part of a word or number.
fn ends_word(it: char) -> bool {
    it.is_whitespace() || "=[]{}\"'#".contains(it)
}

/// Where the last word of a text begins.
fn word_start(text: &str) -> usize {
    text.char_indices().rev().take_while(|it| !ends_word(it.1)).last().map_or(text.len(), |it| it.0)
}

fn is_number_like(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_digit() || "+-.".contains(it))
}

fn is_truth(word: &str) -> bool {
    let words =
        ["ja", "nein", "yes", "no", "wahr", "falsch", "true", "false", "tru", "treu", "flase", "fals"];
    words.contains(&word.trim_end_matches(',').to_lowercase().as_str())
}

/// A number with words or signs behind it.
fn has_unit(text: &str) -> bool {
    let unit = text.trim_start_matches(|it: char| it.is_ascii_digit() || "._, ".contains(it));
    text.starts_with(|it: char| it.is_ascii_digit())
        && unit.starts_with(|it: char| it.is_alphabetic() || "%€$".contains(it))
        && !unit.contains([':', '"', '='])
        && !unit.starts_with('T')
}

#[cfg(test)]
mod tests {
    use super::super::document;
    use super::*;

    /// The first complaint about a text: the slip, and what was probably meant.
    fn slip(text: &str) -> (SyntaxSlip, Option<String>) {
        let faults = document(text).expect_err("this is no TOML");
        match faults.into_iter().next().map(|it| (it.problem, it.suggestion)) {
            Some((Slip::Syntax(slip), meant)) => (slip, meant),
            other => panic!("{text:?}: {other:?}"),
        }
    }

    #[test]
    fn every_kind_of_slip_is_told_from_the_line_itself() {
        use SyntaxSlip::*;
        let cases = [
            ("a = Hallo\n", Unquoted),
            ("a = NW\n", Unquoted),
            ("a = \u{201e}Text\u{201c}\n", Unquoted),
            ("a = 15 16\n", Unquoted),
            ("a = \"x\" y\n", Unquoted),
            ("a =\nb = 1\n", NoValue),
            ("a = # sp\u{e4}ter\n", NoValue),
            ("a\n", NoAssignment),
            ("zwei W\u{f6}rter\n", NoAssignment),
            ("a: 3\n", NoAssignment),
            ("a == 3\n", Surplus),
            ("a = 3,\n", Surplus),
            ("a = [1 2]\n", NoComma),
            ("a = [\"x\" \"y\"]\n", NoComma),
            ("a = { b = 1 c = 2 }\n", NoComma),
            ("a = \"offen\nb = 3\n", Text),
            ("a = \"\"\"offen\nb = 3\n", Text),
            ("a = \"x\\qy\"\n", Text),
            ("a = [1, 2\nb = 3\n", Unclosed),
            ("a = [1, 2\n", Unclosed),
            ("a = [\n  1\n  2\n]\n", NoComma),
            ("a = [\n  { b = 1 }\n  { b = 2 }\n]\n", NoComma),
            ("a = { b = 1\n[c]\n", Unclosed),
            ("[a\nb = 1\n", Unclosed),
            ("a = 01\n", Value),
            ("a = 1__0\n", Value),
            ("a = 2026-13-45\n", Value),
            ("a = .5\n", Value),
            ("a = ja\n", Truth),
            ("a = True\n", Truth),
            ("a = 60000 €\n", Unit),
            ("a = 50%\n", Unit),
            ("a = 8 Stunden\n", Unit),
            ("schl\u{fc}ssel = 1\n", Key),
            ("a b = 1\n", Key),
            ("= 3\n", Key),
            ("a = 1\r b = 2\n", LineEnd),
        ];
        for (text, expected) in cases {
            assert_eq!(slip(text).0, expected, "{text:?}");
        }
        assert_eq!(slip(&format!("a = {}\n", "[".repeat(200))).0, TooDeep);
    }

    #[test]
    fn what_a_german_wrote_is_answered_with_what_was_meant() {
        use SyntaxSlip::*;
        let cases = [
            ("a = 1900000,50\n", DecimalComma, "1900000.50"),
            ("a = { mean = 0,5 }\n", DecimalComma, "0.5"),
            ("a = { mean = 0,5, low = 0.1 }\n", DecimalComma, "0.5"),
            ("a = [\n  { p = \"x\", hours = 0,5 },\n]\n", DecimalComma, "0.5"),
            ("a = 1.900.000\n", ThousandsPoints, "1_900_000"),
            ("a = 1.900.000,50\n", ThousandsPoints, "1_900_000.50"),
            ("a = 60.000,50\n", ThousandsPoints, "60_000.50"),
            ("a = 11.2.2026\n", GermanDay, "2026-02-11"),
            ("a = 21.11.26\n", GermanDay, "2026-11-21"),
        ];
        for (text, expected, meant) in cases {
            assert_eq!(slip(text), (expected, Some(meant.to_owned())), "{text:?}");
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_named() {
        for text in ["b = 1\nb = 2\n", "[b]\nc = 1\n[b]\n", "a = { b = 1, b = 2 }\n", "b = 1\n[b]\nc = 1\n"] {
            let faults = document(text).expect_err("twice");
            assert_eq!(faults[0].problem, Slip::DuplicateKey { key: "b".to_owned() }, "{text:?}");
        }
    }

    #[test]
    fn two_slips_in_two_lines_are_told_at_once_and_one_line_once() {
        let faults = document("a = Hallo\nb = 1\nc = 60 Euro\n").expect_err("two");
        assert_eq!(faults.len(), 2);
        assert_eq!(document("a == 3\n").expect_err("one").len(), 1);
    }
}
