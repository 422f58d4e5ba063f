//! A consultant's look from a file: name, footer, logo, colour.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::fault::Fault;
use super::{files, output};
use crate::german::brand::{self, BrandFault, Problem};
use crate::model::nearest;
use crate::render::document::{Brand, Logo, LogoFault};
use crate::render::drawing::{Palette, PaletteFault, Rgb};

/// Keys the file may have.
const KEYS: [&str; 5] = ["name", "footer", "logo", "logo_text", "colour"];
/// Characters of the name and the footer that fit their places in small type.
const LONGEST: usize = 200;
/// Bytes of a picture file: with it the report stays small enough to be mailed.
const LARGEST: usize = 256 * 1024;

/// The look of a file; all faults at once, each with its place and remedy.
pub fn load(path: &Path) -> anyhow::Result<Brand> {
    let text = files::read_text(path)?;
    let shown = path.display().to_string();
    let folder = path.parent().unwrap_or(Path::new("."));
    parse(&text, |name| files::read_bytes(&folder.join(name)))
        .map_err(|faults| Fault::faulty(brand::faults(&faults, &shown, &text, output::may_colour_messages())))
}

fn parse(
    text: &str,
    picture: impl FnOnce(&str) -> Result<Vec<u8>, std::io::ErrorKind>,
) -> Result<Brand, Vec<BrandFault>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let syntax = |it: &toml::de::Error| BrandFault {
            problem: Problem::Syntax { detail: it.message().to_owned() },
            span: it.span().unwrap_or(0..text.len().min(1)),
        };
        return Err(errors.iter().map(syntax).collect());
    }
    let mut faults = Vec::new();
    let mut look = Brand::default();
    let mut logo = None;
    let mut logo_text = None;
    for (key, value) in root.get_ref() {
        let name: &str = key.as_ref();
        if !KEYS.contains(&name) {
            let suggestion = nearest(name, KEYS.iter().copied()).map(str::to_owned);
            let problem = Problem::UnknownKey { key: name.to_owned(), suggestion };
            faults.push(BrandFault { problem, span: key.span() });
            continue;
        }
        let DeValue::String(words) = value.as_ref() else {
            faults.push(BrandFault { problem: Problem::NoText, span: value.span() });
            continue;
        };
        let words = words.trim();
        if words.chars().count() > LONGEST {
            faults.push(BrandFault { problem: Problem::TooLong { most: LONGEST }, span: value.span() });
            continue;
        }
        match name {
            "name" => look.name = Some(words.to_owned()).filter(|it| !it.is_empty()),
            "footer" => look.foot = Some(words.to_owned()).filter(|it| !it.is_empty()),
            "logo" => logo = Some((words.to_owned(), value.span())),
            "logo_text" => logo_text = Some(words.to_owned()),
            _ => match colour(words) {
                Ok(palette) => look.palette = palette,
                Err(problem) => faults.push(BrandFault { problem, span: value.span() }),
            },
        }
    }
    if let Some((file, span)) = logo {
        let alternative = logo_text.or_else(|| look.name.clone()).unwrap_or_else(|| brand::LOGO.to_owned());
        let read = picture(&file).map_err(|kind| Problem::LogoUnreadable { file: file.clone(), kind });
        let sized = read.and_then(|bytes| {
            if bytes.len() > LARGEST { Err(Problem::LogoTooLarge { most: LARGEST }) } else { Ok(bytes) }
        });
        match sized.and_then(|bytes| Logo::read(bytes, alternative).map_err(unusable)) {
            Ok(logo) => look.logo = Some(logo),
            Err(problem) => faults.push(BrandFault { problem, span }),
        }
    }
    // As they stand in the file, not by name of the key.
    faults.sort_by_key(|it| it.span.start);
    if faults.is_empty() { Ok(look) } else { Err(faults) }
}

fn unusable(fault: LogoFault) -> Problem {
    match fault {
        LogoFault::UnknownFormat => Problem::LogoFormat,
        LogoFault::Broken => Problem::LogoBroken,
        LogoFault::Unsupported => Problem::LogoUnsupported,
    }
}

fn colour(text: &str) -> Result<Palette, Problem> {
    let colour = Rgb::parse(text).ok_or(Problem::NoColour)?;
    Palette::with_accent(colour).map_err(|PaletteFault::TooPale { contrast, least, .. }| Problem::TooPale {
        contrast,
        least,
        darker: colour.darkened_to(least).to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<Problem> {
        let picture = |_: &str| Ok(b"GIF89a".to_vec());
        parse(text, picture).expect_err("faulty").into_iter().map(|it| it.problem).collect()
    }

    #[test]
    fn name_footer_and_colour_are_taken() {
        let text = "name = \"Beratung\"\nfooter = \"Beratung, Musterstadt\"\ncolour = \"#1f3a5f\"";
        let look = parse(text, |_| unreachable!("no logo")).expect("sound");
        assert_eq!(look.name.as_deref(), Some("Beratung"));
        assert_eq!(look.palette, Palette::with_accent(Rgb::hex(0x1f_3a5f)).expect("dark"));
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let found = faults("nam = \"x\"\nfooter = 3\ncolour = \"gelb\"\nlogo = \"x.gif\"");
        assert_eq!(found.len(), 4);
        assert!(
            matches!(&found[0], Problem::UnknownKey { suggestion: Some(it), .. } if it == "name"),
            "{found:?}"
        );
    }

    #[test]
    fn a_pale_colour_is_answered_with_a_darker_one_that_holds() {
        let found = faults("colour = \"#ffcc00\"");
        let [Problem::TooPale { darker, .. }] = found.as_slice() else { panic!("{found:?}") };
        let darker = Rgb::parse(darker).expect("a colour");
        assert!(Palette::with_accent(darker).is_ok());
    }
}
