//! Everything the portal holds of somebody, as one archive: to read without the portal, and for machines.

mod shown;

use std::{
    collections::HashMap,
    fs::File,
    io::{Seek, Write},
};

use anyhow::Context;
use askama::Template;
use bytes::Bytes;
use files::{Files, Key};
use plugs::Belonging;
use serde_json::{Map, Value, json};
use tokio::sync::{
    Semaphore,
    mpsc::{Receiver, channel},
};
use words::Lang;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::Text;
use shown::Shown;

/// Files on their way into the archive at once: one is written while the next is read.
const ON_THE_WAY: usize = 2;
/// Archives that are written at once. Each holds a thread while its files are read, and reading needs threads too.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// Whose archive it is.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub lang: Lang,
    pub handle: String,
    /// The portal's name and address.
    pub site: String,
    pub address: String,
    pub made_at: basics::At,
}

#[derive(Template)]
#[template(path = "archive/index.html")]
struct Index<'a> {
    t: Text,
    about: &'a About,
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    name: &'a str,
    title: &'a str,
    shown: Shown,
    /// Names in the archive.
    files: Vec<&'a str>,
}

/// Writes the archive to a file that has no name, so that nothing stays of it when it is sent or the node dies. Never
/// holds more than a few pictures in memory.
pub(crate) async fn build(files: &Files, about: &About, belongings: &[Belonging]) -> anyhow::Result<File> {
    let _turn = AT_ONCE.acquire().await?;
    let (send, receive) = channel::<(String, Bytes)>(ON_THE_WAY);
    let writer = tokio::task::spawn_blocking(move || write(receive));
    let mut names: HashMap<&str, String> = HashMap::new();
    for belonging in belongings {
        for (number, key) in (1..).zip(&belonging.files) {
            if names.contains_key(key.as_str()) {
                continue;
            }
            let key_read = Key::parse(key).with_context(|| format!("{key} is no file"))?;
            // What the store has lost cannot be handed out; the rest still is.
            let Some(bytes) = files.get(&key_read).await? else { continue };
            let name = format!("files/{}-{number}.{}", belonging.name, key_read.ending());
            send.send((name.clone(), bytes)).await.context("the archive cannot be written")?;
            names.insert(key, name);
        }
    }
    send.send(("data.json".into(), data(about, belongings, &names)?)).await.context("the archive cannot be written")?;
    send.send(("index.html".into(), index(about, belongings, &names)?))
        .await
        .context("the archive cannot be written")?;
    drop(send);
    writer.await?
}

fn write(mut receive: Receiver<(String, Bytes)>) -> anyhow::Result<File> {
    let mut archive = ZipWriter::new(tempfile::tempfile().context("no room for the archive")?);
    while let Some((name, bytes)) = receive.blocking_recv() {
        // Pictures are as small as they get.
        let picture = name.starts_with("files/");
        let method = if picture { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(name, SimpleFileOptions::default().compression_method(method).unix_permissions(0o600))?;
        archive.write_all(&bytes)?;
    }
    let mut file = archive.finish()?;
    file.rewind()?;
    Ok(file)
}

fn data(about: &About, belongings: &[Belonging], names: &HashMap<&str, String>) -> anyhow::Result<Bytes> {
    let mut all = Map::new();
    for belonging in belongings {
        let files: Vec<&String> = belonging.files.iter().filter_map(|key| names.get(key.as_str())).collect();
        all.insert(belonging.name.into(), json!({ "title": belonging.title, "data": belonging.data, "files": files }));
    }
    let all = json!({
        "portal": about.address,
        "handle": about.handle,
        "made_at": about.made_at.rfc3339(),
        "belongings": Value::Object(all),
    });
    Ok(serde_json::to_vec_pretty(&all)?.into())
}

fn index(about: &About, belongings: &[Belonging], names: &HashMap<&str, String>) -> anyhow::Result<Bytes> {
    let t = Text(about.lang);
    let parts = belongings.iter().map(|belonging| Part {
        name: belonging.name,
        title: &belonging.title,
        shown: Shown::of(t, "", &belonging.data),
        files: belonging.files.iter().filter_map(|key| names.get(key.as_str()).map(String::as_str)).collect(),
    });
    let parts = parts.collect();
    Ok(Index { t, about, parts }.render()?.into())
}

impl Index<'_> {
    fn made_at(&self) -> String {
        words::moment(self.about.lang, self.about.made_at)
    }
}
