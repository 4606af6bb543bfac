//! Everything beside the pixels: where and when, with which camera, and what programs hide there.

use image::ImageFormat;
use rand_chacha::ChaCha8Rng;

use super::{CANARY, below, bytes::spoil, seeds};

/// Some times the canary, in some noise.
fn junk(random: &mut ChaCha8Rng, most: usize) -> Vec<u8> {
    let mut junk: Vec<u8> = CANARY.bytes().cycle().take(1 + below(random, most)).collect();
    if below(random, 2) == 0 {
        spoil(random, &mut junk);
    }
    junk.extend(CANARY.bytes());
    junk
}

/// A JPEG with these segments behind its first marker.
fn with_segments(random: &mut ChaCha8Rng, segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let plain = if below(random, 4) == 0 { seeds::progressive() } else { seeds::encoded(random, ImageFormat::Jpeg) };
    let mut bytes = plain[..2].to_vec();
    for (marker, segment) in segments {
        let segment = &segment[..segment.len().min(65_000)];
        bytes.extend([0xFF, *marker]);
        bytes.extend((segment.len() as u16 + 2).to_be_bytes());
        bytes.extend(segment);
    }
    bytes.extend(&plain[2..]);
    bytes
}

/// An EXIF block that turns the picture, names a place, and may point at itself.
fn exif_block(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    let next = if below(random, 3) == 0 { 8_u32 } else { 0 };
    block.extend(2u16.to_le_bytes());
    block.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, below(random, 12) as u8, 0, 0, 0]);
    block.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0]);
    block.extend([8_u32, 38, 0xFFFF_FFF0][below(random, 3)].to_le_bytes());
    block.extend(next.to_le_bytes());
    block.extend(b"GPS -13.66 33.87 ");
    block.extend(junk(random, 30_000));
    block
}

pub(super) fn exif(random: &mut ChaCha8Rng) -> Vec<u8> {
    let blocks: Vec<_> =
        (0..=below(random, 4)).map(|_| (0xE1, [b"Exif\0\0".as_slice(), &exif_block(random)].concat())).collect();
    with_segments(random, &blocks)
}

pub(super) fn xmp(random: &mut ChaCha8Rng) -> Vec<u8> {
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>".as_slice(), &junk(random, 40_000)].concat();
    let press = [b"Photoshop 3.0\08BIM\x04\x04\0\0".as_slice(), &junk(random, 2000)].concat();
    let (comment, other) = (junk(random, 60_000), junk(random, 500));
    let marker = 0xE3 + below(random, 12) as u8;
    with_segments(random, &[(0xE1, xmp), (0xED, press), (0xFE, comment), (marker, other)])
}

pub(super) fn profile(random: &mut ChaCha8Rng) -> Vec<u8> {
    let parts = (0..1 + below(random, 5)).map(|nth| {
        let count = [1, 2, 0, 255][below(random, 4)];
        let mut part = [b"ICC_PROFILE\0".as_slice(), &[nth as u8 + 1, count]].concat();
        part.extend(match below(random, 2) {
            0 => [b"\0\0\x02\x0cZmka\x02\x10\0\0mntrRGB XYZ ".as_slice(), &junk(random, 3000)].concat(),
            _ => junk(random, 30_000),
        });
        (0xE2, part)
    });
    let parts: Vec<_> = parts.collect();
    with_segments(random, &parts)
}

pub(super) fn chunks(random: &mut ChaCha8Rng) -> Vec<u8> {
    let plain = seeds::encoded(random, ImageFormat::Png);
    // Behind the header: signature, length, name, 13 bytes, sum.
    let mut bytes = plain[..33].to_vec();
    let names: [&[u8; 4]; 9] = [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME", b"acTL", b"zmKa", b"gAMA"];
    for _ in 0..=below(random, 6) {
        let name = names[below(random, names.len())];
        let start: &[u8] = if name == b"tEXt" || name == b"iCCP" { b"Comment\0" } else { b"" };
        let content = if name == b"eXIf" { exif_block(random) } else { [start, &junk(random, 20_000)].concat() };
        bytes.extend((content.len() as u32).to_be_bytes());
        let named = [name.as_slice(), &content].concat();
        bytes.extend(&named);
        bytes.extend(crc(&named).to_be_bytes());
    }
    bytes.extend(&plain[33..]);
    bytes
}

pub(super) fn riff(random: &mut ChaCha8Rng) -> Vec<u8> {
    let plain = seeds::encoded(random, ImageFormat::WebP);
    let mut wide = b"VP8X\x0a\0\0\0\x2c\0\0\0".to_vec();
    // 14 bits of width and of height, as the picture itself has them.
    let size = plain.get(21..25).map_or(0, |size| u32::from_le_bytes([size[0], size[1], size[2], size[3]]));
    wide.extend_from_slice(&(size & 0x3FFF).to_le_bytes()[..3]);
    wide.extend_from_slice(&((size >> 14) & 0x3FFF).to_le_bytes()[..3]);
    let mut bytes = [&plain[..12], &wide, &plain[12..]].concat();
    for name in [b"ICCP", b"EXIF", b"XMP ", b"ZMKA"] {
        let mut content = if name == b"EXIF" { exif_block(random) } else { junk(random, 9000) };
        content.resize(content.len().next_multiple_of(2), 0);
        bytes.extend(name);
        bytes.extend((content.len() as u32).to_le_bytes());
        bytes.extend(content);
    }
    let length = (bytes.len() as u32 - 8).to_le_bytes();
    bytes[4..8].copy_from_slice(&length);
    bytes
}

pub(super) fn damaged(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = [exif, xmp, profile, chunks, riff][below(random, 5)](random);
    spoil(random, &mut bytes);
    bytes
}

/// The sum at the end of a PNG chunk.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
