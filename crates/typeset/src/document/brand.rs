//! A consultant's own look.

use super::picture;
use crate::drawing::Palette;

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
    /// In the colours of a printing press, of a kind PDF does not know, or far larger than a logo.
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
            let (width, height, pixels) = picture::png(&bytes)?;
            let format = LogoFormat::Png;
            return Ok(Self { format, bytes, width, height, pixels, is_grey: false, alternative });
        }
        if !bytes.starts_with(&[0xff, 0xd8]) {
            return Err(LogoFault::UnknownFormat);
        }
        let (width, height, is_grey) = picture::jpeg(&bytes)?;
        let (format, pixels) = (LogoFormat::Jpeg, Vec::new());
        Ok(Self { format, bytes, width, height, pixels, is_grey, alternative })
    }
}
