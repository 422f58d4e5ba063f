//! Thresholds laid on answers and the report made of them: which are met, and which answer would help where one is not.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Now, Report};
use crate::assessment::{Standings, posture};
use crate::decision::Advice;
use crate::guidance::views::din_view;
use crate::model::{Answer, Answers, Catalogue, GateLimits, MeasureId, OptionId, QuestionId, Record};
use crate::risk::{FirmModel, Refusal, TAIL_PROBABILITY};

/// What a threshold is laid on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Expected loss a year, euros.
    ExpectedLoss,
    /// Loss of a bad year, the mean of the worst twentieth, euros.
    BadYear,
    /// Probability a year of a loss above the reserve.
    RuinProbability,
    /// Points of DIN SPEC 27076.
    DinPoints,
    /// Days since the oldest answer that counts.
    AnswerAge,
    /// Days since figures and law in the content were last checked.
    ContentAge,
    /// Measures that law or contract demands and that are missing.
    OpenDuties,
    /// Decisions past their day.
    OverdueDecisions,
    /// Expected loss a year against an older assessment, euros.
    Baseline,
    /// Questions with an answer; without any nothing is known of the firm.
    Answered,
    /// Answers and decisions dated after the day of reckoning.
    DatedLater,
    /// Content that the program does not know, newer or long gone, to which the answers were given.
    OtherContent,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 12] = [
        Self::ExpectedLoss,
        Self::BadYear,
        Self::RuinProbability,
        Self::DinPoints,
        Self::AnswerAge,
        Self::ContentAge,
        Self::OpenDuties,
        Self::OverdueDecisions,
        Self::Baseline,
        Self::Answered,
        Self::DatedLater,
        Self::OtherContent,
    ];

    /// True for what has to hold before any threshold means something; named only where it does not hold.
    pub fn is_a_condition(self) -> bool {
        matches!(self, Self::Answered | Self::DatedLater | Self::OtherContent)
    }

    /// The id used in results.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ExpectedLoss => "max-expected-loss",
            Self::BadYear => "max-bad-year",
            Self::RuinProbability => "max-ruin-probability",
            Self::DinPoints => "min-din-points",
            Self::AnswerAge => "max-age-days",
            Self::ContentAge => "max-content-age-days",
            Self::OpenDuties => "no-open-duty",
            Self::OverdueDecisions => "no-overdue-decision",
            Self::Baseline => "baseline",
            Self::Answered => "answered",
            Self::DatedLater => "dated-later",
            Self::OtherContent => "other-content",
        }
    }

    /// True where the value must reach the limit rather than stay below it.
    pub fn is_a_minimum(self) -> bool {
        matches!(self, Self::DinPoints | Self::Answered)
    }
}

/// What would bring a value nearer to its limit.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// Doing what an option of a question says: the weakest that is enough, else the best.
    Answer {
        /// The question.
        question: QuestionId,
        /// The option.
        option: OptionId,
        /// The value with that answer alone changed.
        value: f64,
        /// True where that alone is enough.
        suffices: bool,
    },
    /// Asking an old question again.
    AskAgain {
        /// The question.
        question: QuestionId,
        /// The day of its answer.
        answered: Date,
    },
    /// Deciding about a measure anew, or doing it.
    Decide {
        /// The measure.
        measure: MeasureId,
    },
}

/// One rule and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The rule.
    pub rule: Rule,
    /// The value.
    pub value: f64,
    /// The limit.
    pub limit: f64,
    /// False where the value says nothing, because a condition does not hold; such a rule is not met.
    pub is_judgeable: bool,
    /// What would help, the most helpful first; empty where the rule is met.
    pub remedies: Vec<Remedy>,
}

impl Checked {
    /// True where the value keeps to the limit.
    pub fn is_met(&self) -> bool {
        self.is_judgeable && keeps(self.rule, self.value, self.limit)
    }
}

fn keeps(rule: Rule, value: f64, limit: f64) -> bool {
    if rule.is_a_minimum() { value >= limit } else { value <= limit }
}

/// What the thresholds are laid on.
#[derive(Clone, Copy, Debug)]
pub struct Gate<'a> {
    /// The content.
    pub catalogue: &'a Catalogue,
    /// The answers that count.
    pub answers: &'a Answers,
    /// Day of reckoning.
    pub date: Date,
    /// The firm's year; needed where [`needs_loss`] says so.
    pub now: Option<&'a Now>,
    /// The report of the day; needed where [`needs_report`] says so.
    pub report: Option<&'a Report>,
    /// The thresholds.
    pub limits: &'a GateLimits,
    /// Expected loss a year of the older assessment that must not be exceeded, euros.
    pub baseline_eur: Option<f64>,
    /// True where the program knows the content the answers were given to: its own, or a released one that it keeps.
    pub knows_content: bool,
}

/// Remedies named per rule; more is no help.
const MOST_REMEDIES: usize = 3;

/// Answers whose exact distribution is looked at; ranked by expected loss before.
const LOOKED_AT: usize = 8;

/// A baseline counts as exceeded from one percent on: in less lie the weeks between two runs (judgement).
const BASELINE_TOLERANCE: f64 = 1.01;

/// True where the loss of a year has to be reckoned for these thresholds; the age of answers is read off the file.
pub fn needs_loss(limits: &GateLimits, has_baseline: bool) -> bool {
    let is_set = |it| limit(it, limits, has_baseline.then_some(0.0)).is_some();
    [Rule::ExpectedLoss, Rule::BadYear, Rule::RuinProbability, Rule::Baseline].into_iter().any(is_set)
}

/// True where a whole report has to be made: only for what is decided on.
pub fn needs_report(limits: &GateLimits) -> bool {
    limits.no_open_duty || limits.no_overdue_decision
}

fn limit(rule: Rule, limits: &GateLimits, baseline_eur: Option<f64>) -> Option<f64> {
    match rule {
        Rule::ExpectedLoss => limits.max_expected_loss_eur,
        Rule::BadYear => limits.max_bad_year_eur,
        Rule::RuinProbability => limits.max_ruin_probability,
        Rule::DinPoints => limits.min_din_points.map(f64::from),
        Rule::AnswerAge => limits.max_age_days.map(f64::from),
        Rule::ContentAge => limits.max_content_age_days.map(f64::from),
        Rule::OpenDuties => limits.no_open_duty.then_some(0.0),
        Rule::OverdueDecisions => limits.no_overdue_decision.then_some(0.0),
        Rule::Baseline => baseline_eur.map(|it| it * BASELINE_TOLERANCE),
        Rule::Answered => Some(1.0),
        Rule::DatedLater | Rule::OtherContent => Some(0.0),
    }
}

impl Gate<'_> {
    /// Every rule that has a threshold, in the order of [`Rule::ALL`], and the conditions that do not hold.
    pub fn checked(&self) -> Result<Vec<Checked>, Refusal> {
        let mut all = Vec::new();
        for rule in Rule::ALL {
            let Some(limit) = limit(rule, self.limits, self.baseline_eur) else { continue };
            let value = self.value(rule);
            let is_met = keeps(rule, value, limit);
            if is_met && rule.is_a_condition() {
                continue;
            }
            let remedies = if is_met { Vec::new() } else { self.remedies(rule, limit)? };
            // Nothing answered has no age, and an answer of tomorrow none that means anything.
            // Neither has content that names no day.
            let is_judgeable = match rule {
                Rule::AnswerAge => self.has_ages(),
                Rule::ContentAge => self.catalogue.version.dated.is_some(),
                _ => true,
            };
            all.push(Checked { rule, value, limit, is_judgeable, remedies });
        }
        Ok(all)
    }

    fn has_ages(&self) -> bool {
        !self.answers.records.is_empty() && self.later_answers().next().is_none()
    }

    fn report(&self) -> &Report {
        self.report.expect("whoever sets such a threshold was told to make a report")
    }

    fn now(&self) -> &Now {
        self.now.expect("whoever sets such a threshold was told to reckon the year")
    }

    fn value(&self, rule: Rule) -> f64 {
        match rule {
            Rule::ExpectedLoss | Rule::Baseline => self.now().expected_annual_loss(),
            Rule::BadYear => self.now().bad_year(),
            Rule::RuinProbability => self.now().above_reserve(),
            Rule::DinPoints => f64::from(din_view(self.catalogue, self.answers).points),
            Rule::AnswerAge => self.ages().first().map_or(0.0, |it| f64::from(it.0.max(0))),
            Rule::ContentAge => {
                self.catalogue.version.dated.map_or(0.0, |it| f64::from((self.date - it).get_days().max(0)))
            }
            Rule::Answered => self.answers.records.len() as f64,
            Rule::DatedLater => (self.later_answers().count() + self.later_decisions().count()) as f64,
            Rule::OtherContent => f64::from(u8::from(!self.knows_content)),
            Rule::OpenDuties => self.duties().count() as f64,
            Rule::OverdueDecisions => self.overdue().count() as f64,
        }
    }

    fn remedies(&self, rule: Rule, limit: f64) -> Result<Vec<Remedy>, Refusal> {
        Ok(match rule {
            Rule::AnswerAge => {
                let too_old = self.ages().into_iter().filter(|it| !keeps(rule, f64::from(it.0), limit));
                too_old
                    .map(|(_, question, answered)| Remedy::AskAgain { question, answered })
                    .take(MOST_REMEDIES)
                    .collect()
            }
            Rule::DatedLater => {
                let answers = self
                    .later_answers()
                    .map(|(question, answered)| Remedy::AskAgain { question: question.clone(), answered });
                let decisions = self.later_decisions().map(|it| Remedy::Decide { measure: it.clone() });
                answers.chain(decisions).take(MOST_REMEDIES).collect()
            }
            Rule::Answered | Rule::OtherContent | Rule::ContentAge => Vec::new(),
            Rule::OpenDuties => self.duties().map(|it| Remedy::Decide { measure: it.clone() }).collect(),
            Rule::OverdueDecisions => {
                self.overdue().map(|it| Remedy::Decide { measure: it.clone() }).collect()
            }
            Rule::DinPoints => self.best_answers(rule, limit, self.candidates(), |answers| {
                Ok(f64::from(din_view(self.catalogue, answers).points))
            })?,
            Rule::ExpectedLoss | Rule::Baseline => {
                let firm = self.firm();
                self.best_answers(rule, limit, self.candidates(), |answers| {
                    Ok(firm.expected_annual_loss(&self.degrees(answers)))
                })?
            }
            Rule::BadYear | Rule::RuinProbability => {
                let firm = self.firm();
                let mut likely: Vec<(f64, (QuestionId, OptionId))> = self
                    .candidates()
                    .into_iter()
                    .map(|it| (firm.expected_annual_loss(&self.degrees(&self.with(&it))), it))
                    .collect();
                likely.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
                let likely = likely.into_iter().map(|it| it.1).take(LOOKED_AT).collect();
                self.best_answers(rule, limit, likely, |answers| {
                    let loss = firm.annual_loss(&self.degrees(answers))?;
                    Ok(match rule {
                        Rule::BadYear => loss.tail_value_at_risk(TAIL_PROBABILITY),
                        _ => loss.probability_above(firm.reserve_eur()),
                    })
                })?
            }
        })
    }

    /// The answers that bring the value nearest to the limit, each taken alone.
    fn best_answers(
        &self,
        rule: Rule,
        limit: f64,
        candidates: Vec<(QuestionId, OptionId)>,
        value_of: impl Fn(&Answers) -> Result<f64, Refusal>,
    ) -> Result<Vec<Remedy>, Refusal> {
        let now = self.value(rule);
        let mut found = Vec::new();
        for it in candidates {
            let value = value_of(&self.with(&it))?;
            let better = if rule.is_a_minimum() { value > now } else { value < now };
            if better {
                found.push((value, it));
            }
        }
        found.sort_by(|a, b| {
            let order = a.0.total_cmp(&b.0);
            let order = if rule.is_a_minimum() { order.reverse() } else { order };
            order.then_with(|| a.1.cmp(&b.1))
        });
        found.truncate(MOST_REMEDIES);
        let mut remedies = Vec::with_capacity(found.len());
        for (best, (question, option)) in found {
            let suffices = keeps(rule, best, limit);
            let (value, option) =
                if suffices { self.least(rule, limit, &question, &value_of)? } else { (best, option) };
            remedies.push(Remedy::Answer { question, option, value, suffices });
        }
        Ok(remedies)
    }

    /// The weakest option of a question that is enough, where its best one is.
    fn least(
        &self,
        rule: Rule,
        limit: f64,
        question: &QuestionId,
        value_of: &impl Fn(&Answers) -> Result<f64, Refusal>,
    ) -> Result<(f64, OptionId), Refusal> {
        let options =
            &self.catalogue.question(question).expect("a candidate is one of the catalogue's").options;
        let mut last = None;
        for it in options {
            let value = value_of(&self.with(&(question.clone(), it.id.clone())))?;
            last = Some((value, it.id.clone()));
            if keeps(rule, value, limit) {
                break;
            }
        }
        Ok(last.expect("a question has at least two options"))
    }

    fn firm(&self) -> FirmModel {
        FirmModel::new(self.catalogue, &self.answers.company)
    }

    fn degrees(&self, answers: &Answers) -> Vec<f64> {
        posture(self.catalogue, answers, self.date).expected()
    }

    /// The report's answers with another option of one question, as of today.
    fn with(&self, (question, option): &(QuestionId, OptionId)) -> Answers {
        let mut answers = self.answers.clone();
        let record = Record::claimed(Answer::Chosen(option.clone()), self.date);
        answers.records.insert(question.clone(), record);
        answers
    }

    /// Questions that concern this firm, with their best option; also those already answered so, for their
    /// answer may have worn off.
    fn candidates(&self) -> Vec<(QuestionId, OptionId)> {
        let answers = &self.answers;
        let standings = Standings::new(self.catalogue, &answers.company, &answers.records);
        standings
            .open(self.catalogue)
            .filter_map(|it| Some((it.id.clone(), it.options.last()?.id.clone())))
            .collect()
    }

    /// Days since each answer that counts, the oldest first.
    fn ages(&self) -> Vec<(i32, QuestionId, Date)> {
        let today = self.date;
        let mut ages: Vec<(i32, QuestionId, Date)> = self
            .answers
            .records
            .iter()
            .map(|(id, record)| ((today - record.date).get_days(), id.clone(), record.date))
            .collect();
        ages.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        ages
    }

    /// Answers given after the day of reckoning, with their days.
    fn later_answers(&self) -> impl Iterator<Item = (&QuestionId, Date)> {
        let later = |it: &(&QuestionId, Date)| it.1 > self.date;
        self.answers.records.iter().map(|(id, it)| (id, it.date)).filter(later)
    }

    /// Decisions taken after the day of reckoning.
    fn later_decisions(&self) -> impl Iterator<Item = &MeasureId> {
        self.answers.decisions.iter().filter(|it| it.1.date > self.date).map(|it| it.0)
    }

    fn duties(&self) -> impl Iterator<Item = &MeasureId> {
        let open = |it: &&crate::decision::Judged| it.advice == Advice::Duty;
        self.report().decision.measures.iter().filter(open).map(|it| &it.measure)
    }

    /// Measures to be done by a day that has passed and still missing, and accepted risks past their review.
    fn overdue(&self) -> impl Iterator<Item = &MeasureId> {
        let today = self.date;
        let in_place: BTreeMap<&MeasureId, bool> = self
            .report()
            .decision
            .measures
            .iter()
            .map(|it| (&it.measure, it.weighed.as_ref().is_some_and(|it| it.tier.is_none() && !it.in_plan)))
            .collect();
        self.answers
            .decisions
            .iter()
            .filter(move |(measure, taken)| {
                let done = in_place.get(measure).copied().unwrap_or(false);
                taken.has_lapsed(today) || (taken.is_late(today) && !done)
            })
            .map(|(measure, _)| measure)
    }
}
