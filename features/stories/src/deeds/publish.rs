//! A story comes out.

use basics::At;
use db::{Result, Tx};

use super::{Outcome, Refusal, forget_next, kept, locked, moved};
use crate::{
    Use, Whole,
    rules::agreed_until,
    state::{Deed, Stage, Standing},
    store, work,
};

/// The time to think again: 72 hours.
pub const COOLING: i64 = 3 * At::DAY;

/// Brings out what everybody agreed to, once the time to think again is over. When somebody does not agree any more it
/// goes back to the editors.
pub async fn publish(tx: &mut Tx, id: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    let cooled = whole.story.cooling_until.is_some_and(|until| until <= now);
    if whole.story.stage != Stage::Cooling || !cooled {
        return Ok(Err(Refusal::NotNow));
    }
    let agreed = agreed_until(&whole, &whole.story.next_root, Use::Site, now).is_some();
    if let Err(refusal) = moved(&mut whole, if agreed { Deed::Publish } else { Deed::Reopen }) {
        return Ok(Err(refusal));
    }
    if agreed {
        out(tx, &mut whole, now).await?;
    } else {
        forget_next(&mut whole);
    }
    kept(tx, &mut whole, if agreed { "published" } else { "reopened" }, now).await?;
    if agreed {
        work::watch(tx, &whole, now).await?;
    }
    Ok(Ok(whole))
}

/// Makes the next version the one that is read. The caller has moved the story and writes it back.
pub(super) async fn out(tx: &mut Tx, whole: &mut Whole, now: At) -> Result<()> {
    let id = whole.story.id.to_string();
    let story = &mut whole.story;
    story.edition = std::mem::take(&mut story.next_edition);
    story.root = std::mem::take(&mut story.next_root);
    story.cooling_until = None;
    if story.slug == id {
        story.slug = store::stories::free_slug(tx, &id, &story.title).await?;
    }
    story.published_at = story.published_at.or(Some(now));
    for mut telling in store::tellings::list_in(tx, &id).await? {
        if telling.is_original() {
            telling.shown.clone_from(&whole.story.edition);
            store::tellings::put(tx, &telling).await?;
        }
    }
    if whole.story.standing == Standing::Corrected {
        store::corrections::settle(tx, &id, now).await?;
    }
    Ok(())
}
