//! Yardsticks of others and papers made of points to tick.

use super::check::Check;
use crate::catalogue::Noun;
use crate::catalogue::raw::{self, At};
use crate::model::{CheckList, CheckPoint, DinRequirement, DinSpec, Point, PointId, SaidBy};

/// The framework's version that competences of learning units name.
const DIGCOMP: &str = "2.2";

impl Check<'_> {
    /// A list of points.
    pub fn view(&mut self, raw: &raw::View) -> Vec<Point> {
        self.format(&raw.format);
        let point = |check: &mut Self, it: &raw::Point| Point {
            id: check.point_id(&it.id),
            text: check.text(&it.text),
            measures: check.references(Noun::Measure, &it.measures),
            regime: it.regime,
        };
        raw.points.iter().map(|it| point(self, it)).collect()
    }

    /// Topics and requirements of DIN SPEC 27076.
    pub fn din_spec(&mut self, raw: &raw::DinSpec) -> DinSpec {
        self.format(&raw.format);
        let topic = |check: &mut Self, it: &raw::NamedText| Point {
            id: check.point_id(&it.id),
            text: check.text(&it.text),
            measures: Vec::new(),
            regime: None,
        };
        let requirement = |check: &mut Self, it: &raw::DinRequirement| DinRequirement {
            id: check.point_id(&it.id),
            topic: check.reference(Noun::DinTopic, &it.topic),
            top: it.top,
            text: check.text(&it.text),
        };
        DinSpec {
            topics: raw.topics.iter().map(|it| topic(self, it)).collect(),
            requirements: raw.requirements.iter().map(|it| requirement(self, it)).collect(),
        }
    }

    /// A paper made of points to tick.
    pub fn check_list(&mut self, raw: &raw::CheckList) -> CheckList {
        self.format(&raw.format);
        CheckList {
            title: self.text(&raw.title),
            subject: self.text(&raw.subject),
            lead: raw.lead.as_ref().map(|it| self.text(it)),
            last_column: self.text(&raw.last_column),
            note: self.text(&raw.note),
            lines: raw.lines.iter().map(|it| self.text(it)).collect(),
            points: raw.points.iter().map(|it| self.check_point(it)).collect(),
            contracts: raw
                .contracts
                .iter()
                .map(|it| (self.reference(Noun::Trait, &it.trait_), self.text(&it.title)))
                .collect(),
            actors: raw.actors.iter().map(|it| (self.text(&it.who), self.text(&it.what))).collect(),
        }
    }

    fn check_point(&mut self, raw: &raw::CheckPoint) -> CheckPoint {
        CheckPoint {
            id: self.point_id(&raw.id),
            text: self.text(&raw.text),
            when: self.profile_when(&raw.when),
            bsig: raw.bsig,
            said_by: raw.says.as_ref().map(|it| self.said_by(it)),
            bearable: raw.bearable,
        }
    }

    fn said_by(&mut self, raw: &raw::Says) -> SaidBy {
        match raw {
            raw::Says::Measure(id) => SaidBy::Measure(self.reference(Noun::Measure, id)),
            raw::Says::Question(id) => SaidBy::Question(self.reference(Noun::Question, id)),
            raw::Says::Fact(raw::AnsweredFact::CrownJewels) => SaidBy::CrownJewels,
            raw::Says::Fact(raw::AnsweredFact::StandstillDay) => SaidBy::StandstillDay,
        }
    }

    /// Points are named by words, or by the numbers that others gave them.
    fn point_id(&mut self, id: &At<String>) -> PointId {
        let is_number = !id.is_empty() && id.chars().all(|it| it.is_ascii_digit() || it == '.');
        if !is_number {
            self.id(id);
        }
        PointId::new(&id.value)
    }

    /// A competence with the framework's version, such as "2.2:4.1".
    pub fn versioned_competence(&mut self, raw: &At<String>) -> String {
        match raw.split_once(':') {
            Some((DIGCOMP, number)) => {
                let number = At { value: number.to_owned(), span: raw.span.clone() };
                self.reference::<PointId>(Noun::Competence, &number);
            }
            _ => self.unknown(Noun::Competence, raw, std::iter::empty()),
        }
        raw.value.clone()
    }
}
