//! Letting go of letters when they were kept long enough; the numbers stand in the one table of `accounts::retention`.

use accounts::retention::{LETTERS, REPORTS, UNANSWERED};
use basics::At;
use db::Db;
use serde::{Deserialize, Serialize};

use crate::store::{letters, replies, reports};

/// Lets go of old letters, once a night.
#[derive(Serialize, Deserialize)]
pub struct LetGoOfLetters {}

impl jobs::Job for LetGoOfLetters {
    const KIND: &'static str = "let-go-of-letters";
}

/// Deletes letters nobody accepted, what was said long ago, and sealed copies whose time is over. Declined, blocked and
/// unanswered letters go on the same day: their going says nothing.
///
/// # Errors
/// From the database; what is not deleted then is so next time.
pub async fn let_go(db: &Db, now: At) -> db::Result<()> {
    let mut tx = db.begin().await?;
    letters::sweep(&mut tx, UNANSWERED.before(now), LETTERS.before(now)).await?;
    replies::sweep(&mut tx, LETTERS.before(now)).await?;
    reports::sweep(&mut tx, REPORTS.before(now)).await?;
    tx.commit().await
}
