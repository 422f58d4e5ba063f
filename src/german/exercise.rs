//! Words of the exercise in the terminal.

use super::shown::typed;
use crate::model::{Lever, Message};

/// What to do without a terminal.
pub const WITHOUT_TERMINAL: &str = "Öffnen Sie ein Terminal und rufen Sie „waage exercise“ auf. Zum Ausdrucken: waage handout team-talk DATEI --pdf PFAD";
/// Asked first.
pub const WHICH: &str = "Was möchten Sie üben?";
/// What happens to the result.
pub const LOCAL: &str =
    "Nichts wird übertragen und ohne Ihr Ja nichts gespeichert. Alle Nachrichten sind erfunden.";
/// The exercises.
pub const PARTS: [&str; 3] = [
    "Nachrichten beurteilen (etwa 10 Minuten)",
    "Notfall am Tisch: zehn Entscheidungen (etwa 15 Minuten)",
    "Selbstcheck: zehn Aussagen für Ihre Aufgabe (etwa 3 Minuten)",
];
/// The heading of both.
pub const HEADING: &str = "Übung";
/// How a message can be judged.
pub const JUDGEMENTS: [&str; 3] = [
    "Ich tue, was da steht",
    "Ich bin unsicher und frage auf anderem Weg nach",
    "Das ist eine Täuschung, ich melde sie",
];
/// Leads on from what a decision came to.
pub const GO_ON: &str = "Weiter";
/// Asked for every message.
pub const JUDGE: &str = "Was tun Sie?";
/// Asked before a check of one's own competence.
pub const WHOSE: &str = "Welche Aufgabe haben Sie im Betrieb?";
/// Asked for every statement.
pub const HOLDS: &str = "Trifft das auf Sie zu?";
/// How a statement can be answered.
pub const STATEMENTS: [&str; 3] = ["Ja, sicher", "Zum Teil", "Nein oder weiß ich nicht"];
/// Asked at the end, where a file was named.
pub const KEEP: &str = "Soll das Ergebnis in die Antwortdatei?";
/// What is kept and what for.
pub const WHAT_IS_KEPT: &str = "Behalten werden nur Punkte je Lerneinheit und Aufgabe im Betrieb, zusammengezählt und ohne Namen. Der nächste Lernplan zieht vor, was gefehlt hat. Nach einem Jahr zählt es nicht mehr.";
/// The two answers.
pub const KEEPING: [&str; 2] = ["Ja, ohne Namen behalten", "Nein, nichts speichern"];
/// Said where nothing was kept.
pub const NOT_KEPT: &str = "Nichts wurde gespeichert.";

/// Where the result is.
pub fn kept(file: &str) -> String {
    format!(
        "Behalten in {file}, ohne Namen. Den neuen Lernplan druckt: waage handout training-plan {} --pdf lernplan.pdf",
        typed(file)
    )
}

/// Said when somebody leaves.
pub const LEFT: &str = "Übung beendet. Nichts wurde gespeichert.";
/// The rule to take along.
const RULE: &str = "Die Faustregel für alle: Gefühl, Eile und Geld oder Zugang zusammen heißt anhalten und auf anderem Weg nachfragen.";

/// How far along.
pub fn progress(at: usize, of: usize) -> String {
    format!("{} von {of}", at + 1)
}

/// A message as it arrives.
pub fn message(it: &Message) -> String {
    format!("Von: {}\nBetreff: {}\n{}", it.from, it.subject, it.body)
}

/// What to think of the judgement, the lever, the signs and the reflex.
pub fn resolution(message: &Message, helps: bool, asked: bool) -> Vec<String> {
    let verdict = match (message.deceives, helps, asked) {
        (true, true, false) => "Richtig: eine Täuschung.",
        (true, true, true) => "Gut: Nachfragen schützt. Es war eine Täuschung.",
        (true, false, _) => "Das war eine Täuschung. Gut, dass es hier passiert.",
        (false, true, true) => "Das war echt. Nachfragen ist trotzdem nie falsch.",
        (false, true, false) => "Richtig: diese Nachricht ist unverdächtig.",
        (false, false, _) => "Diese war echt. Lieber einmal zu viel gemeldet.",
    };
    let mut lines = vec![verdict.to_owned()];
    if !message.levers.is_empty() {
        let levers: Vec<&str> = message.levers.iter().map(|it| lever(*it)).collect();
        lines.push(format!("Der Hebel: {}.", levers.join(", ")));
    }
    lines.push(format!("Woran man es sieht: {}", message.signs.join(" ")));
    lines.push(format!("Der Reflex: {}", message.reflex));
    lines
}

/// What an attack does to a person.
pub fn lever(lever: Lever) -> &'static str {
    match lever {
        Lever::Authority => "Autorität (jemand, dem man folgt)",
        Lever::Urgency => "Eile (keine Zeit zum Nachdenken)",
        Lever::Fear => "Angst oder Scham",
        Lever::Curiosity => "Neugier",
        Lever::Helpfulness => "Hilfsbereitschaft",
        Lever::Scarcity => "Gewinn oder Knappheit",
        Lever::Secrecy => "Verschwiegenheit",
        Lever::Habit => "Gewohnheit (sieht aus wie jeden Tag)",
    }
}

/// What came of a decision, and what would have helped more.
pub fn effect(effect: &str, better: Option<&str>) -> Vec<String> {
    let mut lines = vec![effect.to_owned()];
    lines.extend(better.map(|it| format!("Mehr geholfen hätte: {it}.")));
    lines
}

/// The result of the messages.
pub fn messages_result(helped: usize, of: usize) -> String {
    let praise = if helped == of {
        "Ihre Reflexe sitzen."
    } else if helped * 4 >= of * 3 {
        "Die meisten Reflexe sitzen."
    } else {
        "Dafür ist die Übung da. In vier Wochen noch einmal."
    };
    format!("{helped} von {of} Nachrichten so behandelt, dass nichts passiert wäre. {praise}\n{RULE}")
}

/// The result of a check of one's own competence: what is sure, and the units that teach the rest, as title and
/// minutes.
pub fn self_check_result(sure: usize, of: usize, units: &[(&str, u32)]) -> String {
    let first = format!("Sicher: {sure} von {of} Aussagen.");
    if units.is_empty() {
        return format!("{first} Geben Sie Ihr Wissen weiter: waage handout pass-on-kit");
    }
    let units: Vec<String> =
        units.iter().map(|(title, minutes)| format!("  {title} ({minutes} Minuten)")).collect();
    format!(
        "{first} Das ist kein Zeugnis, sondern zeigt den nächsten kleinen Schritt:\n{}\nAufgaben und Lösungen dazu druckt: waage handout pass-on-kit",
        units.join("\n")
    )
}

/// The result of the drill.
pub fn drill_result(best: usize, of: usize, closing: &str) -> String {
    format!("{best} von {of} Entscheidungen so getroffen, wie es am meisten hilft.\n{closing}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_blamed() {
        for helped in 0..=8 {
            let text = messages_result(helped, 8);
            assert!(!text.contains("falsch") && !text.contains("Fehler"), "{text}");
        }
    }
}
