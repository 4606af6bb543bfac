//! Writes a dirty site to try the import on: `cargo run -p sample --example dirty -- FOLDER [FILES] [SEED]`.

use std::path::Path;

use sample::{dirty_site, faults};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "dirty-site".to_owned());
    let files = arguments.next().map_or(Ok(1_000), |files| files.parse())?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    dirty_site(Path::new(&folder), files, seed)?;
    println!("{files} files in {folder}");
    for (fault, count) in faults(files, seed) {
        println!("{count:6} {fault:?}");
    }
    Ok(())
}
