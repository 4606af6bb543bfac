//! A story goes to the editors and back; editors sign an exact version.

use basics::At;
use db::Tx;

use super::{Outcome, Refusal, cool, forget_next, kept, locked, moved, publish::out};
use crate::{
    Edition, Whole,
    ready::missing,
    role::Part,
    rules::is_signed,
    state::{Deed, Stage},
    store,
};

/// To the editors.
pub async fn submit(tx: &mut Tx, id: &str, now: At) -> Outcome<Whole> {
    step(tx, id, Deed::Submit, now).await
}

/// Back to its author.
pub async fn send_back(tx: &mut Tx, id: &str, now: At) -> Outcome<Whole> {
    step(tx, id, Deed::Return, now).await
}

async fn step(tx: &mut Tx, id: &str, deed: Deed, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    if let Err(refusal) = moved(&mut whole, deed) {
        return Ok(Err(refusal));
    }
    forget_next(&mut whole);
    kept(tx, &mut whole, deed.code(), now).await?;
    Ok(Ok(whole))
}

/// An editor has gone through the checklist and signs what the story says now. With enough signatures it goes to the
/// people in it; where nobody is, it is public.
pub async fn sign(tx: &mut Tx, id: &str, editor: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    let original = store::tellings::original_in(tx, id).await?;
    let Some(original) = original.filter(|_| whole.story.stage == Stage::Review) else {
        return Ok(Err(Refusal::NotNow));
    };
    let lacks = missing(&whole, &original.content);
    if !lacks.is_empty() {
        return Ok(Err(Refusal::Missing(lacks)));
    }
    let edition = Edition::of(id, &original.lang, &original.content, None, now);
    let signs = |role: &&mut crate::Role| matches!(role.part, Part::Editor | Part::Second) && role.person == editor;
    let Some(role) = whole.roles.iter_mut().find(signs) else { return Ok(Err(Refusal::NotNow)) };
    role.sign(&edition.hash, &whole.story.root);
    let role = role.clone();
    store::roles::sign(tx, &role).await?;
    (whole.story.next_edition, whole.story.next_root) = (edition.hash.clone(), edition.hash.clone());
    store::editions::put(tx, &edition).await?;
    if is_signed(&whole, &edition.hash) {
        let nobody = whole.subjects.is_empty();
        if let Err(refusal) = moved(&mut whole, if nobody { Deed::Release } else { Deed::Show }) {
            return Ok(Err(refusal));
        }
        if nobody {
            out(tx, &mut whole, now).await?;
        } else if nobody_can_be_recognised(&whole) && moved(&mut whole, Deed::Agree).is_ok() {
            cool(tx, &mut whole, now).await?;
        }
    }
    kept(tx, &mut whole, "signed", now).await?;
    Ok(Ok(whole))
}

/// There are people in it, and none of them has to be asked.
fn nobody_can_be_recognised(whole: &Whole) -> bool {
    whole.subjects.iter().all(|subject| !subject.is_identifiable())
}
