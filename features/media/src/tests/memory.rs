//! What this room may hold in memory beside the program itself.

use basics::limits::PICTURE_PIXELS;

use crate::{pool, upload::memory};

/// What the program holds after serving, in megabytes (bench/README.md), and what everything together may.
const PROGRAM: u64 = 67;
const EVERYTHING: u64 = 256;

#[test]
fn pictures_being_opened_and_files_arriving_fit_beside_the_program() {
    let bytes = (u64::from(pool::MEGABYTES) + memory::MEGABYTES) << 20;
    assert!(bytes.div_ceil(1_000_000) + PROGRAM <= EVERYTHING, "{bytes} bytes beside {PROGRAM} MB");
}

#[test]
fn an_ordinary_photograph_of_the_most_pixels_still_has_its_turn() {
    assert!(pool::fits(PICTURE_PIXELS * 3));
    assert!(!pool::fits(u64::from(pool::MEGABYTES) << 20), "what it holds beside its pixels counts");
}
