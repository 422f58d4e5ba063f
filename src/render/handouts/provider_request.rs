//! A request to the IT provider: what is wanted, how it is proved, empty columns for prices. It names no losses, no
//! probabilities and no answers of the firm.

use jiff::ToSpan;

use super::Subject;
use super::paper::{empty, lines, section};
use crate::german::handouts::provider_request as words;
use crate::model::{Deliverer, Provider, RoleKind};
use crate::report::{Sheet, sheets};
use typeset::document::{Block, Column, Document, Row, Table, Text};

/// Weeks a provider has for an answer.
const WEEKS_TO_ANSWER: i64 = 2;

/// The paper.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let report = subject.report;
    let company = &report.answers.company;
    let wanted: Vec<Sheet<'_>> =
        sheets(subject.catalogue, report).into_iter().filter(|it| is_providers(subject, it)).collect();
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    document.foot.note = words::FOOT.into();
    if wanted.is_empty() {
        document.sections.push(section("paper", words::TITLE, vec![Block::lead(words::NOTHING)]));
        return document;
    }
    let until = report.provenance.date.checked_add(WEEKS_TO_ANSWER.weeks()).unwrap_or(report.provenance.date);
    let mark = mark(company.name.as_deref(), report.provenance.date);
    let mut blocks = vec![
        Block::Byline(words::byline(company.name.as_deref(), until, &mark).into()),
        Block::lead(words::lead(wanted.len(), company.employees)),
        Block::Table(table(subject, &wanted)),
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
fn is_providers(subject: Subject<'_>, sheet: &Sheet<'_>) -> bool {
    let size = subject.report.answers.company.size();
    let tier = sheet.measure.tier(sheet.level);
    let bought = tier.is_some_and(|it| {
        let cost = &it.cost[size];
        it.provider == Provider::Technician && cost.provider_hours_one_off + cost.provider_hours_yearly > 0.0
    });
    let does = subject.catalogue.role(&sheet.measure.done_by);
    bought || does.is_some_and(|it| it.kind == RoleKind::Outside)
}

fn table(subject: Subject<'_>, wanted: &[Sheet<'_>]) -> Table {
    let [number, what, proof, once, yearly] = words::HEADS;
    let columns = [
        Column::short(number),
        Column::words(what, 2.2),
        Column::words(proof, 1.5),
        Column::fields(once, 0.6),
        Column::fields(yearly, 0.6),
    ];
    let rows = wanted.iter().enumerate().map(|(place, it)| {
        let scope = it.measure.tier(it.level).map_or("", |it| it.what.as_str());
        Row::of([
            (place + 1).to_string().into(),
            Text::default().bold(&it.measure.title).line_break().soft(scope),
            proofs(subject, it).into(),
            Text::default(),
            Text::default(),
        ])
    });
    let total = Row::of([Text::default(), Text::default().bold(words::SUM)]);
    Table { named_rows: false, ..Table::of(columns, rows).dense().with_total(total) }
}

/// What the provider hands over; at most two points, the sheet names the rest.
fn proofs(subject: Subject<'_>, sheet: &Sheet<'_>) -> String {
    let how_to = subject.catalogue.knowledge.how_to(&sheet.measure.id);
    let tier = how_to.and_then(|it| it.tier(sheet.level));
    let of = |by| tier.into_iter().flat_map(move |it| it.delivered_by(by));
    let proofs: Vec<&str> = of(Deliverer::ItProvider).chain(of(Deliverer::Own)).take(2).collect();
    if proofs.is_empty() { words::ANY_PROOF.to_owned() } else { proofs.join("; ") }
}

/// Initials of the firm, year and month: what the answer is filed under.
fn mark(company: Option<&str>, date: jiff::civil::Date) -> String {
    let initials: String =
        company.unwrap_or_default().split_whitespace().filter_map(|it| it.chars().next()).take(3).collect();
    let initials = if initials.is_empty() { "A".to_owned() } else { initials.to_uppercase() };
    format!("{initials}-{}-{:02}", date.year(), date.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_answer_is_filed_under_initials_year_and_month() {
        assert_eq!(mark(Some("Tischlerei Muster"), date(2026, 11, 30)), "TM-2026-11");
        assert_eq!(mark(None, date(2027, 1, 2)), "A-2027-01");
    }
}
