//! What is wrong with an owner's file, as people read it: what all kinds of files have in common.

use super::number::{count, decimal};
use super::snippet::{self, Weight};
use crate::toml_file::{Fault, FileKind, Shape, Slip, SyntaxSlip};

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
        Self::new(slip.code(), sentence(slip), better.map_or_else(|| remedy(slip), str::to_owned))
    }
}

/// Faults shown at once: whoever has mended these runs the command again.
const MOST_SHOWN: usize = 20;

/// The first faults with the lines they point at, an empty line behind each, and how many more there are.
pub fn listed<P>(
    faults: &[Fault<P>],
    weight: Weight,
    path: &str,
    text: &str,
    colour: bool,
    words: impl Fn(&P) -> Words,
) -> String {
    let mut out = String::new();
    for fault in faults.iter().take(MOST_SHOWN) {
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
    if faults.len() > MOST_SHOWN {
        let more = count(faults.len() - MOST_SHOWN, "weitere Stelle", "weitere Stellen");
        out.push_str("und ");
        out.push_str(&more);
        out.push_str("\n\n");
    }
    out
}

/// What is wrong, in one sentence without a full stop.
pub fn sentence(slip: &Slip) -> String {
    match slip {
        Slip::OtherKind { found, expected } => {
            format!("Diese Datei ist {}, gebraucht wird {}", kind(*found), kind(*expected))
        }
        Slip::Syntax(slip) => syntax(*slip).to_owned(),
        Slip::DuplicateKey { key } => format!("Die Angabe „{key}“ steht hier zum zweiten Mal"),
        Slip::NewerFormat { found, newest } => {
            format!("Die Datei hat das Format {found}, diese Version von waage liest bis {newest}")
        }
        Slip::UnknownKey { key, .. } => format!("Die Angabe „{key}“ gibt es hier nicht"),
        Slip::UnknownWord { word, .. } => format!("Der Wert „{word}“ ist hier nicht vorgesehen"),
        Slip::Missing { key } => format!("Hier fehlt die Angabe „{key}“"),
        Slip::WrongShape { found, expected } if found == expected => {
            format!("Hier ist {} nicht zu gebrauchen", shape(*found))
        }
        Slip::WrongShape { found, expected } => {
            format!("Hier steht {}, erwartet wird {}", shape(*found), shape(*expected))
        }
        Slip::WrongLength { found, expected } => {
            format!("Die Liste hat {}, erwartet werden {expected}", count(*found, "Eintrag", "Einträge"))
        }
        Slip::ThousandsPoint { written, .. } => {
            format!("„{written}“ ist mehrdeutig: Der Punkt trennt in dieser Datei Dezimalen, keine Tausender")
        }
        Slip::NotFinite => "Diese Zahl ist nicht endlich".to_owned(),
        Slip::NotPositive => "Diese Zahl muss größer als 0 sein".to_owned(),
        Slip::OutOfRange { least, most: Some(most) } => {
            format!("Die Zahl liegt nicht zwischen {} und {}", figure(*least), figure(*most))
        }
        Slip::OutOfRange { least, most: None } => format!("Die Zahl ist kleiner als {}", figure(*least)),
        Slip::NoSuchDay => "Diesen Tag gibt es nicht".to_owned(),
    }
}

/// What to do about it.
pub fn remedy(slip: &Slip) -> String {
    let fixed = match slip {
        Slip::UnknownKey { known, .. } | Slip::UnknownWord { known, .. } => {
            return format!("möglich sind: {}", known.join(", "));
        }
        Slip::ThousandsPoint { written, thousands } => {
            let decimal = written.trim_end_matches('0').trim_end_matches('.');
            return format!("„{thousands}“ schreiben, oder „{decimal}“, wenn das gemeint ist");
        }
        Slip::OtherKind { expected, .. } => kind_remedy(*expected),
        Slip::Syntax(slip) => syntax_remedy(*slip),
        Slip::DuplicateKey { .. } => "einen der beiden Einträge streichen",
        Slip::NewerFormat { .. } => "eine neuere Version von waage benutzen",
        Slip::Missing { key: "format" } => "in die erste Zeile „format = 1“ schreiben",
        Slip::Missing { .. } => "ergänzen",
        Slip::WrongShape { expected, .. } => example(*expected),
        Slip::WrongLength { .. } => {
            "Einträge durch Kommas trennen, Dezimalstellen durch Punkte: [0.5, 1, 2.5]"
        }
        Slip::NotFinite => "eine Zahl schreiben oder die Angabe weglassen",
        Slip::NotPositive => "eine Zahl über 0 schreiben, zum Beispiel 0.08 oder 40_000",
        Slip::OutOfRange { .. } => "die Zahl und ihre Einheit prüfen",
        Slip::NoSuchDay => "Jahr-Monat-Tag schreiben, zum Beispiel 2026-11-21",
    };
    fixed.to_owned()
}

/// A kind of file.
fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Answers => "eine Antwortdatei",
        FileKind::Scenarios => "eine Datei mit Szenarien für „waage quantify“",
        FileKind::Look => "eine Datei mit eigenem Aussehen (--brand)",
        FileKind::Mapping => "eine Zuordnung für „waage import“ (--mapping)",
        FileKind::Content => "eine Datei mit Inhalten (--content)",
        FileKind::Json => "JSON, zum Beispiel ein Ergebnis von --json",
        FileKind::Html => "eine Seite für den Browser",
        FileKind::Csv => "eine Tabelle (CSV)",
        FileKind::Prose => "ein Text mit Überschriften",
    }
}

/// Where the file that is needed is found.
fn kind_remedy(expected: FileKind) -> &'static str {
    match expected {
        FileKind::Answers => "die Datei nennen, die „waage check“ geschrieben hat; sie endet auf .waage.toml",
        FileKind::Scenarios => {
            "eine Datei nennen, in der [[scenario]] steht; „waage quantify --help“ zeigt, wie"
        }
        _ => "die richtige Datei nennen",
    }
}

/// Why a text is no TOML.
fn syntax(slip: SyntaxSlip) -> &'static str {
    match slip {
        SyntaxSlip::Unquoted => "Hier steht etwas ohne Anführungszeichen oder zu viel",
        SyntaxSlip::NoValue => "Hinter dem Schlüssel fehlt der Wert",
        SyntaxSlip::NoAssignment => "In dieser Zeile fehlt das Gleichheitszeichen",
        SyntaxSlip::Surplus => "Hier steht ein Gleichheitszeichen oder Komma zu viel",
        SyntaxSlip::NoComma => "Zwischen zwei Einträgen fehlt ein Komma",
        SyntaxSlip::Text => "Der Text hat kein Ende oder ein unerlaubtes Zeichen",
        SyntaxSlip::Unclosed => "Eine Klammer wird nicht geschlossen",
        SyntaxSlip::Value => "Diese Zahl, dieses Datum oder dieses true/false ist falsch geschrieben",
        SyntaxSlip::DecimalComma => {
            "Hier steht ein Dezimalkomma; in dieser Datei trennt ein Punkt die Dezimalen"
        }
        SyntaxSlip::ThousandsPoints => "Hier stehen Punkte zwischen den Tausendern",
        SyntaxSlip::Unit => "Hinter der Zahl steht noch etwas, zum Beispiel eine Einheit",
        SyntaxSlip::GermanDay => "Der Tag steht hier als Tag.Monat.Jahr, gebraucht wird Jahr-Monat-Tag",
        SyntaxSlip::Truth => "Ja und nein heißen in dieser Datei true und false",
        SyntaxSlip::Key => "Dieser Schlüssel ist falsch geschrieben",
        SyntaxSlip::LineEnd => "Diese Zeile endet mit einem einzelnen Wagenrücklauf",
        SyntaxSlip::TooDeep => "Hier stehen zu viele Klammern ineinander",
    }
}

/// What makes it TOML again.
fn syntax_remedy(slip: SyntaxSlip) -> &'static str {
    match slip {
        SyntaxSlip::Unquoted => "Text in \"Anführungszeichen\" setzen, je Zeile ein Schlüssel mit einem Wert",
        SyntaxSlip::NoValue => "hinter das Gleichheitszeichen einen Wert schreiben oder die Zeile streichen",
        SyntaxSlip::NoAssignment => "so schreiben: schlüssel = \"Wert\"",
        SyntaxSlip::Surplus => "das überzählige Zeichen streichen",
        SyntaxSlip::NoComma => "ein Komma setzen",
        SyntaxSlip::Text => "das Anführungszeichen am Ende prüfen; im Text statt \" ein „ oder “ benutzen",
        SyntaxSlip::Unclosed | SyntaxSlip::TooDeep => "die schließende Klammer ergänzen",
        SyntaxSlip::Value => "Zahlen mit Punkt (0.5), Tage als 2026-12-31, Texte in \"Anführungszeichen\"",
        SyntaxSlip::DecimalComma => "die Dezimalen mit einem Punkt abtrennen, zum Beispiel 0.5",
        SyntaxSlip::ThousandsPoints => {
            "die Punkte weglassen oder Unterstriche setzen, zum Beispiel 1_900_000"
        }
        SyntaxSlip::Unit => "nur die Zahl stehen lassen; die Einheit steht im Namen der Angabe",
        SyntaxSlip::GermanDay => "zum Beispiel 2026-11-21",
        SyntaxSlip::Truth => "true für ja schreiben, false für nein",
        SyntaxSlip::Key => "Schlüssel aus Kleinbuchstaben, Ziffern, - und _ bilden",
        SyntaxSlip::LineEnd => "die Datei mit üblichen Zeilenenden speichern (Windows oder Unix)",
    }
}

fn shape(shape: Shape) -> String {
    let fixed = match shape {
        Shape::ListOf(length) => return format!("eine Liste mit {length} Einträgen"),
        Shape::Text => "ein Text in Anführungszeichen",
        Shape::Number => "eine Zahl",
        Shape::Whole => "eine ganze Zahl",
        Shape::YesNo => "true oder false",
        Shape::Day => "ein Datum",
        Shape::List => "eine Liste in eckigen Klammern",
        Shape::Table => "eine Tabelle",
        Shape::Tables => "eine Reihe von Abschnitten",
    };
    fixed.to_owned()
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
        Shape::List | Shape::ListOf(_) => "mit [ beginnen und mit ] enden, Einträge durch Kommas trennen",
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
