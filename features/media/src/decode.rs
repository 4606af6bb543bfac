//! From bytes to upright sRGB pixels no larger than we ever show. Limits are checked on the header, before decoding
//! (safety.md, *Uploads*); what is not a pixel ends here.

use std::io::Cursor;

use basics::limits;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, metadata::Orientation};

use crate::{Refused, colour, size};

/// Decoders may hold this much at once, in bytes: the largest picture in 16 bits with alpha.
const MEMORY: u64 = limits::PICTURE_PIXELS * 8 + 64 * 1024 * 1024;

/// Decodes a picture, turns it upright, converts it to sRGB in 8 bits and fits it into the largest rendition.
/// Answers the pixels and the upright size of the original.
pub(crate) fn decode(bytes: &[u8]) -> Result<(DynamicImage, u32, u32), Refused> {
    let format = format(bytes)?;
    let mut decoder = decoder(bytes, format)?;
    let (width, height) = decoder.dimensions();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().unwrap_or_default();
    let decoded = DynamicImage::from_decoder(decoder).map_err(Refused::broken)?;
    let sideways = sideways(orientation);
    let (upright_width, upright_height) = if sideways { (height, width) } else { (width, height) };
    let (fit_width, fit_height) = size::fit(upright_width, upright_height, size::LARGEST);
    let target = if sideways { (fit_height, fit_width) } else { (fit_width, fit_height) };
    let mut image = size::resize(&eight_bits(decoded), target, None)?;
    image.apply_orientation(orientation);
    Ok((colour::to_srgb(image, profile.as_deref()), upright_width, upright_height))
}

/// The format by its first bytes; names and declared types say nothing.
fn format(bytes: &[u8]) -> Result<ImageFormat, Refused> {
    if bytes.len() as u64 > limits::PICTURE_BYTES {
        return Err(Refused::TooLarge { bytes: bytes.len() as u64 });
    }
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] if whole_jpeg(bytes) => Ok(ImageFormat::Jpeg),
        [0xFF, 0xD8, 0xFF, ..] => Err(Refused::broken("its end is missing")),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Ok(ImageFormat::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(ImageFormat::WebP),
        _ => Err(Refused::Kind),
    }
}

/// The decoder fills what is missing with grey, so the end marker is asked for: it must follow the last scan.
fn whole_jpeg(bytes: &[u8]) -> bool {
    let last = |marker: u8| bytes.windows(2).rposition(|pair| pair == [0xFF, marker]);
    last(0xD9) > last(0xDA)
}

fn decoder(bytes: &[u8], format: ImageFormat) -> Result<impl ImageDecoder, Refused> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(Refused::broken)?;
    let (width, height) = decoder.dimensions();
    match u64::from(width) * u64::from(height) {
        0 => Err(Refused::broken("it has no pixels")),
        pixels if pixels > limits::PICTURE_PIXELS => Err(Refused::TooManyPixels { width, height }),
        _ => Ok(decoder),
    }
}

fn sideways(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

fn eight_bits(image: DynamicImage) -> DynamicImage {
    match image {
        DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgba8(_) => image,
        image if image.color().has_alpha() => DynamicImage::ImageRgba8(image.into_rgba8()),
        image => DynamicImage::ImageRgb8(image.into_rgb8()),
    }
}
