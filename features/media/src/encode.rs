//! From pixels to bytes: WebP that keeps to a weight, and JPEG for readers without WebP.

use image::{DynamicImage, ExtendedColorType, Rgba, RgbaImage, codecs::jpeg::JpegEncoder};
use webp::{Encoder, WebPConfig};

use crate::Refused;

/// From the best we spend bytes on to the least that still shows a face.
const QUALITIES: [f32; 7] = [76.0, 68.0, 58.0, 46.0, 34.0, 22.0, 10.0];
/// JPEG for readers, and for those who carry a picture elsewhere.
pub(crate) const LIGHT: u8 = 74;
pub(crate) const FINE: u8 = 90;

/// The picture as WebP of at most `budget` bytes, as good as that allows; `None` when the lowest quality is too heavy.
pub(crate) fn webp(image: &DynamicImage, budget: usize) -> Result<Option<Vec<u8>>, Refused> {
    let (mut from, mut to) = (0, QUALITIES.len());
    let mut best = None;
    // The first try is the best quality, which most pictures afford; only then is the range halved.
    let mut next = 0;
    while from < to {
        let bytes = webp_at(image, QUALITIES[next])?;
        if bytes.len() <= budget {
            best = Some(bytes);
            to = next;
        } else {
            from = next + 1;
        }
        next = (from + to) / 2;
    }
    Ok(best)
}

fn webp_at(image: &DynamicImage, quality: f32) -> Result<Vec<u8>, Refused> {
    let (width, height) = (image.width(), image.height());
    let encoder = match image {
        DynamicImage::ImageRgba8(pixels) => Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => Encoder::from_rgb(pixels, width, height),
        _ => return Err(Refused::broken("its pixels are of an unknown kind")),
    };
    let mut config = WebPConfig::new().map_err(|()| Refused::broken("the encoder cannot start"))?;
    config.quality = quality;
    let memory = encoder.encode_advanced(&config).map_err(|error| Refused::broken(format!("{error:?}")))?;
    Ok(memory.to_vec())
}

/// The picture as JPEG, transparent parts on white.
pub(crate) fn jpeg(image: &DynamicImage, quality: u8) -> Result<Vec<u8>, Refused> {
    let opaque = match image {
        DynamicImage::ImageRgba8(pixels) => DynamicImage::ImageRgba8(on_white(pixels)).into_rgb8(),
        other => other.to_rgb8(),
    };
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode(&opaque, opaque.width(), opaque.height(), ExtendedColorType::Rgb8)
        .map_err(Refused::broken)?;
    Ok(bytes)
}

fn on_white(pixels: &RgbaImage) -> RgbaImage {
    let mut ground = RgbaImage::from_pixel(pixels.width(), pixels.height(), Rgba([255; 4]));
    image::imageops::overlay(&mut ground, pixels, 0, 0);
    ground
}
