//! Which pictures and recordings somebody shows, and how far each reaches: written down in the transaction that changes them
//! (`media::shown`), so that a picture is seen by nobody who may not see the page it stands on.

use basics::{Audience, Id};
use db::{Db, Result, Tx, params};
use serde_json::Value;

use super::{COLUMNS, kept_in, read};
use crate::{
    Person, State,
    works::{self, KeptWork},
};

/// The name under which this room writes down which pictures it shows.
pub(crate) const PICTURES: &str = "people";
/// People followed in one transaction.
const AT_ONCE: i64 = 200;

type Uses = Vec<(String, Option<Audience>)>;

/// Writes down what a new person shows, who has no works yet.
pub(super) async fn first(tx: &mut Tx, person: &Person, kept: &Value) -> Result<()> {
    let uses = uses(person, &[], kept);
    if uses.is_empty() { Ok(()) } else { media::first_shown(tx, PICTURES, person.id.as_str(), &borrowed(&uses)).await }
}

/// Writes down what a person shows now.
pub(super) async fn follow(tx: &mut Tx, person: &Person) -> Result<()> {
    let works = works::store::list_in(tx, &person.id).await?;
    let kept = kept_in(tx, &person.id).await?;
    media::shown(tx, PICTURES, person.id.as_str(), &borrowed(&uses(person, &works, &kept))).await
}

/// The same, after something that hangs on the person changed.
pub(crate) async fn follow_id(tx: &mut Tx, id: &Id<Person>) -> Result<()> {
    let sql = format!("SELECT {COLUMNS} FROM people p WHERE p.id = $1");
    match tx.opt(&sql, params![id], read).await? {
        Some(person) => follow(tx, &person).await,
        None => Ok(()),
    }
}

/// A person who is gone shows nothing.
pub(super) async fn forget(tx: &mut Tx, id: &Id<Person>) -> Result<()> {
    media::shown(tx, PICTURES, id.as_str(), &[]).await
}

/// Writes down what everybody shows, for databases from before this was kept.
pub async fn follow_all(db: &Db) -> Result<()> {
    let mut after = None;
    loop {
        let people = super::list_after(db, after.as_deref(), AT_ONCE).await?;
        let Some(last) = people.last() else { return Ok(()) };
        after = Some(last.id.as_str().to_owned());
        let mut tx = db.begin().await?;
        for person in &people {
            follow_id(&mut tx, &person.id).await?;
        }
        tx.commit().await?;
    }
}

fn borrowed(uses: &Uses) -> Vec<(&str, Option<Audience>)> {
    uses.iter().map(|(hash, audience)| (hash.as_str(), *audience)).collect()
}

fn uses(person: &Person, works: &[KeptWork], kept: &Value) -> Uses {
    let portrait = person.fields.portrait.iter().map(|shown| (shown.is.cut.hash.as_str(), shown.to));
    let pieces = works.iter().flat_map(|kept| kept.work.media().map(|hash| (hash, kept.shown_to())));
    let seen = portrait.chain(pieces).map(|(hash, to)| (hash.to_owned(), reach(person, to)));
    // What came with an imported document stays with the person, who alone is shown it.
    let brought = imported(kept).into_iter().map(|hash| (hash, Some(Audience::OnlyMe)));
    brought.chain(seen).collect()
}

/// How far something reaches that the person shows to `to`, as [`Person::seen_by`] has it.
fn reach(person: &Person, to: Audience) -> Option<Audience> {
    let out = !person.withdrawn && matches!(person.state, State::Released | State::Fresh);
    match person.state {
        State::Fresh => Some(Audience::OnlyMe),
        _ if out && person.protected_until.is_some() => Some(to.min(person.listed).min(Audience::Accepted)),
        _ if out => Some(to.min(person.listed)),
        // Those who guard others open the page of somebody hidden, and see what vouched members would.
        _ if to >= Audience::Vouched => None,
        _ => Some(Audience::OnlyMe),
    }
}

/// Hashes of the pictures that came with imported documents.
pub(crate) fn imported(kept: &Value) -> Vec<String> {
    let sources = kept.get("sources").and_then(Value::as_array).into_iter().flatten();
    let pictures = sources.filter_map(|source| source.get("pictures")?.as_array()).flatten();
    pictures.filter_map(|pair| pair.get(1)?.as_str().map(str::to_owned)).collect()
}
