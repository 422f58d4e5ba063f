//! A text into a serde type, every complaint a typed slip with its place.
//!
//! serde hands its complaints to the reader's error type by method (unknown key, missing key, unknown word); where a
//! value of another shape stands than a type asks for, the reader knows both by itself. So nobody takes English
//! sentences apart.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::ops::Range;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::DeValue;

use super::table::{misshapen, number_of, whole_of};
use super::{Fault, Shape, Slip, document};
use crate::model::nearest;

/// Name of the newtype that is given a value with its place: start and end in bytes, then the value.
pub const PLACED: &str = "waage::Placed";

/// Name of the newtype that is given a date as text.
const DAY: &str = "waage::Day";

/// Reads a text; where it is no TOML or has another shape, what is wrong with it.
pub fn shaped<T: DeserializeOwned>(source: &str) -> Result<T, Vec<Fault<Slip>>> {
    let root = document(source)?;
    T::deserialize(Value(&root)).map_err(|misfit| {
        let span = misfit.span.unwrap_or_default();
        // A missing key is reported for its whole table; its first line is enough.
        let line = source[span.start..].find('\n').map_or(source.len(), |length| span.start + length);
        let suggestion = match &misfit.slip {
            Slip::UnknownKey { key: word, known } | Slip::UnknownWord { word, known } => {
                nearest(word, known.iter().copied()).map(str::to_owned)
            }
            _ => None,
        };
        vec![Fault { problem: misfit.slip, span: span.start..span.end.min(line), suggestion }]
    })
}

/// Why a value does not fit its type; the place is known to the innermost value that has one.
#[derive(Debug)]
struct Misfit {
    slip: Slip,
    span: Option<Range<usize>>,
}

impl Misfit {
    fn of(slip: Slip) -> Self {
        Self { slip, span: None }
    }

    fn at(mut self, span: Range<usize>) -> Self {
        self.span.get_or_insert(span);
        self
    }
}

impl Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slip.code())
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    /// Never met: whatever our shapes can complain of has a method below or is told before a shape sees it.
    fn custom<T: Display>(_: T) -> Self {
        Self::of(Slip::WrongShape { found: Shape::Table, expected: Shape::Table })
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::of(Slip::UnknownKey { key: field.to_owned(), known: expected.to_vec() })
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::of(Slip::UnknownWord { word: variant.to_owned(), known: expected.to_vec() })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::of(Slip::Missing { key })
    }
}

/// A value that is read into a type.
#[derive(Clone, Copy)]
struct Value<'de>(&'de Spanned<DeValue<'de>>);

impl<'de> Value<'de> {
    /// Keys and values of a table, in the order of the file.
    fn entries(self) -> Result<impl Iterator<Item = (Key<'de>, Self)>, Misfit> {
        let table = self.take(self.0.as_ref().as_table(), Shape::Table)?;
        let placed = |(key, value): (&'de Spanned<_>, _)| {
            let text: &Cow<'de, str> = key.as_ref();
            (Key { text, span: key.span() }, Value(value))
        };
        let mut entries: Vec<_> = table.iter().map(placed).collect();
        entries.sort_by_key(|it| it.0.span.start);
        Ok(entries.into_iter())
    }

    fn take<T>(self, found: Option<T>, expected: Shape) -> Result<T, Misfit> {
        found.ok_or_else(|| self.wrong(misshapen(self.0.as_ref(), expected)))
    }

    fn wrong(self, slip: Slip) -> Misfit {
        Misfit::of(slip).at(self.0.span())
    }
}

/// A key that is read into a type.
#[derive(Clone)]
struct Key<'de> {
    text: &'de str,
    span: Range<usize>,
}

/// Whole numbers of every width, with the limits of the width.
macro_rules! whole_numbers {
    ($($read:ident $give:ident $width:ty,)*) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            let number = whole_of(self.0.as_ref()).map_err(|it| self.wrong(it))?;
            let [least, most] = [<$width>::MIN, <$width>::MAX].map(|it| i128::from(it) as f64);
            let slip = Slip::OutOfRange { least, most: Some(most) };
            let narrow = <$width>::try_from(number).map_err(|_| self.wrong(slip))?;
            visitor.$give(narrow)
        }
    )*};
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Misfit;

    whole_numbers! {
        deserialize_i64 visit_i64 i64,
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_f64(number_of(self.0.as_ref(), false).map_err(|it| self.wrong(it))?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_bool(self.take(self.0.as_ref().as_bool(), Shape::YesNo)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor
            .visit_str(self.take(self.0.as_ref().as_str(), Shape::Text)?)
            .map_err(|it: Misfit| it.at(self.0.span()))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let list = self.take(self.0.as_ref().as_array(), Shape::List)?;
        visitor.visit_seq(SeqDeserializer::new(list.iter().map(Value)))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, expected: usize, visitor: V) -> Result<V::Value, Misfit> {
        let found = self.take(self.0.as_ref().as_array(), Shape::ListOf(expected))?.len();
        if found != expected {
            return Err(self.wrong(Slip::WrongLength { found, expected }));
        }
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_map(MapDeserializer::new(self.entries()?)).map_err(|it| it.at(self.0.span()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        if self.0.as_ref().is_table() {
            return visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(self.entries()?)));
        }
        let word = self.take(self.0.as_ref().as_str(), Shape::Text)?;
        let word: StrDeserializer<'_, Misfit> = word.into_deserializer();
        visitor.visit_enum(word).map_err(|it| it.at(self.0.span()))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match name {
            PLACED => visitor.visit_seq(Placed::new(self.0.span(), self)),
            DAY => {
                let day = self.take(self.0.as_ref().as_datetime(), Shape::Day)?.to_string();
                visitor.visit_newtype_struct(day.into_deserializer())
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.as_ref() {
            DeValue::String(_) => self.deserialize_str(visitor),
            DeValue::Integer(_) => self.deserialize_i64(visitor),
            DeValue::Float(_) => self.deserialize_f64(visitor),
            DeValue::Boolean(_) => self.deserialize_bool(visitor),
            DeValue::Datetime(it) => visitor.visit_string(it.to_string()),
            DeValue::Array(_) => self.deserialize_seq(visitor),
            DeValue::Table(_) => self.deserialize_map(visitor),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Misfit> for Value<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_str(self.text).map_err(|it: Misfit| it.at(self.span))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        if name == PLACED {
            return visitor.visit_seq(Placed::new(self.span.clone(), self));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let word: StrDeserializer<'_, Misfit> = self.text.into_deserializer();
        visitor.visit_enum(word).map_err(|it| it.at(self.span))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Misfit> for Key<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

/// Start and end of a place, then the value that stands there.
struct Placed<D> {
    ends: [Option<u64>; 2],
    value: Option<D>,
}

impl<D> Placed<D> {
    fn new(span: Range<usize>, value: D) -> Self {
        Self { ends: [Some(span.start as u64), Some(span.end as u64)], value: Some(value) }
    }
}

impl<'de, D: Deserializer<'de, Error = Misfit>> SeqAccess<'de> for Placed<D> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        if let Some(end) = self.ends.iter_mut().find_map(Option::take) {
            return seed.deserialize(end.into_deserializer()).map(Some);
        }
        self.value.take().map(|it| seed.deserialize(it)).transpose()
    }
}
