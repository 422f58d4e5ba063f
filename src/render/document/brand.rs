//! A consultant's own look.

use super::png;
use crate::render::drawing::Palette;

/// File formats a logo may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// Why a logo cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// Neither PNG nor JPEG.
    UnknownFormat,
    /// The file ends early or contradicts itself.
    Broken,
    /// Interlaced, in the colours of a printing press, or far larger than a logo.
    Unsupported,
}

/// A picture file with its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Format.
    pub format: LogoFormat,
    /// The file as it is.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Three bytes a pixel, on white, of a PNG; a JPEG is printed as it is.
    pub pixels: Vec<u8>,
    /// True where a JPEG has shades of grey alone.
    pub is_grey: bool,
    /// What it says, for those who do not see it.
    pub alternative: String,
}

/// Name, logo and colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// Stands beside the logo at the top of the first page.
    pub name: Option<String>,
    /// Logo at the top of the first page.
    pub logo: Option<Logo>,
    /// Replaces the program's own line in the foot's note.
    pub foot: Option<String>,
    /// Colours.
    pub palette: Palette,
}

impl Logo {
    /// Reads a picture file.
    pub fn read(bytes: Vec<u8>, alternative: String) -> Result<Self, LogoFault> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            let (width, height, pixels) = png::pixels(&bytes)?;
            let format = LogoFormat::Png;
            return Ok(Self { format, bytes, width, height, pixels, is_grey: false, alternative });
        }
        if !bytes.starts_with(&[0xff, 0xd8]) {
            return Err(LogoFault::UnknownFormat);
        }
        let (width, height, colours) = jpeg_frame(&bytes).ok_or(LogoFault::Broken)?;
        if width == 0 || height == 0 {
            return Err(LogoFault::Broken);
        }
        if !matches!(colours, 1 | 3) {
            return Err(LogoFault::Unsupported);
        }
        let (format, pixels) = (LogoFormat::Jpeg, Vec::new());
        Ok(Self { format, bytes, width, height, pixels, is_grey: colours == 1, alternative })
    }
}

/// Width, height and number of colours: walks the JPEG segments up to the frame header (ITU-T T.81, B.2.2).
fn jpeg_frame(bytes: &[u8]) -> Option<(u32, u32, u8)> {
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            let side = |from: usize| {
                Some(u32::from(u16::from_be_bytes(bytes.get(from..from + 2)?.try_into().ok()?)))
            };
            return Some((side(at + 7)?, side(at + 5)?, *bytes.get(at + 9)?));
        }
        at += 2 + length;
    }
}
