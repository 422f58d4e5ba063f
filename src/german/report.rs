//! The sentences of the report: what a year can cost, what helps, what is borne.

use super::number::{count, euro_range, euros, hours, one_in, percent, signed_euros};
use super::shown::in_one_line;
use super::sums::Money;
use crate::decision::Bearing;
use crate::model::{Catalogue, Level, SizeClass, TierLevel};
use crate::report::{Coverage, Figure, Report};

/// The name of the whole: stands above the first heading.
pub const KICKER: &str = "IT-Sicherheit · Entscheidungsvorlage";

/// The step to which the money of a report is rounded.
pub fn money_of(report: &Report) -> Money {
    Money::of(report.today.expected_annual_loss.value)
}

/// A number in words up to twelve, in digits from there on.
pub fn number_word(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
        "zwölf",
    ];
    WORDS.get(number).map_or_else(|| number.to_string(), |it| (*it).to_owned())
}

/// Size class in words.
pub fn size(size: SizeClass) -> &'static str {
    match size {
        SizeClass::Micro => "1 bis 9 Beschäftigte",
        SizeClass::Small => "10 bis 49 Beschäftigte",
        SizeClass::Medium => "50 bis 249 Beschäftigte",
    }
}

/// Digitalisation in one word.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Low => "niedrig",
        Level::Medium => "mittel",
        Level::High => "hoch",
    }
}

/// A variant of a measure in one word.
pub fn tier(level: TierLevel) -> &'static str {
    match level {
        TierLevel::Minimum => "Grundstufe",
        TierLevel::Standard => "Normalstufe",
        TierLevel::Extended => "Ausbaustufe",
    }
}

/// Whom the report is about, in one line.
pub fn about(catalogue: &Catalogue, report: &Report) -> String {
    let company = &report.answers.company;
    let segment = catalogue.segment(&company.segment).map_or("", |it| it.title.as_str());
    let people = count(company.employees as usize, "Beschäftigte", "Beschäftigte");
    let name = company.name.as_deref().map(|it| format!("{}, ", in_one_line(it))).unwrap_or_default();
    format!(
        "{name}{people}, {segment}, Digitalisierung {} · {}",
        level(report.digitalisation.1),
        answered(&report.coverage)
    )
}

/// How much was answered.
pub fn answered(coverage: &Coverage) -> String {
    let open = coverage.unknown + coverage.untouched();
    let done = coverage.answered + coverage.not_applicable;
    let rest = if open == 0 { String::new() } else { format!(", {open} offen") };
    format!("{done} von {} beantwortet{rest}", count(coverage.asked, "Frage", "Fragen"))
}

/// The risk and the plan in two sentences.
pub fn lead(report: &Report) -> Vec<(String, bool)> {
    let plan = &report.decision.plan;
    let now = report.today.expected_annual_loss.value;
    let then = report.with_plan.expected_annual_loss.value;
    let mut parts = vec![
        ("Ohne weitere Schutzmaßnahmen rechnen wir mit Schäden von im Mittel ".into(), false),
        (format!("{} im Jahr", euros(now)), true),
        (". ".into(), false),
    ];
    // Counted as everywhere else: a bundle is as many measures as it brings.
    let raised = report.decision.measures.iter().filter_map(|it| it.weighed.as_ref()).filter(|it| it.in_plan);
    let measures = raised.count();
    if measures == 0 {
        parts.push(("Kein weiterer Schritt senkt das um mehr, als er kostet.".into(), false));
        return parts;
    }
    let total = plan.annual.total().likely;
    let money = plan.annual.money_eur.likely;
    let own = plan.annual.hours.likely;
    let verb = if measures == 1 { "senkt" } else { "senken" };
    parts.push((format!("{} für ", count(measures, "Maßnahme", "Maßnahmen")), false));
    parts.push((format!("{} im Jahr", euros(total)), true));
    parts.push((
        format!(", davon {} Geld und {} eigene Arbeit, {verb} das auf ", euros(money), hours(own)),
        false,
    ));
    parts.push((euros(then), true));
    parts.push((".".into(), false));
    parts
}

/// Labels, figure, note of the three tiles, and the same with the plan.
pub fn tiles(report: &Report) -> [[String; 6]; 3] {
    let (now, then) = (&report.today, &report.with_plan);
    let saved = report.avoided_by_plan().value;
    [
        [
            "Mittlerer Schaden im Jahr".into(),
            euros(now.expected_annual_loss.value),
            format!("Spanne {}", euro_range(now.expected_annual_loss.low, now.expected_annual_loss.high)),
            "mit Plan".into(),
            euros(then.expected_annual_loss.value),
            format!("{} weniger für {}", euros(saved), euros(report.decision.plan.annual.total().likely)),
        ],
        [
            "Schlechtes Jahr (Mittel 5 von 100)".into(),
            euros(now.worst_years.value),
            format!("Spanne {}", euro_range(now.worst_years.low, now.worst_years.high)),
            "mit Plan".into(),
            euros(then.worst_years.value),
            format!("Spanne {}", euro_range(then.worst_years.low, then.worst_years.high)),
        ],
        [
            over_reserve(report),
            one_in(now.above_reserve),
            format!("Jahren; in {} Jahren {}", report.horizon_years, percent(now.above_reserve_horizon)),
            "mit Plan".into(),
            one_in(then.above_reserve),
            format!("in {} Jahren {}", report.horizon_years, percent(then.above_reserve_horizon)),
        ],
    ]
}

/// A loss above the reserve, and whether the reserve was assumed; short, since amounts grow.
fn over_reserve(report: &Report) -> String {
    let whose = if report.answers.company.liquid_reserve_eur.is_some() { "Reserve" } else { "Annahme" };
    format!("Schaden über {} ({whose})", euros(report.reserve_eur))
}

/// Whether the firm can bear it, in two or three sentences.
pub fn bearable(report: &Report) -> String {
    let limit = one_in(report.tolerable_ruin);
    let now = one_in(report.today.above_reserve);
    let then = one_in(report.with_plan.above_reserve);
    let reserve = euros(report.reserve_eur);
    let first = match (report.is_bearable_today(), report.is_bearable_with_plan()) {
        (true, _) => format!(
            "Ja. Ein Schaden über {reserve} trifft Sie etwa in {now} Jahren, Ihre Grenze ist {limit}. Mit dem Plan ist es {then}."
        ),
        (false, true) => format!(
            "Heute nicht: Ein Schaden über {reserve} trifft Sie etwa in {now} Jahren, Ihre Grenze ist {limit}. Mit dem Plan liegen Sie mit {then} darunter."
        ),
        (false, false) => format!(
            "Nein, auch mit dem Plan nicht ganz: Ein Schaden über {reserve} trifft Sie heute etwa in {now} Jahren, mit dem Plan in {then}. Ihre Grenze ist {limit}. {}",
            beyond_the_plan(&report.decision.bearing)
        ),
    };
    if report.answers.company.liquid_reserve_eur.is_some() {
        first
    } else {
        format!("{first} Die Reserve ist angenommen; mit Ihrer eigenen Zahl wird das Urteil genauer.")
    }
}

/// What is left where the plan does not reach the limit: insurance, or a higher reserve.
fn beyond_the_plan(bearing: &Bearing) -> String {
    match bearing.insured {
        Some(insured) if insured <= bearing.tolerable => {
            format!("Zusammen mit der Versicherung sind es {}: So ist es tragbar.", one_in(insured))
        }
        Some(insured) => format!(
            "Selbst mit der Versicherung sind es {}. „Tragen“ heißt hier: vorläufig, bis die Reserve höher oder das Risiko kleiner ist.",
            one_in(insured)
        ),
        None => "Prüfen Sie eine Versicherung oder eine höhere Reserve. „Tragen“ heißt hier: vorläufig, bis dahin."
            .into(),
    }
}

/// Why the figure differs from similar firms.
pub fn against_peers(report: &Report) -> String {
    let own = report.today.expected_annual_loss.value;
    let peers = report.peers_annual_loss;
    let ratio = if peers > 0.0 { own / peers } else { 1.0 };
    let verdict = if ratio > 1.15 {
        "Ihr Schutz ist schwächer als üblich."
    } else if ratio < 0.87 {
        "Ihr Schutz ist besser als üblich."
    } else {
        "Das ist etwa dasselbe."
    };
    format!(
        "Ein Betrieb wie Ihrer mit durchschnittlichem Schutz verliert im Mittel {} im Jahr. {verdict}",
        euros(peers)
    )
}

/// Thesis 1 in one sentence, with the figure.
pub fn people_sentence(report: &Report) -> String {
    let lost = report.decision.people.lost_for_want_of_people;
    if lost < 0.02 * report.today.expected_annual_loss.value {
        return "Ihre Technik hat die Menschen und Regeln, die sie braucht. Hier geht kaum Wirkung verloren."
            .into();
    }
    format!(
        "Ihre Technik könnte im Jahr rund {} mehr Schaden abwenden, wenn Zuständigkeit, Übung und Regeln dahinter stünden. So viel Wirkung geht heute verloren.",
        euros(lost)
    )
}

/// What a figure of the assumptions is called.
pub fn figure(figure: Figure) -> &'static str {
    match figure {
        Figure::Turnover => "Jahresumsatz",
        Figure::Reserve => "Reserve für einen Schaden",
        Figure::StandstillDay => "Ein Tag ohne IT",
        Figure::OwnHour => "Eine eigene Stunde",
        Figure::HoursPerMonth => "Eigene Stunden im Monat",
        Figure::TolerableRuin => "Grenze für Schäden über der Reserve",
        Figure::Rate => "Zins im Jahr für Anschaffungen",
        Figure::Horizon => "Zeitraum, über den die Reserve reichen soll",
    }
}

/// The value of a figure with its unit.
pub fn figure_value(figure: Figure, value: f64) -> String {
    match figure {
        Figure::HoursPerMonth => hours(value),
        Figure::TolerableRuin => format!("{} Jahren", one_in(value)),
        Figure::Rate => percent(value),
        Figure::Horizon => format!("{} Jahre", super::number::decimal(value, 0)),
        Figure::OwnHour => format!("{}\u{a0}€", super::number::decimal(value, 2)),
        Figure::Turnover | Figure::Reserve | Figure::StandstillDay => euros(value),
    }
}

/// Net benefit with its sign.
pub fn net(value: f64) -> String {
    signed_euros(value)
}

/// Question above the verdict.
pub const BEARABLE_QUESTION: &str = "Können wir das tragen?";

/// Heading above the first steps where no columns say what they count.
pub fn first_steps(heading: &str) -> String {
    format!("{heading} (Schätzung, je Jahr)")
}

/// Heading above where the rest is.
pub const MORE: &str = "Mehr";

/// Where the rest is.
pub const WHERE_MORE_IS: &str = "Derselbe Aufruf mit --full zeigt hier alles: jede Maßnahme mit ihrem Grund, was wann dran ist, selbst machen oder machen lassen, Versicherung, Fristen, Fälle, Hilfe und Recht. Mit --pdf bericht.pdf entsteht der Bericht zum Lesen und Unterschreiben.";

/// Heads of the table of figures.
pub const FIGURE_HEADS: [&str; 3] = ["Schätzung", "heute", "mit Plan"];
