//! The text of an answers file to a draft, all faults at once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::fault::{FileFault, Noun, Problem};
use super::limits::{self, MOST_EMPLOYEES, MOST_INCIDENTS, MOST_PROCESSES};
use super::{decisions, migration, proof};
use crate::assessment::Draft;
use crate::assessment::draft::CompanyDraft;
use crate::model::{
    Answer, CallFor, Catalogue, CrownJewel, Evidence, IncidentId, ItemId, MeasureId, OptionId, Practised,
    Question, QuestionId, Record, RoleId, SegmentId, State, SubTradeId, SystemId, TraitId, UnitId, Voice,
    nearest,
};
use crate::toml_file::{self, FileKind, Place, Table, text, whole, yes_no};

/// Faults collected so far.
pub type Faults = toml_file::Faults<Problem>;

/// More points of practice than any firm collects in a year.
const MOST_POINTS: i64 = 1_000_000;

/// A file that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// What it says.
    pub draft: Draft,
    /// What the catalogue no longer knows. It stays in the file and counts for nothing.
    pub notes: Vec<FileFault>,
}

/// Reads an answers file, also one whose check is still under way.
///
/// A question, measure, trait, item or role the catalogue does not have is a fault where the file was written
/// with this very content, and a note where the content has changed since.
pub fn parse(source: &str, catalogue: &Catalogue) -> Result<Parsed, Vec<FileFault>> {
    let mut notes = Faults::default();
    let draft = toml_file::parse(FileKind::Answers, source, |root, faults| {
        Some(Reader { catalogue, faults, notes: &mut notes, same_content: true }.file(root))
    })?;
    Ok(Parsed { draft, notes: notes.in_order() })
}

/// The content version a file was answered with, where it says one; reading the rest needs that content.
pub fn answered_with(source: &str) -> Option<String> {
    let root = toml_file::document(source).ok()?;
    Some(root.as_ref().get("content")?.as_ref().as_str()?.to_owned())
}

/// The day of the newest answer of a file up to a day, whatever content it was answered with.
pub fn newest_day(source: &str, until: jiff::civil::Date) -> Option<jiff::civil::Date> {
    let (root, _) = toml::de::DeTable::parse_recoverable(source);
    let answers = root.get_ref().get("answers")?.get_ref().as_table()?;
    let day = |value: &toml::de::DeValue<'_>| {
        let date = value.as_table()?.get("date")?.get_ref().as_datetime()?.date?;
        let (year, month, day) = (i16::try_from(date.year), i8::try_from(date.month), i8::try_from(date.day));
        jiff::civil::Date::new(year.ok()?, month.ok()?, day.ok()?).ok()
    };
    answers.iter().filter_map(|it| day(it.1.get_ref())).filter(|it| *it <= until).max()
}

/// The keys that lead to a byte of a file, as in `answers.mfa.option`.
pub fn key_at(source: &str, byte: usize) -> String {
    let before = &source[..source.floor_char_boundary(byte)];
    let line = source[before.rfind('\n').map_or(0, |it| it + 1)..].lines().next().unwrap_or_default();
    let header = |line: &str| line.trim().strip_prefix('[').map(|it| it.trim_matches(['[', ']']).to_owned());
    let table = before.lines().chain([line]).filter_map(header).next_back();
    let key = line.split_once('=').map(|it| it.0.trim().to_owned());
    table.into_iter().chain(key.filter(|_| header(line).is_none())).collect::<Vec<_>>().join(".")
}

/// The line, counted from one, on which a key of a file stands; tables are named from the outside in.
pub fn line_of(source: &str, keys: &[&str]) -> Option<usize> {
    let (root, _) = toml::de::DeTable::parse_recoverable(source);
    let (last, outer) = keys.split_last()?;
    let mut table = root.get_ref();
    for key in outer {
        table = table.get(*key)?.get_ref().as_table()?;
    }
    let (key, _) = table.iter().find(|it| it.0.get_ref() == *last)?;
    Some(source.get(..key.span().start)?.matches('\n').count() + 1)
}

/// Reads with one catalogue and collects faults.
struct Reader<'r> {
    /// The content ids refer to.
    catalogue: &'r Catalogue,
    /// What makes the file unusable.
    faults: &'r mut Faults,
    /// What the owner should know but can live with.
    notes: &'r mut Faults,
    same_content: bool,
}

impl Reader<'_> {
    fn file(&mut self, mut root: Table<'_>) -> Draft {
        if !root.has_readable_format(migration::FORMAT, self.faults) {
            return Draft::default();
        }
        let content = root.words("content", self.faults).unwrap_or_default();
        self.same_content = content == self.catalogue.version.version;
        let mut draft = Draft { content, ..Draft::default() };
        if let Some(table) = root.table("company", self.faults) {
            draft.company = self.company(table);
        }
        if let Some(table) = root.table("answers", self.faults) {
            for (id, span, value) in table.ids() {
                if let Some((id, record)) = self.record(id, span, value) {
                    draft.records.insert(id, record);
                }
            }
        }
        if let Some(mut table) = root.table("handed_over", self.faults) {
            draft.handed_over = self.handed_over(&mut table);
        }
        if let Some(visits) = root.tables("visits", self.faults) {
            draft.visits = visits.into_iter().filter_map(|it| proof::visit(it, self.faults)).collect();
        }
        if let Some(table) = root.table("decisions", self.faults) {
            for (id, span, value) in table.ids() {
                let known = self.measure(id, span);
                let decision = decisions::decision(value, self.faults);
                if let Some((measure, decision)) = known.zip(decision) {
                    migration::add(&mut draft.decisions, id, measure, decision);
                }
            }
        }
        if let Some(table) = root.table("costs", self.faults) {
            for (id, span, value) in table.ids() {
                let known = self.measure(id, span);
                let cost = decisions::own_cost(value, self.faults);
                if let Some((measure, cost)) = known.zip(cost) {
                    migration::add(&mut draft.costs, id, measure, cost);
                }
            }
        }
        if let Some(table) = root.table("quotes", self.faults) {
            for (id, span, value) in table.ids() {
                let known = self.measure(id, span);
                let quote = decisions::quote(value, self.faults);
                if let Some((measure, quote)) = known.zip(quote) {
                    migration::add(&mut draft.quotes, id, measure, quote);
                }
            }
        }
        if let Some(table) = root.table("insurance", self.faults) {
            draft.insurance = decisions::insurance(table, self.faults);
        }
        if let Some(table) = root.table("contacts", self.faults) {
            for (id, span, value) in table.ids() {
                let call = expect_id(Noun::Call, id, span, CallFor::ALL.map(CallFor::as_str), self.faults);
                let contact = decisions::contact(value, self.faults);
                draft.contacts.extend(call.and_then(CallFor::from_id).zip(contact));
            }
        }
        if let Some(table) = root.table("contract", self.faults) {
            let points = &self.catalogue.check_lists.contract.points;
            let ids: Vec<&str> = points.iter().map(|it| it.id.as_str()).collect();
            draft.contract = decisions::contract(table, &ids, self.faults);
        }
        if let Some(table) = root.table("practised", self.faults) {
            for (id, span, value) in table.ids() {
                let roles = self.catalogue.roles.iter().map(|it| it.id.as_str());
                let known = self.known(Noun::Role, id, span, roles);
                let result = self.practised(value);
                draft.practised.extend(known.then(|| RoleId::new(id)).zip(result));
            }
        }
        if let Some(table) = root.table("plan", self.faults) {
            draft.plan_rung = decisions::plan(table, self.faults);
        }
        if let Some(table) = root.table("gate", self.faults) {
            draft.gate = decisions::gate(table, self.faults);
        }
        root.finish(self.faults);
        draft
    }

    fn company(&mut self, mut table: Table<'_>) -> CompanyDraft {
        let faults = &mut *self.faults;
        let mut company = CompanyDraft {
            name: table.words("name", faults),
            trade: table.words("trade", faults),
            employees: limits::EMPLOYEES.read_whole(&mut table, faults),
            turnover_eur: limits::TURNOVER.read(&mut table, faults),
            balance_sheet_eur: limits::BALANCE_SHEET.read(&mut table, faults),
            liquid_reserve_eur: limits::RESERVE.read(&mut table, faults),
            tolerable_ruin: limits::TOLERABLE_RUIN.read(&mut table, faults),
            standstill_day_eur: limits::STANDSTILL_DAY.read(&mut table, faults),
            own_hour_eur: limits::OWN_HOUR.read(&mut table, faults),
            hours_per_month: limits::HOURS_PER_MONTH.read(&mut table, faults),
            computer_users: limits::COMPUTER_USERS.read_whole(&mut table, faults),
            sites: limits::SITES.read_whole(&mut table, faults),
            ..CompanyDraft::default()
        };
        if let Some((id, span)) = table.text("segment", faults) {
            company.segment = self.segment(id, span);
        }
        if let Some((id, span)) = table.text("sub_trade", self.faults) {
            company.sub_trade = Some(self.sub_trade(id, span));
        }
        if let Some((code, span)) = table.text("state", self.faults) {
            company.state = State::new(code);
            if company.state.is_none() {
                expect_id(Noun::State, code, span, State::CODES, self.faults);
            }
        }
        if let Some(list) = table.list("traits", self.faults) {
            company.traits = Some(self.traits(list));
        }
        if let Some(list) = table.list("systems", self.faults) {
            company.systems = self.systems(list);
        }
        if let Some(list) = table.list("traits_open", self.faults) {
            company.traits_open = self.traits(list);
        }
        if let Some(list) = table.list("crown_jewels", self.faults) {
            if list.len() > MOST_PROCESSES {
                let problem = Problem::TooManyProcesses { given: list.len() };
                self.faults.add(problem, table.span_of("crown_jewels"));
            }
            let processes = list.iter().filter_map(|it| process(it, self.faults)).collect();
            company.crown_jewels = Some(processes);
        }
        if let Some(items) = table.table("digitalisation", self.faults) {
            company.digitalisation = self.items(&items);
        }
        if let Some(kinds) = table.table("past_incidents", self.faults) {
            company.past_incidents = self.past_incidents(&kinds);
        }
        table.finish(self.faults);
        company
    }

    fn traits<'t>(&mut self, list: impl IntoIterator<Item = Place<'t>>) -> BTreeSet<TraitId> {
        let mut traits = BTreeSet::new();
        for entry in list {
            let Some(id) = text(entry, self.faults) else { continue };
            let known = self.catalogue.traits.iter().map(|it| it.id.as_str());
            self.known(Noun::Trait, id, entry.span(), known);
            // A trait the content no longer has opens nothing, but it stays in the file.
            traits.insert(TraitId::new(id));
        }
        traits
    }

    fn systems<'t>(&mut self, list: impl IntoIterator<Item = Place<'t>>) -> BTreeSet<SystemId> {
        let mut systems = BTreeSet::new();
        for entry in list {
            let Some(id) = text(entry, self.faults) else { continue };
            let known = self.catalogue.systems.iter().map(|it| it.id.as_str());
            self.known(Noun::System, id, entry.span(), known);
            // A system the content no longer has chooses no line, but it stays in the file.
            systems.insert(SystemId::new(id));
        }
        systems
    }

    fn items(&mut self, table: &Table<'_>) -> BTreeMap<ItemId, bool> {
        let mut items = BTreeMap::new();
        for (id, span, value) in table.ids() {
            let Some(ticked) = yes_no(value, self.faults) else { continue };
            let known = self.catalogue.items.iter().map(|it| it.id.as_str());
            if self.known(Noun::Item, id, span, known) {
                items.insert(ItemId::new(id), ticked);
            }
        }
        items
    }

    fn past_incidents(&mut self, table: &Table<'_>) -> BTreeMap<IncidentId, u32> {
        let catalogue = self.catalogue;
        let mut all = BTreeMap::new();
        for (id, span, value) in table.ids() {
            let times = whole(value, 0, i64::from(MOST_INCIDENTS), self.faults);
            let kinds = catalogue.calibration.experience.value.kinds.iter().map(|it| it.id.as_str());
            let is_known = self.known(Noun::Incident, id, span, kinds);
            if let Some(times) = times.and_then(|it| u32::try_from(it).ok()).filter(|_| is_known) {
                all.insert(IncidentId::new(id), times);
            }
        }
        all
    }

    fn record(&mut self, id: &str, span: Range<usize>, value: Place<'_>) -> Option<(QuestionId, Record)> {
        let catalogue = self.catalogue;
        let known = self.known(Noun::Question, id, span, catalogue.questions.iter().map(|it| it.id.as_str()));
        let mut table = Table::of(value, self.faults)?;
        let id = QuestionId::new(id);
        let question = if known { catalogue.question(&id) } else { None };
        let answer = self.answer(&mut table, question);
        let evidence = self.evidence(&mut table);
        let proof = proof::proof(&mut table, self.faults);
        let date = table.needed_day("date", self.faults);
        let by = self.role(&mut table);
        let note = table.words("note", self.faults);
        let also = match table.list("also", self.faults) {
            Some(list) => list.iter().filter_map(|it| self.voice(it, question)).collect(),
            None => Vec::new(),
        };
        table.finish(self.faults);
        let record = Record { answer: answer?, evidence, proof, date: date?, by, note, also };
        known.then_some((id, record))
    }

    fn handed_over(&mut self, table: &mut Table<'_>) -> BTreeMap<QuestionId, RoleId> {
        let catalogue = self.catalogue;
        let mut all = BTreeMap::new();
        for (id, span, value) in table.ids() {
            let Some(role) = text(value, self.faults) else { continue };
            self.known(Noun::Role, role, value.span(), catalogue.roles.iter().map(|it| it.id.as_str()));
            if self.known(Noun::Question, id, span, catalogue.questions.iter().map(|it| it.id.as_str())) {
                all.insert(QuestionId::new(id), RoleId::new(role));
            }
        }
        all
    }

    fn voice(&mut self, value: Place<'_>, question: Option<&Question>) -> Option<Voice> {
        let mut table = Table::of(value, self.faults)?;
        let answer = self.answer(&mut table, question);
        let evidence = self.evidence(&mut table);
        let proof = proof::proof(&mut table, self.faults);
        let date = table.needed_day("date", self.faults);
        table.need("by", self.faults);
        let by = self.role(&mut table);
        let note = table.words("note", self.faults);
        table.finish(self.faults);
        Some(Voice { answer: answer?, evidence, proof, date: date?, by: by?, note })
    }

    fn answer(&mut self, table: &mut Table<'_>, question: Option<&Question>) -> Option<Answer> {
        let option = table.text("option", self.faults);
        let unknown = table.yes_no("unknown", self.faults);
        let reason = table.text("not_applicable", self.faults);
        let given = ["option", "unknown", "not_applicable"]
            .into_iter()
            .filter(|key| table.value(key).is_some_and(|it| it.as_ref().as_bool() != Some(false)))
            .count();
        if given != 1 {
            self.faults.add(Problem::NotOneAnswer { given }, table.span.clone());
            return None;
        }
        if unknown == Some(true) {
            return Some(Answer::Unknown);
        }
        if let Some((because, _)) = reason {
            return Some(Answer::NotApplicable { because: because.to_owned() });
        }
        let (id, span) = option?;
        let option = OptionId::new(id);
        let Some(question) = question else {
            return Some(Answer::Chosen(option));
        };
        if question.option(&option).is_some() {
            return Some(Answer::Chosen(option));
        }
        let options: Vec<String> = question.options.iter().map(|it| it.id.to_string()).collect();
        let meant = question.options.iter().map(|it| it.id.as_str());
        let problem =
            Problem::UnknownOption { question: question.id.to_string(), id: id.to_owned(), options };
        self.faults.add_near(problem, span, nearest(id, meant));
        None
    }

    fn evidence(&mut self, table: &mut Table<'_>) -> Evidence {
        let Some((id, span)) = table.text("evidence", self.faults) else {
            return Evidence::Claimed;
        };
        let all = [Evidence::Claimed, Evidence::Shown, Evidence::Tested];
        expect_id(Noun::Evidence, id, span, all.map(Evidence::as_str), self.faults);
        all.into_iter().find(|it| it.as_str() == id).unwrap_or(Evidence::Claimed)
    }

    fn role(&mut self, table: &mut Table<'_>) -> Option<RoleId> {
        let (id, span) = table.text("by", self.faults)?;
        let known = self.catalogue.roles.iter().map(|it| it.id.as_str());
        self.known(Noun::Role, id, span, known);
        // A role the content no longer has still names the person; it only ranks last.
        Some(RoleId::new(id))
    }

    fn segment(&mut self, id: &str, span: Range<usize>) -> Option<SegmentId> {
        if let Some(successor) = migration::segment(self.catalogue, id) {
            self.replaced(Noun::Segment, id, successor.as_str(), span);
            return Some(successor);
        }
        let ids = self.catalogue.segments.iter().map(|it| it.id.as_str());
        expect_id(Noun::Segment, id, span, ids, self.faults).map(SegmentId::new)
    }

    fn sub_trade(&mut self, id: &str, span: Range<usize>) -> SubTradeId {
        if let Some(successor) = migration::sub_trade(self.catalogue, id) {
            self.replaced(Noun::SubTrade, id, successor.as_str(), span);
            return successor;
        }
        let known = self.catalogue.sub_trades.iter().map(|it| it.id.as_str());
        self.known(Noun::SubTrade, id, span, known);
        // A kind of firm the content no longer has says nothing, but it stays in the file.
        SubTradeId::new(id)
    }

    /// Tells that something withdrawn is read as its successor.
    fn replaced(&mut self, noun: Noun, id: &str, by: &str, span: Range<usize>) {
        self.notes.add(Problem::Replaced { noun, id: id.to_owned(), by: by.to_owned() }, span);
    }

    fn measure(&mut self, id: &str, span: Range<usize>) -> Option<MeasureId> {
        if let Some(successor) = migration::measure(self.catalogue, id) {
            self.replaced(Noun::Measure, id, successor.as_str(), span);
            return Some(successor);
        }
        let known = self.catalogue.measures.iter().map(|it| it.id.as_str());
        self.known(Noun::Measure, id, span, known).then(|| MeasureId::new(id))
    }

    /// What practising showed of one role.
    fn practised(&mut self, value: Place<'_>) -> Option<Practised> {
        let mut table = Table::of(value, self.faults)?;
        let date = table.needed_day("date", self.faults);
        table.need("results", self.faults);
        let results = table.whole("results", 1, i64::from(MOST_EMPLOYEES), self.faults);
        let mut missing = BTreeMap::new();
        if let Some(units) = table.table("missing", self.faults) {
            for (id, span, value) in units.ids() {
                let all = self.catalogue.knowledge.units.iter().map(|it| it.id.as_str());
                let known = self.known(Noun::Unit, id, span, all);
                let points = whole(value, 0, MOST_POINTS, self.faults).and_then(|it| u32::try_from(it).ok());
                missing.extend(known.then(|| UnitId::new(id)).zip(points));
            }
        }
        table.finish(self.faults);
        let results = results.and_then(|it| u32::try_from(it).ok())?;
        Some(Practised { date: date?, results, missing })
    }

    /// True where the id exists; else a fault, or a note where the content may have changed.
    fn known<'i>(
        &mut self,
        noun: Noun,
        id: &str,
        span: Range<usize>,
        ids: impl IntoIterator<Item = &'i str>,
    ) -> bool {
        let faults = if self.same_content { &mut *self.faults } else { &mut *self.notes };
        expect_id(noun, id, span, ids, faults).is_some()
    }
}

/// An id of a set that never changes.
pub fn expect_id<'s, 'i>(
    noun: Noun,
    id: &'s str,
    span: Range<usize>,
    ids: impl IntoIterator<Item = &'i str>,
    faults: &mut Faults,
) -> Option<&'s str> {
    let ids: Vec<&str> = ids.into_iter().collect();
    if ids.contains(&id) {
        return Some(id);
    }
    faults.add_near(Problem::Unknown { noun, id: id.to_owned() }, span, nearest(id, ids));
    None
}

fn process(value: Place<'_>, faults: &mut Faults) -> Option<CrownJewel> {
    if let Some(process) = value.as_ref().as_str() {
        return Some(CrownJewel { process: process.to_owned(), tolerable_hours: None, day_eur: None });
    }
    if !value.as_ref().is_table() {
        faults.add(Problem::NoProcess, value.span());
        return None;
    }
    let mut table = Table::of(value, faults)?;
    table.need("process", faults);
    let process = table.words("process", faults);
    let tolerable_hours = limits::TOLERABLE_HOURS.read(&mut table, faults);
    let day_eur = limits::PROCESS_DAY.read(&mut table, faults);
    table.finish(faults);
    Some(CrownJewel { process: process?, tolerable_hours, day_eur })
}
