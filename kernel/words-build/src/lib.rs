//! Turns a room's interface texts (`text/en.po`, `text/sw.po`, `text/fr.po`) into typed functions while it is built.
//!
//! In a room's `build.rs`: `fn main() -> words_build::Result<()> { words_build::generate("text") }`, and in its
//! `lib.rs`: `mod text { words::include_text!(); }`. An entry's `msgctxt` is the function's name, its `msgid` the
//! English text, `{name}` a placeholder; `{count}` is a `u64`. How texts are shown belongs in `words`.

mod catalog;
mod emit;
mod fields;
mod house;
mod pseudo;
#[cfg(test)]
mod tests;

use std::{env, fs, path::Path};

use anyhow::Context;
pub use anyhow::Result;

/// Writes `$OUT_DIR/{last part of folder}.rs` from the PO files in `folder` (relative to the room's `Cargo.toml`).
///
/// Errors name the file and the entry. A text without translation is English and a warning of the build.
pub fn generate(folder: &str) -> Result<()> {
    println!("cargo:rerun-if-changed={folder}");
    let folder = Path::new(folder);
    let house = house::read(folder)?;
    for gap in &house.gaps {
        if !gap.ids.is_empty() {
            println!("cargo:warning={}/{}.po: not translated: {}", folder.display(), gap.tag, gap.ids.join(", "));
        }
    }
    let out = env::var("OUT_DIR").context("OUT_DIR is not set: this runs from a build.rs")?;
    let name = folder.file_name().context("the folder of texts has no name")?;
    let file = Path::new(&out).join(name).with_extension("rs");
    fs::write(&file, emit::module(&house)).with_context(|| format!("{} cannot be written", file.display()))
}
