//! Limits that more than one room must agree on. Lengths are in characters unless they say bytes.

pub const HANDLE: usize = 40;
pub const NAME: usize = 120;
pub const LINE: usize = 200;
pub const TEXT: usize = 40_000;
pub const QUERY: usize = 200;
pub const FACETS: usize = 12;
/// Cards on one page of a list.
pub const PAGE: i64 = 24;
/// One imported document, in bytes.
pub const DOCUMENT_BYTES: u64 = 4 * 1024 * 1024;
/// One uploaded or imported picture, in bytes (safety.md, Uploads).
pub const PICTURE_BYTES: u64 = 8 * 1024 * 1024;
/// One uploaded or imported picture, in pixels (safety.md, Uploads).
pub const PICTURE_PIXELS: u64 = 40_000_000;
/// One uploaded recording, in bytes.
pub const AUDIO_BYTES: u64 = 10 * 1024 * 1024;
