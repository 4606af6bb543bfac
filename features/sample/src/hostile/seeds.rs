//! Sound pictures of every kind, to be spoilt.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use rand_chacha::ChaCha8Rng;

use super::below;

const FILES: [&[u8]; 7] = [
    include_bytes!("seeds/progressive.jpg"),
    include_bytes!("seeds/cmyk.jpg"),
    include_bytes!("seeds/interlaced.png"),
    include_bytes!("seeds/deep.png"),
    include_bytes!("seeds/lossy.webp"),
    include_bytes!("seeds/animated.webp"),
    include_bytes!("seeds/animated.png"),
];

pub(super) fn any(random: &mut ChaCha8Rng) -> Vec<u8> {
    match below(random, FILES.len() + 4) {
        nth if nth < FILES.len() => FILES[nth].to_vec(),
        nth => encoded(
            random,
            [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Jpeg][nth - FILES.len()],
        ),
    }
}

pub(super) fn progressive() -> Vec<u8> {
    FILES[0].to_vec()
}

/// A picture of some size up to 300 pixels.
pub(super) fn encoded(random: &mut ChaCha8Rng, format: ImageFormat) -> Vec<u8> {
    let (width, height) = (1 + below(random, 300) as u32, 1 + below(random, 300) as u32);
    let shift = below(random, 255) as u32;
    let image = if format == ImageFormat::Jpeg || shift.is_multiple_of(2) {
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([(x + shift) as u8, (y * 3) as u8, (x * y) as u8])
        }))
    } else {
        DynamicImage::ImageRgba8(RgbaImage::from_fn(width, height, |x, y| {
            image::Rgba([x as u8, y as u8, 9, (x + y) as u8])
        }))
    };
    let mut bytes = Cursor::new(Vec::new());
    // Into memory, and of a size every format takes: what cannot be written is an empty file, which is hostile too.
    if image.write_to(&mut bytes, format).is_err() {
        return Vec::new();
    }
    bytes.into_inner()
}
