//! What is wrong with a consultant's look, as people read it.

use std::io::ErrorKind;

use super::number::{count, decimal};
use super::snippet::Weight;
use super::toml_file::{Words, listed};
use crate::toml_file::{Fault, Slip};

/// Said to those who do not see a logo without name.
pub const LOGO: &str = "Logo";

/// One fault with its place.
pub type BrandFault = Fault<Problem>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// What can be wrong with any file.
    Slip(Slip),
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

impl From<Slip> for Problem {
    fn from(slip: Slip) -> Self {
        Self::Slip(slip)
    }
}

/// All faults with their lines, and a closing line that counts them.
pub fn faults(faults: &[BrandFault], path: &str, text: &str, colour: bool) -> String {
    let mut out = listed(faults, Weight::Error, path, text, colour, words);
    out.push_str(&count(faults.len(), "Fehler", "Fehler"));
    out.push_str(" in der Datei für das eigene Aussehen. Es wurde kein Bericht geschrieben.");
    out
}

fn words(problem: &Problem) -> Words {
    match problem {
        Problem::Slip(slip) => Words::of(slip, None),
        Problem::TooLong { most } => Words::new(
            "too-long",
            "Der Text ist zu lang für seinen Platz",
            format!("auf höchstens {most} Zeichen kürzen"),
        ),
        Problem::NoColour => Words::new(
            "no-colour",
            "Das ist keine Farbe, die wir lesen können",
            "als # mit sechs Ziffern schreiben, zum Beispiel \"#1f3a5f\"",
        ),
        Problem::TooPale { contrast, least, darker } => Words::new(
            "too-pale",
            format!(
                "Die Farbe ist auf Weiß schlecht zu lesen (Kontrast {} zu 1, nötig {} zu 1)",
                decimal(*contrast, 1),
                decimal(*least, 1)
            ),
            format!("dunkler wählen; derselbe Ton, der reicht: \"{darker}\""),
        ),
        Problem::LogoUnreadable { file, kind } => Words::new(
            "logo-unreadable",
            match kind {
                ErrorKind::NotFound => format!("Das Bild „{file}“ gibt es nicht"),
                ErrorKind::PermissionDenied => format!("Das Bild „{file}“ darf nicht gelesen werden"),
                _ => format!("Das Bild „{file}“ lässt sich nicht lesen"),
            },
            "den Weg zum Bild von dieser Datei aus angeben, zum Beispiel \"logo.png\"",
        ),
        Problem::LogoTooLarge { most } => Words::new(
            "logo-too-large",
            "Das Bild ist zu groß",
            format!("auf unter {} Kilobyte verkleinern; 600 Bildpunkte Breite genügen", most / 1024),
        ),
        Problem::LogoFormat => Words::new(
            "logo-format",
            "Das Bild ist weder PNG noch JPEG",
            "im Bildprogramm als PNG oder JPEG speichern",
        ),
        Problem::LogoBroken => {
            Words::new("logo-broken", "Die Bilddatei ist beschädigt", "das Bild neu speichern")
        }
        Problem::LogoUnsupported => Words::new(
            "logo-unsupported",
            "Diese Art von Bild können wir nicht drucken",
            "als PNG speichern oder als JPEG in RGB statt CMYK, nicht breiter als 2000 Bildpunkte",
        ),
    }
}
