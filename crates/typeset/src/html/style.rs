//! The style sheet.

use std::fmt::Write;

use base64::prelude::{BASE64_STANDARD, Engine};

use super::svg::variable;
use crate::drawing::{Ink, Palette, Rgb};
use crate::typeface::Face;

/// All inks, each in a variable of its name.
fn variables(rgb: impl Fn(Ink) -> Rgb) -> String {
    Ink::ALL.map(|ink| format!("--{}:{};", variable(ink), rgb(ink))).concat()
}

/// Fonts, colours and rules; cuts that a page does not use need not travel with it.
pub(super) fn sheet(palette: &Palette, faces: &[Face]) -> String {
    let mut sheet = String::new();
    for face in faces {
        let style = if *face == Face::Italic { "italic" } else { "normal" };
        let data = BASE64_STANDARD.encode(face.web_program());
        let _ = writeln!(
            sheet,
            "@font-face{{font-family:\"Waage Sans\";font-style:{style};font-weight:{};font-display:swap;\
             src:url(data:font/woff2;base64,{data}) format(\"woff2\")}}",
            face.weight()
        );
    }
    let _ = writeln!(sheet, ":root{{{}}}", variables(|ink| palette.rgb(ink)));
    let _ = writeln!(
        sheet,
        "@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
        variables(|ink| palette.dark(ink))
    );
    sheet.push_str(include_str!("style.css"));
    sheet
}
