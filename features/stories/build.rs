//! Turns `text/*.po` into typed functions.

fn main() -> words_build::Result<()> {
    words_build::generate("text")
}
