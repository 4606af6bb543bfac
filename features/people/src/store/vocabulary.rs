//! What stewards made of words: the table `vocabulary`.

use std::collections::HashMap;

use basics::{At, Audience};
use db::{Db, Result, Row, Tx, json, params, text};

use crate::{
    terms::Term,
    vocabulary::{
        Family,
        added::{Decided, TOPIC},
    },
};

fn read(row: &mut Row) -> Result<Decided> {
    Ok(Decided { term: row.get(0)?, means: row.get(1)?, hidden: row.get(2)?, words: json(&row.get::<String>(3)?)? })
}

/// All words stewards decided about, by term, after `after`.
pub async fn list_after(db: &Db, after: &str, limit: i64) -> Result<Vec<Decided>> {
    let sql = "SELECT term, means, hidden, words FROM vocabulary WHERE term > $1 ORDER BY term LIMIT $2";
    db.all(sql, params![after, limit], read).await
}

/// Decided words of a family, by term, after the term `after`.
pub async fn list_of(db: &Db, family: Family, after: &str, limit: i64) -> Result<Vec<Decided>> {
    let (first, end) = (family.term(""), format!("{};", family.code()));
    let sql = "SELECT term, means, hidden, words FROM vocabulary WHERE term > $1 AND term > $2 AND term < $3 ORDER BY term LIMIT $4";
    db.all(sql, params![first, after, end, limit], read).await
}

/// What was decided about a word.
pub async fn find(db: &Db, term: &str) -> Result<Option<Decided>> {
    db.opt("SELECT term, means, hidden, words FROM vocabulary WHERE term = $1", params![term], read).await
}

/// What was decided about a word, to be changed in this transaction.
pub async fn find_in(tx: &mut Tx, term: &str) -> Result<Option<Decided>> {
    changes::take_turn(tx).await?;
    tx.opt("SELECT term, means, hidden, words FROM vocabulary WHERE term = $1", params![term], read).await
}

/// Writes down what was decided about a word and tells every node.
pub async fn put(tx: &mut Tx, decided: &Decided, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO vocabulary (term, means, hidden, words, changed_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (term) DO UPDATE SET means = $2, hidden = $3, words = $4, changed_at = $5",
        params![&decided.term, decided.means.clone(), decided.hidden, text(&decided.words)?, now],
    )
    .await?;
    changes::announce(tx, TOPIC, &decided.term, "written", now).await.map(drop)
}

/// Forgets what was decided about a word.
pub async fn delete(tx: &mut Tx, term: &str, now: At) -> Result<()> {
    tx.exec("DELETE FROM vocabulary WHERE term = $1", params![term]).await?;
    changes::announce(tx, TOPIC, term, "written", now).await.map(drop)
}

/// Leads every way of writing `from` to `to`, so that nothing leads to a third.
pub async fn lead_on(tx: &mut Tx, from: &str, to: &str, now: At) -> Result<()> {
    let sql = "UPDATE vocabulary SET means = $2, changed_at = $3 WHERE means = $1";
    tx.exec(sql, params![from, to, now]).await.map(drop)
}

/// Puts the word they mean in the place of merged ones. What nobody is to read stays for nobody, so that whoever wrote it
/// can be found when that is taken back.
pub(super) async fn settle(tx: &mut Tx, terms: &mut Vec<Term>) -> Result<()> {
    let known = terms.iter().filter(|term| Family::of_term(&term.term).is_some());
    let values = db::values(known.map(|term| &term.term));
    if values.is_empty() {
        return Ok(());
    }
    let marks = db::marks(0, values.len());
    let sql = format!(
        "SELECT v.term, v.means, v.hidden OR COALESCE(m.hidden, v.hidden) FROM vocabulary v \
         LEFT JOIN vocabulary m ON m.term = v.means WHERE v.term IN ({marks}) LIMIT 200"
    );
    let decided: Vec<(String, Option<String>, bool)> =
        tx.all(&sql, &values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).await?;
    let decided: HashMap<String, (Option<String>, bool)> =
        decided.into_iter().map(|(term, means, hidden)| (term, (means, hidden))).collect();
    if decided.is_empty() {
        return Ok(());
    }
    let mut settled: Vec<Term> = Vec::with_capacity(terms.len());
    for mut term in std::mem::take(terms) {
        if let Some((means, hidden)) = decided.get(&term.term) {
            term.term = means.clone().unwrap_or(term.term);
            if *hidden {
                term.audience = Audience::OnlyMe;
            }
        }
        match settled.iter_mut().find(|known| known.term == term.term) {
            Some(known) => known.audience = known.audience.max(term.audience),
            None => settled.push(term),
        }
    }
    *terms = settled;
    Ok(())
}

/// A place in [`holders`]: when somebody was released, and their id.
pub type HolderPlace = (i64, String);

/// Ids of people who stand in lists under a term, after a place, with the place of the last.
pub async fn holders(db: &Db, term: &str, after: &HolderPlace, limit: i64) -> Result<Vec<HolderPlace>> {
    db.all(
        "SELECT released_at, person_id FROM person_terms WHERE term = $1 AND (released_at, person_id) > ($2, $3) \
         ORDER BY released_at, person_id LIMIT $4",
        params![term, after.0, &after.1, limit],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
    .await
}
