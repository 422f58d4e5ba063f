//! The text of an answers file to a draft, all faults at once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::DeTable;

use super::fault::{FileFault, Noun, Problem, Shape};
use super::table::{Faults, Place, Table, number, text};
use super::{decisions, migration};
use crate::assessment::Draft;
use crate::assessment::draft::CompanyDraft;
use crate::model::{
    Answer, Catalogue, CrownJewel, Evidence, ItemId, MeasureId, OptionId, Question, QuestionId, Record,
    RoleId, SegmentId, State, TraitId, Voice, nearest,
};

/// Processes a firm can name; more would no longer say what matters most.
pub const MOST_PROCESSES: usize = 3;

/// Largest head count that is read: beyond it a digit too many is likelier than a firm.
const MOST_EMPLOYEES: i64 = 100_000;

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
    let (root, errors) = DeTable::parse_recoverable(source);
    if !errors.is_empty() {
        return Err(errors.iter().map(|it| syntax(source, it)).collect());
    }
    let mut reader = Reader { catalogue, faults: Faults::default(), same_content: true };
    let draft = reader.file(Table::root(root.get_ref()));
    let Faults { mut errors, mut notes } = reader.faults;
    errors.sort_by_key(|it| (it.span.start, it.span.end));
    notes.sort_by_key(|it| (it.span.start, it.span.end));
    if errors.is_empty() { Ok(Parsed { draft, notes }) } else { Err(errors) }
}

/// The content version a file was answered with, where it says one; reading the rest needs that content.
pub fn answered_with(source: &str) -> Option<String> {
    let (root, _) = DeTable::parse_recoverable(source);
    Some(root.get_ref().get("content")?.as_ref().as_str()?.to_owned())
}

fn syntax(source: &str, error: &toml::de::Error) -> FileFault {
    let span = error.span().unwrap_or(0..source.len().min(1));
    FileFault { problem: Problem::Syntax { detail: error.message().to_owned() }, span, suggestion: None }
}

/// Reads with one catalogue and collects faults.
pub struct Reader<'c> {
    /// The content ids refer to.
    pub catalogue: &'c Catalogue,
    /// Collected so far.
    pub faults: Faults,
    same_content: bool,
}

impl Reader<'_> {
    fn file(&mut self, mut root: Table<'_>) -> Draft {
        if let Some(found) = root.whole("format", 1, i64::MAX, &mut self.faults) {
            if migration::age(found) == migration::Age::Later {
                let span = root.value("format").map_or(0..0, toml::Spanned::span);
                self.faults.error(Problem::NewerFormat { found }, span);
                return Draft::default();
            }
        } else if root.value("format").is_none() {
            self.faults.error(Problem::Missing { key: "format" }, 0..0);
        }
        let content = root.text("content", &mut self.faults).map(|it| it.0.to_owned()).unwrap_or_default();
        self.same_content = content == self.catalogue.version.version;
        let mut draft = Draft { content, ..Draft::default() };
        if let Some(table) = root.table("company", &mut self.faults) {
            draft.company = self.company(table);
        }
        if let Some(table) = root.table("answers", &mut self.faults) {
            for (id, span, value) in table.ids() {
                if let Some((id, record)) = self.record(id, span, value) {
                    draft.records.insert(id, record);
                }
            }
        }
        if let Some(table) = root.table("decisions", &mut self.faults) {
            for (id, span, value) in table.ids() {
                let known = self.measure(id, span);
                let decision = decisions::decision(value, &mut self.faults);
                if let Some((measure, decision)) = known.zip(decision) {
                    migration::add(&mut draft.decisions, id, measure, decision);
                }
            }
        }
        if let Some(table) = root.table("costs", &mut self.faults) {
            for (id, span, value) in table.ids() {
                let known = self.measure(id, span);
                let cost = decisions::own_cost(value, &mut self.faults);
                if let Some((measure, cost)) = known.zip(cost) {
                    migration::add(&mut draft.costs, id, measure, cost);
                }
            }
        }
        if let Some(table) = root.table("insurance", &mut self.faults) {
            draft.insurance = decisions::insurance(table, &mut self.faults);
        }
        if let Some(table) = root.table("gate", &mut self.faults) {
            draft.gate = decisions::gate(table, &mut self.faults);
        }
        root.finish(&mut self.faults);
        draft
    }

    fn company(&mut self, mut table: Table<'_>) -> CompanyDraft {
        let faults = &mut self.faults;
        let mut company = CompanyDraft {
            name: table.text("name", faults).map(|it| it.0.to_owned()),
            employees: table
                .whole("employees", 1, MOST_EMPLOYEES, faults)
                .and_then(|it| u32::try_from(it).ok()),
            turnover_eur: table.number("turnover_eur", 1.0, None, faults),
            balance_sheet_eur: table.number("balance_sheet_eur", 0.0, None, faults),
            liquid_reserve_eur: table.number("liquid_reserve_eur", 0.0, None, faults),
            tolerable_ruin: table.number("tolerable_ruin", 0.0, Some(1.0), faults),
            standstill_day_eur: table.number("standstill_day_eur", 0.0, None, faults),
            own_hour_eur: table.number("own_hour_eur", 0.0, None, faults),
            hours_per_month: table.number("hours_per_month", 0.0, None, faults),
            ..CompanyDraft::default()
        };
        if let Some((id, span)) = table.text("segment", faults) {
            company.segment = self.segment(id, span);
        }
        if let Some((code, span)) = table.text("state", &mut self.faults) {
            company.state = State::new(code);
            if company.state.is_none() {
                expect_id(Noun::State, code, span, State::CODES, &mut self.faults);
            }
        }
        if let Some(list) = table.list("traits", &mut self.faults) {
            company.traits = Some(self.traits(list));
        }
        if let Some(list) = table.list("crown_jewels", &mut self.faults) {
            let span = table.value("crown_jewels").map_or(0..0, toml::Spanned::span);
            if list.len() > MOST_PROCESSES {
                self.faults.error(Problem::TooManyProcesses { given: list.len() }, span);
            }
            let processes = list.iter().filter_map(|it| process(it, &mut self.faults)).collect();
            company.crown_jewels = Some(processes);
        }
        if let Some(items) = table.table("digitalisation", &mut self.faults) {
            company.digitalisation = self.items(&items);
        }
        table.finish(&mut self.faults);
        company
    }

    fn traits(&mut self, list: &[toml::Spanned<toml::de::DeValue<'_>>]) -> BTreeSet<TraitId> {
        let mut traits = BTreeSet::new();
        for entry in list {
            let Some(id) = entry.as_ref().as_str() else {
                self.faults.error(Problem::WrongShape { expected: Shape::Text }, entry.span());
                continue;
            };
            let known = self.catalogue.traits.iter().map(|it| it.id.as_str());
            self.known(Noun::Trait, id, entry.span(), known);
            // A trait the content no longer has opens nothing, but it stays in the file.
            traits.insert(TraitId::new(id));
        }
        traits
    }

    fn items(&mut self, table: &Table<'_>) -> BTreeMap<ItemId, bool> {
        let mut items = BTreeMap::new();
        for (id, span, value) in table.ids() {
            let Some(ticked) = value.as_ref().as_bool() else {
                self.faults.error(Problem::WrongShape { expected: Shape::YesNo }, value.span());
                continue;
            };
            let known = self.catalogue.items.iter().map(|it| it.id.as_str());
            if self.known(Noun::Item, id, span, known) {
                items.insert(ItemId::new(id), ticked);
            }
        }
        items
    }

    fn record(&mut self, id: &str, span: Range<usize>, value: Place<'_>) -> Option<(QuestionId, Record)> {
        let catalogue = self.catalogue;
        let known = self.known(Noun::Question, id, span, catalogue.questions.iter().map(|it| it.id.as_str()));
        let mut table = Table::of(value, &mut self.faults)?;
        let id = QuestionId::new(id);
        let question = if known { catalogue.question(&id) } else { None };
        let answer = self.answer(&mut table, question);
        let evidence = self.evidence(&mut table);
        let date = table.needed_day("date", &mut self.faults);
        let by = self.role(&mut table);
        let note = table.text("note", &mut self.faults).map(|it| it.0.to_owned());
        let also = match table.list("also", &mut self.faults) {
            Some(list) => list.iter().filter_map(|it| self.voice(it, question)).collect(),
            None => Vec::new(),
        };
        table.finish(&mut self.faults);
        let record = Record { answer: answer?, evidence, date: date?, by, note, also };
        known.then_some((id, record))
    }

    fn voice(&mut self, value: Place<'_>, question: Option<&Question>) -> Option<Voice> {
        let mut table = Table::of(value, &mut self.faults)?;
        let answer = self.answer(&mut table, question);
        let evidence = self.evidence(&mut table);
        let date = table.needed_day("date", &mut self.faults);
        table.need("by", &mut self.faults);
        let by = self.role(&mut table);
        let note = table.text("note", &mut self.faults).map(|it| it.0.to_owned());
        table.finish(&mut self.faults);
        Some(Voice { answer: answer?, evidence, date: date?, by: by?, note })
    }

    fn answer(&mut self, table: &mut Table<'_>, question: Option<&Question>) -> Option<Answer> {
        let option = table.text("option", &mut self.faults);
        let unknown = table.yes_no("unknown", &mut self.faults);
        let reason = table.text("not_applicable", &mut self.faults);
        let given = ["option", "unknown", "not_applicable"]
            .into_iter()
            .filter(|key| table.value(key).is_some_and(|it| it.as_ref().as_bool() != Some(false)))
            .count();
        if given != 1 {
            self.faults.error(Problem::NotOneAnswer { given }, table.span.clone());
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
        let suggestion = nearest(id, options.iter().map(String::as_str)).map(str::to_owned);
        let question = question.id.to_string();
        let problem = Problem::UnknownOption { question, id: id.to_owned(), options };
        self.faults.errors.push(FileFault { problem, span, suggestion });
        None
    }

    fn evidence(&mut self, table: &mut Table<'_>) -> Evidence {
        let Some((id, span)) = table.text("evidence", &mut self.faults) else {
            return Evidence::Claimed;
        };
        let all = [Evidence::Claimed, Evidence::Shown, Evidence::Tested];
        expect_id(Noun::Evidence, id, span, all.map(Evidence::as_str), &mut self.faults);
        all.into_iter().find(|it| it.as_str() == id).unwrap_or(Evidence::Claimed)
    }

    fn role(&mut self, table: &mut Table<'_>) -> Option<RoleId> {
        let (id, span) = table.text("by", &mut self.faults)?;
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
        expect_id(Noun::Segment, id, span, ids, &mut self.faults).map(SegmentId::new)
    }

    /// Tells that something withdrawn is read as its successor.
    fn replaced(&mut self, noun: Noun, id: &str, by: &str, span: Range<usize>) {
        let problem = Problem::Replaced { noun, id: id.to_owned(), by: by.to_owned() };
        self.faults.notes.push(FileFault { problem, span, suggestion: None });
    }

    fn measure(&mut self, id: &str, span: Range<usize>) -> Option<MeasureId> {
        if let Some(successor) = migration::measure(self.catalogue, id) {
            self.replaced(Noun::Measure, id, successor.as_str(), span);
            return Some(successor);
        }
        let known = self.catalogue.measures.iter().map(|it| it.id.as_str());
        self.known(Noun::Measure, id, span, known).then(|| MeasureId::new(id))
    }

    /// True where the id exists; else a fault, or a note where the content may have changed.
    fn known<'i>(
        &mut self,
        noun: Noun,
        id: &str,
        span: Range<usize>,
        ids: impl IntoIterator<Item = &'i str>,
    ) -> bool {
        let ids: Vec<&str> = ids.into_iter().collect();
        if ids.contains(&id) {
            return true;
        }
        let suggestion = nearest(id, ids).map(str::to_owned);
        let fault = FileFault { problem: Problem::Unknown { noun, id: id.to_owned() }, span, suggestion };
        let faults = if self.same_content { &mut self.faults.errors } else { &mut self.faults.notes };
        faults.push(fault);
        false
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
    let suggestion = nearest(id, ids).map(str::to_owned);
    let problem = Problem::Unknown { noun, id: id.to_owned() };
    faults.errors.push(FileFault { problem, span, suggestion });
    None
}

fn process(value: Place<'_>, faults: &mut Faults) -> Option<CrownJewel> {
    if let Some(process) = text(value) {
        return Some(CrownJewel { process: process.to_owned(), tolerable_hours: None });
    }
    if !value.as_ref().is_table() {
        faults.error(Problem::WrongShape { expected: Shape::Process }, value.span());
        return None;
    }
    let mut table = Table::of(value, faults)?;
    let process = table.needed_text("process", faults).map(|it| it.0.to_owned());
    let tolerable_hours = table.value("tolerable_hours").and_then(|it| {
        let hours = number(it).filter(|it| it.is_finite() && *it >= 0.0);
        if hours.is_none() {
            faults.error(Problem::WrongShape { expected: Shape::Number }, it.span());
        }
        hours
    });
    table.finish(faults);
    Some(CrownJewel { process: process?, tolerable_hours })
}
