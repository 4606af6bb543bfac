//! The picture that stands for a page where somebody passes its address on: name, one line, portrait, pattern.

mod cloth;
mod kept;
mod lettering;

use image::{DynamicImage, RgbImage, imageops};
use tiny_skia::{Color, Paint, Pixmap, Rect, Transform};

use crate::{Refused, encode, size};
use lettering::{Lines, Weight};

pub use kept::Posters;

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;
/// What previews take (reach.md, *WhatsApp*).
const BYTES: usize = 150 * 1024;
/// Width of the portrait at the left, and of the words at the right.
const LEFT: u32 = 460;
const WORDS: f32 = 620.0;
const MARGIN: f32 = 60.0;

/// What a poster says; all of it must be for everybody.
#[derive(Clone, Debug, Default)]
pub struct Poster {
    pub name: String,
    /// What is drawn when the name has letters that our font has not.
    pub handle: String,
    /// Craft and place in one line.
    pub facts: String,
    /// What they say of themselves; empty for nothing.
    pub line: String,
    /// The portal's name.
    pub site: String,
    /// Bytes of a rendition, when there is a portrait.
    pub portrait: Option<bytes::Bytes>,
}

impl Poster {
    /// The same for the same content: what a poster is kept under.
    pub fn hash(&self) -> String {
        let words = [&self.name, &self.handle, &self.facts, &self.line, &self.site].map(|text| text.replace('\0', ""));
        let portrait = self.portrait.as_deref().map(crate::hash).unwrap_or_default();
        crate::hash(format!("1\0{}\0{portrait}", words.join("\0")).as_bytes())
    }

    /// A JPEG of 1200 × 630 pixels and at most 150 KB.
    ///
    /// # Errors
    /// [`Refused::Broken`] when it cannot be drawn.
    pub fn draw(&self) -> Result<Vec<u8>, Refused> {
        let mut canvas = Pixmap::new(WIDTH, HEIGHT).ok_or_else(|| Refused::broken("no canvas"))?;
        canvas.fill(PAPER.color());
        cloth::strip(&mut canvas, LEFT as f32, HEIGHT as f32 - 36.0, WIDTH as f32, HEIGHT as f32);
        if self.portrait.is_none() {
            cloth::field(&mut canvas, LEFT as f32, HEIGHT as f32);
            self.letter(&mut canvas);
        }
        self.words(&mut canvas);
        let mut image = flattened(&canvas);
        if let Some(portrait) = &self.portrait {
            let open = image::load_from_memory(portrait).map_err(Refused::broken)?;
            let face = size::resize(&DynamicImage::ImageRgb8(open.into_rgb8()), (LEFT, HEIGHT), Some((0.5, 0.3)))?;
            imageops::replace(&mut image, &face.into_rgb8(), 0, 0);
        }
        light(DynamicImage::ImageRgb8(image))
    }

    fn words(&self, canvas: &mut Pixmap) {
        let left = LEFT as f32 + MARGIN;
        let name = lettering::drawable(&self.name).unwrap_or_else(|| self.handle.clone());
        let facts = Lines::fit(&lettering::drawable(&self.facts).unwrap_or_default(), Weight::Bold, &[30.0], WORDS, 1);
        let name = Lines::fit(&name, Weight::Bold, &[76.0, 64.0, 52.0], WORDS, 2);
        let line = Lines::fit(&lettering::drawable(&self.line).unwrap_or_default(), Weight::Regular, &[36.0], WORDS, 3);
        let mut top = (HEIGHT as f32 - 110.0 - facts.height() - name.height() - line.height()) / 2.0;
        for (lines, colour) in [(facts, LINK), (name, INK), (line, SOFT)] {
            lines.draw(canvas, left, top, colour);
            top += lines.height();
        }
        let site = Lines::fit(&lettering::drawable(&self.site).unwrap_or_default(), Weight::Bold, &[28.0], WORDS, 1);
        site.draw(canvas, left, HEIGHT as f32 - 100.0, INK);
    }

    /// Where there is no portrait: the first letter, on the cloth.
    fn letter(&self, canvas: &mut Pixmap) {
        let shown = lettering::drawable(&self.name).unwrap_or_else(|| self.handle.clone());
        let letter = shown.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('·').to_uppercase().to_string();
        let (x, y, side) = (LEFT as f32 / 2.0 - 130.0, HEIGHT as f32 / 2.0 - 130.0, 260.0);
        fill(canvas, x, y, side, side, PAPER);
        let lines = Lines::fit(&letter, Weight::Bold, &[190.0], side, 1);
        lines.draw(canvas, x + (side - lines.width()) / 2.0, y + (side - lines.height()) / 2.0, INK);
    }
}

/// A colour of the house, as style.css has it.
#[derive(Clone, Copy)]
struct Colour(u8, u8, u8);

const PAPER: Colour = Colour(0xFF, 0xFC, 0xF8);
const INK: Colour = Colour(0x2C, 0x12, 0x20);
const SOFT: Colour = Colour(0x6B, 0x4C, 0x57);
const LINK: Colour = Colour(0x9B, 0x24, 0x17);
const SUN: Colour = Colour(0xF8, 0xB4, 0x2C);
const RED: Colour = Colour(0xB3, 0x30, 0x1C);
const TEAL: Colour = Colour(0x11, 0x62, 0x5A);

impl Colour {
    fn color(self) -> Color {
        Color::from_rgba8(self.0, self.1, self.2, 255)
    }

    fn paint(self) -> Paint<'static> {
        let mut paint = Paint { anti_alias: true, ..Paint::default() };
        paint.set_color(self.color());
        paint
    }
}

fn fill(canvas: &mut Pixmap, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        canvas.fill_rect(rect, &colour.paint(), Transform::identity(), None);
    }
}

/// The canvas is opaque everywhere.
fn flattened(canvas: &Pixmap) -> RgbImage {
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        canvas.pixel(x, y).map_or(image::Rgb([255; 3]), |pixel| image::Rgb([pixel.red(), pixel.green(), pixel.blue()]))
    })
}

/// As good as the weight allows.
fn light(image: DynamicImage) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    for quality in [86, 76, 64, 48, 30] {
        bytes = encode::jpeg(&image, quality)?;
        if bytes.len() <= BYTES {
            break;
        }
    }
    Ok(bytes)
}
