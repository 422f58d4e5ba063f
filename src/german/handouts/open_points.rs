//! Open points by role.

/// Heading.
pub const TITLE: &str = "Offene Punkte";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Was noch niemand beantwortet hat, nach Zuständigkeit";
/// How to use it.
pub const LEAD: &str = "Diese Fragen sind offen. Geben Sie jeder Person ihren Teil. Jede Antwort macht die Schätzung genauer, auch „nein“.";
/// Said where nothing is open.
pub const NOTHING: &str = "Alle Fragen sind beantwortet. Nächste Durchsicht in drei Monaten.";
/// Heads of the table.
pub const HEADS: [&str; 3] = ["erledigt", "Frage", "Antwort bis"];
/// Said where it was asked and nobody knew.
pub const NOBODY_KNEW: &str = " (wusste niemand)";

/// More than the page has room for.
pub fn more(points: usize) -> String {
    format!("und {points} weitere")
}

/// How to answer them.
pub fn note(role: &str) -> String {
    format!(
        "Beantworten am Rechner: „waage check firma.waage.toml --role {role}“ fragt nur den Teil einer Rolle."
    )
}
