//! A page with a script of its own and nothing else.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use super::markup::escaped;
use super::style;
use crate::drawing::Palette;
use crate::typeface::Face;

/// A page in the look of the reports with this body. The content security policy names style and script by their
/// checksums: nothing else runs, nothing is fetched, nothing is sent.
pub fn sealed(language: &str, title: &str, css: &str, body: &str, script: &str) -> String {
    let style = format!("\n{}{css}", style::sheet(&Palette::default(), &[Face::Regular, Face::Semibold]));
    let script = format!("\n{script}");
    let sum = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; \
         script-src 'sha256-{}'; font-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>{style}</style>\n</head>\n<body>\n{body}<script>{script}</script>\n</body>\n</html>\n",
        sum(&style),
        sum(&script),
        escaped(title)
    )
}
