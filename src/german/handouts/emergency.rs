//! Emergency card and wallet card.

use jiff::civil::Date;

use crate::german::number::date;
use crate::model::{CallFor, LegalFact, OwnContact};

/// Heading of the card.
pub const TITLE: &str = "IT-Notfallkarte";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Wer ruft wen an, was zuerst getan wird, welche Fristen laufen";
/// The three messages.
pub const CALM: &str = "Ruhe bewahren. Am Gerät nicht weiterarbeiten. Sofort melden.";
/// What is told when calling.
pub const TELL: &str =
    "Am Telefon sagen: Wer meldet? Welches Gerät? Was ist zu sehen? Was haben Sie getan? Wann und wo?";
/// Heads of the table of calls.
pub const CALLS: [&str; 3] = ["Wer", "Wofür", "Nummer"];
/// Heading over the calls.
pub const CALLS_TITLE: &str = "Wen wir anrufen, in dieser Reihenfolge";
/// Heading over what to do.
pub const DO_TITLE: &str = "In der ersten Stunde";
/// Heading over what not to do.
pub const DO_NOT_TITLE: &str = "Bitte nicht";
/// What to do first.
pub const DO: [&str; 6] = [
    "Netzwerkkabel ziehen, WLAN aus. Gerät anlassen.",
    "Sicherungsplatte oder Sicherungsgerät abziehen.",
    "Bildschirm fotografieren, Uhrzeit aufschreiben.",
    "Krisenleitung anrufen, sie entscheidet alles Weitere.",
    "IT-Hilfe, Versicherung, bei Zahlungen die Bank anrufen.",
    "Warnanrufe prüfen: auflegen, selbst zurückrufen.",
];
/// What not to do.
pub const DO_NOT: [&str; 5] = [
    "Geräte löschen oder neu aufsetzen",
    "mit Erpressern schreiben oder zahlen",
    "Passwörter am befallenen Gerät ändern",
    "Sicherungen ungeprüft einspielen",
    "nach Schuldigen suchen",
];
/// Heading over the clocks.
pub const CLOCKS_TITLE: &str = "Fristen, die ab jetzt laufen können";
/// Heading over the processes.
pub const FIRST_TITLE: &str = "Was zuerst wieder laufen muss";
/// Said where no process was named.
pub const NO_PROCESS: &str = "Noch nicht festgelegt. Tragen Sie hier drei Abläufe ein.";
/// Lines to write them on.
pub const PROCESS_LINES: [&str; 3] =
    ["1. Ablauf, spätestens nach", "2. Ablauf, spätestens nach", "3. Ablauf, spätestens nach"];
/// Lines to write on.
pub const LINES: [&str; 3] =
    ["Ort der getrennten Sicherung, Schlüssel bei", "Ersatz für E-Mail und Telefon", "Papierlisten liegen"];

/// Rows of calls: for what, who and what for. The number is the firm's own, or written by hand.
pub const OWN_CALLS: [(CallFor, &str, &str); 6] = [
    (CallFor::Management, "Krisenleitung", "entscheidet, auch nachts"),
    (CallFor::Deputy, "Vertretung der Krisenleitung", "entscheidet, auch nachts"),
    (CallFor::Provider, "IT-Hilfe (Dienstleister oder eigene IT)", "begrenzt den Schaden"),
    (CallFor::Insurer, "Cyberversicherung", "sofort, vor jedem Schritt"),
    (CallFor::Bank, "Hausbank, Sperrnummer", "versucht, Geld zurückzuholen"),
    (CallFor::Customers, "Wer Kunden informiert", "ein Satz für alle"),
];

/// A contact of the firm's own, for a cell: a long name is cut, a number never.
pub fn own(it: &OwnContact, with_note: bool) -> String {
    let note = it.note.as_ref().filter(|_| with_note);
    let note = note.map(|it| format!(" ({})", super::shortened(it, NOTE))).unwrap_or_default();
    format!("{}, {}{note}", super::shortened(&it.name, NAME), it.phone)
}

/// Characters of a contact's name on paper.
pub const NAME: usize = 28;
/// Characters of its note.
const NOTE: usize = 36;

/// What the police are for.
pub const POLICE: &str = "Anzeige (Stichwort ZAC); akut immer 110";
/// What the authority is for.
pub const AUTHORITY: &str = "Datenpanne melden";
/// Said where the state is not known.
pub const NO_STATE: &str = "Bundesland ist nicht angegeben";

/// A telephone number with the day of its check.
pub fn phone(number: &str, hours: Option<&str>, checked: Date) -> String {
    let hours = hours.map_or_else(String::new, |it| format!(", {it}"));
    format!("{number}{hours} (geprüft {})", date(checked))
}

/// A number that has to be found first.
pub fn look_up(place: Option<&str>) -> String {
    place.map_or_else(String::new, |it| format!("siehe {it}"))
}

/// A process and how long it may stand still, on one line.
pub fn process(text: &str, hours: Option<f64>) -> String {
    let name = super::shortened(text, LONG_NAME);
    match hours {
        Some(hours) => format!("{name}: spätestens nach {}", span(hours)),
        None => name,
    }
}

/// Characters of a name that leave room for the time on the same line.
const LONG_NAME: usize = 56;

/// A length of time in hours, from two days in days.
pub fn span(hours: f64) -> String {
    let (amount, one, many) =
        if hours < 48.0 { (hours, "Stunde", "Stunden") } else { (hours / 24.0, "Tag", "Tagen") };
    let amount = libm::round(amount);
    format!("{amount:.0} {}", if amount <= 1.0 { one } else { many })
}

/// A clock in words: what, until when, to whom.
pub fn clock(fact: &LegalFact) -> [String; 3] {
    let hours = fact.hours.unwrap_or(0.0);
    let until = if hours <= 0.0 {
        "unverzüglich".to_owned()
    } else if hours >= 720.0 {
        "1 Monat".to_owned()
    } else {
        format!("{} ab Kenntnis", span_of_law(hours))
    };
    [
        format!("{} ({})", fact.title, super::super::guidance::law::tight(&fact.reference)),
        until,
        fact.whom.clone().unwrap_or_default(),
    ]
}

/// Laws count in hours up to three days.
fn span_of_law(hours: f64) -> String {
    format!("{hours:.0} Stunden")
}

/// Heading of the wallet card.
pub const WALLET_TITLE: &str = "Karte für die Brieftasche";
/// What it is about, for the metadata.
pub const WALLET_SUBJECT: &str = "Fünf Reflexe und die eine Nummer, viermal zum Ausschneiden";
/// How to use the sheet.
pub const WALLET_LEAD: &str =
    "Viermal dieselbe Karte, so groß wie eine Bankkarte: ausschneiden und an alle verteilen.";
/// Width and height of a card for a wallet (ISO/IEC 7810, ID-1: 85.6 by 54 mm), points.
pub const WALLET_SIZE: (f64, f64) = (242.65, 153.07);
/// Head of a card.
pub const WALLET_HEAD: &str = "Komisch? Melden. Niemand wird bestraft.";
/// The five reflexes, a line each.
pub const REFLEXES: [&str; 5] = [
    "Eile und Geld oder Zugang: anhalten.",
    "Zurückrufen, mit der Nummer, die wir kennen.",
    "Codes und Passwörter an niemanden.",
    "Sofort melden, auch nach dem Klick.",
    "Fremder Stick, QR-Code: erst fragen.",
];
/// Line to write on.
pub const WALLET_NUMBER: &str = "Melden bei, Telefon";

/// Where to report, entered by the firm.
pub fn report_to(it: &OwnContact) -> String {
    super::shortened(&format!("Melden: {}, {}", it.name, it.phone), 46)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standstill_is_told_in_hours_and_then_in_days() {
        assert_eq!(process("Rechnungen", Some(1.0)), "Rechnungen: spätestens nach 1 Stunde");
        assert_eq!(process("Rechnungen", Some(24.0)), "Rechnungen: spätestens nach 24 Stunden");
        assert_eq!(process("Rechnungen", Some(72.0)), "Rechnungen: spätestens nach 3 Tagen");
        assert_eq!(process("Rechnungen", None), "Rechnungen");
    }
}
