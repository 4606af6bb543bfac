//! Every statement about credits.

use basics::{At, Id};
use db::{Db, Result, Row, Tx, params};

use crate::{
    Person,
    works::{
        Work,
        credit::{Credit, State},
    },
};

const COLUMNS: &str = "c.work_id, c.person_id, c.part, c.state, c.dropped, c.asked_at, c.answered_at";

fn read(row: &mut Row) -> Result<Credit> {
    Ok(Credit {
        work: row.get(0)?,
        person: row.get(1)?,
        part: row.get(2)?,
        state: State::from_code(&row.get::<String>(3)?),
        dropped: row.get(4)?,
        asked_at: row.get(5)?,
        answered_at: row.get(6)?,
    })
}

/// Everybody asked for a work, in the order of asking.
pub(crate) async fn of_work(db: &Db, work: &Id<Work>) -> Result<Vec<Credit>> {
    let sql =
        format!("SELECT {COLUMNS} FROM credits c WHERE c.work_id = $1 ORDER BY c.asked_at, c.person_id LIMIT 100");
    db.all(&sql, params![work], read).await
}

/// Everything a person was asked to be named for, newest first.
pub(crate) async fn of_person(db: &Db, person: &Id<Person>) -> Result<Vec<Credit>> {
    let sql =
        format!("SELECT {COLUMNS} FROM credits c WHERE c.person_id = $1 ORDER BY c.asked_at DESC, c.work_id LIMIT 200");
    db.all(&sql, params![person], read).await
}

/// Credits of all works of a person: the work's slug, the handle asked, and the credit.
pub(crate) async fn given_by(db: &Db, person: &Id<Person>) -> Result<Vec<(String, String, Credit)>> {
    let sql = format!(
        "SELECT {COLUMNS}, w.slug, p.handle FROM credits c JOIN works w ON w.id = c.work_id \
         JOIN people p ON p.id = c.person_id WHERE w.person_id = $1 ORDER BY w.place, c.asked_at, p.handle LIMIT 1000"
    );
    db.all(&sql, params![person], |row| Ok((row.get(7)?, row.get(8)?, read(row)?))).await
}

/// Credits a person was asked for: the work's slug, its owner's handle, and the credit.
pub(crate) async fn asked_of(db: &Db, person: &Id<Person>) -> Result<Vec<(String, String, Credit)>> {
    let sql = format!(
        "SELECT {COLUMNS}, w.slug, p.handle FROM credits c JOIN works w ON w.id = c.work_id \
         JOIN people p ON p.id = w.person_id WHERE c.person_id = $1 ORDER BY c.asked_at, p.handle, w.slug LIMIT 1000"
    );
    db.all(&sql, params![person], |row| Ok((row.get(7)?, row.get(8)?, read(row)?))).await
}

pub(crate) async fn find_in(tx: &mut Tx, work: &str, person: &Id<Person>) -> Result<Option<Credit>> {
    let sql = format!("SELECT {COLUMNS} FROM credits c WHERE c.work_id = $1 AND c.person_id = $2");
    tx.opt(&sql, params![work, person], read).await
}

/// Writes a credit down, or over the one there is.
pub(crate) async fn put(tx: &mut Tx, credit: &Credit) -> Result<()> {
    let sql = "INSERT INTO credits (work_id, person_id, part, state, dropped, asked_at, answered_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (work_id, person_id) \
               DO UPDATE SET part = $3, state = $4, dropped = $5, asked_at = $6, answered_at = $7";
    let Credit { work, person, part, state, dropped, asked_at, answered_at } = credit;
    let values = params![work, person, part, state.code(), *dropped, *asked_at, *answered_at];
    tx.exec(sql, values).await.map(drop)
}

pub(crate) async fn delete(tx: &mut Tx, work: &Id<Work>, person: &Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM credits WHERE work_id = $1 AND person_id = $2", params![work, person]).await.map(drop)
}

/// How many people this person has asked since `since`, for all works.
pub(crate) async fn count_asked_since(tx: &mut Tx, owner: &Id<Person>, since: At) -> Result<i64> {
    let sql = "SELECT count(*) FROM credits c JOIN works w ON w.id = c.work_id \
               WHERE w.person_id = $1 AND c.asked_at >= $2";
    tx.one(sql, params![owner, since], |row| row.get(0)).await
}

/// The person's and the work's id by handle and address, for what comes back from an export.
pub(crate) async fn work_at(tx: &mut Tx, handle: &str, slug: &str) -> Result<Option<Id<Work>>> {
    let sql = "SELECT w.id FROM works w JOIN people p ON p.id = w.person_id WHERE p.handle = $1 AND w.slug = $2";
    tx.opt(sql, params![handle, slug], |row| row.get(0)).await
}

pub(crate) async fn count_in(tx: &mut Tx, work: &Id<Work>) -> Result<i64> {
    tx.one("SELECT count(*) FROM credits WHERE work_id = $1 AND NOT dropped", params![work], |row| row.get(0)).await
}
