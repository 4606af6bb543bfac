//! A story in another language: made from an exact edition of the original, read beside it by somebody else.

use basics::At;
use db::Tx;

use super::{Outcome, Refusal, kept, locked, write::LONGEST};
use crate::{
    Content, Edition, Role, Whole,
    role::Part,
    store,
    telling::{Telling, TellingState},
};

/// Writes a translation down as a draft; what the public reads in that language stays until it was read beside the
/// original. `of` is the edition of the original that it was made from.
pub async fn translate(
    tx: &mut Tx,
    id: &str,
    lang: &str,
    (content, of): (Content, &str),
    translator: &str,
    now: At,
) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    if lang == whole.story.lang || content.source.chars().count() > LONGEST {
        return Ok(Err(Refusal::Full));
    }
    let Some(edition) = store::editions::find_in(tx, id, of).await? else { return Ok(Err(Refusal::Changed)) };
    let known = store::tellings::list_in(tx, id).await?;
    let before = known.iter().find(|telling| telling.lang == lang);
    if before.is_none() && known.len() as i64 >= store::tellings::MOST {
        return Ok(Err(Refusal::Full));
    }
    let telling = Telling {
        story: id.to_owned(),
        lang: lang.to_owned(),
        state: TellingState::Draft,
        content,
        of_edition: of.to_owned(),
        of_root: edition.root,
        shown: before.map(|telling| telling.shown.clone()).unwrap_or_default(),
        updated_at: now,
    };
    store::tellings::put(tx, &telling).await?;
    let has = |role: &Role| role.person == translator && role.part == Part::Translator && role.lang == lang;
    if !whole.roles.iter().any(has) {
        store::roles::insert(tx, id, &Role::new(translator, Part::Translator, lang, now)).await?;
    }
    kept(tx, &mut whole, "translated", now).await?;
    Ok(Ok(locked(tx, id).await?))
}

/// Somebody who did not translate it has read it beside the original: from now on it is shown wherever the story is.
pub async fn review_translation(tx: &mut Tx, id: &str, lang: &str, reader: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    let telling = store::tellings::list_in(tx, id).await?.into_iter().find(|telling| telling.lang == lang);
    let Some(mut telling) = telling.filter(|telling| telling.state == TellingState::Draft) else {
        return Ok(Err(Refusal::NotNow));
    };
    let latest = whole.roles.iter().rev().find(|role| role.part == Part::Translator && role.lang == lang);
    if latest.is_some_and(|role| role.person == reader) {
        return Ok(Err(Refusal::Twice));
    }
    let edition = Edition::of(id, lang, &telling.content, Some(&telling.of_root), now);
    store::editions::put(tx, &edition).await?;
    (telling.state, telling.shown, telling.updated_at) = (TellingState::Reviewed, edition.hash, now);
    store::tellings::put(tx, &telling).await?;
    kept(tx, &mut whole, "translated", now).await?;
    Ok(Ok(whole))
}
