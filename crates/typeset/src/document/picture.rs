//! What must be known of a picture file to print it.

use std::io::Cursor;

use jpeg_decoder::{Decoder as JpegDecoder, Error as JpegError, PixelFormat};
use png::{ColorType, Decoder as PngDecoder, Transformations};

use super::LogoFault;

/// Most pixels: enough for a logo on paper, little enough for a small machine.
const MOST_PIXELS: u64 = 4_000_000;

/// Width, height and three bytes a pixel of a PNG, put on white where it is transparent: PDF/A would have it so.
pub(super) fn png(file: &[u8]) -> Result<(u32, u32, Vec<u8>), LogoFault> {
    let mut decoder = PngDecoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| LogoFault::Broken)?;
    let (width, height) = (reader.info().width, reader.info().height);
    refuse_if_large(width, height)?;
    let mut samples = vec![0; reader.output_buffer_size().ok_or(LogoFault::Unsupported)?];
    let frame = reader.next_frame(&mut samples).map_err(|_| LogoFault::Broken)?;
    samples.truncate(frame.buffer_size());
    let pixels = samples.chunks_exact(frame.color_type.samples());
    let pixels = pixels.flat_map(|pixel| match (frame.color_type, pixel) {
        (ColorType::Rgba, [colours @ .., alpha]) => [0, 1, 2].map(|it| on_white(colours[it], *alpha)),
        (ColorType::GrayscaleAlpha, [grey, alpha]) => [on_white(*grey, *alpha); 3],
        (_, [red, green, blue]) => [*red, *green, *blue],
        _ => [pixel[0]; 3],
    });
    Ok((width, height, pixels.collect()))
}

/// Width and height of a JPEG, and whether it has shades of grey alone.
pub(super) fn jpeg(file: &[u8]) -> Result<(u32, u32, bool), LogoFault> {
    let mut decoder = JpegDecoder::new(file);
    decoder.read_info().map_err(|fault| match fault {
        JpegError::Unsupported(_) => LogoFault::Unsupported,
        _ => LogoFault::Broken,
    })?;
    let info = decoder.info().ok_or(LogoFault::Broken)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    refuse_if_large(width, height)?;
    let is_grey = match info.pixel_format {
        PixelFormat::L8 => true,
        PixelFormat::RGB24 => false,
        PixelFormat::L16 | PixelFormat::CMYK32 => return Err(LogoFault::Unsupported),
    };
    // Decoded once, so that nothing is printed that ends in the middle.
    decoder.decode().map_err(|_| LogoFault::Broken)?;
    Ok((width, height, is_grey))
}

fn refuse_if_large(width: u32, height: u32) -> Result<(), LogoFault> {
    if u64::from(width) * u64::from(height) > MOST_PIXELS { Err(LogoFault::Unsupported) } else { Ok(()) }
}

fn on_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOGO: &[u8] = include_bytes!("../../../../docs/brand/logo.png");
    const BASELINE: &[u8] = include_bytes!("../../../../tests/looks/baseline.jpg");
    const PROGRESSIVE: &[u8] = include_bytes!("../../../../tests/looks/progressive.jpg");
    const GREY: &[u8] = include_bytes!("../../../../tests/looks/grey.jpg");
    const PRESS: &[u8] = include_bytes!("../../../../tests/looks/press.jpg");

    #[test]
    fn the_example_logo_is_white_where_it_is_transparent() {
        let (width, height, pixels) = png(LOGO).expect("a sound picture");
        assert_eq!((width, height, pixels.len()), (480, 120, 3 * 480 * 120));
        let at = |x: usize, y: usize| &pixels[3 * (480 * y + x)..][..3];
        assert!((0..120).all(|y| at(470, y) == [255, 255, 255]), "the margin is white");
        assert_eq!(at(300, 45), [31, 58, 95], "the bar has the brand's colour");
    }

    #[test]
    fn grey_and_transparent_pictures_become_three_colours_on_white() {
        let mut file = Vec::new();
        let mut encoder = ::png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(ColorType::GrayscaleAlpha);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(&[0, 255, 0, 128]).expect("pixels");
        writer.finish().expect("an end");
        assert_eq!(png(&file), Ok((2, 1, vec![0, 0, 0, 127, 127, 127])));
    }

    #[test]
    fn a_picture_that_ends_early_is_broken() {
        for cut in [8, 20, 40, LOGO.len() / 2] {
            assert_eq!(png(&LOGO[..cut]), Err(LogoFault::Broken), "cut after {cut} bytes");
        }
        for cut in [2, 20, 100, BASELINE.len() / 2] {
            assert_eq!(jpeg(&BASELINE[..cut]), Err(LogoFault::Broken), "cut after {cut} bytes");
        }
    }

    #[test]
    fn size_and_colours_of_a_photo_are_read() {
        assert_eq!(jpeg(BASELINE), Ok((240, 60, false)));
        assert_eq!(jpeg(PROGRESSIVE), Ok((240, 60, false)));
        assert_eq!(jpeg(GREY), Ok((240, 60, true)));
    }

    #[test]
    fn what_a_pdf_cannot_show_is_refused() {
        assert_eq!(jpeg(PRESS), Err(LogoFault::Unsupported));
        let at = BASELINE.windows(2).position(|it| it == [0xff, 0xc0]).expect("a frame header");
        let with = |place: usize, value: u8| {
            let mut file = BASELINE.to_vec();
            file[at + place] = value;
            jpeg(&file)
        };
        assert!(with(1, 0xc3).is_err(), "lossless");
        assert_eq!(with(5, 0xff), Err(LogoFault::Unsupported), "far too high");
    }

    #[test]
    fn noise_is_answered() {
        assert_eq!(jpeg(&[0xff; 5_000]), Err(LogoFault::Broken));
        for seed in 0..200_u32 {
            let place = |file: &[u8]| seed.wrapping_mul(2_654_435_761) as usize % file.len();
            let mut photo = BASELINE.to_vec();
            let at = place(&photo);
            photo[at] = photo[at].wrapping_add(1 + u8::try_from(seed % 255).expect("small"));
            let _ = jpeg(&photo);
        }
    }
}
