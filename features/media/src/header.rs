//! What a picture is and what it will need, from its first bytes: nothing is decoded beyond the limits.

use std::io::Cursor;

use basics::limits;
use image::{ImageDecoder, codecs::webp::WebPDecoder};

use crate::{Refused, jpeg, png_rows, pool};

/// Longest side, in pixels: rows are held whole.
const SIDE: u32 = 30_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    Webp,
}

pub(crate) struct Header {
    pub kind: Kind,
    /// As stored, before it is turned upright.
    pub width: u32,
    pub height: u32,
    /// Bytes that decoding holds at once.
    pub memory: u64,
}

/// # Errors
/// [`Refused`] when it is no picture we take, or beyond the limits.
pub(crate) fn look(bytes: &[u8]) -> Result<Header, Refused> {
    if bytes.len() as u64 > limits::PICTURE_BYTES {
        return Err(Refused::TooLarge { bytes: bytes.len() as u64 });
    }
    let kind = kind(bytes)?;
    let (width, height, memory) = match kind {
        Kind::Jpeg => jpeg(bytes)?,
        Kind::Png => png_rows::header(bytes)?,
        Kind::Webp => webp(bytes)?,
    };
    match u64::from(width) * u64::from(height) {
        0 => Err(Refused::broken("it has no pixels")),
        pixels if pixels > limits::PICTURE_PIXELS || width.max(height) > SIDE => {
            Err(Refused::TooManyPixels { width, height })
        }
        _ if !pool::fits(memory) => Err(Refused::TooHeavy { megabytes: memory >> 20 }),
        _ => Ok(Header { kind, width, height, memory }),
    }
}

/// By the first bytes; names and declared types say nothing.
fn kind(bytes: &[u8]) -> Result<Kind, Refused> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Ok(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Kind::Webp),
        _ => Err(Refused::Kind),
    }
}

fn jpeg(bytes: &[u8]) -> Result<(u32, u32, u64), Refused> {
    let frame = jpeg::frame(bytes).ok_or_else(|| Refused::broken("its header cannot be read"))?;
    if !jpeg::is_whole(bytes) {
        return Err(Refused::broken("its end is missing"));
    }
    Ok((frame.width, frame.height, frame.memory()))
}

/// Without loss all pixels are held twice; with loss once, beside brightness and colour.
fn webp(bytes: &[u8]) -> Result<(u32, u32, u64), Refused> {
    let (width, height) = WebPDecoder::new(Cursor::new(bytes)).map_err(Refused::broken)?.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    Ok((width, height, pixels * 13 / 2))
}
