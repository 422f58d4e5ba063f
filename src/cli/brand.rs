//! A consultant's look from a file: name, footer, logo, colour.

use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::files;
use crate::german::brand::{self, BrandFault, Problem};
use crate::toml_file::{self, Faults, FileKind, Table};
use typeset::document::{Brand, Logo, LogoFault};
use typeset::drawing::{Palette, PaletteFault, Rgb};

/// Characters of the name and the footer that fit their places in small type.
const LONGEST: usize = 200;
/// Bytes of a picture file: with it the report stays small enough to be mailed.
const LARGEST: usize = 256 * 1024;

/// A look with the files it was read from.
#[derive(Default)]
pub struct Look {
    /// Name, footer, logo, colour.
    pub brand: Brand,
    /// The file and its picture.
    pub files: Vec<PathBuf>,
}

/// The look of a file; all faults at once, each with its place and remedy.
pub fn load(path: &Path) -> anyhow::Result<Look> {
    let text = files::read_text(path)?;
    let shown = path.display().to_string();
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut read = vec![path.to_owned()];
    let parsed = parse(&text, |name| {
        let picture = folder.join(name);
        let bytes = files::read_bytes(&picture);
        read.push(picture);
        bytes
    });
    let brand = parsed.map_err(|it| Fault::faulty_at(|colour| brand::faults(&it, &shown, &text, colour)))?;
    Ok(Look { brand, files: read })
}

fn parse(
    text: &str,
    picture: impl FnOnce(&str) -> Result<Vec<u8>, std::io::ErrorKind>,
) -> Result<Brand, Vec<BrandFault>> {
    toml_file::parse(FileKind::Look, text, |root, faults| Some(look(root, picture, faults)))
}

fn look(
    mut root: Table<'_>,
    picture: impl FnOnce(&str) -> Result<Vec<u8>, std::io::ErrorKind>,
    faults: &mut Faults<Problem>,
) -> Brand {
    let mut words = |key| {
        let (words, span) = root.text(key, faults)?;
        let words = words.trim();
        if words.chars().count() > LONGEST {
            faults.add(Problem::TooLong { most: LONGEST }, span);
            return None;
        }
        Some(words.to_owned()).filter(|it| !it.is_empty())
    };
    let mut look = Brand { name: words("name"), foot: words("footer"), ..Brand::default() };
    let (shown, logo_text, tint) = (words("logo"), words("logo_text"), words("colour"));
    if let Some(tint) = tint {
        match colour(&tint) {
            Ok(palette) => look.palette = palette,
            Err(problem) => faults.add(problem, root.span_of("colour")),
        }
    }
    if let Some(file) = shown {
        let alternative = logo_text.or_else(|| look.name.clone()).unwrap_or_else(|| brand::LOGO.to_owned());
        match logo(&file, alternative, picture) {
            Ok(logo) => look.logo = Some(logo),
            Err(problem) => faults.add(problem, root.span_of("logo")),
        }
    }
    root.finish(faults);
    look
}

fn logo(
    file: &str,
    alternative: String,
    picture: impl FnOnce(&str) -> Result<Vec<u8>, std::io::ErrorKind>,
) -> Result<Logo, Problem> {
    let bytes = picture(file).map_err(|kind| Problem::LogoUnreadable { file: file.to_owned(), kind })?;
    if bytes.len() > LARGEST {
        return Err(Problem::LogoTooLarge { most: LARGEST });
    }
    Logo::read(bytes, alternative).map_err(unusable)
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

    fn faults(text: &str) -> Vec<BrandFault> {
        parse(text, |_| Ok(b"GIF89a".to_vec())).expect_err("faulty")
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
        assert_eq!(found[0].suggestion.as_deref(), Some("name"));
    }

    #[test]
    fn a_pale_colour_is_answered_with_a_darker_one_that_holds() {
        let found = faults("colour = \"#ffcc00\"");
        let [BrandFault { problem: Problem::TooPale { darker, .. }, .. }] = found.as_slice() else {
            panic!("{found:?}")
        };
        let darker = Rgb::parse(darker).expect("a colour");
        assert!(Palette::with_accent(darker).is_ok());
    }
}
