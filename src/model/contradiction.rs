//! Pairs of answers that do not fit together.

use super::{Answer, AnswerCondition, Answers, ContradictionId, TraitId};

/// Two facts that can hardly both be true of one company. Pointed out kindly; what is kept is a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// Id used by content.
    pub id: ContradictionId,
    /// What does not fit together.
    pub sides: [Side; 2],
    /// Why it does not fit, for the owner.
    pub text: String,
}

/// One of the two facts.
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    /// A question was answered with one of these options.
    Answer(AnswerCondition),
    /// The company has this trait.
    Trait(TraitId),
    /// The company does not have this trait.
    WithoutTrait(TraitId),
}

impl Side {
    /// True of these answers. Where no trait was ticked at all, nobody went through the list, and no trait is known
    /// to be missing.
    pub fn holds(&self, answers: &Answers) -> bool {
        let traits = &answers.company.traits;
        match self {
            Self::Answer(condition) => match answers.records.get(&condition.question).map(|it| &it.answer) {
                Some(Answer::Chosen(option)) => condition.options.contains(option),
                _ => false,
            },
            Self::Trait(id) => traits.contains(id),
            Self::WithoutTrait(id) => !traits.is_empty() && !traits.contains(id),
        }
    }
}

impl Contradiction {
    /// True of these answers, of which only those in effect may be given.
    pub fn holds(&self, answers: &Answers) -> bool {
        self.sides.iter().all(|it| it.holds(answers))
    }
}
