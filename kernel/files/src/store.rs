//! What can be done with stored bytes.

use std::{ops::Range, sync::Arc};

use basics::At;
use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::{Error as StoreError, ObjectMeta, ObjectStore, ObjectStoreExt, path::Path};

use crate::{
    error::{Doing, Error},
    key::Key,
};

/// The file store of this portal. Cheap to clone; all nodes may use one at once.
#[derive(Clone, Debug)]
pub struct Files {
    pub(crate) store: Arc<dyn ObjectStore>,
    /// The folder or bucket, for messages.
    pub(crate) place: Arc<str>,
    /// The folder, when the store is one.
    pub(crate) folder: Option<Arc<std::path::Path>>,
}

/// What is known of stored bytes without reading them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    pub key: Key,
    pub bytes: u64,
    pub written_at: At,
}

impl Files {
    pub(crate) fn new(store: Arc<dyn ObjectStore>, place: String) -> Self {
        Self { store, place: place.into(), folder: None }
    }

    /// How full the disk below a folder is, in hundredths, as `df` says it; nothing for a bucket, or when the disk
    /// does not say.
    pub fn fullness(&self) -> Option<u8> {
        let disk = rustix::fs::statvfs(self.folder.as_deref()?).ok()?;
        let used = disk.f_blocks.saturating_sub(disk.f_bfree);
        let all = used + disk.f_bavail;
        (all > 0).then(|| (used * 100).div_ceil(all).min(100) as u8)
    }

    /// The folder or bucket, as shown to the person who hosts the portal.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Keeps the bytes and says under which key. The same bytes again are not written again. On disk they are
    /// synced before this returns, and appear whole or not at all.
    pub async fn put(&self, bytes: Bytes, ending: &str) -> Result<Key, Error> {
        let key = Key::of(&bytes, ending);
        let there = self.stat(&key).await?;
        if there.is_none_or(|stat| stat.bytes != bytes.len() as u64) {
            self.store.put(&key.path(), bytes.into()).await.map_err(|error| self.error(Doing::Write, error))?;
        }
        Ok(key)
    }

    /// The bytes under this key, if there are any.
    pub async fn get(&self, key: &Key) -> Result<Option<Bytes>, Error> {
        let read = async { self.store.get(&key.path()).await?.bytes().await };
        self.found(Doing::Read, read.await)
    }

    /// A part of the bytes under this key, if there are any; `range` lies within them.
    pub async fn get_part(&self, key: &Key, range: Range<u64>) -> Result<Option<Bytes>, Error> {
        self.found(Doing::Read, self.store.get_range(&key.path(), range).await)
    }

    /// What all nodes share under a name instead of a hash, if it is there. `name` holds no slash.
    pub async fn get_named(&self, name: &str) -> Result<Option<Bytes>, Error> {
        let read = async { self.store.get(&Path::from(name)).await?.bytes().await };
        self.found(Doing::Read, read.await)
    }

    /// Replaces what stands under a name, whole or not at all. The last of two who write at once wins.
    pub async fn put_named(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        let put = self.store.put(&Path::from(name), bytes.into()).await;
        put.map(drop).map_err(|error| self.error(Doing::Write, error))
    }

    pub async fn stat(&self, key: &Key) -> Result<Option<Stat>, Error> {
        let meta = self.found(Doing::Read, self.store.head(&key.path()).await)?;
        Ok(meta.map(|meta| stat(key.clone(), &meta)))
    }

    /// Takes the bytes away; nothing happens when there are none.
    pub async fn delete(&self, key: &Key) -> Result<(), Error> {
        self.found(Doing::Delete, self.store.delete(&key.path()).await).map(|_| ())
    }

    /// Takes files away by what names them; a name of another form names nothing here.
    pub async fn delete_all(&self, names: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), Error> {
        for key in names.into_iter().filter_map(|name| Key::parse(name.as_ref())) {
            self.delete(&key).await?;
        }
        Ok(())
    }

    /// The next at most `limit` files after a key, by key. What is no key is passed over.
    pub async fn list(&self, after: Option<&Key>, limit: usize) -> Result<Vec<Stat>, Error> {
        let first = after.and_then(|key| u8::from_str_radix(&key.as_str()[..2], 16).ok()).unwrap_or(0);
        let mut list = Vec::new();
        // Folder by folder: a disk lists in no order, and a folder is small enough to sort.
        for folder in first..=u8::MAX {
            if list.len() >= limit {
                break;
            }
            let mut stats = self.folder(folder).await?;
            stats.retain(|stat| after.is_none_or(|after| stat.key > *after));
            stats.sort_by(|a, b| a.key.cmp(&b.key));
            list.append(&mut stats);
        }
        list.truncate(limit);
        Ok(list)
    }

    async fn folder(&self, folder: u8) -> Result<Vec<Stat>, Error> {
        let prefix = Path::from(format!("{folder:02x}"));
        let metas = self.store.list(Some(&prefix)).try_collect::<Vec<ObjectMeta>>().await;
        let metas = self.found(Doing::List, metas)?.unwrap_or_default();
        Ok(metas.iter().filter_map(|meta| Some(stat(Key::parse(meta.location.as_ref())?, meta))).collect())
    }

    /// Nothing found is no error.
    fn found<T>(&self, doing: Doing, result: object_store::Result<T>) -> Result<Option<T>, Error> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(StoreError::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.error(doing, error)),
        }
    }

    pub(crate) fn error(&self, doing: Doing, error: StoreError) -> Error {
        Error::from_store(doing, &self.place, error)
    }
}

fn stat(key: Key, meta: &ObjectMeta) -> Stat {
    Stat { key, bytes: meta.size, written_at: At(meta.last_modified.timestamp_millis()) }
}
