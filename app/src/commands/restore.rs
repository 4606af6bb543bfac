//! `dzaleka restore`: a backup becomes a portal again, after every hash has been checked. Nothing is written before.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};

use accounts::erasures;
use anyhow::{Context, bail, ensure};
use basics::{Clock, SystemClock};
use bytes::Bytes;
use config::Settings;
use db::Value;
use files::Key;
use sha2::{Digest, Sha256};

use super::{
    backup::{FILES, FORMAT, MANIFEST, Manifest, ROWS},
    progress,
};
use crate::{
    Ended,
    cli::{Restore, WrongUse},
    features, house,
};

/// Rows put back between two looks at the progress bar.
const STEP: u64 = 1000;

pub async fn run(settings: &Settings, ask: &Restore) -> anyhow::Result<Ended> {
    let path = ask.file.clone();
    let manifest = tokio::task::spawn_blocking(move || verify(&path)).await??;
    let house = house::open(settings).await?;
    if !house.db.is_empty().await? {
        bail!(WrongUse(format!(
            "{} already holds a community, and a restore would replace it. Restore into an empty folder with --data, then serve that one.",
            settings.data.display()
        )));
    }
    if let Some(list) = &ask.erasures {
        let known = erasures::read_list(list)?;
        erasures::append(&settings.data.join(erasures::LIST), &known)?;
    }
    put_files(&house, &ask.file).await?;
    put_rows(&house, &ask.file, manifest.rows).await?;
    house::follow_pictures(&house.db).await?;
    println!(
        "{} rows and {} files are back, as they were at {}.",
        manifest.rows,
        manifest.files.len(),
        manifest.made_at
    );
    let rooms = house::Rooms::gather(features::all(settings));
    let erased = house::eraser(settings, &house, &rooms).replay(SystemClock.now()).await?;
    if erased > 0 {
        println!("{erased} of them had been erased since and are gone again.");
    }
    println!("Everybody signs in anew.");
    println!("Start the portal with: dzaleka serve --data {}", settings.data.display());
    Ok(Ended::Fine)
}

fn open(path: &Path) -> anyhow::Result<tar::Archive<zstd::Decoder<'static, BufReader<File>>>> {
    let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    Ok(tar::Archive::new(zstd::Decoder::new(file).with_context(|| not_ours(path))?))
}

fn not_ours(path: &Path) -> String {
    format!("{} is not a whole backup of Dzaleka Connect. Nothing was changed. Try an older one", path.display())
}

/// Reads the whole archive once and compares every hash.
fn verify(path: &Path) -> anyhow::Result<Manifest> {
    let (mut rows, mut found, mut manifest) = (None, Vec::new(), None::<Manifest>);
    for entry in open(path)?.entries().with_context(|| not_ours(path))? {
        let mut entry = entry.with_context(|| not_ours(path))?;
        let name = entry.path()?.to_string_lossy().into_owned();
        if name == ROWS {
            let mut hash = Sha256::new();
            let mut part = vec![0; 1 << 16];
            loop {
                let read = entry.read(&mut part).with_context(|| not_ours(path))?;
                if read == 0 {
                    break;
                }
                hash.update(&part[..read]);
            }
            rows = Some(basics::hex(hash.finalize()));
        } else if name == MANIFEST {
            manifest = Some(serde_json::from_reader(entry).with_context(|| not_ours(path))?);
        } else if let Some(key) = name.strip_prefix(FILES) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).with_context(|| not_ours(path))?;
            let fits = Key::parse(key).is_some_and(|key| key.fits(&bytes));
            ensure!(fits, "the file {key} in the backup is damaged. Nothing was changed. Try an older backup");
            found.push(key.to_owned());
        }
    }
    let manifest = manifest.with_context(|| not_ours(path))?;
    ensure!(
        manifest.format == FORMAT,
        "this backup was made by another release (format {}); use that release to restore it",
        manifest.format
    );
    ensure!(rows.as_deref() == Some(&manifest.rows_sha256) && found == manifest.files, "{}", not_ours(path));
    Ok(manifest)
}

async fn put_files(house: &house::House, path: &Path) -> anyhow::Result<()> {
    let (send, mut receive) = tokio::sync::mpsc::channel::<(String, Bytes)>(8);
    let path = path.to_owned();
    let reader = tokio::task::spawn_blocking(move || -> anyhow::Result<()> {
        for entry in open(&path)?.entries()? {
            let mut entry = entry?;
            let name = entry.path()?.to_string_lossy().into_owned();
            let Some(key) = name.strip_prefix(FILES) else { continue };
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            if send.blocking_send((key.to_owned(), bytes.into())).is_err() {
                break;
            }
        }
        Ok(())
    });
    while let Some((key, bytes)) = receive.recv().await {
        let ending = key.rsplit_once('.').map_or("", |(_, ending)| ending);
        house.files.put(bytes, ending).await?;
    }
    reader.await?
}

/// All rows in one transaction: a restore that fails leaves nothing behind.
async fn put_rows(house: &house::House, path: &Path, total: u64) -> anyhow::Result<()> {
    let (send, mut receive) = tokio::sync::mpsc::channel::<String>(1024);
    let path = path.to_owned();
    let reader = tokio::task::spawn_blocking(move || -> anyhow::Result<()> {
        for entry in open(&path)?.entries()? {
            let entry = entry?;
            if entry.path()?.to_string_lossy() != ROWS {
                continue;
            }
            for line in BufReader::new(entry).lines() {
                if send.blocking_send(line?).is_err() {
                    break;
                }
            }
        }
        Ok(())
    });
    let bar = progress(total, "Putting rows back");
    let mut tx = house.db.begin().await?;
    tx.clear().await?;
    let mut done = 0;
    while let Some(line) = receive.recv().await {
        let (table, values): (String, Vec<serde_json::Value>) = serde_json::from_str(&line)?;
        let values = values.into_iter().map(value).collect::<anyhow::Result<Vec<_>>>()?;
        tx.put_back(&table, &values).await?;
        done += 1;
        if done % STEP == 0 {
            bar.set_position(done);
        }
    }
    reader.await??;
    // Whoever got hold of a backup holds none of its sessions and links.
    accounts::store::sessions::end_everybodys(&mut tx).await?;
    accounts::store::tickets::clear(&mut tx).await?;
    tx.renew_origin().await?;
    tx.commit().await?;
    bar.finish_and_clear();
    Ok(())
}

fn value(value: serde_json::Value) -> anyhow::Result<Value> {
    Ok(match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(yes) => Value::Bool(yes),
        serde_json::Value::Number(number) => Value::Int(number.as_i64().context("a number is too large")?),
        serde_json::Value::String(text) => Value::Text(text),
        other => bail!("the backup holds a value this release does not know: {other}"),
    })
}
