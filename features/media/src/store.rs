//! Every statement about pictures.

use std::collections::HashMap;

use anyhow::Context;
use basics::At;
use db::{Db, Row, Tx, params};

use crate::{Picture, Rendition};

/// Pictures asked for in one statement; more are asked for in turns.
const AT_ONCE: usize = 200;

/// The pictures with these hashes, by hash; those that are not known are missing from the answer.
pub async fn find(db: &Db, hashes: &[&str]) -> anyhow::Result<HashMap<String, Picture>> {
    let mut pictures = HashMap::with_capacity(hashes.len());
    for hashes in hashes.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT hash, width, height, renditions FROM pictures WHERE hash IN ({}) LIMIT {AT_ONCE}",
            db::marks(0, hashes.len())
        );
        for row in db.all(&sql, &db::values(hashes), columns).await? {
            let picture = picture(row)?;
            pictures.insert(picture.hash.clone(), picture);
        }
    }
    Ok(pictures)
}

/// A picture by hash, within a transaction.
pub async fn find_in(tx: &mut Tx, hash: &str) -> anyhow::Result<Option<Picture>> {
    let sql = "SELECT hash, width, height, renditions FROM pictures WHERE hash = $1";
    tx.opt(sql, params![hash], columns).await?.map(picture).transpose()
}

/// Keeps what is known of a picture. One that is known stays as it is, and counts as new for [`crate::sweep`]:
/// somebody is about to show it.
pub async fn insert(tx: &mut Tx, picture: &Picture, now: At) -> anyhow::Result<()> {
    tx.exec(
        "INSERT INTO pictures (hash, width, height, renditions, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (hash) DO UPDATE SET created_at = excluded.created_at",
        params![&picture.hash, picture.width, picture.height, serde_json::to_string(&picture.renditions)?, now],
    )
    .await?;
    Ok(insert_files(tx, picture).await?)
}

/// Keeps which files a picture is made of.
pub(crate) async fn insert_files(tx: &mut Tx, picture: &Picture) -> db::Result<()> {
    for rendition in &picture.renditions {
        tx.exec(
            "INSERT INTO picture_files (key, hash) VALUES ($1, $2) ON CONFLICT (key, hash) DO NOTHING",
            params![&rendition.key, &picture.hash],
        )
        .await?;
    }
    Ok(())
}

/// Pictures by hash, after `after`.
pub(crate) async fn list_after(tx: &mut Tx, after: &str, limit: i64) -> anyhow::Result<Vec<Picture>> {
    let sql = "SELECT hash, width, height, renditions FROM pictures WHERE hash > $1 ORDER BY hash LIMIT $2";
    tx.all(sql, params![after, limit], columns).await?.into_iter().map(picture).collect()
}

type Columns = (String, i64, i64, String);

fn columns(row: &mut Row) -> db::Result<Columns> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn picture((hash, width, height, renditions): Columns) -> anyhow::Result<Picture> {
    let renditions: Vec<Rendition> =
        serde_json::from_str(&renditions).with_context(|| format!("the renditions of picture {hash}"))?;
    Ok(Picture { width: width.try_into()?, height: height.try_into()?, hash, renditions })
}
