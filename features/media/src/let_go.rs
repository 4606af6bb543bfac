//! Pictures and recordings that nobody shows any more.

use std::collections::BTreeSet;

use basics::At;
use db::{Db, Result, Tx, params};
use files::Files;

use crate::{audio, store};

/// Pictures let go of in one transaction.
const AT_ONCE: i64 = 200;

/// Lets go of those of these pictures and recordings that nothing shows any more, after the one who showed them was deleted or shows
/// another. Returns keys in the file store to be deleted once the transaction is committed.
///
/// # Errors
/// When the database fails.
pub async fn let_go(tx: &mut Tx, hashes: &[&str]) -> anyhow::Result<Vec<String>> {
    let mut files = BTreeSet::new();
    for hash in hashes.iter().copied().collect::<BTreeSet<_>>() {
        files.extend(let_one_go(tx, hash, None).await?);
    }
    Ok(files.into_iter().collect())
}

/// Deletes pictures that nothing shows and that came before `before`: drafts given up, portraits replaced. Returns how
/// many went.
///
/// # Errors
/// When the database or the file store fails; what went before is gone, the next time goes on.
pub async fn sweep(db: &Db, files: &Files, before: At) -> anyhow::Result<usize> {
    let (mut after, mut gone) = (String::new(), 0);
    loop {
        let idle = idle(db, &after, before).await?;
        let Some(last) = idle.last() else { return Ok(gone) };
        after.clone_from(last);
        let mut tx = db.begin().await?;
        let mut free = BTreeSet::new();
        for hash in &idle {
            free.extend(let_one_go(&mut tx, hash, Some(before)).await?);
        }
        tx.commit().await?;
        files.delete_all(free).await?;
        gone += idle.len();
    }
}

/// Pictures that nothing shows, by hash.
async fn idle(db: &Db, after: &str, before: At) -> Result<Vec<String>> {
    let sql = "SELECT p.hash FROM pictures p WHERE p.hash > $1 AND p.created_at < $2 \
               AND NOT EXISTS (SELECT 1 FROM picture_uses u WHERE u.hash = p.hash) ORDER BY p.hash LIMIT $3";
    db.all(sql, params![after, before, AT_ONCE], |row| row.get(0)).await
}

/// Deletes a picture that nothing shows (and that is older than `before`); the files that no other picture shares.
async fn let_one_go(tx: &mut Tx, hash: &str, before: Option<At>) -> anyhow::Result<Vec<String>> {
    let Some(picture) = store::find_in(tx, hash).await? else { return audio::let_one_go(tx, hash, before).await };
    let sql = "DELETE FROM pictures WHERE hash = $1 AND created_at < $2 \
               AND NOT EXISTS (SELECT 1 FROM picture_uses u WHERE u.hash = $1)";
    if tx.exec(sql, params![hash, before.unwrap_or(At(i64::MAX))]).await? == 0 {
        return Ok(Vec::new());
    }
    let mut free = Vec::new();
    for rendition in &picture.renditions {
        let sql = "SELECT 1 FROM picture_files WHERE key = $1 LIMIT 1";
        if tx.opt(sql, params![&rendition.key], |_| Ok(())).await?.is_none() {
            free.extend(rendition.file());
        }
    }
    Ok(free)
}
