//! Pictures on their way in: each file is read and cut once, two at a time, before the transaction that names it.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use basics::{At, limits};
use db::{Db, Tx};
use files::Files;
use futures_util::{StreamExt, stream};
use media::Picture;
use plugs::Repair;

use crate::{
    pictures::{Named, Place},
    read::Prepared,
};

const AT_ONCE: usize = 2;

pub(crate) struct Gallery {
    /// The hash of each file seen, or why it is not taken.
    known: HashMap<PathBuf, Result<String, String>>,
    /// In the file store, not yet in the database.
    fresh: Vec<Picture>,
    pub taken: usize,
}

/// What a file turned out to be.
enum Kept {
    Known(String),
    /// Its renditions are in the file store; in a dry run only the hash is known.
    Fresh(String, Option<Picture>),
    Refused(String),
}

impl Gallery {
    pub fn new() -> Self {
        Self { known: HashMap::new(), fresh: Vec::new(), taken: 0 }
    }

    /// Takes the pictures these documents name and tells the documents their hashes. A picture that cannot be taken
    /// is a repair. With `dry`, nothing is put into the file store.
    pub async fn hang(&mut self, db: &Db, files: &Files, documents: &mut [Prepared], dry: bool) -> anyhow::Result<()> {
        let wanted: HashSet<&PathBuf> =
            documents.iter().flat_map(|prepared| &prepared.pictures).filter_map(file).collect();
        let mut wanted: Vec<PathBuf> =
            wanted.into_iter().filter(|file| !self.known.contains_key(*file)).cloned().collect();
        wanted.sort();
        let mut kept =
            stream::iter(wanted).map(|file| async move { (keep(db, files, &file, dry).await, file) }).buffered(AT_ONCE);
        while let Some((kept, file)) = kept.next().await {
            let known = self.note(kept?);
            self.known.insert(file, known);
        }
        documents.iter_mut().for_each(|prepared| self.name(prepared));
        Ok(())
    }

    fn note(&mut self, kept: Kept) -> Result<String, String> {
        match kept {
            Kept::Known(hash) => Ok(hash),
            Kept::Refused(why) => Err(why),
            Kept::Fresh(hash, picture) => {
                self.taken += 1;
                self.fresh.extend(picture);
                Ok(hash)
            }
        }
    }

    fn name(&self, prepared: &mut Prepared) {
        for (named, place) in std::mem::take(&mut prepared.pictures) {
            let document = &mut prepared.document;
            match place {
                Place::File(file) => match self.known.get(&file) {
                    Some(Ok(hash)) => document.pictures.push((named.name, hash.clone())),
                    Some(Err(why)) => document.repairs.push(left_out(&named, why)),
                    None => {}
                },
                Place::Elsewhere => document.repairs.push(left_out(&named, ELSEWHERE)),
                Place::Missing => document.repairs.push(left_out(&named, MISSING)),
            }
        }
    }

    /// Writes what is new into the database, in the transaction of the documents that name it.
    pub async fn record(&mut self, tx: &mut Tx, now: At) -> anyhow::Result<()> {
        for picture in self.fresh.drain(..) {
            media::insert(tx, &picture, now).await?;
        }
        Ok(())
    }
}

const ELSEWHERE: &str = "remote picture not taken; save it in the folder and name it from there";
const MISSING: &str = "picture not found in the folder";

fn file((_, place): &(Named, Place)) -> Option<&PathBuf> {
    if let Place::File(file) = place { Some(file) } else { None }
}

fn left_out(named: &Named, why: &str) -> Repair {
    let (read, _) = details::mask(&named.name.chars().take(160).collect::<String>());
    Repair { line: named.line, field: named.field.clone(), read, stored: String::new(), why: why.to_owned() }
}

async fn keep(db: &Db, files: &Files, file: &Path, dry: bool) -> anyhow::Result<Kept> {
    let bytes = match bytes(file).await {
        Ok(bytes) => bytes,
        Err(why) => return Ok(Kept::Refused(why)),
    };
    let hash = media::hash(&bytes);
    if media::find(db, &[&hash]).await?.contains_key(&hash) {
        return Ok(Kept::Known(hash));
    }
    match media::cut_aside(bytes.into()).await {
        Err(refused) => Ok(Kept::Refused(format!("picture not taken: {refused}"))),
        Ok(_) if dry => Ok(Kept::Fresh(hash, None)),
        Ok(cut) => {
            let picture = media::put(files, hash.clone(), cut).await?;
            Ok(Kept::Fresh(hash, Some(picture)))
        }
    }
}

async fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let unreadable = |error: std::io::Error| format!("picture cannot be read ({error}); check its permissions");
    let bytes = tokio::fs::metadata(file).await.map_err(unreadable)?.len();
    if bytes > limits::PICTURE_BYTES {
        return Err(format!("picture not taken: {}", media::Refused::TooLarge { bytes }));
    }
    tokio::fs::read(file).await.map_err(unreadable)
}
