//! Contact sheets of every drawing, to look at: `cargo run -p sample --example sheet -- FOLDER`.
use image::{RgbImage, imageops};
use sample::*;
fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "sheets".to_owned());
    std::fs::create_dir_all(&folder)?;
    let mut sheet = RgbImage::new(6 * 320, 5 * 320);
    for i in 0..30u32 {
        let mut look = Look::new(Head::ALL[i as usize % 11]);
        if i % 7 == 3 {
            look = look.glasses();
        }
        if i % 11 >= 5 && i % 3 == 0 {
            look = look.bearded();
        }
        if i % 10 == 9 {
            look = look.grey();
        }
        let p = portrait(&format!("seed{i}"), look).pixels(320)?;
        imageops::replace(&mut sheet, &p, i64::from(i % 6 * 320), i64::from(i / 6 * 320));
    }
    sheet.save(format!("{folder}/portraits.png"))?;
    let mut sheet = RgbImage::new(3 * 640, 2 * 640);
    for (n, i) in [0u32, 5, 8, 9, 12, 28].iter().enumerate() {
        let n = n as i64;
        let mut look = Look::new(Head::ALL[*i as usize % 11]);
        if *i == 9 {
            look = look.grey().bearded();
        }
        let p = portrait(&format!("seed{i}"), look).pixels(640)?;
        imageops::replace(&mut sheet, &p, n % 3 * 640, n / 3 * 640);
    }
    sheet.save(format!("{folder}/big.png"))?;
    let mut sheet = RgbImage::new(8 * 300, 4 * 300);
    for (n, m) in Motif::ALL.into_iter().enumerate() {
        let d = drawn(&format!("{m:?}"), m, Palette::ALL[(n * 3) % 8]);
        let p = d.pixels(if m.tall() { 220 } else { 292 })?;
        let n = n as i64;
        imageops::replace(&mut sheet, &p, n % 8 * 300, n / 8 * 300);
    }
    sheet.save(format!("{folder}/works.png"))?;
    let mut sheet = RgbImage::new(8 * 200, 2 * 200);
    for (n, m) in Sign::ALL.into_iter().enumerate() {
        let p = logo(&format!("{m:?}"), m, Palette::ALL[(n * 3) % 8]).pixels(200)?;
        let n = n as i64;
        imageops::replace(&mut sheet, &p, n % 8 * 200, n / 8 * 200);
    }
    sheet.save(format!("{folder}/logos.png"))?;
    Ok(())
}
