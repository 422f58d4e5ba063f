//! The menu of `waage` without a command.

/// Heads the menu.
pub const QUESTION: &str = "Was möchten Sie tun?";

/// What the program is for, over the menu.
pub const ASIDE: &str = "waage wägt ab, was IT-Sicherheit kostet und was es kostet, sie wegzulassen.";

/// A new check.
pub const NEW: &str = "einen Selbstcheck beginnen";

/// Goes on with a check.
pub const GO_ON: &str = "mit dem Selbstcheck weitermachen";

/// The questions of one person.
pub const PERSON: &str = "Fragen für eine Person: Büro, IT-Dienstleister und andere";

/// The questions of one topic.
pub const TOPIC: &str = "Fragen zu einem Thema";

/// With evidence and notes.
pub const CONSULT: &str = "als Beratung durchgehen, mit Nachweis zu jeder Antwort";

/// Asks for a role.
pub const WHICH_ROLE: &str = "Wer antwortet?";

/// Asks for a topic.
pub const WHICH_TOPIC: &str = "Um welches Thema geht es?";

/// A form for others.
pub const FORM: &str = "Formular für andere: eine Datei zum Verschicken und Ausfüllen im Browser";

/// Answers that came back.
pub const MERGE: &str = "Antworten übernehmen, die andere zurückgeschickt haben";

/// Asks for the file that came back.
pub const WHICH_RETURNED: &str = "Welche Datei ist zurückgekommen?";

/// A repetition.
pub const AGAIN: &str = "einen Selbstcheck wiederholen";

/// The report.
pub const REPORT: &str = "den Bericht ansehen und als PDF schreiben";

/// Two checks side by side.
pub const COMPARE: &str = "zwei Selbstchecks vergleichen";

/// One-page handouts.
pub const HANDOUT: &str = "Aushänge und Handzettel als PDF";

/// Messages to judge, an emergency at the table, a check of one's own competence.
pub const EXERCISE: &str = "üben: Täuschungen erkennen, Notfall, Selbstcheck je Aufgabe";

/// Ends.
pub const QUIT: &str = "beenden";

/// Asks for a file.
pub const WHICH: &str = "Um welchen Betrieb geht es?";

/// Asks for the older file.
pub const WHICH_OLD: &str = "Welcher Selbstcheck ist der ältere?";

/// Asks for the newer file.
pub const WHICH_NEW: &str = "Welcher ist der neuere?";

/// Asks for a kind of handout.
pub const WHICH_HANDOUT: &str = "Welcher Aushang soll es sein?";

/// Asks how a new file is to be called.
pub const NAME_QUESTION: &str = "Unter welchem Namen sollen die Antworten gespeichert werden?";

/// Where the file will lie.
pub fn name_aside(folder: &str) -> String {
    format!("Die Datei entsteht im Ordner {folder}.")
}

/// What is typed for it.
pub const NAME_LABEL: &str = "Name:";

/// The name offered.
pub const NAME_INITIAL: &str = "firma";

/// What a name may hold.
pub const NAME_REFUSED: &str =
    "Bitte ohne < > : \" / \\ | ? * und ohne Punkt am Anfang oder Ende. Leerzeichen und Umlaute gehen.";

/// The file is there already.
pub const NAME_TAKEN: &str = "Diese Datei gibt es schon. Bitte einen anderen Namen.";

/// After a command, before the menu comes back.
pub const WAIT: &str = "Enter führt zurück zum Menü.";

/// Where no terminal is.
pub const WITHOUT_TERMINAL: &str = "Das Menü braucht ein Terminal. Befehle zeigt „waage --help“.";

/// What a kind of handout is called.
pub fn handout(kind: &str) -> &str {
    match kind {
        "emergency-card" => "Notfallkarte",
        "emergency-plan" => "Notfallplan",
        "training-plan" => "Lernplan",
        "leadership" => "Blatt für die Leitung",
        "leadership-modules" => "Lernmodule für die Leitung",
        "supplier-questionnaire" => "Fragen an Dienstleister",
        "open-points" => "Liste der offenen Punkte",
        "project-check" => "Prüfliste für neue Vorhaben",
        "contract-check" => "Prüfliste für Verträge",
        "team-talk" => "Gesprächsleitfaden fürs Team",
        "wallet-card" => "Karte für die Brieftasche",
        "pass-on-kit" => "Paket zum Weitergeben im Betrieb",
        "suggestion" => "Vordruck für Vorschläge",
        "participation" => "Vermerk über Teilnahme an Lerneinheiten",
        other => other,
    }
}
