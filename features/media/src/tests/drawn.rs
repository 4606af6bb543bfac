//! How a page draws a picture.

use super::made::jpeg;
use crate::{Drawn, Picture, Rendition, cut};

fn picture(width: u32, height: u32) -> Picture {
    let made = cut(&jpeg(width, height)).unwrap();
    let renditions = made.renditions.iter().enumerate().map(|(nth, made)| Rendition {
        width: made.width,
        height: made.height,
        format: made.format,
        key: format!("{nth}.{}", made.format.ending()),
        bytes: made.bytes.len() as u64,
    });
    Picture { hash: String::new(), width: made.width, height: made.height, renditions: renditions.collect() }
}

#[test]
fn a_picture_offers_every_width_up_to_the_one_that_is_wanted() {
    let picture = picture(1500, 1000);
    let Drawn { src, srcset, width, height, bytes } = picture.drawn(640).unwrap();
    assert_eq!(srcset, "/media/1.webp 192w, /media/2.webp 320w, /media/3.webp 640w");
    assert_eq!((src.as_str(), width, height), ("/media/3.webp", 640, 427));
    assert_eq!(bytes, picture.best(640).unwrap().bytes);
    assert_eq!(picture.drawn(5000).unwrap().width, 1280, "the widest there is");
}

#[test]
fn one_width_needs_no_choice() {
    let small = picture(100, 80).drawn(640).unwrap();
    assert_eq!((small.width, small.height, small.srcset.as_str()), (100, 80, ""));
    assert_eq!(Picture { renditions: Vec::new(), ..picture(100, 80) }.drawn(640), None);
}
