//! Turns `text/*.po` and the words of `vocabulary/*.po` into typed functions.

fn main() -> words_build::Result<()> {
    words_build::generate("text")?;
    words_build::generate("vocabulary")
}
