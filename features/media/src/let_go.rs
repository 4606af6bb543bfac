//! Pictures that nobody shows any more, once a person is erased.

use std::collections::HashSet;

use db::{Result, Tx, Value, params};

use crate::{Picture, store};

/// Where rooms write down which pictures they show, as text that names a picture by its hash or a rendition by its
/// key. A room that keeps pictures in a column of its own adds it here: this is the one place that reads the tables of
/// all, and only to ask whether anybody still needs a file.
const SHOWN_IN: [(&str, &str); 9] = [
    ("people", "fields"),
    ("people", "kept"),
    ("works", "content"),
    ("pages", "fields"),
    ("pages", "body"),
    ("pages", "private_body"),
    ("held", "fields"),
    ("held", "body"),
    ("held", "media"),
];
/// Names looked for in one statement.
const AT_ONCE: usize = 100;
/// Rows read for them; when there are more, everything looked for counts as named.
const ROWS: i64 = 200;

/// Lets go of those of these pictures that nothing names any more, after the one who showed them was deleted. Reads
/// whole tables: for erasing only. Returns keys in the file store to be deleted once the transaction is committed.
///
/// # Errors
/// When the database fails or holds a picture that cannot be read.
pub async fn let_go(tx: &mut Tx, hashes: &[&str]) -> anyhow::Result<Vec<String>> {
    let mut pictures: Vec<Picture> = Vec::new();
    for hash in hashes.iter().copied().collect::<HashSet<_>>() {
        pictures.extend(store::find_in(tx, hash).await?);
    }
    let named = named(tx, &SHOWN_IN, &pictures.iter().flat_map(names).collect::<Vec<_>>()).await?;
    let free: Vec<&Picture> =
        pictures.iter().filter(|picture| names(picture).all(|name| !named.contains(name))).collect();
    for picture in &free {
        tx.exec("DELETE FROM pictures WHERE hash = $1", params![&picture.hash]).await?;
    }
    // The same pixels may have come in two files: then two pictures share a rendition.
    let renditions: Vec<_> = free.iter().flat_map(|picture| &picture.renditions).collect();
    let keys: Vec<&str> = renditions.iter().map(|rendition| rendition.key.as_str()).collect();
    let shared = self::named(tx, &[("pictures", "renditions")], &keys).await?;
    let mut files: Vec<String> = renditions
        .iter()
        .filter(|rendition| !shared.contains(rendition.key.as_str()))
        .filter_map(|rendition| rendition.file())
        .collect();
    files.sort();
    files.dedup();
    Ok(files)
}

fn names(picture: &Picture) -> impl Iterator<Item = &str> {
    std::iter::once(picture.hash.as_str()).chain(picture.renditions.iter().map(|rendition| rendition.key.as_str()))
}

/// Which of these names stand in one of the columns.
async fn named<'n>(tx: &mut Tx, columns: &[(&str, &str)], names: &[&'n str]) -> Result<HashSet<&'n str>> {
    let mut found = HashSet::new();
    for names in names.chunks(AT_ONCE) {
        for (table, column) in columns {
            let any: Vec<String> = (2..).take(names.len()).map(|n| format!("{column} LIKE ${n}")).collect();
            let sql = format!("SELECT {column} FROM {table} WHERE {} LIMIT $1", any.join(" OR "));
            let mut values: Vec<Value> = vec![ROWS.into()];
            values.extend(names.iter().map(|name| Value::from(format!("%{name}%"))));
            let rows: Vec<String> = tx.all(&sql, &values, |row| row.get(0)).await?;
            let full = rows.len() as i64 == ROWS;
            found.extend(names.iter().filter(|name| full || rows.iter().any(|row| row.contains(**name))));
        }
    }
    Ok(found)
}
