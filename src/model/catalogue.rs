//! Everything the tool knows, resolved.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Anchors, Bundle, BundleId, BySize, Calibration, CheckLists, Company, Constants, Contradiction,
    DigitalItem, Example, ExampleFrom, FirmSize, Grant, GrantId, Kind, Knowledge, LadderConstants, Level,
    LevelProfile, Measure, MeasureId, PriceRules, PriceSize, Question, QuestionId, Role, RoleId, Scenario,
    ScenarioId, Segment, SegmentId, SizeClass, SizeProfile, Source, SourceId, SubTrade, SubTradeId, System,
    Term, Topic, TopicId, Trait, TraitId, TypicalProcess, Views, share_odds,
};

/// Which content this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentVersion {
    /// Calendar version such as "2026.1".
    pub version: String,
    /// SHA-256 over all files, hexadecimal.
    pub sha256: String,
    /// Day on which figures and law were last checked as a whole; none before 2026.2.
    pub dated: Option<Date>,
    /// Day after which what it knows counts as old.
    pub review_by: Option<Date>,
}

impl ContentVersion {
    /// True where a day lies after the one by which the content should have been renewed.
    pub fn is_old_on(&self, day: Date) -> bool {
        self.review_by.is_some_and(|it| it < day)
    }
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
    /// What makes figures follow the single firm.
    pub calibration: Calibration,
    /// What is judged in weighing.
    pub ladder: LadderConstants,
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
    /// Systems firms use, the commonest first.
    pub systems: Vec<System>,
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
    /// Who knows the answer, the best first: of the roles that the question names those the firm may have, else whoever
    /// stands in for the first.
    pub fn who_knows(&self, question: &Question, company: &Company) -> Vec<&Role> {
        let level = self.level(company);
        let named = question.knows.iter().filter_map(|it| self.role(it));
        let there: Vec<&Role> = named.filter(|it| it.may_be_in(company, level)).collect();
        if !there.is_empty() {
            return there;
        }
        let other = question.knows.first().map(|it| self.stand_in(company, it));
        other.and_then(|it| self.role(&it)).into_iter().collect()
    }

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

    /// Where a firm stands in everything that depends on size.
    pub fn firm_size(&self, company: &Company) -> FirmSize {
        self.size_of(company.employees)
    }

    /// Where a firm of so many people stands in everything that depends on size.
    pub fn size_of(&self, employees: u32) -> FirmSize {
        FirmSize::new(employees, self.anchors(), &self.calibration.size)
    }

    /// Head counts of the three reference firms.
    pub fn anchors(&self) -> Anchors {
        SizeClass::ALL.map(|it| self.size(it).reference_employees)
    }

    /// Share of firms of that segment and size with an item of digitalisation.
    pub fn item_share(&self, item: &DigitalItem, segment: &Segment, size: &FirmSize) -> f64 {
        let shifts = &segment.shifts.value;
        size.share(&item.share, shifts.digitalisation + shifts.items.get(&item.id).copied().unwrap_or(0.0))
    }

    /// The logarithms of the odds of [`Catalogue::item_share`] at the three reference firms.
    pub fn item_odds(&self, item: &DigitalItem, segment: &Segment) -> [f64; 3] {
        let shifts = &segment.shifts.value;
        let own = shifts.items.get(&item.id).copied().unwrap_or(0.0);
        share_odds(&item.share, shifts.digitalisation + own)
    }

    /// Points of digitalisation of the usual firm of that segment and size.
    pub fn usual_points(&self, segment: &Segment, size: &FirmSize) -> f64 {
        self.items.iter().map(|it| self.item_share(it, segment, size)).sum()
    }

    /// A company's points of digitalisation, 0 to 12; an open item counts with its share among firms like this.
    pub fn points(&self, company: &Company) -> f64 {
        let segment = self.segment_of(company);
        let size = self.firm_size(company);
        let point = |item: &DigitalItem| match company.digitalisation.get(&item.id) {
            Some(ticked) => f64::from(u8::from(*ticked)),
            None => self.item_share(item, segment, &size),
        };
        self.items.iter().map(point).sum()
    }

    /// The segment of a company, which is one of the catalogue's.
    pub fn segment_of(&self, company: &Company) -> &Segment {
        self.segment(&company.segment).expect("a company's segment is one of the catalogue's")
    }

    /// The kind of firm within a segment; none where the content has it elsewhere or no longer.
    pub fn sub_trade_in(&self, segment: &SegmentId, id: Option<&SubTradeId>) -> Option<&SubTrade> {
        self.sub_trade(id?).filter(|it| &it.segment == segment)
    }

    /// Processes such firms usually live on, as narrowly as the firm is known.
    pub fn usual_processes(&self, segment: &SegmentId, id: Option<&SubTradeId>) -> &[TypicalProcess] {
        match self.sub_trade_in(segment, id) {
            Some(it) if !it.processes.is_empty() => &it.processes,
            _ => self.segment(segment).map_or(&[], |it| &it.processes),
        }
    }

    /// Traits most such firms have, as narrowly as the firm is known.
    pub fn usual_traits(&self, segment: &SegmentId, id: Option<&SubTradeId>) -> &[TraitId] {
        match self.sub_trade_in(segment, id) {
            Some(it) => &it.likely,
            None => self.segment(segment).map_or(&[], |it| &it.typical_traits),
        }
    }

    /// What a question can mean in such a firm; never with a word that does not belong there.
    pub fn example<'c>(
        &'c self,
        question: &'c Question,
        segment: &SegmentId,
        id: Option<&SubTradeId>,
    ) -> Option<Example<'c>> {
        let own = self.sub_trade_in(segment, id);
        let written = question.examples.get(segment).filter(|_| own.is_none_or(|it| it.segment_examples));
        let built = own.zip(question.example_from).map(|(it, from)| match from {
            ExampleFrom::Documents => Example::List(&it.documents),
            ExampleFrom::Tools => Example::List(&it.tools),
            ExampleFrom::LostDevice => Example::One(&it.lost_device),
            ExampleFrom::Stories => Example::Sentence(it.stories.first().map_or("", String::as_str)),
        });
        let fits = |it: &Example<'_>| own.is_none_or(|own| !own.avoids(it));
        written.map(|it| Example::Sentence(it)).into_iter().chain(built).find(fits)
    }

    /// Usual turnover of a firm of that trade and size, euros a year.
    pub fn usual_turnover(&self, company: &Company) -> f64 {
        let segment = self.segment_of(company);
        let own = self.sub_trade_in(&segment.id, company.sub_trade.as_ref());
        let own = own.and_then(|it| it.turnover_per_head_eur.as_ref());
        let head = own.map_or(segment.turnover_per_head.value.eur, |it| it.value.likely);
        let count = f64::from(company.employees);
        let reference = self.size(SizeClass::Small).reference_employees;
        count * head * libm::pow(count / reference, self.calibration.turnover_slope.value)
    }

    /// Turnover as given, else the usual one, euros a year.
    pub fn turnover(&self, company: &Company) -> f64 {
        company.turnover_eur.unwrap_or_else(|| self.usual_turnover(company))
    }

    /// Share of a missing prerequisite that a small team replaces.
    pub fn relief(&self, company: &Company) -> f64 {
        let [micro, small, medium] = SizeClass::ALL.map(|it| self.size(it).attenuation_relief.value);
        self.firm_size(company).relief(&BySize { micro, small, medium })
    }

    /// What a company's prices count.
    pub fn price_size(&self, company: &Company) -> PriceSize {
        let PriceRules { course, several_sites } = &self.calibration.prices.value;
        let people = f64::from(company.employees);
        let users =
            company.computer_users.map_or(people * self.segment_of(company).computer_users.value, f64::from);
        let sites = company.sites.unwrap_or(if company.traits.contains(several_sites) { 2 } else { 1 });
        PriceSize {
            user_equivalents: users / course.user_reference,
            people,
            sites: f64::from(sites),
            anchors: self.anchors(),
            course: *course,
        }
    }

    /// Value of an own hour: the firm's figure, else the labour cost of its segment, euros.
    pub fn own_hour_eur(&self, company: &Company) -> f64 {
        company.own_hour_eur.unwrap_or(self.segment_of(company).own_hour_eur.value)
    }

    /// Own hours a month that can go into security: the firm's figure, else the usual one of its size.
    pub fn hours_per_month(&self, company: &Company) -> f64 {
        company.hours_per_month.unwrap_or_else(|| {
            let [micro, small, medium] = SizeClass::ALL.map(|it| self.size(it).hours_per_month.value);
            self.firm_size(company).hours(&BySize { micro, small, medium })
        })
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

    /// The roles a firm of this profile has, in the catalogue's order.
    pub fn roles_present(&self, company: &Company) -> Vec<RoleId> {
        let level = self.level(company);
        self.roles.iter().filter(|it| it.is_in(company, level)).map(|it| it.id.clone()).collect()
    }

    /// Who does in this firm what content gives to a role: the role itself where the firm has it, for technique
    /// whoever carries most of it here, else whoever leads.
    pub fn stand_in(&self, company: &Company, role: &RoleId) -> RoleId {
        let present = self.roles_present(company);
        if present.contains(role) {
            return role.clone();
        }
        let technique = |role: &RoleId| {
            let of_role = self.measures.iter().filter(|it| &it.done_by == role);
            of_role.filter(|it| it.kind == Kind::Technical).count()
        };
        let technician = present.iter().rev().max_by_key(|it| technique(it)).filter(|it| technique(it) > 0);
        let other = technician.filter(|_| technique(role) > 0);
        other.or(present.first()).unwrap_or(role).clone()
    }

    /// Who learns in this firm what content gives to a role: nobody where the firm has no such work, and whoever
    /// stands in where it only has too few people for a role of its own.
    pub fn learner(&self, company: &Company, role: &RoleId) -> Option<RoleId> {
        let work = self.role(role)?.work_in(company, self.level(company));
        work.then(|| self.stand_in(company, role))
    }

    /// A company's degree of digitalisation; medium where no item was answered.
    pub fn level(&self, company: &Company) -> Level {
        if company.digitalisation.is_empty() {
            return Level::Medium;
        }
        // An open item counts with its share, so that a point counts from its half on.
        let points = self.points(company) + 0.5;
        self.levels
            .iter()
            .rev()
            .find(|it| points >= f64::from(it.from_items))
            .map_or(Level::Low, |it| it.level)
    }
}
