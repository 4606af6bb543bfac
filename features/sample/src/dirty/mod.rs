//! A website as volunteers keep them, for trying the import on: most files are clean, the others have one known fault
//! each, at known rates. Every name, number and address in it is invented.

mod document;
mod fault;
mod plan;

use std::{fs, io, path::Path};

pub use fault::Fault;

use crate::{Head, Look, SyntheticEntry, portrait, synthetic};
use document::Document;
use plan::{Form, Planned, plan};

/// Pictures that the documents of a dirty site point at.
const PICTURES: usize = 12;
/// Documents in one JSON array.
const IN_ARRAY: usize = 3;

/// Writes `files` documents and a few pictures below `dir`, which is made when missing. The same arguments write the
/// same bytes. Fails where a folder or file cannot be written.
pub fn dirty_site(dir: &Path, files: usize, seed: u64) -> io::Result<()> {
    pictures(&dir.join("images"))?;
    let mut writers = synthetic(u64::MAX, seed).map(|made| made.entry);
    let mut last = String::from("Neema Mwambali");
    for planned in plan(files, seed) {
        let folder = dir.join(planned.collection);
        fs::create_dir_all(&folder)?;
        let count = if planned.form == Form::JsonArray { IN_ARRAY } else { 1 };
        let mut documents = Vec::with_capacity(count);
        for entry in writers.by_ref().take(count) {
            documents.push(document(&planned, entry, &mut last));
        }
        let (name, bytes) = planned.form.write(&planned, documents)?;
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// How many files have each fault in the site that [`dirty_site`] writes with the same `files` and `seed`.
pub fn faults(files: usize, seed: u64) -> Vec<(Fault, usize)> {
    let mut counts: Vec<_> = Fault::ALL.into_iter().map(|fault| (fault, 0)).collect();
    for fault in plan(files, seed).filter_map(|planned| planned.fault) {
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == fault) {
            *count += 1;
        }
    }
    counts
}

fn document(planned: &Planned, entry: SyntheticEntry, last: &mut String) -> Document {
    let mut document = Document::of(planned, &entry);
    if planned.fault == Some(Fault::SamePersonTwice) {
        document.rename(last);
    } else if planned.collection == "people" {
        last.clone_from(&document.title);
    }
    document
}

fn pictures(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for nth in 0..PICTURES {
        let look = Look::new(Head::ALL[nth % Head::ALL.len()]);
        let png = portrait(&format!("picture {nth}"), look).png(320).map_err(io::Error::other)?;
        fs::write(folder.join(format!("picture-{nth}.png")), png)?;
    }
    Ok(())
}
