//! The first page: what management decides.

use crate::decision::{Absent, Ladder, Rung};
use crate::german::ledger::{RungFigures, keeps_the_limit};
use crate::german::number::{count, date, decimal, euro_range, euros, exact_euros, one_in};
use crate::german::pages::risk::quiet_years;
use crate::german::report::{capital, money_of, number_word, reserve as reserve_of};
use crate::german::shown::in_one_line;
use crate::german::sums::{hours, shown_hours, signed};
use crate::history::{Cause, Comparison};
use crate::model::{Catalogue, RungId};
use crate::report::Report;
use crate::risk::Bearable;
use jiff::civil::Date;

/// Bookmark.
pub const BOOKMARK: &str = "Entscheidung";

/// The decision in one sentence.
pub fn title(report: &Report) -> String {
    let ladder = &report.decision.ladder;
    match ladder.rungs[0].raised.len() {
        0 if ladder.followed().is_empty() => "Ihr Schutz genügt".into(),
        0 => "Schutz kostet hier mehr, als er im Mittel spart".into(),
        1 => "Eine Maßnahme rechnet sich von selbst".into(),
        many => format!("{} Maßnahmen rechnen sich von selbst", capital(&number_word(many))),
    }
}

/// Characters of a line under the heading.
pub const BYLINE: usize = 106;
/// The same in two lines, of which no word fills the first to its end.
const TWO_LINES: usize = 180;

/// Whom it is about, how much was answered, and on which day; a name that takes more than two lines is cut.
pub fn byline(catalogue: &Catalogue, report: &Report) -> String {
    let company = &report.answers.company;
    let segment = catalogue.segment(&company.segment).map_or("", |it| it.title.as_str());
    let coverage = &report.coverage;
    let rest = format!(
        "{}, {segment} · {} von\u{a0}{} beantwortet · Stichtag\u{a0}{}",
        count(company.employees as usize, "Person", "Beschäftigte"),
        coverage.answered + coverage.not_applicable,
        count(coverage.asked, "Frage", "Fragen"),
        date(report.provenance.date)
    );
    let Some(name) = company.name.as_deref().map(in_one_line).filter(|it| !it.is_empty()) else {
        return rest;
    };
    let room = TWO_LINES.saturating_sub(rest.chars().count());
    let mut short: String = name.chars().take(room).collect();
    if short.len() < name.len() {
        short = format!("{}…", short.trim_end());
    }
    format!("{short}, {rest}")
}

/// Said once the day has passed by which figures and law should have been checked anew.
pub fn old_content(checked: Date, review_by: Date) -> [String; 2] {
    [
        "Das Wissen hinter diesem Bericht ist alt. ".into(),
        format!(
            "Zahlen und Recht sind vom {} und sollten bis {} erneuert sein. Eine neuere Fassung von waage bringt sie; entscheiden Sie erst danach.",
            date(checked),
            date(review_by)
        ),
    ]
}

/// What a year costs, what the first rung gives, what all of them cost, and whether the limit is kept; figures in bold.
pub fn lead(report: &Report) -> Vec<(String, bool)> {
    let step = money_of(report);
    let today = exact_euros(step.shown(report.today.expected_annual_loss.value));
    let quiet = report.today.probability_no_loss;
    let mut parts = vec![
        (
            if quiet > 0.5 {
                format!("{}; im Mittel kostet ein Jahr ", quiet_years(quiet))
            } else {
                "Heute kostet ein Jahr im Mittel ".into()
            },
            false,
        ),
        (today, true),
        (". ".into(), false),
    ];
    let ladder = &report.decision.ladder;
    if ladder.followed().is_empty() {
        parts.push(("Nichts, was wir kennen, senkt das um mehr, als es kostet.".into(), false));
        return parts;
    }
    let own: Vec<&Rung> = ladder.rungs.iter().filter(|it| it.same_as.is_none() && !it.is_empty()).collect();
    let keeps = keeps_the_limit(report);
    let limit = one_in(report.tolerable_ruin);
    let mut say = |words: String| parts.push((words, false));
    if let Some(pays) = own.first().filter(|it| it.id == RungId::Pays) {
        let net = RungFigures::of(report, pays).net;
        let kept = if keeps == Some(RungId::Pays) {
            format!(", und hält Ihre Grenze ein: höchstens {limit} Jahren über der Reserve")
        } else {
            String::new()
        };
        say(format!("Stufe 1 spart {} mehr, als sie kostet{kept}. ", exact_euros(net)));
    }
    if let Some(last) = own.last().filter(|it| it.id != RungId::Pays) {
        let net = RungFigures::of(report, last).net;
        let all = match (own.len(), last.id) {
            (1, id) => rung(ladder, id)[0],
            (_, RungId::Reserve) => "Alle Stufen zusammen",
            _ => "Stufe 1 und 2 zusammen",
        };
        let (cost, save) = if own.len() == 1 { ("kostet", "sie spart") } else { ("kosten", "sie sparen") };
        // Where it still saves, the columns say how much.
        if net < 0.0 {
            say(format!("{all} {cost} {} mehr, als {save}. ", exact_euros(-net)));
        }
    }
    match keeps {
        _ if report.is_bearable_today() => {}
        Some(RungId::Pays) => {}
        Some(id) => say(format!(
            "Erst mit {} halten Sie Ihre Grenze ein, {limit} Jahren über der Reserve.",
            rung(ladder, id)[0]
        )),
        None => {
            let best = own.iter().map(|it| it.year().ruin).fold(report.today.above_reserve, f64::min);
            say(format!(
                "Ihre Grenze, {limit} Jahren über der Reserve, halten Sie auch mit allen Stufen nicht ganz ein: {}.",
                one_in(best)
            ));
        }
    }
    parts
}

/// Names the bars' upper parts: what it is, and how own time is counted.
pub fn cost_label(report: &Report) -> [String; 2] {
    let hour = decimal(report.decision.terms.hour_eur, 2);
    ["Kosten im Jahr".into(), format!("eigene Stunden zu {hour}\u{a0}€")]
}

/// Names the bars' lower parts.
pub const LOSS_LABEL: &str = "mittlerer Schaden im Jahr";
/// The first column.
pub const TODAY: [&str; 2] = ["Heute", "weiter wie bisher"];
/// Before the boxes.
pub const CHOICE: &str = "Wir beschließen";
/// Beside the box of the first column.
pub const NOTHING: &str = "nichts";
/// Names and second lines of the rows below the bars.
pub const ROWS: [[&str; 2]; 8] = [
    ["unterm Strich im Jahr", "vermieden minus Kosten"],
    ["Maßnahmen", ""],
    ["Geld im Jahr", ""],
    ["eigene Zeit im Jahr", ""],
    ["Geld im ersten Jahr", ""],
    ["vermiedener Schaden", "im Jahr, mit Spanne"],
    ["schlimmste 5 von 100 Jahren", ""],
    ["über der Reserve", ""],
];

/// A rung's name, what it is, and what is said beside its box.
pub fn rung(ladder: &Ladder, id: RungId) -> [&'static str; 3] {
    let is = |it: RungId| ladder.rung(it).is_some_and(|it| it.same_as.is_none() && !it.is_empty());
    match id {
        RungId::Pays => ["Stufe 1", "rechnet sich", "Stufe 1"],
        RungId::Baseline if !is(RungId::Pays) => ["Stufe 2", "anerkannter Mindeststandard", "Stufe 2"],
        RungId::Baseline => ["Stufe 2", "+ anerkannter Mindeststandard", "Stufe 1 und 2"],
        RungId::Reserve => ["Stufe 3", "+ Reserve geschützt", "Stufe 1 bis 3"],
    }
}

/// The set a limit allows for.
pub const BUDGET: [&str; 3] = ["Ihr Budget", "so weit reicht es", "bis zum Budget"];

/// Said where a rung adds nothing.
pub fn absent(report: &Report, id: RungId) -> &'static str {
    match (id, report.decision.ladder.absent) {
        (RungId::Pays, _) => "nichts rechnet sich",
        (RungId::Baseline, _) => "Mindeststandard: schon erreicht",
        (RungId::Reserve, _) if report.answers.company.liquid_reserve_eur.is_none() => {
            "Reserve nicht genannt"
        }
        (RungId::Reserve, Some(Absent::AtTheEdge)) => "Reserve: es fehlt fast nichts",
        (RungId::Reserve, _) => "Reserve: schon geschützt",
    }
}

/// Cells of a rung, first and second line, in the order of [`ROWS`]; `alone` is what it adds to the rung below.
pub fn cells(report: &Report, rung: &Rung, alone: Option<f64>) -> [[String; 2]; 8] {
    let step = money_of(report);
    let it = RungFigures::of(report, rung);
    let number = match rung.id {
        RungId::Pays => 1,
        RungId::Baseline => 2,
        RungId::Reserve => 3,
    };
    let year = if rung.premium_eur > 0.0 { rung.year() } else { &rung.outlook };
    let with_policy = rung.insured.as_ref().filter(|_| rung.premium_eur <= 0.0);
    let premium = format!("davon Prämie {}", exact_euros(it.premium));
    let policy = format!("{} zahlt die Police", exact_euros(it.insured));
    [
        [signed(it.net), alone.map(|it| format!("Stufe {number} allein {}", signed(it))).unwrap_or_default()],
        [rung.raised.len().to_string(), String::new()],
        [
            exact_euros(step.shown(rung.annual.money_eur.likely)),
            if it.premium > 0.0 { premium } else { String::new() },
        ],
        [hours(shown_hours(rung.annual.hours.likely)), String::new()],
        [exact_euros(step.shown(rung.first_year.money_eur)), String::new()],
        [
            exact_euros(it.avoided),
            if it.insured > 0.0 { policy } else { euro_range(rung.avoided.low.max(0.0), rung.avoided.high) },
        ],
        [euros(year.worst_years), String::new()],
        [
            above(report, year.ruin),
            with_policy.map(|it| format!("mit Police {}", one_in(it.ruin))).unwrap_or_default(),
        ],
    ]
}

/// A probability above the reserve in years; said as unchanged where it prints as today's does.
fn above(report: &Report, ruin: f64) -> String {
    if one_in(ruin) == one_in(report.today.above_reserve) { "unverändert".into() } else { one_in(ruin) }
}

/// Cells of today.
pub fn today(report: &Report) -> [String; 8] {
    let now = &report.today;
    let mut cells: [String; 8] = Default::default();
    cells[1] = "keine neuen".into();
    cells[6] = euros(now.worst_years.value);
    cells[7] = one_in(now.above_reserve);
    cells
}

/// Name and second line of the last row: the reserve, and whose it is.
pub fn reserve(report: &Report) -> [String; 2] {
    let whose = if report.answers.company.liquid_reserve_eur.is_some() { "" } else { "Reserve angenommen" };
    [format!("{}, {}", ROWS[7][0], reserve_of(report)), whose.into()]
}

/// Whether the reserve is enough for the worst of a hundred years, in one of three states.
pub fn verdict(report: &Report) -> [String; 2] {
    let verdict = &report.today.verdict;
    let enough = euros(verdict.reserve_for_yes);
    let cases = in_cases(verdict.share_of_draws);
    let narrow = if verdict.is_narrow { "knapp " } else { "" };
    let question = "Reicht die Reserve für ein Jahr von 100? ".to_owned();
    if report.answers.company.liquid_reserve_eur.is_none() {
        return [question, format!("Unklar, solange Sie Ihre Reserve nicht nennen. Sicher wären {enough}.")];
    }
    let answer = match verdict.answer {
        Bearable::Yes => format!("Wahrscheinlich {narrow}ja: {cases}."),
        Bearable::Unclear => {
            format!("Unklar: {cases}. Sicher wären {enough}.")
        }
        Bearable::No => {
            format!("Wahrscheinlich {narrow}nein: {cases}. Sicher wären {enough}.")
        }
    };
    [question, answer]
}

/// A share of the draws in words: none and all of them are never certain.
pub fn in_cases(share: f64) -> String {
    match libm::round(10.0 * share) {
        cases if cases < 1.0 => "in fast keinem Fall".into(),
        cases if cases > 9.0 => "in fast allen Fällen".into(),
        cases => format!("in {cases} von 10 Fällen"),
    }
}

/// Heading above the first steps; `sure` where every rung holds them.
pub fn steps(number: usize, sure: bool) -> String {
    match (number, sure) {
        (1, _) => "Der erste Schritt".into(),
        (_, true) => format!("Die ersten {} Schritte sind mit jeder Stufe richtig", number_word(number)),
        (_, false) => format!("Die ersten {} Schritte", number_word(number)),
    }
}

/// Heads of the first steps.
pub const STEP_HEADS: [&str; 6] = ["Schritt", "wer", "bis", "Geld", "Zeit", "unterm Strich"];
/// Names the sum of the first steps.
pub const SUM: &str = "zusammen";
/// Under the first steps; the page of the road map follows.
pub const STEPS_NOTE: &str =
    "Geld im ersten Jahr, eigene Zeit, bis der Schritt fertig ist. Alle Schritte nennt";

/// Said where somebody from outside does what stands without money.
pub const UNPAID: &str = " Wo beim Dienstleister 0\u{a0}€ steht, ist nur Ihre eigene Zeit gerechnet; verlangt er Geld, tragen Sie seinen Preis ein.";

/// Where they stand, on pages and without.
pub const ROAD_MAP_ON_PAGE: &str = " der Fahrplan auf Seite ";
/// The same without pages.
pub const ROAD_MAP: &str = " der Fahrplan";
/// Where the rest of what is borne stands, on pages and without.
pub const REPORT_ON_PAGE: &str = " im Bericht auf Seite ";
/// The same without pages.
pub const REPORT: &str = " im Bericht";

/// Said where nothing asks for action.
pub const NOTHING_TO_DO: &str = "Pflegen Sie, was da ist, und prüfen Sie in einem Jahr wieder.";

/// Heading above what is borne.
pub const BORNE: &str = "Was wir bewusst tragen";

/// Under what is borne; the page follows.
pub fn more_borne(number: usize) -> String {
    match number {
        0 => "Beträge je Jahr. Mehr dazu steht".into(),
        1 => "Beträge je Jahr. Ein weiterer Verzicht steht".into(),
        many => {
            format!("Beträge je Jahr. {} weitere Verzichte stehen", capital(&number_word(many)))
        }
    }
}

/// Under the lines to write on.
pub const SIGNATURES: [&str; 3] =
    ["Verantwortlich für die Umsetzung", "Ort, Datum", "Geschäftsführung, Unterschrift"];

/// What moved the mean loss since an older file: the bold beginning and the rest.
pub fn change(report: &Report, then: Date, it: &Comparison) -> [String; 2] {
    let step = money_of(report);
    let (old, new) = (step.shown(it.old.expected_annual_loss), step.shown(it.new.expected_annual_loss));
    let parts = Cause::ALL.map(|cause| it.change.part(cause).expected_annual_loss);
    let shown = step.parts(&parts, new - old);
    let named = Cause::ALL.into_iter().zip(shown).filter(|it| it.1 != 0.0);
    let named: Vec<String> = named.map(|(it, part)| format!("{} {}", cause(it), signed(part))).collect();
    let why = if named.is_empty() { String::new() } else { format!("; {}", named.join(", ")) };
    [
        format!("Seit der Prüfung vom {}: ", date(then)),
        format!("mittlerer Schaden {} → {}{why}.", exact_euros(old), exact_euros(new)),
    ]
}

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Company => "Ihr Betrieb",
        Cause::Answers => "Getanes und Geklärtes",
        Cause::Ageing => "veraltete Antworten",
        Cause::Catalogue => "neue Zahlen",
        Cause::Model => "Rechenweg",
    }
}
