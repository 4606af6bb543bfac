//! Minors are shown to people they accepted and to nobody else (safety.md 4). Their protection ends by itself.

use basics::At;
use db::Db;

use crate::store;

/// People looked at together.
const AT_ONCE: i64 = 200;

/// Ends the protection of everybody for whom it has passed; lists and the index follow. To be called once a day.
/// Returns how many they were.
///
/// # Errors
/// When the database fails; what was ended before stays.
pub async fn lift_protection(db: &Db, now: At) -> db::Result<u64> {
    let mut lifted = 0;
    loop {
        let ids = store::protected_before(db, now, AT_ONCE).await?;
        if ids.is_empty() {
            return Ok(lifted);
        }
        let mut tx = db.begin().await?;
        for id in &ids {
            // Read again: it may have been prolonged since.
            let person = store::get_in(&mut tx, id).await?;
            let Some(mut person) = person.filter(|person| person.protected_until.is_some_and(|until| until <= now))
            else {
                continue;
            };
            person.protected_until = None;
            person.updated_at = now;
            store::update(&mut tx, &person, "written", now).await?;
            lifted += 1;
        }
        tx.commit().await?;
    }
}
