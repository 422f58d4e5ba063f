//! A PNG picture as plain pixels (ISO/IEC 15948), put on white where it is transparent.

use lopdf::{Stream, dictionary};

use super::LogoFault;

/// Most pixels: enough for a logo on paper, little enough for a small machine.
pub(super) const MOST_PIXELS: usize = 4_000_000;

/// Bytes some programs leave behind the last row.
const SLACK: usize = 1_024;

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

    /// Bits a sample may have.
    fn depths(self) -> &'static [u8] {
        match self {
            Self::Grey => &[1, 2, 4, 8, 16],
            Self::Indexed => &[1, 2, 4, 8],
            Self::Rgb | Self::GreyAlpha | Self::Rgba => &[8, 16],
        }
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

/// What the file says about its pixels.
struct Header {
    width: u32,
    height: u32,
    depth: u8,
    colour: Colour,
    interlaced: bool,
}

impl Header {
    fn of(bytes: &[u8; 13]) -> Result<Self, LogoFault> {
        let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let (width, height) = (number(0), number(4));
        let [depth, colour, packing, filter, interlace] = bytes[8..] else { return Err(LogoFault::Broken) };
        let colour = Colour::of(colour).ok_or(LogoFault::Broken)?;
        let sound = colour.depths().contains(&depth) && (packing, filter) == (0, 0) && interlace <= 1;
        if width == 0 || height == 0 || !sound {
            return Err(LogoFault::Broken);
        }
        if (width as usize).saturating_mul(height as usize) > MOST_PIXELS {
            return Err(LogoFault::Unsupported);
        }
        Ok(Self { width, height, depth, colour, interlaced: interlace == 1 })
    }

    /// The pictures the file holds one after the other: first column and row, distance of columns and rows.
    fn passes(&self) -> &'static [(usize, usize, usize, usize)] {
        /// ISO/IEC 15948, 8.2.
        const ADAM7: [(usize, usize, usize, usize); 7] = [
            (0, 0, 8, 8),
            (4, 0, 8, 8),
            (0, 4, 4, 8),
            (2, 0, 4, 4),
            (0, 2, 2, 4),
            (1, 0, 2, 2),
            (0, 1, 1, 2),
        ];
        if self.interlaced { &ADAM7 } else { &[(0, 0, 1, 1)] }
    }

    /// Bytes of so many pixels in a row, without the number of the filter.
    fn row(&self, columns: usize) -> usize {
        (columns * self.colour.samples() * usize::from(self.depth)).div_ceil(8)
    }
}

/// Width, height and three bytes a pixel.
pub(super) fn pixels(bytes: &[u8]) -> Result<(u32, u32, Vec<u8>), LogoFault> {
    let chunks = chunks(bytes).ok_or(LogoFault::Broken)?;
    let of = |kind: &[u8; 4]| chunks.iter().filter(|it| it.0 == kind).map(|it| it.1).collect::<Vec<_>>();
    let header: &[u8; 13] =
        of(b"IHDR").first().and_then(|it| (*it).try_into().ok()).ok_or(LogoFault::Broken)?;
    let header = Header::of(header)?;
    let (width, height) = (header.width as usize, header.height as usize);
    let paint = Paint {
        palette: of(b"PLTE").first().copied().unwrap_or_default(),
        opacity: of(b"tRNS").first().copied().unwrap_or_default(),
    };
    let passes = header.passes().iter().map(|(x, y, dx, dy)| {
        let side = |whole: usize, first: usize, step: usize| whole.saturating_sub(first).div_ceil(step);
        ((*x, *y, *dx, *dy), side(width, *x, *dx), side(height, *y, *dy))
    });
    let passes = passes.filter(|(_, columns, rows)| *columns > 0 && *rows > 0);
    let size: usize = passes.clone().map(|(_, columns, rows)| rows * (header.row(columns) + 1)).sum();
    let data = unpacked(of(b"IDAT").concat(), size + SLACK).ok_or(LogoFault::Broken)?;
    let mut pixels = vec![255; 3 * width * height];
    let mut rest = data.as_slice();
    for ((x, y, dx, dy), columns, rows) in passes {
        let row = header.row(columns);
        let (filtered, others) = rest.split_at_checked(rows * (row + 1)).ok_or(LogoFault::Broken)?;
        rest = others;
        let step = (header.colour.samples() * usize::from(header.depth) / 8).max(1);
        let lines = unfiltered(filtered, row, step).ok_or(LogoFault::Broken)?;
        for (number, line) in lines.chunks_exact(row).enumerate() {
            for column in 0..columns {
                let sample =
                    |number: usize| sample(line, column * header.colour.samples() + number, header.depth);
                let rgb = paint.pixel(&header, sample).ok_or(LogoFault::Broken)?;
                let at = 3 * ((y + number * dy) * width + x + column * dx);
                pixels[at..at + 3].copy_from_slice(&rgb);
            }
        }
    }
    Ok((header.width, header.height, pixels))
}

/// Colours of an indexed picture, and what is transparent.
struct Paint<'a> {
    palette: &'a [u8],
    opacity: &'a [u8],
}

impl Paint<'_> {
    /// A pixel on white.
    fn pixel(&self, header: &Header, sample: impl Fn(usize) -> u16) -> Option<[u8; 3]> {
        let full = |number: usize| full(sample(number), header.depth);
        let (rgb, alpha) = match header.colour {
            Colour::Grey => ([full(0); 3], self.keyed(&[sample(0)])),
            Colour::GreyAlpha => ([full(0); 3], full(1)),
            Colour::Rgb => ([full(0), full(1), full(2)], self.keyed(&[sample(0), sample(1), sample(2)])),
            Colour::Rgba => ([full(0), full(1), full(2)], full(3)),
            Colour::Indexed => {
                let index = usize::from(sample(0));
                let entry = self.palette.get(3 * index..3 * index + 3)?;
                ([entry[0], entry[1], entry[2]], self.opacity.get(index).copied().unwrap_or(255))
            }
        };
        Some(rgb.map(|it| on_white(it, alpha)))
    }

    /// Opacity where one colour is named as transparent.
    fn keyed(&self, samples: &[u16]) -> u8 {
        let named = self.opacity.chunks_exact(2).map(|it| u16::from_be_bytes([it[0], it[1]]));
        let is_named = self.opacity.len() == 2 * samples.len() && named.eq(samples.iter().copied());
        if is_named { 0 } else { 255 }
    }
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

/// The filtered rows. A PDF stream is packed the same way, so the PDF library unpacks them; more than the picture
/// needs is a trap and not unpacked.
fn unpacked(data: Vec<u8>, size: usize) -> Option<Vec<u8>> {
    let packed = Stream::new(dictionary! { "Filter" => "FlateDecode" }, data);
    packed.decompressed_content_with_limit(size).ok()
}

/// The rows without their filters (ISO/IEC 15948, section 9).
fn unfiltered(filtered: &[u8], row: usize, step: usize) -> Option<Vec<u8>> {
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

/// A sample as it stands in the file.
fn sample(line: &[u8], number: usize, depth: u8) -> u16 {
    match depth {
        16 => u16::from_be_bytes([line[2 * number], line[2 * number + 1]]),
        8 => u16::from(line[number]),
        _ => {
            let bits = number * usize::from(depth);
            let shift = 8 - usize::from(depth) - bits % 8;
            u16::from(line[bits / 8] >> shift) & ((1 << depth) - 1)
        }
    }
}

/// A sample spread over the full range of eight bits.
fn full(sample: u16, depth: u8) -> u8 {
    let largest = (1_u32 << depth) - 1;
    u8::try_from((u32::from(sample) * 255 + largest / 2) / largest).unwrap_or(255)
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
        let file = include_bytes!("../../../../docs/brand/logo.png");
        let (width, height, pixels) = pixels(file).expect("a sound picture");
        assert_eq!((width, height, pixels.len()), (480, 120, 3 * 480 * 120));
        let at = |x: usize, y: usize| &pixels[3 * (480 * y + x)..][..3];
        // The whole right margin, from the first row to the last: a wrong filter smears it.
        assert!((0..120).all(|y| at(470, y) == [255, 255, 255]), "the margin is white");
        assert_eq!(at(300, 45), [31, 58, 95], "the bar has the brand's colour");
    }

    fn chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("small").to_be_bytes();
        // Nobody reads the checksum: a damaged picture shows in its pixels.
        [&length[..], &kind, content, &[0; 4]].concat()
    }

    /// A zlib stream that stores its bytes as they are (RFC 1950 and 1951).
    fn stored(data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).expect("small");
        let (a, b) = data.iter().fold((1_u32, 0_u32), |(a, b), byte| {
            let a = (a + u32::from(*byte)) % 65_521;
            (a, (a + b) % 65_521)
        });
        let head = [&[0x78, 1, 1][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
        [head, data.to_vec(), (b << 16 | a).to_be_bytes().to_vec()].concat()
    }

    /// A picture of 3 by 2 pixels whose header ends with depth, colour and interlacing.
    fn picture(depth: u8, colour: u8, interlaced: u8, more: &[(&[u8; 4], &[u8])], rows: &[u8]) -> Vec<u8> {
        let header = [0, 0, 0, 3, 0, 0, 0, 2, depth, colour, 0, 0, interlaced];
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        file.extend(chunk(*b"IHDR", &header));
        for (kind, content) in more {
            file.extend(chunk(**kind, content));
        }
        file.extend(chunk(*b"IDAT", &stored(rows)));
        file.extend(chunk(*b"IEND", &[]));
        file
    }

    fn greys(file: &[u8]) -> Result<Vec<u8>, LogoFault> {
        pixels(file).map(|(_, _, pixels)| pixels.chunks_exact(3).map(|it| it[0]).collect())
    }

    #[test]
    fn small_samples_are_spread_and_large_ones_rounded() {
        assert_eq!(
            greys(&picture(1, 0, 0, &[], &[0, 0b1010_0000, 0, 0b0100_0000])),
            Ok(vec![255, 0, 255, 0, 255, 0])
        );
        assert_eq!(greys(&picture(2, 0, 0, &[], &[0, 0b0001_1011, 0, 0])), Ok(vec![0, 85, 170, 0, 0, 0]));
        let deep = [0, 255, 255, 128, 0, 0, 0, 0, 0, 0, 1, 255, 255, 255];
        assert_eq!(greys(&picture(16, 0, 0, &[], &deep)), Ok(vec![255, 128, 0, 0, 2, 255]));
    }

    #[test]
    fn what_is_transparent_becomes_white() {
        let alpha = [0, 0, 255, 0, 0, 0, 128, 0, 9, 255, 9, 0, 9, 255];
        assert_eq!(greys(&picture(8, 4, 0, &[], &alpha)), Ok(vec![0, 255, 127, 9, 255, 9]));
        let keyed: (&[u8; 4], &[u8]) = (b"tRNS", &[0, 7]);
        assert_eq!(
            greys(&picture(8, 0, 0, &[keyed], &[0, 7, 8, 7, 0, 0, 0, 7])),
            Ok(vec![255, 8, 255, 0, 0, 255])
        );
        let palette: [(&[u8; 4], &[u8]); 2] = [(b"PLTE", &[1, 1, 1, 2, 2, 2, 3, 3, 3]), (b"tRNS", &[255, 0])];
        assert_eq!(
            greys(&picture(8, 3, 0, &palette, &[0, 0, 1, 2, 0, 2, 1, 0])),
            Ok(vec![1, 255, 3, 3, 255, 1])
        );
    }

    #[test]
    fn an_interlaced_picture_is_put_together() {
        // Of seven passes a picture of 3 by 2 fills four: column 0, column 2, column 1, row 1.
        let rows = [0, 10, 0, 30, 0, 20, 0, 40, 50, 60];
        assert_eq!(greys(&picture(8, 0, 1, &[], &rows)), Ok(vec![10, 20, 30, 40, 50, 60]));
    }

    #[test]
    fn files_that_contradict_themselves_are_refused() {
        let rows = [0, 1, 2, 3, 0, 4, 5, 6];
        assert!(greys(&picture(8, 0, 0, &[], &rows)).is_ok());
        let whole = picture(8, 0, 0, &[], &rows);
        for cut in 8..whole.len() - 4 {
            assert_eq!(greys(&whole[..cut]), Err(LogoFault::Broken), "cut after {cut} bytes");
        }
        for (depth, colour) in [(0, 0), (3, 0), (32, 0), (16, 3), (4, 2), (1, 6), (8, 1), (8, 5)] {
            assert_eq!(greys(&picture(depth, colour, 0, &[], &rows)), Err(LogoFault::Broken));
        }
        assert_eq!(greys(&picture(8, 0, 2, &[], &rows)), Err(LogoFault::Broken));
        assert_eq!(greys(&picture(8, 0, 0, &[], &rows[..7])), Err(LogoFault::Broken));
        assert_eq!(greys(&picture(8, 0, 0, &[], &[9, 1, 2, 3, 0, 4, 5, 6])), Err(LogoFault::Broken));
        assert_eq!(greys(&picture(8, 3, 0, &[], &rows)), Err(LogoFault::Broken), "no palette");
        assert_eq!(greys(&picture(8, 0, 0, &[], &[0; 4_000])), Err(LogoFault::Broken), "a trap");
    }

    #[test]
    fn the_predictor_takes_the_nearest() {
        assert_eq!(nearest_of(10, 20, 10), 20);
        assert_eq!(nearest_of(10, 20, 20), 10);
        assert_eq!(nearest_of(5, 5, 5), 5);
    }
}
