//! An entry of the content as indented text.

use std::collections::BTreeMap;

use crate::catalogue::{Directory, Entry, Field, Mention, Value};
use crate::german::content_entry as words;
use crate::german::diagnostic::place;
use typeset::terminal::{Paper, Screen};

/// Columns by which each level is indented.
const STEP: usize = 2;

/// Keys that say something to programs only.
const TECHNICAL: [&str; 2] = ["format", "id"];

/// Entries with all they say and all that refers to them.
pub fn text(directory: &Directory, entries: &[Entry], screen: Screen) -> String {
    let mut page = Page { directory, paper: Paper::new(screen) };
    for (position, entry) in entries.iter().enumerate() {
        if position > 0 {
            page.paper.gap();
        }
        page.entry(entry);
    }
    page.paper.text()
}

struct Page<'a> {
    directory: &'a Directory,
    paper: Paper,
}

impl Page<'_> {
    fn entry(&mut self, entry: &Entry) {
        self.line(0, &words::heading(entry.noun, &entry.id));
        self.line(0, &entry.file);
        self.paper.gap();
        self.fields("", &entry.fields, 0);
        self.paper.gap();
        self.mentions(&entry.referred_by);
    }

    fn fields(&mut self, parent: &str, fields: &[Field], depth: usize) {
        for field in fields.iter().filter(|it| !(depth == 0 && TECHNICAL.contains(&it.key.as_str()))) {
            let label = self.label(parent, field);
            if let Some(value) = self.inline(&field.key, &field.value) {
                self.line(depth, &format!("{label}: {value}"));
            } else {
                self.line(depth, &format!("{label}:"));
                self.block(&field.key, &field.value, depth + 1);
            }
        }
    }

    fn block(&mut self, key: &str, value: &Value, depth: usize) {
        match value {
            Value::Table(fields) => self.fields(key, fields, depth),
            Value::List(entries) => {
                for entry in entries {
                    match self.inline(key, entry) {
                        Some(text) => self.line(depth, &format!("– {text}")),
                        None => self.bullet(key, entry, depth),
                    }
                }
            }
            other => {
                let text = self.inline(key, other).unwrap_or_default();
                self.line(depth, &text);
            }
        }
    }

    /// A list's entry that takes several lines: what fits on one line first.
    fn bullet(&mut self, key: &str, entry: &Value, depth: usize) {
        let Value::Table(fields) = entry else { return self.block(key, entry, depth) };
        let (short, long): (Vec<_>, Vec<_>) =
            fields.iter().partition(|it| !matches!(it.value, Value::Table(_) | Value::List(_)));
        let short: Vec<String> = short.iter().filter_map(|it| self.pair(key, it)).collect();
        self.line(depth, &format!("– {}", short.join(" · ")));
        let long: Vec<Field> = long.into_iter().cloned().collect();
        self.fields(key, &long, depth + 1);
    }

    fn pair(&self, parent: &str, field: &Field) -> Option<String> {
        Some(format!("{}: {}", self.label(parent, field), self.inline(&field.key, &field.value)?))
    }

    fn label(&self, parent: &str, field: &Field) -> String {
        match field.names {
            Some(noun) => self.named(noun, &field.key),
            None => words::label(parent, &field.key).map_or_else(|| field.key.clone(), str::to_owned),
        }
    }

    /// A value on one line; nothing where it takes several.
    fn inline(&self, key: &str, value: &Value) -> Option<String> {
        Some(match value {
            Value::Text(text) => words::word(key, text).map_or_else(|| text.clone(), str::to_owned),
            Value::Number(number) => words::number(key, *number),
            Value::Truth(truth) => words::truth(*truth).to_owned(),
            Value::Day(day) => day.parse().map_or_else(|_| day.clone(), crate::german::number::date),
            Value::Reference(noun, id) => self.named(*noun, id),
            Value::List(entries) => match entries.as_slice() {
                [Value::Number(a), Value::Number(b), Value::Number(c)] => words::triple(key, [*a, *b, *c]),
                [only @ Value::Reference(..)] => self.inline(key, only)?,
                entries => {
                    let is_short = |it: &Value| match it {
                        Value::Text(text) => text.chars().count() < 40,
                        Value::Number(_) => true,
                        _ => false,
                    };
                    let parts = entries.iter().map(|it| self.inline(key, it).filter(|_| is_short(it)));
                    parts.collect::<Option<Vec<String>>>()?.join(", ")
                }
            },
            Value::Table(fields) => {
                let is_flat = |it: &Field| !matches!(it.value, Value::Table(_));
                let all_flat = fields.len() <= 4 && fields.iter().all(is_flat);
                let parts = fields.iter().map(|it| self.pair(key, it).filter(|_| all_flat));
                parts.collect::<Option<Vec<String>>>()?.join(" · ")
            }
        })
    }

    fn named(&self, noun: crate::catalogue::Noun, id: &str) -> String {
        self.directory.title(noun, id).map_or_else(|| id.to_owned(), |it| format!("{it} ({id})"))
    }

    fn mentions(&mut self, mentions: &[Mention]) {
        let mut by_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for mention in mentions {
            let lines = by_file.entry(&mention.file).or_default();
            if !mention.span.is_empty() {
                lines.push(place(self.directory.text(&mention.file), mention.span.start).0);
            }
        }
        if by_file.is_empty() {
            return self.line(0, words::ALONE);
        }
        self.line(0, &words::referred_by(by_file.len()));
        for (file, mut lines) in by_file {
            lines.dedup();
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            let place =
                if lines.is_empty() { file.to_owned() } else { format!("{file}:{}", lines.join(",")) };
            let who = self.directory.owner(file).map(|(noun, id)| self.named(noun, id));
            let who = who.map_or_else(String::new, |it| format!("  {it}"));
            self.line(1, &format!("{place}{who}"));
        }
    }

    /// A line as far to the right as it is deep.
    fn line(&mut self, depth: usize, text: &str) {
        self.paper.entry(depth * STEP, text);
    }
}
