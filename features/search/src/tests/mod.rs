//! A small invented community to find, and tests of the index that holds it.

mod audiences;
mod finding;
mod folder;
mod following;
mod pages;
mod properties;

use std::sync::Arc;

use basics::{Audience, Lang, Viewer};
use plugs::{Finder, Found, Query, SearchDoc};
use tempfile::TempDir;

use crate::index::{Index, writer::Writer};

/// An index in a folder that goes away with it.
pub struct Shelf {
    pub index: Arc<Index>,
    pub folder: TempDir,
}

impl Shelf {
    pub fn of(docs: &[SearchDoc]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open(folder.path(), "test").unwrap();
        let mut writer = Writer::following(Arc::clone(&index)).unwrap();
        docs.iter().for_each(|doc| writer.add("people", doc).unwrap());
        writer.commit(1, true).unwrap();
        Self { index, folder }
    }

    pub async fn find(&self, text: &str) -> Found {
        self.index.find(&query(text)).await.unwrap()
    }

    /// The ids found, best first.
    pub async fn ids(&self, text: &str) -> Vec<String> {
        ids(self.find(text).await)
    }
}

pub fn query(text: &str) -> Query<'_> {
    Query { text, viewer: Viewer::Stranger, kinds: &[], facets: &[], lang: Lang::En, limit: 50, offset: 0 }
}

pub fn ids(found: Found) -> Vec<String> {
    found.hits.into_iter().map(|hit| hit.id).collect()
}

pub fn person(id: &str, name: &str, line: &str) -> SearchDoc {
    let everyone = |text: &str| vec![(Audience::Everyone, text.to_owned())];
    SearchDoc { id: id.into(), kind: "person", names: everyone(name), texts: everyone(line), ..SearchDoc::default() }
}

pub fn with_facets(mut doc: SearchDoc, facets: &[&str]) -> SearchDoc {
    doc.facets = facets.iter().map(|facet| (Audience::Everyone, (*facet).to_owned())).collect();
    doc
}

pub fn village() -> Shelf {
    Shelf::of(&[
        person("amina", "Amina Uwase", "Potter who makes water jars"),
        person("uwase", "Uwase", "Tailor"),
        person("habarugira", "Jean Habarugira", "Sings and plays the inanga"),
        person("potter", "Potter Mwangaza", "Teaches mathematics"),
        person("emile", "Émile N'Diaye", "Photographer"),
        person("hana", "ሐና ኃይሌ", "Coffee ceremony"),
        person("bakery", "Bahati Bakery", "Bread, buns and mandazi every morning"),
        person("kiswahili", "Grace Furaha", "Teaches Kiswahili and pottery"),
    ])
}
