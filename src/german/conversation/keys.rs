//! Keys and what they do.

/// Takes every tick away.
pub const NOTHING: (char, &str) = ('0', "nichts davon");

/// Stands at the top of every page.
pub const TITLE: &str = "waage · Selbstcheck IT-Sicherheit";

/// Before what is typed at a list.
pub const CHOOSE: &str = "Mit ↑ ↓ und Enter wählen:";

/// Above a list of ticks: how many have been in sight.
pub fn tick_head(seen: usize, all: usize) -> String {
    if seen < all { format!("Was trifft zu? {seen} von {all} gesehen") } else { "Was trifft zu?".into() }
}

/// Enter before anything was moved or chosen.
pub const NOTHING_CHOSEN: &str =
    "Noch ist nichts gewählt. ↑ ↓ oder eine Ziffer wählt. Noch einmal Enter lässt die Frage offen.";

/// The same where there is no way on without a choice.
pub const CHOOSE_FIRST: &str =
    "Bitte mit ↑ ↓ oder einer Ziffer wählen. Ohne diese Angabe geht es nicht weiter.";

/// The same for a list of ticks.
pub const NOTHING_TICKED: &str = "Noch ist nichts angesehen. ↓ geht durch die Liste, 0 heißt nichts davon. Noch einmal Enter lässt alles offen.";

/// Some of a list of ticks were never in sight.
pub fn not_all_seen(seen: usize, all: usize) -> String {
    format!("Erst {seen} von {all} gesehen. ↓ zeigt den Rest. Noch einmal Enter lässt ihn offen.")
}

/// What F1 says at a list.
pub const HOW_TO_CHOOSE: &str =
    "↑ ↓ bewegt die Marke, Enter wählt. Tippen Sie Buchstaben, um zu suchen, oder die Nummer davor.";

/// What F1 says at a list of ticks.
pub const HOW_TO_TICK: &str =
    "Leertaste: Kreuz setzen oder wegnehmen. Ohne Kreuz heißt nein, [?] heißt weiß ich nicht. Enter: weiter.";

/// What F1 says at a line.
pub const HOW_TO_TYPE: &str = "Einfach tippen, Enter bestätigt. Was schon dasteht, wird dabei ersetzt.";

/// Shows all keys.
pub const ALL: (char, &str) = ('t', "alle Tasten");

/// Not known.
pub const UNKNOWN: (char, &str) = ('w', "weiß ich nicht");

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

/// To somebody else.
pub const HAND_OVER: (char, &str) = ('g', "weitergeben");

/// Later.
pub const LATER: (char, &str) = ('s', "später");

/// The list of answers.
pub const LIST: (char, &str) = ('l', "Liste");

/// More was typed or pasted than fits.
pub fn too_long(most: usize) -> String {
    format!("Das war zu lang. Höchstens {most} Zeichen passen, der Anfang steht schon da.")
}
