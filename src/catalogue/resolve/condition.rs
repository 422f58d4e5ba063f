//! Conditions, and the words shared by several shapes.

use super::check::Check;
use crate::catalogue::Noun;
use crate::catalogue::raw::{AnswerWhen, At, ProfileWhen, When};
use crate::model::{AnswerCondition, Condition, Level, OptionId, SizeClass};

impl Check<'_> {
    /// A question's condition.
    pub fn when(&mut self, raw: &When) -> Condition {
        Condition {
            answers: self.answers(&raw.answers),
            people: raw.people,
            ..self.profile_lists(&raw.segments, (&raw.sizes, &raw.levels), (&raw.traits, &raw.without_traits))
        }
    }

    /// Answers that must have been given.
    pub fn answers(&mut self, raw: &[AnswerWhen]) -> Vec<AnswerCondition> {
        let answer = |it: &AnswerWhen| AnswerCondition {
            question: self.reference(Noun::Question, &it.question),
            options: it.options.iter().map(|option| self.option(&it.question, option)).collect(),
        };
        raw.iter().map(answer).collect()
    }

    /// A measure's, bundle's or grant's condition.
    pub fn profile_when(&mut self, raw: &ProfileWhen) -> Condition {
        Condition {
            people: raw.people,
            ..self.profile_lists(&raw.segments, (&raw.sizes, &raw.levels), (&raw.traits, &raw.without_traits))
        }
    }

    fn profile_lists(
        &mut self,
        segments: &[At<String>],
        (sizes, levels): (&[At<SizeClass>], &[At<Level>]),
        (traits, without_traits): (&[At<String>], &[At<String>]),
    ) -> Condition {
        Condition {
            segments: self.references(Noun::Segment, segments),
            sizes: sizes.iter().map(|it| it.value).collect(),
            levels: levels.iter().map(|it| it.value).collect(),
            traits: self.references(Noun::Trait, traits),
            without_traits: self.references(Noun::Trait, without_traits),
            people: 0,
            answers: Vec::new(),
        }
    }

    /// An option of a question that exists; of an unknown question nothing is demanded.
    pub fn option(&mut self, question: &str, option: &At<String>) -> OptionId {
        self.mention(Noun::Option, option, &option.span);
        if let Some(options) = self.index.options(question)
            && !options.contains(&option.as_str())
        {
            self.unknown(Noun::Option, option, options.iter().copied());
        }
        OptionId::new(&option.value)
    }
}
