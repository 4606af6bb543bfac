//! `dzaleka backup`: the database at one moment and every file it names, in one archive, while the portal serves.
//!
//! The archive is a zstd-compressed tar: `rows.jsonl` (one row a line, in the order tables are put back), the files,
//! and last `manifest.json` with the SHA-256 of each. A backup without a whole manifest is not a backup.

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

use anyhow::{Context, bail};
use basics::{Clock, SystemClock};
use config::Settings;
use db::Value;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::progress;
use crate::{Ended, cli::Backup, house};

/// What stands in `manifest.json`.
#[derive(Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    pub made_at: String,
    pub rows: u64,
    pub rows_sha256: String,
    /// Keys of the files; each carries its hash in its name.
    pub files: Vec<String>,
}

pub const FORMAT: u32 = 1;
pub const ROWS: &str = "rows.jsonl";
pub const FILES: &str = "files/";
pub const MANIFEST: &str = "manifest.json";

type Archive = tar::Builder<zstd::Encoder<'static, BufWriter<File>>>;

pub async fn run(settings: &Settings, ask: &Backup) -> anyhow::Result<Ended> {
    if ask.file.exists() {
        bail!("{} is already there. Choose another name, so that no backup is overwritten.", ask.file.display());
    }
    let house = house::open(settings).await?;
    let unfinished = ask.file.with_extension("unfinished");
    let made = write(&house, &unfinished).await;
    if made.is_err() && unfinished.exists() {
        fs::remove_file(&unfinished).with_context(|| format!("{} is incomplete; remove it", unfinished.display()))?;
    }
    let manifest = made?;
    fs::rename(&unfinished, &ask.file).with_context(|| format!("{} cannot be written", ask.file.display()))?;
    println!("{} rows and {} files are in {}.", manifest.rows, manifest.files.len(), ask.file.display());
    println!("It holds personal details: keep it safe, and delete it after 35 days.");
    Ok(Ended::Fine)
}

async fn write(house: &house::House, path: &Path) -> anyhow::Result<Manifest> {
    let file = private(path).with_context(|| format!("{} cannot be written", path.display()))?;
    let mut archive = tar::Builder::new(zstd::Encoder::new(BufWriter::new(file), 6)?);
    let rows = rows(house, path, &mut archive).await;
    let aside = path.with_extension("rows");
    if aside.exists() {
        fs::remove_file(&aside)?;
    }
    let (rows, rows_sha256) = rows?;
    let files = files(house, &mut archive).await?;
    let manifest = Manifest { format: FORMAT, made_at: SystemClock.now().rfc3339(), rows, rows_sha256, files };
    add(&mut archive, MANIFEST, &serde_json::to_vec_pretty(&manifest)?)?;
    let file = archive.into_inner()?.finish()?.into_inner().context("the backup cannot be finished")?;
    file.sync_all()?;
    Ok(manifest)
}

/// All rows go to a file beside the archive first: a tar entry must know its length.
async fn rows(house: &house::House, path: &Path, archive: &mut Archive) -> anyhow::Result<(u64, String)> {
    let aside = path.with_extension("rows");
    let mut out = BufWriter::new(private(&aside)?);
    let (send, receive) = std::sync::mpsc::sync_channel::<Vec<u8>>(1024);
    let writer = tokio::task::spawn_blocking(move || -> std::io::Result<(u64, String)> {
        let (mut count, mut hash) = (0, Sha256::new());
        for line in receive {
            hash.update(&line);
            out.write_all(&line)?;
            count += 1;
        }
        out.flush()?;
        Ok((count, basics::hex(hash.finalize())))
    });
    let dumped = house.db.dump(move |table, values| {
        let line = row(table.name, &values);
        send.send(line).map_err(|error| db::Error::Unwritable(error.to_string()))
    });
    let dumped = dumped.await;
    let written = writer.await?.context("the backup cannot be written; is the disk full?")?;
    dumped?;
    archive.append_path_with_name(&aside, ROWS)?;
    Ok(written)
}

/// A new file that only its owner may read.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn row(table: &str, values: &[Value]) -> Vec<u8> {
    let values: Vec<serde_json::Value> = values
        .iter()
        .map(|value| match value {
            Value::Null => serde_json::Value::Null,
            Value::Int(number) => (*number).into(),
            Value::Bool(yes) => (*yes).into(),
            Value::Text(text) => text.as_str().into(),
            Value::Bytes(bytes) => serde_json::json!({ "hex": basics::hex(bytes) }),
        })
        .collect();
    let mut line = serde_json::json!([table, values]).to_string().into_bytes();
    line.push(b'\n');
    line
}

async fn files(house: &house::House, archive: &mut Archive) -> anyhow::Result<Vec<String>> {
    let mut keys = Vec::new();
    let bar = progress(0, "Copying pictures");
    let mut after = None;
    loop {
        let page = house.files.list(after.as_ref(), 500).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.key.clone());
        for stat in page {
            // What was removed meanwhile is no longer named by anything that matters.
            let Some(bytes) = house.files.get(&stat.key).await? else { continue };
            if !stat.key.fits(&bytes) {
                bail!(
                    "the file {} is damaged: its bytes do not fit its name. `dzaleka doctor` says more.",
                    stat.key.as_str()
                );
            }
            add(archive, &format!("{FILES}{}", stat.key.as_str()), &bytes)?;
            keys.push(stat.key.as_str().to_owned());
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    Ok(keys)
}

fn add(archive: &mut Archive, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    archive.append_data(&mut header, name, bytes).context("the backup cannot be written; is the disk full?")
}
