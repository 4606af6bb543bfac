//! From the bytes of one file to documents: what it says, what it is, what of it is public. Pure but for the hash;
//! runs on all cores.

use std::path::Path;

use markup::{Read, Unreadable};
use plugs::Document;
use serde_json::Value;

use crate::{
    lines::Lines,
    meaning,
    name::{Naming, name},
    pictures::{self, Named},
    place::{Place, place},
    private,
    walk::Found,
};

/// A document, or why there is none: path, line and words for the operator.
pub(crate) type Entry = Result<Prepared, Refusal>;

/// A document whose pictures are known by place, not yet by content.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub document: Document,
    pub pictures: Vec<(Named, pictures::Place)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub path: String,
    pub message: String,
}

/// The folder that is imported.
pub(crate) struct Root<'r> {
    pub folder: &'r Path,
    /// Its own name, which may be that of a collection.
    pub name: String,
    /// Written by an export: file names are slugs.
    pub exported: bool,
}

/// Reads one file. At least one entry comes back, unless the file holds an
/// empty list.
pub(crate) fn read(found: &Found, root: &Root) -> Vec<Entry> {
    let refusal = |message: String| vec![Err(Refusal { path: found.path.clone(), message })];
    let bytes = match std::fs::read(&found.file) {
        Ok(bytes) => bytes,
        Err(error) => return refusal(format!("cannot be read ({error}); check its permissions")),
    };
    match markup::read(&found.path, &bytes) {
        Ok(reads) => reads.into_iter().map(|read| prepared(read, found, root, &bytes)).collect(),
        Err(unreadable) => refusal(plainly(&unreadable)),
    }
}

fn plainly(unreadable: &Unreadable) -> String {
    let place = if unreadable.line() > 0 { format!("line {}: ", unreadable.line()) } else { String::new() };
    let (masked, _) = details::mask(&format!("{place}{unreadable}. {}", unreadable.how_to_fix()));
    masked
}

fn prepared(read: Read, found: &Found, root: &Root, bytes: &[u8]) -> Entry {
    let mut document = document(read, found, root, bytes)?;
    let lines = Lines::new(bytes);
    private::part(&mut document, &lines);
    let pictures = pictures::named(&document).into_iter().map(|mut named| {
        named.line = lines.of(&named.name, &named.field);
        let place = pictures::find(&named.name, root.folder, &document);
        (named, place)
    });
    let pictures = pictures.collect();
    Ok(Prepared { document, pictures })
}

fn document(read: Read, found: &Found, root: &Root, bytes: &[u8]) -> Result<Document, Refusal> {
    let path = read.index.map_or_else(|| found.path.clone(), |index| format!("{}#{index}", found.path));
    let place = place(&root.name, &found.path, read.group.as_deref());
    let collection = collection(&place, &read).ok_or_else(|| Refusal { path: path.clone(), message: EMPTY.into() })?;
    let hash = read.index.map_or_else(|| media::hash(bytes), |_| entry_hash(&read));
    let mut repairs = read.repairs.clone();
    let entry = read.index.is_some();
    let exact = root.exported && !entry;
    let naming =
        Naming { collection, stem: &place.stem, entry, exact, fields: &read.fields, body: &read.body, hash: &hash };
    let slug = name(&naming, &mut repairs);
    Ok(Document {
        path,
        folder: found.file.parent().unwrap_or(Path::new("/")).to_owned(),
        collection,
        lang: meaning::lang(&place, &read.fields).map(str::to_owned),
        draft: meaning::draft(&place, &read.fields),
        folder_word: place.folder_word,
        slug,
        fields: read.fields,
        body: read.body,
        hash,
        repairs,
        ..Document::default()
    })
}

const EMPTY: &str = "holds settings rather than a document: no title, name or text. Give it one, or put it into a folder \
                     named after its collection (people, pages, stories …)";

/// A page is what nothing else is, but only if there is something to show.
fn collection(place: &Place, read: &Read) -> Option<&'static str> {
    let shows = || meaning::title(&read.fields).is_some() || !read.body.trim().is_empty();
    meaning::collection(place, &read.fields).or_else(|| shows().then_some("pages"))
}

/// An entry of a data file changes when its own content does, not when its neighbours' do.
fn entry_hash(read: &Read) -> String {
    let content =
        Value::Array(vec![Value::Object(read.fields.clone()), read.body.clone().into(), read.group.clone().into()]);
    media::hash(content.to_string().as_bytes())
}
