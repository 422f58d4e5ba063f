//! The form that others fill in, and the one that asks the whole check.

use jiff::civil::Date;

use super::number::{count, date};
use super::shown::typed;
use crate::model::{QuoteState, Role};

/// Title of the page.
pub const PAGE: &str = "Fragen zur IT-Sicherheit";
/// Above the heading.
pub const KICKER: &str = "waage: IT-Sicherheit auf der Waage";
/// Nobody knows.
pub const UNKNOWN: &str = "weiß ich nicht";
/// It does not apply.
pub const NOT_APPLICABLE: &str = "trifft hier nicht zu";
/// Opens why it is asked, how it is recognised, and the note.
pub const MORE: &str = "Warum, woran man es erkennt, Notiz";
/// A note.
pub const NOTE: &str = "Notiz ";
/// How well an answer is supported.
pub const PROOF: &str = "Woher wissen Sie das?";
/// The ways, by their id in files.
pub const EVIDENCE: [(&str, &str); 3] =
    [("claimed", "so gesagt"), ("shown", "Nachweis gesehen"), ("tested", "ausprobiert")];
/// Over saving.
pub const SAVE_TITLE: &str = "Speichern";
/// Gives the answers back.
pub const SAVE: &str = "Antworten speichern";
/// Takes up a file.
pub const RESUME: &str = "Früher Gespeichertes weiterführen:";
/// Keeps a draft.
pub const KEEP: &str = "Zwischenstand in diesem Browser merken (nur auf eigenen Geräten)";
/// Asks who answers.
pub const WHO: &str = "Wer antwortet?";
/// Somebody speaks for the firm.
pub const FIRM: &str = "der Betrieb als Ganzes";
/// Over questions on which people differ.
pub const APART: &str = "Hier gehen die Antworten auseinander";

/// What the page says while somebody fills it in, by its name there.
pub const SAID: [(&str, &str); 12] = [
    ("of", "von"),
    ("answered", "beantwortet"),
    ("seen", "gesehen"),
    (
        "saved",
        "Gespeichert als antworten.waage.toml. Bitte diese Datei zurückschicken oder mit „waage report“ auswerten.",
    ),
    ("taken", "Übernommen, was in der Datei steht."),
    (
        "unreadable",
        "Diese Datei lese ich nicht. Es muss eine sein, die diese Seite oder waage gespeichert hat.",
    ),
    ("wrong", "Rot markierte Felder lese ich nicht, sie fehlen in der Datei."),
    ("needed", "Für einen Bericht fehlen noch das Gewerk und die Zahl der Menschen."),
    ("firm", "im Gespräch"),
    ("understood", "Verstanden:"),
    ("which", "Bitte das Passende wählen."),
    ("no_trade", "Dazu finde ich nichts. Ein anderes Wort, oder unten aus der Liste wählen."),
];

/// Where scripts are switched off.
pub const WITHOUT_SCRIPT: &str =
    "In diesem Browser laufen keine Skripte. Sie können die Seite drucken und von Hand ankreuzen.";

/// What the page does not do.
pub const OFFLINE: &str = "Diese Seite arbeitet ohne Internet. Sie schickt nichts ab: Am Ende speichern Sie eine kleine Datei und geben sie zurück.";

/// A comma with three digits behind it.
pub const AMBIGUOUS: &str = "Tausender bitte mit Punkt schreiben, Komma nur für Nachkommastellen.";
/// A number that cannot be zero.
pub const AT_LEAST_ONE: &str = "Mindestens eins, sonst bitte leer lassen.";

/// Heading: for whom and, where wanted, about whom.
pub fn title(role: Option<&Role>, firm: Option<&str>) -> String {
    let role = role.map(|it| format!(" für: {}", it.title)).unwrap_or_default();
    let firm = firm.map(|it| format!(" ({it})")).unwrap_or_default();
    format!("{PAGE}{role}{firm}")
}

/// What one should know before answering.
pub fn opening(questions: usize) -> String {
    format!(
        "Höchstens {}. Was Sie nicht wissen, lassen Sie offen oder kreuzen „weiß ich nicht“ an.",
        count(questions, "Frage", "Fragen")
    )
}

/// Heading of the whole check.
pub const WHOLE_TITLE: &str = "Selbstcheck IT-Sicherheit";
/// What the whole check is.
pub const WHOLE_OPENING: &str = "Zuerst der Betrieb, dann die Fragen, die zu ihm passen. Ohne Angabe rechnen wir mit dem Üblichen; nötig sind nur das Gewerk und die Zahl der Menschen. Speichern und weitermachen geht jederzeit.";
/// Before the firm is known.
pub const FIRST: &str = "Die Fragen erscheinen, sobald das Gewerk und die Zahl der Menschen feststehen.";
/// Over what a word can mean.
pub const HITS: &str = "Gemeint ist";
/// Nothing chosen yet.
pub const CHOOSE: &str = "bitte wählen";
/// Segments without a kind of firm.
pub const ONLY_SEGMENT: &str = "Nur die Branche";
/// How to go through a list.
pub const TICKS: &str = "Was Sie nicht ansehen, bleibt offen und zählt weder als Ja noch als Nein.";
/// Yes, no, not looked at.
pub const TICK_STATES: [&str; 3] = ["ja", "nein", "offen"];
/// A process in its place.
pub fn process(place: usize) -> String {
    format!("Ablauf {place}")
}
/// How often is typed.
pub const TIMES: &str = "Bitte eintragen, wie oft; 0 heißt nie, leer heißt offen.";
/// More often than can be.
pub const TOO_OFTEN: &str = "Höchstens 99.";
/// What it is called.
pub const PROCESS_NAME: &str = "Was ist es?";
/// How long it may stand still.
pub const PROCESS_HOURS: &str = "Stunden Stillstand, bis es wehtut (ein Arbeitstag: 8, eine Woche: 40)";
/// What a day costs.
pub const PROCESS_DAY: &str = "Was kostet ein Tag ohne diesen Ablauf, in Euro?";

/// Heading of a request for prices.
pub fn request_title(firm: Option<&str>, mark: &str) -> String {
    match firm {
        Some(firm) => format!("Anfrage: {firm} (Kennung {mark})"),
        None => format!("Anfrage {mark}"),
    }
}

/// What a request asks for.
pub fn request_opening(points: usize, questions: usize, until: Date) -> String {
    let more = if questions == 0 {
        String::new()
    } else {
        format!(" und beantworten Sie höchstens {}", count(questions, "Frage", "Fragen"))
    };
    format!(
        "Tragen Sie bitte ein, was {} bei uns {}{more}. Antwort bitte bis {}. Schäden und Schätzungen stehen hier nicht.",
        if points == 1 { "der eine Punkt".to_owned() } else { format!("die {points} Punkte") },
        if points == 1 { "kostet" } else { "kosten" },
        date(until)
    )
}

/// Over the prices.
pub fn prices(points: usize) -> String {
    count(points, "Preis", "Preise")
}

/// How prices are entered.
pub const PRICES_NOTE: &str = "Netto, ohne Umsatzsteuer. Leer heißt: noch offen. Eine Null heißt: kostet nichts. Ein Preis zählt, wenn beide Felder ausgefüllt sind.";
/// How it is proved.
pub const PROVED_BY: &str = "Nachweis:";
/// Once.
pub const ONCE: &str = "einmalig";
/// Every year.
pub const YEARLY: &str = "jährlich";
/// The sum.
pub const SUM: &str = "Summe";

/// What a provider says.
pub fn state(state: QuoteState) -> &'static str {
    match state {
        QuoteState::Offered => "biete ich an",
        QuoteState::InPlace => "ist erledigt",
        QuoteState::Declined => "nein",
    }
}

/// Nothing is asked.
pub const NO_QUESTIONS: &str = "Fehler: Dazu gibt es für diesen Betrieb keine Fragen.";
/// No prices are asked for.
pub const NO_PRICES: &str =
    "Fehler: Der Plan enthält nichts, was ein IT-Dienstleister tun müsste. Es gibt nichts anzufragen.";

/// Written.
pub fn written(path: &str, questions: usize, prices: usize, file: &str) -> String {
    let mut asked = Vec::new();
    if questions > 0 {
        asked.push(count(questions, "Frage", "Fragen"));
    }
    if prices > 0 {
        asked.push(count(prices, "Preis", "Preisen"));
    }
    format!(
        "Formular mit {}: {path}\nWas zurückkommt, übernimmt: waage merge {} antworten.waage.toml",
        asked.join(" und "),
        typed(file)
    )
}

/// The whole check was written.
pub fn whole_written(path: &str) -> String {
    format!(
        "Der ganze Selbstcheck als eine Seite: {path}\nIm Browser öffnen, ausfüllen, speichern. Den Bericht macht: waage report antworten.waage.toml --pdf bericht.pdf"
    )
}
