//! JPEG: what its header says it will need, and its pixels.

use image::{DynamicImage, GrayImage, RgbImage, metadata::Orientation};
use zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};

use crate::{Refused, decode::Opened};

/// Scans in one picture: cameras and editors write one to twelve; each costs a walk over the whole picture.
const SCANS: usize = 30;

/// What stands before the first scan.
#[derive(Debug, PartialEq)]
pub(crate) struct Frame {
    pub width: u32,
    pub height: u32,
    /// Sampling of each component: across, down.
    components: Vec<(u8, u8)>,
    /// All coefficients are held until the end: several scans make one picture.
    in_scans: bool,
}

impl Frame {
    /// Bytes the decoder will hold at once.
    pub fn memory(&self) -> u64 {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let shown = pixels * if self.components.len() == 1 { 1 } else { 3 };
        if !self.in_scans {
            return shown;
        }
        let across = self.components.iter().map(|(across, _)| *across).max().unwrap_or(1).max(1);
        let down = self.components.iter().map(|(_, down)| *down).max().unwrap_or(1).max(1);
        let sampled: u64 = self.components.iter().map(|(a, d)| u64::from(*a) * u64::from(*d)).sum();
        shown + 2 * pixels * sampled / (u64::from(across) * u64::from(down))
    }
}

/// Reads the header; `None` when it is none. The end marker is asked for too, since the decoder fills what is missing
/// with grey: it must follow the last scan.
pub(crate) fn frame(bytes: &[u8]) -> Option<Frame> {
    let mut frame = None;
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1).filter(|_| bytes.get(at) == Some(&0xFF))?;
        if matches!(marker, 0xFF) {
            at += 1;
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at + 4..(at + 2 + length).max(at + 4))?;
        match marker {
            0xC0..=0xC2 => frame = Some(start_of_frame(marker, segment)?),
            0xDA => {
                let mut frame: Frame = frame?;
                frame.in_scans |= usize::from(*segment.first()?) < frame.components.len();
                return Some(frame);
            }
            _ => {}
        }
        at += 2 + length.max(2);
    }
}

fn start_of_frame(marker: u8, segment: &[u8]) -> Option<Frame> {
    let side = |at: usize| Some(u32::from(u16::from_be_bytes([*segment.get(at)?, *segment.get(at + 1)?])));
    let count = usize::from(*segment.get(5)?);
    let components = segment.get(6..6 + 3 * count)?.chunks(3).map(|part| (part[1] >> 4, part[1] & 15)).collect();
    Some(Frame { width: side(3)?, height: side(1)?, components, in_scans: marker == 0xC2 })
}

/// Whether the end marker follows the last scan.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    let last = |marker: u8| bytes.windows(2).rposition(|pair| pair == [0xFF, marker]);
    last(0xD9) > last(0xDA)
}

pub(crate) fn open(bytes: &[u8]) -> Result<Opened, Refused> {
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::MAX)
        .set_max_height(usize::MAX)
        .jpeg_set_max_scans(SCANS);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(broken)?;
    let grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let space = if grey { ColorSpace::Luma } else { ColorSpace::RGB };
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(space));
    let orientation = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif));
    let profile = decoder.icc_profile();
    let (width, height) = decoder.dimensions().ok_or_else(|| Refused::broken("it has no size"))?;
    let mut pixels = vec![0; width * height * if grey { 1 } else { 3 }];
    decoder.decode_into(&mut pixels).map_err(broken)?;
    let (width, height) = (width as u32, height as u32);
    let image = if grey {
        GrayImage::from_raw(width, height, pixels).map(DynamicImage::ImageLuma8)
    } else {
        RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8)
    };
    let image = image.ok_or_else(|| Refused::broken("its pixels do not fill it"))?;
    Ok(Opened { image, orientation: orientation.unwrap_or(Orientation::NoTransforms), profile })
}

fn broken(error: zune_jpeg::errors::DecodeErrors) -> Refused {
    // The debug form holds the cause in words; the other one repeats it line by line.
    Refused::broken(format!("{error:?}").lines().next().unwrap_or_default())
}
