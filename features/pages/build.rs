//! Turns `text/*.po` into typed functions, and lists the standing pages of `content/<lang>/` so that they lie in the
//! program itself.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> words_build::Result<()> {
    words_build::generate("text")?;
    let content = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../content").canonicalize()?;
    println!("cargo:rerun-if-changed={}", content.display());
    let mut rows = String::new();
    for folder in sorted(&content)?.iter().filter(|path| path.is_dir()) {
        for file in sorted(folder)?.iter().filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
            let (lang, slug) = (folder.file_name().unwrap_or_default(), file.file_stem().unwrap_or_default());
            rows.push_str(&format!("    ({lang:?}, {slug:?}, include_str!({file:?})),\n"));
        }
    }
    let list = format!("/// Language, slug and text.\nconst FILES: &[(&str, &str, &str)] = &[\n{rows}];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("content.rs"), list)?;
    Ok(())
}

/// What lies in a folder, by name, so that every build lists the same.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
