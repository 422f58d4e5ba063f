//! Constants and sources.

use std::collections::BTreeMap;

use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::model::{Constants, HourlyRates, Overlap, Reference, Residual, Source, SourceId};

impl Check<'_> {
    /// The constants of the model.
    pub fn constants(&mut self, raw: &raw::Constants) -> Constants {
        self.format(&raw.format);
        Constants {
            reference: Reference {
                turnover_eur: self.cited(&raw.reference.turnover_eur, Limits::POSITIVE).value,
                working_days: self.cited(&raw.reference.working_days, Limits { low: 1.0, high: 366.0 }).value,
            },
            climate_cv: self.cited(&raw.climate_cv, Limits::NOT_NEGATIVE),
            overlap: Overlap { exponent: self.cited_estimate(&raw.overlap.exponent, Limits::SHARE) },
            residual: Residual {
                frequency: self.cited_estimate(&raw.residual.frequency, Limits::SHARE),
                severity: self.cited_estimate(&raw.residual.severity, Limits::SHARE),
            },
            hourly_rates: HourlyRates {
                technician: self.cited_estimate(&raw.hourly_rates.technician, Limits::POSITIVE),
                consultant: self.cited_estimate(&raw.hourly_rates.consultant, Limits::POSITIVE),
            },
            discount_rate: self.cited(&raw.discount_rate, Limits::SHARE),
            reserve_months: self.cited(&raw.reserve_months, Limits::NOT_NEGATIVE),
            risk_loading: self.cited(&raw.risk_loading, Limits::SHARE),
            tolerable_ruin: self.cited(&raw.tolerable_ruin, Limits::SHARE),
            horizon_years: self.cited_count(&raw.horizon_years).value,
            severity_cap_turnovers: self.cited(&raw.severity_cap_turnovers, Limits::POSITIVE),
            doubt_claimed: self.cited(&raw.doubt_claimed, Limits::SHARE),
            doubt_shown: self.cited(&raw.doubt_shown, Limits::SHARE),
            doubt_tested: self.cited(&raw.doubt_tested, Limits::SHARE),
            interruption_share: self.cited(&raw.interruption_share, Limits::SHARE),
            reference_day_eur: self.cited(&raw.reference_day_eur, Limits::POSITIVE),
        }
    }

    /// The sources by id.
    pub fn source_list(&mut self, raw: &raw::Sources) -> BTreeMap<SourceId, Source> {
        self.format(&raw.format);
        let mut sources = BTreeMap::new();
        for (id, source) in &raw.sources {
            self.source_id(id);
            let id = SourceId::new(&id.value);
            let source = Source {
                id: id.clone(),
                title: self.text(&source.title),
                publisher: self.text(&source.publisher),
                year: source.year.as_ref().map(|it| it.value),
                url: source.url.as_ref().map(|it| self.text(it)),
                checked: source.checked,
            };
            sources.insert(id, source);
        }
        sources
    }
}
