//! A five-minute talk for the team.

/// Heading.
pub const TITLE: &str = "Fünf Minuten fürs Team";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Ein Gespräch im Stehen: ein Fall, eine Frage, eine Vereinbarung";
/// How to use it.
pub const LEAD: &str = "Im Stehen, ohne Folien. Lesen Sie die Geschichte vor und fragen Sie dann.";
/// Heads of the five minutes.
pub const MINUTES: [&str; 5] = [
    "Minute 1: Was anderen passiert ist",
    "Minute 2: Wie so etwas anfängt",
    "Minute 3: Die Frage ans Team",
    "Minute 4: Was dagegen trägt",
    "Minute 5: Unsere Vereinbarung",
];
/// Questions to the team.
pub const QUESTIONS: [&str; 3] = [
    "Was kam diese Woche an, das komisch war?",
    "Bei wem würden Sie es melden, und geht das auch um sieben Uhr früh?",
    "Was hindert Sie daran, nachzufragen, wenn es eilig ist?",
];
/// The agreement.
pub const AGREEMENT: [&str; 2] = [
    "Gefühl, Eile und Geld oder Zugang zusammen heißt: anhalten und auf anderem Weg nachfragen.",
    "Wer meldet, hilft allen. Auch nach dem Klick.",
];
/// Lines to write on.
pub const LINES: [&str; 3] = ["Wir ändern ab morgen", "Darum kümmert sich", "Wir fragen nach am"];
/// Said before the lesson of a case.
pub const LESSON: &str = "Was daraus folgt: ";
/// Said before the best case.
pub const BETTER: &str = "Wie es besser ging: ";
/// Said before what an attack does to people.
pub const WHY: &str = "Warum es wirkt: ";

/// The source of a case.
pub fn source(publisher: &str, year: Option<u16>) -> String {
    year.map_or_else(|| format!("Quelle: {publisher}."), |year| format!("Quelle: {publisher}, {year}."))
}

/// What keeps people from reporting, by the firm's own answer, and what to do with it.
pub fn hindrance(quoted: &str) -> String {
    format!(
        "Im Check hieß es, am ehesten hält ab: {quoted}. Fragen Sie, ob das stimmt, und räumen Sie eine Sache davon bis zum nächsten Mal weg."
    )
}
