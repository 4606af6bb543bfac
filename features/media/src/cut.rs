//! The renditions of one picture. Pure: bytes in, bytes out.

use image::DynamicImage;

use crate::{Format, Refused, decode::decode, encode, pool::Deadline, size};

/// A picture cut to the sizes we show, not yet kept anywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// Size of the original once upright, in pixels.
    pub width: u32,
    pub height: u32,
    pub renditions: Vec<Made>,
}

/// One encoded size.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    pub width: u32,
    pub height: u32,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// Cuts a JPEG, PNG or WebP: a square of 96 pixels, WebP in widths of 192, 320, 640 and 1280 (never larger than the
/// original, within the weights of pages.md) and one JPEG of at most 640. Upright, in sRGB, without metadata.
///
/// # Errors
/// [`Refused`] when it is no picture, is damaged or is beyond the limits; nothing is decoded beyond them.
pub fn cut(bytes: &[u8]) -> Result<Cut, Refused> {
    cut_before(bytes, &Deadline::never())
}

/// [`cut`], given up after a time.
pub(crate) fn cut_before(bytes: &[u8], deadline: &Deadline) -> Result<Cut, Refused> {
    let (image, width, height) = decode(bytes, deadline)?;
    let renditions = renditions(&image, deadline)?;
    Ok(Cut { width, height, renditions })
}

/// All sizes of a picture that is upright, in sRGB and no larger than the largest of them.
pub(crate) fn renditions(image: &DynamicImage, deadline: &Deadline) -> Result<Vec<Made>, Refused> {
    let mut renditions = vec![square(image)?];
    for (within, budget) in size::WIDTHS {
        deadline.check()?;
        let made = light(image, size::fit(image.width(), image.height(), within), budget)?;
        if !renditions.iter().skip(1).any(|other| (other.width, other.height) == (made.width, made.height)) {
            renditions.push(made);
        }
    }
    renditions.push(fallback(image)?);
    Ok(renditions)
}

/// Around the upper middle, where faces are.
fn square(image: &DynamicImage) -> Result<Made, Refused> {
    let side = size::SQUARE.min(image.width()).min(image.height());
    let cropped = size::resize(image, (side, side), Some((0.5, 0.3)))?;
    light(&cropped, (side, side), 3 * 1024)
}

/// A WebP of this size within its budget; where the lowest quality is too heavy, detail is taken out step by step.
fn light(image: &DynamicImage, (width, height): (u32, u32), budget: usize) -> Result<Made, Refused> {
    let mut resized = size::resize(image, (width, height), None)?;
    let (mut detail_width, mut detail_height) = (width, height);
    loop {
        if let Some(bytes) = encode::webp(&resized, budget)? {
            return Ok(Made { width, height, format: Format::Webp, bytes });
        }
        (detail_width, detail_height) = ((detail_width * 2 / 3).max(1), (detail_height * 2 / 3).max(1));
        resized = size::resize(&size::resize(image, (detail_width, detail_height), None)?, (width, height), None)?;
    }
}

fn fallback(image: &DynamicImage) -> Result<Made, Refused> {
    let (width, height) = size::fit(image.width(), image.height(), 640);
    let bytes = encode::jpeg(&size::resize(image, (width, height), None)?, encode::LIGHT)?;
    Ok(Made { width, height, format: Format::Jpeg, bytes })
}
