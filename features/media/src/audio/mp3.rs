//! MPEG audio, layer III: a row of frames (ISO 11172-3, 13818-3). Frames are kept; tags before, between and after are not.

use super::sound::Heard;

/// Fewer frames are no recording: a quarter of a second.
const FEWEST: usize = 10;
/// Kilobits a second by index, for version 1 and for versions 2 and 2.5.
const BITRATES: [[usize; 16]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
];
const RATES: [usize; 4] = [44_100, 48_000, 32_000, 0];

struct Frame {
    length: usize,
    samples: usize,
    rate: usize,
}

impl Frame {
    /// The frame that begins with these bytes.
    fn read(bytes: &[u8]) -> Option<Self> {
        let [0xFF, kind, sizes, ..] = *bytes else { return None };
        if kind >> 5 != 0b111 || kind >> 1 & 3 != 1 {
            return None;
        }
        // 2.5, nothing, 2, 1.
        let (table, slower) = match kind >> 3 & 3 {
            0 => (1, 4),
            2 => (1, 2),
            3 => (0, 1),
            _ => return None,
        };
        let bitrate = BITRATES[table][usize::from(sizes >> 4)];
        let rate = RATES[usize::from(sizes >> 2 & 3)] / slower;
        if bitrate == 0 || rate == 0 {
            return None;
        }
        let samples = if table == 0 { 1152 } else { 576 };
        let length = samples / 8 * bitrate * 1000 / rate + usize::from(sizes >> 1 & 1);
        Some(Self { length, samples, rate })
    }
}

pub(super) fn heard(bytes: &[u8]) -> Heard {
    let mut rest = after_tags(bytes)?;
    let (whole, mut kept, mut frames, mut milliseconds) = (rest.len(), Vec::with_capacity(rest.len()), 0, 0.0);
    let mut rate = None;
    while rest.len() >= 4 {
        match Frame::read(rest).filter(|frame| goes_on(rest, frame, rate)) {
            Some(frame) => {
                kept.extend_from_slice(&rest[..frame.length]);
                rest = &rest[frame.length..];
                frames += 1;
                milliseconds += frame.samples as f64 * 1000.0 / frame.rate as f64;
                rate = Some(frame.rate);
            }
            None => rest = &rest[1..],
        }
    }
    // What is mostly something else only looks like sound here and there.
    (frames >= FEWEST && kept.len() * 2 > whole).then_some((kept, milliseconds as u64))
}

/// A frame is one when it is whole, has the rate of those before, and another or the end follows it.
fn goes_on(bytes: &[u8], frame: &Frame, rate: Option<usize>) -> bool {
    let Some(after) = bytes.get(frame.length..) else { return false };
    if rate.is_some_and(|rate| rate != frame.rate) {
        return false;
    }
    rate.is_some() || Frame::read(after).is_some_and(|next| next.rate == frame.rate)
}

/// What follows the tags at the beginning (ID3v2: ten bytes, four of them the length in seven bits each).
fn after_tags(mut bytes: &[u8]) -> Option<&[u8]> {
    while let [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] = *bytes {
        let length = [a, b, c, d].iter().fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7F));
        let footer = if flags & 0x10 == 0 { 0 } else { 10 };
        bytes = bytes.get(10 + length + footer..)?;
    }
    Some(bytes)
}
