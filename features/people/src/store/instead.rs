//! One picture shown in the place of another.

use basics::At;
use db::{Result, Tx, json, params, text};
use serde_json::Value;

use super::{edit, get_in, keep, kept_in};

/// Shows `new` wherever somebody shows the picture with the hash `old`: as portrait, in works, among what an import
/// brought. It is their newest word. Returns whether there is such a person.
///
/// Inserting `new` and letting go of the other is the caller's.
pub async fn show_instead(tx: &mut Tx, id: &str, old: &str, new: &media::Picture, now: At) -> Result<bool> {
    let Some(mut person) = get_in(tx, id).await? else { return Ok(false) };
    if let Some(portrait) = person.fields.portrait.as_mut().filter(|portrait| portrait.is.cut.hash == old) {
        portrait.is.cut = new.clone();
    }
    in_works(tx, id, old, new).await?;
    let kept = text(&kept_in(tx, &person.id).await?)?;
    if kept.contains(old) {
        keep(tx, &person.id, &json(&kept.replace(old, &new.hash))?).await?;
    }
    edit(tx, &mut person, now).await?;
    Ok(true)
}

async fn in_works(tx: &mut Tx, id: &str, old: &str, new: &media::Picture) -> Result<()> {
    let sql = "SELECT id, content FROM works WHERE person_id = $1 ORDER BY place LIMIT 1000";
    let works: Vec<(String, String)> = tx.all(sql, params![id], |row| Ok((row.get(0)?, row.get(1)?))).await?;
    let cut = json::<Value>(&text(new)?)?;
    for (work, content) in works.into_iter().filter(|(_, content)| content.contains(old)) {
        let mut content: Value = json(&content)?;
        if content["picture"]["cut"]["hash"] == old {
            content["picture"]["cut"] = cut.clone();
            tx.exec("UPDATE works SET content = $2 WHERE id = $1", params![&work, text(&content)?]).await?;
        }
    }
    Ok(())
}
