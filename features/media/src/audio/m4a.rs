//! AAC in MP4 (ISO 14496-12): boxes inside boxes. What sound needs stays where it is, since other boxes point to it by
//! place; every other box becomes empty space, and times and names become nothing.

use super::{
    sound::Heard,
    sound::SoundRefused::{self, Broken, Kind},
};

/// Which boxes stay, by the box they stand in. `moov` and its like hold boxes themselves.
const STAY: [(&[u8; 4], &[&[u8; 4]]); 7] = [
    (b"file", &[b"ftyp", b"moov", b"mdat"]),
    (b"moov", &[b"mvhd", b"trak"]),
    (b"trak", &[b"tkhd", b"edts", b"mdia"]),
    (b"edts", &[b"elst"]),
    (b"mdia", &[b"mdhd", b"hdlr", b"minf"]),
    (b"minf", &[b"smhd", b"dinf", b"stbl"]),
    (b"stbl", &[b"stsd", b"stts", b"ctts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss", b"sgpd", b"sbgp"]),
];

#[derive(Default)]
struct Found {
    tracks: usize,
    sound: bool,
    milliseconds: u64,
}

pub(super) fn heard(bytes: &[u8]) -> Result<Heard, SoundRefused> {
    let (mut kept, mut found) = (bytes.to_vec(), Found::default());
    clean(&mut kept, b"file", &mut found)?;
    // A second track may be a film, or words: its bytes would stay, so such files are not taken at all.
    if found.tracks != 1 || !found.sound {
        return Err(Kind);
    }
    Ok(Some((kept, found.milliseconds)))
}

fn clean(mut bytes: &mut [u8], within: &[u8; 4], found: &mut Found) -> Result<(), SoundRefused> {
    let stay = STAY.iter().find(|(name, _)| *name == within).map_or(&[][..], |(_, stay)| *stay);
    while !bytes.is_empty() {
        let (name, head, length) = head(bytes).ok_or(Broken)?;
        let (this, rest) = std::mem::take(&mut bytes).split_at_mut(length);
        bytes = rest;
        let body = &mut this[head..];
        if name == *b"moof" {
            return Err(Kind);
        }
        if !stay.contains(&&name) {
            this[4..8].copy_from_slice(b"free");
            this[head..].fill(0);
        } else if STAY.iter().any(|(holder, _)| **holder == name) {
            found.tracks += usize::from(name == *b"trak");
            clean(body, &name, found)?;
        } else {
            note(body, &name, found).ok_or(Broken)?;
        }
    }
    Ok(())
}

/// Name, length of the head and length of the box that begins here.
fn head(bytes: &[u8]) -> Option<([u8; 4], usize, usize)> {
    let said = u32::from_be_bytes(*bytes.first_chunk()?) as usize;
    let name = *bytes.get(4..8)?.first_chunk()?;
    let (head, length) = match said {
        0 => (8, bytes.len()),
        1 => (16, usize::try_from(u64::from_be_bytes(*bytes.get(8..16)?.first_chunk()?)).ok()?),
        said => (8, said),
    };
    (head <= length && length <= bytes.len()).then_some((name, head, length))
}

/// Reads what we want to know of a box that stays, and takes out what nobody needs to know.
fn note(body: &mut [u8], name: &[u8; 4], found: &mut Found) -> Option<()> {
    match name {
        b"mvhd" | b"tkhd" | b"mdhd" => {
            let long = *body.first()? == 1;
            body.get_mut(4..if long { 20 } else { 12 })?.fill(0);
            if name == b"mdhd" {
                found.milliseconds = duration(body, long)?;
            }
        }
        b"hdlr" => {
            found.sound |= body.get(8..12)? == b"soun";
            body.get_mut(24..)?.fill(0);
        }
        _ => {}
    }
    Some(())
}

fn duration(body: &[u8], long: bool) -> Option<u64> {
    let number = |at: usize| Some(u64::from(u32::from_be_bytes(*body.get(at..)?.first_chunk()?)));
    let (scale, length) = if long {
        (number(20)?, u64::from_be_bytes(*body.get(24..)?.first_chunk()?))
    } else {
        (number(12)?, number(16)?)
    };
    length.checked_mul(1000)?.checked_div(scale)
}
