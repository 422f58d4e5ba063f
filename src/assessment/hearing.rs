//! What answers say about a degree, several voices and wear included.

use jiff::civil::Date;

use super::posture::{Ground, Says, View, left_after, months_between, spread_around};
use crate::model::{Answer, Constants, Evidence, Measure, Question, Record, RoleId};

impl View<'_> {
    /// Several people may have answered: whoever knows best decides, the less favourable answer where two
    /// know equally well, and the range covers what everyone said.
    pub(super) fn heard(
        &self,
        question: &Question,
        record: &Record,
        measure: &Measure,
        average: f64,
    ) -> Says {
        let rank =
            |by: Option<&RoleId>| {
                by.and_then(|role| question.knows.iter().position(|it| it == role))
                    .unwrap_or(if by.is_none() { 0 } else { usize::MAX })
            };
        let first = (
            rank(record.by.as_ref()),
            self.voice(question, &record.answer, record.evidence, record.date, measure, average),
        );
        let others = record.also.iter().map(|it| {
            (rank(Some(&it.by)), self.voice(question, &it.answer, it.evidence, it.date, measure, average))
        });
        let mut degrees = Vec::new();
        let mut not_applicable = false;
        for (rank, says) in std::iter::once(first).chain(others) {
            match says {
                Says::Degree { ground, fresh, low, high, left } => {
                    degrees.push((rank, ground, fresh, low, high, left));
                }
                Says::NotApplicable => not_applicable = true,
                Says::Nothing => {}
            }
        }
        // Someone who knows beats someone who does not.
        if degrees.iter().any(|it| it.1 == Ground::Answered) {
            degrees.retain(|it| it.1 == Ground::Answered);
        }
        let best = degrees.iter().min_by(|a, b| a.0.cmp(&b.0).then(a.2.total_cmp(&b.2))).copied();
        match best {
            Some((_, ground, fresh, _, _, left)) => Says::Degree {
                ground,
                fresh,
                low: degrees.iter().map(|it| it.3).fold(fresh, f64::min),
                high: degrees.iter().map(|it| it.4).fold(fresh, f64::max),
                left,
            },
            None if not_applicable => Says::NotApplicable,
            None => Says::Nothing,
        }
    }

    fn voice(
        &self,
        question: &Question,
        answer: &Answer,
        evidence: Evidence,
        date: Date,
        measure: &Measure,
        average: f64,
    ) -> Says {
        let (average_low, average_high) = spread_around(average);
        let option = match answer {
            Answer::NotApplicable { .. } => return Says::NotApplicable,
            Answer::Unknown => {
                let (low, high) = (average_low, average_high);
                return Says::Degree { ground: Ground::Unknown, fresh: average, low, high, left: 1.0 };
            }
            Answer::Chosen(option) => option,
        };
        let Some(degree) = question.option(option).and_then(|it| it.degree(&measure.id, &self.size)) else {
            return Says::Nothing;
        };
        let months = months_between(date, self.date);
        let ageing = &self.catalogue.calibration.ageing.value;
        let left = measure.half_life_months.map_or(1.0, |it| left_after(months, it, evidence, ageing));
        let doubt = doubt(&self.catalogue.constants, evidence);
        // People overrate what they have more often than they underrate it, and nobody has less than
        // nothing: doubt acts fully downwards, upwards in proportion to what is there at all.
        let (low, high) = ((degree - doubt).max(0.0), (degree + doubt * degree).min(1.0));
        // The older an answer, the less it says: its range opens to that of an open question.
        let (lowest, highest) = (average_low.min(low), average_high.max(high));
        Says::Degree {
            ground: Ground::Answered,
            fresh: degree,
            low: lowest + (low - lowest) * left,
            high: highest + (high - highest) * left,
            left,
        }
    }
}

fn doubt(constants: &Constants, evidence: Evidence) -> f64 {
    match evidence {
        Evidence::Claimed => constants.doubt_claimed.value,
        Evidence::Shown => constants.doubt_shown.value,
        Evidence::Tested => constants.doubt_tested.value,
    }
}
