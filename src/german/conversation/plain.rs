//! The same conversation in plain lines.

/// Back one step.
pub const BACK: &str = "z";

/// Save and leave.
pub const LEAVE: &str = "e";

/// "Frage 12 von 31 · noch 9 min. Datensicherung."
pub fn place(progress: &str, heading: &str) -> String {
    match (progress.is_empty(), heading.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("{}.", spoken(progress)),
        (true, false) => format!("{heading}."),
        (false, false) => format!("{}. {heading}.", spoken(progress)),
    }
}

/// A dot in the middle of a line is read aloud as such.
fn spoken(text: &str) -> String {
    text.replace(" · ", ", ").replace(" min", " Minuten").replace("noch 1 Minuten", "noch 1 Minute")
}

/// Shows the other letters.
pub const KEYS: &str = "t";

/// The prompt after a list; the other letters are named on request, so that nobody hears them at every question.
pub fn choose(entries: usize, holds: Option<usize>, has_keys: bool) -> String {
    let mut choices = vec![format!("1 bis {entries}")];
    choices.extend(holds.map(|it| format!("Enter für {it}")));
    choices.extend(has_keys.then(|| format!("{KEYS} Tasten")));
    choices.extend([format!("{BACK} zurück"), format!("{LEAVE} Ende")]);
    format!("Ihre Wahl ({}):", choices.join(", "))
}

/// The other letters with what they do.
pub fn keys(keys: &[String]) -> String {
    format!("Tasten: {}, {BACK} zurück, {LEAVE} Ende.", keys.join(", "))
}

/// One line of a list of ticks.
pub fn tick(number: usize, entry: &str, ticked: bool, open: bool) -> String {
    match (ticked, open) {
        (true, _) => format!("{number} (angekreuzt) {entry}"),
        (false, true) => format!("{number} (weiß ich nicht) {entry}"),
        (false, false) => format!("{number} {entry}"),
    }
}

/// Takes a list of ticks as it was read out.
pub const AS_SHOWN: &str = "j";

/// Nothing was chosen yet.
pub const NOTHING_CHOSEN: &str = "Noch ist nichts gewählt. Noch einmal Enter lässt die Frage offen.";

/// Nothing was ticked yet.
pub const NOTHING_TICKED: &str = "Noch ist nichts angegeben. Noch einmal Enter lässt die ganze Liste offen.";

/// The prompt after a list of ticks.
pub fn tick_prompt(may_be_open: bool) -> String {
    let open = if may_be_open { ", ?3 für weiß ich nicht" } else { "" };
    format!(
        "Was trifft zu? Nummern mit Komma{open}, 0 für nichts davon, {AS_SHOWN} stimmt so, {BACK} zurück, {LEAVE} Ende:"
    )
}

/// The prompt for something typed.
pub fn enter(label: &str, initial: &str, hint: &str) -> String {
    let mut choices = Vec::new();
    if !hint.is_empty() {
        choices.push(spoken(hint));
    }
    if !initial.is_empty() {
        choices.push(format!("Enter für {initial}"));
    }
    choices.extend([format!("{BACK} zurück"), format!("{LEAVE} Ende")]);
    format!("{} ({}):", label.trim_end_matches(':'), choices.join(", "))
}

/// What was typed is none of the choices.
pub fn not_a_choice(entries: usize) -> String {
    format!("Das war keine der Möglichkeiten. Bitte eine Zahl von 1 bis {entries} oder einen der Buchstaben.")
}

/// More was typed or pasted than fits.
pub fn too_long(most: usize) -> String {
    format!("Das war zu lang. Höchstens {most} Zeichen passen.")
}

/// What was typed has another encoding than the terminal says.
pub const NOT_UTF8: &str = "Das kam nicht lesbar an, vermutlich wegen der Umlaute. Stellen Sie das Terminal auf UTF-8 um oder schreiben Sie ae, oe, ue.";
