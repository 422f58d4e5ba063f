//! Keys and what they do.

/// Stands at the top of every page.
pub const TITLE: &str = "waage · Selbstcheck IT-Sicherheit";

/// Before what is typed at a list.
pub const CHOOSE: &str = "Mit ↑ ↓ und Enter wählen:";

/// Above a list of ticks.
pub const TICK: &str = "Was trifft zu?";

/// Where nothing fits what was typed.
pub const NOTHING_FOUND: &str = "nichts gefunden, Rücktaste löscht";

/// A key with what it does: "? warum".
pub fn key(key: char, label: &str) -> String {
    format!("{key} {label}")
}

/// Back on a terminal.
pub fn esc_back() -> String {
    "Esc zurück".into()
}

/// Leaving on a terminal.
pub fn ctrl_c_pause() -> String {
    "Strg+C Pause".into()
}

/// Ticking.
pub fn space_ticks() -> String {
    "Leertaste Häkchen".into()
}

/// Going on.
pub fn enter_goes_on() -> String {
    "Enter weiter".into()
}

/// Why a question is asked.
pub const WHY: (char, &str) = ('?', "warum");

/// How the answer can be recognised.
pub const HELP: (char, &str) = ('h', "woran erkenne ich das");

/// An example from the trade.
pub const EXAMPLE: (char, &str) = ('b', "Beispiel");

/// What happened to others.
pub const CASE: (char, &str) = ('f', "wahrer Fall");

/// Who knows it.
pub const WHO: (char, &str) = ('k', "wer weiß das");

/// A note.
pub const NOTE: (char, &str) = ('n', "Notiz");

/// Evidence.
pub const EVIDENCE: (char, &str) = ('v', "Nachweis");

/// Later.
pub const LATER: (char, &str) = ('s', "später");

/// The list of answers.
pub const LIST: (char, &str) = ('l', "Liste");

/// More was typed or pasted than fits.
pub fn too_long(most: usize) -> String {
    format!("Das war zu lang. Höchstens {most} Zeichen passen, der Anfang steht schon da.")
}
