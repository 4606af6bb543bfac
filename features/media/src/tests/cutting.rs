//! What a picture becomes, and what is not taken.

use basics::limits;
use image::{DynamicImage, ImageFormat, RgbaImage};
use proptest::prelude::*;

use super::made::{bands, encoded, jpeg, jpeg_with_exif, noise, png_that_claims};
use crate::{Format, Made, Refused, cut};

fn sizes(bytes: &[u8]) -> Vec<(u32, u32, Format)> {
    cut(bytes).unwrap().renditions.iter().map(|made| (made.width, made.height, made.format)).collect()
}

fn pixels(made: &Made) -> image::RgbImage {
    image::load_from_memory(&made.bytes).unwrap().to_rgb8()
}

#[test]
fn a_large_picture_is_cut_to_every_size() {
    let expected = [
        (96, 96, Format::Webp),
        (192, 144, Format::Webp),
        (320, 240, Format::Webp),
        (640, 480, Format::Webp),
        (1280, 960, Format::Webp),
        (640, 480, Format::Jpeg),
    ];
    assert_eq!(sizes(&jpeg(1600, 1200)), expected);
    assert_eq!(sizes(&encoded(bands(1600, 1200), ImageFormat::Png)), expected);
    assert_eq!(sizes(&encoded(bands(1600, 1200), ImageFormat::WebP)), expected);
}

#[test]
fn a_small_picture_is_never_made_larger() {
    let expected = [(60, 60, Format::Webp), (100, 60, Format::Webp), (100, 60, Format::Jpeg)];
    assert_eq!(sizes(&jpeg(100, 60)), expected);
}

#[test]
fn a_tower_of_a_picture_is_bounded_in_height() {
    assert_eq!(sizes(&jpeg(200, 4000))[1..3], [(14, 288, Format::Webp), (24, 480, Format::Webp)]);
}

#[test]
fn even_noise_keeps_to_the_budgets() {
    let cut = cut(&encoded(noise(1400, 1000), ImageFormat::Jpeg)).unwrap();
    for made in cut.renditions.iter().filter(|made| made.format == Format::Webp) {
        let budget = match made.width {
            ..=96 => 3,
            97..=192 => 4,
            193..=320 => 8,
            321..=640 => 35,
            _ => 120,
        };
        assert!(made.bytes.len() <= budget * 1024, "{} px weighs {}", made.width, made.bytes.len());
    }
    assert_eq!(cut.renditions[4].width, 1280);
}

#[test]
fn a_picture_taken_sideways_stands_upright() {
    let cut = cut(&jpeg_with_exif(400, 200, 6)).unwrap();
    assert_eq!((cut.width, cut.height), (200, 400));
    let whole = pixels(&cut.renditions[2]);
    assert_eq!(whole.dimensions(), (200, 400));
    let red = |x, y| whole.get_pixel(x, y)[0] > 180 && whole.get_pixel(x, y)[1] < 90;
    assert!(red(195, 5), "the red corner turns to the top right");
    assert!(!red(5, 5));
}

#[test]
fn place_and_camera_are_gone() {
    let with_place = jpeg_with_exif(300, 300, 1);
    let holds = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
    assert!(holds(&with_place, b"GPS") && holds(&with_place, b"Exif"));
    for made in cut(&with_place).unwrap().renditions {
        assert!(!holds(&made.bytes, b"GPS") && !holds(&made.bytes, b"Exif") && !holds(&made.bytes, b"EXIF"));
    }
}

#[test]
fn transparency_stays_in_webp_and_is_white_in_jpeg() {
    let mut png = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(RgbaImage::new(200, 200)).write_to(&mut png, ImageFormat::Png).unwrap();
    let cut = cut(&png.into_inner()).unwrap();
    assert_eq!(image::load_from_memory(&cut.renditions[1].bytes).unwrap().to_rgba8().get_pixel(9, 9)[3], 0);
    assert!(pixels(cut.renditions.last().unwrap()).get_pixel(9, 9)[0] > 250);
}

#[test]
fn what_is_no_picture_is_refused() {
    assert_eq!(cut(b"").unwrap_err(), Refused::Kind);
    assert_eq!(cut(b"<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap_err(), Refused::Kind);
    assert_eq!(cut(b"GIF89a\x01\0\x01\0").unwrap_err(), Refused::Kind);
}

#[test]
fn a_picture_cut_off_is_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(bands(300, 300), format);
        let refusal = cut(&whole[..whole.len() / 2]).unwrap_err();
        assert!(matches!(refusal, Refused::Broken { .. }), "{format:?}: {refusal:?}");
    }
}

#[test]
fn a_bomb_is_refused_by_its_header() {
    let bomb = png_that_claims(60_000, 60_000);
    assert_eq!(cut(&bomb).unwrap_err(), Refused::TooManyPixels { width: 60_000, height: 60_000 });
}

#[test]
fn a_heavy_file_is_refused_unread() {
    let heavy = vec![0xFF; limits::PICTURE_BYTES as usize + 1];
    assert!(matches!(cut(&heavy).unwrap_err(), Refused::TooLarge { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn damaged_bytes_never_break_the_program(at in 0usize..2000, byte: u8, format in 0usize..3) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][format];
        let mut bytes = encoded(bands(40, 30), format);
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = cut(&bytes);
    }
}
