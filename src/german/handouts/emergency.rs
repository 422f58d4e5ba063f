//! Emergency card and wallet card.

use jiff::civil::Date;

use crate::german::number::date;
use crate::model::LegalFact;

/// Heading of the card.
pub const TITLE: &str = "IT-Notfallkarte";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Wer ruft wen an, was zuerst getan wird, welche Fristen laufen";
/// The three messages.
pub const CALM: &str = "Ruhe bewahren. Weiterarbeiten einstellen. Sofort melden.";
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
/// Lines to write on.
pub const LINES: [&str; 3] =
    ["Ort der getrennten Sicherung, Schlüssel bei", "Ersatz für E-Mail und Telefon", "Papierlisten liegen"];

/// Rows of calls every firm has: who and what for; numbers are written by hand.
pub const OWN_CALLS: [(&str, &str); 3] = [
    ("Krisenleitung und Vertretung", "entscheidet, auch nachts"),
    ("IT-Hilfe (Dienstleister oder eigene IT)", "begrenzt den Schaden"),
    ("Hausbank, Sperrnummer", "versucht, Geld zurückzuholen"),
];
/// The insurer's row where a policy is in force.
pub const INSURER: (&str, &str) = ("Cyberversicherung", "sofort, vor jedem Schritt");

/// What the police are for.
pub const POLICE: &str = "Anzeige; akut immer 110";
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
    place.map_or_else(|| super::FILL_IN.to_owned(), |it| format!("bitte eintragen, siehe {it}"))
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

fn span(hours: f64) -> String {
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
    [format!("{} ({})", fact.title, fact.reference), until, fact.whom.clone().unwrap_or_default()]
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
pub const WALLET_LEAD: &str = "Viermal dieselbe Karte: ausschneiden, Nummer eintragen, an alle verteilen.";
/// Head of a card.
pub const WALLET_HEAD: &str = "Komisch? Erst melden, dann klären.";
/// The five reflexes.
pub const REFLEXES: [&str; 5] = [
    "Eile und Geld oder Zugang: anhalten.",
    "Zurückrufen, mit der Nummer, die wir kennen.",
    "Codes und Passwörter an niemanden, auch nicht an „die IT“.",
    "Sofort melden, auch nach dem Klick. Niemand wird bestraft.",
    "Fremdes (Stick, QR-Code, Fernwartung) nur nach Freigabe.",
];
/// Line to write on.
pub const WALLET_NUMBER: &str = "Melden bei, Telefon";

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
