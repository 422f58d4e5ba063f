//! JSON schemas of what enters and leaves: answers, results, verdicts, comparisons, records. Generated from the very types
//! that are written, so that a schema cannot promise what the program does not do.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{change, gate, json, record};
use crate::assessment::answers_file::{AnswersFile, FORMAT};

/// A document with a shape of its own.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// Its short name, which is also the name of its schema.
    pub name: &'static str,
    /// Version of the shape.
    pub format: i64,
    is_read: bool,
    generate: fn(SchemaGenerator) -> Schema,
}

impl Contract {
    /// Every document.
    pub fn all() -> [Self; 5] {
        [
            Self { is_read: true, ..Self::of::<AnswersFile>("answers", FORMAT) },
            Self::of::<json::Document<'static>>("result", json::FORMAT),
            Self::of::<gate::json::Document<'static>>("gate", gate::json::FORMAT),
            Self::of::<change::json::Compared<'static>>("compare", change::json::FORMAT),
            Self::of::<record::Entry<'static>>("record", record::FORMAT),
        ]
    }

    fn of<T: JsonSchema>(name: &'static str, format: impl Into<i64>) -> Self {
        Self {
            name,
            format: format.into(),
            is_read: false,
            generate: SchemaGenerator::into_root_schema_for::<T>,
        }
    }

    /// The document of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|it| it.name == name)
    }

    /// The JSON schema (draft 2020-12): of what is written with every key that is always there, of what is read with
    /// those that must not be missing.
    pub fn schema(&self) -> String {
        let settings = SchemaSettings::draft2020_12();
        let settings = if self.is_read { settings.for_deserialize() } else { settings.for_serialize() };
        let mut schema = (self.generate)(settings.into_generator());
        schema.insert("title".into(), format!("waage {}, format {}", self.name, self.format).into());
        let mut text = serde_json::to_string_pretty(schema.as_value()).expect("a schema is JSON");
        text.push('\n');
        text
    }
}
