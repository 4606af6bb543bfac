//! Pictures that documents name: which names there are, and which files of the folder they mean.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use percent_encoding::percent_decode_str;
use plugs::{Document, RECORD};
use regex::Regex;
use serde_json::Value;

/// Folders below the root that sites serve as if they were the root.
const SERVED: [&str; 8] = ["media", "static", "public", "assets", "src/assets", "src", "source", "content"];

static REMOTE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)(?:!\[[^\]]*\]\(\s*<?|<img\b[^>]*?\bsrc\s*=\s*["']?)((?:https?:)?//[^\s)>"']+|data:)"#).ok()
});

/// A picture a document names, and the field (or `body`) that does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub name: String,
    pub field: String,
    /// From 1; 0 when unknown.
    pub line: usize,
}

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    File(PathBuf),
    /// On another server, or written into the document.
    Elsewhere,
    Missing,
}

/// Whether a text is the name of a picture file.
pub(crate) fn names_a_picture(text: &str) -> bool {
    let name = plain(text).to_lowercase();
    let endings = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".bmp", ".tif", ".tiff"];
    text.len() <= 1024
        && !text.contains('\n')
        && endings.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending))
}

/// All pictures that fields and body name, each name once, in order.
pub(crate) fn named(document: &Document) -> Vec<Named> {
    let mut found = Vec::new();
    if document.fields.contains_key(RECORD) {
        // What an exact record names goes along with it; the readable text beside it is for people.
        return found;
    }
    for (name, value) in &document.fields {
        in_value(value, name, &mut found);
    }
    in_body(&document.body, document.path.ends_with(".html") || document.path.ends_with(".htm"), &mut found);
    found
}

fn in_value(value: &Value, path: &str, found: &mut Vec<Named>) {
    match value {
        Value::String(text) if names_a_picture(text) => add(text, path, found),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| in_value(item, &format!("{path}[{at}]"), found))
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| in_value(value, &format!("{path}.{name}"), found))
        }
        _ => {}
    }
}

fn in_body(body: &str, html: bool, found: &mut Vec<Named>) {
    if !body.contains("![") && !body.contains("<img") && !body.contains("<IMG") {
        return;
    }
    let names = RefCell::new(Vec::new());
    let gather = |name: &str| {
        names.borrow_mut().push(name.to_owned());
        None
    };
    if html {
        markup::html_with(body, &gather)
    } else {
        markup::markdown_with(body, &gather)
    };
    names.into_inner().iter().for_each(|name| add(name, "body", found));
    let remote = REMOTE.as_ref().map(|remote| remote.captures_iter(body).filter_map(|found| found.get(1)));
    remote.into_iter().flatten().for_each(|name| add(name.as_str(), "body", found));
}

fn add(name: &str, field: &str, found: &mut Vec<Named>) {
    let name = name.trim();
    if !name.is_empty() && !found.iter().any(|other| other.name == name) {
        found.push(Named { name: name.to_owned(), field: field.to_owned(), line: 0 });
    }
}

/// Finds the file a name means: what an export keeps for this document, beside the document, below the root, below
/// the folders that sites serve. Nothing outside the root is ever looked at.
pub(crate) fn find(name: &str, root: &Path, document: &Document) -> Place {
    let lower = name.to_lowercase();
    if name.starts_with("//")
        || lower.starts_with("data:")
        || lower.split_once("://").is_some_and(|(scheme, _)| scheme.len() < 8)
    {
        return Place::Elsewhere;
    }
    let plain = plain(name);
    let below_root = plain.trim_start_matches('/');
    let own = document.path.rsplit_once('.').map_or(document.path.as_str(), |(path, _)| path);
    let beside = (!plain.starts_with('/')).then(|| document.folder.join(&plain));
    let exported = [root.join("media").join(own).join(tidy(name)), root.join("media").join(tidy(name))];
    let served = SERVED.iter().map(|folder| root.join(folder).join(below_root));
    let candidates = exported.into_iter().chain(beside).chain([root.join(below_root)]).chain(served);
    candidates.filter_map(|file| inside(&file, root)).next().map_or(Place::Missing, Place::File)
}

/// The real place of a file that lies below the root.
fn inside(file: &Path, root: &Path) -> Option<PathBuf> {
    let file = file.canonicalize().ok()?;
    (file.starts_with(root) && file.is_file()).then_some(file)
}

/// A name without query and fragment, decoded, with `/`.
fn plain(name: &str) -> String {
    let name = name.trim();
    let name = name.split_once('?').map_or(name, |(name, _)| name);
    let name = if names_exist_with_hash(name) { name } else { name.split_once('#').map_or(name, |(name, _)| name) };
    percent_decode_str(name).decode_utf8_lossy().replace('\\', "/")
}

/// `photo #3.jpg` is a file; `photo.jpg#top` is a place in one.
fn names_exist_with_hash(name: &str) -> bool {
    name.rsplit_once('#').is_some_and(|(_, rest)| rest.contains('.'))
}

/// Where an export keeps the picture of this name, below its `media` folder: the name without what leads upwards.
pub(crate) fn tidy(name: &str) -> PathBuf {
    let plain = plain(name);
    let parts = plain.split('/').filter(|part| !part.is_empty() && !matches!(*part, "." | ".."));
    parts.map(|part| part.replace([':', '\0'], "_")).collect()
}
