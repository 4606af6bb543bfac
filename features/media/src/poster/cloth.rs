//! A pattern that recalls printed cloth: rows of diamonds and dots.

use tiny_skia::{FillRule, PathBuilder, Pixmap, Transform};

use super::{Colour, RED, SUN, TEAL, fill};

/// Side of one diamond, in pixels.
const STEP: f32 = 72.0;

/// A strip of small diamonds.
pub(super) fn strip(canvas: &mut Pixmap, left: f32, top: f32, right: f32, bottom: f32) {
    fill(canvas, left, top, right - left, bottom - top, RED);
    let side = bottom - top;
    let mut x = left + side / 2.0;
    let mut nth = 0;
    while x < right + side {
        diamond(canvas, x, top + side / 2.0, side * 0.42, if nth % 2 == 0 { SUN } else { TEAL });
        x += side;
        nth += 1;
    }
}

/// The whole field at the left.
pub(super) fn field(canvas: &mut Pixmap, width: f32, height: f32) {
    fill(canvas, 0.0, 0.0, width, height, SUN);
    let (columns, rows) = ((width / STEP) as i32 + 2, (height / STEP) as i32 + 2);
    for row in 0..rows {
        for column in 0..columns {
            let shift = if row % 2 == 0 { 0.0 } else { STEP / 2.0 };
            let (x, y) = (column as f32 * STEP - shift, row as f32 * STEP * 0.9);
            // Nothing reaches over the edge of the field.
            if x + STEP * 0.4 > width {
                continue;
            }
            diamond(canvas, x, y, STEP * 0.4, if row % 2 == 0 { RED } else { TEAL });
            diamond(canvas, x, y, STEP * 0.16, SUN);
        }
    }
}

fn diamond(canvas: &mut Pixmap, x: f32, y: f32, reach: f32, colour: Colour) {
    let mut path = PathBuilder::new();
    path.move_to(x, y - reach);
    path.line_to(x + reach, y);
    path.line_to(x, y + reach);
    path.line_to(x - reach, y);
    path.close();
    if let Some(path) = path.finish() {
        canvas.fill_path(&path, &colour.paint(), FillRule::Winding, Transform::identity(), None);
    }
}
