//! Whether a file that came from elsewhere is one that this room could have made: a picture as we show it, with nothing
//! beside its pixels; a recording with nothing beside its sound. Hash and name say nothing of that.

use std::{collections::HashSet, io::Cursor};

use image::{
    ImageDecoder,
    codecs::{jpeg::JpegDecoder, webp::WebPDecoder},
};

use crate::{
    Format, Kind, Picture, Recording,
    header::{self, Kind as Begins},
    size, sound,
};

/// Looks at the bytes of a file with this ending (`webp`, `jpg`, `mp3`, `m4a`, `ogg`, `wav`). Pixels are not decoded.
pub fn is_ours(bytes: &[u8], ending: &str) -> bool {
    match Kind::from_ending(ending) {
        Some(kind) => sound(bytes).is_ok_and(|heard| heard.kind == kind && heard.bytes == bytes),
        None => is_rendition(bytes, ending).unwrap_or(false),
    }
}

/// Of the kind it is called, no larger than we cut, and without profile, notes of a camera or a second picture.
fn is_rendition(bytes: &[u8], ending: &str) -> Option<bool> {
    let head = header::look(bytes).ok()?;
    let bare = match (head.kind, ending) {
        (Begins::Webp, "webp") => {
            let decoder = WebPDecoder::new(Cursor::new(bytes)).ok()?;
            !decoder.has_animation() && says_nothing(decoder)
        }
        (Begins::Jpeg, "jpg") => says_nothing(JpegDecoder::new(Cursor::new(bytes)).ok()?),
        _ => false,
    };
    let (width, height) = (head.width, head.height);
    Some(bare && size::fit(width, height, size::LARGEST) == (width, height))
}

fn says_nothing(mut decoder: impl ImageDecoder) -> bool {
    let told = [decoder.icc_profile(), decoder.exif_metadata(), decoder.xmp_metadata(), decoder.iptc_metadata()];
    told.into_iter().all(|told| told.is_ok_and(|told| told.is_none_or(|bytes| bytes.is_empty())))
}

impl Picture {
    /// Whether all its renditions are among these keys of the file store, each of the format it says.
    pub fn is_whole(&self, files: &HashSet<String>) -> bool {
        let is_there = |file: Option<String>, format: Format| {
            file.is_some_and(|file| file.ends_with(&format!(".{}", format.ending())) && files.contains(&file))
        };
        self.renditions.iter().all(|rendition| is_there(rendition.file(), rendition.format))
    }
}

impl Recording {
    /// Whether its file is among these keys of the file store, of the kind it says.
    pub fn is_whole(&self, files: &HashSet<String>) -> bool {
        self.file.ends_with(&format!(".{}", self.kind.ending())) && files.contains(&self.file)
    }
}
