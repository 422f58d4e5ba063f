//! A table of a scenario file, read key by key; it says what it did not understand.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::german::model_file::{ModelFault, Problem, Shape};
use crate::model::nearest;

/// Faults collected so far.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<ModelFault>);

impl Faults {
    /// Adds a fault.
    pub fn add(&mut self, problem: Problem, span: Range<usize>) {
        self.0.push(ModelFault { problem, span, suggestion: None });
    }

    fn shape(&mut self, expected: Shape, value: &Spanned<DeValue<'_>>) {
        self.add(Problem::WrongShape { expected }, value.span());
    }
}

/// A table and the keys it has been asked for.
pub struct Table<'t> {
    entries: &'t DeTable<'t>,
    /// Its place, where missing keys are reported.
    pub span: Range<usize>,
    known: BTreeSet<&'static str>,
}

impl<'t> Table<'t> {
    /// The file as a whole.
    pub fn root(entries: &'t DeTable<'t>) -> Self {
        Self { entries, span: 0..0, known: BTreeSet::new() }
    }

    fn of(value: &'t Spanned<DeValue<'t>>, faults: &mut Faults) -> Option<Self> {
        if let DeValue::Table(entries) = value.as_ref() {
            return Some(Self { entries, span: value.span(), known: BTreeSet::new() });
        }
        faults.shape(Shape::Table, value);
        None
    }

    /// The value of a key.
    pub fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.known.insert(key);
        self.entries.get(key)
    }

    /// Reports a key that is missing.
    pub fn need(&mut self, key: &'static str, faults: &mut Faults) -> Option<()> {
        if self.value(key).is_none() {
            faults.add(Problem::Missing { key }, self.span.clone());
            return None;
        }
        Some(())
    }

    /// The table of a key.
    pub fn table(&mut self, key: &'static str, faults: &mut Faults) -> Option<Self> {
        let value = self.value(key)?;
        Self::of(value, faults)
    }

    /// The tables of a key written in double square brackets.
    pub fn tables(&mut self, key: &'static str, faults: &mut Faults) -> Option<Vec<Self>> {
        let value = self.value(key)?;
        let DeValue::Array(entries) = value.as_ref() else {
            faults.shape(Shape::Tables, value);
            return None;
        };
        Some(entries.iter().filter_map(|it| Self::of(it, faults)).collect())
    }

    /// A text.
    pub fn text(&mut self, key: &'static str, faults: &mut Faults) -> Option<(&'t str, Range<usize>)> {
        let value = self.value(key)?;
        let text = value.as_ref().as_str();
        if text.is_none() {
            faults.shape(Shape::Text, value);
        }
        Some((text?, value.span()))
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str, faults: &mut Faults) -> Option<Vec<(&'t str, Range<usize>)>> {
        let value = self.value(key)?;
        let DeValue::Array(entries) = value.as_ref() else {
            faults.shape(Shape::Texts, value);
            return None;
        };
        let mut texts = Vec::new();
        for entry in entries {
            match entry.as_ref().as_str() {
                Some(text) => texts.push((text, entry.span())),
                None => faults.shape(Shape::Text, entry),
            }
        }
        Some(texts)
    }

    /// `true` or `false`.
    pub fn yes_no(&mut self, key: &'static str, faults: &mut Faults) -> Option<bool> {
        let value = self.value(key)?;
        let answer = value.as_ref().as_bool();
        if answer.is_none() {
            faults.shape(Shape::YesNo, value);
        }
        answer
    }

    /// A number without decimals within a range.
    pub fn whole(
        &mut self,
        key: &'static str,
        least: i64,
        most: i64,
        faults: &mut Faults,
    ) -> Option<(i64, Range<usize>)> {
        let value = self.value(key)?;
        let Some(number) = whole(value) else {
            faults.shape(Shape::Whole, value);
            return None;
        };
        if !(least..=most).contains(&number) {
            let most = (most < i64::MAX).then_some(most as f64);
            faults.add(Problem::OutOfRange { least: least as f64, most }, value.span());
            return None;
        }
        Some((number, value.span()))
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
            faults.shape(Shape::Number, value);
            return None;
        };
        if !number.is_finite() {
            faults.add(Problem::NotFinite, value.span());
            return None;
        }
        if number < least || most.is_some_and(|it| number > it) {
            faults.add(Problem::OutOfRange { least, most }, value.span());
            return None;
        }
        Some(number)
    }

    /// A number above zero and up to `most`.
    pub fn positive(&mut self, key: &'static str, most: f64, faults: &mut Faults) -> Option<f64> {
        let value = self.value(key)?;
        if number(value).is_some_and(|it| it <= 0.0) {
            faults.add(Problem::NotPositive, value.span());
            return None;
        }
        self.number(key, 0.0, Some(most), faults)
    }

    /// Reports two figures in the wrong order, at the first.
    pub fn ascending(
        &mut self,
        lower: &'static str,
        low: Option<f64>,
        upper: &'static str,
        high: Option<f64>,
        faults: &mut Faults,
    ) {
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            let span = self.value(lower).map_or(self.span.clone(), Spanned::span);
            faults.add(Problem::NotAscending { lower, upper }, span);
        }
    }

    /// Reports every key nobody asked for.
    pub fn finish(self, faults: &mut Faults) {
        for key in self.entries.keys() {
            let name: &str = key.as_ref();
            if !self.known.contains(name) {
                let suggestion = nearest(name, self.known.iter().copied()).map(str::to_owned);
                let problem = Problem::UnknownKey { key: name.to_owned() };
                faults.0.push(ModelFault { problem, span: key.span(), suggestion });
            }
        }
    }
}

fn number(value: &Spanned<DeValue<'_>>) -> Option<f64> {
    match value.as_ref() {
        DeValue::Float(it) => it.as_str().parse().ok(),
        DeValue::Integer(_) => whole(value).map(|it| it as f64),
        _ => None,
    }
}

fn whole(value: &Spanned<DeValue<'_>>) -> Option<i64> {
    let number = value.as_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
