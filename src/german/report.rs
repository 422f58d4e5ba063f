//! The sentences of the report: what a year can cost, what helps, what is borne.

use super::number::{count, euros, exact_euros, hours, one_in, percent};
use super::shown::in_one_line;
use super::sums::Money;
use crate::model::{Catalogue, Level, SizeClass, TierLevel};
use crate::report::{Coverage, Figure, Report};

/// The name of the whole: stands above the first heading.
pub const KICKER: &str = "IT-Sicherheit · Entscheidungsvorlage";

/// The step to which the money of a report is rounded.
pub fn money_of(report: &Report) -> Money {
    Money::of(report.today.expected_annual_loss.value)
}

/// Money of a mean year as every page shows it.
pub fn mean(report: &Report, value: f64) -> String {
    exact_euros(money_of(report).shown(value))
}

/// The reserve: as the firm named it, else rounded like any assumption.
pub fn reserve(report: &Report) -> String {
    figure_value(Figure::Reserve, report.reserve_eur, report.answers.company.liquid_reserve_eur.is_some())
}

/// A number in words up to twelve, in digits from there on.
pub fn number_word(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
        "zwölf",
    ];
    WORDS.get(number).map_or_else(|| number.to_string(), |it| (*it).to_owned())
}

/// The same word at the beginning of a sentence.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
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
        mean(report, peers)
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
        Figure::TolerableRuin => "Grenze über der Reserve",
        Figure::Rate => "Zins im Jahr für Anschaffungen",
        Figure::Horizon => "Zeitraum der Reserve",
    }
}

/// The value of a figure with its unit; what the firm named itself is never rounded.
pub fn figure_value(figure: Figure, value: f64, own: bool) -> String {
    match figure {
        Figure::HoursPerMonth if own => format!("{}\u{a0}Std.", shortest(value)),
        Figure::HoursPerMonth => hours(value),
        Figure::TolerableRuin => format!("{} Jahren", one_in(value)),
        Figure::Rate => percent(value),
        Figure::Horizon => format!("{} Jahre", super::number::decimal(value, 0)),
        Figure::OwnHour => format!("{}\u{a0}€", super::number::decimal(value, 2)),
        Figure::Turnover | Figure::Reserve | Figure::StandstillDay if own => exact_euros(value),
        Figure::Turnover | Figure::Reserve | Figure::StandstillDay => euros(value),
    }
}

/// A typed number with the decimals it has, at most two.
fn shortest(value: f64) -> String {
    let text = super::number::decimal(value, 2);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Heading above where the rest is.
pub const MORE: &str = "Mehr";

/// Where the rest is.
pub const WHERE_MORE_IS: &str = "Alle Beträge sind Schätzungen. Derselbe Aufruf mit --full zeigt hier alles: jede Maßnahme mit ihrem Grund, was wann dran ist, selbst machen oder machen lassen, Versicherung, Fristen, Fälle, Hilfe und Recht. Mit --pdf bericht.pdf entsteht der Bericht zum Lesen und Unterschreiben.";
