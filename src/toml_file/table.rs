//! A table that is read key by key and says what it did not understand.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::number::ambiguous_thousands;
use super::{Faults, Shape, Slip};
use crate::model::nearest;

/// Most euros that mean anything for a firm of up to 249 people; more is a unit gone wrong.
pub const MOST_EUROS: f64 = 1e12;
/// Fewest euros that are more than none.
const LEAST_EUROS: f64 = 0.01;

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
        whole(self.value(key)?, least, most, faults)
    }

    /// A number within a range. Where the key ends in `_eur`, three digits behind a point are thousands.
    pub fn number<P: From<Slip>>(
        &mut self,
        key: &'static str,
        least: f64,
        most: Option<f64>,
        faults: &mut Faults<P>,
    ) -> Option<f64> {
        self.figure(key, key.ends_with("_eur"), least, most, faults)
    }

    /// An amount in euros: nothing, or between a cent and more than any firm of this size has.
    pub fn euros<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> Option<f64> {
        let euros = self.figure(key, true, 0.0, Some(MOST_EUROS), faults)?;
        if euros > 0.0 && euros < LEAST_EUROS {
            let span = self.span_of(key);
            faults.add(Slip::OutOfRange { least: LEAST_EUROS, most: Some(MOST_EUROS) }, span);
            return None;
        }
        Some(euros)
    }

    /// An amount in euros above nothing.
    pub fn positive_euros<P: From<Slip>>(
        &mut self,
        key: &'static str,
        faults: &mut Faults<P>,
    ) -> Option<f64> {
        if self.is_not_positive(key, faults) { None } else { self.euros(key, faults) }
    }

    /// A number above zero and up to `most`.
    pub fn positive<P: From<Slip>>(
        &mut self,
        key: &'static str,
        most: f64,
        faults: &mut Faults<P>,
    ) -> Option<f64> {
        if self.is_not_positive(key, faults) { None } else { self.number(key, 0.0, Some(most), faults) }
    }

    fn is_not_positive<P: From<Slip>>(&mut self, key: &'static str, faults: &mut Faults<P>) -> bool {
        let Some(value) = self.value(key) else { return false };
        let is_wrong = number_of(value.as_ref(), false).is_ok_and(|it| it <= 0.0);
        if is_wrong {
            faults.add(Slip::NotPositive, value.span());
        }
        is_wrong
    }

    fn figure<P: From<Slip>>(
        &mut self,
        key: &'static str,
        is_euros: bool,
        least: f64,
        most: Option<f64>,
        faults: &mut Faults<P>,
    ) -> Option<f64> {
        let value = self.value(key)?;
        let number = taken(number_of(value.as_ref(), is_euros), value, faults)?;
        if number < least || most.is_some_and(|it| number > it) {
            faults.add(Slip::OutOfRange { least, most }, value.span());
            return None;
        }
        Some(number)
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
                let known = self.known.iter().copied().collect();
                faults.add_near(Slip::UnknownKey { key: key.to_owned(), known }, span, meant);
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

/// A number without decimals within a range.
pub fn whole<P: From<Slip>>(value: Place<'_>, least: i64, most: i64, faults: &mut Faults<P>) -> Option<i64> {
    let number = taken(whole_of(value.as_ref()), value, faults)?;
    if !(least..=most).contains(&number) {
        let most = (most < i64::MAX).then_some(most as f64);
        faults.add(Slip::OutOfRange { least: least as f64, most }, value.span());
        return None;
    }
    Some(number)
}

/// Notes what is wrong with a value.
fn taken<T, P: From<Slip>>(found: Result<T, Slip>, value: Place<'_>, faults: &mut Faults<P>) -> Option<T> {
    found.map_err(|slip| faults.add(slip, value.span())).ok()
}

/// Reports a value of another shape than expected.
fn shaped<T, P: From<Slip>>(
    found: Option<T>,
    expected: Shape,
    value: Place<'_>,
    faults: &mut Faults<P>,
) -> Option<T> {
    taken(found.ok_or_else(|| misshapen(value.as_ref(), expected)), value, faults)
}

/// A value that has another shape than it should have.
pub(super) fn misshapen(value: &DeValue<'_>, expected: Shape) -> Slip {
    let found = match value {
        DeValue::String(_) => Shape::Text,
        DeValue::Integer(_) => Shape::Whole,
        DeValue::Float(_) => Shape::Number,
        DeValue::Boolean(_) => Shape::YesNo,
        DeValue::Datetime(_) => Shape::Day,
        DeValue::Array(_) => Shape::List,
        DeValue::Table(_) => Shape::Table,
    };
    Slip::WrongShape { found, expected }
}

/// A number, whole or with decimals; of euros nobody writes three of them.
pub(super) fn number_of(value: &DeValue<'_>, is_euros: bool) -> Result<f64, Slip> {
    let number = match value {
        DeValue::Float(it) => {
            if let Some(thousands) = ambiguous_thousands(it.as_str(), is_euros) {
                return Err(Slip::ThousandsPoint { written: it.as_str().to_owned(), thousands });
            }
            it.as_str().parse().unwrap_or(f64::NAN)
        }
        _ => whole_of(value).map_err(|_| misshapen(value, Shape::Number))? as f64,
    };
    if number.is_finite() { Ok(number) } else { Err(Slip::NotFinite) }
}

/// A number without decimals.
pub(super) fn whole_of(value: &DeValue<'_>) -> Result<i64, Slip> {
    if let DeValue::Float(it) = value
        && let Some(thousands) = ambiguous_thousands(it.as_str(), true)
    {
        return Err(Slip::ThousandsPoint { written: it.as_str().to_owned(), thousands });
    }
    let number = value.as_integer().and_then(|it| i64::from_str_radix(it.as_str(), it.radix()).ok());
    number.ok_or_else(|| misshapen(value, Shape::Whole))
}
