//! Colours of cameras and phones into sRGB, the colours every screen understands. The profile itself is not kept.

use image::DynamicImage;
use moxcms::{CmsError, ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The picture in sRGB. A profile that cannot be used is passed over: the colours are then taken as sRGB.
pub(crate) fn to_srgb(image: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let Some(profile) = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok()) else { return image };
    if profile.color_space != DataColorSpace::Rgb {
        return image;
    }
    converted(&image, &profile).unwrap_or(image)
}

fn converted(image: &DynamicImage, profile: &ColorProfile) -> Result<DynamicImage, CmsError> {
    let layout = if image.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default())?;
    let mut converted = DynamicImage::new(image.width(), image.height(), image.color());
    let into = match &mut converted {
        DynamicImage::ImageRgba8(pixels) => pixels.as_flat_samples_mut().samples,
        DynamicImage::ImageRgb8(pixels) => pixels.as_flat_samples_mut().samples,
        _ => return Err(CmsError::InvalidLayout),
    };
    transform.transform(image.as_bytes(), into)?;
    Ok(converted)
}
