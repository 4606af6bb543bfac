//! From bytes to upright sRGB pixels no larger than we ever show; what is not a pixel ends here (safety.md, *Uploads*).

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, codecs::webp::WebPDecoder, metadata::Orientation};

use crate::{
    Refused, colour,
    header::{self, Kind},
    jpeg, png_rows,
    pool::Deadline,
    size,
};

/// Pixels as a file holds them, and what it says about them.
pub(crate) struct Opened {
    pub image: DynamicImage,
    pub orientation: Orientation,
    /// The colour profile.
    pub profile: Option<Vec<u8>>,
}

/// Decodes a picture, turns it upright, converts it to sRGB in 8 bits and fits it into the largest rendition.
/// Answers the pixels and the upright size of the original.
pub(crate) fn decode(bytes: &[u8], deadline: &Deadline) -> Result<(DynamicImage, u32, u32), Refused> {
    let head = header::look(bytes)?;
    let opened = match head.kind {
        Kind::Jpeg => jpeg::open(bytes)?,
        Kind::Png => png_rows::open(bytes, deadline)?,
        Kind::Webp => webp(bytes)?,
    };
    deadline.check()?;
    let sideways = sideways(opened.orientation);
    let turned = |(width, height)| if sideways { (height, width) } else { (width, height) };
    let (width, height) = turned((head.width, head.height));
    let mut image = size::resize(&opened.image, turned(size::fit(width, height, size::LARGEST)), None)?;
    drop(opened.image);
    image = eight_bits(image);
    image.apply_orientation(opened.orientation);
    Ok((colour::to_srgb(image, opened.profile.as_deref()), width, height))
}

fn webp(bytes: &[u8]) -> Result<Opened, Refused> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(Refused::broken)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().unwrap_or_default();
    let image = DynamicImage::from_decoder(decoder).map_err(Refused::broken)?;
    Ok(Opened { image, orientation, profile })
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
