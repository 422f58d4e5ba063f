//! A table that is read key by key and says what it did not understand.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{FileFault, Problem, Shape};
use crate::model::nearest;

/// A value with its place.
pub type Place<'t> = &'t Spanned<DeValue<'t>>;

/// Faults collected so far.
#[derive(Debug, Default)]
pub struct Faults {
    /// What makes the file unusable.
    pub errors: Vec<FileFault>,
    /// What the reader should know but can live with.
    pub notes: Vec<FileFault>,
}

impl Faults {
    /// Adds an error.
    pub fn error(&mut self, problem: Problem, span: Range<usize>) {
        self.errors.push(FileFault { problem, span, suggestion: None });
    }
}

/// A table of the file.
pub struct Table<'t> {
    entries: &'t DeTable<'t>,
    /// Its place, where missing keys are reported: the header, or the braces of an inline table.
    pub span: Range<usize>,
    known: BTreeSet<&'static str>,
}

impl<'t> Table<'t> {
    /// Reads a table, or reports that there is none.
    pub fn of(value: Place<'t>, faults: &mut Faults) -> Option<Self> {
        if let DeValue::Table(entries) = value.as_ref() {
            return Some(Self { entries, span: value.span(), known: BTreeSet::new() });
        }
        faults.error(Problem::WrongShape { expected: Shape::Table }, value.span());
        None
    }

    /// The file as a whole.
    pub fn root(entries: &'t DeTable<'t>) -> Self {
        Self { entries, span: 0..0, known: BTreeSet::new() }
    }

    /// The value of a key.
    pub fn value(&mut self, key: &'static str) -> Option<Place<'t>> {
        self.known.insert(key);
        self.entries.get(key)
    }

    /// The table of a key.
    pub fn table(&mut self, key: &'static str, faults: &mut Faults) -> Option<Self> {
        let value = self.value(key)?;
        Self::of(value, faults)
    }

    /// Every key with its place and value, for tables whose keys are ids.
    pub fn ids(&self) -> impl Iterator<Item = (&'t str, Range<usize>, Place<'t>)> + use<'t> {
        let mut all: Vec<_> =
            self.entries.iter().map(|(key, value)| (key.as_ref().as_ref(), key.span(), value)).collect();
        all.sort_by_key(|it| it.1.start);
        all.into_iter()
    }

    /// A text.
    pub fn text(&mut self, key: &'static str, faults: &mut Faults) -> Option<(&'t str, Range<usize>)> {
        let value = self.value(key)?;
        let text = text(value);
        if text.is_none() {
            faults.error(Problem::WrongShape { expected: Shape::Text }, value.span());
        }
        Some((text?, value.span()))
    }

    /// Text that must not be missing.
    pub fn needed_text(&mut self, key: &'static str, faults: &mut Faults) -> Option<(&'t str, Range<usize>)> {
        self.need(key, faults)?;
        self.text(key, faults)
    }

    /// A number within a range.
    pub fn number(
        &mut self,
        key: &'static str,
        least: f64,
        most: Option<f64>,
        faults: &mut Faults,
    ) -> Option<f64> {
        let value = self.value(key)?;
        let Some(number) = number(value) else {
            faults.error(Problem::WrongShape { expected: Shape::Number }, value.span());
            return None;
        };
        if number.is_finite() && number >= least && most.is_none_or(|it| number <= it) {
            return Some(number);
        }
        faults.error(Problem::OutOfRange { least, most }, value.span());
        None
    }

    /// A number without decimals within a range.
    pub fn whole(&mut self, key: &'static str, least: i64, most: i64, faults: &mut Faults) -> Option<i64> {
        let value = self.value(key)?;
        let Some(number) = whole(value) else {
            faults.error(Problem::WrongShape { expected: Shape::Whole }, value.span());
            return None;
        };
        if (least..=most).contains(&number) {
            return Some(number);
        }
        let problem = Problem::OutOfRange { least: least as f64, most: Some(most as f64) };
        faults.error(problem, value.span());
        None
    }

    /// `true` or `false`.
    pub fn yes_no(&mut self, key: &'static str, faults: &mut Faults) -> Option<bool> {
        let value = self.value(key)?;
        let answer = value.as_ref().as_bool();
        if answer.is_none() {
            faults.error(Problem::WrongShape { expected: Shape::YesNo }, value.span());
        }
        answer
    }

    /// A day.
    pub fn day(&mut self, key: &'static str, faults: &mut Faults) -> Option<Date> {
        let value = self.value(key)?;
        let Some(stamp) = value.as_ref().as_datetime() else {
            faults.error(Problem::WrongShape { expected: Shape::Day }, value.span());
            return None;
        };
        let day = stamp.date.filter(|_| stamp.time.is_none() && stamp.offset.is_none()).and_then(|it| {
            Date::new(i16::try_from(it.year).ok()?, i8::try_from(it.month).ok()?, i8::try_from(it.day).ok()?)
                .ok()
        });
        if day.is_none() {
            faults.error(Problem::NoSuchDay, value.span());
        }
        day
    }

    /// A day that must not be missing.
    pub fn needed_day(&mut self, key: &'static str, faults: &mut Faults) -> Option<Date> {
        self.need(key, faults)?;
        self.day(key, faults)
    }

    /// The entries of a list.
    pub fn list(&mut self, key: &'static str, faults: &mut Faults) -> Option<&'t [Spanned<DeValue<'t>>]> {
        let value = self.value(key)?;
        if let DeValue::Array(entries) = value.as_ref() {
            return Some(entries);
        }
        faults.error(Problem::WrongShape { expected: Shape::List }, value.span());
        None
    }

    /// Reports a key that is missing.
    pub fn need(&mut self, key: &'static str, faults: &mut Faults) -> Option<()> {
        if self.value(key).is_some() {
            return Some(());
        }
        faults.error(Problem::Missing { key }, self.span.clone());
        None
    }

    /// Reports every key nobody asked for.
    pub fn finish(self, faults: &mut Faults) {
        for (key, span, _) in self.ids() {
            if !self.known.contains(key) {
                let suggestion = nearest(key, self.known.iter().copied()).map(str::to_owned);
                let problem = Problem::UnknownKey { key: key.to_owned() };
                faults.errors.push(FileFault { problem, span, suggestion });
            }
        }
    }
}

/// A text.
pub fn text(value: Place<'_>) -> Option<&str> {
    value.as_ref().as_str()
}

/// A whole number or one with decimals.
pub fn number(value: Place<'_>) -> Option<f64> {
    match value.as_ref() {
        DeValue::Float(it) => it.as_str().parse().ok(),
        DeValue::Integer(_) => whole(value).map(|it| it as f64),
        _ => None,
    }
}

fn whole(value: Place<'_>) -> Option<i64> {
    let number = value.as_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
