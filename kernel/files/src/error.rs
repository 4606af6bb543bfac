//! What went wrong with the file store, and what the person who hosts the portal can do.

use std::{error::Error as Cause, fmt, io};

#[derive(Debug)]
pub struct Error {
    pub doing: Doing,
    /// The folder or bucket.
    pub place: String,
    pub why: Why,
    source: Option<Box<dyn Cause + Send + Sync>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Open,
    Read,
    Write,
    Delete,
    List,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The disk has no room.
    Full,
    /// Rights are missing, or the key to the bucket is wrong.
    NotAllowed,
    /// The folder or bucket is not there.
    Missing,
    /// What was read is not what was written.
    Damaged,
    /// Everything else; the cause says more.
    Failed,
}

impl Error {
    pub(crate) fn new(doing: Doing, place: &str, why: Why) -> Self {
        Self { doing, place: place.to_owned(), why, source: None }
    }

    pub(crate) fn from_store(doing: Doing, place: &str, source: object_store::Error) -> Self {
        use object_store::Error as Store;
        let why = match (disk(&source), &source) {
            (Some(why), _) => why,
            (None, Store::NotFound { .. }) => Why::Missing,
            (None, Store::PermissionDenied { .. } | Store::Unauthenticated { .. }) => Why::NotAllowed,
            _ => Why::Failed,
        };
        Self { source: Some(Box::new(source)), ..Self::new(doing, place, why) }
    }

    pub(crate) fn from_disk(doing: Doing, place: &str, source: io::Error) -> Self {
        let why = disk_why(source.kind()).unwrap_or(Why::Failed);
        Self { source: Some(Box::new(source)), ..Self::new(doing, place, why) }
    }

    /// What to do about it, as a sentence.
    pub fn advice(&self) -> &'static str {
        match self.why {
            Why::Full => "Make room on the disk, or move the file store to a larger one.",
            Why::NotAllowed => {
                "Give the portal's user the right to read and write there, or check s3.access_key and s3.secret_key."
            }
            Why::Missing => "Create the folder or bucket, or correct the setting `files`.",
            Why::Damaged => "Check the disk, and restore the file from a backup.",
            Why::Failed => "Check that the disk or the S3 service answers, and the settings `files` and `s3`.",
        }
    }
}

/// What the operating system said, wherever in the chain of causes it stands.
fn disk(error: &(dyn Cause + 'static)) -> Option<Why> {
    let chain = std::iter::successors(Some(error), |error: &&(dyn Cause + 'static)| Cause::source(*error));
    chain.filter_map(|error| error.downcast_ref::<io::Error>()).find_map(|error| disk_why(error.kind()))
}

fn disk_why(kind: io::ErrorKind) -> Option<Why> {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some(Why::Full),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Some(Why::NotAllowed),
        io::ErrorKind::NotFound => Some(Why::Missing),
        _ => None,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let doing = match self.doing {
            Doing::Open => "opened",
            Doing::Read => "read",
            Doing::Write => "written to",
            Doing::Delete => "deleted from",
            Doing::List => "listed",
        };
        let why = match self.why {
            Why::Full => "there is no room left",
            Why::NotAllowed => "it is not allowed",
            Why::Missing => "it is not there",
            Why::Damaged => "what it holds is damaged",
            Why::Failed => "it does not answer as it should",
        };
        write!(f, "the file store {} cannot be {doing}: {why}. {}", self.place, self.advice())
    }
}

impl Cause for Error {
    fn source(&self) -> Option<&(dyn Cause + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
