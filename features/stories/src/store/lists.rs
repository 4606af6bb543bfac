//! Lists of what may appear: ranges of one index, whatever there is of stories.

use std::{collections::HashMap, fmt};

use basics::At;
use db::{Db, Result, Row, Value, marks, params, values};

use crate::Use;

/// Whether story `s` carries the term `$1` at the moment `$2`: by the whole key, so that no engine looks at others.
const LISTED: &str = "EXISTS (SELECT 1 FROM story_terms t WHERE t.term = $1 AND t.published_at = s.published_at AND t.story_id = s.id AND t.ends_at > $2)";

/// Longest id, in characters.
const ID: usize = 60;

/// A place between two stories of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    pub published_at: At,
    pub id: String,
}

impl Cursor {
    /// `1795248000000~0193…`, as [`Display`](fmt::Display) writes it; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('~')?;
        let well_formed = id.len() <= ID && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        Some(Self { published_at: At(at.parse().ok()?), id: well_formed.then(|| id.to_owned())? })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.published_at.0, self.id)
    }
}

fn place(row: &mut Row) -> Result<Cursor> {
    Ok(Cursor { id: row.get(0)?, published_at: row.get(1)? })
}

/// What is asked of a list.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    pub to: Use,
    /// All of these, the rarest first: `form:interview`, `person:<id>`, `craft:potter`, `language:sw`, `theme:music`,
    /// `series:<id>`. Empty: every story.
    pub terms: &'a [String],
    /// Only these stories, when somebody knows that no other carries all terms.
    pub among: Option<&'a [String]>,
    pub cursor: Option<&'a Cursor>,
    /// Towards the newest.
    pub back: bool,
    pub limit: i64,
}

/// Ids of stories that may appear, the newest first, each with its place.
pub async fn list(db: &Db, ask: &Ask<'_>, now: At) -> Result<Vec<Cursor>> {
    if ask.among.is_some_and(<[String]>::is_empty) {
        return Ok(Vec::new());
    }
    let (sql, values) = statement(ask, now);
    let mut found = db.all(&sql, &values, place).await?;
    if ask.back {
        found.reverse();
    }
    Ok(found)
}

fn statement(ask: &Ask<'_>, now: At) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = vec![now.into(), ask.limit.into()];
    let mut mark = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let term = |term: &str| Value::from(format!("{}/{term}", ask.to.code()));
    let mut terms = ask.terms.iter();
    let first = mark(term(terms.next().map_or("all", String::as_str)));
    let mut sql =
        format!("SELECT t.story_id, t.published_at FROM story_terms t WHERE t.term = {first} AND t.ends_at > $1");
    for other in terms {
        let other = mark(term(other));
        sql += &format!(
            " AND EXISTS (SELECT 1 FROM story_terms o WHERE o.term = {other} AND o.published_at = t.published_at AND o.story_id = t.story_id)"
        );
    }
    if let Some(ids) = ask.among {
        let ids: Vec<String> = ids.iter().map(|id| mark(id.into())).collect();
        sql += &format!(" AND t.story_id IN ({})", ids.join(", "));
    }
    let (sign, direction) = if ask.back { (">", "ASC") } else { ("<", "DESC") };
    if let Some(cursor) = ask.cursor {
        let (at, id) = (mark(cursor.published_at.into()), mark(cursor.id.as_str().into()));
        sql += &format!(" AND (t.published_at, t.story_id) {sign} ({at}, {id})");
    }
    sql += &format!(" ORDER BY t.published_at {direction}, t.story_id {direction} LIMIT $2");
    (sql, values)
}

/// How many stories may appear, with one term or none.
pub async fn count(db: &Db, to: Use, term: &str, now: At) -> Result<u64> {
    let term = format!("{}/{}", to.code(), if term.is_empty() { "all" } else { term });
    let sql = "SELECT COUNT(*) FROM story_terms WHERE term = $1 AND ends_at > $2";
    Ok(db.one(sql, params![term, now], |row| row.get::<i64>(0)).await?.unsigned_abs())
}

/// Which of these stories may appear in a use, by id.
pub(crate) async fn among(db: &Db, to: Use, ids: &[&str], now: At) -> Result<Vec<String>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(super::AT_ONCE) {
        let sql = format!("SELECT s.id FROM stories s WHERE s.id IN ({}) AND {LISTED} LIMIT 100", marks(2, ids.len()));
        let mut all = vec![format!("{}/all", to.code()).into(), now.into()];
        all.extend(values(ids));
        found.extend(db.all(&sql, &all, |row| row.get::<String>(0)).await?);
    }
    Ok(found)
}

/// Terms of crafts by which these stories are listed on these pages, by id: `craft:potter`.
pub(crate) async fn crafts(db: &Db, ids: &[&str]) -> Result<HashMap<String, Vec<String>>> {
    let mut found = HashMap::new();
    for ids in ids.chunks(super::AT_ONCE) {
        let sql = format!(
            "SELECT story_id, term FROM story_terms WHERE story_id IN ({}) AND term LIKE 'site/craft:%' \
             ORDER BY story_id, term LIMIT 10000",
            marks(0, ids.len())
        );
        for (id, term) in db.all(&sql, &values(ids), |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?))).await? {
            let term = term.trim_start_matches("site/").to_owned();
            found.entry(id).or_insert_with(Vec::new).push(term);
        }
    }
    Ok(found)
}

/// Addresses of stories that these public ones link to or quote and that do not appear on these pages, by story.
pub(crate) async fn gone(db: &Db, ids: &[&str], now: At) -> Result<HashMap<String, Vec<String>>> {
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for ids in ids.chunks(super::AT_ONCE) {
        let sql = format!(
            "SELECT l.story_id, l.slug FROM story_links l WHERE l.story_id IN ({}) AND NOT EXISTS \
             (SELECT 1 FROM stories s WHERE s.slug = l.slug AND {LISTED}) ORDER BY l.story_id, l.slug LIMIT 10000",
            marks(2, ids.len())
        );
        let mut all = vec!["site/all".into(), now.into()];
        all.extend(values(ids));
        for (id, slug) in db.all(&sql, &all, |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?))).await? {
            found.entry(id).or_default().push(slug);
        }
    }
    Ok(found)
}

/// Stories that may appear on these pages, the oldest first, after a place: what was listed stays where it is while
/// others come. For sitemaps.
pub(crate) async fn oldest(db: &Db, after: Option<&Cursor>, limit: i64, now: At) -> Result<Vec<Cursor>> {
    let mut found =
        list(db, &Ask { to: Use::Site, terms: &[], among: None, cursor: after, back: true, limit }, now).await?;
    found.reverse();
    Ok(found)
}

/// Every `every`-th place of that order which has others after it, whenever their time ends. Steps along the index and
/// looks at nothing else, so that a hundred thousand take milliseconds.
pub(crate) async fn every_nth(db: &Db, every: i64) -> Result<Vec<Cursor>> {
    let sql = "SELECT story_id, published_at FROM story_terms WHERE term = 'site/all' \
               AND (published_at, story_id) > ($1, $2) ORDER BY published_at, story_id LIMIT 2 OFFSET $3";
    let mut marks: Vec<Cursor> = Vec::new();
    loop {
        let (at, id) = marks.last().map_or((At(i64::MIN), ""), |mark| (mark.published_at, mark.id.as_str()));
        let found = db.all(sql, params![at, id, every - 1], place).await?;
        let [mark, _] = found.as_slice() else { return Ok(marks) };
        marks.push(mark.clone());
    }
}
