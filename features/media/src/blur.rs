//! Squares of a picture made unrecognisable before it is shown: a face, a name on a door.

use files::Files;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use crate::{Cut, Picture, Refused, cut::renditions, hash, keep::put, pool, pool::Deadline, serve};

/// Squares side by side over a picture: on the smallest phone each is wide enough for a finger.
pub const ACROSS: u32 = 6;
/// What remains of a square: so many colours across and down.
const CELLS: u32 = 2;
/// Opening one of our own renditions, in bytes.
const MEMORY: u64 = 16 << 20;

/// How many squares lie above each other, so that they are about square.
pub fn squares_down(picture: &Picture) -> u32 {
    let down = f64::from(ACROSS) * f64::from(picture.height) / f64::from(picture.width.max(1));
    (down.round() as u32).clamp(2, 2 * ACROSS)
}

/// The picture with these squares blurred (from 1, line by line), cut anew from its largest rendition; the files are in
/// the store. Nothing can be computed back: four colours are all that remains of a square. Whoever showed the picture
/// shows the new one from now on and lets go of the old ([`crate::let_go`]).
///
/// # Errors
/// Inside, [`Refused`] when the file store has lost it or too many pictures are being opened; outside, the file store.
pub async fn blur(files: &Files, picture: &Picture, squares: &[u32]) -> anyhow::Result<Result<Picture, Refused>> {
    let largest = picture.best(u32::MAX).map(|rendition| rendition.key.clone()).unwrap_or_default();
    let Some(bytes) = serve::bytes(files, &largest).await? else {
        return Ok(Err(Refused::broken("its file is lost")));
    };
    let name = hash(format!("{} {squares:?}", picture.hash).as_bytes());
    let (squares, down) = (squares.to_vec(), squares_down(picture));
    let cut = pool::in_turn(MEMORY, move |deadline| cut_covered(&bytes, &squares, down, deadline));
    match cut.await {
        Ok(cut) => put(files, name, cut).await.map(Ok),
        Err(refused) => Ok(Err(refused)),
    }
}

fn cut_covered(bytes: &[u8], squares: &[u32], down: u32, deadline: &Deadline) -> Result<Cut, Refused> {
    let open = image::load_from_memory_with_format(bytes, ImageFormat::WebP).map_err(Refused::broken)?;
    let clear = open.color().has_alpha();
    let mut pixels = open.into_rgba8();
    for square in squares.iter().filter(|square| (1..=ACROSS * down).contains(*square)) {
        cover(&mut pixels, (square - 1) % ACROSS, (square - 1) / ACROSS, down);
    }
    let covered = DynamicImage::ImageRgba8(pixels);
    let covered = if clear { covered } else { DynamicImage::ImageRgb8(covered.into_rgb8()) };
    let renditions = renditions(&covered, deadline)?;
    Ok(Cut { width: covered.width(), height: covered.height(), renditions })
}

/// Paints one square with the means of its cells.
fn cover(pixels: &mut RgbaImage, column: u32, row: u32, down: u32) {
    let (width, height) = pixels.dimensions();
    let edge = |nth: u32, of: u32, length: u32| (u64::from(nth) * u64::from(length) / u64::from(of)) as u32;
    for cell in 0..CELLS * CELLS {
        let (x, y) = (column * CELLS + cell % CELLS, row * CELLS + cell / CELLS);
        let across = edge(x, ACROSS * CELLS, width)..edge(x + 1, ACROSS * CELLS, width);
        let downwards = edge(y, down * CELLS, height)..edge(y + 1, down * CELLS, height);
        let places = || downwards.clone().flat_map(|y| across.clone().map(move |x| (x, y)));
        let mut sums = [0_u64; 4];
        for (x, y) in places() {
            sums.iter_mut().zip(pixels.get_pixel(x, y).0).for_each(|(sum, value)| *sum += u64::from(value));
        }
        let count = places().count().max(1) as u64;
        places().for_each(|(x, y)| pixels.put_pixel(x, y, Rgba(sums.map(|sum| (sum / count) as u8))));
    }
}
