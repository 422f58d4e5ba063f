//! A PNG picture as plain pixels (ISO/IEC 15948), put on white where it is transparent.

use lopdf::{Stream, dictionary};

use super::LogoFault;

/// Most pixels: enough for a logo on paper, little enough for a small machine.
const MOST_PIXELS: usize = 4_000_000;

/// How the samples of a pixel stand in the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Colour {
    Grey,
    Rgb,
    Indexed,
    GreyAlpha,
    Rgba,
}

impl Colour {
    fn of(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self::Grey,
            2 => Self::Rgb,
            3 => Self::Indexed,
            4 => Self::GreyAlpha,
            6 => Self::Rgba,
            _ => return None,
        })
    }

    fn samples(self) -> usize {
        match self {
            Self::Grey | Self::Indexed => 1,
            Self::GreyAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// Width, height and three bytes a pixel.
pub(super) fn pixels(bytes: &[u8]) -> Result<(u32, u32, Vec<u8>), LogoFault> {
    let chunks = chunks(bytes).ok_or(LogoFault::Broken)?;
    let of = |kind: &[u8; 4]| chunks.iter().filter(|it| it.0 == kind).map(|it| it.1).collect::<Vec<_>>();
    let header: &[u8; 13] =
        of(b"IHDR").first().and_then(|it| (*it).try_into().ok()).ok_or(LogoFault::Broken)?;
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let (width, height) = (number(0), number(4));
    let (columns, rows) = (width as usize, height as usize);
    if columns == 0 || rows == 0 {
        return Err(LogoFault::Broken);
    }
    let [depth, colour, .., interlaced] = header[8..] else { return Err(LogoFault::Broken) };
    let colour = Colour::of(colour).ok_or(LogoFault::Broken)?;
    if interlaced != 0 || columns.saturating_mul(rows) > MOST_PIXELS {
        return Err(LogoFault::Unsupported);
    }
    let samples = colour.samples();
    let row = (columns * samples * usize::from(depth)).div_ceil(8);
    let step = (samples * usize::from(depth) / 8).max(1);
    let data = unpacked(of(b"IDAT").concat(), row, step).ok_or(LogoFault::Broken)?;
    if data.len() < row * rows {
        return Err(LogoFault::Broken);
    }
    let palette = of(b"PLTE").first().copied().unwrap_or_default();
    let opacity = of(b"tRNS").first().copied().unwrap_or_default();
    let mut pixels = Vec::with_capacity(3 * columns * rows);
    for line in data.chunks_exact(row).take(rows) {
        for column in 0..columns {
            let sample = |number: usize| sample(line, column * samples + number, depth);
            let (rgb, alpha) = match colour {
                Colour::Grey => ([full(sample(0), depth); 3], 255),
                Colour::GreyAlpha => ([sample(0); 3], sample(1)),
                Colour::Rgb => ([sample(0), sample(1), sample(2)], 255),
                Colour::Rgba => ([sample(0), sample(1), sample(2)], sample(3)),
                Colour::Indexed => {
                    let index = usize::from(sample(0));
                    let entry = palette.get(3 * index..3 * index + 3).ok_or(LogoFault::Broken)?;
                    ([entry[0], entry[1], entry[2]], opacity.get(index).copied().unwrap_or(255))
                }
            };
            pixels.extend(rgb.map(|it| on_white(it, alpha)));
        }
    }
    Ok((width, height, pixels))
}

/// Kind and content of every chunk.
fn chunks(bytes: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let mut chunks = Vec::new();
    let mut at = 8;
    while at + 8 <= bytes.len() {
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().ok()?) as usize;
        let kind = &bytes[at + 4..at + 8];
        let end = at.checked_add(8)?.checked_add(length)?;
        chunks.push((kind, bytes.get(at + 8..end)?));
        if kind == b"IEND" {
            return Some(chunks);
        }
        at = end + 4;
    }
    None
}

/// The rows without their filters (ISO/IEC 15948, section 9). A PDF stream is packed the same way, so the PDF library
/// unpacks them.
fn unpacked(data: Vec<u8>, row: usize, step: usize) -> Option<Vec<u8>> {
    let packed = Stream::new(dictionary! { "Filter" => "FlateDecode" }, data);
    let filtered = packed.decompressed_content().ok()?;
    let mut rows: Vec<u8> = Vec::with_capacity(filtered.len());
    for line in filtered.chunks_exact(row + 1) {
        let start = rows.len();
        for at in 0..row {
            let left = if at < step { 0 } else { rows[start + at - step] };
            let above = if start == 0 { 0 } else { rows[start + at - row] };
            let corner = if start == 0 || at < step { 0 } else { rows[start + at - row - step] };
            let guess = match line[0] {
                0 => 0,
                1 => left,
                2 => above,
                3 => u8::midpoint(left, above),
                4 => nearest_of(left, above, corner),
                _ => return None,
            };
            rows.push(line[at + 1].wrapping_add(guess));
        }
    }
    Some(rows)
}

/// Paeth's predictor: of left, above and corner the one nearest to their plane.
fn nearest_of(left: u8, above: u8, corner: u8) -> u8 {
    let plane = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |it: u8| (plane - i16::from(it)).abs();
    if far(left) <= far(above) && far(left) <= far(corner) {
        left
    } else if far(above) <= far(corner) {
        above
    } else {
        corner
    }
}

/// The upper eight bits of a sample, or all of a smaller one.
fn sample(line: &[u8], number: usize, depth: u8) -> u8 {
    match depth {
        16 => line[2 * number],
        8 => line[number],
        _ => {
            let bits = number * usize::from(depth);
            let shift = 8 - usize::from(depth) - bits % 8;
            line[bits / 8] >> shift & ((1 << depth) - 1)
        }
    }
}

/// A small grey spread over the full range.
fn full(grey: u8, depth: u8) -> u8 {
    if depth >= 8 { grey } else { grey * (255 / ((1 << depth) - 1)) }
}

fn on_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_logo_is_white_where_it_is_transparent() {
        let file = include_bytes!("../../../docs/brand/logo.png");
        let (width, height, pixels) = pixels(file).expect("a sound picture");
        assert_eq!((width, height, pixels.len()), (480, 120, 3 * 480 * 120));
        let at = |x: usize, y: usize| &pixels[3 * (480 * y + x)..][..3];
        // The whole right margin, from the first row to the last: a wrong filter smears it.
        assert!((0..120).all(|y| at(470, y) == [255, 255, 255]), "the margin is white");
        assert_eq!(at(300, 45), [31, 58, 95], "the bar has the brand's colour");
    }

    #[test]
    fn the_predictor_takes_the_nearest() {
        assert_eq!(nearest_of(10, 20, 10), 20);
        assert_eq!(nearest_of(10, 20, 20), 10);
        assert_eq!(nearest_of(5, 5, 5), 5);
    }
}
