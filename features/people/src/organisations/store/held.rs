//! What stands here of one person, whole, for that person; and what is left to do when they go.

use db::{Db, Result, Tx, params};
use serde_json::{Value, json};

/// Rows shown of each table: more than anybody has.
const MOST: i64 = 1000;

/// Invitations somebody got, and those they sent.
pub(crate) async fn invitations(db: &Db, person: &str) -> Result<Vec<Value>> {
    let sql = "SELECT o.handle, i.person_id, i.standing, i.role, i.invited_at, i.ends_at, i.declined_at \
               FROM organisation_invitations i JOIN people o ON o.id = i.organisation_id \
               WHERE i.person_id = $1 OR i.invited_by = $1 ORDER BY i.invited_at, o.handle LIMIT $2";
    db.all(sql, params![person, MOST], |row| {
        let (organisation, invited): (String, String) = (row.get(0)?, row.get(1)?);
        let (mine, standing, role): (bool, String, String) = (invited == person, row.get(2)?, row.get(3)?);
        let (invited_at, ends_at): (i64, i64) = (row.get(4)?, row.get(5)?);
        // What somebody else answered is not the business of who asked.
        let declined_at = row.get::<Option<i64>>(6)?.filter(|_| mine);
        Ok(json!({ "organisation": organisation, "for_me": mine, "standing": standing, "role": role,
                   "invited_at": invited_at, "ends_at": ends_at, "declined_at": declined_at }))
    })
    .await
}

/// Claims somebody made, and those of others that they confirmed.
pub(crate) async fn claims(db: &Db, person: &str) -> Result<Vec<Value>> {
    let sql = "SELECT o.handle, c.words, c.state, c.claimed_at, c.ready_at, c.ends_at FROM organisation_claims c \
               JOIN people o ON o.id = c.organisation_id WHERE c.person_id = $1 ORDER BY c.claimed_at LIMIT $2";
    let mut said = db
        .all(sql, params![person, MOST], |row| {
            let (organisation, words, state): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (claimed_at, ready_at, ends_at): (i64, Option<i64>, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
            Ok(json!({ "organisation": organisation, "words": words, "state": state, "claimed_at": claimed_at,
                       "ready_at": ready_at, "ends_at": ends_at }))
        })
        .await?;
    let sql = "SELECT o.handle, f.confirmed_at FROM organisation_confirmations f \
               JOIN organisation_claims c ON c.id = f.claim_id JOIN people o ON o.id = c.organisation_id \
               WHERE f.person_id = $1 ORDER BY f.confirmed_at LIMIT $2";
    said.extend(
        db.all(sql, params![person, MOST], |row| {
            let (organisation, confirmed_at): (String, i64) = (row.get(0)?, row.get(1)?);
            Ok(json!({ "organisation": organisation, "confirmed_at": confirmed_at }))
        })
        .await?,
    );
    Ok(said)
}

/// What somebody said was wrong on pages of organisations.
pub(crate) async fn corrections(db: &Db, person: &str) -> Result<Vec<Value>> {
    let sql = "SELECT o.handle, c.part, c.words, c.said_at, c.settled_at, c.outcome FROM corrections c \
               JOIN people o ON o.id = c.organisation_id WHERE c.person_id = $1 ORDER BY c.said_at LIMIT $2";
    db.all(sql, params![person, MOST], |row| {
        let (organisation, part, words): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (said_at, settled_at, outcome): (i64, Option<i64>, Option<String>) =
            (row.get(3)?, row.get(4)?, row.get(5)?);
        Ok(json!({ "organisation": organisation, "part": part, "words": words, "said_at": said_at,
                   "settled_at": settled_at, "outcome": outcome }))
    })
    .await
}

/// How somebody stands in each organisation, by handle.
pub(crate) async fn standings(db: &Db, person: &str) -> Result<Vec<Value>> {
    let sql = "SELECT o.handle, m.standing FROM memberships m JOIN people o ON o.id = m.organisation_id \
               WHERE m.person_id = $1 AND m.standing <> 'member' ORDER BY o.handle LIMIT $2";
    db.all(sql, params![person, MOST], |row| {
        let (organisation, standing): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(json!({ "organisation": organisation, "standing": standing }))
    })
    .await
}

/// Takes somebody's name off what they sent and others still need; their own rows go with them.
pub(crate) async fn forget(tx: &mut Tx, person: &str) -> Result<()> {
    tx.exec("UPDATE organisation_invitations SET invited_by = NULL WHERE invited_by = $1", params![person]).await?;
    for table in ["organisation_invitations", "organisation_confirmations", "organisation_claims", "corrections"] {
        tx.exec(&format!("DELETE FROM {table} WHERE person_id = $1"), params![person]).await?;
    }
    Ok(())
}
