//! Writes everything the rooms hold into a folder, as Markdown with front matter and the pictures it names. Importing
//! the folder gives the same documents again.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, bail};
use db::Db;
use files::{Files, Key};
use media::Picture;
use plugs::{Given, Portable};

use crate::{Progress, carried, folder, pictures, rooms::Rooms};

const TOGETHER: i64 = 200;

/// What an export wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Exported {
    pub documents: usize,
    /// Files of pictures and recordings.
    pub files: usize,
    /// Files of an earlier export into the same folder that are no longer held.
    pub removed: usize,
}

/// Exports into `dir`, which is made when it is not there. A folder of an earlier export is brought up to date.
///
/// # Errors
/// When the folder holds anything else, cannot be written, or the database or file store fails.
pub async fn export(
    db: &Db,
    files: &Files,
    rooms: &[Arc<dyn Portable>],
    dir: &Path,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> anyhow::Result<Exported> {
    let earlier = folder::prepare(dir)?;
    let mut export =
        Export { db, files, dir, written: BTreeSet::new(), media: HashMap::new(), done: Exported::default() };
    for room in Rooms::new(rooms).all() {
        let mut after = None;
        loop {
            let (given, next) = room.give(db, after.as_deref(), TOGETHER).await?;
            export.write_all(given).await?;
            progress(Progress { done: export.done.documents, total: 0 });
            match next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
    }
    export.done.removed = folder::finish(dir, &earlier, &export.written)?;
    Ok(export.done)
}

struct Export<'e> {
    db: &'e Db,
    files: &'e Files,
    dir: &'e Path,
    /// Paths below the folder, with `/`.
    written: BTreeSet<String>,
    /// The picture that each media path holds.
    media: HashMap<PathBuf, String>,
    done: Exported,
}

impl Export<'_> {
    async fn write_all(&mut self, given: Vec<Given>) -> anyhow::Result<()> {
        let hashes: BTreeSet<&str> =
            given.iter().flat_map(|given| &given.media).map(|(hash, _)| hash.as_str()).collect();
        let pictures = media::find(self.db, &hashes.into_iter().collect::<Vec<_>>()).await?;
        for given in given {
            let path = self.free(&given.path)?;
            let text = markup::write(&given.fields, &given.body);
            folder::write(&self.dir.join(&path), text.as_bytes())?;
            for (hash, named) in &given.media {
                self.picture(pictures.get(hash), named, &path).await?;
            }
            for key in given.files.iter().filter_map(|key| Key::parse(key)) {
                self.carry(&key).await?;
            }
            self.written.insert(path);
            self.done.documents += 1;
        }
        Ok(())
    }

    /// The path a room wishes for, or the next one that is free; never one that leads out of the folder.
    fn free(&self, wished: &str) -> anyhow::Result<String> {
        if !Path::new(wished).components().all(|part| matches!(part, Component::Normal(_))) {
            bail!("{wished}: a path that leads out of the export");
        }
        let (stem, ending) = wished.rsplit_once('.').unwrap_or((wished, "md"));
        let others = (2..).map(|number| format!("{stem}-{number}.{ending}"));
        let mut paths = std::iter::once(wished.to_owned()).chain(others);
        paths.find(|path| !self.written.contains(path)).context("no path is free")
    }

    /// Writes a file that an exact record names.
    async fn carry(&mut self, key: &Key) -> anyhow::Result<()> {
        let path = carried::place(key);
        if self.written.contains(&path) {
            return Ok(());
        }
        let Some(bytes) = self.files.get(key).await? else { return Ok(()) };
        folder::write(&self.dir.join(&path), &bytes)?;
        self.written.insert(path);
        self.done.files += 1;
        Ok(())
    }

    /// Writes a picture where an import looks for the name: below `media`, or, when another picture has that place,
    /// in a folder of the document's own.
    async fn picture(&mut self, picture: Option<&Picture>, named: &str, document: &str) -> anyhow::Result<()> {
        let Some(picture) = picture else { return Ok(()) };
        let (shared, name) = (Path::new("media"), pictures::tidy(named));
        let own = shared.join(document.rsplit_once('.').map_or(document, |(stem, _)| stem));
        let taken = |path: &PathBuf| self.media.get(path).is_some_and(|hash| *hash != picture.hash);
        let path = Some(shared.join(&name)).filter(|path| !taken(path)).unwrap_or_else(|| own.join(&name));
        if self.media.insert(path.clone(), picture.hash.clone()).is_some() {
            return Ok(());
        }
        let Some(bytes) = media::carried(self.files, picture, named).await? else { return Ok(()) };
        folder::write(&self.dir.join(&path), &bytes)?;
        self.written.insert(path.to_string_lossy().into_owned());
        self.done.files += 1;
        Ok(())
    }
}
