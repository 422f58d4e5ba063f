//! A request to the IT provider: what is wanted, how it is proved, empty columns for prices. It names no losses, no
//! probabilities and no answers of the firm.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Subject;
use super::paper::{empty, lines, section};
use crate::german::handouts::provider_request as words;
use crate::model::{Catalogue, Company, Deliverer, Measure, Provider, RoleKind, TierLevel};
use crate::report::{Report, Sheet, sheets};
use typeset::document::{Block, Column, Document, Row, Table, Text};

/// Weeks a provider has for an answer.
const WEEKS_TO_ANSWER: i64 = 2;

/// What a provider is asked for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// What is wanted, in the order of the plan.
    pub points: Vec<Point<'a>>,
    /// The day until which an answer is hoped for.
    pub until: Date,
    /// What the answer is filed under.
    pub mark: String,
}

/// One thing that is wanted.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// How far it goes.
    pub level: TierLevel,
    /// What it takes in, in a line.
    pub scope: &'a str,
    /// What the provider hands over.
    pub proof: String,
}

/// What of the plan an outside technician does or proves.
pub fn request<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Request<'a> {
    let wanted = sheets(catalogue, report)
        .into_iter()
        .filter(|it| is_providers(catalogue, &report.answers.company, it));
    let date = report.provenance.date;
    Request {
        points: wanted.map(|it| point(catalogue, &it)).collect(),
        until: date.checked_add(WEEKS_TO_ANSWER.weeks()).unwrap_or(date),
        mark: mark(report.answers.company.name.as_deref(), date),
    }
}

fn point<'a>(catalogue: &Catalogue, sheet: &Sheet<'a>) -> Point<'a> {
    Point {
        measure: sheet.measure,
        level: sheet.level,
        scope: sheet.measure.tier(sheet.level).map_or("", |it| it.what.as_str()),
        proof: proofs(catalogue, sheet),
    }
}

/// The paper.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let report = subject.report;
    let company = &report.answers.company;
    let wanted = request(subject.catalogue, report);
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    document.foot.note = words::FOOT.into();
    if wanted.points.is_empty() {
        document.sections.push(section("paper", words::TITLE, vec![Block::lead(words::NOTHING)]));
        return document;
    }
    let mut blocks = vec![
        Block::Byline(words::byline(company.name.as_deref(), wanted.until, &wanted.mark).into()),
        Block::lead(words::lead(wanted.points.len(), company.employees)),
        Block::Table(table(&wanted.points)),
        Block::heading(words::QUESTIONS_TITLE),
    ];
    for question in words::QUESTIONS {
        blocks.push(Block::paragraph(question));
        blocks.push(lines(&[""], false));
    }
    blocks.push(lines(&words::LINES, true));
    document.sections.push(section("paper", words::TITLE, blocks));
    document
}

/// True for what an outside technician does or proves.
fn is_providers(catalogue: &Catalogue, company: &Company, sheet: &Sheet<'_>) -> bool {
    let bought = sheet.measure.tier(sheet.level).is_some_and(|it| {
        let cost = &it.cost[company.size()];
        it.provider == Provider::Technician && cost.provider_hours_one_off + cost.provider_hours_yearly > 0.0
    });
    let does = catalogue.role(&sheet.measure.done_by);
    bought || does.is_some_and(|it| it.kind == RoleKind::Outside)
}

fn table(points: &[Point<'_>]) -> Table {
    let [number, what, proof, once, yearly] = words::HEADS;
    let columns = [
        Column::short(number),
        Column::words(what, 2.2),
        Column::words(proof, 1.5),
        Column::fields(once, 0.6),
        Column::fields(yearly, 0.6),
    ];
    let rows = points.iter().enumerate().map(|(place, it)| {
        Row::of([
            (place + 1).to_string().into(),
            Text::default().bold(&it.measure.title).line_break().soft(it.scope),
            it.proof.as_str().into(),
            Text::default(),
            Text::default(),
        ])
    });
    let total = Row::of([Text::default(), Text::default().bold(words::SUM)]);
    Table { named_rows: false, ..Table::of(columns, rows).dense().with_total(total) }
}

/// What the provider hands over; at most two points, the sheet names the rest.
fn proofs(catalogue: &Catalogue, sheet: &Sheet<'_>) -> String {
    let how_to = catalogue.knowledge.how_to(&sheet.measure.id);
    let tier = how_to.and_then(|it| it.tier(sheet.level));
    let of = |by| tier.into_iter().flat_map(move |it| it.delivered_by(by));
    let proofs: Vec<&str> = of(Deliverer::ItProvider).chain(of(Deliverer::Own)).take(2).collect();
    if proofs.is_empty() { words::ANY_PROOF.to_owned() } else { proofs.join("; ") }
}

/// Initials of the firm, year and month: what the answer is filed under.
pub fn mark(company: Option<&str>, date: Date) -> String {
    format!("{}-{}-{:02}", initials(company), date.year(), date.month())
}

/// True where a mark may be one of this firm's.
pub fn is_own_mark(company: Option<&str>, mark: &str) -> bool {
    mark.strip_prefix(&initials(company)).is_some_and(|it| it.starts_with('-'))
}

fn initials(company: Option<&str>) -> String {
    let words = company.unwrap_or_default().split(|it: char| !it.is_alphanumeric());
    let initials: String = words.filter_map(|it| it.chars().next()).take(3).collect();
    if initials.is_empty() { "A".to_owned() } else { initials.to_uppercase() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_answer_is_filed_under_initials_year_and_month() {
        assert_eq!(mark(Some("Tischlerei Muster"), date(2026, 11, 30)), "TM-2026-11");
        assert_eq!(mark(None, date(2027, 1, 2)), "A-2027-01");
        assert!(is_own_mark(Some("Tischlerei Muster"), "TM-2025-02"));
        assert!(!is_own_mark(Some("Tischlerei Muster"), "TMX-2026-11"));
        assert_eq!(mark(Some("<Weber> & S\u{f6}hne-Bau"), date(2026, 11, 30)), "WSB-2026-11");
    }
}
