//! What makes figures follow the single firm.

use super::check::{Check, Limits};
use crate::catalogue::raw::{self, At, ScaleName};
use crate::catalogue::{Fault, Noun};
use crate::model::{
    Ageing, BearingLimits, ByGrade, Calibration, Chain, Cited, Course, DigitalCurve, Experience, Grade,
    IncidentKind, PriceCourse, PriceRules, Scale, SizeCourses, Standstill, StressLine, Uncertainty, Unit,
};

/// Points of digitalisation.
const POINTS: Limits = Limits { low: 0.0, high: 12.0 };

impl Check<'_> {
    /// `knowledge/calibration.toml`.
    pub fn calibration(&mut self, raw: &raw::Calibration) -> Calibration {
        self.format(&raw.format);
        Calibration {
            size: self.size_courses(&raw.size),
            turnover_slope: {
                let slope = self.number(&raw.turnover.slope, Limits::SHARE);
                self.with_sources(slope, raw.turnover.grade, &raw.turnover.sources)
            },
            digitalisation: self.digital_curve(&raw.digitalisation),
            standstill: self.standstill(&raw.standstill),
            experience: self.experience(&raw.experience),
            ageing: self.ageing(&raw.ageing),
            prices: {
                let it = &raw.prices;
                let course = PriceCourse {
                    second_site: self.number(&it.second_site, Limits::SHARE),
                    once_below: self.number(&it.once_below, Limits::SHARE),
                    user_reference: self.number(&it.user_reference, Limits::POSITIVE),
                };
                let rules =
                    PriceRules { course, several_sites: self.reference(Noun::Trait, &it.several_sites) };
                self.with_sources(rules, it.grade, &it.sources)
            },
            uncertainty: self.uncertainty(&raw.uncertainty),
            bearing: {
                let it = &raw.bearing;
                let limits = BearingLimits {
                    yes_from: self.number(&it.yes_from, Limits::SHARE),
                    no_below: self.number(&it.no_below, Limits::SHARE),
                    narrow: self.number(&it.narrow, Limits::SHARE),
                };
                self.with_sources(limits, it.grade, &it.sources)
            },
            stress: raw.stress.iter().map(|it| self.stress_line(it)).collect(),
            chains: raw.chains.iter().map(|it| self.chain(it)).collect(),
        }
    }

    /// A value with its grade and sources.
    pub fn with_sources<T>(&mut self, value: T, of: Grade, sources: &At<Vec<At<String>>>) -> Cited<T> {
        Cited { value, grade: of, sources: self.sources(sources) }
    }

    fn size_courses(&mut self, raw: &raw::SizeCourses) -> SizeCourses {
        SizeCourses {
            frequency: self.course(&raw.frequency),
            severity: self.course(&raw.severity),
            jensen: self.course(&raw.jensen),
            adoption: self.course(&raw.adoption),
            relief: self.course(&raw.attenuation_relief),
            hours: self.course(&raw.hours_per_month),
            degree: self.course(&raw.degree),
            policy: self.course(&raw.policy),
            grade: raw.grade,
            sources: self.sources(&raw.sources),
        }
    }

    fn course(&mut self, raw: &raw::Course) -> Course {
        let scale = match raw.scale {
            ScaleName::Log => Scale::Log,
            ScaleName::Logit => Scale::Logit,
            ScaleName::Linear => Scale::Linear,
        };
        let below = self.number(&raw.below, Limits::SHARE);
        Course { scale, below, above: self.number(&raw.above, Limits::SHARE) }
    }

    fn digital_curve(&mut self, raw: &raw::DigitalCurve) -> Cited<DigitalCurve> {
        let knots = raw.knots.value;
        if knots.is_sorted_by(|a, b| a < b) {
            for knot in knots {
                self.within(knot, &raw.knots.span, POINTS);
            }
        } else {
            self.fault(&raw.knots.span, Fault::RangeOutOfOrder { points: knots });
        }
        let curve = DigitalCurve {
            knots,
            ends: self.number(&raw.ends, Limits::SHARE),
            frequency: self.number(&raw.frequency, Limits::SHARE),
            severity: self.number(&raw.severity, Limits::SHARE),
            web: self.number(&raw.web, Limits::SHARE),
            web_scenarios: self.references(Noun::Scenario, &raw.web_scenarios),
            own_segment: self.number(&raw.own_segment, Limits::SHARE),
        };
        self.with_sources(curve, raw.grade, &raw.sources)
    }

    fn standstill(&mut self, raw: &raw::Standstill) -> Cited<Standstill> {
        let standstill = Standstill {
            scenarios: self.references(Noun::Scenario, &raw.scenarios),
            lowest: self.number(&raw.lowest, Limits::SHARE),
            highest: self.number(&raw.highest, Limits { low: 1.0, ..Limits::POSITIVE }),
            most_daily_turnovers: self.number(&raw.most_daily_turnovers, Limits::POSITIVE),
        };
        self.with_sources(standstill, raw.grade, &raw.sources)
    }

    fn experience(&mut self, raw: &raw::Experience) -> Cited<Experience> {
        let mut counted: Vec<&At<String>> = Vec::new();
        for (at, kind) in raw.kinds.iter().enumerate() {
            self.id(&kind.id);
            if raw.kinds[..at].iter().any(|it| it.id == kind.id) {
                self.twice(Noun::Incident, &kind.id);
            }
            for scenario in &kind.scenarios {
                if counted.contains(&scenario) {
                    self.twice(Noun::Scenario, scenario);
                }
                counted.push(scenario);
            }
        }
        let kinds = raw.kinds.iter().map(|it| IncidentKind {
            id: it.id.value.as_str().into(),
            text: self.text(&it.text),
            scenarios: self.references(Noun::Scenario, &it.scenarios),
        });
        let kinds = kinds.collect();
        let experience = Experience {
            years: self.number(&raw.years, Limits::POSITIVE),
            half_trust_events: self.number(&raw.half_trust_events, Limits::POSITIVE),
            lowest: self.number(&raw.lowest, Limits::SHARE),
            highest: self.number(&raw.highest, Limits { low: 1.0, ..Limits::POSITIVE }),
            kinds,
        };
        self.with_sources(experience, raw.grade, &raw.sources)
    }

    /// Reports something that stands twice in this file.
    fn twice(&mut self, noun: Noun, id: &At<String>) {
        let fault = Fault::DuplicateId { noun, id: id.value.clone(), other: self.file.to_owned() };
        self.fault(&id.span, fault);
    }

    fn ageing(&mut self, raw: &raw::Ageing) -> Cited<Ageing> {
        let ageing = Ageing {
            grace_months: self.number(&raw.grace_months, Limits::NOT_NEGATIVE),
            claimed: self.number(&raw.claimed, Limits::POSITIVE),
            shown: self.number(&raw.shown, Limits::POSITIVE),
            tested: self.number(&raw.tested, Limits::POSITIVE),
        };
        self.with_sources(ageing, raw.grade, &raw.sources)
    }

    fn uncertainty(&mut self, raw: &raw::Uncertainty) -> Cited<Uncertainty> {
        let mut deviation = |it: &At<f64>| self.number(it, Limits { low: 0.0, high: 3.0 });
        let mut by_grade =
            |it: &raw::ByGrade| ByGrade { a: deviation(&it.a), b: deviation(&it.b), c: deviation(&it.c) };
        let (severity_own, segment_frequency_own, segment_severity) = (
            by_grade(&raw.severity_own),
            by_grade(&raw.segment_frequency_own),
            by_grade(&raw.segment_severity),
        );
        let uncertainty = Uncertainty {
            severity_own,
            segment_frequency_own,
            segment_severity,
            severity_common: deviation(&raw.severity_common),
            sigma: deviation(&raw.sigma),
            segment_frequency_common: deviation(&raw.segment_frequency_common),
            size_frequency: deviation(&raw.size_frequency),
            size_severity: deviation(&raw.size_severity),
            level: deviation(&raw.level),
            standstill_given: deviation(&raw.standstill_given),
            standstill_open: deviation(&raw.standstill_open),
            cap: deviation(&raw.cap),
            draws: usize::try_from(self.count(&raw.draws)).unwrap_or(usize::MAX),
            frequency_common: self.number(&raw.frequency_common, Limits::SHARE),
            degrees_open: self.number(&raw.degrees_open, Limits::SHARE),
            degrees_answered: self.number(&raw.degrees_answered, Limits::SHARE),
        };
        self.with_sources(uncertainty, raw.grade, &raw.sources)
    }

    fn stress_line(&mut self, raw: &raw::StressLine) -> Cited<StressLine> {
        self.id(&raw.id);
        let line = StressLine {
            id: raw.id.value.clone(),
            title: self.text(&raw.title),
            sigma_plus: self.number(&raw.sigma_plus, Limits::NOT_NEGATIVE),
            frequency: self.number(&raw.frequency, Limits::POSITIVE),
            severity: self.number(&raw.severity, Limits::POSITIVE),
        };
        self.with_sources(line, raw.grade, &raw.sources)
    }

    fn chain(&mut self, raw: &raw::Chain) -> Cited<Chain> {
        let chain = Chain {
            parent: self.reference(Noun::Scenario, &raw.parent),
            child: self.reference(Noun::Scenario, &raw.child),
            share: self.number(&raw.share, Limits::SHARE),
        };
        self.with_sources(chain, raw.grade, &raw.sources)
    }
}

/// The model's unit of a price; what nothing is said of counts the firm as a whole.
pub(super) fn unit(raw: Option<raw::UnitName>) -> Unit {
    match raw {
        Some(raw::UnitName::User) => Unit::User,
        Some(raw::UnitName::Person) => Unit::Person,
        Some(raw::UnitName::Site) => Unit::Site,
        Some(raw::UnitName::Firm) | None => Unit::Firm,
    }
}
