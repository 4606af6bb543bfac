//! PNG, row by row: what is larger than we show is made smaller while it is read, so that a picture of any size needs
//! little memory. Interlaced ones are held whole.

use std::io::Cursor;

use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage, metadata::Orientation};
use png::{Decoder, Limits, Reader, Transformations};

use crate::{Refused, decode::Opened, pool::Deadline, shrink::Shrink, size};

/// What the decoder may hold beside rows: its window, profile and metadata, in bytes.
const BESIDE: usize = 16 * 1024 * 1024;

type Rows<'b> = Reader<Cursor<&'b [u8]>>;

/// The header: width, height, and the bytes that decoding will hold at once.
pub(crate) fn header(bytes: &[u8]) -> Result<(u32, u32, u64), Refused> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: BESIDE });
    decoder.set_ignore_text_chunk(true);
    let info = decoder.read_header_info().map_err(Refused::broken)?;
    let (width, height) = (info.width, info.height);
    // Four channels of one byte at most, and two rows of the widest kind.
    let pixels = u64::from(width) * u64::from(height);
    let held = if info.interlaced { pixels * 4 } else { u64::from(width) * 16 + pixels.min(8 * SHOWN) * 4 };
    Ok((width, height, held))
}

/// Pixels of the largest picture we show.
const SHOWN: u64 = size::LARGEST as u64 * size::LARGEST as u64 * 3 / 2;

pub(crate) fn open(bytes: &[u8], deadline: &Deadline) -> Result<Opened, Refused> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: BESIDE });
    decoder.set_ignore_text_chunk(true);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(Refused::broken)?;
    let info = reader.info();
    let orientation = info.exif_metadata.as_ref().and_then(|exif| Orientation::from_exif_chunk(exif));
    let profile = info.icc_profile.as_ref().map(|profile| profile.to_vec());
    let image = if info.interlaced { whole(&mut reader)? } else { by_rows(&mut reader, deadline)? };
    Ok(Opened { image, orientation: orientation.unwrap_or(Orientation::NoTransforms), profile })
}

fn whole(reader: &mut Rows) -> Result<DynamicImage, Refused> {
    let bytes = reader.output_buffer_size().ok_or_else(|| Refused::broken("it has no size"))?;
    let mut pixels = vec![0; bytes];
    let frame = reader.next_frame(&mut pixels).map_err(Refused::broken)?;
    image(frame.width, frame.height, reader.output_color_type().0.samples(), pixels)
}

fn by_rows(reader: &mut Rows, deadline: &Deadline) -> Result<DynamicImage, Refused> {
    let (width, height) = (reader.info().width, reader.info().height);
    let channels = reader.output_color_type().0.samples();
    let mut shrink = Shrink::new(width, height, channels);
    for row in 0..height {
        if row % 64 == 0 {
            deadline.check()?;
        }
        let Some(read) = reader.next_row().map_err(Refused::broken)? else {
            return Err(Refused::broken("its end is missing"));
        };
        shrink.row(read.data());
    }
    let (width, height, pixels) = shrink.finish();
    image(width, height, channels, pixels)
}

fn image(width: u32, height: u32, channels: usize, pixels: Vec<u8>) -> Result<DynamicImage, Refused> {
    let image = match channels {
        1 => GrayImage::from_raw(width, height, pixels).map(DynamicImage::ImageLuma8),
        2 => GrayAlphaImage::from_raw(width, height, pixels).map(DynamicImage::ImageLumaA8),
        3 => RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8),
        _ => RgbaImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8),
    };
    image.ok_or_else(|| Refused::broken("its pixels do not fill it"))
}
