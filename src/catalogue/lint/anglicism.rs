//! English words for which there is a German one: owners read past what they do not understand.

use super::Subject;
use super::texts::{Role, Text};
use crate::catalogue::raw::Avoided;
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Entry { raw, .. }) = &subject.content.wording else { return };
    avoided(subject, &raw.anglicisms, out, |word, instead| Fault::Anglicism { word, instead });
}

/// Reports every appearance of a word that should be avoided.
pub(super) fn avoided(
    subject: &Subject<'_>,
    list: &[Avoided],
    out: &mut Vec<Diagnostic>,
    fault: impl Fn(String, String) -> Fault,
) {
    let wanted: Vec<(Vec<String>, &Avoided)> = list.iter().map(|it| (tokens(&it.word), it)).collect();
    for text in subject.texts.iter().filter(|it| it.role != Role::Product) {
        let found: Vec<String> = tokens(&text.at.value);
        for (words, avoided) in &wanted {
            if let Some(position) = position(&found, words) {
                let written = written(text, position, words.len());
                let fault = fault(written.clone(), avoided.instead.value.clone());
                out.push(subject.word(text, &written, fault));
            }
        }
    }
}

/// The words of a text in lower case; parts joined by dashes count each.
fn tokens(text: &str) -> Vec<String> {
    plain_words(text).map(str::to_lowercase).collect()
}

fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty())
}

/// Where the words stand one after the other; the last may carry a German ending.
fn position(text: &[String], words: &[String]) -> Option<usize> {
    let (last, first) = words.split_last()?;
    text.windows(words.len()).position(|window| {
        let (end, start) = (&window[words.len() - 1], &window[..words.len() - 1]);
        start == first && is_form_of(end, last)
    })
}

/// Endings German puts on a borrowed noun, verb or adjective.
const ENDINGS: [&str; 8] = ["", "s", "n", "e", "en", "er", "es", "em"];

fn is_form_of(word: &str, base: &str) -> bool {
    word.strip_prefix(base).is_some_and(|ending| ENDINGS.contains(&ending))
}

/// The words as written in the text.
fn written(text: &Text<'_>, position: usize, count: usize) -> String {
    let words: Vec<&str> = plain_words(&text.at.value).skip(position).take(count).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    let start = first.as_ptr() as usize - text.at.value.as_ptr() as usize;
    let end = last.as_ptr() as usize - text.at.value.as_ptr() as usize + last.len();
    text.at.value[start..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_endings_and_in_joined_words_but_not_inside_others() {
        let hit = |text: &str, word: &str| position(&tokens(text), &tokens(word)).is_some();
        assert!(hit("Die Backups sind da", "Backup"));
        assert!(hit("Ihr Backup-Dienst", "backup"));
        assert!(hit("eine Supply Chain", "Supply Chain"));
        assert!(!hit("Backupfreund", "Backup"));
        assert!(!hit("Toolbox und Werkzeug", "Tool"));
    }
}
