//! The pictures a page names, where we have them.

use std::collections::HashMap;

use db::Db;
use media::{Picture, Rendition};

use crate::page::{Page, bare};

/// Names and pictures of one page.
pub struct Pictures<'a> {
    page: &'a Page,
    known: HashMap<String, Picture>,
}

/// Width of running text in pixels, twice for fine screens.
const TEXT_WIDTH: u32 = 960;

impl<'a> Pictures<'a> {
    pub async fn of(db: &Db, page: &'a Page) -> anyhow::Result<Self> {
        let hashes: Vec<&str> = page.kept.pictures.iter().map(|(_, hash)| hash.as_str()).collect();
        Ok(Self { page, known: media::find(db, &hashes).await? })
    }

    pub fn find(&self, name: &str) -> Option<&Picture> {
        self.known.get(self.page.picture(name)?)
    }

    /// The rendition that lies at an address.
    pub fn rendition(&self, src: &str) -> Option<&Rendition> {
        self.known.values().flat_map(|picture| &picture.renditions).find(|rendition| rendition.src() == src)
    }

    /// The address of a picture for running text.
    pub fn src(&self, name: &str) -> Option<String> {
        self.find(name)?.best(TEXT_WIDTH).map(Rendition::src)
    }
}

/// The address of the picture that some published page names so, as a JPEG, which every preview can read.
pub async fn named(db: &Db, name: &str) -> anyhow::Result<Option<String>> {
    let name = bare(name);
    for page in crate::store::naming(db, name).await? {
        if let Some(picture) = Pictures::of(db, &page).await?.find(name) {
            return Ok(picture.jpeg().or_else(|| picture.best(TEXT_WIDTH)).map(Rendition::src));
        }
    }
    Ok(None)
}
