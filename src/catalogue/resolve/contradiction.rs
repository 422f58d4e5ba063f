//! Answers that do not fit together.

use super::check::Check;
use crate::catalogue::raw::{self, At};
use crate::catalogue::{Fault, Noun};
use crate::model::{AnswerCondition, Contradiction, ContradictionId, OptionId, Side};
use crate::toml_file::Slip;

impl Check<'_> {
    /// The pairs, in the order of the file.
    pub fn contradictions(&mut self, raw: &raw::Contradictions) -> Vec<Contradiction> {
        self.format(&raw.format);
        raw.contradictions
            .iter()
            .map(|it| {
                self.id(&it.id);
                Contradiction {
                    id: ContradictionId::new(&*it.id),
                    sides: [self.side(&it.first), self.side(&it.second)],
                    text: self.text(&it.text),
                }
            })
            .collect()
    }

    fn side(&mut self, raw: &At<raw::Side>) -> Side {
        match (&raw.question, &raw.with_trait, &raw.without_trait) {
            (Some(question), None, None) => {
                if raw.options.is_empty() {
                    self.fault(&raw.span, Fault::Slip(Slip::Missing { key: "options" }));
                }
                let options: Vec<OptionId> = raw.options.iter().map(|it| self.option(question, it)).collect();
                Side::Answer(AnswerCondition { question: self.reference(Noun::Question, question), options })
            }
            (None, Some(id), None) if raw.options.is_empty() => Side::Trait(self.reference(Noun::Trait, id)),
            (None, None, Some(id)) if raw.options.is_empty() => {
                Side::WithoutTrait(self.reference(Noun::Trait, id))
            }
            _ => {
                self.fault(&raw.span, Fault::SideUnclear);
                Side::Trait("".into())
            }
        }
    }
}
