//! What is said about lists of many firms.

/// A line that is no firm.
pub const NOT_A_FIRM: &str = "Die Zeile ist kein JSON-Objekt mit „key“ und „answers“: eine Zeile je Betrieb schreiben, zum Beispiel {\"key\": \"17\", \"answers\": {…}}";

/// A line without a name.
pub const NO_KEY: &str = "„key“ fehlt oder ist weder Text noch Zahl: jedem Betrieb einen eigenen Namen geben";

/// A line without answers.
pub const NO_ANSWERS: &str =
    "„answers“ fehlt oder ist weder Text noch Objekt: die Antwortdatei als Text oder als Objekt einsetzen";

/// A line with something else in it.
pub fn unknown_key(key: &str) -> String {
    format!("Die Angabe „{key}“ gibt es hier nicht: nur „key“ und „answers“ sind möglich")
}

/// A line that is no text.
pub const NOT_UTF8: &str = "Die Zeile ist kein Text in UTF-8: in UTF-8 schreiben";

/// A line longer than any answers.
pub fn too_long(most: u64) -> String {
    format!("Die Zeile ist länger als {} MB: so lang ist keine Antwortdatei", most >> 20)
}

/// Objects that cannot be an answers file.
pub const NO_TOML: &str =
    "Das Objekt lässt sich nicht als Antwortdatei lesen: null und leere Schlüssel weglassen";

/// How many are done, while it runs.
pub fn progress(done: u64) -> String {
    format!("{} Betriebe", super::number::integer(i64::try_from(done).unwrap_or(i64::MAX)))
}

/// The end of a run with faults.
pub fn faulty(faulty: u64, all: u64) -> String {
    let number = |it: u64| super::number::integer(i64::try_from(it).unwrap_or(i64::MAX));
    format!(
        "{} von {} Betrieben ohne Ergebnis. Die Gründe stehen in ihren Zeilen unter „faults“.",
        number(faulty),
        number(all)
    )
}
