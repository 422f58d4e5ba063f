//! The small checks every shape is made of. Each takes a raw value, reports what is wrong with it and always
//! returns something, so that one pass finds all faults.

use super::index::Index;
use crate::catalogue::raw::{self, At, CitedCount, CitedEstimate, CitedNumber, Span, Triple};
use crate::catalogue::read::{FORMAT, stem};
use crate::catalogue::{Diagnostic, Fault, Mention, Noun};
use crate::model::nearest;
use crate::model::{BySize, Cited, Cost, Estimate, SourceId};

/// The range a number has to lie in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Smallest allowed.
    pub low: f64,
    /// Largest allowed.
    pub high: f64,
}

impl Limits {
    /// A share of something.
    pub const SHARE: Self = Self { low: 0.0, high: 1.0 };
    /// Anything that is not negative.
    pub const NOT_NEGATIVE: Self = Self { low: 0.0, high: f64::INFINITY };
    /// Anything above zero; the smallest positive value content could mean.
    pub const POSITIVE: Self = Self { low: 1e-9, high: f64::INFINITY };
    /// A factor of a measure; above 1 it does harm.
    pub const FACTOR: Self = Self { low: 0.0, high: 1.5 };
    /// The share of an effect that survives; negative where the measure then does harm.
    pub const ATTENUATION: Self = Self { low: -1.0, high: 1.0 };
}

/// One pass over one file.
pub(crate) struct Check<'c> {
    /// All ids.
    pub index: &'c Index<'c>,
    /// Files that could not be read.
    pub unread: &'c [&'c str],
    /// The file at hand.
    pub file: &'c str,
    /// Findings of all files.
    pub out: &'c mut Vec<Diagnostic>,
    /// Where every reference is noted, for those who ask who refers to an entry.
    pub mentions: Option<&'c mut Vec<Mention>>,
}

impl Check<'_> {
    /// Reports a fault at a place of the file.
    pub fn fault(&mut self, span: &Span, fault: Fault) {
        self.out.push(Diagnostic::at(self.file, span.clone(), fault));
    }

    /// The head every file with an id has.
    pub fn head(&mut self, format: &At<u32>, id: &At<String>, versions: [Option<&At<String>>; 3]) {
        self.format(format);
        self.id(id);
        let file = stem(self.file);
        if id.value != file {
            let fault = Fault::IdDiffersFromFile { id: id.value.clone(), file: file.to_owned() };
            let finding = Diagnostic::at(self.file, id.span.clone(), fault);
            self.out.push(finding.meaning(Some(file)));
        }
        for version in versions.into_iter().flatten() {
            self.version(version);
        }
    }

    /// The format number of a file.
    pub fn format(&mut self, format: &At<u32>) {
        if format.value != FORMAT {
            self.fault(&format.span, Fault::UnsupportedFormat { found: format.value });
        }
    }

    /// An id: lower-case kebab-case, beginning with a letter.
    pub fn id(&mut self, id: &At<String>) {
        if !is_kebab(id) {
            self.fault(&id.span, Fault::MalformedId { id: id.value.clone() });
        }
    }

    /// A source's id: like other ids, but underscores and a leading digit are common in citations.
    pub fn source_id(&mut self, id: &At<String>) {
        let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-' || it == '_';
        if id.is_empty() || !id.chars().all(fits) {
            self.fault(&id.span, Fault::MalformedId { id: id.value.clone() });
        }
    }

    /// A content version such as "2026.1".
    pub fn version(&mut self, version: &At<String>) {
        let numbers: Vec<Option<u32>> = version.split('.').map(|it| it.parse().ok()).collect();
        if !matches!(numbers[..], [Some(2000..), Some(1..)]) {
            self.fault(&version.span, Fault::MalformedId { id: version.value.clone() });
        }
    }

    /// A text with content.
    pub fn text(&mut self, text: &At<String>) -> String {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            self.fault(&text.span, Fault::EmptyText);
        }
        trimmed.to_owned()
    }

    /// Notes that this file names an entry.
    pub fn mention(&mut self, noun: Noun, id: &str, span: &Span) {
        if let Some(mentions) = self.mentions.as_deref_mut() {
            let (file, id, span) = (self.file.to_owned(), id.to_owned(), span.clone());
            mentions.push(Mention { file, span, noun, id });
        }
    }

    /// An id that has to exist and be in use.
    pub fn reference<'i, I: From<&'i str>>(&mut self, noun: Noun, id: &'i At<String>) -> I {
        self.mention(noun, id, &id.span);
        match self.index.get(noun, id) {
            Some(known) => {
                if let Some(instead) = known.withdrawn {
                    let fault = Fault::WithdrawnReference { noun, id: id.value.clone() };
                    let instead = (!instead.is_empty()).then_some(instead);
                    self.out.push(Diagnostic::at(self.file, id.span.clone(), fault).meaning(instead));
                }
            }
            None => self.unknown(noun, id, self.index.ids(noun)),
        }
        I::from(id.value.as_str())
    }

    /// References in a list, none twice.
    pub fn references<'i, I: From<&'i str>>(&mut self, noun: Noun, ids: &'i [At<String>]) -> Vec<I> {
        for (position, id) in ids.iter().enumerate() {
            if ids[..position].contains(id) {
                let fault = Fault::DuplicateId { noun, id: id.value.clone(), other: self.file.to_owned() };
                self.fault(&id.span, fault);
            }
        }
        ids.iter().map(|id| self.reference(noun, id)).collect()
    }

    /// References in a list that has to name at least one.
    pub fn some_references<'i, I: From<&'i str>>(
        &mut self,
        noun: Noun,
        ids: &'i At<Vec<At<String>>>,
    ) -> Vec<I> {
        if ids.is_empty() {
            self.fault(&ids.span, Fault::NoEntry { noun });
        }
        self.references(noun, ids)
    }

    /// Reports a reference to something unknown, unless the file that may define it could not be read.
    pub fn unknown<'i>(&mut self, noun: Noun, id: &At<String>, known: impl Iterator<Item = &'i str>) {
        if self.index.may_lack(noun, id, self.unread) {
            return;
        }
        let fault = Fault::UnknownReference { noun, id: id.value.clone() };
        self.out.push(Diagnostic::at(self.file, id.span.clone(), fault).meaning(nearest(id, known)));
    }

    /// A number within limits.
    pub fn number(&mut self, number: &At<f64>, limits: Limits) -> f64 {
        self.within(number.value, &number.span, limits);
        number.value
    }

    /// Reports a value outside limits.
    pub fn within(&mut self, value: f64, span: &Span, Limits { low, high }: Limits) {
        if !value.is_finite() || value < low || value > high {
            self.fault(span, Fault::OutOfRange { value, low, high });
        }
    }

    /// A whole number of which there has to be at least one.
    pub fn count(&mut self, number: &At<u32>) -> u32 {
        self.within(f64::from(number.value), &number.span, Limits { low: 1.0, ..Limits::POSITIVE });
        number.value
    }

    /// Three ascending points within limits.
    pub fn estimate(&mut self, triple: &Triple, limits: Limits) -> Estimate {
        let [low, likely, high] = triple.value;
        let estimate = Estimate { low, likely, high };
        let stray =
            triple.value.into_iter().find(|&it| !it.is_finite() || it < limits.low || it > limits.high);
        if let Some(value) = stray {
            self.within(value, &triple.span, limits);
        } else if !estimate.is_ordered() {
            self.fault(&triple.span, Fault::RangeOutOfOrder { points: triple.value });
        }
        estimate
    }

    /// Three numbers that have to ascend, each with a place of its own; the middle one carries the fault.
    pub fn ascending(&mut self, low: &At<f64>, middle: &At<f64>, high: &At<f64>) {
        if !(low.value <= middle.value && middle.value <= high.value) {
            let points = [low.value, middle.value, high.value];
            self.fault(&middle.span, Fault::RangeOutOfOrder { points });
        }
    }

    /// Sources: at least one, each known, none twice.
    pub fn sources(&mut self, sources: &At<Vec<At<String>>>) -> Vec<SourceId> {
        if sources.is_empty() {
            self.fault(&sources.span, Fault::MissingSource);
        }
        self.references(Noun::Source, sources)
    }

    /// A number with its sources.
    pub fn cited(&mut self, cited: &CitedNumber, limits: Limits) -> Cited<f64> {
        let value = self.number(&cited.value, limits);
        Cited { value, grade: cited.grade, sources: self.sources(&cited.sources) }
    }

    /// A whole number with its sources.
    pub fn cited_count(&mut self, cited: &CitedCount) -> Cited<u32> {
        let value = self.count(&cited.value);
        Cited { value, grade: cited.grade, sources: self.sources(&cited.sources) }
    }

    /// An estimate with its sources.
    pub fn cited_estimate(&mut self, cited: &CitedEstimate, limits: Limits) -> Cited<Estimate> {
        let value = self.estimate(&cited.value, limits);
        Cited { value, grade: cited.grade, sources: self.sources(&cited.sources) }
    }

    /// Prices by size.
    pub fn costs(&mut self, costs: &raw::BySize<raw::Cost>) -> BySize<Cost> {
        BySize {
            micro: self.cost(&costs.micro),
            small: self.cost(&costs.small),
            medium: self.cost(&costs.medium),
        }
    }

    fn cost(&mut self, cost: &raw::Cost) -> Cost {
        let limits = Limits::NOT_NEGATIVE;
        Cost {
            one_off_eur: self.estimate(&cost.one_off_eur, limits),
            yearly_eur: self.estimate(&cost.yearly_eur, limits),
            own_hours_one_off: self.estimate(&cost.own_hours_one_off, limits),
            own_hours_yearly: self.estimate(&cost.own_hours_yearly, limits),
            provider_hours_one_off: self.number(&cost.provider_hours_one_off, limits),
            provider_hours_yearly: self.number(&cost.provider_hours_yearly, limits),
        }
    }

    /// Annexes of the BSIG: 1 and 2.
    pub fn annex(&mut self, annex: &At<u8>) -> u8 {
        self.within(f64::from(annex.value), &annex.span, Limits { low: 1.0, high: 2.0 });
        annex.value
    }

    /// Areas of section 30 BSIG: 1 to 10.
    pub fn bsig_area(&mut self, area: &At<u8>) -> u8 {
        self.within(f64::from(area.value), &area.span, Limits { low: 1.0, high: 10.0 });
        area.value
    }
}

fn is_kebab(id: &str) -> bool {
    id.starts_with(|it: char| it.is_ascii_lowercase())
        && !id.ends_with('-')
        && !id.contains("--")
        && id.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_joined_by_single_dashes() {
        assert!(["mfa", "backup-3-2-1", "it-services"].into_iter().all(is_kebab));
        assert!(
            ["", "MFA", "3-2-1", "a--b", "a-", "a_b", "\u{e9}t\u{e9}"].into_iter().all(|it| !is_kebab(it))
        );
    }
}
