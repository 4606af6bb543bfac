//! Every SQL statement about people, their works and memberships.

use basics::{At, Audience, Id, Viewer, fold_name, limits};
use db::{Db, Result, Row, Tx, Value, json, params, text};

use crate::{Fields, Kind, Person, Seen, State, TOPIC, fields::Glance, terms::all};

mod editing;
pub mod freshness;
mod handles;
mod instead;
mod leaving;
mod memberships;
mod protected;
pub(crate) mod uses;
pub mod vocabulary;

pub use crate::works::store::{count_works, put_works, works_in, works_of, works_with_audience};
pub use editing::{confirm, edit};
pub use handles::{free_handle, insert_keyed, rename, taken};
pub use instead::show_instead;
pub use leaving::{beside, delete};
pub use memberships::{join, member_of, memberships, standing_in, standing_in_tx, standings_of};
pub use protected::protected_before;
pub use uses::follow_all;
pub(crate) use uses::{PICTURES, imported};

const COLUMNS: &str = "p.id, p.kind, p.handle, p.state, p.listed, p.released_at, p.confirmed_at, p.edited_at, p.created_at, p.updated_at, p.fields, p.protected_until";

fn read(row: &mut Row) -> Result<Person> {
    read_with(row, json)
}

/// A person with the fields that cards show, to be seen and not written back.
fn read_glance(row: &mut Row) -> Result<Person> {
    read_with(row, |text| json::<Glance>(text).map(Fields::from))
}

fn read_with(row: &mut Row, fields: impl Fn(&str) -> Result<Fields>) -> Result<Person> {
    let (state, withdrawn, resting) = State::from_kept(&row.get::<String>(3)?);
    Ok(Person {
        id: row.get(0)?,
        kind: Kind::from_code(&row.get::<String>(1)?),
        handle: row.get(2)?,
        state,
        withdrawn,
        resting,
        listed: row.get(4)?,
        released_at: row.get(5)?,
        confirmed_at: row.get(6)?,
        edited_at: row.get(7)?,
        created_at: row.get(8)?,
        updated_at: row.get(9)?,
        fields: fields(&row.get::<String>(10)?)?,
        protected_until: row.get(11)?,
    })
}

/// Characters of the longest handle that is asked for; no handle is so long, also with what an import added to it.
const ASKED: usize = limits::HANDLE * 2;

pub async fn find(db: &Db, handle: &str) -> Result<Option<Person>> {
    if handle.chars().count() > ASKED {
        return Ok(None);
    }
    db.opt(&format!("SELECT {COLUMNS} FROM people p WHERE p.handle = $1"), params![handle], read).await
}

/// A person, and whether there are works and memberships to ask for: most have neither.
pub struct Entry {
    pub person: Person,
    pub has_works: bool,
    pub has_memberships: bool,
}

/// A person with what stands beside them, whoever may see it: how far a viewer reaches here is known once it is known
/// who this is, and is asked for by [`works_of`] and [`memberships`].
pub async fn find_entry(db: &Db, handle: &str) -> Result<Option<Entry>> {
    if handle.chars().count() > ASKED {
        return Ok(None);
    }
    let sql = format!(
        "SELECT {COLUMNS}, EXISTS (SELECT 1 FROM works w WHERE w.person_id = p.id), \
         EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id), \
         EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = p.id) \
         FROM people p WHERE p.handle = $1"
    );
    db.opt(&sql, params![handle], |row| {
        let (has_works, belongs, has_members): (bool, bool, bool) = (row.get(12)?, row.get(13)?, row.get(14)?);
        Ok(Entry { person: read(row)?, has_works, has_memberships: belongs || has_members })
    })
    .await
}

pub async fn find_by_id(db: &Db, id: &str) -> Result<Option<Person>> {
    db.opt(&format!("SELECT {COLUMNS} FROM people p WHERE p.id = $1"), params![id], read).await
}

/// People asked for by id in one statement.
pub(crate) const AT_ONCE: usize = 100;

/// People with these ids, in no order. At most [`AT_ONCE`] at a time.
pub async fn list_by_ids(db: &Db, ids: &[&str]) -> Result<Vec<Person>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids = &ids[..ids.len().min(AT_ONCE)];
    let sql = format!("SELECT {COLUMNS} FROM people p WHERE p.id IN ({})", db::marks(0, ids.len()));
    db.all(&sql, &db::values(ids), read).await
}

/// Everybody, by id, after `after`.
pub async fn list_after(db: &Db, after: Option<&str>, limit: i64) -> Result<Vec<Person>> {
    let sql = format!("SELECT {COLUMNS} FROM people p WHERE p.id > $1 ORDER BY p.id LIMIT $2");
    db.all(&sql, params![after.unwrap_or(""), limit], read).await
}

/// Released people of a kind whom nothing protects, by id, after `after`.
pub async fn list_released_after(db: &Db, kind: Kind, after: Option<&str>, limit: i64) -> Result<Vec<Person>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM people p WHERE p.id > $1 AND p.state = 'released' AND p.protected_until IS NULL AND p.kind = $2 \
         ORDER BY p.id LIMIT $3"
    );
    db.all(&sql, params![after.unwrap_or(""), kind.code(), limit], read).await
}

/// Every `every`-th id of the released people of a kind: where parts of a sitemap begin.
pub async fn every_nth_released(db: &Db, kind: Kind, every: i64) -> Result<Vec<String>> {
    db.all(
        "SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS of FROM people \
         WHERE state = 'released' AND protected_until IS NULL AND kind = $1) AS numbered WHERE n % $2 = 0 AND n < of ORDER BY id LIMIT 10000",
        params![kind.code(), every],
        |row| row.get(0),
    )
    .await
}

/// Everybody in a state, by handle, after `after`; for the operator's commands.
pub async fn list_in_state(db: &Db, state: Option<State>, after: &str, limit: i64) -> Result<Vec<Person>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM people p WHERE p.handle > $1 AND ($2 = '' OR p.state IN ($2, $3, $4, $5)) ORDER BY p.handle LIMIT $6"
    );
    let kept = |withdrawn, resting| state.map_or_else(String::new, |state| state.kept(withdrawn, resting));
    let kept = [kept(false, false), kept(true, false), kept(false, true), kept(true, true)];
    let [seen, withdrawn, resting, both] = kept;
    db.all(&sql, params![after, seen, withdrawn, resting, both, limit], read).await
}

/// In which order a directory is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Newest,
    Name,
}

/// A place between two people of a list, by the values the list is ordered by.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    /// Milliseconds for [`Order::Newest`], folded name for [`Order::Name`].
    pub key: String,
    pub id: String,
}

/// What is asked of a directory.
#[derive(Clone, Debug)]
pub struct Listing<'a> {
    pub kind: Kind,
    /// All of these terms, rarest first.
    pub terms: &'a [String],
    /// Nobody but these, when it is already known that nobody else can carry all the terms.
    pub among: Option<&'a [String]>,
    pub viewer: Viewer,
    pub order: Order,
    pub cursor: Option<&'a Cursor>,
    /// Towards the start of the list.
    pub back: bool,
    pub limit: i64,
}

/// A person as cards show them, with their place in the list.
pub type Placed = (Seen, Cursor);

/// One page of a directory: a range of one index, whatever the size of the community.
pub async fn list(db: &Db, ask: &Listing<'_>) -> Result<Vec<Placed>> {
    if ask.among.is_some_and(<[String]>::is_empty) {
        return Ok(Vec::new());
    }
    let (sql, values) = statement(ask);
    let read_placed = |row: &mut Row| {
        let seen = read_glance(row)?.listed_for(ask.viewer);
        let key = if ask.order == Order::Name { row.get(12)? } else { row.get::<i64>(12)?.to_string() };
        Ok(seen.map(|seen| {
            let id = seen.id.as_str().to_owned();
            (seen, Cursor { key, id })
        }))
    };
    let mut found: Vec<Placed> = db.all(&sql, &values, read_placed).await?.into_iter().flatten().collect();
    if ask.back {
        found.reverse();
    }
    Ok(found)
}

fn statement(ask: &Listing<'_>) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = vec![ask.viewer.reach().into(), ask.limit.into()];
    let mut mark = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let everybody = [all(ask.kind)];
    let mut terms = if ask.terms.is_empty() { everybody.iter() } else { ask.terms.iter() };
    let first = mark(terms.next().map_or("", String::as_str).into());
    let mut carried = format!("t.term = {first} AND t.audience >= $1");
    for term in terms {
        let term = mark(term.into());
        carried += &format!(
            " AND EXISTS (SELECT 1 FROM person_terms o WHERE o.person_id = t.person_id AND o.term = {term} AND o.audience >= $1)"
        );
    }
    let column = if ask.order == Order::Name { "name_key" } else { "released_at" };
    let rising = (ask.order == Order::Name) != ask.back;
    let (sign, direction) = if rising { (">", "ASC") } else { ("<", "DESC") };
    if let Some(cursor) = ask.cursor {
        let key: Value = match ask.order {
            Order::Name => cursor.key.as_str().into(),
            Order::Newest => cursor.key.parse::<i64>().unwrap_or(0).into(),
        };
        carried +=
            &format!(" AND (t.{column}, t.person_id) {sign} ({}, {})", mark(key), mark(cursor.id.as_str().into()));
    }
    let order = format!("ORDER BY t.{column} {direction}, t.person_id {direction} LIMIT $2");
    let kind = ask.kind.code();
    let mut sql = format!("SELECT {COLUMNS}, t.{column} FROM ");
    if let Some(ids) = ask.among {
        let ids: Vec<String> = ids.iter().map(|id| mark(id.into())).collect();
        let ids = ids.join(", ");
        // Put in order before anything of the people themselves is read.
        sql += &format!("(SELECT t.* FROM person_terms t WHERE {carried} AND t.person_id IN ({ids}) {order}) t");
        carried = "t.audience >= $1".to_owned();
    } else {
        sql += "person_terms t";
    }
    sql += &format!(
        " JOIN people p ON p.id = t.person_id WHERE {carried} AND p.kind = '{kind}' AND p.state = 'released' {order}"
    );
    (sql, values)
}

/// The newest people a viewer may see, of either kind.
pub async fn newest(db: &Db, kind: Kind, viewer: Viewer, limit: i64) -> Result<Vec<Seen>> {
    let ask = Listing { kind, terms: &[], among: None, viewer, order: Order::Newest, cursor: None, back: false, limit };
    Ok(list(db, &ask).await?.into_iter().map(|(seen, _)| seen).collect())
}

/// A person by id, to be changed in this transaction: nobody else changes them before it ends.
pub async fn get_in(tx: &mut Tx, id: &str) -> Result<Option<Person>> {
    changes::take_turn(tx).await?;
    tx.opt(&format!("SELECT {COLUMNS} FROM people p WHERE p.id = $1"), params![id], read).await
}

/// A person by handle, to be changed in this transaction: nobody else changes them before it ends.
pub async fn find_in(tx: &mut Tx, handle: &str) -> Result<Option<Person>> {
    changes::take_turn(tx).await?;
    tx.opt(&format!("SELECT {COLUMNS} FROM people p WHERE p.handle = $1"), params![handle], read).await
}

/// What an import brought and no field holds, as JSON.
pub async fn kept(db: &Db, id: &Id<Person>) -> Result<serde_json::Value> {
    db.one("SELECT kept FROM people WHERE id = $1", params![id], |row| json(&row.get::<String>(0)?)).await
}

pub async fn kept_in(tx: &mut Tx, id: &Id<Person>) -> Result<serde_json::Value> {
    tx.one("SELECT kept FROM people WHERE id = $1", params![id], |row| json(&row.get::<String>(0)?)).await
}

/// Adds a person with what an import kept beside the fields. Announcing is the caller's.
pub async fn insert(tx: &mut Tx, person: &Person, kept: &serde_json::Value) -> Result<()> {
    insert_keyed(tx, person, &basics::look_alike(&person.handle), kept).await
}

/// Writes a person back and lets lists, counts and the index follow.
pub async fn update(tx: &mut Tx, person: &Person, what: &str, now: At) -> Result<()> {
    // Whoever confirmed their page stands in lists again.
    let back = (person.resting && !person.rests_on(now)).then(|| Person { resting: false, ..person.clone() });
    let person = back.as_ref().unwrap_or(person);
    tx.exec(
        "UPDATE people SET handle = $2, name_key = $3, state = $4, listed = $5, fields = $6, released_at = $7, confirmed_at = $8, \
         edited_at = $9, updated_at = $10, protected_until = $11 WHERE id = $1",
        params![
            &person.id, &person.handle, name_key(&person.fields), person.kept_state(), person.listed,
            text(&person.fields)?, person.released_at, person.confirmed_at, person.edited_at, person.updated_at,
            person.protected_until
        ],
    )
    .await?;
    tx.exec("DELETE FROM person_terms WHERE person_id = $1", params![&person.id]).await?;
    insert_terms(tx, person).await?;
    uses::follow(tx, person).await?;
    changes::announce(tx, TOPIC, person.id.as_str(), what, now).await?;
    // Whoever shows this person beside themselves has changed too.
    let beside = beside(tx, &person.id).await?;
    let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
    changes::announce_all(tx, TOPIC, &beside, "written", now).await?;
    Ok(())
}

pub async fn keep(tx: &mut Tx, id: &Id<Person>, kept: &serde_json::Value) -> Result<()> {
    tx.exec("UPDATE people SET kept = $2 WHERE id = $1", params![id, text(kept)?]).await?;
    uses::follow_id(tx, id).await
}

async fn insert_terms(tx: &mut Tx, person: &Person) -> Result<()> {
    let mut terms = person.terms();
    vocabulary::settle(tx, &mut terms).await?;
    if terms.is_empty() {
        return Ok(());
    }
    let mut values: Vec<Value> = vec![(&person.id).into(), name_key(&person.fields).into(), person.released_at.into()];
    let mut rows = Vec::with_capacity(terms.len());
    for term in terms {
        values.extend([term.term.into(), term.audience.into()]);
        rows.push(format!("(${}, $1, ${}, $2, $3)", values.len() - 1, values.len()));
    }
    let sql = format!(
        "INSERT INTO person_terms (term, person_id, audience, name_key, released_at) VALUES {}",
        rows.join(", ")
    );
    tx.exec(&sql, &values).await?;
    Ok(())
}

/// How many of a kind everybody may see, for sitemaps.
pub async fn count_released(db: &Db, kind: Kind) -> Result<i64> {
    let sql = "SELECT count(*) FROM people WHERE state = 'released' AND protected_until IS NULL AND kind = $1 AND listed >= $2";
    db.one(sql, params![kind.code(), Audience::Everyone], |row| row.get(0)).await
}

fn name_key(fields: &Fields) -> String {
    // A name that not everybody may see must not order public lists.
    let name = fields.name.as_ref().filter(|name| name.to == Audience::Everyone);
    name.map_or_else(String::new, |name| fold_name(&name.is))
}

/// Everybody, organisations first so that members find them when an export is read back; after the place `after`.
pub async fn list_organisations_first(db: &Db, after: Option<&str>, limit: i64) -> Result<Vec<Person>> {
    let (kind, id) = after.and_then(|place| place.split_once(':')).unwrap_or(("", ""));
    let sql = format!("SELECT {COLUMNS} FROM people p WHERE (p.kind, p.id) > ($1, $2) ORDER BY p.kind, p.id LIMIT $3");
    db.all(&sql, params![kind, id, limit], read).await
}

/// Where a person stands in [`list_organisations_first`].
pub fn place_in_export(person: &Person) -> String {
    format!("{}:{}", person.kind.code(), person.id)
}
