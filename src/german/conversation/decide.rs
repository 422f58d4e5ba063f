//! The end of the conversation: what was found, and what is decided.

use super::closing;
use crate::decision::{Item, Rung};
use crate::german::ladder;
use crate::german::number::{count, date, euro_range, euros, hours};
use crate::model::{Catalogue, Verdict};
use crate::report::Report;

/// Questions named where too little is known.
const QUESTIONS: usize = 5;

/// Over the pages that decide something.
pub const HEADING: &str = "Entscheiden";

/// On to the next page.
pub const GO_ON: &str = "weiter";

/// The pages that tell what was found, each a heading with its lines.
pub fn pages(
    catalogue: &Catalogue,
    report: &Report,
    certainty: Option<String>,
) -> Vec<(String, Vec<String>)> {
    if report.is_draft(catalogue) {
        return vec![draft(catalogue, report)];
    }
    let mut figures = Vec::new();
    for it in closing::figures(report) {
        figures.push(format!("{}: {}, {} {}", it.label, it.today, closing::WITH_PLAN, it.with_plan));
    }
    figures.extend(closing::ladder(catalogue, report));
    figures.extend(closing::differences(report));
    figures.push(closing::ESTIMATES.to_owned());
    let mut steps = closing::first_steps(catalogue, report);
    for (at, step) in steps.iter_mut().enumerate() {
        *step = format!("{} {step}", at + 1);
    }
    if steps.is_empty() {
        steps.push(closing::NO_STEPS.to_owned());
    }
    steps.extend(certainty);
    vec![(closing::done(catalogue, report), figures), (closing::FIRST.to_owned(), steps)]
}

/// What is missing, and who knows it.
fn draft(catalogue: &Catalogue, report: &Report) -> (String, Vec<String>) {
    let loss = report.today.expected_annual_loss;
    let open = report.decision.clarify_first.iter().take(QUESTIONS);
    let questions: Vec<String> = open
        .filter_map(|it| {
            let question = catalogue.question(&it.question)?;
            let knows = catalogue.who_knows(question, &report.answers.company);
            let role = knows.first().map_or("", |it| &it.title);
            Some(format!("{} Weiß am ehesten: {role}.", question.text))
        })
        .enumerate()
        .map(|(at, it)| format!("{} {it}", at + 1))
        .collect();
    let missing = report.enough_answers(catalogue).saturating_sub(report.coverage.known());
    let mut lines = vec![
        format!("Mittlerer Schaden im Jahr: {}", euro_range(loss.low, loss.high)),
        match questions.len() {
            0 | 1 => "Diese Antwort klärt am meisten:".to_owned(),
            many => format!("Diese {many} Antworten klären am meisten:"),
        },
    ];
    lines.extend(questions);
    let heading = format!(
        "{} Für einen Beschluss fehlen noch {}.",
        closing::done(catalogue, report),
        count(missing, "Antwort", "Antworten")
    );
    (heading, lines)
}

/// Asks what is to be done.
pub const WHAT_NEXT: &str = "Wie soll es weitergehen?";

/// What can be done; deciding only where enough is known.
pub fn wishes(may_decide: bool) -> Vec<String> {
    let open = if may_decide {
        "den Bericht öffnen: Seite 1 drucken, ankreuzen, unterschreiben"
    } else {
        "den Entwurf öffnen: was schon sichtbar ist und was noch fehlt"
    };
    let mut all = vec![open];
    if may_decide {
        all.extend([
            "eine Stufe wählen",
            "festlegen, wer was bis wann macht",
            "eigene Preise eintragen",
            "Versicherung eintragen",
            "ein Risiko bewusst tragen",
        ]);
    }
    all.push("fertig");
    all.into_iter().map(str::to_owned).collect()
}

/// What is decided already, in short.
pub fn standing(catalogue: &Catalogue, report: &Report) -> Vec<String> {
    let answers = &report.answers;
    let mut lines = Vec::new();
    lines.extend(closing::ladder(catalogue, report).filter(|_| answers.plan_rung.is_some()));
    let of = |verdict| answers.decisions.values().filter(|it| it.verdict == verdict).count();
    let (done, borne) = (of(Verdict::Do), of(Verdict::Accept));
    if done > 0 {
        lines.push(format!("Festgelegt: {}.", count(done, "Schritt mit Namen", "Schritte mit Namen")));
    }
    if borne > 0 {
        lines.push(format!("Bewusst getragen: {}.", count(borne, "Risiko", "Risiken")));
    }
    if !answers.costs.is_empty() {
        lines.push(format!("Eigene Preise: {}.", answers.costs.len()));
    }
    if answers.insurance.is_some() {
        lines.push("Eine Versicherung ist eingetragen.".to_owned());
    }
    lines
}

/// Asks for a rung.
pub const WHICH_RUNG: &str = "Welche Stufe soll es sein?";

/// Under it.
pub const RUNG_ASIDE: &str =
    "Bericht, Blätter und Fahrplan folgen dann dieser Stufe. Sie können sie jederzeit ändern.";

/// A rung with its money and hours.
pub fn rung(it: &Rung) -> String {
    format!(
        "Stufe {}: {}, {} und {} im Jahr; im ersten Jahr {} und {}",
        ladder::rung(it.id),
        count(it.raised.len(), "Maßnahme", "Maßnahmen"),
        euros(it.annual.money_eur.likely),
        hours(it.annual.hours.likely),
        euros(it.first_year.money_eur),
        hours(it.first_year.hours)
    )
}

/// A step in a list, with what is decided about it.
pub fn step(catalogue: &Catalogue, report: &Report, item: &Item) -> String {
    let [name, day, ..] = ladder::item(catalogue, item);
    let decided = report.answers.decisions.get(item.measure()).filter(|it| it.verdict == Verdict::Do);
    let standing = match decided.map(|it| (it.owner.as_deref(), it.due)) {
        Some((Some(owner), Some(due))) => format!("{owner}, bis {}", date(due)),
        _ => format!("bis {day}"),
    };
    format!("{name}\t{standing}")
}

/// Asks for a step.
pub const WHICH_STEP: &str = "Für welchen Schritt?";

/// Asks for a measure to price.
pub const WHICH_PRICE: &str = "Wofür haben Sie einen Preis?";

/// Asks for a risk.
pub const WHICH_BORNE: &str = "Welche Maßnahme lassen Sie bewusst weg?";

/// Asks who does it.
pub const WHO: &str = "Wer kümmert sich darum?";

/// Asks until when.
pub const UNTIL: &str = "Bis wann soll es getan sein?";

/// Asks for the reason.
pub const WHY_BORNE: &str = "Warum tragen Sie dieses Risiko? Ein Satz genügt.";

/// Asks who bears it.
pub const WHO_BEARS: &str = "Wer trägt es?";

/// Asks for the day of review.
pub const REVIEW: &str = "Wann sehen Sie es sich wieder an?";

/// What is typed.
pub const WHO_LABEL: &str = "Name:";
/// What is typed.
pub const REASON_LABEL: &str = "Grund:";
/// What is typed.
pub const DAY_LABEL: &str = "Tag:";
/// How a day is typed.
pub const DAY_HINT: &str = "zum Beispiel 31.3.2027";
/// Nothing was typed.
pub const NEEDED: &str = "Das wird gebraucht. Esc führt zurück.";
/// The day lies behind.
pub const DAY_IS_PAST: &str = "Dieser Tag ist schon vorbei.";
/// No day.
pub const NO_DAY: &str = "Bitte einen Tag wie 31.3.2027.";

/// The amounts of an own price.
pub const PRICES: [&str; 2] = ["Was kostet es einmalig?", "Was kostet es danach jedes Jahr?"];

/// The amounts of a policy.
pub const POLICY: [&str; 3] = [
    "Was kostet die Versicherung im Jahr?",
    "Welchen Teil jedes Schadens tragen Sie selbst (Selbstbehalt)?",
    "Wie viel zahlt sie höchstens je Schaden?",
];

/// Whether a policy is in force.
pub const IN_FORCE_QUESTION: &str = "Gilt die Versicherung schon?";
/// Its answers.
pub const IN_FORCE: [&str; 2] = ["ja, sie gilt", "nein, es ist ein Angebot"];

/// What is said once all is done.
pub fn end(file: &str, report: &str, next: &str) -> String {
    format!("\nGespeichert in {file}.\n{report}\n{next}")
}

/// The same for whoever answered from outside the firm.
pub fn thanks(file: &str) -> String {
    format!("\nVielen Dank. Ihre Antworten stehen in {file}.")
}

/// The report could not be shown.
pub fn not_opened(pdf: &str) -> String {
    format!("Der Bericht liegt in {pdf}. Von hier aus ließ er sich nicht öffnen.")
}
