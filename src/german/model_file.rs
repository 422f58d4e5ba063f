//! What is wrong with a scenario file for the engine, as people read it.

use super::number::count;
use super::snippet::Weight;
use super::toml_file::{Words, listed};
use crate::toml_file::{Fault, Shape, Slip};

/// One fault with its place.
pub type ModelFault = Fault<Problem>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// What can be wrong with any file.
    Slip(Slip),
    /// Two figures in the wrong order.
    NotAscending {
        /// The key that must not be larger.
        lower: &'static str,
        /// The key that must not be smaller.
        upper: &'static str,
    },
    /// Only one end of a frequency's range.
    HalfRange,
    /// No known way of stating a loss, or more than one.
    SeverityForm,
    /// A loss with an absurd spread.
    TooWide,
    /// The same id twice.
    Twice {
        /// The id.
        id: String,
    },
    /// An id with other than small letters, digits and hyphens.
    BadId,
    /// No scenario at all.
    NoScenario,
    /// A policy names a scenario the file does not have.
    UnknownScenario {
        /// The id.
        id: String,
    },
}

impl From<Slip> for Problem {
    fn from(slip: Slip) -> Self {
        Self::Slip(slip)
    }
}

/// All faults with their lines, and a closing line that counts them.
pub fn faults(faults: &[ModelFault], path: &str, text: &str, colour: bool) -> String {
    let mut out = listed(faults, Weight::Error, path, text, colour, words);
    out.push_str(&count(faults.len(), "Fehler", "Fehler"));
    out.push_str(" in der Szenariodatei. Gerechnet wurde nichts.");
    out
}

fn words(problem: &Problem) -> Words {
    match problem {
        Problem::Slip(slip) => Words::of(slip, remedy(slip)),
        Problem::NotAscending { lower, upper } => Words::new(
            "range-out-of-order",
            format!("„{lower}“ ist größer als „{upper}“"),
            "die Zahlen aufsteigend angeben",
        ),
        Problem::HalfRange => Words::new(
            "half-range",
            "Die Spanne der Häufigkeit hat nur ein Ende",
            "„low“ und „high“ zusammen angeben (5- und 95-Prozent-Punkt) oder beide weglassen",
        ),
        Problem::SeverityForm => Words::new(
            "severity-form",
            "Die Schadenhöhe ist nicht eindeutig angegeben",
            "genau ein Paar angeben: { p05, p95 }, { median, p95 } oder { mu, sigma }, dazu auf Wunsch cap",
        ),
        Problem::TooWide => Words::new(
            "too-wide",
            "Die Schadenhöhe streut so weit, dass daraus nichts folgt",
            "Einheit der beiden Zahlen prüfen, beide in Euro je Ereignis",
        ),
        Problem::Twice { id } => Words::new(
            "duplicate-id",
            format!("Die Kennung „{id}“ kommt zweimal vor"),
            "jedem Szenario eine eigene Kennung geben",
        ),
        Problem::BadId => Words::new(
            "malformed-id",
            "Diese Kennung lässt sich nicht benutzen",
            "Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel \"payment-fraud\"",
        ),
        Problem::NoScenario => Words::new(
            "no-scenario",
            "Die Datei enthält kein Szenario",
            "mindestens einen Abschnitt [[scenario]] schreiben",
        ),
        Problem::UnknownScenario { id } => Words::new(
            "unknown-reference",
            format!("Ein Szenario „{id}“ gibt es in dieser Datei nicht"),
            "eine Kennung aus den Abschnitten [[scenario]] nennen",
        ),
    }
}

fn remedy(slip: &Slip) -> Option<&'static str> {
    Some(match slip {
        Slip::Missing { key } => missing(key)?,
        Slip::WrongShape { expected: Shape::Text, .. } => "zum Beispiel \"ransomware\"",
        Slip::WrongShape { expected: Shape::Table, .. } => "zum Beispiel frequency = { mean = 0.08 }",
        Slip::WrongShape { expected: Shape::Tables, .. } => {
            "jedes Szenario mit [[scenario]] in doppelten Klammern beginnen"
        }
        Slip::WrongShape { expected: Shape::List, .. } => "zum Beispiel [\"ransomware\", \"data-breach\"]",
        Slip::NotFinite => "eine Zahl schreiben; ohne Höchstschaden „cap“ einfach weglassen",
        Slip::OutOfRange { .. } => {
            "die Zahl und ihre Einheit prüfen: Euro, Ereignisse im Jahr, Anteile von 0 bis 1"
        }
        _ => return None,
    })
}

fn missing(key: &str) -> Option<&'static str> {
    Some(match key {
        "id" => "ergänzen, zum Beispiel id = \"ransomware\"",
        "frequency" => "ergänzen, zum Beispiel frequency = { mean = 0.08 } für einmal in zwölf Jahren",
        "mean" => "ergänzen: mittlere Zahl der Ereignisse im Jahr, zum Beispiel mean = 0.08",
        "severity" => "ergänzen, zum Beispiel severity = { p05 = 40_000, p95 = 900_000 }",
        "deductible" => "ergänzen: Euro je Ereignis, die der Betrieb selbst trägt",
        "limit" => "ergänzen: Euro je Ereignis, die höchstens gezahlt werden",
        "premium" => "ergänzen: Beitrag in Euro im Jahr",
        _ => return None,
    })
}
