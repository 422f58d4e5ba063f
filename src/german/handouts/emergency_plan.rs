//! The emergency plan.

use crate::german::number::exact_euros;
use crate::model::{CallFor, CrownJewel, InsuranceOffer, OwnContact};

/// Heading of the whole, for the metadata.
pub const TITLE: &str = "IT-Notfallplan";
/// What it is about, for the metadata.
pub const SUBJECT: &str =
    "Rollen und Nummern, die erste Stunde, Reihenfolge des Anlaufs, Meldungen, Zurückholen, Übungen";

/// Heading of the first page.
pub const ROLES_TITLE: &str = "IT-Notfallplan: Wer entscheidet, wen wir anrufen";
/// Under it.
pub const ROLES_LEAD: &str = "Dieser Plan gilt, sobald jemand einen Angriff oder einen Ausfall meldet. Er liegt ausgedruckt bereit, auch zu Hause bei der Leitung.";
/// Heads of the table of roles.
pub const ROLE_HEADS: [&str; 2] = ["Rolle", "Aufgabe"];
/// Head of the column of names.
pub const WHO: &str = "Name";
/// Roles: who stands behind it where entered, what it is called, what it does.
pub const ROLES: [(Option<CallFor>, &str, &str); 6] = [
    (
        Some(CallFor::Management),
        "Krisenleitung",
        "entscheidet: trennen, anhalten, informieren, Geld ausgeben",
    ),
    (Some(CallFor::Deputy), "Vertretung", "dieselben Rechte, wenn die Leitung nicht erreichbar ist"),
    (Some(CallFor::Provider), "Technik", "begrenzt den Schaden, sichert Spuren, holt Daten zurück"),
    (
        Some(CallFor::Customers),
        "Kundschaft",
        "sagt Kunden und Lieferanten, was gilt, mit einem abgestimmten Satz",
    ),
    (None, "Zahlungen", "hält Zahlungen an, ruft die Bank an"),
    (None, "Protokoll", "schreibt mit: Uhrzeit, Beobachtung, Entscheidung, Name"),
];
/// Below the numbers.
pub const ROLES_NOTE: &str = "In kleinen Betrieben hat eine Person mehrere Rollen. Namen und Nummern, einmal in die Antwortdatei eingetragen, stehen auf jedem Blatt.";
/// Lines to write on.
pub const ROLES_LINES: [&str; 3] =
    ["Treffpunkt, wenn das Telefon ausfällt", "Gültig ab", "Leitung, Unterschrift"];

/// Heading of the second page.
pub const HOUR_TITLE: &str = "Die erste Stunde";
/// Heads of its table.
pub const HOUR_HEADS: [&str; 3] = ["Minute", "Was", "erledigt um, von"];
/// Steps of the first hour.
pub const HOUR: [(&str, &str); 8] = [
    ("0", "Am betroffenen Gerät nicht weiterarbeiten. Netzwerkkabel ziehen, WLAN aus, Gerät anlassen."),
    ("5", "Bildschirm fotografieren. Melden: Krisenleitung anrufen, nicht mailen."),
    ("10", "Sicherungsplatte oder Sicherungsgerät abziehen, bevor jemand weitersucht."),
    ("15", "IT-Hilfe anrufen. Bis sie da ist: keine Neustarts, nichts löschen, nichts einspielen."),
    ("20", "Entscheiden: nur dieses Gerät trennen oder den ganzen Betrieb vom Internet nehmen."),
    ("30", "Ging es um Geld? Bank anrufen, Zahlungen anhalten, Rückruf verlangen."),
    ("40", "Police prüfen: Versicherung anrufen, bevor jemand Aufträge vergibt."),
    (
        "60",
        "Lage in einem Satz: Was steht, was läuft, wer spricht wann wieder? Nächster Termin in zwei Stunden.",
    ),
];
/// Heading over what goes on.
pub const PEOPLE_TITLE: &str = "Die Arbeit mit Menschen geht weiter";
/// What goes on.
pub const PEOPLE: [&str; 3] = [
    "Wer bei Kunden, Gästen oder Patienten ist, bleibt dort und schreibt auf Papier.",
    "Eine Person am Eingang sagt, was heute geht und was nicht.",
    "Niemand wird beschuldigt. Wer geklickt hat, hilft am meisten, wenn er alles erzählt.",
];

/// Heading of the third page.
pub const RESTART_TITLE: &str = "Was zuerst wieder laufen muss";
/// Under it.
pub const RESTART_LEAD: &str =
    "Die Reihenfolge folgt aus Ihren Angaben: Was am kürzesten ausfallen darf, kommt zuerst.";
/// Heads of the order.
pub const RESTART_HEADS: [&str; 4] = ["Ablauf", "spätestens nach", "ein Tag kostet", "so lange ohne Rechner"];
/// Heading over what everything rests on.
pub const BASE_TITLE: &str = "Bevor der erste Ablauf anläuft";
/// What everything rests on, in order.
pub const BASE: [&str; 5] = [
    "Neues oder geprüftes Gerät, an dem noch niemand gearbeitet hat",
    "Internet und Telefon, zur Not über ein Handy",
    "Postfach: neues Passwort, zweiter Faktor, fremde Weiterleitungen gelöscht",
    "Verwaltungskonten: alle Passwörter neu, von einem sauberen Gerät",
    "Erst dann Server, Programme und Daten in der Reihenfolge oben",
];
/// Heading over work on paper.
pub const PAPER_TITLE: &str = "Ohne Rechner weiterarbeiten";
/// What lies ready.
pub const PAPER: [&str; 5] = [
    "Termine und Touren der nächsten drei Tage, jeden Abend ausgedruckt",
    "Telefonliste der wichtigsten Kunden und Lieferanten",
    "Vordrucke für Auftrag, Annahme, Lieferschein und Kasse",
    "Preise und Rezepte, Dosierungen oder Pläne, die täglich gebraucht werden",
    "Wechselgeld, Quittungsblock, Stifte, Taschenlampe, geladenes Handy",
];
/// Where forms come from.
pub const PAPER_NOTE: &str = "Vordrucke enthält das Heft „Blätter und Vordrucke“.";
/// Lines to write on.
pub const PAPER_LINES: [&str; 2] = ["Die Mappe liegt", "Zuletzt geprüft am, von"];

/// A process: name, how long it may stand still, what a day costs.
pub fn process(it: &CrownJewel) -> [String; 3] {
    let hours = it.tolerable_hours.map(super::emergency::span);
    let day = it.day_eur.map(exact_euros);
    [super::shortened(&it.process, 90), hours.unwrap_or_default(), day.unwrap_or_default()]
}

/// Heading of the fourth page.
pub const NOTICES_TITLE: &str = "Wem wir es melden, und bis wann";
/// Under it.
pub const NOTICES_LEAD: &str = "Die Uhr läuft, sobald jemand im Betrieb davon weiß. Melden Sie, was Sie wissen; den Rest reichen Sie nach.";
/// Heads of its table.
pub const NOTICE_HEADS: [&str; 4] = ["Was", "bis wann", "an wen", "gemeldet am, von"];
/// Heading over the insurer.
pub const INSURER_TITLE: &str = "Die Versicherung";
/// Said where no policy is known.
pub const NO_POLICY: &str = "Nach Ihren Angaben besteht keine Cyberversicherung. Sehen Sie nach, ob Betriebshaftpflicht oder Elektronikversicherung etwas mitversichern, und rufen Sie im Zweifel an.";
/// Heading over what is said to others.
pub const TELL_TITLE: &str = "Was wir nach außen sagen";
/// Sentences to say.
pub const TELL: [&str; 4] = [
    "„Wir haben einen Ausfall unserer IT. Wir arbeiten daran und melden uns bis … Uhr.“",
    "„Bitte ändern Sie keine Bankverbindung, die heute per E-Mail kommt. Rufen Sie uns an.“",
    "„Ob Daten betroffen sind, prüfen wir. Wer betroffen ist, erfährt es von uns.“",
    "Vermutungen über Täter, Lösegeld und Schuld bleiben im Haus.",
];
/// Lines to write on.
pub const NOTICE_LINES: [&str; 3] =
    ["Aktenzeichen der Polizei", "Schadennummer der Versicherung", "Vorgang der Aufsicht"];

/// The policy in force, and what has to be said on the phone.
pub fn insurer(policy: &InsuranceOffer, contact: Option<&OwnContact>) -> String {
    let who = contact.map_or_else(String::new, |it| {
        let note = it.note.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        format!("{}, {}{note}. ", it.name, it.phone)
    });
    format!(
        "{who}Versichert sind bis zu {}, davon tragen Sie je Fall {} selbst. Anrufen, bevor jemand zahlt, löscht oder Fachleute beauftragt; sonst kann die Leistung sinken.",
        exact_euros(policy.limit_eur),
        exact_euros(policy.deductible_eur)
    )
}

/// Heading of the fifth page.
pub const RESTORE_TITLE: &str = "Daten zurückholen, üben, Plan pflegen";
/// Heads of its table.
pub const RESTORE_HEADS: [&str; 3] = ["", "Schritt", "Ihre Antworten sagen"];
/// Heading over the log.
pub const LOG_TITLE: &str = "Übungen und Änderungen";
/// Under it.
pub const LOG_LEAD: &str = "Einmal im Jahr eine Stunde am Tisch, dazu eine Probe der Sicherung. Nach jedem Vorfall und jedem Wechsel bei Personal oder Dienstleister wird der Plan neu gedruckt.";
/// Heads of the log.
pub const LOG_HEADS: [&str; 4] =
    ["Datum", "Was geübt oder geändert", "Was nicht ging", "Wer kümmert sich, bis wann"];
