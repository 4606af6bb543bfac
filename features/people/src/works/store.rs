//! Every statement about works. Slug and state stand in columns of their own; the rest is JSON.

use std::collections::HashMap;

use basics::{Audience, Id, Viewer, slug};
use db::{Db, Result, Row, Tx, json, params, text};
use serde::Deserialize;

pub(crate) mod credits;
pub(crate) mod listed;

use super::{KeptWork, SeenWork, Work, WorkState};
use crate::{Person, store::uses};

const COLUMNS: &str = "w.id, w.slug, w.state, w.audience, w.content";
/// Works read of one person: more than they may have.
const ALL: i64 = 1000;
/// Ids asked for in one statement.
const AT_ONCE: usize = 100;

fn read(row: &mut Row) -> Result<KeptWork> {
    let work: Work = json(&row.get::<String>(4)?)?;
    let state = WorkState::from_code(&row.get::<String>(2)?);
    Ok(KeptWork { id: row.get(0)?, audience: row.get(3)?, work: Work { slug: row.get(1)?, state, ..work } })
}

/// Published works of a person that the viewer may see, in their order.
pub async fn works_of(db: &Db, person: &Id<Person>, viewer: Viewer) -> Result<Vec<SeenWork>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM works w WHERE w.person_id = $1 AND w.audience >= $2 AND w.state = 'published' \
         ORDER BY w.place LIMIT 60"
    );
    db.all(&sql, params![person, viewer.reach_to(person.as_str())], |row| read(row).map(SeenWork::from)).await
}

/// Every work of a person, drafts too, in their order: for the person.
pub(crate) async fn list(db: &Db, person: &Id<Person>) -> Result<Vec<KeptWork>> {
    let sql = format!("SELECT {COLUMNS} FROM works w WHERE w.person_id = $1 ORDER BY w.place LIMIT {ALL}");
    db.all(&sql, params![person], read).await
}

pub(crate) async fn list_in(tx: &mut Tx, person: &Id<Person>) -> Result<Vec<KeptWork>> {
    let sql = format!("SELECT {COLUMNS} FROM works w WHERE w.person_id = $1 ORDER BY w.place LIMIT {ALL}");
    tx.all(&sql, params![person], read).await
}

/// Published works by id, each with whose it is.
pub(crate) async fn published(db: &Db, ids: &[&str]) -> Result<Vec<(String, KeptWork)>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT {COLUMNS}, w.person_id FROM works w WHERE w.id IN ({}) AND w.state = 'published' LIMIT {AT_ONCE}",
            db::marks(0, ids.len())
        );
        found.extend(db.all(&sql, &db::values(ids), |row| Ok((row.get(5)?, read(row)?))).await?);
    }
    Ok(found)
}

/// A work of this person, for the person.
pub(crate) async fn find(db: &Db, person: &Id<Person>, id: &str) -> Result<Option<KeptWork>> {
    let sql = format!("SELECT {COLUMNS} FROM works w WHERE w.person_id = $1 AND w.id = $2");
    db.opt(&sql, params![person, id], read).await
}

pub(crate) async fn find_in(tx: &mut Tx, person: &Id<Person>, id: &str) -> Result<Option<KeptWork>> {
    let sql = format!("SELECT {COLUMNS} FROM works w WHERE w.person_id = $1 AND w.id = $2");
    tx.opt(&sql, params![person, id], read).await
}

/// A person's works by their addresses, drafts too.
pub(crate) async fn find_by_slug(db: &Db, person: &Id<Person>, slug: &str) -> Result<Option<KeptWork>> {
    let sql = format!("SELECT {COLUMNS} FROM works w WHERE w.person_id = $1 AND w.slug = $2");
    db.opt(&sql, params![person, slug], read).await
}

/// Every work of a person with its audience, for exports and for the person.
pub async fn works_with_audience(db: &Db, person: &Id<Person>) -> Result<Vec<(Audience, Work)>> {
    Ok(list(db, person).await?.into_iter().map(|kept| (kept.audience, kept.work)).collect())
}

/// Every work of a person.
pub async fn works_in(tx: &mut Tx, person: &Id<Person>) -> Result<Vec<Work>> {
    Ok(list_in(tx, person).await?.into_iter().map(|kept| kept.work).collect())
}

pub async fn count_works(tx: &mut Tx, person: &Id<Person>) -> Result<i64> {
    tx.one("SELECT count(*) FROM works WHERE person_id = $1", params![person], |row| row.get(0)).await
}

/// Replaces all works of a person.
pub async fn put_works(tx: &mut Tx, person: &Id<Person>, works: &[(Audience, Work)]) -> Result<()> {
    let before = tx.exec("DELETE FROM works WHERE person_id = $1", params![person]).await?;
    if before == 0 && works.is_empty() {
        return Ok(());
    }
    let mut taken: Vec<String> = Vec::with_capacity(works.len());
    for (place, (audience, work)) in (0_i64..).zip(works) {
        let mut kept = KeptWork { id: Id::new(), audience: *audience, work: work.clone() };
        kept.work.slug = free(&wished(&kept.work), &taken);
        taken.push(kept.work.slug.clone());
        put(tx, person, &mut kept, place).await?;
    }
    uses::follow_id(tx, person).await
}

/// Adds a work behind all others and gives it an address.
pub(crate) async fn insert(tx: &mut Tx, person: &Id<Person>, kept: &mut KeptWork) -> Result<()> {
    let last = "SELECT COALESCE(max(place), -1) FROM works WHERE person_id = $1";
    let last: i64 = tx.one(last, params![person], |row| row.get(0)).await?;
    kept.work.slug = free_slug(tx, person, kept).await?;
    put(tx, person, kept, last + 1).await
}

async fn put(tx: &mut Tx, person: &Id<Person>, kept: &mut KeptWork, place: i64) -> Result<()> {
    kept.audience = kept.audience.min(kept.work.widest());
    let sql = "INSERT INTO works (id, person_id, place, audience, content, slug, state) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let KeptWork { id, audience, work } = kept;
    tx.exec(sql, params![&*id, person, place, *audience, text(work)?, &work.slug, work.state.code()]).await.map(drop)
}

/// Writes a work back. A draft's address follows its title; a published one keeps it.
pub(crate) async fn update(tx: &mut Tx, person: &Id<Person>, kept: &mut KeptWork) -> Result<()> {
    if kept.work.state == WorkState::Draft {
        kept.work.slug.clear();
        kept.work.slug = free_slug(tx, person, kept).await?;
    }
    kept.audience = kept.audience.min(kept.work.widest());
    let sql = "UPDATE works SET audience = $3, content = $4, slug = $5, state = $6 WHERE id = $1 AND person_id = $2";
    let KeptWork { id, audience, work } = kept;
    tx.exec(sql, params![&*id, person, *audience, text(work)?, &work.slug, work.state.code()]).await.map(drop)
}

pub(crate) async fn delete(tx: &mut Tx, person: &Id<Person>, id: &Id<Work>) -> Result<()> {
    tx.exec("DELETE FROM works WHERE id = $1 AND person_id = $2", params![id, person]).await.map(drop)
}

/// Puts works into this order.
pub(crate) async fn put_in_order(tx: &mut Tx, person: &Id<Person>, works: &[KeptWork]) -> Result<()> {
    for (place, kept) in (0_i64..).zip(works) {
        let sql = "UPDATE works SET place = $3 WHERE id = $1 AND person_id = $2 AND place <> $3";
        tx.exec(sql, params![&kept.id, person, place]).await?;
    }
    Ok(())
}

/// The address a work asks for: the one it has, else its title.
fn wished(work: &Work) -> String {
    let wished = slug(if work.slug.is_empty() { &work.title } else { &work.slug });
    if wished.is_empty() { work.kind().code().to_owned() } else { wished }
}

async fn free_slug(tx: &mut Tx, person: &Id<Person>, kept: &KeptWork) -> Result<String> {
    let sql = format!("SELECT slug FROM works WHERE person_id = $1 AND id <> $2 LIMIT {ALL}");
    let taken = tx.all(&sql, params![person, &kept.id], |row| row.get(0)).await?;
    Ok(free(&wished(&kept.work), &taken))
}

/// The address, or the address with the first free number behind it.
fn free(wished: &str, taken: &[String]) -> String {
    let numbered = |number: usize| format!("{wished}-{number}");
    let mut slug = wished.to_owned();
    for number in 2.. {
        if !taken.contains(&slug) {
            break;
        }
        slug = numbered(number);
    }
    slug
}

/// What a work can be found by.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Names {
    title: String,
    series: Option<String>,
    medium: Option<String>,
}

/// Titles, series and media of the published works of many people, each with its audience.
pub(crate) async fn names(db: &Db, people: &[&str]) -> Result<HashMap<String, Vec<(Audience, String)>>> {
    let mut found: HashMap<String, Vec<(Audience, String)>> = HashMap::new();
    for people in people.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT person_id, audience, content FROM works WHERE person_id IN ({}) AND state = 'published' \
             ORDER BY person_id, place LIMIT 6000",
            db::marks(0, people.len())
        );
        let read = |row: &mut Row| Ok((row.get::<String>(0)?, row.get(1)?, json::<Names>(&row.get::<String>(2)?)?));
        for (person, audience, names) in db.all(&sql, &db::values(people), read).await? {
            let words = [Some(names.title), names.series, names.medium].into_iter().flatten();
            let words = words.filter(|word| !word.is_empty()).map(|word| (audience, word));
            found.entry(person).or_default().extend(words);
        }
    }
    Ok(found)
}
