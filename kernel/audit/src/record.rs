//! Writing one entry.

use basics::At;
use db::{Result, Tx, params};

use crate::{Entry, Recorded, chain};

const LONGEST: usize = 200;

/// Writes an entry at the end of the log, in the caller's transaction; waits for others that write to it.
pub async fn record(tx: &mut Tx, entry: &Entry<'_>, now: At) -> Result<()> {
    let seq = tx
        .one("UPDATE change_counter SET last = last + 1 WHERE name = 'audit' RETURNING last", &[], |row| row.get(0))
        .await?;
    // A log whose end was cut off goes on all the same; `verify` tells of it.
    let previous = tx.opt("SELECT hash FROM audit WHERE seq = $1", params![seq - 1], |row| row.get(0)).await?;
    let mut recorded = Recorded {
        seq,
        at: now,
        actor: plain(entry.actor),
        action: entry.action.to_owned(),
        object: plain(entry.object),
        detail: plain(entry.detail),
        request: plain(entry.request),
        previous: previous.unwrap_or_else(|| chain::BEGINNING.to_owned()),
        hash: String::new(),
    };
    recorded.hash = chain::hash(&recorded);
    insert(tx, &recorded).await
}

async fn insert(tx: &mut Tx, entry: &Recorded) -> Result<()> {
    tx.exec(
        "INSERT INTO audit (seq, at, actor, action, object, detail, request, previous, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            entry.seq,
            entry.at,
            &entry.actor,
            &entry.action,
            &entry.object,
            &entry.detail,
            &entry.request,
            &entry.previous,
            &entry.hash
        ],
    )
    .await
    .map(drop)
}

/// Machine words only: what somebody typed never gets into the log, even by mistake.
fn plain(text: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || " =-_.:,".contains(c);
    text.chars().take(LONGEST).map(|c| if allowed(c) { c } else { '?' }).collect()
}
