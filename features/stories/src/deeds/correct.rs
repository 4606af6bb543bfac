//! What is public is corrected: a slip at once, with a line in the public log; anything else is agreed to anew.

use basics::{At, words};
use db::Tx;

use super::{Outcome, Refusal, kept, locked, moved};
use crate::{
    Content, Edition, Whole,
    state::Deed,
    store::{self, corrections::Correction},
};

/// Words that a small correction may put in or take out.
const SLIP: usize = 12;

/// Whether only a slip was mended: same title, pictures and recordings, and few words others.
pub fn is_small(before: &Content, after: &Content) -> bool {
    let same = |content: &Content| {
        let pieces: Vec<_> = content.pieces.iter().map(|piece| (piece.name.clone(), piece.hash.clone())).collect();
        (content.title.clone(), content.lead.clone(), pieces)
    };
    same(before) == same(after) && changed(&said(before), &said(after)) <= SLIP
}

fn said(content: &Content) -> Vec<String> {
    let pieces = content.pieces.iter().flat_map(|piece| [&piece.alt, &piece.caption, &piece.credit, &piece.transcript]);
    [&content.lede, &content.source].into_iter().chain(pieces).flat_map(|text| words(text)).collect()
}

/// Words that are not at the beginning or the end both have in common.
fn changed(before: &[String], after: &[String]) -> usize {
    let shorter = before.len().min(after.len());
    let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let rest = shorter - start;
    let end = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    before.len().max(after.len()) - start - end
}

/// Mends a slip in the original; `words` tell readers what it was. Translations count as made from what was before.
pub async fn correct(tx: &mut Tx, id: &str, content: Content, words: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    let original = store::tellings::original_in(tx, id).await?;
    let public = store::editions::find_in(tx, id, &whole.story.edition).await?;
    let (Some(mut telling), Some(public)) = (original, public) else { return Ok(Err(Refusal::NotNow)) };
    if let Err(refusal) = moved(&mut whole, Deed::Correct) {
        return Ok(Err(refusal));
    }
    let edition = Edition::of(id, &telling.lang, &content, Some(&whole.story.root), now);
    if !is_small(&public.content, &edition.content) {
        return Ok(Err(Refusal::NotSmall));
    }
    store::editions::put(tx, &edition).await?;
    whole.story.edition.clone_from(&edition.hash);
    (telling.shown, telling.content, telling.updated_at) = (edition.hash, content, now);
    store::tellings::put(tx, &telling).await?;
    let correction = Correction { lang: telling.lang, words: words.to_owned(), agreed_anew: false, made_at: now };
    store::corrections::insert(tx, id, &correction).await?;
    kept(tx, &mut whole, "corrected", now).await?;
    Ok(Ok(whole))
}

/// Takes a story up again; what is public stays until the new version is agreed to. `words` tell readers then what was
/// changed; empty where nothing is public.
pub async fn reopen(tx: &mut Tx, id: &str, words: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    if let Err(refusal) = moved(&mut whole, Deed::Reopen) {
        return Ok(Err(refusal));
    }
    super::forget_next(&mut whole);
    store::corrections::forget(tx, id).await?;
    if whole.story.standing.is_public() {
        let (lang, words) = (whole.story.lang.clone(), words.to_owned());
        store::corrections::insert(tx, id, &Correction { lang, words, agreed_anew: true, made_at: At(0) }).await?;
    }
    kept(tx, &mut whole, "reopened", now).await?;
    Ok(Ok(whole))
}
