//! What stewards made of the words people added: words of their own, other ways of writing a word, words nobody is to
//! read. Kept in the table `vocabulary`; this node reads all of it when the change feed says that it has changed, and
//! before it serves. Labels and the index are made from what is known here; terms look the table up themselves, in
//! their own transaction.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use basics::{Lang, fold};
use db::{Db, Result};
use tokio::sync::Mutex;

use super::Family;
use crate::store::vocabulary as store;

/// The topic under which changes of the vocabulary are announced; a change's subject is the term.
pub const TOPIC: &str = "vocabulary";

/// A word as stewards left it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    pub term: String,
    /// The term it is another way of writing.
    pub means: Option<String>,
    pub hidden: bool,
    /// The word in each language it was given in, by the language's tag.
    pub words: BTreeMap<String, String>,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Added(HashMap<Family, Words>);

/// Those of one family, each by its code.
#[derive(Debug, Default)]
struct Words {
    means: HashMap<String, String>,
    hidden: HashSet<String>,
    words: HashMap<String, BTreeMap<String, String>>,
    /// Other ways of writing each.
    ways: HashMap<String, Vec<String>>,
}

static KNOWN: LazyLock<RwLock<Arc<Added>>> = LazyLock::new(RwLock::default);
/// One reads the table at a time, so that who read it earlier does not have the last word.
static TURN: Mutex<()> = Mutex::const_new(());

/// What this node knows.
pub fn known() -> Arc<Added> {
    Arc::clone(&KNOWN.read().unwrap_or_else(PoisonError::into_inner))
}

/// Reads the table anew.
///
/// # Errors
/// When the database fails; what was known stays.
pub async fn refresh(db: &Db) -> Result<()> {
    let _turn = TURN.lock().await;
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let some = store::list_after(db, &after, 1000).await?;
        let Some(last) = some.last() else { break };
        after.clone_from(&last.term);
        all.extend(some);
    }
    *KNOWN.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Added::of(all));
    Ok(())
}

impl Added {
    fn of(all: Vec<Decided>) -> Self {
        let mut added = Self::default();
        for decided in all {
            let Some((family, code)) = Family::of_term(&decided.term) else { continue };
            let of = added.0.entry(family).or_default();
            if decided.hidden {
                of.hidden.insert(code.to_owned());
            }
            let means = decided.means.as_deref().and_then(Family::of_term).filter(|(means, _)| *means == family);
            if let Some((_, means)) = means {
                let ways = of.ways.entry(means.to_owned()).or_default();
                ways.extend(decided.words.into_values().chain([super::free_label(code)]));
                of.means.insert(code.to_owned(), means.to_owned());
            } else if !decided.words.is_empty() {
                of.words.insert(code.to_owned(), decided.words);
            }
        }
        added
    }

    /// The code of the word that this one was merged into.
    pub fn merged(&self, family: Family, code: &str) -> Option<&str> {
        self.0.get(&family)?.means.get(code).map(String::as_str)
    }

    /// Nobody is to read this word.
    pub fn is_hidden(&self, family: Family, code: &str) -> bool {
        self.0.get(&family).is_some_and(|of| of.hidden.contains(code))
    }

    /// The word that stewards gave a code, in the reader's language or the nearest to it.
    pub fn word(&self, lang: Lang, family: Family, code: &str) -> Option<&str> {
        let words = self.0.get(&family)?.words.get(code)?;
        let first = [lang.tag(), Lang::En.tag()].into_iter().find_map(|tag| words.get(tag));
        first.or_else(|| words.values().next()).map(String::as_str)
    }

    /// Codes that stewards gave words.
    pub fn curated(&self, family: Family) -> Vec<String> {
        self.0.get(&family).map(|of| of.words.keys().cloned().collect()).unwrap_or_default()
    }

    /// Words and other ways of writing a code.
    pub fn ways(&self, family: Family, code: &str) -> impl Iterator<Item = &str> {
        let of = self.0.get(&family);
        let words = of.and_then(|of| of.words.get(code)).into_iter().flat_map(BTreeMap::values);
        words.chain(of.and_then(|of| of.ways.get(code)).into_iter().flatten()).map(String::as_str)
    }

    /// Whether a way of writing a word begins so; `beginning` is folded.
    pub(super) fn begins(&self, family: Family, code: &str, beginning: &str) -> bool {
        self.ways(family, code).any(|way| fold(way).starts_with(beginning))
    }
}
