//! What a recording becomes, and what is not taken. Recordings are made here, by rule.

use ogg::{
    PacketWriteEndInfo::{EndPage, EndStream},
    PacketWriter,
};
use proptest::prelude::*;

use crate::{Kind, SoundRefused, sound};

/// What must not come out.
const SECRET: &[u8] = b"GPS -13.66 33.87 by Amina";

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|here| here == part)
}

/// A box of MP4, or with `le` a chunk of WAV.
fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32 + 8).to_be_bytes()[..], name, body].concat()
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [name, &(body.len() as u32).to_le_bytes()[..], body, &[0][..body.len() % 2]].concat()
}

pub(super) fn wav(seconds: usize) -> Vec<u8> {
    let mut form = Vec::new();
    form.extend([1u16, 1].map(u16::to_le_bytes).concat());
    form.extend([8000u32, 16000].map(u32::to_le_bytes).concat());
    form.extend([2u16, 16].map(u16::to_le_bytes).concat());
    let samples: Vec<u8> = (0..8000 * seconds).flat_map(|n| (((n % 80) as i16 - 40) * 300).to_le_bytes()).collect();
    let chunks = [
        chunk(b"LIST", SECRET),
        chunk(b"fmt ", &form),
        chunk(b"bext", SECRET),
        chunk(b"data", &samples),
        chunk(b"id3 ", SECRET),
    ];
    let body = [b"WAVE".to_vec(), chunks.concat()].concat();
    [b"RIFF".to_vec(), (body.len() as u32).to_le_bytes().to_vec(), body].concat()
}

/// 128 kbit/s at 44.1 kHz: 417 bytes a frame.
fn mp3(frames: usize) -> Vec<u8> {
    let frame = [&[0xFF, 0xFB, 0x90, 0x64][..], &[0; 413]].concat();
    let tag = [b"ID3\x04\0\0\0\0\0".as_slice(), &[SECRET.len() as u8], SECRET].concat();
    let mut old = [b"TAG".as_slice(), SECRET].concat();
    old.resize(128, b' ');
    [tag, frame.repeat(frames), old].concat()
}

fn opus(seconds: usize) -> Vec<u8> {
    let head = [b"OpusHead\x01\x01".as_slice(), &312u16.to_le_bytes(), &48_000u32.to_le_bytes(), &[0, 0, 0]].concat();
    let tags = [b"OpusTags".as_slice(), &(SECRET.len() as u32).to_le_bytes(), SECRET, &[0; 4]].concat();
    let mut writer = PacketWriter::new(Vec::new());
    writer.write_packet(head, 7, EndPage, 0).unwrap();
    writer.write_packet(tags, 7, EndPage, 0).unwrap();
    writer.write_packet(SECRET.to_vec(), 9, EndPage, 0).unwrap();
    for nth in 1..=seconds {
        let end = if nth == seconds { EndStream } else { EndPage };
        writer.write_packet(vec![nth as u8; 200], 7, end, nth as u64 * 48_000 + 312).unwrap();
    }
    writer.into_inner()
}

fn track(kind: &[u8; 4]) -> Vec<u8> {
    let head = |times: usize| [vec![0; 4], vec![9; 8], vec![0; times]].concat();
    let mut length = [vec![0; 4], vec![9; 8]].concat();
    length.extend([8000u32, 24_000].map(u32::to_be_bytes).concat());
    let handler = [&[0; 8][..], kind, &[0; 12], SECRET].concat();
    let table = boxed(b"stbl", &[boxed(b"stsd", b"sound"), boxed(b"stco", &[0, 0, 0, 9])].concat());
    let media = [boxed(b"mdhd", &length), boxed(b"hdlr", &handler), boxed(b"minf", &table)].concat();
    boxed(b"trak", &[boxed(b"tkhd", &head(8)), boxed(b"mdia", &media), boxed(b"udta", SECRET)].concat())
}

fn m4a(tracks: &[&[u8; 4]]) -> Vec<u8> {
    let head = boxed(b"mvhd", &[vec![0; 4], vec![9; 8], vec![0; 20]].concat());
    let tracks: Vec<u8> = tracks.iter().flat_map(|kind| track(kind)).collect();
    let tags = boxed(b"udta", &boxed(b"meta", SECRET));
    let movie = boxed(b"moov", &[head, tracks, tags].concat());
    [boxed(b"ftyp", b"M4A \0\0\0\0"), boxed(b"uuid", SECRET), movie, boxed(b"mdat", &[5; 3000]), boxed(b"free", SECRET)]
        .concat()
}

fn every() -> [(Kind, Vec<u8>, u64); 4] {
    [
        (Kind::Wav, wav(3), 3000),
        (Kind::Mp3, mp3(100), 2612),
        (Kind::Ogg, opus(3), 3000),
        (Kind::M4a, m4a(&[b"soun"]), 3000),
    ]
}

#[test]
fn sound_stays_and_everything_else_goes() {
    for (kind, bytes, milliseconds) in every() {
        assert!(holds(&bytes, SECRET), "{kind:?}");
        let heard = sound(&bytes).unwrap();
        assert_eq!((heard.kind, heard.milliseconds), (kind, milliseconds));
        assert!(!holds(&heard.bytes, SECRET) && !holds(&heard.bytes, b"Amina"), "{kind:?}");
        assert_eq!(sound(&heard.bytes).unwrap(), heard, "{kind:?}: nothing is left to take out");
    }
}

#[test]
fn boxes_of_mp4_stay_where_others_point_to() {
    let (before, after) = (m4a(&[b"soun"]), sound(&m4a(&[b"soun"])).unwrap().bytes);
    let place = |bytes: &[u8]| bytes.windows(4).position(|here| here == b"mdat");
    assert_eq!((before.len(), place(&before)), (after.len(), place(&after)));
    assert!(!holds(&after, &[9; 8]), "when it was made is gone");
}

#[test]
fn what_is_no_sound_is_not_taken() {
    for (bytes, refused) in [
        (b"".to_vec(), SoundRefused::Kind),
        (b"<html>".to_vec(), SoundRefused::Kind),
        (b"GIF89a".to_vec(), SoundRefused::Kind),
        (m4a(&[b"soun", b"vide"]), SoundRefused::Kind),
        (m4a(&[b"vide"]), SoundRefused::Kind),
        (m4a(&[]), SoundRefused::Kind),
        (mp3(5), SoundRefused::Broken),
        ([mp3(20), vec![b'x'; 40_000]].concat(), SoundRefused::Broken),
        (opus(0), SoundRefused::Broken),
        (b"RIFF\0\0\0\0WAVEdata\x04\0\0\0abcd".to_vec(), SoundRefused::Broken),
        (vec![0xFF; 11 * 1024 * 1024], SoundRefused::TooLarge { bytes: 11 * 1024 * 1024 }),
    ] {
        assert_eq!(sound(&bytes).unwrap_err(), refused, "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(20)]));
    }
    for (kind, bytes, _) in every() {
        let cut = sound(&bytes[..bytes.len() / 2]);
        assert!(cut.is_err() || kind == Kind::Mp3 || kind == Kind::Ogg, "{kind:?}: what has come is heard, or nothing");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn damaged_recordings_never_break_the_program(which in 0usize..4, at: usize, bytes: [u8; 6], cut: usize) {
        let mut recording = every()[which].1.clone();
        let at = at % (recording.len() - 6);
        recording[at..at + 6].copy_from_slice(&bytes);
        let _ = sound(&recording);
        let _ = sound(&recording[..cut % recording.len()]);
    }
}
