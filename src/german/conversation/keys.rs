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
    "Strg+C Pause, alles gespeichert".into()
}

/// Ticking.
pub fn space_ticks() -> String {
    "Leertaste setzt und löscht das Häkchen".into()
}

/// Going on.
pub fn enter_goes_on() -> String {
    "Enter weiter".into()
}

/// Why a question is asked.
pub const WHY: (char, &str, &str) = ('?', "warum", "Warum fragen wir das?");

/// How the answer can be recognised.
pub const HELP: (char, &str, &str) = ('h', "woran erkenne ich das", "Woran erkenne ich das?");

/// An example from the trade.
pub const EXAMPLE: (char, &str, &str) = ('b', "Beispiel", "Beispiel aus Ihrer Branche");

/// Who knows it.
pub const WHO: (char, &str, &str) = ('k', "wer weiß das", "Wer weiß das bei Ihnen?");

/// A note.
pub const NOTE: (char, &str, &str) = ('n', "Notiz", "Notiz zu dieser Frage schreiben");

/// Evidence.
pub const EVIDENCE: (char, &str, &str) = ('v', "Nachweis", "Wie gut ist die Antwort belegt?");

/// Later.
pub const LATER: (char, &str, &str) = ('s', "später", "Später beantworten, weiter zur nächsten Frage");

/// The list of answers.
pub const LIST: (char, &str, &str) = ('l', "Liste", "Alle Antworten zeigen und ändern");
