//! Answers to posture: the degree of every measure, and on which answers it rests.

use jiff::civil::Date;

use super::standing::{Closed, Standing, Standings};
use crate::model::{
    Ageing, Answers, Basis, Catalogue, Degree, Evidence, FirmSize, Measure, Posture, QuestionId,
};

/// Share of a degree that must have worn off before we call it aged. Below a tenth the loss is smaller
/// than the doubt about any answer (judgement, grade C).
const NOTICEABLE_WEAR: f64 = 0.1;

/// Mean length of a month in days (Gregorian calendar).
pub(super) const DAYS_PER_MONTH: f64 = 30.436_875;

/// Why a question contributes what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// It was answered.
    Answered,
    /// An earlier answer leaves only its worst option.
    Inferred,
    /// It was asked and nobody knew.
    Unknown,
    /// It was not asked.
    NotAsked,
}

/// What one question contributes to a measure's degree.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The question.
    pub question: QuestionId,
    /// Its weight among all contributions to the measure.
    pub weight: f64,
    /// Why it contributes what it does.
    pub ground: Ground,
    /// Degree as answered, before wear.
    pub fresh: f64,
    /// Share of what is above the average that is left, 0 to 1.
    pub left: f64,
    /// 10 % point.
    pub low: f64,
    /// 90 % point.
    pub high: f64,
}

/// What a measure's degree rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Foundation {
    /// The degree.
    pub degree: Degree,
    /// The questions behind it, in catalogue order.
    pub contributions: Vec<Contribution>,
}

/// The degree of every measure on that day, in the order of [`Catalogue::measures`].
pub fn posture(catalogue: &Catalogue, answers: &Answers, date: Date) -> Posture {
    Posture { degrees: foundations(catalogue, answers, date).into_iter().map(|it| it.degree).collect() }
}

/// The degree of every measure with the questions it rests on, in the order of [`Catalogue::measures`].
pub fn foundations(catalogue: &Catalogue, answers: &Answers, date: Date) -> Vec<Foundation> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let mut questions: Vec<Vec<usize>> = vec![Vec::new(); catalogue.measures.len()];
    for (index, question) in catalogue.questions.iter().enumerate() {
        for informs in question.informs() {
            if let Some(measure) = catalogue.measure_index(&informs.measure) {
                questions[measure].push(index);
            }
        }
    }
    let size = catalogue.firm_size(&answers.company);
    let view = View { catalogue, answers, standings: &standings, size, date };
    catalogue.measures.iter().zip(questions).map(|(measure, its)| view.foundation(measure, &its)).collect()
}

pub(super) struct View<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) answers: &'a Answers,
    standings: &'a Standings,
    pub(super) size: FirmSize,
    pub(super) date: Date,
}

/// What a question says about a measure, before weighing.
pub(super) enum Says {
    /// A degree as answered, its range today, and the share of what is above the average that is left.
    Degree { ground: Ground, fresh: f64, low: f64, high: f64, left: f64 },
    /// The subject does not exist here.
    NotApplicable,
    /// Nothing.
    Nothing,
}

impl View<'_> {
    fn foundation(&self, measure: &Measure, questions: &[usize]) -> Foundation {
        let company = &self.answers.company;
        let average = self.size.adoption(&measure.adoption.by_size.value);
        let neutral = |basis| Foundation {
            degree: Degree { expected: average, low: average, high: average, basis },
            contributions: Vec::new(),
        };
        // Beyond its size class a measure counts only where somebody answered on it.
        let is_meant = measure.when.holds_for(company, self.catalogue.level(company));
        let is_answered = || {
            questions.iter().any(|it| self.answers.records.contains_key(&self.catalogue.questions[*it].id))
        };
        if !measure.when.may_hold_for(company) || !is_meant && !is_answered() {
            return neutral(Basis::NotRelevant);
        }
        let mut contributions = Vec::new();
        let mut not_applicable = false;
        for &index in questions {
            let question = &self.catalogue.questions[index];
            match self.says(index, measure, average) {
                Says::Degree { ground, fresh, low, high, left } => {
                    let weight = question.weights.get(&measure.id).copied().unwrap_or(1.0);
                    let question = question.id.clone();
                    contributions.push(Contribution { question, weight, ground, fresh, left, low, high });
                }
                Says::NotApplicable => not_applicable = true,
                Says::Nothing => {}
            }
        }
        contributions.retain(|it| it.weight > 0.0);
        if contributions.is_empty() {
            if not_applicable {
                return neutral(Basis::NotRelevant);
            }
            let (low, high) = spread_around(average);
            let degree = Degree { expected: average, low, high, basis: Basis::NotAsked };
            return Foundation { degree, contributions };
        }
        Foundation { degree: weighed(&contributions, average), contributions }
    }

    fn says(&self, index: usize, measure: &Measure, average: f64) -> Says {
        let question = &self.catalogue.questions[index];
        let open = |ground| {
            let (low, high) = spread_around(average);
            Says::Degree { ground, fresh: average, low, high, left: 1.0 }
        };
        match self.standings.at(index) {
            Standing::OtherFirms | Standing::Closed(Closed::Elsewhere) => Says::Nothing,
            Standing::Waiting => open(Ground::NotAsked),
            Standing::Closed(Closed::Unknown) => open(Ground::Unknown),
            Standing::Closed(Closed::NotApplicable) => Says::NotApplicable,
            Standing::Closed(Closed::Worse) => {
                let worst = question.options.first();
                match worst.and_then(|it| it.degree(&measure.id, &self.size)) {
                    Some(worst) => Says::Degree {
                        ground: Ground::Inferred,
                        fresh: worst,
                        low: worst,
                        high: worst,
                        left: 1.0,
                    },
                    None => Says::Nothing,
                }
            }
            standing @ (Standing::Open | Standing::Kept | Standing::Withdrawn) => {
                match self.standings.counting(self.catalogue, &self.answers.records, index) {
                    Some(record) => self.heard(question, record, measure, average),
                    None if standing == Standing::Withdrawn => Says::Nothing,
                    None => open(Ground::NotAsked),
                }
            }
        }
    }
}

/// Months from one day to another; none where the first is later.
pub(super) fn months_between(from: Date, to: Date) -> f64 {
    let days = (to - from).get_days();
    f64::from(days.max(0)) / DAYS_PER_MONTH
}

/// Share of what is above the average that is left after so many months, 0 to 1. Nothing wears in the months of grace.
pub(super) fn left_after(months: f64, half_life_months: f64, evidence: Evidence, ageing: &Ageing) -> f64 {
    libm::exp2(-(months - ageing.grace_months).max(0.0) / (half_life_months * lasting(evidence, ageing)))
}

/// Factor on the half-life by evidence.
pub(super) fn lasting(evidence: Evidence, ageing: &Ageing) -> f64 {
    match evidence {
        Evidence::Claimed => ageing.claimed,
        Evidence::Shown => ageing.shown,
        Evidence::Tested => ageing.tested,
    }
}

/// 10 % and 90 % point of one firm's degree when only the average of firms like it is known.
///
/// The degree is taken as a power of a uniform number, `u^((1-a)/a)`, whose mean is the average `a`; above
/// one half mirrored. At one half that is the uniform distribution: as spread out as a mean alone allows
/// without claiming that firms have all or nothing (`docs/method.md`, posture).
pub(super) fn spread_around(average: f64) -> (f64, f64) {
    let point = |mean: f64, share: f64| {
        if mean <= 0.0 { 0.0 } else { libm::pow(share, (1.0 - mean) / mean) }
    };
    if average <= 0.5 {
        (point(average, 0.1), point(average, 0.9))
    } else {
        (1.0 - point(1.0 - average, 0.9), 1.0 - point(1.0 - average, 0.1))
    }
}

/// The degree that contributions add up to.
///
/// What is above the average wears towards it, measure by measure and not answer by answer: a half good, half bad measure
/// does not sink below the average because its good half is forgotten. Below the average nothing moves: waiting must not
/// help. What was not asked yet follows what is known of the measure.
fn weighed(contributions: &[Contribution], average: f64) -> Degree {
    let is_open = |it: &&Contribution| it.ground == Ground::NotAsked;
    let sum = |value: &dyn Fn(&Contribution) -> f64, of: &[&Contribution]| -> f64 {
        of.iter().map(|it| it.weight * value(it)).sum()
    };
    let all: Vec<&Contribution> = contributions.iter().collect();
    let known: Vec<&Contribution> = contributions.iter().filter(|it| !is_open(it)).collect();
    let weight_of = |ground: &[Ground]| {
        contributions.iter().filter(|it| ground.contains(&it.ground)).map(|it| it.weight).sum::<f64>()
    };
    let told = weight_of(&[Ground::Answered, Ground::Inferred]);
    let (unknown, not_asked) = (weight_of(&[Ground::Unknown]), weight_of(&[Ground::NotAsked]));
    let (mut expected, mut worn) = (average, 0.0);
    if !known.is_empty() {
        let mean = |value: &dyn Fn(&Contribution) -> f64| sum(value, &known) / sum(&|_| 1.0, &known);
        let above = mean(&|it| (it.fresh - average).max(0.0));
        let below = mean(&|it| (average - it.fresh).max(0.0));
        let left = mean(&|it| it.left * (it.fresh - average).max(0.0));
        let fresh = average + above - below;
        expected = if above > below { average + left * (1.0 - below / above) } else { fresh };
        worn = if fresh > 0.0 { 1.0 - expected / fresh } else { 0.0 };
    }
    let basis = if told > 0.0 && told >= unknown + not_asked {
        if worn >= NOTICEABLE_WEAR { Basis::Aged } else { Basis::Answered }
    } else if unknown > 0.0 && unknown >= not_asked {
        Basis::Unknown
    } else {
        Basis::NotAsked
    };
    // Ends of the range are added as if all answers erred together: the same person gave them. What was not asked keeps
    // the range of its average around what it follows.
    let end = |value: &dyn Fn(&Contribution) -> f64| sum(value, &all) / sum(&|_| 1.0, &all);
    let low = end(&|it| if is_open(&it) { it.low.min(expected) } else { it.low });
    let high = end(&|it| if is_open(&it) { it.high.max(expected) } else { it.high });
    Degree { expected, low: low.min(expected), high: high.max(expected), basis }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;
    use crate::assessment::fixture::{
        TODAY, answers, catalogue, chosen, not_applicable, unknown, with_evidence,
    };
    use crate::model::{Answer, MeasureId, Proof, Record, RoleId, Voice};

    fn degree(given: &[(&str, Record)], measure: &str) -> Degree {
        let catalogue = catalogue();
        let index = catalogue.measure_index(&MeasureId::new(measure)).expect("exists");
        posture(&catalogue, &answers(given), TODAY).degrees[index]
    }

    fn close(a: f64, b: f64) -> bool {
        libm::fabs(a - b) < 1e-12
    }

    #[test]
    fn without_answers_a_firm_stands_at_the_average_of_firms_like_it() {
        let it = degree(&[], "mfa");
        assert!(close(it.expected, 0.36));
        assert_eq!(it.basis, Basis::NotAsked);
        assert!(it.low < 0.05 && it.high > 0.8, "one firm may have nothing or nearly everything: {it:?}");
    }

    #[test]
    fn not_knowing_neither_helps_nor_harms_but_widens() {
        let it = degree(&[("mfa", unknown())], "mfa");
        assert!(close(it.expected, 0.36));
        assert_eq!(it.basis, Basis::Unknown);
        let known = degree(&[("mfa", chosen("some"))], "mfa");
        assert!(it.high - it.low > known.high - known.low);
    }

    #[test]
    fn an_answer_counts_as_given_and_evidence_narrows_its_range() {
        let claimed = degree(&[("mfa", chosen("all"))], "mfa");
        assert!(close(claimed.expected, 1.0));
        assert_eq!(claimed.basis, Basis::Answered);
        let tested = degree(&[("mfa", with_evidence(chosen("all"), Evidence::Tested))], "mfa");
        assert!(tested.low > claimed.low);
        assert!(claimed.high <= 1.0 && tested.high <= 1.0);
    }

    #[test]
    fn nobody_claims_less_than_there_is() {
        let none = degree(&[("mfa", chosen("none"))], "mfa");
        assert_eq!((none.expected, none.low, none.high), (0.0, 0.0, 0.0));
    }

    #[test]
    fn what_does_not_apply_stays_at_average_without_doubt() {
        let it = degree(&[("mfa", not_applicable())], "mfa");
        assert_eq!(it.basis, Basis::NotRelevant);
        assert!(close(it.expected, 0.36) && close(it.low, it.high));
        assert_eq!(degree(&[], "web-hardening").basis, Basis::NotRelevant);
    }

    #[test]
    fn several_questions_combine_by_their_weights() {
        let given = [
            ("backup-exists", chosen("daily")),
            ("backup-test", chosen("older")),
            ("backup-record", chosen("yes")),
        ];
        // 3 of 4 parts from the rehearsal, 1 of 4 from its record.
        assert!(close(degree(&given, "restore-test").expected, (3.0 * 0.4 + 1.0) / 4.0));
    }

    #[test]
    fn what_builds_on_a_missing_thing_is_missing() {
        let it = degree(&[("backup-exists", chosen("never"))], "restore-test");
        assert!(close(it.expected, 0.0));
        assert_eq!(it.basis, Basis::Answered);
    }

    #[test]
    fn a_rehearsal_wears_towards_the_average_and_never_below_it() {
        let after = |years: i32| {
            let mut rehearsal = chosen("within-6-months");
            rehearsal.date = TODAY.checked_sub(years.years()).expect("in range");
            let mut record = chosen("yes");
            record.date = rehearsal.date;
            let given =
                [("backup-exists", chosen("daily")), ("backup-test", rehearsal), ("backup-record", record)];
            degree(&given, "restore-test")
        };
        let (fresh, average) = (after(0), degree(&[], "restore-test").expected);
        let mut before = fresh;
        for years in [1, 2, 5, 50] {
            let it = after(years);
            assert!(it.expected < before.expected && it.expected >= average, "after {years} years: {it:?}");
            assert!(it.high - it.low >= before.high - before.low, "doubt never shrinks by waiting");
            before = it;
        }
        assert_eq!(after(2).basis, Basis::Aged);
        assert!(libm::fabs(before.expected - average) < 1e-3);
    }

    #[test]
    fn a_bad_answer_does_not_get_better_by_waiting() {
        let mut none = chosen("some");
        let fresh = degree(&[("mfa", none.clone())], "mfa").expected;
        none.date = TODAY.checked_sub(10.years()).expect("in range");
        let old = degree(&[("mfa", none)], "mfa").expected;
        assert!(old <= fresh.max(0.36) + 1e-12);
    }

    #[test]
    fn who_knows_best_decides_and_the_range_covers_everyone() {
        let mut record = chosen("all");
        record.by = Some(RoleId::new("management"));
        record.also = vec![Voice {
            answer: Answer::Chosen("none".into()),
            evidence: Evidence::Claimed,
            proof: Proof::default(),
            date: TODAY,
            by: RoleId::new("it-provider"),
            note: None,
        }];
        let it = degree(&[("mfa", record)], "mfa");
        assert!(close(it.expected, 0.0) && close(it.high, 1.0));
    }

    #[test]
    fn foundations_name_the_questions_behind_a_degree() {
        let catalogue = catalogue();
        let given = answers(&[("backup-exists", chosen("daily")), ("backup-test", unknown())]);
        let index = catalogue.measure_index(&MeasureId::new("restore-test")).expect("exists");
        let behind: Vec<_> = foundations(&catalogue, &given, TODAY)[index]
            .contributions
            .iter()
            .map(|it| (it.question.as_str().to_owned(), it.ground))
            .collect();
        let expected = [("backup-test", Ground::Unknown), ("backup-record", Ground::Unknown)];
        assert_eq!(behind, expected.map(|(id, ground)| (id.to_owned(), ground)));
    }

    #[test]
    fn the_spread_around_an_average_keeps_its_side() {
        for average in [0.0, 0.05, 0.3, 0.5, 0.7, 0.95, 1.0] {
            let (low, high) = spread_around(average);
            assert!((0.0..=1.0).contains(&low) && (0.0..=1.0).contains(&high) && low <= high);
            let (mirrored_low, mirrored_high) = spread_around(1.0 - average);
            assert!(libm::fabs(low - (1.0 - mirrored_high)) < 1e-9);
            assert!(libm::fabs(high - (1.0 - mirrored_low)) < 1e-9);
        }
    }
}
