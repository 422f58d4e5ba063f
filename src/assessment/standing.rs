//! Which questions concern a company, and what earlier answers already say about the others.

use std::collections::BTreeMap;

use crate::model::{
    Answer, AnswerCondition, Answers, Catalogue, Company, Level, OptionId, Question, QuestionId, Record,
};

/// Where a question stands for one company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is asked.
    Open,
    /// Firms like this are not asked it (any more), or the trait it hangs on is open; the answer that was given counts.
    Kept,
    /// Content no longer asks it; an old answer counts until the question that replaced it is answered.
    Withdrawn,
    /// It does not fit the company's profile.
    OtherFirms,
    /// A question on which it depends has no answer yet.
    Waiting,
    /// An earlier answer closes it, and says something about it in doing so.
    Closed(Closed),
}

/// What the closing answer says about the closed question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closed {
    /// It was worse than every answer that would have opened the question: what builds on something that
    /// is missing is missing too, so the question counts as answered with its worst option.
    Worse,
    /// The earlier question does not apply here, so neither does this one.
    NotApplicable,
    /// The earlier answer led elsewhere; nothing follows for this question.
    Elsewhere,
    /// Nobody knew the earlier answer, so nobody knows this one.
    Unknown,
}

/// The standing of every question of a catalogue, in its order.
#[derive(Clone, Debug)]
pub struct Standings {
    of: Vec<Standing>,
}

impl Standings {
    /// Judges every question for a company with these answers so far.
    pub fn new(catalogue: &Catalogue, company: &Company, records: &BTreeMap<QuestionId, Record>) -> Self {
        let positions = catalogue.questions.iter().enumerate().map(|(index, it)| (&it.id, index)).collect();
        let level = catalogue.level(company);
        let mut judge = Judge { catalogue, company, level, records, positions, known: BTreeMap::new() };
        Self { of: (0..catalogue.questions.len()).map(|index| judge.standing(index)).collect() }
    }

    /// The standing of the question at that position of [`Catalogue::questions`].
    pub fn at(&self, index: usize) -> Standing {
        self.of[index]
    }

    /// The questions that are asked, in catalogue order.
    pub fn open<'a>(&'a self, catalogue: &'a Catalogue) -> impl Iterator<Item = &'a Question> {
        catalogue.questions.iter().zip(&self.of).filter(|(_, it)| **it == Standing::Open).map(|(it, _)| it)
    }

    /// The record that counts for the question at that position; answers to questions that no longer
    /// apply are kept in the file but count for nothing.
    pub fn counting<'a>(
        &self,
        catalogue: &Catalogue,
        records: &'a BTreeMap<QuestionId, Record>,
        index: usize,
    ) -> Option<&'a Record> {
        let question = &catalogue.questions[index];
        let counts = match self.of[index] {
            Standing::Open | Standing::Kept => true,
            Standing::Withdrawn => question.replaced_by.as_ref().is_none_or(|it| !records.contains_key(it)),
            Standing::OtherFirms | Standing::Waiting | Standing::Closed(_) => false,
        };
        if counts { records.get(&question.id) } else { None }
    }
}

/// The same answers without those that count for nothing: questions that no longer apply and questions the
/// catalogue does not have. Views that look at single answers start from here.
pub fn in_effect(catalogue: &Catalogue, answers: &Answers) -> Answers {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let records = (0..catalogue.questions.len())
        .filter_map(|index| {
            let record = standings.counting(catalogue, &answers.records, index)?;
            Some((catalogue.questions[index].id.clone(), record.clone()))
        })
        .collect();
    Answers { records, ..answers.clone() }
}

struct Judge<'a> {
    catalogue: &'a Catalogue,
    company: &'a Company,
    level: Level,
    records: &'a BTreeMap<QuestionId, Record>,
    positions: BTreeMap<&'a QuestionId, usize>,
    /// `None` while a question is being judged, so that a cycle ends as waiting instead of forever.
    known: BTreeMap<usize, Option<Standing>>,
}

impl Judge<'_> {
    fn standing(&mut self, index: usize) -> Standing {
        if let Some(known) = self.known.get(&index) {
            return known.unwrap_or(Standing::Waiting);
        }
        self.known.insert(index, None);
        let standing = self.judge(index);
        self.known.insert(index, Some(standing));
        standing
    }

    fn judge(&mut self, index: usize) -> Standing {
        let question = &self.catalogue.questions[index];
        if question.withdrawn.is_some() {
            return Standing::Withdrawn;
        }
        let is_asked = question.when.holds_for(self.company, self.level);
        let is_answered = self.records.contains_key(&question.id);
        // Size class and level decide what is asked, not what counts: what was said, and what follows from it, stays. Of an
        // open trait only given answers count.
        let may_count = if is_answered {
            question.when.may_hold_for(self.company)
        } else {
            question.when.holds_but_for_size(self.company)
        };
        if !is_asked && !may_count {
            return Standing::OtherFirms;
        }
        match self.behind_gates(question) {
            Standing::Open if !is_asked && is_answered => Standing::Kept,
            Standing::Open | Standing::Waiting if !is_asked => Standing::OtherFirms,
            standing => standing,
        }
    }

    /// The standing of a question that fits the company, by the answers it depends on.
    fn behind_gates(&mut self, question: &Question) -> Standing {
        let gates: Vec<Standing> = question.when.answers.iter().map(|it| self.gate(it)).collect();
        let closed = gates.iter().filter_map(|it| match it {
            Standing::Closed(closed) => Some(*closed),
            _ => None,
        });
        if let Some(closed) = closed.min() {
            return Standing::Closed(closed);
        }
        // Not asked because its gate is for other firms, or not asked yet because its gate is not.
        [Standing::OtherFirms, Standing::Waiting]
            .into_iter()
            .find(|it| gates.contains(it))
            .unwrap_or(Standing::Open)
    }

    /// `Open` where the earlier answer opens the question.
    fn gate(&mut self, gate: &AnswerCondition) -> Standing {
        let Some(&index) = self.positions.get(&gate.question) else {
            return Standing::OtherFirms;
        };
        let earlier = &self.catalogue.questions[index];
        match self.standing(index) {
            Standing::Open | Standing::Kept => match self.records.get(&earlier.id).map(|it| it.best(earlier))
            {
                None => Standing::Waiting,
                Some(Answer::Unknown) => Standing::Closed(Closed::Unknown),
                Some(Answer::NotApplicable { .. }) => Standing::Closed(Closed::NotApplicable),
                Some(Answer::Chosen(option)) => passed(earlier, option, gate),
            },
            Standing::Closed(Closed::Worse) => {
                earlier.options.first().map_or(Standing::Waiting, |worst| passed(earlier, &worst.id, gate))
            }
            Standing::Withdrawn => Standing::OtherFirms,
            other => other,
        }
    }
}

fn passed(earlier: &Question, chosen: &OptionId, gate: &AnswerCondition) -> Standing {
    if gate.options.contains(chosen) {
        return Standing::Open;
    }
    let position = |id: &OptionId| earlier.options.iter().position(|it| &it.id == id);
    let first_opening = gate.options.iter().filter_map(position).min();
    match (position(chosen), first_opening) {
        (Some(chosen), Some(opening)) if chosen < opening => Standing::Closed(Closed::Worse),
        _ => Standing::Closed(Closed::Elsewhere),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::fixture::{answers, catalogue, chosen, not_applicable, unknown};

    fn check(given: &[(&str, Record)], question: &str) -> Standing {
        let catalogue = catalogue();
        let answers = answers(given);
        let standings = Standings::new(&catalogue, &answers.company, &answers.records);
        let index = catalogue.questions.iter().position(|it| it.id.as_str() == question).expect("exists");
        standings.at(index)
    }

    #[test]
    fn a_follow_up_waits_for_the_question_it_builds_on() {
        assert_eq!(check(&[], "backup-exists"), Standing::Open);
        assert_eq!(check(&[], "backup-test"), Standing::Waiting);
        assert_eq!(check(&[("backup-exists", chosen("daily"))], "backup-test"), Standing::Open);
    }

    #[test]
    fn a_worse_earlier_answer_answers_the_follow_up() {
        let given = [("backup-exists", chosen("never"))];
        assert_eq!(check(&given, "backup-test"), Standing::Closed(Closed::Worse));
        // And what builds on the follow-up: its worst option does not open it either.
        assert_eq!(check(&given, "backup-record"), Standing::Closed(Closed::Worse));
    }

    #[test]
    fn not_knowing_and_not_applying_carry_over() {
        assert_eq!(check(&[("backup-exists", unknown())], "backup-test"), Standing::Closed(Closed::Unknown));
        assert_eq!(
            check(&[("backup-exists", not_applicable())], "backup-test"),
            Standing::Closed(Closed::NotApplicable)
        );
    }

    #[test]
    fn questions_for_other_firms_are_not_asked() {
        assert_eq!(check(&[], "shop-updates"), Standing::OtherFirms);
    }

    #[test]
    fn answers_of_a_closed_branch_do_not_count_and_come_back_with_it() {
        let catalogue = catalogue();
        let closed =
            answers(&[("backup-exists", chosen("never")), ("backup-test", chosen("within-6-months"))]);
        assert!(!in_effect(&catalogue, &closed).records.contains_key("backup-test"));
        let open = answers(&[("backup-exists", chosen("daily")), ("backup-test", chosen("within-6-months"))]);
        assert!(in_effect(&catalogue, &open).records.contains_key("backup-test"));
    }

    #[test]
    fn a_withdrawn_question_counts_until_its_successor_is_answered() {
        let catalogue = catalogue();
        let old = answers(&[("old-mfa", chosen("all"))]);
        assert!(in_effect(&catalogue, &old).records.contains_key("old-mfa"));
        let both = answers(&[("old-mfa", chosen("all")), ("mfa", chosen("none"))]);
        assert!(!in_effect(&catalogue, &both).records.contains_key("old-mfa"));
    }
}
