//! Questions.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{Check, Limits};
use crate::catalogue::raw::{self, At};
use crate::catalogue::{Diagnostic, Fault, Noun};
use crate::model::nearest;
use crate::model::{
    AnswerOption, BySize, DinCheck, Informs, InsurerCheck, MeasureId, OptionId, Question, QuestionId,
    References, SegmentId, TopicId,
};

/// Fewest and most options a question may have.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=6;

impl Check<'_> {
    /// A question; its topic is the folder it lies in.
    pub fn question(&mut self, raw: &raw::Question) -> Question {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), raw.reworded.as_ref()]);
        self.replacement(Noun::Question, raw.replaced_by.as_ref());
        self.options_fit_together(raw);
        Question {
            id: QuestionId::new(&*raw.id),
            topic: self.topic_of_folder(),
            added: raw.added.value.clone(),
            withdrawn: raw.withdrawn.as_ref().map(|it| it.value.clone()),
            replaced_by: raw.replaced_by.as_ref().map(|it| QuestionId::new(&it.value)),
            reworded: raw.reworded.as_ref().map(|it| it.value.clone()),
            text: self.text(&raw.text),
            why: self.text(&raw.why),
            help: self.text(&raw.help),
            examples: self.examples(&raw.examples),
            example_from: raw.example_from,
            acceptance: raw.feeds == Some(raw::Feeds::Acceptance),
            kind: raw.kind,
            knows: self.knows(&raw.knows),
            seconds: self.count(&raw.seconds),
            when: self.when(&raw.when),
            options: raw.options.iter().map(|it| self.answer_option(it)).collect(),
            weights: self.weights(raw),
            references: self.links(raw),
        }
    }

    fn topic_of_folder(&mut self) -> TopicId {
        let folder = self.file.rsplit('/').nth(1).unwrap_or_default();
        self.mention(Noun::Topic, folder, &(0..0));
        if self.index.get(Noun::Topic, folder).is_none()
            && !self.index.may_lack(Noun::Topic, folder, self.unread)
        {
            let fault = Fault::UnknownReference { noun: Noun::Topic, id: folder.to_owned() };
            let meant = nearest(folder, self.index.ids(Noun::Topic));
            self.out.push(Diagnostic::of_file(self.file, fault).meaning(meant));
        }
        TopicId::new(folder)
    }

    fn examples(&mut self, raw: &BTreeMap<At<String>, At<String>>) -> BTreeMap<SegmentId, String> {
        raw.iter().map(|(segment, text)| (self.reference(Noun::Segment, segment), self.text(text))).collect()
    }

    fn knows(&mut self, raw: &At<Vec<At<String>>>) -> Vec<crate::model::RoleId> {
        if raw.is_empty() {
            self.fault(&raw.span, Fault::NoEntry { noun: Noun::Role });
        }
        self.references(Noun::Role, raw)
    }

    fn answer_option(&mut self, raw: &raw::AnswerOption) -> AnswerOption {
        self.id(&raw.id);
        let informs = raw.informs.iter().map(|it| Informs {
            measure: self.reference(Noun::Measure, &it.measure),
            degree: same_for_all(self.number(&it.degree, Limits::SHARE)),
        });
        let informs = informs.collect();
        AnswerOption {
            id: OptionId::new(&*raw.id),
            text: self.text(&raw.text),
            informs,
            nis2: raw.nis2,
            regime: raw.regime,
        }
    }

    fn options_fit_together(&mut self, raw: &raw::Question) {
        if !OPTIONS.contains(&raw.options.len()) {
            self.fault(&raw.text.span, Fault::OptionCount { found: raw.options.len() });
        }
        for (position, option) in raw.options.iter().enumerate() {
            if raw.options[..position].iter().any(|it| it.id == option.id) {
                let fault = Fault::DuplicateId {
                    noun: Noun::Option,
                    id: option.id.value.clone(),
                    other: self.file.to_owned(),
                };
                self.fault(&option.id.span, fault);
            }
        }
        let Some(first) = raw.options.first().map(informed) else { return };
        for option in &raw.options[1..] {
            let these = informed(option);
            if these != first {
                let names = |it: BTreeSet<&str>| it.into_iter().map(str::to_owned).collect();
                let missing = names(first.difference(&these).copied().collect());
                let extra = names(these.difference(&first).copied().collect());
                self.fault(&option.id.span, Fault::UnequalInforms { missing, extra });
            }
        }
    }

    fn weights(&mut self, raw: &raw::Question) -> BTreeMap<MeasureId, f64> {
        let informed: BTreeSet<&str> = raw.options.iter().flat_map(informed).collect();
        let mut weights = BTreeMap::new();
        for (measure, weight) in &raw.weights {
            if !informed.contains(measure.as_str()) {
                self.unknown(Noun::InformedMeasure, measure, informed.iter().copied());
            }
            weights.insert(MeasureId::new(&measure.value), self.number(weight, Limits::POSITIVE));
        }
        weights
    }

    fn links(&mut self, raw: &raw::Question) -> References {
        let links = &raw.references;
        let options = |check: &mut Self, ids: &[At<String>]| -> Vec<OptionId> {
            ids.iter().map(|it| check.option(&raw.id, it)).collect()
        };
        let din = links.din_spec_27076.iter().map(|it| DinCheck {
            requirement: self.reference(Noun::DinRequirement, &it.requirement),
            check: it.check.as_ref().map(|it| it.value.clone()),
            met_by: options(self, &it.met_by),
            irrelevant_by: options(self, &it.irrelevant_by),
        });
        let din = din.collect();
        let insurer = links.insurer.iter().map(|it| InsurerCheck {
            duty: self.reference(Noun::Duty, &it.duty),
            met_by: options(self, &it.met_by),
        });
        let insurer = insurer.collect();
        References {
            din_spec_27076: din,
            bsig_30: links.bsig_30.iter().map(|it| self.bsig_area(it)).collect(),
            bsig_38: links.bsig_38,
            gdpr_art_32: links.gdpr_art_32,
            insurer,
            digcomp: self.references(Noun::Competence, &links.digcomp),
        }
    }
}

/// A degree on the yardstick of the smallest firms; [`super::yardstick`] stretches it for the others.
fn same_for_all(degree: f64) -> BySize<f64> {
    BySize { micro: degree, small: degree, medium: degree }
}

fn informed(option: &raw::AnswerOption) -> BTreeSet<&str> {
    option.informs.iter().map(|it| it.measure.as_str()).collect()
}
