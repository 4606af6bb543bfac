//! Which files from elsewhere could be ours.

use image::ImageFormat;

use super::{made, sounds::wav};
use crate::{cut, is_ours, sound};

#[test]
fn what_we_cut_and_hear_is_ours_and_nothing_else_is() {
    let cut = cut(&made::jpeg(1400, 2600)).unwrap();
    for made in &cut.renditions {
        assert!(is_ours(&made.bytes, made.format.ending()), "{} × {}", made.width, made.height);
    }
    let webp = &cut.renditions[1].bytes;
    let heard = sound(&wav(2)).unwrap().bytes;
    assert!(is_ours(&heard, "wav"));
    for (what, bytes, ending) in [
        ("a page", b"<html><script>alert(1)</script>".to_vec(), "webp"),
        ("a page as a recording", b"<html><script>alert(1)</script>".to_vec(), "mp3"),
        ("another format than it says", webp.clone(), "jpg"),
        ("a picture as a recording", webp.clone(), "ogg"),
        ("a recording of another kind", heard.clone(), "mp3"),
        ("a camera's notes", made::jpeg_with_exif(60, 40, 1), "jpg"),
        ("larger than we show", made::jpeg(1500, 900), "jpg"),
        ("a kind that we do not make", made::encoded(made::bands(60, 40), ImageFormat::Png), "webp"),
        ("a recording with more than sound", wav(2), "wav"),
        ("an ending that we do not know", heard.clone(), "exe"),
        ("cut off", webp[..20].to_vec(), "webp"),
    ] {
        assert!(!is_ours(&bytes, ending), "{what}");
    }
    assert!(is_ours(&made::jpeg(60, 40), "jpg"));
}
