//! WAV: a row of chunks. Form and samples are kept; titles, places and programs in other chunks are not.

use super::sound::Heard;

/// Samples as numbers, as fractions, in A-law and µ-law, and as the longer form says: what browsers play.
const FORMS: [u16; 5] = [1, 3, 6, 7, 0xFFFE];

pub(super) fn heard(bytes: &[u8]) -> Heard {
    let (mut form, mut rest) = (None, bytes.get(12..)?);
    while let Some((name, length)) = head(rest) {
        let body = rest.get(8..)?;
        match name {
            b"fmt " => form = Some(body.get(..length).filter(|form| (16..=40).contains(&form.len()))?),
            b"data" => return written(form?, body.get(..length)?),
            _ => {}
        }
        // Chunks begin at even places.
        rest = body.get(length + length % 2..)?;
    }
    None
}

fn head(bytes: &[u8]) -> Option<(&[u8; 4], usize)> {
    let (name, rest) = bytes.split_first_chunk::<4>()?;
    Some((name, u32::from_le_bytes(*rest.first_chunk()?) as usize))
}

fn written(form: &[u8], samples: &[u8]) -> Heard {
    let two = |at: usize| usize::from(u16::from_le_bytes([form[at], form[at + 1]]));
    let rate = u32::from_le_bytes([form[4], form[5], form[6], form[7]]) as usize;
    let (kind, channels, block) = (two(0), two(2), two(12));
    let plays = FORMS.iter().any(|form| usize::from(*form) == kind);
    if !plays || !(1..=8).contains(&channels) || !(4_000..=192_000).contains(&rate) || block == 0 || block > 64 {
        return None;
    }
    let samples = &samples[..samples.len() / block * block];
    // The longer form is written as it came but for its end, which could hold anything.
    let form = if kind == 0xFFFE { form } else { &form[..16] };
    let mut kept = Vec::with_capacity(samples.len() + 60);
    let all = 4 + 8 + form.len() + 8 + samples.len() + samples.len() % 2;
    for piece in [b"RIFF", &(all as u32).to_le_bytes()[..], b"WAVE", b"fmt ", &(form.len() as u32).to_le_bytes(), form]
    {
        kept.extend_from_slice(piece);
    }
    for piece in [b"data", &(samples.len() as u32).to_le_bytes()[..], samples, &[0][..samples.len() % 2]] {
        kept.extend_from_slice(piece);
    }
    Some((kept, (samples.len() / block * 1000 / rate) as u64))
}
