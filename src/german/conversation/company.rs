//! Facts about the company: how they are asked and what they are called.

use crate::assessment::answers_file::limits::MOST_PROCESSES;
use crate::assessment::interview::ProfileItem;
use crate::german::number::{count, decimal, euros, exact_euros, hours, integer, one_in, percent};
use crate::model::State;

/// Over the facts about the company.
pub const HEADING: &str = "Ihr Betrieb";

/// The name of a fact, for lists.
pub fn name(item: ProfileItem) -> &'static str {
    match item {
        ProfileItem::Segment => "Gewerk",
        ProfileItem::Employees => "Zahl der Menschen im Betrieb",
        ProfileItem::Users => "Menschen mit Rechner",
        ProfileItem::Sites => "Standorte",
        ProfileItem::Turnover => "Jahresumsatz",
        ProfileItem::BalanceSheet => "Bilanzsumme",
        ProfileItem::State => "Bundesland",
        ProfileItem::StandstillDay => "Kosten eines Tages ohne IT",
        ProfileItem::Name => "Name des Betriebs",
        ProfileItem::Traits => "Merkmale",
        ProfileItem::Digitalisation => "Digitalisierung",
        ProfileItem::CrownJewels => "Wichtigste Abläufe",
        ProfileItem::Incidents => "Schäden der letzten Jahre",
        ProfileItem::Reserve => "Rücklage",
        ProfileItem::Tolerance => "Tragbares Risiko",
    }
}

/// How a fact is asked.
pub fn question(item: ProfileItem) -> &'static str {
    match item {
        ProfileItem::Segment => "Was macht Ihr Betrieb?",
        ProfileItem::Employees => "Wie viele Menschen arbeiten im Betrieb, Sie selbst und Azubis mitgezählt?",
        ProfileItem::Users => "Wie viele davon arbeiten auch an einem Rechner, Tablet oder Diensthandy?",
        ProfileItem::Sites => "An wie vielen festen Standorten arbeiten Sie?",
        ProfileItem::Turnover => "Wie hoch ist der Umsatz in einem gewöhnlichen Jahr, ungefähr?",
        ProfileItem::BalanceSheet => "Wie hoch ist Ihre Bilanzsumme, ungefähr?",
        ProfileItem::State => "In welchem Bundesland sitzt der Betrieb?",
        ProfileItem::StandstillDay => "Was kostet Sie ein Arbeitstag, an dem kein Rechner läuft?",
        ProfileItem::Name => "Wie soll der Betrieb im Bericht heißen?",
        ProfileItem::Traits => "Was davon gibt es bei Ihnen?",
        ProfileItem::Digitalisation => "Und was davon trifft auf Ihren Betrieb zu?",
        ProfileItem::CrownJewels => "Welche Abläufe dürfen auf keinen Fall lange stillstehen?",
        ProfileItem::Incidents => "Was davon hat Sie in den letzten Jahren getroffen?",
        ProfileItem::Reserve => {
            "Wie viel Geld könnte ein Schaden kosten, ohne dass der Betrieb in Gefahr gerät?"
        }
        ProfileItem::Tolerance => {
            "Wie selten muss ein Schaden sein, der mehr als diese Rücklage kostet, damit Sie damit leben können?"
        }
    }
}

/// What helps with the answer.
pub fn aside(item: ProfileItem) -> Option<&'static str> {
    Some(match item {
        ProfileItem::Segment => {
            "Tippen Sie ein Wort, zum Beispiel Friseur, Dachdecker, Hausverwaltung. Auch ein WZ-Code geht."
        }
        ProfileItem::Employees => "Köpfe zählen, nicht Stellen. Eine ungefähre Zahl genügt.",
        ProfileItem::Users => "Danach richten sich viele Preise. Ohne Angabe rechnen wir mit dem Üblichen.",
        ProfileItem::Sites => "Werkstatt, Laden, Büro: was eine eigene Adresse hat.",
        ProfileItem::Turnover => {
            "Danach richten sich die Schadenhöhen. Ohne Angabe rechnen wir mit dem, was in Ihrer Größe üblich ist."
        }
        ProfileItem::BalanceSheet => "Davon hängt ab, ob die Größenklasse des NIS2-Gesetzes Sie betrifft.",
        ProfileItem::State => "Danach richten sich Ansprechstellen und Förderung im Bericht.",
        ProfileItem::Name => "Nur für das Deckblatt. Sie können die Zeile leer lassen.",
        ProfileItem::Traits => {
            "Angekreuzt ist, was bei Betrieben wie Ihrem üblich ist. Bitte durchsehen und ändern."
        }
        ProfileItem::Digitalisation => {
            "Je mehr zutrifft, desto mehr hängt an der IT. Die Liste folgt der amtlichen Statistik der EU."
        }
        ProfileItem::Incidents => {
            "Es zählt, was mindestens einen Arbeitstag oder ein paar hundert Euro gekostet hat."
        }
        ProfileItem::CrownJewels => "Bis zu drei. Es geht um das, wovon der Betrieb lebt.",
        ProfileItem::Reserve => {
            "Gemeint ist Geld, das Sie im Notfall wirklich ausgeben könnten: Guthaben, freier Kreditrahmen, private Mittel."
        }
        ProfileItem::Tolerance => "Das ist Ihre Grenze für das Risiko. Daran messen wir den Schutz.",
        ProfileItem::StandstillDay => return None,
    })
}

/// What a day usually costs firms like this one.
pub fn usual_day(day_eur: f64) -> String {
    format!(
        "Entgangene Einnahmen und Leute, die warten. Bei Betrieben mit Ihrem Umsatz sind es ungefähr {}. Ohne Angabe rechnen wir damit.",
        euros(day_eur)
    )
}

/// The same where the turnover is not known.
pub const USUAL_DAY_UNKNOWN: &str =
    "Entgangene Einnahmen und Leute, die warten. Ohne Angabe rechnen wir mit dem, was üblich ist.";

/// What is typed for an amount.
pub const AMOUNT_LABEL: &str = "Euro:";

/// How an amount can be typed.
pub const AMOUNT_HINT: &str = "zum Beispiel 60k, 1,9 Mio oder 1.900.000 · leer lassen geht auch";

/// What is typed for people.
pub const PEOPLE_LABEL: &str = "Menschen:";

/// What is typed for a name.
pub const NAME_LABEL: &str = "Name:";

/// An empty line is fine.
pub const MAY_BE_EMPTY: &str = "leer lassen geht auch";

/// There is at least one person.
pub const AT_LEAST_ONE: &str = "Mindestens ein Mensch arbeitet dort.";

/// What is typed for places of work.
pub const SITES_LABEL: &str = "Standorte:";

/// There is at least one place.
pub const AT_LEAST_ONE_SITE: &str = "Mindestens ein Standort. Sonst die Zeile leer lassen.";

/// More at computers than people at all.
pub fn more_than_all(all: Option<u32>) -> String {
    format!("Das wären mehr als alle {} im Betrieb.", all.unwrap_or_default())
}

/// Asks what a day without a process costs.
pub fn process_day_question(process: &str) -> String {
    format!("Was kostet Sie ein Tag, an dem „{process}“ nicht geht, ungefähr?")
}

/// What people type for a federal state besides its name.
pub fn state_words(state: &State) -> String {
    let more = match state.code() {
        "BW" => "BaWü",
        "HB" => "Bremerhaven",
        "MV" => "MeckPomm Meck-Pomm",
        "NI" => "NDS",
        "NW" => "NRW",
        "RP" => "RLP",
        "SL" => "Saar",
        "ST" => "LSA",
        _ => "",
    };
    format!("{} {more}", state.code())
}

/// No answer, in a list.
pub const NO_ANSWER: &str = "keine Angabe";

/// A federal state.
pub fn state(state: &State) -> &'static str {
    state_name(state.code())
}

/// The name of a federal state by its code.
fn state_name(code: &str) -> &'static str {
    match code {
        "BW" => "Baden-Württemberg",
        "BY" => "Bayern",
        "BE" => "Berlin",
        "BB" => "Brandenburg",
        "HB" => "Bremen",
        "HH" => "Hamburg",
        "HE" => "Hessen",
        "MV" => "Mecklenburg-Vorpommern",
        "NI" => "Niedersachsen",
        "NW" => "Nordrhein-Westfalen",
        "RP" => "Rheinland-Pfalz",
        "SL" => "Saarland",
        "SN" => "Sachsen",
        "ST" => "Sachsen-Anhalt",
        "SH" => "Schleswig-Holstein",
        "TH" => "Thüringen",
        _ => "",
    }
}

/// More processes were chosen than possible.
pub fn too_many_processes() -> String {
    format!("Bitte höchstens {MOST_PROCESSES}. Welche tun am schnellsten weh?")
}

/// A process in the owner's own words.
pub const OWN_PROCESS: &str = "etwas anderes, in eigenen Worten";

/// Asks for it.
pub const OWN_PROCESS_QUESTION: &str = "Welcher Ablauf ist das?";

/// What is typed for it.
pub const OWN_PROCESS_LABEL: &str = "Ablauf:";

/// Asks how long a process may stand still.
pub fn standstill_question(process: &str) -> String {
    format!("Wie lange dürfte „{process}“ stillstehen, bevor es wehtut?")
}

/// Answers to that, with hours.
pub const STANDSTILLS: [(&str, Option<f64>); 6] = [
    ("wenige Stunden", Some(4.0)),
    ("einen Arbeitstag", Some(8.0)),
    ("zwei bis drei Tage", Some(24.0)),
    ("eine Woche", Some(40.0)),
    ("länger", Some(80.0)),
    ("weiß ich nicht", None),
];

/// Asks what happened, with the years that count.
pub fn incidents_question(years: f64) -> String {
    format!("Was davon hat Sie in den letzten {} Jahren getroffen?", in_words(years))
}

/// Asks how often something happened.
pub fn times_question(incident: &str, years: f64) -> String {
    format!("Wie oft in {} Jahren: {incident}?", in_words(years))
}

/// A few years.
fn in_words(years: f64) -> String {
    match decimal(years, 0).as_str() {
        "3" => "drei".into(),
        "5" => "fünf".into(),
        "10" => "zehn".into(),
        other => other.to_owned(),
    }
}

/// Answers to that, with the number that stands for them.
pub const TIMES: [(&str, u32); 3] = [("einmal", 1), ("zweimal", 2), ("dreimal oder öfter", 3)];

/// Damages that somebody has spoken about.
pub fn incidents(kinds: usize, events: u32) -> String {
    let told = match events {
        0 => "keiner".to_owned(),
        1 => "einer".to_owned(),
        many => many.to_string(),
    };
    format!("{told}, zu {} gesagt", count(kinds, "Art", "Arten"))
}

/// What a missing reserve is taken to be.
pub fn usual_reserve(reserve_eur: f64) -> String {
    format!("Ohne Angabe rechnen wir mit {}.", euros(reserve_eur))
}

/// Answers to how rare a loss above the reserve has to be, with the probability a year.
pub const TOLERANCES: [(&str, f64); 4] = [
    ("höchstens einmal in 200 Jahren, sehr vorsichtig", 0.005),
    ("höchstens einmal in 100 Jahren", 0.01),
    ("höchstens einmal in 50 Jahren", 0.02),
    ("höchstens einmal in 20 Jahren, risikofreudig", 0.05),
];

/// Not known, in the same list.
pub fn usual_tolerance(probability: f64) -> String {
    format!("weiß ich nicht, rechnen Sie mit dem Üblichen ({} im Jahr)", percent(probability))
}

/// An amount the owner named.
pub fn amount(value: f64) -> String {
    exact_euros(value)
}

/// A process with what it can stand.
pub fn process(process: &str, tolerable_hours: Option<f64>) -> String {
    tolerable_hours.map_or_else(|| process.to_owned(), |it| format!("{process} ({})", hours(it)))
}

/// An amount as it is put back into a line for typing.
#[expect(clippy::cast_possible_truncation, reason = "amounts typed by people end far below")]
pub fn typed_amount(value: f64) -> String {
    integer(libm::round(value) as i64)
}

/// How many of a list are ticked.
pub fn ticked(ticked: usize, all: usize) -> String {
    format!("{ticked} von {all} angekreuzt")
}

/// How rare a loss above the reserve has to be.
pub fn tolerance(probability: f64) -> String {
    format!("höchstens {} Jahren", one_in(probability).replacen("1 von", "einmal in", 1))
}
