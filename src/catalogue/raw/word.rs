//! Words of the model in content files: how they are read, and what editors show of them.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::model::{
    Acts, Applies, CaseKind, CaseSize, Checked, Class, CompanyFact, ContactKind, ContactState, Deliverer,
    ExampleFrom, Grade, Kind, LegalKind, Level, Lever, MeasureRole, Nis2Sector, Provider, QuestionKind,
    Regime, RoleKind, Setting, SizeClass, SystemUse, TierLevel, Word, Yardstick,
};

/// Lets content say a word of the model: the model itself knows no file.
macro_rules! readable {
    ($($word:ident)+) => {$(
        impl<'de> Deserialize<'de> for $word {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(WordVisitor(PhantomData::<$word>))
            }
        }

        impl JsonSchema for $word {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed($word::NAME)
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schema::<$word>()
            }
        }
    )+};
}

readable! {
    Acts Applies CaseKind CaseSize Checked Class CompanyFact ContactKind ContactState Deliverer ExampleFrom Grade Kind LegalKind Level Lever
    MeasureRole Nis2Sector Provider QuestionKind Regime RoleKind Setting SizeClass SystemUse TierLevel Yardstick
}

struct WordVisitor<T>(PhantomData<T>);

impl<T: Word> Visitor<'_> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::NAME)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<T, E> {
        let mut known = T::VARIANTS.iter().zip(T::WORDS);
        known.find(|it| *it.1 == word).map(|it| *it.0).ok_or_else(|| E::unknown_variant(word, T::WORDS))
    }
}

fn schema<T: Word>() -> Schema {
    let words = T::WORDS
        .iter()
        .zip(T::MEANINGS)
        .map(|(word, meaning)| json!({ "const": word, "description": meaning.trim(), "type": "string" }));
    json_schema!({ "description": T::ABOUT.trim(), "oneOf": words.collect::<Value>() })
}
