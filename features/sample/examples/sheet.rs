//! Contact sheets of every drawing of the sample, to look at: `cargo run -p sample --example sheet -- FOLDER`.

use image::{Rgb, RgbImage, imageops};
use sample::{Drawing, community, logo, portrait, work};

/// Writes `drawings` as one PNG: cells of `width` × `height` pixels, `columns` in a row.
fn sheet(path: &str, drawings: &[Drawing], columns: u32, (width, height): (u32, u32)) -> anyhow::Result<()> {
    let rows = (drawings.len() as u32).div_ceil(columns);
    let mut sheet = RgbImage::from_pixel(columns * width, rows * height, Rgb([245, 241, 234]));
    for (at, drawing) in (0..).zip(drawings) {
        let fitting = (height * drawing.width / drawing.height).min(width) - 8;
        let pixels = drawing.pixels(fitting)?;
        let (x, y) = (at % columns * width + 4, at / columns * height + 4);
        imageops::replace(&mut sheet, &pixels, i64::from(x), i64::from(y));
    }
    sheet.save(path)?;
    Ok(())
}

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "sheets".to_owned());
    std::fs::create_dir_all(&folder)?;
    let community = community();
    let people = &community.people;
    let portraits: Vec<_> =
        people.iter().filter_map(|person| Some(portrait(&person.handle, person.portrait?))).collect();
    let works: Vec<_> =
        people.iter().flat_map(|person| person.works.iter().map(move |piece| work(person, piece))).collect();
    let logos: Vec<_> = community.organisations.iter().filter_map(logo).collect();
    sheet(&format!("{folder}/portraits.png"), &portraits, 10, (200, 200))?;
    sheet(&format!("{folder}/works.png"), &works, 8, (250, 190))?;
    sheet(&format!("{folder}/logos.png"), &logos, 5, (200, 200))?;
    Ok(())
}
