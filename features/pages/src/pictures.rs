//! The pictures a page names, where we have them.

use std::collections::HashMap;

use db::Db;
use media::{Drawn, Picture, Rendition};

use crate::page::{Page, bare};

/// Names and pictures of one page.
pub struct Pictures<'a> {
    page: &'a Page,
    known: HashMap<String, Picture>,
}

/// Width of running text in pixels, for fine screens.
const TEXT_WIDTH: u32 = 960;
/// How wide it is shown, for browsers that choose.
pub const SIZES: &str = "(min-width:42em) 40rem, 94vw";

impl<'a> Pictures<'a> {
    pub async fn of(db: &Db, page: &'a Page) -> anyhow::Result<Self> {
        let hashes: Vec<&str> = page.kept.pictures.iter().map(|(_, hash)| hash.as_str()).collect();
        Ok(Self { page, known: media::find(db, &hashes).await? })
    }

    pub fn find(&self, name: &str) -> Option<&Picture> {
        self.known.get(self.page.picture(name)?)
    }

    /// The picture of which this is the address, as running text draws it.
    pub fn drawn(&self, src: &str) -> Option<Drawn> {
        self.known.values().filter_map(|picture| picture.drawn(TEXT_WIDTH)).find(|drawn| drawn.src == src)
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
