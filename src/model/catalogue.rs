//! Everything the tool knows, resolved.

use std::collections::BTreeMap;

use super::{
    Bundle, BundleId, CheckLists, Company, Constants, Contradiction, DigitalItem, Grant, GrantId, Knowledge,
    Level, LevelProfile, Measure, MeasureId, Question, QuestionId, Role, RoleId, Scenario, ScenarioId,
    Segment, SegmentId, SizeClass, SizeProfile, Source, SourceId, SubTrade, SubTradeId, Term, Topic, TopicId,
    Trait, TraitId, Views,
};

/// Which content this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentVersion {
    /// Calendar version such as "2026.1".
    pub version: String,
    /// SHA-256 over all files, hexadecimal.
    pub sha256: String,
}

/// The resolved content. Every reference inside it exists.
///
/// All lists are sorted by id except topics, digitalisation items, traits and roles, which keep the order in
/// which people should meet them, and questions, which follow their topic's order and then their file name.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// Which content this is.
    pub version: ContentVersion,
    /// Constants of the model.
    pub constants: Constants,
    /// What can happen.
    pub scenarios: Vec<Scenario>,
    /// What helps.
    pub measures: Vec<Measure>,
    /// Offers that supply several measures.
    pub bundles: Vec<Bundle>,
    /// Public money that takes part of a price off.
    pub grants: Vec<Grant>,
    /// What helps without being a figure: cases, attacks, learning, contacts, law, exercises.
    pub knowledge: Knowledge,
    /// Yardsticks of others.
    pub views: Views,
    /// Papers made of points to tick.
    pub check_lists: CheckLists,
    /// What we ask.
    pub questions: Vec<Question>,
    /// Answers that do not fit together, in the order in which they are pointed out.
    pub contradictions: Vec<Contradiction>,
    /// Topics in order.
    pub topics: Vec<Topic>,
    /// Market segments.
    pub segments: Vec<Segment>,
    /// What firms do, inside their segment.
    pub sub_trades: Vec<SubTrade>,
    /// Size classes, ascending.
    pub sizes: Vec<SizeProfile>,
    /// Degrees of digitalisation, ascending.
    pub levels: Vec<LevelProfile>,
    /// The twelve digitalisation items in order.
    pub items: Vec<DigitalItem>,
    /// Traits in order.
    pub traits: Vec<Trait>,
    /// Roles in order.
    pub roles: Vec<Role>,
    /// Explained words, by word.
    pub glossary: Vec<Term>,
    /// Sources by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// What took the place of what was withdrawn.
    pub successors: Successors,
}

/// What took the place of withdrawn entries that answers files can name; entries without a successor are left out.
/// Questions are not here: withdrawn ones stay in [`Catalogue::questions`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Successors {
    /// Withdrawn measures with the measure in use that stands for them now.
    pub measures: BTreeMap<MeasureId, MeasureId>,
    /// Withdrawn segments with the segment in use that stands for them now.
    pub segments: BTreeMap<SegmentId, SegmentId>,
    /// Withdrawn sub-trades with the sub-trade in use that stands for them now.
    pub sub_trades: BTreeMap<SubTradeId, SubTradeId>,
}

impl Catalogue {
    /// Position of a measure in [`Self::measures`] and in every posture.
    pub fn measure_index(&self, id: &MeasureId) -> Option<usize> {
        self.measures.binary_search_by(|it| it.id.cmp(id)).ok()
    }

    /// Highest bearable probability a year of a loss above the reserve: the owner's limit, else the usual one.
    pub fn tolerable_ruin(&self, company: &Company) -> f64 {
        company.tolerable_ruin.unwrap_or(self.constants.tolerable_ruin.value)
    }

    /// The grant with that id.
    pub fn grant(&self, id: &GrantId) -> Option<&Grant> {
        self.grants.iter().find(|it| &it.id == id)
    }

    /// The measure with that id.
    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measure_index(id).map(|index| &self.measures[index])
    }

    /// Position of a scenario in [`Self::scenarios`].
    pub fn scenario_index(&self, id: &ScenarioId) -> Option<usize> {
        self.scenarios.binary_search_by(|it| it.id.cmp(id)).ok()
    }

    /// The scenario with that id.
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Scenario> {
        self.scenario_index(id).map(|index| &self.scenarios[index])
    }

    /// The bundle with that id.
    pub fn bundle(&self, id: &BundleId) -> Option<&Bundle> {
        self.bundles.iter().find(|it| &it.id == id)
    }

    /// The question with that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|it| &it.id == id)
    }

    /// The segment with that id.
    pub fn segment(&self, id: &SegmentId) -> Option<&Segment> {
        self.segments.iter().find(|it| &it.id == id)
    }

    /// The sub-trade with that id.
    pub fn sub_trade(&self, id: &SubTradeId) -> Option<&SubTrade> {
        self.sub_trades.iter().find(|it| &it.id == id)
    }

    /// The topic with that id.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|it| &it.id == id)
    }

    /// The trait with that id.
    pub fn trait_(&self, id: &TraitId) -> Option<&Trait> {
        self.traits.iter().find(|it| &it.id == id)
    }

    /// The role with that id.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|it| &it.id == id)
    }

    /// The profile of a size class.
    pub fn size(&self, size: SizeClass) -> &SizeProfile {
        self.sizes.iter().find(|it| it.size == size).expect("a resolved catalogue has all three size classes")
    }

    /// The explained words that appear in a text, by word.
    pub fn terms_in(&self, text: &str) -> Vec<&Term> {
        self.glossary.iter().filter(|it| it.appears_in(text)).collect()
    }

    /// How many of the twelve items a company ticks.
    pub fn digital_score(&self, company: &Company) -> u32 {
        let ticked = self.items.iter().filter(|it| company.digitalisation.get(&it.id) == Some(&true));
        u32::try_from(ticked.count()).unwrap_or(u32::MAX)
    }

    /// A company's degree of digitalisation; medium where no item was answered.
    pub fn level(&self, company: &Company) -> Level {
        if company.digitalisation.is_empty() {
            return Level::Medium;
        }
        let score = self.digital_score(company);
        self.levels.iter().rev().find(|it| score >= it.from_items).map_or(Level::Low, |it| it.level)
    }
}
