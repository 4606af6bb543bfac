//! Whom a story is about. Whatever changes of a person, the version has to be signed and agreed to anew.

use basics::At;
use db::Tx;

use super::{Outcome, Refusal, forget_next, kept, locked};
use crate::{Subject, Whole, state::Stage, store};

/// Adds somebody. A public story does not appear from then on until they have agreed.
pub async fn add_person(tx: &mut Tx, id: &str, subject: &Subject, now: At) -> Outcome<Whole> {
    let whole = locked(tx, id).await?;
    if whole.subjects.len() as i64 >= store::subjects::MOST {
        return Ok(Err(Refusal::Full));
    }
    store::subjects::insert(tx, subject).await?;
    changed(tx, whole, now).await
}

/// Writes somebody back. Being more careful counts at once, also for what is public; what is public is never made less
/// careful: it has to be withdrawn first.
pub async fn change_person(tx: &mut Tx, id: &str, subject: &Subject, now: At) -> Outcome<Whole> {
    let whole = locked(tx, id).await?;
    let before = whole.subject(subject.id.as_str()).ok_or(db::Error::NoRow)?;
    let freer =
        (subject.face && !before.face) || (subject.named && !before.named) || (subject.located && !before.located);
    let looser = (before.is_protected() && !subject.is_protected()) || (before.recognisable && !subject.recognisable);
    if (freer || looser) && whole.story.standing.is_public() {
        return Ok(Err(Refusal::NotNow));
    }
    store::subjects::update(tx, subject).await?;
    changed(tx, whole, now).await
}

/// Takes somebody out. Not while the story is public: what they said in it is still there.
pub async fn remove_person(tx: &mut Tx, id: &str, subject: &str, now: At) -> Outcome<Whole> {
    let whole = locked(tx, id).await?;
    if whole.story.standing.is_public() {
        return Ok(Err(Refusal::NotNow));
    }
    store::subjects::delete(tx, subject).await?;
    changed(tx, whole, now).await
}

async fn changed(tx: &mut Tx, mut whole: Whole, now: At) -> Outcome<Whole> {
    if matches!(whole.story.stage, Stage::Preview | Stage::Cooling) {
        whole.story.stage = Stage::Review;
    }
    forget_next(&mut whole);
    kept(tx, &mut whole, "people", now).await?;
    let id = whole.story.id.to_string();
    Ok(Ok(locked(tx, &id).await?))
}
