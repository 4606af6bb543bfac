//! What `doctor` asks of the index in a data folder.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use anyhow::Context;

use super::{Mark, fields::Fields, folder};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// False when there is none yet; `serve` builds it.
    pub exists: bool,
    pub documents: u64,
    pub bytes: u64,
    /// What the last commit said: origin, position in the feed, completeness.
    pub mark: Option<Mark>,
    /// What is wrong, for the log. Whatever it is: stop the portal, delete the folder, start again.
    pub damage: Option<String>,
}

/// Reads every file of the index in the data folder and compares checksums. Changes nothing; may run beside `serve`.
///
/// # Errors
/// When the folder cannot be listed.
pub fn check(data: &Path) -> anyhow::Result<Report> {
    let folder = folder::path(data);
    if !folder.exists() {
        return Ok(Report::default());
    }
    let mut report = Report { exists: true, bytes: bytes(&folder)?, ..Report::default() };
    let read = catch_unwind(AssertUnwindSafe(|| read(&folder, &mut report)));
    report.damage = match read {
        Ok(Ok(())) => None,
        Ok(Err(error)) => Some(format!("{error:#}")),
        Err(_) => Some("its files are damaged".to_owned()),
    };
    Ok(report)
}

fn read(folder: &Path, report: &mut Report) -> anyhow::Result<()> {
    let index = tantivy::Index::open_in_dir(folder)?;
    anyhow::ensure!(index.schema() == Fields::new().schema, "its fields are those of another release");
    report.mark = Some(folder::mark(&index)?);
    report.documents = index.load_metas()?.segments.iter().map(|segment| u64::from(segment.num_docs())).sum();
    let damaged = index.validate_checksum()?;
    anyhow::ensure!(damaged.is_empty(), "{} of its files do not hold what was written", damaged.len());
    Ok(())
}

fn bytes(folder: &Path) -> anyhow::Result<u64> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))?;
    Ok(entries.flatten().filter_map(|entry| entry.metadata().ok()).map(|meta| meta.len()).sum())
}
