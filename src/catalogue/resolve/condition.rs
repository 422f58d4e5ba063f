//! Conditions, and the words shared by several shapes.

use super::check::Check;
use crate::catalogue::Noun;
use crate::catalogue::raw::{At, LevelName, ProfileWhen, Provider, SizeName, TierName, When};
use crate::model::{self, AnswerCondition, Condition, Level, OptionId, SizeClass, TierLevel};

impl Check<'_> {
    /// A question's condition.
    pub fn when(&mut self, raw: &When) -> Condition {
        let answers = raw.answers.iter().map(|it| AnswerCondition {
            question: self.reference(Noun::Question, &it.question),
            options: it.options.iter().map(|option| self.option(&it.question, option)).collect(),
        });
        Condition {
            answers: answers.collect(),
            ..self.profile_lists(&raw.segments, (&raw.sizes, &raw.levels), (&raw.traits, &raw.without_traits))
        }
    }

    /// A measure's, bundle's or grant's condition.
    pub fn profile_when(&mut self, raw: &ProfileWhen) -> Condition {
        self.profile_lists(&raw.segments, (&raw.sizes, &raw.levels), (&raw.traits, &raw.without_traits))
    }

    fn profile_lists(
        &mut self,
        segments: &[At<String>],
        (sizes, levels): (&[At<SizeName>], &[At<LevelName>]),
        (traits, without_traits): (&[At<String>], &[At<String>]),
    ) -> Condition {
        Condition {
            segments: self.references(Noun::Segment, segments),
            sizes: sizes.iter().map(|it| size_name(it.value)).collect(),
            levels: levels.iter().map(|it| level_name(it.value)).collect(),
            traits: self.references(Noun::Trait, traits),
            without_traits: self.references(Noun::Trait, without_traits),
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

/// The model's size class.
pub(crate) fn size_name(name: SizeName) -> SizeClass {
    match name {
        SizeName::Micro => SizeClass::Micro,
        SizeName::Small => SizeClass::Small,
        SizeName::Medium => SizeClass::Medium,
    }
}

/// The model's degree of digitalisation.
pub(crate) fn level_name(name: LevelName) -> Level {
    match name {
        LevelName::Low => Level::Low,
        LevelName::Medium => Level::Medium,
        LevelName::High => Level::High,
    }
}

/// The model's variant level.
pub(crate) fn tier_level(name: TierName) -> TierLevel {
    match name {
        TierName::Minimum => TierLevel::Minimum,
        TierName::Standard => TierLevel::Standard,
        TierName::Extended => TierLevel::Extended,
    }
}

/// The model's provider.
pub(crate) fn provider(name: Provider) -> model::Provider {
    match name {
        Provider::Technician => model::Provider::Technician,
        Provider::Consultant => model::Provider::Consultant,
    }
}
