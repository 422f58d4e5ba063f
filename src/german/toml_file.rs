//! What is wrong with an owner's file, as people read it: what all kinds of files have in common.

use super::number::decimal;
use super::snippet::{self, Weight};
use crate::toml_file::{Fault, Shape, Slip, SyntaxSlip};

/// The words for a problem.
pub struct Words {
    /// A stable name for documentation and filters.
    pub code: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub sentence: String,
    /// What to do about it.
    pub remedy: String,
}

impl Words {
    /// Words of a problem.
    pub fn new(code: &'static str, sentence: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into(), remedy: remedy.into() }
    }

    /// Words of a slip; `better` is the remedy where the kind of file knows more than "look here".
    pub fn of(slip: &Slip, better: Option<&str>) -> Self {
        Self::new(slip.code(), sentence(slip), better.unwrap_or_else(|| remedy(slip)))
    }
}

/// All faults with the lines they point at, an empty line behind each.
pub fn listed<P>(
    faults: &[Fault<P>],
    weight: Weight,
    path: &str,
    text: &str,
    colour: bool,
    words: impl Fn(&P) -> Words,
) -> String {
    let mut out = String::new();
    for fault in faults {
        let Words { code, sentence, remedy } = words(&fault.problem);
        let remedy = fault.suggestion.as_ref().map_or(remedy, |it| format!("meinten Sie „{it}“?"));
        let remedy = Some(remedy);
        let place = Some((text, fault.span.clone()));
        out.push_str(&snippet::shown(
            &snippet::Fault { weight, code, sentence, path, place, remedy },
            colour,
        ));
        out.push_str("\n\n");
    }
    out
}

fn sentence(slip: &Slip) -> String {
    match slip {
        Slip::Syntax(slip) => syntax(slip),
        Slip::DuplicateKey { key } => format!("Die Angabe „{key}“ steht hier zum zweiten Mal"),
        Slip::NewerFormat { found, newest } => {
            format!("Die Datei hat das Format {found}, diese Version von waage liest bis {newest}")
        }
        Slip::UnknownKey { key } => format!("Die Angabe „{key}“ gibt es hier nicht"),
        Slip::Missing { key } => format!("Hier fehlt die Angabe „{key}“"),
        Slip::WrongShape { expected } => format!("Hier steht etwas anderes als {}", shape(*expected)),
        Slip::NotFinite => "Diese Zahl ist nicht endlich".to_owned(),
        Slip::NotPositive => "Diese Zahl muss größer als 0 sein".to_owned(),
        Slip::OutOfRange { least, most: Some(most) } => {
            format!("Die Zahl liegt nicht zwischen {} und {}", figure(*least), figure(*most))
        }
        Slip::OutOfRange { least, most: None } => format!("Die Zahl ist kleiner als {}", figure(*least)),
        Slip::NoSuchDay => "Diesen Tag gibt es nicht".to_owned(),
    }
}

fn remedy(slip: &Slip) -> &'static str {
    match slip {
        Slip::Syntax(slip) => syntax_remedy(slip),
        Slip::DuplicateKey { .. } => "einen der beiden Einträge streichen",
        Slip::NewerFormat { .. } => "eine neuere Version von waage benutzen",
        Slip::UnknownKey { .. } => "die Angabe streichen; eigene Bemerkungen beginnen mit #",
        Slip::Missing { key: "format" } => "in die erste Zeile „format = 1“ schreiben",
        Slip::Missing { .. } => "ergänzen",
        Slip::WrongShape { expected } => example(*expected),
        Slip::NotFinite => "eine Zahl schreiben oder die Angabe weglassen",
        Slip::NotPositive => "eine Zahl über 0 schreiben, zum Beispiel 0.08 oder 40_000",
        Slip::OutOfRange { .. } => "die Zahl und ihre Einheit prüfen",
        Slip::NoSuchDay => "Jahr-Monat-Tag schreiben, zum Beispiel 2026-11-21",
    }
}

/// Why a text is no TOML.
pub fn syntax(slip: &SyntaxSlip) -> String {
    let what = match slip {
        SyntaxSlip::Unquoted => "Hier steht etwas ohne Anführungszeichen oder zu viel",
        SyntaxSlip::NoValue => "Hinter dem Schlüssel fehlt der Wert",
        SyntaxSlip::NoAssignment => "In dieser Zeile fehlt das Gleichheitszeichen",
        SyntaxSlip::Surplus => "Hier steht ein Gleichheitszeichen oder Komma zu viel",
        SyntaxSlip::NoComma => "Zwischen zwei Einträgen fehlt ein Komma",
        SyntaxSlip::Text => "Der Text hat kein Ende oder ein unerlaubtes Zeichen",
        SyntaxSlip::Unclosed => "Eine Klammer wird nicht geschlossen",
        SyntaxSlip::Value => "Diese Zahl, dieses Datum oder dieses true/false ist falsch geschrieben",
        SyntaxSlip::Key => "Dieser Schlüssel ist falsch geschrieben",
        SyntaxSlip::Other(words) => return format!("Das ist kein gültiges TOML ({words})"),
    };
    what.to_owned()
}

/// What makes it TOML again.
pub fn syntax_remedy(slip: &SyntaxSlip) -> &'static str {
    match slip {
        SyntaxSlip::Unquoted => "Text in \"Anführungszeichen\" setzen, je Zeile ein Schlüssel mit einem Wert",
        SyntaxSlip::NoValue => "hinter das Gleichheitszeichen einen Wert schreiben oder die Zeile streichen",
        SyntaxSlip::NoAssignment => "so schreiben: schlüssel = \"Wert\"",
        SyntaxSlip::Surplus => "das überzählige Zeichen streichen",
        SyntaxSlip::NoComma => "ein Komma setzen",
        SyntaxSlip::Text => "das Anführungszeichen am Ende prüfen; im Text statt \" ein „ oder “ benutzen",
        SyntaxSlip::Unclosed => "die schließende Klammer ergänzen",
        SyntaxSlip::Value => "Zahlen mit Punkt (0.5), Tage als 2026-12-31, Texte in \"Anführungszeichen\"",
        SyntaxSlip::Key => "Schlüssel aus Kleinbuchstaben, Ziffern, - und _ bilden",
        SyntaxSlip::Other(_) => "Anführungszeichen, Klammern und Gleichheitszeichen in dieser Zeile prüfen",
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "ein Text in Anführungszeichen",
        Shape::Number => "eine Zahl",
        Shape::Whole => "eine ganze Zahl",
        Shape::YesNo => "true oder false",
        Shape::Day => "ein Datum",
        Shape::List => "eine Liste in eckigen Klammern",
        Shape::Table => "eine Tabelle",
        Shape::Tables => "eine Reihe von Abschnitten",
    }
}

fn example(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "den Wert in Anführungszeichen setzen",
        Shape::Number => {
            "nur Ziffern, Tausender mit Unterstrich, Dezimalpunkt, ohne Einheit und Anführungszeichen, zum Beispiel 40_000 oder 0.08"
        }
        Shape::Whole => {
            "nur Ziffern, Tausender mit Unterstrich, ohne Anführungszeichen, zum Beispiel 12 oder 1_200"
        }
        Shape::YesNo => "true für ja, false für nein",
        Shape::Day => "ohne Anführungszeichen, zum Beispiel 2026-11-21",
        Shape::List => "mit [ beginnen und mit ] enden, Einträge durch Kommas trennen",
        Shape::Table => "Angaben in geschweifte Klammern setzen oder in einen eigenen Abschnitt",
        Shape::Tables => "jeden Abschnitt mit seinem Namen in doppelten eckigen Klammern beginnen",
    }
}

/// A bound with as many decimals as it has, six at most.
fn figure(value: f64) -> String {
    let decimals = [0, 1, 2, 3, 4, 5];
    let exact = |it: &usize| {
        let scale = libm::pow(10.0, *it as f64);
        libm::fabs(libm::round(value * scale) / scale - value) < 1e-12
    };
    decimal(value, decimals.into_iter().find(exact).unwrap_or(6))
}
