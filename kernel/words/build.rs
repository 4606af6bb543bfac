fn main() -> words_build::Result<()> {
    words_build::generate("text")?;
    words_build::generate("src/tests/sample")
}
