//! Databases from before uses were written down: rooms write theirs once, then the files of each picture are noted.

use db::{Db, Result, Tx, params};

use crate::store;

/// The row that says it is done.
const DONE: &str = "picture-uses";
const AT_ONCE: i64 = 500;

/// Whether the uses of pictures are written down in this database.
pub async fn is_followed(db: &Db) -> Result<bool> {
    Ok(db
        .opt("SELECT last FROM change_counter WHERE name = $1", params![DONE], |row| row.get::<i64>(0))
        .await?
        .is_some())
}

/// Notes the files of every picture and that uses are written down. Once every room has written its own.
///
/// # Errors
/// When the database fails or holds a picture that cannot be read.
pub async fn followed(tx: &mut Tx) -> anyhow::Result<()> {
    let mut after = String::new();
    loop {
        let pictures = store::list_after(tx, &after, AT_ONCE).await?;
        let Some(last) = pictures.last() else { break };
        after.clone_from(&last.hash);
        for picture in &pictures {
            store::insert_files(tx, picture).await?;
        }
    }
    let sql = "INSERT INTO change_counter (name, last) VALUES ($1, 1) ON CONFLICT (name) DO NOTHING";
    tx.exec(sql, params![DONE]).await?;
    Ok(())
}
