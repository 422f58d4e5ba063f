//! The ladder in German: its table, its sentences, the road map, what happens if a measure is left out.

use super::ledger::{Ledger, RungFigures};
use super::number::{count, date, decimal, euros, exact_euros, hours, one_in};
use super::pages::{joined, titles};
use super::report::{mean, money_of};
use super::sums::{self, shown_hours};
use crate::decision::{
    Because, Closing, IfLeft, Item, Judged, Ladder, OpenGap, PERIODS, Recognised, Recommended, Rung, Source,
    Spent, Status, Way, WayId,
};
use crate::model::{Catalogue, MeasureId, RungId, TakenDecision};
use crate::report::Report;

/// Heading above the table of rungs.
pub const TITLE: &str = "Drei Stufen, jede mit ihrem Preis";

/// Said in place of the boxes where too little was answered.
pub const DRAFT: &str = "Entwurf: Für einen Beschluss sind zu wenige Fragen beantwortet. Mit den nächsten Antworten werden die Stufen genauer.";

/// Heads of the table of rungs.
pub const HEADS: [&str; 8] = [
    "Stufe",
    "Maßnahmen",
    "Geld im Jahr",
    "Stunden im Jahr",
    "im ersten Jahr",
    "im ersten Monat",
    "vermeidet im Mittel",
    "über der Reserve",
];

/// A rung's name.
pub fn rung(id: RungId) -> &'static str {
    match id {
        RungId::Pays => "1 Rechnet sich",
        RungId::Baseline => "2 + Mindeststandard",
        RungId::Reserve => "3 + Reserve geschützt",
    }
}

/// The row of a rung.
pub fn row(it: &Rung) -> [String; 8] {
    [
        rung(it.id).into(),
        it.raised.len().to_string(),
        euros(it.annual.money_eur.likely),
        hours(it.annual.hours.likely),
        spent(it.first_year),
        spent(it.first_month),
        euros(it.avoided.value),
        one_in(it.year().ruin),
    ]
}

/// The row of the set that a limit allows for.
pub fn limited_row(it: &Rung) -> [String; 8] {
    let [_, rest @ ..] = row(it);
    let [measures, money, own, year, month, avoided, above] = rest;
    ["So weit reicht Ihr Budget".into(), measures, money, own, year, month, avoided, above]
}

fn spent(it: Spent) -> String {
    format!("{} + {}", euros(it.money_eur), hours(it.hours))
}

/// The word for a way to close the shortfall.
fn way_name(id: WayId) -> &'static str {
    match id {
        WayId::Reserve => "mehr Reserve",
        WayId::Measures => "Maßnahmen allein",
        WayId::Mix => "Maßnahmen und Reserve",
        WayId::Insurance => "Versicherung",
        WayId::InsuredMix => "Versicherung und Maßnahmen",
    }
}

/// The sentences of the ladder that apply, each with its name.
pub fn sentences(catalogue: &Catalogue, report: &Report) -> Vec<(&'static str, String)> {
    let decision = &report.decision;
    let ladder = &decision.ladder;
    let mut all = vec![advised(report)];
    if report.is_draft(catalogue) {
        all.push(("draft", DRAFT.into()));
    }
    let (pays, baseline) = (&ladder.rungs[0], &ladder.rungs[1]);
    if !pays.is_empty() {
        all.push(("S2", what_pays(report, pays)));
    }
    if baseline.same_as.is_some() && !decision.gaps.open.is_empty() {
        all.push((
            "S4",
            "Bei Ihnen rechnet sich der Mindeststandard von selbst. Stufe 1 und 2 sind dieselbe.".into(),
        ));
    } else if baseline.same_as.is_none() {
        all.push(("S3", what_the_standard_adds(catalogue, report, pays, baseline)));
    }
    all.extend(accepted_gaps(catalogue, report).map(|it| ("S3", it)));
    all.extend(closing(&ladder.closing));
    let followed = ladder.followed();
    let share = catalogue.ladder.first_year_share;
    if followed.first_year.money_eur > share * report.reserve_eur && report.reserve_eur > 0.0 {
        all.push((
            "S9",
            format!(
                "Das erste Jahr kostet {}, mehr als ein Viertel Ihrer Reserve. Zahlen Sie es aus dem laufenden Geschäft, oder verteilen Sie die Stufe auf zwei Jahre.",
                euros(followed.first_year.money_eur)
            ),
        ));
    }
    all.extend(limit(catalogue, ladder).map(|it| ("S11", it)));
    all.extend(overload(report).map(|it| ("S12", it)));
    all.extend(proof(followed.optimality_gap).map(|it| ("proof", it)));
    all
}

fn advised(report: &Report) -> (&'static str, String) {
    let ladder = &report.decision.ladder;
    let followed = ladder.followed();
    if followed.is_empty() && report.decision.gaps.open.is_empty() {
        let next = report.ageing.calendar.first().map(|it| date(it.0));
        let next = next.map(|it| format!(" Der nächste Termin ist am {it}.")).unwrap_or_default();
        return ("S5", format!("Sie brauchen nichts Neues. Pflegen Sie, was da ist.{next}"));
    }
    let whose = match (ladder.chosen, ladder.recommended) {
        (Some(_), _) => format!("Sie haben Stufe {} gewählt", number(followed.id)),
        (None, Recommended::Budget) => "So weit reicht Ihr Budget".into(),
        (None, _) => format!("Wir empfehlen Stufe {}", number(followed.id)),
    };
    let measures = count(followed.raised.len(), "Maßnahme", "Maßnahmen");
    let policy = if followed.premium_eur > 0.0 { " und eine Versicherung" } else { "" };
    let text = format!(
        "{whose}: {measures}{policy}, {} und {} im Jahr. Im ersten Jahr brauchen Sie {} und {}, davon {} im ersten Monat.",
        mean(report, followed.annual.money_eur.likely),
        shown(followed.annual.hours.likely),
        mean(report, followed.first_year.money_eur),
        shown(followed.first_year.hours),
        exact_euros(first_month(report, followed))
    );
    ("S1", text)
}

/// Money of the first month as the road map shows it, a premium included.
fn first_month(report: &Report, followed: &Rung) -> f64 {
    let items = report.decision.roadmap.items.iter().enumerate();
    let first = items.filter(|it| period_of(it.1.day) == 0).map(|it| it.0);
    Ledger::of(report).sum(first).0 + money_of(report).shown(followed.premium_eur)
}

fn shown(hours: f64) -> String {
    sums::hours(shown_hours(hours))
}

fn number(id: RungId) -> u8 {
    match id {
        RungId::Pays => 1,
        RungId::Baseline => 2,
        RungId::Reserve => 3,
    }
}

fn what_pays(report: &Report, pays: &Rung) -> String {
    let milder = if report.decision.ladder.by_the_mean { "" } else { ", und schlimme Jahre werden milder" };
    let it = RungFigures::of(report, pays);
    format!(
        "Stufe 1 spart mehr, als sie kostet: {} weniger Schaden im Mittel für {}, eigene Zeit eingerechnet{milder}.",
        exact_euros(it.avoided),
        exact_euros(it.cost)
    )
}

fn what_the_standard_adds(catalogue: &Catalogue, report: &Report, pays: &Rung, baseline: &Rung) -> String {
    let (low, high) = (RungFigures::of(report, pays), RungFigures::of(report, baseline));
    let step = money_of(report);
    let of = |it: &Rung| (step.shown(it.annual.money_eur.likely), shown_hours(it.annual.hours.likely));
    let (money, more_hours) = (of(baseline).0 - of(pays).0, of(baseline).1 - of(pays).1);
    let open = report.decision.gaps.open.iter().filter(|it| !pays.raised.contains(&it.measure));
    let (known, unknown): (Vec<&OpenGap>, Vec<&OpenGap>) = open.partition(|it| it.known);
    let price = match (money > 0.0, !sums::vanishes(more_hours)) {
        (true, true) => format!("{} und {}", exact_euros(money), sums::hours(more_hours)),
        (true, false) => exact_euros(money),
        (false, _) => sums::hours_spelled(more_hours),
    };
    let mean = if high.net >= low.net {
        "Auch das spart er im Mittel ein."
    } else {
        "Das spart er im Mittel nicht ein."
    };
    let told = |lead: &str, gaps: &[&OpenGap]| {
        let names: Vec<String> = gaps.iter().map(|it| title(catalogue, &it.measure)).collect();
        if names.is_empty() { String::new() } else { format!(" {lead}: {}.", titles(&names)) }
    };
    let missing = told("Ohne ihn fehlt", &known) + &told("Erst nachsehen, sonst nachholen", &unknown);
    let spread = if report.decision.ladder.spread_over_two_years {
        " Verteilen Sie ihn auf zwei Jahre, das Günstigste zuerst."
    } else {
        ""
    };
    format!(
        "Der Mindeststandard kostet {price} im Jahr mehr. {mean}{missing} Danach fragt jeder Versicherer zuerst.{spread}"
    )
}

/// A gap with the remark that nobody knows, where so.
pub fn gap(catalogue: &Catalogue, gap: &OpenGap) -> String {
    let title = title(catalogue, &gap.measure);
    if gap.known { title } else { format!("{title} (erst nachsehen, sonst nachholen)") }
}

/// Why something is a gap, in a few words.
pub fn because(catalogue: &Catalogue, gap: &OpenGap) -> String {
    match &gap.because {
        Because::Degree { of: Some(of) } => {
            let said = catalogue.trait_(of).map_or("", |it| it.text.trim_end_matches('.'));
            format!("fehlt, und bei Ihnen gilt: „{said}“")
        }
        Because::Degree { of: None } => "fehlt ganz oder zum größten Teil".into(),
        Because::Answer { question, option } => {
            let option = catalogue.question(question).and_then(|it| it.option(option));
            format!("Ihre Antwort: „{}“", option.map_or("", |it| it.text.as_str()))
        }
        Because::Demanded(demand) => super::decision::demanded(*demand),
    }
}

fn accepted_gaps<'a>(catalogue: &'a Catalogue, report: &'a Report) -> impl Iterator<Item = String> + 'a {
    report.decision.gaps.accepted.iter().filter_map(|it| {
        let taken = report.answers.decisions.get(&it.measure)?;
        Some(format!("{}: {}", title(catalogue, &it.measure), accepted(taken)?))
    })
}

/// What is missing of the reserve and how it is closed.
fn closing(closing: &Closing) -> Vec<(&'static str, String)> {
    if closing.is_edge {
        let missing = euros(closing.missing);
        return vec![(
            "S10",
            format!(
                "Das liegt an der Grenze: Es fehlen {missing}, weniger als ein Zwanzigstel Ihrer Reserve."
            ),
        )];
    }
    let Some(chosen) = closing.way() else { return Vec::new() };
    let lead = format!(
        "Einmal in hundert Jahren kostet ein Jahr mehr als {}. Ihre Reserve ist {}.",
        euros(closing.very_bad_year),
        euros(closing.reserve)
    );
    let mut all = vec![match chosen.id {
        WayId::Reserve => (
            "S6a",
            format!(
                "{lead} Am günstigsten schließen Sie das mit {}. Das Geld bleibt Ihres.",
                more_reserve(chosen)
            ),
        ),
        WayId::Insurance | WayId::InsuredMix => {
            ("S6b", format!("{lead} Am günstigsten schließen Sie das mit {}", insured(chosen)))
        }
        WayId::Measures | WayId::Mix => (
            "S6c",
            format!(
                "{lead} Am günstigsten schließen Sie das mit weiteren Maßnahmen für {} und {} im Jahr.{}",
                euros(chosen.money_eur),
                hours(chosen.hours),
                still_missing(chosen)
            ),
        ),
    }];
    all.push(("S6", compared(closing)));
    if let Some(measures) = closing.of(WayId::Measures).filter(|it| it.above_cap || !it.closes) {
        let not_even = if measures.closes { "" } else { " Selbst alles zusammen reicht nicht." };
        all.push((
            "S7",
            format!(
                "Maßnahmen allein schließen die Lücke nicht sinnvoll: Sie kosteten {} im Jahr mehr, um {} zu schützen.{not_even} Mit {} Reserve wäre es getan.",
                euros(measures.money_eur),
                euros(closing.reserve),
                euros(closing.reserve + closing.missing)
            ),
        ));
    }
    if chosen.reserve_more_eur > 0.5
        && let Some((line, price)) = closing.bridge
    {
        all.push((
            "S8",
            format!(
                "Bis die Reserve steht, überbrückt eine fest zugesagte Kreditlinie von {}. Sie kostet etwa {} im Jahr und muss zurückgezahlt werden.",
                euros(line.min(chosen.reserve_more_eur)),
                euros(price)
            ),
        ));
    }
    all
}

fn more_reserve(way: &Way) -> String {
    format!(
        "{} mehr Reserve, {} im Monat über drei Jahre",
        euros(way.reserve_more_eur),
        euros(way.month_rate_eur)
    )
}

fn insured(way: &Way) -> String {
    let measures = if way.id == WayId::InsuredMix { " und weiteren Maßnahmen" } else { "" };
    let with_demands = way.id == WayId::Insurance && way.money_eur - way.premium_eur + way.hours > 0.5;
    let demanded = if with_demands { " und dem, was sie verlangt," } else { "" };
    format!(
        "einer Versicherung{measures}{demanded} für etwa {} im Jahr. Im Mittel zahlt sie {} zurück.{}",
        euros(way.money_eur),
        euros(way.pays_on_average),
        still_missing(way)
    )
}

fn still_missing(way: &Way) -> String {
    if way.closes { String::new() } else { format!(" Dann fehlen noch {}.", more_reserve(way)) }
}

/// The prices of all ways in one sentence.
fn compared(closing: &Closing) -> String {
    let ways: Vec<String> = closing
        .ways
        .iter()
        .map(|it| {
            let note = if !it.counts {
                ", zählt nach Ihren Antworten nicht"
            } else if it.above_cap {
                ", zu teuer"
            } else if it.id == WayId::Measures && !it.closes {
                ", reicht nicht"
            } else {
                ""
            };
            let price = if it.price_eur < 0.0 {
                format!("spart unter dem Strich {}", euros(-it.price_eur))
            } else {
                euros(it.price_eur)
            };
            format!("{}: {price}{note}", way_name(it.id))
        })
        .collect();
    format!("Preis der Wege im Jahr, alles eingerechnet: {}.", ways.join("; "))
}

fn limit(catalogue: &Catalogue, ladder: &Ladder) -> Option<String> {
    let limited = ladder.limited.as_ref()?;
    let all = &ladder.rungs[1];
    let mut limits: Vec<String> =
        limited.money_eur.map(|it| format!("{} im Jahr", euros(it))).into_iter().collect();
    limits.extend(limited.own_hours.map(|it| format!("{} im Jahr", hours(it))));
    let names: Vec<String> = limited.left_out.iter().map(|it| title(catalogue, &it.0)).collect();
    let missing = if names.is_empty() { String::new() } else { format!(" Es fehlen: {}.", titles(&names)) };
    Some(format!(
        "Ihr Budget von {} reicht für {} von {}.{missing}",
        joined(&limits),
        limited.rung.raised.len(),
        count(all.raised.len(), "Maßnahme", "Maßnahmen")
    ))
}

fn overload(report: &Report) -> Option<String> {
    let it = report.decision.roadmap.overload?;
    Some(format!(
        "In den ersten {} Tagen sind {} zu tun, {} haben Sie. Geben Sie {} an den Dienstleister: etwa {}.",
        it.days,
        hours(it.needed),
        hours(it.available),
        hours(it.needed - it.available),
        euros(it.price_eur)
    ))
}

/// Remainder of the proof from which it is told.
const TOLD_GAP: f64 = 0.01;

fn proof(gap: f64) -> Option<String> {
    (gap > TOLD_GAP).then(|| format!("Die Suche ist bis auf {} bewiesen.", super::number::percent(gap)))
}

/// Heading above the road map.
pub const ROADMAP: &str = "Wann was geschieht";

/// A step of the road map: what, by when, with what.
pub fn item(catalogue: &Catalogue, item: &Item) -> [String; 4] {
    let day = if item.is_later() {
        format!("Monat {}", decimal((item.day / 30.436_875).ceil(), 0))
    } else {
        format!("Tag {}", decimal(item.day.ceil(), 0))
    };
    [named(catalogue, item), day, hours(item.hours.first_year()), euros(item.money.first_year())]
}

/// What a step is called: its measure, others of the block counted.
pub fn named(catalogue: &Catalogue, item: &Item) -> String {
    let title = title(catalogue, item.measure());
    let more = item.raises.len() - 1;
    match (&item.source, more) {
        (Source::Stopgap, _) => format!("{title}: schließen, bis es sicher geht"),
        (_, 0) => title,
        (_, more) => format!("{title} + {more} im Paket"),
    }
}

/// Heads of the road map.
pub const ITEM_HEADS: [&str; 4] = ["Schritt", "bis", "eigene Zeit", "Geld im ersten Jahr"];

/// A period of the road map by its number among [`PERIODS`]; the last is what comes after a year.
pub fn period(at: usize) -> &'static str {
    match at {
        0 => "Im ersten Monat",
        1 => "Bis Tag 90",
        2 => "Im ersten halben Jahr",
        3 => "Im ersten Jahr",
        _ => "Im zweiten Jahr",
    }
}

/// The period in which a day lies.
pub fn period_of(day: f64) -> usize {
    PERIODS.iter().position(|it| day <= f64::from(*it)).unwrap_or(PERIODS.len())
}

/// What happens if a measure is left out, in two sentences.
pub fn if_left(catalogue: &Catalogue, report: &Report, it: &IfLeft, leans: &[String]) -> String {
    let Some(what) = likely(catalogue, it) else {
        let leans = if leans.is_empty() { String::new() } else { format!(" Es trägt {}.", titles(leans)) };
        return format!("Allein fällt es kaum auf: {} im Jahr.{leans}", euros(it.more));
    };
    let ruin = report.with_plan.above_reserve;
    format!(
        "{what} Im Mittel {} mehr Schaden im Jahr; über Ihrer Reserve {} statt {}.",
        euros(it.more),
        one_in(it.ruin_without),
        one_in(ruin)
    )
}

/// The scenario that becomes more frequent or worse without a measure; nothing where it is hardly noticed.
pub fn likely(catalogue: &Catalogue, it: &IfLeft) -> Option<String> {
    let scenario = catalogue.scenario(&it.scenario).map_or("", |it| it.title.as_str());
    let often = it.frequency_without / it.frequency_with.max(1e-12) - 1.0;
    let bad = it.bad_event_without / it.bad_event_with.max(1e-9) - 1.0;
    if often.max(bad) <= catalogue.ladder.hardly_noticed {
        return None;
    }
    Some(if often >= bad {
        every(scenario, it)
    } else {
        format!(
            "Trifft Sie „{scenario}“, kostet ein schlimmer Fall etwa {} statt {}.",
            euros(it.bad_event_without),
            euros(it.bad_event_with)
        )
    })
}

fn every(scenario: &str, it: &IfLeft) -> String {
    let (with, without) = (1.0 / it.frequency_with, 1.0 / it.frequency_without);
    if without > 100.0 {
        return format!(
            "„{scenario}“ träfe im Jahr einen von {} Betrieben wie Ihrem statt einen von {}.",
            decimal(super::number::rounded(without), 0),
            decimal(super::number::rounded(with), 0)
        );
    }
    format!(
        "„{scenario}“ träfe Sie etwa alle {} Jahre statt alle {}.",
        decimal(super::number::rounded(without), 0),
        decimal(super::number::rounded(with), 0)
    )
}

/// Why a policy counts as in force, where an answer says so.
pub fn recognised(it: &Recognised) -> Option<&'static str> {
    match it {
        Recognised::Terms => None,
        Recognised::Answer { .. } => Some(
            "Nach Ihrer Antwort haben Sie eine Cyberversicherung. Ihre Bedingungen kennen wir nicht und nehmen übliche an; mit Prämie, Summe und Selbstbehalt aus Ihrem Vertrag wird es genauer.",
        ),
    }
}

/// Who bears a risk since when, until when and why; nothing where none was accepted.
pub fn accepted(taken: &TakenDecision) -> Option<String> {
    let it = taken.acceptance.as_ref()?;
    let (since, review) = (date(taken.date), date(it.review));
    let reason = it.reason.trim().trim_end_matches('.');
    Some(format!("Getragen von {} seit {since}, neu prüfen am {review}. Grund: {reason}.", it.owner))
}

/// The word for how things stand with a measure, where there is something to say.
pub fn status(judged: &Judged) -> Option<String> {
    let taken = judged.taken.as_ref()?;
    match judged.status {
        Status::Lapsed => {
            let review = taken.acceptance.as_ref()?.review;
            Some(format!("Entscheidung abgelaufen am {}.", date(review)))
        }
        Status::Accepted => accepted(taken),
        Status::Decided => {
            let owner = taken.owner.as_ref().map(|it| format!(", zuständig: {it}")).unwrap_or_default();
            let due = taken.due.map(|it| format!(", fertig bis {}", date(it))).unwrap_or_default();
            Some(format!("Von Ihnen entschieden am {}{owner}{due}.", date(taken.date)))
        }
        Status::Open | Status::Maintain => None,
    }
}

fn title(catalogue: &Catalogue, id: &MeasureId) -> String {
    catalogue.measure(id).map_or_else(|| id.to_string(), |it| it.title.clone())
}
