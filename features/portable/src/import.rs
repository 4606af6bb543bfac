//! Brings a folder in: files are read on all cores, pictures cut, and documents handed to their rooms, some hundred in
//! one transaction. One file's fault never stops another's; only a database or disk that fails does.

use std::{collections::HashSet, path::Path, sync::Arc};

use anyhow::Context;
use basics::At;
use db::{Db, Tx};
use files::Files;
use plugs::{Document, Outcome, Portable, Taken};
use rayon::prelude::*;

use crate::{
    FileReport, Report, carried,
    gallery::Gallery,
    held,
    origins::{self, Origin},
    read::{Entry, Prepared, Refusal, Root, read},
    rooms::Rooms,
    walk::{Found, Site, walk},
};

/// Documents in one transaction: enough for the disk to be waited for seldom, few enough to be lost without pain.
const TOGETHER: usize = 200;

#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Do everything, keep nothing.
    pub dry_run: bool,
}

/// How far a long run has come, in files.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

/// Imports a folder or one file. A second run over the same files changes nothing.
///
/// # Errors
/// When `path` holds nothing to read, or the database or file store fails; what was committed before stays, and the
/// next run goes on from there.
pub async fn import(
    db: &Db,
    files: &Files,
    rooms: &[Arc<dyn Portable>],
    path: &Path,
    options: Options,
    now: At,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> anyhow::Result<Report> {
    let place = path.to_owned();
    let mut site = tokio::task::spawn_blocking(move || walk(&place)).await??;
    let mut import = Import::new(db, files, rooms, options, now);
    import.begin(&mut site).await?;
    let site = Arc::new(site);
    let total = site.files.len();
    for from in (0..total).step_by(TOGETHER) {
        let to = (from + TOGETHER).min(total);
        let entries = read_together(&site, from, to).await?;
        import.take(entries).await?;
        progress(Progress { done: to, total });
    }
    Ok(import.end())
}

async fn read_together(site: &Arc<Site>, from: usize, to: usize) -> anyhow::Result<Vec<Entry>> {
    let site = Arc::clone(site);
    let read_all = move || {
        let name = site.root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let root = Root { folder: &site.root, name, exported: site.exported };
        site.files[from..to].par_iter().map(|found| guarded(found, &root)).collect::<Vec<_>>()
    };
    let entries: Vec<Vec<Entry>> = tokio::task::spawn_blocking(read_all).await?;
    Ok(entries.into_iter().flatten().collect())
}

/// A fault of our own in one file is that file's refusal.
fn guarded(found: &Found, root: &Root) -> Vec<Entry> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(found, root))).unwrap_or_else(|_| {
        let message = "could not be read because of a fault in this program; please report it with the file".into();
        vec![Err(Refusal { path: found.path.clone(), message })]
    })
}

struct Import<'i> {
    db: &'i Db,
    files: &'i Files,
    rooms: Rooms,
    now: At,
    gallery: Gallery,
    report: Report,
    /// Keys of the files that came with an export.
    carried: Arc<HashSet<String>>,
    /// The one transaction of a dry run, dropped at the end.
    dry: Option<Tx>,
}

impl<'i> Import<'i> {
    fn new(db: &'i Db, files: &'i Files, rooms: &[Arc<dyn Portable>], options: Options, now: At) -> Self {
        let mut report = Report::default();
        report.summary.dry_run = options.dry_run;
        Self {
            db,
            files,
            rooms: Rooms::new(rooms),
            now,
            gallery: Gallery::new(),
            report,
            carried: Arc::default(),
            dry: None,
        }
    }

    async fn begin(&mut self, site: &mut Site) -> anyhow::Result<()> {
        self.report.summary.other = std::mem::take(&mut site.other);
        self.report.summary.passed_over = std::mem::take(&mut site.machinery);
        for (path, message) in std::mem::take(&mut site.refused) {
            self.report.add(refused(Refusal { path, message }));
        }
        if site.exported {
            let brought = carried::bring(self.files, &site.root, self.report.summary.dry_run).await?;
            brought.refused.into_iter().for_each(|refusal| self.report.add(refused(refusal)));
            self.carried = Arc::new(brought.keys);
            self.rooms.in_turn(site);
        }
        if self.report.summary.dry_run {
            self.dry = Some(self.db.begin().await?);
        }
        Ok(())
    }

    /// Takes documents in the order they come. A data file may hold many more than files are read together.
    async fn take(&mut self, entries: Vec<Entry>) -> anyhow::Result<()> {
        let mut documents = Vec::new();
        for entry in entries {
            match entry {
                Ok(prepared) => documents.push(prepared),
                Err(refusal) => self.report.add(refused(refusal)),
            }
        }
        for together in documents.chunks_mut(TOGETHER) {
            self.gallery.hang(self.db, self.files, together, self.report.summary.dry_run).await?;
            match self.dry.take() {
                Some(mut tx) => {
                    self.all(&mut tx, together).await?;
                    self.dry = Some(tx);
                }
                None => {
                    let mut tx = self.db.begin().await?;
                    self.gallery.record(&mut tx, self.now).await?;
                    self.all(&mut tx, together).await.context(STOPPED)?;
                    tx.commit().await.context(STOPPED)?;
                }
            }
        }
        Ok(())
    }

    async fn all(&mut self, tx: &mut Tx, together: &mut [Prepared]) -> anyhow::Result<()> {
        for prepared in together {
            let file = self.one(tx, &mut prepared.document).await?;
            self.report.add(file);
        }
        Ok(())
    }

    async fn one(&self, tx: &mut Tx, document: &mut Document) -> anyhow::Result<FileReport> {
        document.files = Arc::clone(&self.carried);
        let origin = self.origin(tx, document).await?;
        if let Some(origin) = origin.as_ref().filter(|origin| origin.fingerprint == origins::fingerprint(document)) {
            let taken = Taken {
                outcome: Outcome::Unchanged,
                subject: String::new(),
                url: origin.url.clone(),
                message: String::new(),
            };
            return Ok(FileReport { repairs: Vec::new(), ..told(document, taken) });
        }
        document.before = origin.map(|origin| origin.subject);
        tx.exec("SAVEPOINT document", &[]).await?;
        let taken = match self.room_takes(tx, document).await {
            Ok(taken) => taken,
            Err(error) => {
                tx.exec("ROLLBACK TO SAVEPOINT document", &[]).await?;
                fault(error)?
            }
        };
        tx.exec("RELEASE SAVEPOINT document", &[]).await?;
        Ok(told(document, taken))
    }

    /// What the path became earlier. A held document whose collection has a room by now starts anew there.
    async fn origin(&self, tx: &mut Tx, document: &Document) -> anyhow::Result<Option<Origin>> {
        let origin = origins::find(tx, &document.path).await?;
        if origin.as_ref().is_some_and(|origin| origin.subject.starts_with("held:"))
            && !self.rooms.holds(document.collection)
        {
            held::remove(tx, &document.path).await?;
            return Ok(None);
        }
        Ok(origin)
    }

    async fn room_takes(&self, tx: &mut Tx, document: &mut Document) -> anyhow::Result<Taken> {
        let mut taken = self.rooms.of(document.collection).take(tx, document, self.now).await?;
        if taken.outcome == Outcome::Imported && !document.repairs.is_empty() {
            taken.outcome = Outcome::Repaired;
        }
        if taken.outcome != Outcome::Refused {
            origins::write(tx, document, &taken, self.now).await?;
        }
        Ok(taken)
    }

    fn end(mut self) -> Report {
        self.report.summary.pictures = self.gallery.taken;
        self.report
    }
}

const STOPPED: &str = "the import stopped; what is reported as done before stays, run it again to go on";

/// A fault with one document is its refusal; a database that cannot be written ends the import.
fn fault(error: anyhow::Error) -> anyhow::Result<Taken> {
    match error.downcast_ref::<db::Error>() {
        Some(db::Error::Unwritable(_) | db::Error::Busy(_)) => Err(error),
        _ => {
            let message = format!("could not be taken: {error:#}");
            Ok(Taken { outcome: Outcome::Refused, subject: String::new(), url: None, message })
        }
    }
}

fn refused(refusal: Refusal) -> FileReport {
    let Refusal { path, message } = refusal;
    let (collection, repairs, private) = (String::new(), Vec::new(), Vec::new());
    FileReport { path, collection, outcome: Outcome::Refused, url: None, repairs, private, message }
}

fn told(document: &mut Document, taken: Taken) -> FileReport {
    FileReport {
        path: document.path.clone(),
        collection: document.collection.to_owned(),
        outcome: taken.outcome,
        url: taken.url,
        repairs: std::mem::take(&mut document.repairs),
        private: std::mem::take(&mut document.private),
        message: taken.message,
    }
}
