//! What a room shows of its things in other rooms' lists: cards on the home page and among results, addresses for
//! the sitemap and feeds.

use async_trait::async_trait;
use basics::{At, Lang, Viewer};
use db::Db;

/// A small picture with its display size in pixels. `alt` is empty when it decorates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thumb {
    pub src: String,
    /// The same picture in other widths, as in the attribute of that name; may be empty.
    pub srcset: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
}

/// How a thing looks in a list, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    pub kind: &'static str,
    pub id: String,
    /// Path with the language's prefix.
    pub href: String,
    pub title: String,
    /// One line below the title; may be empty.
    pub line: String,
    /// Crafts, place, languages: short words, at most four.
    pub tags: Vec<String>,
    pub thumb: Option<Thumb>,
    /// The letter shown when there is no picture.
    pub letter: char,
    /// Language of `title` and `line` when people wrote them in another than the reader's.
    pub lang: Option<String>,
}

impl Card {
    /// One of the five colours behind the letter: always the same for the same address, in every language, and in every
    /// portal that it is carried to.
    pub fn shade(&self) -> u32 {
        let name = self.href.rsplit('/').next().unwrap_or(&self.id);
        name.bytes().fold(0, |sum: u32, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % 5
    }
}

#[async_trait]
pub trait CardSource: Send + Sync {
    fn kinds(&self) -> &'static [&'static str];
    /// Cards for these ids, in the order given; ids the viewer may not see are left out.
    async fn cards(&self, db: &Db, viewer: Viewer, lang: Lang, ids: &[&str]) -> anyhow::Result<Vec<Card>>;
    /// The newest things, for home pages and feeds.
    async fn newest(&self, db: &Db, viewer: Viewer, lang: Lang, limit: i64) -> anyhow::Result<Vec<Card>>;
    /// What readers call a facet of these things: `craft:potter` → `Potter`; `None` for a facet of another room.
    fn facet_label(&self, _lang: Lang, _facet: &str) -> Option<String> {
        None
    }
}

/// An address of a public page, for sitemaps and feeds.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedAddress {
    /// Path without language prefix.
    pub path: String,
    pub title: String,
    pub line: String,
    pub changed_at: At,
    /// The languages the page is offered in.
    pub langs: Vec<Lang>,
}

#[async_trait]
pub trait Listing: Send + Sync {
    fn kind(&self) -> &'static str;
    /// Everything a stranger may open, in a steady order, after the place `after`, at most `limit`; with the place to go
    /// on from: an id, or whatever else the room knows it by.
    async fn addresses(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<ListedAddress>, Option<String>)>;
    /// How many addresses there are.
    async fn count(&self, db: &Db) -> anyhow::Result<i64>;
    /// The newest of them, latest first, with titles in `lang` where they have one: for feeds. Empty when these things
    /// are no news.
    async fn newest(&self, _db: &Db, _lang: Lang, _limit: i64) -> anyhow::Result<Vec<ListedAddress>> {
        Ok(Vec::new())
    }
    /// Every `every`-th place: where the second and later parts of a sitemap begin (`after` of `addresses`, asked for
    /// `every` at a time). A room with many things answers with one statement.
    async fn marks(&self, db: &Db, every: i64) -> anyhow::Result<Vec<String>> {
        let mut marks: Vec<String> = Vec::new();
        while let (_, Some(next)) = self.addresses(db, marks.last().map(String::as_str), every).await? {
            marks.push(next);
        }
        // Nothing comes after the last.
        marks.pop();
        Ok(marks)
    }
}
