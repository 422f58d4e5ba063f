//! The style sheet.

use std::fmt::Write;

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::drawing::{Ink, Palette};
use crate::typeface::Face;

/// Fonts, colours and rules.
pub(super) fn sheet(palette: &Palette) -> String {
    let mut sheet = String::new();
    for face in Face::ALL {
        let style = if face == Face::Italic { "italic" } else { "normal" };
        let data = BASE64_STANDARD.encode(face.web_program());
        let _ = writeln!(
            sheet,
            "@font-face{{font-family:\"Waage Sans\";font-style:{style};font-weight:{};font-display:swap;\
             src:url(data:font/woff2;base64,{data}) format(\"woff2\")}}",
            face.weight()
        );
    }
    sheet.push_str(":root{");
    for (name, ink) in [
        ("text", Ink::Text),
        ("soft", Ink::Soft),
        ("rule", Ink::Rule),
        ("ground", Ink::Ground),
        ("accent", Ink::Accent),
        ("loss", Ink::Loss),
        ("plan", Ink::Plan),
        ("paper", Ink::Paper),
    ] {
        let _ = write!(sheet, "--{name}:{};", palette.rgb(ink));
    }
    sheet.push_str("}\n");
    sheet.push_str(include_str!("style.css"));
    sheet
}
