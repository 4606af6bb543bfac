//! Reading the log.

use db::{Db, Result, Value};

use crate::{COLUMNS, Recorded, read};

/// Which entries are wanted; empty wants all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    pub actor: Option<&'a str>,
    pub action: Option<&'a str>,
    pub object: Option<&'a str>,
    /// Only entries before this number: where the last page ended.
    pub before: Option<i64>,
}

/// The latest entries that fit, newest first, at most `limit`.
pub async fn list(db: &Db, filter: &Filter<'_>, limit: i64) -> Result<Vec<Recorded>> {
    let mut values: Vec<Value> = vec![limit.into(), filter.before.unwrap_or(i64::MAX).into()];
    let mut sql = format!("SELECT {COLUMNS} FROM audit WHERE seq < $2");
    for (column, wanted) in [("actor", filter.actor), ("action", filter.action), ("object", filter.object)] {
        if let Some(wanted) = wanted {
            values.push(wanted.into());
            sql.push_str(&format!(" AND {column} = ${}", values.len()));
        }
    }
    sql.push_str(" ORDER BY seq DESC LIMIT $1");
    db.all(&sql, &values, read).await
}
