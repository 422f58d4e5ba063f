//! The linter: what resolves but would mislead, annoy or hide something. One file per rule, named by its code;
//! each code has a section in `docs/lint.md` and a smallest broken catalogue in `tests/broken/`.

mod figures;
mod texts;

mod anglicism;
mod condition_on_later_topic;
mod contradiction_never_true;
mod double_negation;
mod duplicate_text;
mod exclusive_rank;
mod grade_beyond_source;
mod informal_address;
mod jargon;
mod joined_facts;
mod measure_not_asked;
mod measure_without_effect;
mod measure_without_sheet;
mod negated_question;
mod order_not_monotone;
mod out_of_date;
mod point_estimate;
mod project_changes_nothing;
mod question_without_measure;
mod review_overdue;
mod scenario_without_measure;
mod sentence_too_long;
mod source_without_year;
mod spelled_out_umlaut;
mod text_form;
mod text_too_long;
mod too_many_sentences;
mod trigger_reopens_nothing;
mod unexplained_term;
mod unreachable_question;
mod unreferenced;
mod vanished_id;

use jiff::civil::Date;

use super::diagnostic::in_order;
use super::raw::{At, Span};
use super::read::{Lists, RawContent, read};
use super::resolve::assemble;
use super::{Diagnostic, Fault, Files};
use texts::{Text, texts};

/// What the rules look at.
struct Subject<'a> {
    files: &'a Files,
    content: &'a RawContent<'a>,
    texts: Vec<Text<'a>>,
    today: Date,
}

impl Subject<'_> {
    /// A finding about a word inside a text; about the whole text where the word is written with escapes.
    fn word(&self, text: &Text<'_>, word: &str, fault: Fault) -> Diagnostic {
        let span = &text.at.span;
        let literal = self.files.text(text.file).and_then(|it| it.get(span.clone())).unwrap_or_default();
        let is_word_at = |&(at, hit): &(usize, &str)| {
            let before = literal[..at].chars().next_back();
            let after = literal[at + hit.len()..].chars().next();
            ![before, after].into_iter().flatten().any(char::is_alphanumeric)
        };
        let place = literal.match_indices(word).find(is_word_at).map(|(at, _)| span.start + at);
        let span = place.map_or_else(|| span.clone(), |start| start..start + word.len());
        Diagnostic::at(text.file, span, fault)
    }
}

type Rule = fn(&Subject<'_>, &mut Vec<Diagnostic>);

/// Rules that look at one text or date at a time.
const SINGLE: &[Rule] = &[
    anglicism::check,
    double_negation::check,
    duplicate_text::check,
    informal_address::check,
    jargon::check,
    joined_facts::check,
    negated_question::check,
    out_of_date::check,
    review_overdue::check,
    sentence_too_long::check,
    spelled_out_umlaut::check,
    text_form::check,
    text_too_long::check,
    too_many_sentences::check,
    unexplained_term::check,
    vanished_id::check,
];

/// Rules about what belongs together.
const TOGETHER: &[Rule] = &[
    condition_on_later_topic::check,
    contradiction_never_true::check,
    exclusive_rank::check,
    grade_beyond_source::check,
    measure_not_asked::check,
    measure_without_effect::check,
    measure_without_sheet::check,
    order_not_monotone::check,
    point_estimate::check,
    project_changes_nothing::check,
    question_without_measure::check,
    scenario_without_measure::check,
    source_without_year::check,
    trigger_reopens_nothing::check,
    unreachable_question::check,
    unreferenced::check,
];

/// Everything that is wrong with content: the faults of [`super::resolve`] and the findings of every rule.
///
/// Rules about what belongs together wait until everything resolves: one slip in an id would make all that leans
/// on it look faulty. `today` decides what has become old.
pub fn lint(files: &Files, today: Date) -> Vec<Diagnostic> {
    let files = &files.as_texts();
    let mut out = Vec::new();
    let content = read(files, Lists::Wanted, &mut out);
    // Only the findings count here; the catalogue itself is for those who compute with it.
    let _ = assemble(&content, files, &mut out);
    let resolves = out.is_empty();
    let subject = Subject { files, content: &content, texts: texts(&content), today };
    let together = if resolves { TOGETHER } else { &[] };
    for rule in SINGLE.iter().chain(together) {
        rule(&subject, &mut out);
    }
    in_order(out)
}

/// A finding about a value in a file.
fn finding<T>(file: &str, at: &At<T>, fault: Fault) -> Diagnostic {
    Diagnostic::at(file, Span::clone(&at.span), fault)
}
