//! Sheets that units of the learning plan name: rules on one page, forms for a day on paper, the project of an
//! apprentice, from the vocational school into the firm.

/// Heading of the paper.
pub const TITLE: &str = "Blätter und Vordrucke";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Alles, was der Lernplan nennt, zum Ausdrucken";

/// Heading of the rules.
pub const RULES_TITLE: &str = "Unsere Regeln";
/// Under it.
pub const RULES_LEAD: &str = "Eine Seite für alle. Streichen Sie, was nicht passt, und ergänzen Sie, was fehlt. Was sich im Alltag nicht halten lässt, ändern wir.";
/// The rules.
pub const RULES: [&str; 10] = [
    "Jede Person hat ein eigenes Konto. Passwörter und Codes gibt niemand weiter, auch nicht der IT.",
    "Wo es geht, ist der zweite Faktor an. Fragt das Handy ungefragt: ablehnen und melden.",
    "Eile, Geld und Geheimnis zusammen heißt: anhalten und unter der bekannten Nummer zurückrufen.",
    "Neue Kontonummern gelten erst nach dem Rückruf.",
    "Anhänge und Links nur öffnen, wenn Sie sie erwarten. Im Zweifel fragen.",
    "Programme installiert nur, wer dafür benannt ist. Fremde Sticks kommen nicht an den Rechner.",
    "Beim Weggehen sperren. Verlorene Geräte und Schlüssel sofort melden, auch nachts.",
    "Firmendaten liegen in den Firmenordnern, nicht auf privaten Geräten und nicht in privaten Konten.",
    "Vertrauliches kommt in kein KI-Programm, das nicht freigegeben ist.",
    "Wer etwas meldet, bekommt Hilfe und keinen Vorwurf. Auch nach dem Klick.",
];
/// Lines to write on.
pub const RULES_LINES: [&str; 3] = ["Gemeldet wird bei (Nummer)", "Vertretung", "Gelesen am, Unterschrift"];

/// Heading of the apprentice's project.
pub const PROJECT_TITLE: &str = "Projektblatt für Auszubildende";
/// Under it.
pub const PROJECT_LEAD: &str = "Ein eigenes Vorhaben von der Frage bis zur Vorstellung vor dem Team. Die ausbildende Person begleitet, sie löst nicht.";
/// The steps.
pub const PROJECT_STEPS: [&str; 6] = [
    "Frage wählen: Wo könnte bei uns etwas schiefgehen? Eine Frage genügt.",
    "Nachsehen: drei Plätze, drei Geräte, drei Leute befragen.",
    "Aufschreiben: Was ist gut, was fehlt, was kostet es?",
    "Vorschlagen: eine Änderung, die diese Woche möglich ist.",
    "Ausprobieren: eine Woche lang, dann nachfragen, was gestört hat.",
    "Vorstellen: zehn Minuten vor dem Team, mit einem Beispiel.",
];
/// Lines to write on.
pub const PROJECT_LINES: [&str; 4] =
    ["Meine Frage", "Was ich gefunden habe", "Mein Vorschlag", "Vorgestellt am, Unterschrift"];

/// Heading of the forms.
pub const FORMS_TITLE: &str = "Vordrucke für den Betrieb auf Papier";
/// Under it.
pub const FORMS_LEAD: &str = "Kopieren Sie diese Seite zehnmal und legen Sie sie zu Kundenliste und Preisen. Nachgetragen wird, wenn die Technik wieder läuft.";
/// The forms with their lines.
pub const FORMS: [(&str, &[&str]); 4] = [
    (
        "Auftrag",
        &["Nummer, Datum", "Kundschaft, Telefon", "Was, bis wann", "Preis vereinbart", "Angenommen von"],
    ),
    ("Lieferschein", &["Nummer, Datum", "An", "Was, Menge", "Erhalten am, Unterschrift"]),
    ("Quittung", &["Nummer, Datum", "Betrag, davon Steuer", "Wofür", "Erhalten von, Unterschrift"]),
    ("Stundenzettel", &["Name, Datum", "Von, bis, Pause", "Auftrag", "Unterschrift"]),
];

/// Heading of the lists.
pub const LISTS_TITLE: &str = "Listen zum Ausfüllen";
/// Under it.
pub const LISTS_LEAD: &str = "Vier Listen, die fast jede Einheit braucht. Passwörter gehören in keine davon.";
/// Empty rows of each.
pub const LIST_ROWS: usize = 3;
/// The lists with their heads.
pub const LISTS: [(&str, [&str; 4]); 4] = [
    ("Geräte und Programme", ["Gerät oder Programm", "bei wem", "Version, Stand", "Updates bis"]),
    ("Konten und Zugänge", ["Konto oder Zugang", "wer", "zweiter Faktor", "gesperrt am"]),
    ("Telefonliste für Rückrufe", ["Firma oder Amt", "bekannte Nummer", "wofür", "geprüft am"]),
    ("Meldungen", ["Datum", "was war seltsam", "gemeldet von", "erledigt am"]),
];

/// Heading of the cards.
pub const CARDS_TITLE: &str = "Kurzkarten für Tasche und Wand";
/// Under it.
pub const CARDS_LEAD: &str =
    "Frage und Antwort aus jeder kurzen Einheit: ausschneiden, einstecken, aushängen.";
/// Longest unit with a card, minutes.
pub const CARD_MINUTES: u32 = 15;

/// Heading of the sheet from school.
pub const SCHOOL_TITLE: &str = "Aus der Berufsschule in den Betrieb";
/// Under it.
pub const SCHOOL_LEAD: &str = "Je Halbjahr ein Thema, eine Viertelstunde. Die Schule erklärt es, die oder der Auszubildende prüft es hier, die ausbildende Person zeichnet ab. Datensicherheit gehört zum Pflichtteil „Digitalisierte Arbeitswelt“ jeder Ausbildung.";
/// Heads of its table.
pub const SCHOOL_HEADS: [&str; 4] = ["Halbjahr", "Frage im Betrieb", "Was ich gesehen habe", "gezeichnet"];
/// The questions, one per half-year.
pub const SCHOOL: [&str; 6] = [
    "Arbeitsplatz: Welche drei Dinge liegen offen, die Fremde nicht sehen sollen?",
    "Nachrichten: An welcher Stelle hätte ich mich fast täuschen lassen?",
    "Sicherung: Wo liegt die Kopie, und wer hat zuletzt eine Datei zurückgeholt?",
    "Unterwegs: Welche Geräte gehen mit, und was passiert, wenn eines weg ist?",
    "Cloud: Wer darf welche Ordner sehen, und wer prüft das?",
    "Verantwortung: Was würde ich als Chefin oder Chef zuerst ändern?",
];
/// Heading of the sheet for those who come for a short time.
pub const SHORT_TITLE: &str = "Kurz bei uns: Leiharbeit, Aushilfe, Saison";
/// Under it.
pub const SHORT_LEAD: &str = "Zehn Minuten am ersten Tag, zusammen mit der Arbeitsschutz-Unterweisung. Auch wer nur eine Woche bleibt, bekommt ein eigenes Konto oder keines.";
/// What they are shown.
pub const SHORT_STEPS: [&str; 6] = [
    "Eigener Zugang, befristet bis zum letzten Tag. Kein gemeinsames Passwort.",
    "Kein fremder Stick, kein Handy zum Laden an Maschine oder Kasse.",
    "Anrufer, die Zugriff oder einen Code wollen: auflegen und Bescheid sagen.",
    "Fotos von Bildschirmen, Maschinen und Kundschaft bleiben im Betrieb.",
    "Etwas seltsam: anhalten, Nummer auf dem Aushang anrufen. Es gibt keinen Ärger.",
    "Letzter Tag: Schlüssel, Karte, Gerät zurück; Zugang gesperrt.",
];
/// Lines to write on.
pub const SHORT_LINES: [&str; 3] =
    ["Name, Einsatz von bis", "Zugang gesperrt am", "Eingewiesen von, Unterschrift"];
