//! Deleting a story for good, on the word of somebody in it: what was taken back need not be kept either.

use web::{Cx, Result};

use crate::{
    Whole, deeds,
    state::{Stage, Standing},
    store, work,
};

/// Whether somebody in it may have it deleted now. What is public, asked about or over has to be taken back first.
pub(crate) fn may_erase(whole: &Whole) -> bool {
    let story = &whole.story;
    matches!(story.standing, Standing::Unseen | Standing::Withdrawn)
        && matches!(story.stage, Stage::Draft | Stage::Review | Stage::Done)
}

/// Deletes a story with everything that hangs on it, also the code that may have led here; `false` where that is not
/// possible now. The disk is scrubbed in the night.
pub(crate) async fn erase(cx: &Cx, id: &str) -> Result<bool> {
    let mut tx = cx.portal.db.begin().await?;
    changes::take_turn(&mut tx).await?;
    if !store::whole::get_in(&mut tx, id).await?.as_ref().is_some_and(may_erase) {
        return Ok(false);
    }
    let unnamed = deeds::erase_story(&mut tx, id, cx.now).await?;
    work::scrub(&mut tx, cx.now).await?;
    let actor = cx.signed.as_ref().map_or(audit::NOBODY, |signed| &signed.account);
    let entry = audit::Entry { actor, action: "story-erased", object: id, detail: "", request: "" };
    audit::record(&mut tx, &entry, cx.now).await?;
    // Before the transaction is durable: a fault leaves names without files, and never a file that nothing names.
    cx.portal.files.delete_all(unnamed).await?;
    tx.commit().await?;
    Ok(true)
}
