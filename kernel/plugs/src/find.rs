//! What can be found: the documents a room offers to the search index, and what the index answers.

use std::{collections::HashMap, sync::Arc};

use async_trait::async_trait;
use basics::{Audience, Lang, Viewer};
use db::Db;

use crate::Made;

/// One thing to be found. Each text says who may find the thing by it.
#[derive(Clone, Debug, Default)]
pub struct SearchDoc {
    /// The thing's id in its room.
    pub id: String,
    /// `person`, `organisation`, `page`, later `story` …
    pub kind: &'static str,
    /// Names it goes by: found by prefix, with typos, and above everything else.
    pub names: Vec<(Audience, String)>,
    /// One-liners, skills, bodies: found by word.
    pub texts: Vec<(Audience, String)>,
    /// `craft:potter`, `language:sw`, `country:mw` …: exact terms to filter and count by.
    pub facets: Vec<(Audience, String)>,
    /// `None` when it has no language of its own and is shown in every one.
    pub lang: Option<Lang>,
}

/// A room that offers documents to the index.
#[async_trait]
pub trait SearchSource: Send + Sync {
    /// The topic of the change feed that this source follows (`changes::Change::topic`); a change's `subject` is the id.
    fn topic(&self) -> &'static str;
    fn kinds(&self) -> &'static [&'static str];
    /// The document as it should stand now; `None` when nobody may find it (any more).
    async fn document(&self, db: &Db, id: &str) -> anyhow::Result<Option<SearchDoc>>;
    /// The documents of many ids, in any order; those that nobody may find are left out. Asked for a few hundred at a
    /// time while the feed moves: a room that can, answers with one statement.
    async fn documents_of(&self, db: &Db, ids: &[&str]) -> anyhow::Result<Vec<SearchDoc>> {
        let mut documents = Vec::with_capacity(ids.len());
        for id in ids {
            documents.extend(self.document(db, id).await?);
        }
        Ok(documents)
    }
    /// Documents by id, after `after`, at most `limit`; an empty answer ends a rebuild. The second value is the id
    /// to go on from, present as long as there are rows, even when none of them may be found.
    async fn documents(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<SearchDoc>, Option<String>)>;
}

/// A question to the index.
#[derive(Clone, Debug)]
pub struct Query<'a> {
    /// As typed. Empty: everything that passes the filters.
    pub text: &'a str,
    pub viewer: Viewer,
    /// Only these kinds; empty: all.
    pub kinds: &'a [&'a str],
    /// All of these facets must be on the thing.
    pub facets: &'a [String],
    /// Things in other languages come after, never away. Only for kinds that have a language: one hit per thing
    /// in the reader's language is the asking room's concern.
    pub lang: Lang,
    pub limit: usize,
    pub offset: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub kind: String,
    pub id: String,
    pub score: f32,
}

#[derive(Clone, Debug, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// How many things match; exact up to the index's own bound (then `at_least` is true).
    pub total: usize,
    /// How many of them hold the words as they were typed or longer; those come first, similar spellings after.
    pub as_typed: usize,
    pub at_least: bool,
    /// Nothing matches every word: the hits match the most of them.
    pub partial: bool,
    /// A spelling that would find something, when nothing matches every word.
    pub did_you_mean: Option<String>,
}

/// How many things carry each facet, among those that match the filters.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    pub total: u64,
    pub by_facet: HashMap<String, u64>,
    /// The ids of all that match, in no order, when they are few and the index holds everything.
    pub few: Option<Vec<String>>,
    /// What rooms show of them, kept as long as they are.
    pub made: Made,
}

/// The search index, as other rooms see it.
#[async_trait]
pub trait Finder: Send + Sync {
    async fn find(&self, query: &Query<'_>) -> anyhow::Result<Found>;
    /// Names that begin like what was typed, best first, at most `limit`; with one typo from four letters.
    async fn suggest(&self, text: &str, viewer: Viewer, kinds: &[&str], limit: usize) -> anyhow::Result<Vec<Hit>>;
    /// Counts for a set of filters; kept until the index moves.
    async fn counts(&self, viewer: Viewer, kinds: &[&str], facets: &[String]) -> anyhow::Result<Arc<Counts>>;
    /// The last change of the feed that answers reflect; -1 until every document is in the index.
    fn position(&self) -> i64;
}
