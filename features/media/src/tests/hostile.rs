//! Pictures that mean harm. A few of each kind here; `cargo run --release -p media --example hostile` tries 10,000.

use std::collections::BTreeMap;

use sample::{CANARY, hostile};

use super::clean::only_pixels;
use crate::{Format, Refused, cut};

#[test]
fn nothing_breaks_and_nothing_but_pixels_comes_out() {
    let mut taken: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for number in 0..360 {
        let sent = hostile(number);
        let told = taken.entry(sent.kind).or_default();
        match cut(&sent.bytes) {
            Ok(cut) => {
                told.0 += 1;
                for made in &cut.renditions {
                    only_pixels(&made.bytes, CANARY).unwrap_or_else(|why| panic!("{number} ({}): {why}", sent.kind));
                    assert_eq!(made.format == Format::Jpeg, made.bytes.starts_with(&[0xFF, 0xD8]));
                }
            }
            Err(_) => told.1 += 1,
        }
    }
    println!("taken and refused: {taken:?}");
    assert!(taken["whole"].1 == 0, "{taken:?}");
    for kind in ["EXIF", "XMP and comments", "PNG chunks", "WebP chunks", "a colour profile"] {
        assert!(taken[kind].0 > 5, "{kind}: metadata alone is no reason to refuse a picture ({taken:?})");
    }
    for kind in ["something else", "claims to be huge", "noise behind a beginning"] {
        assert!(taken[kind].1 > 15, "{kind}: {taken:?}");
    }
}

#[test]
fn scans_without_end_are_given_up() {
    let refused = (0..400).map(hostile).filter(|sent| sent.kind == "scans without end");
    let refused: Vec<_> = refused.filter_map(|sent| cut(&sent.bytes).err()).collect();
    assert!(refused.len() > 15 && refused.iter().all(|why| matches!(why, Refused::Broken { .. })), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_all_at_once_waits_or_is_asked_to_come_again() {
    let sent = super::made::jpeg(640, 480);
    let all = (0..60).map(|_| tokio::spawn(crate::cut_aside(sent.clone().into())));
    let (mut cut, mut busy) = (0, 0);
    for one in all.collect::<Vec<_>>() {
        match one.await.unwrap() {
            Ok(_) => cut += 1,
            Err(Refused::Busy) => busy += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(cut >= 24 && busy > 0 && cut + busy == 60, "{cut} cut, {busy} sent away");
}
