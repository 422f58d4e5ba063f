//! A consultant's own look.

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// Neither PNG nor JPEG.
    UnknownFormat,
    /// The file ends early or contradicts itself.
    Broken,
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
    /// Reads format and size of a picture file.
    pub fn read(bytes: Vec<u8>, alternative: String) -> Result<Self, LogoFault> {
        let (format, size) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            (LogoFormat::Png, png_size(&bytes))
        } else if bytes.starts_with(&[0xff, 0xd8]) {
            (LogoFormat::Jpeg, jpeg_size(&bytes))
        } else {
            return Err(LogoFault::UnknownFormat);
        };
        let (width, height) = size.filter(|(w, h)| *w > 0 && *h > 0).ok_or(LogoFault::Broken)?;
        Ok(Self { format, bytes, width, height, alternative })
    }
}

fn big_endian(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some((big_endian(bytes.get(16..20)?)?, big_endian(bytes.get(20..24)?)?))
}

/// Walks the JPEG segments up to the frame header (ITU-T T.81, B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            let side = |from: usize| {
                Some(u32::from(u16::from_be_bytes(bytes.get(from..from + 2)?.try_into().ok()?)))
            };
            return Some((side(at + 7)?, side(at + 5)?));
        }
        at += 2 + length;
    }
}
