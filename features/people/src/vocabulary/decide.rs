//! What stewards and editors do with words: make one another way of writing a word that is there, give it words in our
//! languages, take it out of sight, or leave it as free as it was. People keep what they wrote; whoever stands in lists
//! under a word is written anew afterwards ([`rewrite`]).

use std::collections::BTreeMap;

use basics::At;
use db::{Db, Tx};
use jobs::Job;
use serde::{Deserialize, Serialize};

use super::{Family, added::Decided, built_in, entry::WORD, own_code};
use crate::store::{self, vocabulary};

#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// Another way of writing this word.
    Merge(String),
    /// A word of its own, by language.
    Words(BTreeMap<String, String>),
    Hide,
    Show,
    /// As free as before anybody decided about it.
    Free,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is the same word already.
    Same,
    /// There is no word to lead to, or none was given.
    NoWord,
    /// One of the words stands for something else already.
    Known,
}

/// Writes everybody anew who stands in lists under a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rewrite {
    pub term: String,
}

impl Job for Rewrite {
    const KIND: &'static str = "rewrite-word";
}

/// Decides about a word in this transaction, and queues the writing anew.
pub async fn decide(
    tx: &mut Tx,
    family: Family,
    code: &str,
    decision: Decision,
    now: At,
) -> db::Result<Result<(), Refusal>> {
    let term = family.term(code);
    let known = vocabulary::find_in(tx, &term).await?;
    let means = known.as_ref().and_then(|known| known.means.clone());
    let mut decided = known.unwrap_or_else(|| Decided { term: term.clone(), ..Decided::default() });
    let mut touched = vec![means.unwrap_or_else(|| term.clone())];
    match decision {
        Decision::Merge(into) => {
            let into = match target(tx, family, &term, &into).await? {
                Ok(into) => into,
                Err(refusal) => return Ok(Err(refusal)),
            };
            vocabulary::lead_on(tx, &term, &into, now).await?;
            touched.extend([into.clone(), term]);
            (decided.means, decided.hidden) = (Some(into), false);
        }
        Decision::Words(words) => {
            let keys = match keys(family, code, &words) {
                Ok(keys) => keys,
                Err(refusal) => return Ok(Err(refusal)),
            };
            for (key, (lang, word)) in keys {
                let way = Decided { term: key, means: Some(term.clone()), hidden: false, words: [(lang, word)].into() };
                vocabulary::lead_on(tx, &way.term, &term, now).await?;
                vocabulary::put(tx, &way, now).await?;
                touched.push(way.term);
            }
            touched.push(term);
            (decided.means, decided.hidden, decided.words) = (None, false, words);
        }
        Decision::Hide => decided.hidden = true,
        Decision::Show => decided.hidden = false,
        Decision::Free => (decided.means, decided.hidden, decided.words) = (None, false, BTreeMap::new()),
    }
    if decided.means.is_none() && !decided.hidden && decided.words.is_empty() {
        vocabulary::delete(tx, &decided.term, now).await?;
    } else {
        vocabulary::put(tx, &decided, now).await?;
    }
    touched.sort();
    touched.dedup();
    for term in touched {
        jobs::enqueue(tx, &Rewrite { term }, now, now).await?;
    }
    Ok(Ok(()))
}

/// The term a word is to be merged into.
async fn target(tx: &mut Tx, family: Family, term: &str, into: &str) -> db::Result<Result<String, Refusal>> {
    let code = own_code(family, into);
    if code.is_empty() {
        return Ok(Err(Refusal::NoWord));
    }
    let into = family.term(&code);
    let known = vocabulary::find_in(tx, &into).await?;
    let into = known.and_then(|known| known.means).unwrap_or(into);
    Ok(if into == term { Err(Refusal::Same) } else { Ok(into) })
}

type Keys = Vec<(String, (String, String))>;

/// The terms under which people stand who wrote one of these words already, with language and word.
fn keys(family: Family, code: &str, words: &BTreeMap<String, String>) -> Result<Keys, Refusal> {
    let mut keys = Keys::new();
    for (lang, word) in words {
        let own = own_code(family, word);
        if own.is_empty() || word.chars().count() > WORD {
            return Err(Refusal::NoWord);
        }
        if built_in::code_of(family, word).is_some_and(|known| known != code) {
            return Err(Refusal::Known);
        }
        if own != code {
            keys.push((family.term(&own), (lang.clone(), word.clone())));
        }
    }
    if words.is_empty() { Err(Refusal::NoWord) } else { Ok(keys) }
}

/// People written anew in one transaction.
const AT_ONCE: i64 = 100;

/// Does what [`Rewrite`] says. Returns how many people it was; may be done again at any time.
///
/// # Errors
/// When the database fails; who was written before stays so.
pub async fn rewrite(db: &Db, term: &str, now: At) -> db::Result<u64> {
    let (mut place, mut written) = ((i64::MIN, String::new()), 0);
    loop {
        let some = vocabulary::holders(db, term, &place, AT_ONCE).await?;
        let Some(last) = some.last() else { return Ok(written) };
        place = last.clone();
        let mut tx = db.begin().await?;
        for (_, id) in &some {
            if let Some(person) = store::get_in(&mut tx, id).await? {
                store::update(&mut tx, &person, "written", now).await?;
                written += 1;
            }
        }
        tx.commit().await?;
    }
}
