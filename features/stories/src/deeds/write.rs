//! A story is worked on: nothing that anybody has agreed to changes by it.

use basics::At;
use db::Tx;

use super::{Outcome, Refusal, forget_next, kept, locked};
use crate::{Content, Form, Theme, Whole, state::Stage, store};

/// Longest text of a story, in characters, and most pieces in it.
pub const LONGEST: usize = 60_000;
pub const MOST_PIECES: usize = 40;

/// Writes the original anew, with what kind of story it is. Signatures under what it said before count no more.
pub async fn write(
    tx: &mut Tx,
    id: &str,
    (form, theme): (Form, Option<Theme>),
    content: Content,
    now: At,
) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    if !matches!(whole.story.stage, Stage::Draft | Stage::Review) {
        return Ok(Err(Refusal::NotNow));
    }
    if content.source.chars().count() > LONGEST || content.pieces.len() > MOST_PIECES {
        return Ok(Err(Refusal::Full));
    }
    whole.story.title.clone_from(&content.title);
    (whole.story.form, whole.story.theme) = (form, theme);
    forget_next(&mut whole);
    let Some(mut telling) = store::tellings::original_in(tx, id).await? else { return Ok(Err(Refusal::NotNow)) };
    (telling.content, telling.updated_at) = (content, now);
    store::tellings::put(tx, &telling).await?;
    kept(tx, &mut whole, "worked on", now).await?;
    Ok(Ok(whole))
}
