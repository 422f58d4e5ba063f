//! Supplier questionnaire, contract check, project check.

use jiff::civil::Date;

use super::emergency::process;
use crate::german::number::date;
use crate::model::CrownJewel;

/// A paper made of questions to tick.
pub struct CheckList {
    /// Heading.
    pub title: &'static str,
    /// What it is about, for the metadata.
    pub subject: &'static str,
    /// How to use it.
    pub lead: &'static str,
    /// Heads of the table: question, answers, last column.
    pub last_column: &'static str,
    /// Below the table.
    pub note: &'static str,
    /// Lines to write on.
    pub lines: &'static [&'static str],
}

/// What a firm asks its suppliers.
pub const SUPPLIER: CheckList = CheckList {
    title: "Fragen an Lieferanten und Dienstleister",
    subject: "Eine Seite, die Partner ausfüllen und zurückgeben",
    lead: "Guten Tag, wir arbeiten eng zusammen. Fällt Ihre IT aus, stehen auch wir. Bitte kreuzen Sie an, was heute gilt. „Nein“ ist eine ehrliche Antwort und kein Ausschluss.",
    last_column: "Bemerkung",
    note: "Wir behandeln Ihre Angaben vertraulich und sprechen mit Ihnen, bevor wir Schlüsse ziehen.",
    lines: &["Firma", "Name, Telefon für Notfälle", "Datum, Unterschrift"],
};

/// Questions for every supplier.
pub const SUPPLIER_QUESTIONS: [&str; 8] = [
    "Gibt es eine Person, die bei Ihnen für IT-Sicherheit zuständig ist?",
    "Melden Sie sich mit zweitem Faktor an, wenn Sie von außen auf Systeme zugreifen?",
    "Bekommen alle Geräte und Programme noch Updates, und werden sie zügig eingespielt?",
    "Sichern Sie Ihre Daten getrennt vom Netz, und haben Sie das Zurückholen im letzten Jahr geprobt?",
    "Sagen Sie uns binnen 24 Stunden Bescheid, wenn ein Vorfall uns betreffen kann?",
    "Können Sie uns einige Tage ohne Ihre IT weiter beliefern oder betreuen? Wie?",
    "Werden Ihre Leute mindestens einmal im Jahr zu Täuschung und Umgang mit Daten unterwiesen?",
    "Sperren Sie Zugänge am selben Tag, wenn jemand Ihr Haus verlässt?",
];
/// Asked where someone from outside reaches into the firm's systems.
pub const SUPPLIER_REMOTE: &str = "Hat jede Person, die sich bei uns aufschaltet, ein eigenes Konto, und schalten Sie sich nur nach Absprache auf?";
/// Asked where particularly confidential data are handled.
pub const SUPPLIER_DATA: &str =
    "Ist ein Vertrag zur Auftragsverarbeitung unterschrieben, mit Liste der Unterauftragnehmer?";
/// Asked where machines hang on the network.
pub const SUPPLIER_MACHINES: &str = "Wie lange liefern Sie Updates für die Steuerung unserer Maschinen?";
/// Asked where the firm relies on a cloud.
pub const SUPPLIER_CLOUD: &str = "Bekommen wir unsere Daten jederzeit in einem lesbaren Format heraus?";

/// What a firm reads in its contracts.
pub const CONTRACT: CheckList = CheckList {
    title: "Vertragscheck IT-Dienstleister und Cloud",
    subject: "Zwölf Punkte, die im Vertrag stehen sollten",
    lead: "Legen Sie den Vertrag daneben und kreuzen Sie an. Was fehlt, klären Sie im nächsten Gespräch. Verantwortung, Risiko und Zahlungsregeln lassen sich nicht vergeben.",
    last_column: "Stelle im Vertrag",
    note: "Vertrauen ist begründet, wenn der Anbieter diese Fragen schriftlich beantwortet, Grenzen nennt, eine Rücksicherung vorführt und einmal im Jahr mit Ihnen spricht.",
    lines: &["Anbieter", "Geprüft von, am", "Nächstes Gespräch"],
};

/// The twelve points of a contract.
pub const CONTRACT_QUESTIONS: [&str; 12] = [
    "Vertrag zur Auftragsverarbeitung unterschrieben, Unterauftragnehmer genannt",
    "Leistungen aufgelistet, und auch, was nicht dazugehört",
    "Zeit bis zur Reaktion und bis zur Wiederherstellung, auch nachts",
    "Wer sichert was, wie oft, wohin; wer probt das Zurückholen",
    "Eigene Konten je Person, zweiter Faktor, Sperre bei Personalwechsel",
    "Vorfälle werden binnen einer genannten Frist gemeldet",
    "Wer spielt Updates ein, wann, in welcher Reihenfolge",
    "Nachweis: Testat, Referenz gleicher Größe oder Recht zur Prüfung",
    "Haftung und Versicherung des Anbieters",
    "Ausstieg: Daten, Format, Frist, Passwörter, Unterstützung",
    "Notbetrieb, wenn der Anbieter selbst ausfällt",
    "Vertretung und Nachfolge, wenn der Anbieter eine Person ist",
];

/// What a firm asks before it signs something new.
pub const PROJECT: CheckList = CheckList {
    title: "Kurzcheck neues Digitalprojekt",
    subject: "Zehn Fragen vor der Unterschrift",
    lead: "Sicherheit von Anfang an kostet wenig und macht das Vorhaben möglich. Zehn Fragen vor der Unterschrift, gemeinsam beantwortet.",
    last_column: "Nächster Schritt, wer",
    note: "Dreimal „unklar“ heißt: noch nicht unterschreiben, erst klären. Jedes „Nein“ bekommt einen nächsten Schritt.",
    lines: &["Vorhaben", "Entscheidung der Leitung", "Datum, Unterschrift"],
};

/// The ten questions of a project.
pub const PROJECT_QUESTIONS: [&str; 10] = [
    "Der Zweck ist klar, und wir wissen, wie wir eine Woche ohne auskommen.",
    "Wir kennen die Daten, die hineinkommen, und brauchen sie alle.",
    "Festgelegt ist, wer Zugang bekommt und wer nicht.",
    "Der zweite Faktor ist ab dem ersten Tag eingeschaltet.",
    "Wir wissen, wer aktualisiert und wie lange der Hersteller liefert.",
    "Die Sicherung liegt auch bei uns und ist ohne den Anbieter lesbar.",
    "Netz und Fernzugang sind geplant und getrennt.",
    "Datenschutz, Auftragsverarbeitung und Standort sind geklärt.",
    "Der Ausstieg ist geregelt: Format der Daten, Kosten, Frist.",
    "Jemand weist die Leute ein, und ein Ausfall ist geprobt.",
];

/// Heading over who is asked.
pub const ACTORS_TITLE: &str = "Wer von Anfang an dabei ist";
/// Who contributes what.
pub const ACTORS: [(&str, &str); 5] = [
    ("Leitung", "Zweck, Geld, Entscheidung"),
    ("Fachbereich", "Ablauf im Alltag, Notbetrieb"),
    ("IT oder Dienstleister", "Technik, Sicherung, Zugänge"),
    ("Beschäftigte und ihre Vertretung", "Mitsprache, Einweisung"),
    ("Anbieter", "Nachweise, Ausstieg"),
];

/// Asked where customers order over the network.
pub const SUPPLIER_SHOP: &str = "Wen erreichen wir nachts und am Wochenende, wenn Shop oder Buchung stehen, und wie schützen Sie vor Überlastung?";
/// Asked where there is a till.
pub const SUPPLIER_TILL: &str =
    "Läuft die Kasse getrennt vom übrigen Netz, und bis wann bekommt sie Updates?";
/// Asked where the firm itself has to report.
pub const SUPPLIER_NIS2: &str = "Wir müssen erhebliche Vorfälle binnen 24 Stunden melden. Bekommen wir die Angaben dafür rechtzeitig von Ihnen?";

/// What must not stand still here, and until when an answer is asked for.
pub fn supplier_note(processes: &[CrownJewel], until: Option<Date>) -> String {
    let until = until.map(|it| format!("Bitte bis zum {} zurückgeben. ", date(it))).unwrap_or_default();
    let bearable = bearable(processes);
    if bearable.is_empty() {
        return format!("{until}Was bei uns zuerst wieder laufen muss, sagen wir Ihnen gern.");
    }
    format!("{until}Bei uns muss zuerst wieder laufen: {bearable}.")
}

/// Head of the column with what the answers say.
pub const CONTRACT_SAYS: &str = "Ihre Antworten zum Thema";

/// Contracts to lay beside the paper, by the trait that brings them.
pub const CONTRACTS: [(&str, &str); 6] = [
    ("external-it", "IT-Dienstleister"),
    ("cloud-office", "Cloud für E-Mail und Dateien"),
    ("web-shop", "Betreiber von Shop oder Buchung"),
    ("point-of-sale", "Kasse und Kartengerät"),
    ("remote-maintenance", "Fernwartung"),
    ("networked-machines", "Hersteller der Anlagen"),
];

/// Which contracts to check, and against what.
pub fn contract_note(contracts: &[&str], processes: &[CrownJewel]) -> String {
    let which = if contracts.is_empty() {
        "Nehmen Sie zuerst den Vertrag, ohne den Ihr Betrieb am schnellsten steht.".to_owned()
    } else {
        format!("Nach Ihren Angaben betrifft das: {}.", contracts.join(", "))
    };
    let bearable = bearable(processes);
    if bearable.is_empty() {
        return which;
    }
    format!("{which} Messen Sie Punkt 3 und 11 daran, was zuerst wieder laufen muss: {bearable}.")
}

/// The firm's own processes with the time they may stand still, the shortest first.
fn bearable(processes: &[CrownJewel]) -> String {
    let mut known: Vec<&CrownJewel> = processes.iter().collect();
    known.sort_by(|a, b| {
        let hours = |it: &CrownJewel| it.tolerable_hours.unwrap_or(f64::INFINITY);
        hours(a).total_cmp(&hours(b)).then_with(|| a.process.cmp(&b.process))
    });
    let told: Vec<String> = known.iter().map(|it| process(&it.process, it.tolerable_hours)).collect();
    told.join("; ")
}

/// Head of the first column.
pub const QUESTION: &str = "Punkt";
