//! What must be known of a JPEG picture to print it as it is (ITU-T T.81).

use super::LogoFault;
use super::png::MOST_PIXELS;

/// A picture's frame header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Width in pixels.
    pub(super) width: u32,
    /// Height in pixels.
    pub(super) height: u32,
    /// Whether it has shades of grey alone.
    pub(super) is_grey: bool,
}

/// Reads the segments (B.1.1) up to the pixels, and checks that these end.
pub(super) fn frame(bytes: &[u8]) -> Result<Frame, LogoFault> {
    let mut frame = None;
    let mut at = 2;
    loop {
        // Any number of 0xff may stand before a marker.
        while bytes.get(at..at + 2) == Some(&[0xff, 0xff]) {
            at += 1;
        }
        let Some([0xff, marker]) = bytes.get(at..at + 2) else { return Err(LogoFault::Broken) };
        let length = bytes.get(at + 2..at + 4).ok_or(LogoFault::Broken)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let content = bytes.get(at + 4..at + 2 + length).ok_or(LogoFault::Broken)?;
        match marker {
            // Baseline, extended and progressive pictures: what PDF knows (ISO 32000-1, 7.4.8).
            0xc0..=0xc2 => frame = Some(header(content)?),
            // Tables.
            0xc4 | 0xcc => {}
            // Lossless, hierarchical and arithmetic coding.
            0xc3..=0xcf => return Err(LogoFault::Unsupported),
            0xda => {
                let ends = bytes[at..].windows(2).any(|pair| pair == [0xff, 0xd9]);
                return frame.filter(|_| ends).ok_or(LogoFault::Broken);
            }
            // The end, or a marker that belongs between pixels.
            0x01 | 0xd0..=0xd9 => return Err(LogoFault::Broken),
            _ => {}
        }
        at += 2 + length;
    }
}

fn header(content: &[u8]) -> Result<Frame, LogoFault> {
    let [depth, a, b, c, d, colours, ..] = *content else { return Err(LogoFault::Broken) };
    let (height, width) = (u32::from(u16::from_be_bytes([a, b])), u32::from(u16::from_be_bytes([c, d])));
    if width == 0 || height == 0 || content.len() != 6 + 3 * usize::from(colours) {
        return Err(LogoFault::Broken);
    }
    let too_large = width as usize * height as usize > MOST_PIXELS;
    if depth != 8 || !matches!(colours, 1 | 3) || too_large {
        return Err(LogoFault::Unsupported);
    }
    Ok(Frame { width, height, is_grey: colours == 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASELINE: &[u8] = include_bytes!("../../../../tests/looks/baseline.jpg");
    const PROGRESSIVE: &[u8] = include_bytes!("../../../../tests/looks/progressive.jpg");
    const GREY: &[u8] = include_bytes!("../../../../tests/looks/grey.jpg");
    const PRESS: &[u8] = include_bytes!("../../../../tests/looks/press.jpg");

    #[test]
    fn size_and_colours_are_read() {
        let coloured = Frame { width: 240, height: 60, is_grey: false };
        assert_eq!(frame(BASELINE), Ok(coloured));
        assert_eq!(frame(PROGRESSIVE), Ok(coloured));
        assert_eq!(frame(GREY), Ok(Frame { is_grey: true, ..coloured }));
    }

    #[test]
    fn what_a_pdf_cannot_show_is_refused() {
        assert_eq!(frame(PRESS), Err(LogoFault::Unsupported));
        let at = BASELINE.windows(2).position(|it| it == [0xff, 0xc0]).expect("a frame header");
        let with = |place: usize, value: u8| {
            let mut file = BASELINE.to_vec();
            file[at + place] = value;
            frame(&file)
        };
        assert_eq!(with(1, 0xc3), Err(LogoFault::Unsupported), "lossless");
        assert_eq!(with(4, 12), Err(LogoFault::Unsupported), "twelve bits");
        assert_eq!(with(5, 0xff), Err(LogoFault::Unsupported), "far too high");
        assert_eq!(with(9, 4), Err(LogoFault::Broken), "four colours, three described");
    }

    #[test]
    fn a_file_that_ends_early_is_broken() {
        for cut in 2..BASELINE.len() {
            assert_eq!(frame(&BASELINE[..cut]), Err(LogoFault::Broken), "cut after {cut} bytes");
        }
    }

    #[test]
    fn zeroes_and_noise_are_broken_and_end() {
        assert_eq!(frame(&[0xff; 5_000]), Err(LogoFault::Broken));
        assert_eq!(frame(&[0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]), Err(LogoFault::Broken));
        for seed in 0..2_000_u32 {
            let mut file = BASELINE.to_vec();
            let place = seed.wrapping_mul(2_654_435_761) as usize % file.len();
            file[place] = file[place].wrapping_add(1 + u8::try_from(seed % 255).expect("small"));
            // Whatever the answer is, there is one.
            let _ = frame(&file);
        }
    }
}
