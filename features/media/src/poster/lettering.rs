//! Words on a poster, in the Latin letters of an embedded font, shaped as the font wants it (kerning, marks).

use std::sync::LazyLock;

use harfrust::{
    Buffer, Font, GlyphId, ShapeOptions, ShaperFont,
    font::glyph::outline::{DrawMemory, DrawOptions, PathSink},
    shape,
};
use tiny_skia::{FillRule, PathBuilder, Pixmap, Transform};

use super::Colour;

const REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");

static FONTS: LazyLock<[Option<Font>; 2]> = LazyLock::new(|| [REGULAR, BOLD].map(|bytes| Font::new(bytes, 0)));

/// More letters than fit on a poster; those after them are not looked at.
const MOST: usize = 300;
/// From one line to the next, in parts of the size.
const LEADING: f32 = 1.28;
/// From the top of a line to the feet of its letters, in parts of the size.
const ASCENT: f32 = 1.02;

#[derive(Clone, Copy)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    fn font(self) -> Option<&'static Font> {
        FONTS[self as usize].as_ref()
    }
}

/// The text in letters that the font has, on one line; `None` when less than two thirds of it could be drawn.
pub(super) fn drawable(text: &str) -> Option<String> {
    let charmap = Weight::Regular.font()?.charmap();
    let known = |letter: &char| letter.is_whitespace() || charmap.map_unicode(*letter).is_some();
    let all = text.chars().filter(|letter| !letter.is_whitespace()).count();
    let drawn: String = text.chars().filter(known).collect();
    let left = drawn.chars().filter(|letter| !letter.is_whitespace()).count();
    (left * 3 >= all * 2 && left > 0).then(|| drawn.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// One line as glyphs, in pixels from its beginning.
struct Shaped {
    glyphs: Vec<(GlyphId, f32, f32)>,
    width: f32,
}

/// Text broken into lines of one size.
pub(super) struct Lines {
    lines: Vec<Shaped>,
    size: f32,
    weight: Weight,
}

impl Lines {
    /// The text in the first of these sizes in which it fits into so many lines of this width; in the last one, what
    /// does not fit is cut off.
    pub fn fit(text: &str, weight: Weight, sizes: &[f32], width: f32, most: usize) -> Self {
        let mut fitted = Self { lines: Vec::new(), size: 0.0, weight };
        let text = text.char_indices().nth(MOST).map_or(text, |(end, _)| &text[..end]);
        for size in sizes {
            let (lines, whole) = broken(text, weight, *size, width, most);
            fitted = Self { lines, size: *size, weight };
            if whole {
                break;
            }
        }
        fitted
    }

    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * self.size * LEADING
    }

    pub fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// Draws with the upper left corner here.
    pub fn draw(&self, canvas: &mut Pixmap, left: f32, top: f32, colour: Colour) {
        let Some(font) = self.weight.font() else { return };
        let outlines = font.outline_glyphs();
        let mut pen = Pen { path: PathBuilder::new(), x: 0.0, y: 0.0 };
        for (nth, line) in self.lines.iter().enumerate() {
            for (glyph, x, y) in &line.glyphs {
                pen.x = left + x;
                pen.y = top + self.size * (ASCENT + nth as f32 * LEADING) - y;
                let options = DrawOptions::new().with_ppem(Some(self.size));
                if let Some(outline) = outlines.get(*glyph)
                    && let Err(cause) = outline.draw(&options, DrawMemory::Scratch, &mut pen)
                {
                    tracing::warn!(%cause, "a letter cannot be drawn: its place in the picture stays empty");
                }
            }
        }
        if let Some(path) = pen.path.finish() {
            canvas.fill_path(&path, &colour.paint(), FillRule::Winding, Transform::identity(), None);
        }
    }
}

/// Lines broken between words, and whether all of the text is in them.
fn broken(text: &str, weight: Weight, size: f32, width: f32, most: usize) -> (Vec<Shaped>, bool) {
    let (mut lines, mut words) = (Vec::new(), text.split_whitespace().peekable());
    while words.peek().is_some() && lines.len() < most {
        let mut line = String::new();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
            if !line.is_empty() && shaped(&longer, weight, size).width > width {
                break;
            }
            line = longer;
            words.next();
        }
        let last = lines.len() + 1 == most && words.peek().is_some();
        lines.push(within(line, weight, size, width, last));
    }
    let whole = words.peek().is_none() && lines.iter().all(|line| line.width <= width);
    (lines, whole)
}

/// One line, shortened until it fits; with an ellipsis when something is missing.
fn within(mut line: String, weight: Weight, size: f32, width: f32, mut cut: bool) -> Shaped {
    loop {
        let shown = if cut { format!("{}…", line.trim_end()) } else { line.clone() };
        let shaped = shaped(&shown, weight, size);
        if shaped.width <= width || line.pop().is_none() {
            return shaped;
        }
        cut = true;
    }
}

fn shaped(text: &str, weight: Weight, size: f32) -> Shaped {
    let nothing = Shaped { glyphs: Vec::new(), width: 0.0 };
    let Some(font) = weight.font() else { return nothing };
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    if shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::new()).is_err() {
        return nothing;
    }
    let scale = size / f32::from(font.units_per_em().max(1));
    let mut x = 0.0;
    let mut glyphs = Vec::with_capacity(buffer.len());
    for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        glyphs.push((GlyphId::new(info.glyph_id), x + place.x_offset as f32 * scale, place.y_offset as f32 * scale));
        x += place.x_advance as f32 * scale;
    }
    Shaped { glyphs, width: x }
}

/// Puts outlines where the pen stands; in a font upwards is more, on a canvas less.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx0, self.y - cy0, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.cubic_to(self.x + cx0, self.y - cy0, self.x + cx1, self.y - cy1, self.x + x, self.y - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
