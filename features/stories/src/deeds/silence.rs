//! A story that was withdrawn and that nobody goes on with: its words go too.

use accounts::retention::WITHDRAWN;
use basics::At;
use db::Tx;
use serde_json::Map;

use super::{Outcome, Refusal, forget_next, kept, locked};
use crate::{
    Whole,
    state::{Stage, Standing},
    store,
};

/// Lets go of everything that is told in it, of what an import brought, of how it called its people, and of their codes.
/// Its address stays, so that it says that the story is gone; so does who agreed to what and took it back. Only after the
/// time that [`WITHDRAWN`] gives, counted from the last thing done to it.
pub async fn silence(tx: &mut Tx, id: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    if whole.story.standing != Standing::Withdrawn || whole.story.updated_at >= WITHDRAWN.before(now) {
        return Ok(Err(Refusal::NotNow));
    }
    forget_next(&mut whole);
    whole.story.stage = Stage::Done;
    whole.story.title.clone_from(&whole.story.slug);
    for telling in store::tellings::list_in(tx, id).await? {
        store::tellings::delete(tx, id, &telling.lang).await?;
    }
    store::editions::delete_all(tx, id).await?;
    store::corrections::delete_all(tx, id).await?;
    store::subjects::forget_names(tx, id).await?;
    store::stories::keep(tx, id, &Map::new()).await?;
    kept(tx, &mut whole, "silenced", now).await?;
    Ok(Ok(whole))
}
