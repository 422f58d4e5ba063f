//! A table that is read key by key and says what it did not understand.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Faults, Shape, Slip};
use crate::model::nearest;

/// A value with its place.
pub type Place<'t> = &'t Spanned<DeValue<'t>>;

/// A table and the keys it has been asked for.
pub struct Table<'t> {
    entries: &'t DeTable<'t>,
    /// Its place, where missing keys are reported: the header, or the braces of an inline table.
    pub span: Range<usize>,
    known: BTreeSet<&'static str>,
}

impl<'t> Table<'t> {
    /// The file as a whole.
    pub(super) fn root(entries: &'t DeTable<'t>) -> Self {
        Self { entries, span: 0..0, known: BTreeSet::new() }
    }

    /// Reads a table, or reports that there is none.
    pub fn of<P: From<Slip>>(value: Place<'t>, faults: &mut Faults<P>) -> Option<Self> {
        let entries = shaped(value.as_ref().as_table(), Shape::Table, value, faults)?;
        Some(Self { entries, span: value.span(), known: BTreeSet::new() })
    }

    /// The value of a key.
    pub fn value(&mut self, key: &'static str) -> Option<Place<'t>> {
        self.known.insert(key);
        self.entries.get(key)
    }

    /// The value of a key that must not be missing.
    pub fn need<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<Place<'t>> {
        let value = self.value(key);
        if value.is_none() {
            faults.add(Slip::Missing { key }, self.span.clone());
        }
        value
    }

    /// The place of a key's value; where it is missing, the table's.
    pub fn span_of(&mut self, key: &'static str) -> Range<usize> {
        self.value(key).map_or(self.span.clone(), Spanned::span)
    }

    /// False for a file of a later program, about which nothing is guessed.
    pub fn has_readable_format<P: From<Slip>>(&mut self, newest: i64, faults: &mut Faults<P>) -> bool {
        self.need("format", faults);
        match self.whole("format", 1, i64::MAX, faults) {
            Some(found) if found > newest => {
                let span = self.span_of("format");
                faults.add(Slip::NewerFormat { found, newest }, span);
                false
            }
            _ => true,
        }
    }

    /// Every key with its place and value, for tables whose keys are ids.
    pub fn ids(&self) -> impl Iterator<Item = (&'t str, Range<usize>, Place<'t>)> + use<'t> {
        let mut all: Vec<_> =
            self.entries.iter().map(|(key, value)| (key.as_ref().as_ref(), key.span(), value)).collect();
        all.sort_by_key(|it| it.1.start);
        all.into_iter()
    }

    /// The table of a key.
    pub fn table<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<Self> {
        Self::of(self.value(key)?, faults)
    }

    /// The tables of a key written in double square brackets.
    pub fn tables<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<Vec<Self>> {
        let value = self.value(key)?;
        let entries = shaped(value.as_ref().as_array(), Shape::Tables, value, faults)?;
        Some(entries.iter().filter_map(|it| Self::of(it, faults)).collect())
    }

    /// The entries of a list.
    pub fn list<P: From<Slip>>(
        &mut self,
        key: &'static str,
        faults: &mut Faults<P>,
    ) -> Option<&'t [Spanned<DeValue<'t>>]> {
        let value = self.value(key)?;
        shaped(value.as_ref().as_array(), Shape::List, value, faults).map(|it| &it[..])
    }

    /// A text with its place.
    pub fn text<P: From<Slip>>(
        &mut self,
        key: &'static str,
        faults: &mut Faults<P>,
    ) -> Option<(&'t str, Range<usize>)> {
        let value = self.value(key)?;
        Some((text(value, faults)?, value.span()))
    }

    /// A text that is kept as it is.
    pub fn words<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<String> {
        self.text(key, faults).map(|it| it.0.to_owned())
    }

    /// `true` or `false`.
    pub fn yes_no<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<bool> {
        yes_no(self.value(key)?, faults)
    }

    /// A number without decimals within a range.
    pub fn whole<P: From<Slip>>(
        &mut self,
        key: &'static str,
        least: i64,
        most: i64,
        faults: &mut Faults<P>,
    ) -> Option<i64> {
        let value = self.value(key)?;
        let number = shaped(as_whole(value), Shape::Whole, value, faults)?;
        if !(least..=most).contains(&number) {
            let most = (most < i64::MAX).then_some(most as f64);
            faults.add(Slip::OutOfRange { least: least as f64, most }, value.span());
            return None;
        }
        Some(number)
    }

    /// A number within a range.
    pub fn number<P: From<Slip>>(
        &mut self,
        key: &'static str,
        least: f64,
        most: Option<f64>,
        faults: &mut Faults<P>,
    ) -> Option<f64> {
        let value = self.value(key)?;
        let number = number(value, faults)?;
        if number < least || most.is_some_and(|it| number > it) {
            faults.add(Slip::OutOfRange { least, most }, value.span());
            return None;
        }
        Some(number)
    }

    /// A number above zero and up to `most`.
    pub fn positive<P: From<Slip>>(
        &mut self,
        key: &'static str,
        most: f64,
        faults: &mut Faults<P>,
    ) -> Option<f64> {
        let value = self.value(key)?;
        if as_number(value).is_some_and(|it| it <= 0.0) {
            faults.add(Slip::NotPositive, value.span());
            return None;
        }
        self.number(key, 0.0, Some(most), faults)
    }

    /// A day.
    pub fn day<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<Date> {
        let value = self.value(key)?;
        let stamp = shaped(value.as_ref().as_datetime(), Shape::Day, value, faults)?;
        let day = stamp.date.filter(|_| stamp.time.is_none() && stamp.offset.is_none()).and_then(|it| {
            Date::new(i16::try_from(it.year).ok()?, i8::try_from(it.month).ok()?, i8::try_from(it.day).ok()?)
                .ok()
        });
        if day.is_none() {
            faults.add(Slip::NoSuchDay, value.span());
        }
        day
    }

    /// A day that must not be missing.
    pub fn needed_day<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<Date> {
        self.need(key, faults)?;
        self.day(key, faults)
    }

    /// Reports every key nobody asked for.
    pub fn finish<P: From<Slip>>(self, faults: &mut Faults<P>) {
        for (key, span, _) in self.ids() {
            if !self.known.contains(key) {
                let meant = nearest(key, self.known.iter().copied());
                faults.add_near(Slip::UnknownKey { key: key.to_owned() }, span, meant);
            }
        }
    }
}

/// A text.
pub fn text<'t, P: From<Slip>>(value: Place<'t>, faults: &mut Faults<P>) -> Option<&'t str> {
    shaped(value.as_ref().as_str(), Shape::Text, value, faults)
}

/// `true` or `false`.
pub fn yes_no<P: From<Slip>>(value: Place<'_>, faults: &mut Faults<P>) -> Option<bool> {
    shaped(value.as_ref().as_bool(), Shape::YesNo, value, faults)
}

/// A number, whole or with decimals.
fn number<P: From<Slip>>(value: Place<'_>, faults: &mut Faults<P>) -> Option<f64> {
    let number = shaped(as_number(value), Shape::Number, value, faults)?;
    if !number.is_finite() {
        faults.add(Slip::NotFinite, value.span());
        return None;
    }
    Some(number)
}

/// Reports a value of another shape than expected.
fn shaped<T, P: From<Slip>>(
    found: Option<T>,
    expected: Shape,
    value: Place<'_>,
    faults: &mut Faults<P>,
) -> Option<T> {
    if found.is_none() {
        faults.add(Slip::WrongShape { expected }, value.span());
    }
    found
}

fn as_number(value: Place<'_>) -> Option<f64> {
    match value.as_ref() {
        DeValue::Float(it) => it.as_str().parse().ok(),
        DeValue::Integer(_) => as_whole(value).map(|it| it as f64),
        _ => None,
    }
}

fn as_whole(value: Place<'_>) -> Option<i64> {
    let number = value.as_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
