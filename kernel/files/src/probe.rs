//! The doctor's question: can this store be written, read and deleted from?

use bytes::Bytes;
use object_store::{ObjectStoreExt, path::Path};

use crate::{
    error::{Doing, Error, Why},
    store::Files,
};

impl Files {
    /// Writes, reads and deletes a small file. The error says what to do.
    pub async fn check(&self) -> Result<(), Error> {
        // A name of its own, so that two nodes can ask at once.
        let name = uuid::Uuid::now_v7().to_string();
        let path = Path::from(format!("probe/{name}"));
        let written = Bytes::from(name);
        self.store.put(&path, written.clone().into()).await.map_err(|error| self.error(Doing::Write, error))?;
        let read = async { self.store.get(&path).await?.bytes().await }.await;
        self.store.delete(&path).await.map_err(|error| self.error(Doing::Delete, error))?;
        match read.map_err(|error| self.error(Doing::Read, error))? {
            bytes if bytes == written => Ok(()),
            _ => Err(Error::new(Doing::Read, &self.place, Why::Damaged)),
        }
    }
}
