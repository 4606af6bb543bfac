//! Damage, and things that only begin like pictures.

use image::ImageFormat;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::{CANARY, below, seeds};

pub(super) fn whole(random: &mut ChaCha8Rng) -> Vec<u8> {
    seeds::any(random)
}

pub(super) fn cut_off(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = seeds::any(random);
    bytes.truncate(below(random, bytes.len()));
    bytes
}

pub(super) fn changed(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = seeds::any(random);
    spoil(random, &mut bytes);
    bytes
}

/// Changes 1 to 40 bytes.
pub(super) fn spoil(random: &mut ChaCha8Rng, bytes: &mut [u8]) {
    for _ in 0..=below(random, 40) {
        let at = below(random, bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte = [0, 0xFF, 0x7F, random.random()][below(random, 4)];
        }
    }
}

pub(super) fn lost(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = seeds::any(random);
    let from = below(random, bytes.len());
    let to = (from + 1 + below(random, 64)).min(bytes.len());
    bytes.drain(from..to);
    bytes
}

pub(super) fn twice(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = seeds::any(random);
    let from = below(random, bytes.len());
    let to = (from + 1 + below(random, 600)).min(bytes.len());
    let again = bytes[from..to].to_vec();
    for _ in 0..=below(random, 50) {
        bytes.splice(to..to, again.iter().copied());
    }
    bytes
}

pub(super) fn noise(random: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = seeds::any(random);
    bytes.truncate(below(random, 60));
    bytes.extend((0..below(random, 20_000)).map(|_| random.random::<u8>()));
    bytes
}

pub(super) fn something_else(random: &mut ChaCha8Rng) -> Vec<u8> {
    let text = format!("<!doctype html><script>alert('{CANARY}')</script>");
    let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'><script>{CANARY}</script></svg>");
    let others: [&[u8]; 12] = [
        b"",
        b"\xFF\xD8\xFF",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x04\0\0\0WEBP",
        text.as_bytes(),
        svg.as_bytes(),
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
        b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0",
        b"II*\0\x08\0\0\0\0\0\0\0",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"%PDF-1.7\n1 0 obj\n<< >>\nendobj",
        b"PK\x03\x04\x14\0\0\0\x08\0",
    ];
    others[below(random, others.len())].to_vec()
}

/// A picture that goes on as a page or an archive, or begins as one.
pub(super) fn two_kinds(random: &mut ChaCha8Rng) -> Vec<u8> {
    let page = format!("<!doctype html><script>alert('{CANARY}')</script>PK\x05\x06{CANARY}");
    let mut bytes = seeds::any(random);
    match below(random, 3) {
        0 => bytes.extend(page.bytes()),
        1 => {
            let second = seeds::encoded(random, ImageFormat::Jpeg);
            bytes.extend(second);
        }
        _ => bytes = [page.as_bytes(), &bytes].concat(),
    }
    bytes
}
