//! What is wrong with a scenario file for the engine, as people read it.

use std::ops::Range;

use super::number::{count, decimal};
use super::snippet::{self, Weight};

/// The format this program reads.
pub const FORMAT: i64 = 1;

/// One fault with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelFault {
    /// What is wrong.
    pub problem: Problem,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

/// What has to stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text in quotes.
    Text,
    /// A number without unit.
    Number,
    /// A number without decimals.
    Whole,
    /// `true` or `false`.
    YesNo,
    /// A table.
    Table,
    /// Tables in double square brackets.
    Tables,
    /// A list of texts.
    Texts,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Not TOML; the detail is the parser's, in English.
    Syntax {
        /// The parser's words.
        detail: String,
    },
    /// Written for a newer program.
    NewerFormat {
        /// The format found.
        found: i64,
    },
    /// A key this place does not have.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that has to be there.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// Something else has to stand here.
    WrongShape {
        /// What has to stand here.
        expected: Shape,
    },
    /// `inf` or `nan`.
    NotFinite,
    /// A number that must be above zero.
    NotPositive,
    /// A number out of its range.
    OutOfRange {
        /// Least allowed.
        least: f64,
        /// Most allowed, where there is a limit.
        most: Option<f64>,
    },
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

impl Problem {
    /// A stable name, the same in every language and version.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "invalid-toml",
            Self::NewerFormat { .. } => "unsupported-format",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Missing { .. } => "missing-key",
            Self::WrongShape { .. } => "wrong-type",
            Self::NotFinite => "not-finite",
            Self::NotPositive => "not-positive",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NotAscending { .. } => "range-out-of-order",
            Self::HalfRange => "half-range",
            Self::SeverityForm => "severity-form",
            Self::TooWide => "too-wide",
            Self::Twice { .. } => "duplicate-id",
            Self::BadId => "malformed-id",
            Self::NoScenario => "no-scenario",
            Self::UnknownScenario { .. } => "unknown-reference",
        }
    }
}

/// All faults with their lines, and a closing line that counts them.
pub fn faults(faults: &[ModelFault], path: &str, text: &str, colour: bool) -> String {
    let mut out = String::new();
    for fault in faults {
        let shown = snippet::Fault {
            weight: Weight::Error,
            code: fault.problem.code(),
            sentence: sentence(&fault.problem),
            path,
            place: Some((text, fault.span.clone())),
            remedy: Some(match &fault.suggestion {
                Some(meant) => format!("meinten Sie „{meant}“?"),
                None => remedy(&fault.problem),
            }),
        };
        out.push_str(&snippet::shown(&shown, colour));
        out.push_str("\n\n");
    }
    out.push_str(&count(faults.len(), "Fehler", "Fehler"));
    out.push_str(" in der Szenariodatei. Gerechnet wurde nichts.");
    out
}

fn sentence(problem: &Problem) -> String {
    match problem {
        Problem::Syntax { detail } => format!("Das ist kein gültiges TOML ({detail})"),
        Problem::NewerFormat { found } => {
            format!("Die Datei hat das Format {found}, diese Version von waage liest bis {FORMAT}")
        }
        Problem::UnknownKey { key } => format!("Die Angabe „{key}“ gibt es hier nicht"),
        Problem::Missing { key } => format!("Hier fehlt die Angabe „{key}“"),
        Problem::WrongShape { expected } => format!("Hier steht etwas anderes als {}", shape(*expected)),
        Problem::NotFinite => "Diese Zahl ist nicht endlich".to_owned(),
        Problem::NotPositive => "Diese Zahl muss größer als 0 sein".to_owned(),
        Problem::OutOfRange { least, most: Some(most) } => {
            format!("Die Zahl liegt nicht zwischen {} und {}", figure(*least), figure(*most))
        }
        Problem::OutOfRange { least, most: None } => format!("Die Zahl ist kleiner als {}", figure(*least)),
        Problem::NotAscending { lower, upper } => format!("„{lower}“ ist größer als „{upper}“"),
        Problem::HalfRange => "Die Spanne der Häufigkeit hat nur ein Ende".to_owned(),
        Problem::SeverityForm => "Die Schadenhöhe ist nicht eindeutig angegeben".to_owned(),
        Problem::TooWide => "Die Schadenhöhe streut so weit, dass daraus nichts folgt".to_owned(),
        Problem::Twice { id } => format!("Die Kennung „{id}“ kommt zweimal vor"),
        Problem::BadId => "Diese Kennung lässt sich nicht benutzen".to_owned(),
        Problem::NoScenario => "Die Datei enthält kein Szenario".to_owned(),
        Problem::UnknownScenario { id } => format!("Ein Szenario „{id}“ gibt es in dieser Datei nicht"),
    }
}

fn remedy(problem: &Problem) -> String {
    match problem {
        Problem::Syntax { .. } => "Anführungszeichen, Klammern und Gleichheitszeichen in dieser Zeile prüfen",
        Problem::NewerFormat { .. } => "eine neuere Version von waage benutzen",
        Problem::UnknownKey { .. } => "die Angabe streichen; eigene Bemerkungen beginnen mit #",
        Problem::Missing { key } => missing(key),
        Problem::WrongShape { expected } => shape_example(*expected),
        Problem::NotFinite => "eine Zahl schreiben; ohne Höchstschaden „cap“ einfach weglassen",
        Problem::NotPositive => "eine Zahl über 0 schreiben, zum Beispiel 0.08 oder 40_000",
        Problem::OutOfRange { .. } => {
            "die Zahl und ihre Einheit prüfen: Euro, Ereignisse im Jahr, Anteile von 0 bis 1"
        }
        Problem::NotAscending { .. } => "die Zahlen aufsteigend angeben",
        Problem::HalfRange => {
            "„low“ und „high“ zusammen angeben (5- und 95-Prozent-Punkt) oder beide weglassen"
        }
        Problem::SeverityForm => {
            "genau ein Paar angeben: { p05, p95 }, { median, p95 } oder { mu, sigma }, dazu auf Wunsch cap"
        }
        Problem::TooWide => "Einheit der beiden Zahlen prüfen, beide in Euro je Ereignis",
        Problem::Twice { .. } => "jedem Szenario eine eigene Kennung geben",
        Problem::BadId => "Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel \"payment-fraud\"",
        Problem::NoScenario => "mindestens einen Abschnitt [[scenario]] schreiben",
        Problem::UnknownScenario { .. } => "eine Kennung aus den Abschnitten [[scenario]] nennen",
    }
    .to_owned()
}

fn missing(key: &str) -> &'static str {
    match key {
        "format" => "in die erste Zeile „format = 1“ schreiben",
        "id" => "ergänzen, zum Beispiel id = \"ransomware\"",
        "frequency" => "ergänzen, zum Beispiel frequency = { mean = 0.08 } für einmal in zwölf Jahren",
        "mean" => "ergänzen: mittlere Zahl der Ereignisse im Jahr, zum Beispiel mean = 0.08",
        "severity" => "ergänzen, zum Beispiel severity = { p05 = 40_000, p95 = 900_000 }",
        "deductible" => "ergänzen: Euro je Ereignis, die der Betrieb selbst trägt",
        "limit" => "ergänzen: Euro je Ereignis, die höchstens gezahlt werden",
        "premium" => "ergänzen: Beitrag in Euro im Jahr",
        _ => "ergänzen",
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "ein Text in Anführungszeichen",
        Shape::Number => "eine Zahl",
        Shape::Whole => "eine ganze Zahl",
        Shape::YesNo => "true oder false",
        Shape::Table => "eine Tabelle",
        Shape::Tables => "eine Reihe von Abschnitten",
        Shape::Texts => "eine Liste von Texten",
    }
}

fn shape_example(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "zum Beispiel \"ransomware\"",
        Shape::Number => {
            "nur Ziffern, Tausender mit Unterstrich, Dezimalpunkt, ohne Einheit und Anführungszeichen, zum Beispiel 40_000 oder 0.08"
        }
        Shape::Whole => "nur Ziffern, zum Beispiel 10",
        Shape::YesNo => "true für ja, false für nein",
        Shape::Table => "zum Beispiel frequency = { mean = 0.08 }",
        Shape::Tables => "jedes Szenario mit [[scenario]] in doppelten Klammern beginnen",
        Shape::Texts => "zum Beispiel [\"ransomware\", \"data-breach\"]",
    }
}

fn figure(value: f64) -> String {
    let decimals = [0, 1, 2, 3, 4, 5];
    let exact = |it: &usize| {
        let scale = libm::pow(10.0, *it as f64);
        libm::fabs(libm::round(value * scale) / scale - value) < 1e-12
    };
    decimal(value, decimals.into_iter().find(exact).unwrap_or(6))
}
