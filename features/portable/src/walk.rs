//! Which files of a folder are documents, in an order that is the same on every machine. Nothing is read here.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use basics::limits;
use walkdir::{DirEntry, WalkDir};

use crate::{folder, words};

const ENDINGS: [&str; 9] = ["md", "markdown", "mdx", "html", "htm", "txt", "json", "yaml", "yml"];
/// Folders deeper than this are taken for a loop.
const DEPTH: usize = 40;

/// What a walk found.
#[derive(Debug, Default)]
pub(crate) struct Site {
    /// The folder that paths and pictures are looked up from.
    pub root: PathBuf,
    /// Written by an export: file names are slugs, letter by letter.
    pub exported: bool,
    pub files: Vec<Found>,
    /// Files that could not be looked at, with the reason in the operator's words.
    pub refused: Vec<(String, String)>,
    /// Endings of files that are no documents, with their number.
    pub other: BTreeMap<String, usize>,
    /// Folders and files of the site's machinery, below the root.
    pub machinery: Vec<String>,
}

/// A document file: its path below the root with `/`, and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub path: String,
    pub file: PathBuf,
}

/// Walks a folder, or takes a single file.
///
/// # Errors
/// When there is nothing at `path`, it may not be read, or holds no document.
pub(crate) fn walk(path: &Path) -> anyhow::Result<Site> {
    let path = path
        .canonicalize()
        .with_context(|| format!("{}: there is no such folder or file, or it may not be read", path.display()))?;
    if path.is_file() {
        return single(&path);
    }
    std::fs::read_dir(&path).with_context(|| format!("{}: the folder may not be read", path.display()))?;
    let mut site = Site { root: path.clone(), exported: folder::is_export(&path), ..Site::default() };
    let mut walker = WalkDir::new(&path).follow_links(true).max_depth(DEPTH).sort_by_file_name().into_iter();
    while let Some(entry) = walker.next() {
        match entry {
            Ok(entry) if entry.depth() == 0 => {}
            Ok(entry) if entry.file_type().is_dir() => {
                if passed_over(&entry, &site.root) {
                    site.machinery.push(below(&site.root, entry.path()) + "/");
                    walker.skip_current_dir();
                }
            }
            Ok(entry) => site.file(&entry),
            Err(error) => site.unreadable(&error),
        }
    }
    if site.files.is_empty() && site.refused.is_empty() {
        bail!("{}: holds no document. Looked for files ending in .{}", path.display(), ENDINGS.join(" ."));
    }
    Ok(site)
}

fn single(path: &Path) -> anyhow::Result<Site> {
    if !is_document(path) {
        bail!("{}: is not a document. Documents end in .{}", path.display(), ENDINGS.join(" ."));
    }
    let mut site = Site { root: path.parent().unwrap_or(Path::new("/")).to_owned(), ..Site::default() };
    let length = path.metadata().with_context(|| format!("{}: may not be read", path.display()))?.len();
    site.document(path, length);
    Ok(site)
}

/// The machinery of a site; a built `public` folder beside its sources is one too.
fn passed_over(entry: &DirEntry, root: &Path) -> bool {
    let name = entry.file_name().to_string_lossy();
    let built =
        || entry.path().join("index.html").is_file() && (root.join("content").is_dir() || root.join("src").is_dir());
    words::machinery_folder(&name) || (name == "public" && entry.depth() == 1 && built())
}

impl Site {
    fn file(&mut self, entry: &DirEntry) {
        let name = entry.file_name().to_string_lossy();
        if words::machinery_file(&name) || (entry.depth() == 1 && words::about_the_site(&name)) {
            self.machinery.push(below(&self.root, entry.path()));
        } else if !is_document(entry.path()) {
            let ending = ending(entry.path()).map_or_else(|| "(none)".into(), |ending| format!(".{ending}"));
            *self.other.entry(ending).or_default() += 1;
        } else if leaves(&self.root, entry) {
            self.refuse(entry.path(), "is a link to a place outside the folder; copy the file into the folder".into());
        } else if !entry.file_type().is_file() {
            self.refuse(entry.path(), "is neither a file nor a folder; remove it".into());
        } else {
            match entry.metadata() {
                Ok(metadata) => self.document(entry.path(), metadata.len()),
                Err(error) => self.unreadable(&error),
            }
        }
    }

    fn document(&mut self, file: &Path, length: u64) {
        if length > limits::DOCUMENT_BYTES {
            let (has, limit) = (length / 1024 / 1024, limits::DOCUMENT_BYTES / 1024 / 1024);
            self.refuse(file, format!("is {has} MB, at most {limit} MB are read; split it into smaller files"));
            return;
        }
        self.files.push(Found { path: below(&self.root, file), file: file.to_owned() });
    }

    fn refuse(&mut self, file: &Path, why: String) {
        self.refused.push((below(&self.root, file), why));
    }

    fn unreadable(&mut self, error: &walkdir::Error) {
        let path = error.path().unwrap_or(&self.root).to_owned();
        let why = match error.loop_ancestor() {
            Some(above) => format!("is a link back to {}; remove the link", below_or_itself(&self.root, above)),
            None => format!("cannot be read ({}); check its permissions", cause(error)),
        };
        self.refuse(&path, why);
    }
}

/// Whether a link leads out of the folder that is imported.
fn leaves(root: &Path, entry: &DirEntry) -> bool {
    entry.path().canonicalize().is_ok_and(|place| !place.starts_with(root))
}

fn cause(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}

fn is_document(path: &Path) -> bool {
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

/// A path below the root, with `/` on every system.
pub(crate) fn below(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn below_or_itself(root: &Path, path: &Path) -> String {
    let below = below(root, path);
    if below.is_empty() { "the folder itself".into() } else { below }
}
