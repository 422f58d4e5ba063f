//! One entry of the content with everything that refers to it, for people who edit content.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::raw::Span;
use super::read::{Lists, read};
use super::resolve::{Index, assemble_noting, is_list};
use super::{Diagnostic, Files, Noun};
use crate::model::nearest;
use crate::toml_file;

/// A place in the content that names an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The file that names it.
    pub file: String,
    /// Where in the file; empty where the file's folder names it.
    pub span: Span,
    /// What kind of thing is named.
    pub noun: Noun,
    /// Its id.
    pub id: String,
}

/// A value as it was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A number, as written.
    Number(f64),
    /// True or false.
    Truth(bool),
    /// A date, as written.
    Day(String),
    /// The id of another entry.
    Reference(Noun, String),
    /// A list.
    List(Vec<Value>),
    /// A table.
    Table(Vec<Field>),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// The entry the key names, where it is an id.
    pub names: Option<Noun>,
    /// What stands behind it.
    pub value: Value,
}

/// An entry with all it says and all that refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What kind of thing it is.
    pub noun: Noun,
    /// Its id.
    pub id: String,
    /// The file that defines it.
    pub file: String,
    /// What it says, in the order of the file.
    pub fields: Vec<Field>,
    /// Who refers to it, in the order of files and places.
    pub referred_by: Vec<Mention>,
}

/// All entries and all references between them.
#[derive(Clone, Debug)]
pub struct Directory {
    files: Files,
    /// Kind, id and file of every entry.
    entries: Vec<(Noun, String, String)>,
    mentions: Vec<Mention>,
}

impl Directory {
    /// Reads content; where it does not resolve, its faults.
    pub fn of(files: &Files) -> Result<Self, Vec<Diagnostic>> {
        let files = files.as_texts();
        let mut out = Vec::new();
        let content = read(&files, Lists::Wanted, &mut out);
        let index = Index::of(&content, &mut out);
        let mut mentions = Vec::new();
        let catalogue = assemble_noting(&content, &index, &files, &mut out, Some(&mut mentions));
        if catalogue.is_none() || !out.is_empty() {
            return Err(super::diagnostic::in_order(out));
        }
        let owned = |(noun, id, file): (Noun, &str, &str)| (noun, id.to_owned(), file.to_owned());
        let entries = index.all().map(owned).collect();
        mentions.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
        Ok(Self { files, entries, mentions })
    }

    /// Every reference of the content.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// Kind, id and file of every entry.
    pub fn entries(&self) -> impl Iterator<Item = (Noun, &str, &str)> {
        self.entries.iter().map(|(noun, id, file)| (*noun, id.as_str(), file.as_str()))
    }

    /// The entry a file consists of; nothing where it holds several or none.
    pub fn owner(&self, file: &str) -> Option<(Noun, &str)> {
        let mut here = self.entries().filter(|it| it.2 == file);
        let (noun, id, _) = here.next()?;
        here.next().is_none().then_some((noun, id))
    }

    /// The text of a file.
    pub fn text(&self, file: &str) -> &str {
        self.files.text(file).unwrap_or_default()
    }

    /// All entries of that id; kinds may share one.
    pub fn look_up(&self, id: &str) -> Vec<Entry> {
        let hits = self.entries().filter(|(_, it, _)| *it == id);
        hits.map(|(noun, id, file)| self.entry(noun, id, file)).collect()
    }

    /// The id nearest to one that does not exist.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.entries().map(|(_, it, _)| it))
    }

    /// What people call an entry: its title, or the words it consists of.
    pub fn title(&self, noun: Noun, id: &str) -> Option<String> {
        // A sheet goes by the name of its measure.
        let noun = if noun == Noun::HowTo { Noun::Measure } else { noun };
        let (_, _, file) = self.entries().find(|it| (it.0, it.1) == (noun, id))?;
        let fields = self.fields(noun, id, file);
        let titles = ["title", "text", "subject"].into_iter();
        titles.filter_map(|key| fields.iter().find(|it| it.key == key)).find_map(|it| match &it.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        })
    }

    fn entry(&self, noun: Noun, id: &str, file: &str) -> Entry {
        let names_it = |it: &&Mention| it.noun == noun && it.id == id;
        Entry {
            noun,
            id: id.to_owned(),
            file: file.to_owned(),
            fields: self.fields(noun, id, file),
            referred_by: self.mentions.iter().filter(names_it).cloned().collect(),
        }
    }

    fn fields(&self, noun: Noun, id: &str, file: &str) -> Vec<Field> {
        let here = self.mentions.iter().filter(|it| it.file == file && it.noun != Noun::Option);
        let named = here.map(|it| (it.span.start, it.noun)).collect();
        // The content resolved, so it is TOML.
        let Ok(root) = toml_file::document(self.text(file)) else { return Vec::new() };
        let Value::Table(fields) = value_of(&root, &named) else { return Vec::new() };
        match noun {
            // One table per source, named by its id.
            Noun::Source => inner(fields, |it| it.key == id),
            noun if is_list(noun) => listed(fields, id),
            _ => fields,
        }
    }
}

/// The fields of the table behind a key.
fn inner(fields: Vec<Field>, wanted: impl Fn(&Field) -> bool) -> Vec<Field> {
    match fields.into_iter().find(wanted).map(|it| it.value) {
        Some(Value::Table(fields)) => fields,
        _ => Vec::new(),
    }
}

/// The fields of the list's entry with that id.
fn listed(fields: Vec<Field>, id: &str) -> Vec<Field> {
    let has_id =
        |it: &Vec<Field>| it.iter().any(|it| it.key == "id" && it.value == Value::Text(id.to_owned()));
    let entries = fields.into_iter().filter_map(|it| match it.value {
        Value::List(entries) => Some(entries),
        _ => None,
    });
    let tables = entries.flatten().filter_map(|it| match it {
        Value::Table(fields) => Some(fields),
        _ => None,
    });
    tables.into_iter().find(has_id).unwrap_or_default()
}

/// Which places name an entry, by the byte at which the id begins.
type Named = BTreeMap<usize, Noun>;

fn table_fields(table: &DeTable<'_>, named: &Named) -> Vec<Field> {
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    let field = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let key: &Spanned<std::borrow::Cow<'_, str>> = key;
        Field {
            names: named.get(&key.span().start).copied(),
            key: key.get_ref().to_string(),
            value: value_of(value, named),
        }
    };
    pairs.into_iter().map(field).collect()
}

fn value_of(value: &Spanned<DeValue<'_>>, named: &Named) -> Value {
    let number = |text: &str| Value::Number(text.replace('_', "").parse().unwrap_or(f64::NAN));
    match value.get_ref() {
        DeValue::String(text) => match named.get(&value.span().start) {
            Some(noun) => Value::Reference(*noun, text.to_string()),
            None => Value::Text(text.to_string()),
        },
        DeValue::Integer(it) => number(it.as_str()),
        DeValue::Float(it) => number(it.as_str()),
        DeValue::Boolean(it) => Value::Truth(*it),
        DeValue::Datetime(it) => Value::Day(it.to_string()),
        DeValue::Array(list) => Value::List(list.iter().map(|it| value_of(it, named)).collect()),
        DeValue::Table(table) => Value::Table(table_fields(table, named)),
    }
}
