//! Scenarios.

use std::collections::BTreeMap;

use super::check::{Check, Limits};
use crate::catalogue::raw::{self, CitedByLevel, CitedBySegment, CitedBySize};
use crate::catalogue::{Fault, Noun};
use crate::model::{
    ByFactor, ByLevel, BySize, Cited, Downtime, FrequencyEstimate, Scenario, ScenarioId, SegmentId,
    SeverityEstimate,
};

impl Check<'_> {
    /// A scenario.
    pub fn scenario(&mut self, raw: &raw::Scenario) -> Scenario {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Scenario, raw.replaced_by.as_ref());
        Scenario {
            id: ScenarioId::new(&*raw.id),
            title: self.text(&raw.title),
            plain: self.text(&raw.plain),
            path: self.text(&raw.path),
            human_factor: self.text(&raw.human_factor),
            attack: raw.attack,
            frequency: self.frequency(&raw.frequency),
            severity: self.severity(&raw.severity),
            insured_share: self.cited_estimate(&raw.insured_share, Limits::SHARE),
            downtime: self.downtime(&raw.downtime_days),
            frequency_factors: ByFactor {
                size: self.by_size(&raw.frequency.size),
                segment: self.by_segment(&raw.frequency.segment),
                level: self.by_level(&raw.frequency.level),
            },
            severity_by_size: self.by_size(&raw.severity.size),
            severity_by_level: self.by_level(&raw.severity.level),
            jensen: self.by_size(&raw.jensen),
        }
    }

    fn frequency(&mut self, raw: &raw::Frequency) -> FrequencyEstimate {
        self.ascending(&raw.low, &raw.mean, &raw.high);
        FrequencyEstimate {
            mean: self.number(&raw.mean, Limits::POSITIVE),
            low: self.number(&raw.low, Limits::POSITIVE),
            high: self.number(&raw.high, Limits::POSITIVE),
            grade: raw.grade,
            sources: self.sources(&raw.sources),
        }
    }

    fn severity(&mut self, raw: &raw::Severity) -> SeverityEstimate {
        self.ascending(&raw.median, &raw.p95, &raw.p95);
        SeverityEstimate {
            median: self.number(&raw.median, Limits::POSITIVE),
            p95: self.number(&raw.p95, Limits::POSITIVE),
            elasticity: self.number(&raw.elasticity, Limits::SHARE),
            grade: raw.grade,
            sources: self.sources(&raw.sources),
        }
    }

    fn downtime(&mut self, raw: &raw::Downtime) -> Downtime {
        self.ascending(&raw.median, &raw.p95, &raw.p95);
        Downtime {
            median_days: self.number(&raw.median, Limits::NOT_NEGATIVE),
            p95_days: self.number(&raw.p95, Limits::NOT_NEGATIVE),
        }
    }

    fn by_size(&mut self, raw: &CitedBySize) -> Cited<BySize<f64>> {
        let value = BySize {
            micro: self.number(&raw.micro, Limits::POSITIVE),
            small: self.number(&raw.small, Limits::POSITIVE),
            medium: self.number(&raw.medium, Limits::POSITIVE),
        };
        Cited { value, grade: raw.grade, sources: self.sources(&raw.sources) }
    }

    fn by_level(&mut self, raw: &CitedByLevel) -> Cited<ByLevel<f64>> {
        let value = ByLevel {
            low: self.number(&raw.low, Limits::POSITIVE),
            medium: self.number(&raw.medium, Limits::POSITIVE),
            high: self.number(&raw.high, Limits::POSITIVE),
        };
        Cited { value, grade: raw.grade, sources: self.sources(&raw.sources) }
    }

    fn by_segment(&mut self, raw: &CitedBySegment) -> Cited<BTreeMap<SegmentId, f64>> {
        let mut value = BTreeMap::new();
        for (segment, factor) in &raw.factors.value {
            value.insert(self.reference(Noun::Segment, segment), self.number(factor, Limits::POSITIVE));
        }
        let missing: Vec<&str> =
            self.index.in_use(Noun::Segment).filter(|it| !value.contains_key(*it)).collect();
        for id in missing {
            let fault = Fault::MissingEntry { noun: Noun::Segment, id: id.to_owned() };
            self.fault(&raw.factors.span, fault);
        }
        Cited { value, grade: raw.grade, sources: self.sources(&raw.sources) }
    }
}
