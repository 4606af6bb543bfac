//! Little files that are, or say they are, very large pictures.

use std::{io::Cursor, sync::LazyLock};

use image::{DynamicImage, GrayImage, ImageFormat};
use rand_chacha::ChaCha8Rng;

use super::{below, metadata::crc, seeds};

const SIDES: [u32; 6] = [0, 30_001, 50_000, 65_535, 0x7FFF_FFFF, 0xFFFF_FFFF];

/// The header is changed, the pixels are few.
pub(super) fn claims(random: &mut ChaCha8Rng) -> Vec<u8> {
    let (width, height) = (SIDES[below(random, SIDES.len())], SIDES[below(random, SIDES.len())]);
    match below(random, 3) {
        0 => {
            let mut bytes = seeds::encoded(random, ImageFormat::Png);
            bytes[16..20].copy_from_slice(&width.to_be_bytes());
            bytes[20..24].copy_from_slice(&height.to_be_bytes());
            let sum = crc(&bytes[12..29]);
            bytes[29..33].copy_from_slice(&sum.to_be_bytes());
            bytes
        }
        1 => {
            let mut bytes = seeds::encoded(random, ImageFormat::Jpeg);
            let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0] || pair == [0xFF, 0xC2]);
            if let Some(at) = frame {
                bytes[at + 5..at + 7].copy_from_slice(&(height as u16).to_be_bytes());
                bytes[at + 7..at + 9].copy_from_slice(&(width as u16).to_be_bytes());
            }
            bytes
        }
        _ => {
            let body = seeds::encoded(random, ImageFormat::WebP);
            let mut wide = b"VP8X\x0a\0\0\0\0\0\0\0".to_vec();
            wide.extend_from_slice(&width.to_le_bytes()[..3]);
            wide.extend_from_slice(&height.to_le_bytes()[..3]);
            [&body[..12], &wide, &body[12..]].concat()
        }
    }
}

/// A hundred kilobytes that become 36 million pixels; most times fewer, so that many can be tried.
pub(super) fn bomb(random: &mut ChaCha8Rng) -> Vec<u8> {
    static FLAT: LazyLock<[Vec<u8>; 4]> = LazyLock::new(|| {
        let kinds =
            [(6000, ImageFormat::Png), (6000, ImageFormat::Jpeg), (2000, ImageFormat::Png), (2000, ImageFormat::Jpeg)];
        kinds.map(|(side, format)| flat(side, side, format))
    });
    let large = below(random, 8) == 0;
    FLAT[below(random, 2) + if large { 0 } else { 2 }].clone()
}

fn flat(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let image = DynamicImage::ImageLuma8(GrayImage::from_pixel(width, height, image::Luma([90])));
    // Into memory: what cannot be written is an empty file, which is refused like the rest.
    if image.write_to(&mut bytes, format).is_err() { Vec::new() } else { bytes.into_inner() }
}

/// One pixel wide or high.
pub(super) fn thin(random: &mut ChaCha8Rng) -> Vec<u8> {
    let long = 1 + below(random, 29_000) as u32;
    let (width, height) = if below(random, 2) == 0 { (long, 1) } else { (1, long) };
    flat(width, height, [ImageFormat::Png, ImageFormat::Jpeg][below(random, 2)])
}

/// The last scan, again and again: each is a walk over the whole picture.
pub(super) fn scans(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = seeds::progressive();
    let (end, scan) = (bytes.len() - 2, bytes.windows(2).rposition(|pair| pair == [0xFF, 0xDA]));
    let scan = bytes[scan.unwrap_or(end)..end].to_vec();
    for _ in 0..10 + below(random, 400) {
        bytes.splice(end..end, scan.iter().copied());
    }
    bytes
}
