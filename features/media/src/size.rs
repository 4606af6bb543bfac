//! The sizes a picture is cut to, and the cutting.

use fast_image_resize::{ResizeOptions, Resizer};
use image::DynamicImage;

use crate::Refused;

/// Side of the square cut-out for small portraits, in pixels.
pub(crate) const SQUARE: u32 = 96;
/// Widths of whole pictures, in pixels, each with the bytes its WebP may weigh (pages.md, *Budgets*).
pub(crate) const WIDTHS: [(u32, usize); 4] =
    [(192, 4 * 1024), (320, 8 * 1024), (640, 35 * 1024), (LARGEST, 120 * 1024)];
pub(crate) const LARGEST: u32 = 1280;

/// A size in the proportions given, at most `within` wide and one and a half times as high; never larger than given.
pub(crate) fn fit(width: u32, height: u32, within: u32) -> (u32, u32) {
    let room = (f64::from(within) / f64::from(width)).min(f64::from(within) * 1.5 / f64::from(height)).min(1.0);
    let side = |length: u32| ((f64::from(length) * room).round() as u32).max(1);
    (side(width), side(height))
}

/// The picture in exactly this size. With `centre` (0 to 1 from the left, from the top) what does not fit the
/// proportions is cut off around it; without, the whole picture is used.
pub(crate) fn resize(
    image: &DynamicImage,
    (width, height): (u32, u32),
    centre: Option<(f64, f64)>,
) -> Result<DynamicImage, Refused> {
    let mut resized = DynamicImage::new(width, height, image.color());
    let options = ResizeOptions::new();
    let options = centre.map_or(options, |centre| options.fit_into_destination(Some(centre)));
    Resizer::new().resize(image, &mut resized, &options).map_err(Refused::broken)?;
    Ok(resized)
}
