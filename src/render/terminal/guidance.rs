//! What helps beyond the figures, in a few lines for the terminal. The paper has all of it.

use crate::german::guidance::{attacks, cases, help, law, learning, pillars, stale};
use crate::guidance::{CaseMatch, GrantState, TOLD_ATTACKS};
use crate::model::{Catalogue, ContactKind};
use crate::report::Report;
use typeset::terminal::Paper;

/// Columns by which what stands under a heading is indented.
const INDENT: usize = 2;
/// Lessons told: the next one; the rest is on the training plan.
const TOLD_LESSONS: usize = 1;
/// Grants told.
const TOLD_GRANTS: usize = 2;
/// What a person asks first: help after an incident, then advice.
const TOLD_CONTACTS: [ContactKind; 2] = [ContactKind::Police, ContactKind::Advice];

/// Cases, attacks, learning, contacts, money, law: headings with a line or two each.
pub fn guidance(paper: &mut Paper, catalogue: &Catalogue, report: &Report) {
    section(paper, pillars::TITLE, &[pillars::sentence(catalogue, &report.guidance.pillars)]);
    section(paper, cases::TITLE, &told_cases(catalogue, report));
    section(paper, attacks::TITLE, &told_attacks(catalogue, report));
    section(paper, learning::TITLE, &told_lessons(catalogue, report));
    section(paper, help::TITLE, &told_contacts(catalogue, report));
    section(paper, law::TITLE, &told_law(catalogue, report));
    if let Some(told) = stale::stale(catalogue, &report.guidance.stale) {
        paper.heading(&told);
    }
}

fn section(paper: &mut Paper, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        paper.heading(title);
        for line in lines {
            paper.entry(INDENT, line);
        }
    }
}

fn told_cases(catalogue: &Catalogue, report: &Report) -> Vec<String> {
    let Some(pair) = &report.guidance.cases else { return Vec::new() };
    let told = |name: &str, found: &CaseMatch| {
        let case = catalogue.knowledge.case(&found.case)?;
        let reported = cases::reported(case).map(|it| format!(" {it}")).unwrap_or_default();
        Some(format!("{name}: {}.{reported} {}", case.title, cases::why(catalogue, found)))
    };
    let mut lines: Vec<String> =
        [told(cases::BADLY, &pair.worst), told(cases::WELL, &pair.best)].into_iter().flatten().collect();
    lines.extend(report.guidance.prevention.as_ref().map(cases::prevention));
    lines
}

fn told_attacks(catalogue: &Catalogue, report: &Report) -> Vec<String> {
    let told = report.guidance.attacks.iter().take(TOLD_ATTACKS).enumerate().filter_map(|(at, ranked)| {
        let attack = catalogue.knowledge.attack(&ranked.attack)?;
        let levers = attacks::levers(attack).map(|it| format!(" {it}.")).unwrap_or_default();
        Some(format!("{} {}: {}.{levers}", at + 1, attack.title, attacks::stands_for(ranked)))
    });
    told.collect()
}

fn told_lessons(catalogue: &Catalogue, report: &Report) -> Vec<String> {
    let plan = &report.guidance.learning;
    if plan.lessons.is_empty() {
        return Vec::new();
    }
    let lessons = plan.lessons.iter().take(TOLD_LESSONS).map(|it| learning::line(catalogue, it));
    std::iter::once(learning::headline(plan)).chain(lessons).collect()
}

fn told_contacts(catalogue: &Catalogue, report: &Report) -> Vec<String> {
    let guidance = &report.guidance;
    let mut lines = Vec::new();
    if report.answers.company.state.is_none() {
        lines.push(help::NO_STATE.to_owned());
    }
    for kind in TOLD_CONTACTS {
        let first = guidance.contacts.iter().filter(|it| it.kind == kind).find_map(|fitting| {
            let contact = catalogue.knowledge.contact(&fitting.contact)?;
            let standing = help::standing(contact, fitting.currency);
            Some(format!("{}: {}; {standing}", help::kind(kind), help::contact(contact, fitting)))
        });
        lines.extend(first);
    }
    let open = guidance.grants.iter().filter(|it| !matches!(it.state, GrantState::Ended(_)));
    let grants = open.take(TOLD_GRANTS).filter_map(|fitting| {
        let grant = catalogue.grant(&fitting.grant)?;
        Some(format!("{}; {}", help::grant(grant), help::grant_standing(grant, fitting)))
    });
    lines.extend(grants);
    lines
}

fn told_law(catalogue: &Catalogue, report: &Report) -> Vec<String> {
    let guidance = &report.guidance;
    let mut lines = vec![law::nis2(&guidance.nis2)];
    lines.extend(law::insurer_warning(catalogue, &report.insurer));
    lines.push(law::NOTE.to_owned());
    lines
}
