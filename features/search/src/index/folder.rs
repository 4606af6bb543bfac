//! The folder of the index: opened when it fits, replaced when it does not.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow, ensure};
use serde::{Deserialize, Serialize};
use tantivy::{IndexSettings, ReloadPolicy};

use super::{
    Store,
    fields::{Fields, VERSION},
    view::View,
};

/// Blocks of stored ids are small, as a page of hits reads one each. In bytes.
const BLOCK: usize = 4096;
const CACHED_BLOCKS: usize = 32;

/// What is written with each commit: how much of which database the index holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    pub origin: String,
    pub position: i64,
    /// False while it is being filled.
    pub complete: bool,
    /// True until what was erased has left the files.
    #[serde(default)]
    pub erasing: bool,
}

/// Where the index of this version lies.
pub fn path(data: &Path) -> PathBuf {
    data.join(format!("index-{VERSION}"))
}

/// Other releases leave their index behind; it is of no use to this one.
pub fn remove_other_versions(data: &Path) {
    let Ok(entries) = fs::read_dir(data) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let version =
            name.to_str().and_then(|name| name.strip_prefix("index-")).and_then(|rest| rest.parse::<u32>().ok());
        if version.is_some_and(|version| version != VERSION)
            && let Err(error) = fs::remove_dir_all(entry.path())
        {
            tracing::warn!(%error, folder = %entry.path().display(), "an old search index could not be removed");
        }
    }
}

/// The index in the folder with its mark, or an empty one in its place without a mark.
pub fn open_or_create(folder: &Path, fields: &Fields, origin: &str) -> anyhow::Result<(Store, Option<Mark>)> {
    if folder.exists() {
        match open(folder, fields, origin) {
            Ok((store, mark)) => return Ok((store, Some(mark))),
            Err(reason) => tracing::warn!(reason = format!("{reason:#}"), "the search index is built anew"),
        }
    }
    Ok((create(folder, fields)?, None))
}

/// The index in the folder, if it is whole and of this origin.
pub fn open(folder: &Path, fields: &Fields, origin: &str) -> anyhow::Result<(Store, Mark)> {
    // The search library trusts the bytes of its files: damage may panic.
    let opened = catch_unwind(AssertUnwindSafe(|| -> anyhow::Result<_> {
        let index = tantivy::Index::open_in_dir(folder)?;
        ensure!(index.schema() == fields.schema, "its fields are those of another release");
        let mark = mark(&index)?;
        let store = with_reader(index)?;
        View::open(&store.reader, fields, 0)?;
        Ok((store, mark))
    }));
    let (store, mark) = opened.map_err(|_| anyhow!("its files are damaged"))??;
    ensure!(mark.origin == origin, "it was made from another database");
    ensure!(mark.complete, "it was not finished");
    Ok((store, mark))
}

/// What the last commit said of itself.
pub fn mark(index: &tantivy::Index) -> anyhow::Result<Mark> {
    let payload = index.load_metas()?.payload.context("it was never finished")?;
    serde_json::from_str(&payload).context("its mark cannot be read")
}

/// An empty index where there may have been another.
pub fn create(folder: &Path, fields: &Fields) -> anyhow::Result<Store> {
    let make = || -> anyhow::Result<Store> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        let settings = IndexSettings { docstore_blocksize: BLOCK, ..IndexSettings::default() };
        let builder = tantivy::Index::builder().schema(fields.schema.clone()).settings(settings);
        with_reader(builder.create_in_dir(folder)?)
    };
    make().with_context(|| format!("the search index in {} cannot be written", folder.display()))
}

/// The search library's own list of its files.
const MANAGED: &str = ".managed.json";

/// Removes files of segments that the search library has lost sight of, as a process that ended may leave them. Says
/// whether only files of these segments are left; those of a merge at work are still listed. Files of segments are
/// named by 32 hexadecimal digits.
pub fn tidied(folder: &Path, segments: &[String]) -> anyhow::Result<bool> {
    // In this order: a file is listed before it is made.
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let managed: Vec<PathBuf> = serde_json::from_slice(&fs::read(folder.join(MANAGED))?)?;
    let mut tidied = true;
    for entry in entries {
        let name = entry.file_name();
        let segment =
            name.to_str().and_then(|name| name.get(..32)).filter(|id| id.bytes().all(|c| c.is_ascii_hexdigit()));
        if segment.is_none_or(|segment| segments.iter().any(|known| known == segment)) {
            continue;
        }
        if managed.iter().any(|known| known.as_os_str() == name) {
            tidied = false;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(tidied)
}

fn with_reader(index: tantivy::Index) -> anyhow::Result<Store> {
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual);
    let reader = reader.doc_store_cache_num_blocks(CACHED_BLOCKS).try_into()?;
    Ok(Store { index, reader })
}
