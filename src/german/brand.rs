//! What is wrong with a consultant's look, as people read it.

use std::io::ErrorKind;
use std::ops::Range;

use super::number::{count, decimal};
use super::snippet::{self, Weight};

/// Said to those who do not see a logo without name.
pub const LOGO: &str = "Logo";

/// One fault with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct BrandFault {
    /// What is wrong.
    pub problem: Problem,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Not TOML; the detail is the parser's, in English.
    Syntax {
        /// The parser's words.
        detail: String,
    },
    /// A key this file does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// What was probably meant.
        suggestion: Option<String>,
    },
    /// Something other than a text.
    NoText,
    /// A text that does not fit its place.
    TooLong {
        /// Most characters.
        most: usize,
    },
    /// Not a colour.
    NoColour,
    /// A colour that is hard to read on white.
    TooPale {
        /// Its contrast with white.
        contrast: f64,
        /// The least contrast that reads well.
        least: f64,
        /// The same hue, dark enough.
        darker: String,
    },
    /// The picture cannot be read.
    LogoUnreadable {
        /// Its name as it stands in the file.
        file: String,
        /// Why.
        kind: ErrorKind,
    },
    /// The picture file is too large.
    LogoTooLarge {
        /// Most bytes.
        most: usize,
    },
    /// Neither PNG nor JPEG.
    LogoFormat,
    /// The picture file ends early or contradicts itself.
    LogoBroken,
    /// A kind of picture we cannot print.
    LogoUnsupported,
}

/// All faults with their lines, and a closing line that counts them.
pub fn faults(faults: &[BrandFault], path: &str, text: &str, colour: bool) -> String {
    let mut out = String::new();
    for fault in faults {
        let (code, sentence, remedy) = words(&fault.problem);
        let shown = snippet::Fault {
            weight: Weight::Error,
            code,
            sentence,
            path,
            place: Some((text, fault.span.clone())),
            remedy: Some(remedy),
        };
        out.push_str(&snippet::shown(&shown, colour));
        out.push_str("\n\n");
    }
    out.push_str(&count(faults.len(), "Fehler", "Fehler"));
    out.push_str(" in der Datei für das eigene Aussehen. Es wurde kein Bericht geschrieben.");
    out
}

fn words(problem: &Problem) -> (&'static str, String, String) {
    match problem {
        Problem::Syntax { detail } => (
            "invalid-toml",
            format!("Das ist kein gültiges TOML ({detail})"),
            "jede Angabe als name = \"Text\" schreiben".into(),
        ),
        Problem::UnknownKey { key, suggestion } => (
            "unknown-key",
            format!("Die Angabe „{key}“ gibt es hier nicht"),
            suggestion.as_ref().map_or_else(
                || "möglich sind name, footer, logo, logo_text, colour".into(),
                |it| format!("meinten Sie „{it}“?"),
            ),
        ),
        Problem::NoText => (
            "wrong-type",
            "Hier steht etwas anderes als ein Text".into(),
            "den Wert in Anführungszeichen setzen".into(),
        ),
        Problem::TooLong { most } => (
            "too-long",
            "Der Text ist zu lang für seinen Platz".into(),
            format!("auf höchstens {most} Zeichen kürzen"),
        ),
        Problem::NoColour => (
            "no-colour",
            "Das ist keine Farbe, die wir lesen können".into(),
            "als # mit sechs Ziffern schreiben, zum Beispiel \"#1f3a5f\"".into(),
        ),
        Problem::TooPale { contrast, least, darker } => (
            "too-pale",
            format!(
                "Die Farbe ist auf Weiß schlecht zu lesen (Kontrast {} zu 1, nötig {} zu 1)",
                decimal(*contrast, 1),
                decimal(*least, 1)
            ),
            format!("dunkler wählen; derselbe Ton, der reicht: \"{darker}\""),
        ),
        Problem::LogoUnreadable { file, kind } => (
            "logo-unreadable",
            match kind {
                ErrorKind::NotFound => format!("Das Bild „{file}“ gibt es nicht"),
                other => format!("Das Bild „{file}“ lässt sich nicht lesen ({other})"),
            },
            "den Weg zum Bild von dieser Datei aus angeben, zum Beispiel \"logo.png\"".into(),
        ),
        Problem::LogoTooLarge { most } => (
            "logo-too-large",
            "Das Bild ist zu groß".into(),
            format!("auf unter {} Kilobyte verkleinern; 600 Bildpunkte Breite genügen", most / 1024),
        ),
        Problem::LogoFormat => (
            "logo-format",
            "Das Bild ist weder PNG noch JPEG".into(),
            "im Bildprogramm als PNG oder JPEG speichern".into(),
        ),
        Problem::LogoBroken => {
            ("logo-broken", "Die Bilddatei ist beschädigt".into(), "das Bild neu speichern".into())
        }
        Problem::LogoUnsupported => (
            "logo-unsupported",
            "Diese Art von Bild können wir nicht drucken".into(),
            "ohne „Interlace“ speichern, in RGB statt CMYK und nicht breiter als 2000 Bildpunkte".into(),
        ),
    }
}
