//! Letting go of what is old, without cutting the chain loose.

use basics::At;
use db::{Db, Result, Tx, params};

use crate::{Entry, NOBODY, chain, record};

const ACTION: &str = "audit-retired";

/// Where the chain begins: the number and hash of the last entry that was let go.
pub(crate) struct Anchor {
    pub through: i64,
    pub hash: String,
}

/// Takes away the oldest entries, up to the first that is not from before `before`. An entry at the end of the log says
/// how far and with which hash, so that the chain proves its own beginning. Returns how many went.
pub async fn retire(tx: &mut Tx, before: At, now: At) -> Result<u64> {
    let kept =
        tx.one("SELECT MIN(seq) FROM audit WHERE at >= $1", params![before], |row| row.get::<Option<i64>>(0)).await?;
    let last = tx
        .opt(
            "SELECT seq, hash FROM audit WHERE seq < $1 ORDER BY seq DESC LIMIT 1",
            params![kept.unwrap_or(i64::MAX)],
            |row| Ok((row.get::<i64>(0)?, row.get::<String>(1)?)),
        )
        .await?;
    let Some((through, hash)) = last else { return Ok(0) };
    let detail = format!("through={through} hash={hash}");
    record(tx, &Entry { actor: NOBODY, action: ACTION, object: "", detail: &detail, request: "" }, now).await?;
    tx.exec("DELETE FROM audit WHERE seq <= $1", params![through]).await
}

/// What the oldest entry has to follow.
pub(crate) async fn anchor(db: &Db) -> Result<Anchor> {
    let detail = db
        .opt("SELECT detail FROM audit WHERE action = $1 ORDER BY seq DESC LIMIT 1", params![ACTION], |row| {
            row.get::<String>(0)
        })
        .await?;
    let read = |detail: String| {
        let (through, hash) = detail.strip_prefix("through=")?.split_once(" hash=")?;
        Some(Anchor { through: through.parse().ok()?, hash: hash.to_owned() })
    };
    Ok(detail.and_then(read).unwrap_or_else(|| Anchor { through: 0, hash: chain::BEGINNING.to_owned() }))
}
