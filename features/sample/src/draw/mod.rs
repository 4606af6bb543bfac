//! Pictures drawn by the program itself: portraits, works and logos of the invented community.
//!
//! Each drawing is SVG built from simple shapes, the same for the same seed, and never needs a font.

mod canvas;
mod cloth;
mod logo;
mod paint;
mod portrait;
mod works;

use anyhow::{Context, Result};
use image::{ExtendedColorType, ImageEncoder, RgbImage, codecs::png};
use resvg::{tiny_skia, usvg};

pub use logo::{Sign, sign};
pub use paint::Palette;
pub use portrait::{Head, Look, portrait};
pub use works::{Motif, work_drawing};

use crate::{Kind, SampleOrganisation, SamplePerson, SampleWork};

/// Edge of a portrait and of a logo, in pixels.
pub const PORTRAIT: u32 = 640;
/// Long edge of a work, in pixels; the short edge is [`WORK_SHORT`].
pub const WORK_LONG: u32 = 800;
/// Short edge of a work, in pixels.
pub const WORK_SHORT: u32 = 600;

/// The picture of a work; a text gets a written sheet. The same for the same person and title.
pub fn work(person: &SamplePerson, work: &SampleWork) -> Drawing {
    let seed = format!("{}: {}", person.handle, work.title);
    match work.kind {
        Kind::Picture { motif, palette } => work_drawing(&seed, motif, palette),
        Kind::Text(_) => work_drawing(&seed, Motif::Page, Palette::Maize),
    }
}

/// The sign of an organisation, if it has one.
pub fn logo(organisation: &SampleOrganisation) -> Option<Drawing> {
    organisation.logo.map(|(shape, palette)| sign(&organisation.handle, shape, palette))
}

/// One finished drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    pub svg: String,
    /// Width in pixels at natural size.
    pub width: u32,
    /// Height in pixels at natural size.
    pub height: u32,
}

impl Drawing {
    /// The drawing as opaque pixels, `width` pixels wide; the height follows.
    ///
    /// Fails when the width is 0 or too large for memory.
    pub fn pixels(&self, width: u32) -> Result<RgbImage> {
        let tree = usvg::Tree::from_str(&self.svg, &usvg::Options::default()).context("a drawing is not valid SVG")?;
        let scale = width as f32 / self.width as f32;
        let height = (self.height as f32 * scale).round() as u32;
        let mut pixmap = tiny_skia::Pixmap::new(width, height).context("a drawing needs a size")?;
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        let opaque = pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        RgbImage::from_raw(width, height, opaque).context("a drawing has fewer pixels than it should")
    }

    /// The drawing as a PNG file, `width` pixels wide. Fails as [`Drawing::pixels`] does.
    pub fn png(&self, width: u32) -> Result<Vec<u8>> {
        let pixels = self.pixels(width)?;
        let mut bytes = Vec::new();
        png::PngEncoder::new_with_quality(&mut bytes, png::CompressionType::Fast, png::FilterType::Adaptive)
            .write_image(&pixels, pixels.width(), pixels.height(), ExtendedColorType::Rgb8)?;
        Ok(bytes)
    }
}
