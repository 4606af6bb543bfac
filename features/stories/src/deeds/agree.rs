//! Somebody in a story agrees to an exact version, or wants something changed.

use basics::At;
use db::Tx;

use super::{Outcome, Refusal, cool, forget_next, kept, locked, moved};
use crate::{
    Consent, Giver, How, Term, Use, Whole,
    rules::agreed_until,
    state::{Deed, Stage, Standing},
    store, work,
};

/// What somebody says yes to.
#[derive(Clone, Debug)]
pub struct Agreement<'a> {
    /// The version that was read.
    pub root: &'a str,
    /// Without the site nothing is agreed to.
    pub uses: &'a [Use],
    pub term: Term,
    /// The language it was explained in.
    pub lang: &'a str,
    pub how: How,
    pub by: Giver,
    pub witness: &'a str,
}

/// Writes the consents down, instead of those given before to the same version. Once everybody has agreed, the time to
/// think again begins; what had expired is public again.
pub async fn agree(tx: &mut Tx, id: &str, subject: &str, agreement: &Agreement<'_>, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    let Some(version) = asked(&whole) else { return Ok(Err(Refusal::NotNow)) };
    if version != agreement.root || !agreement.uses.contains(&Use::Site) {
        return Ok(Err(Refusal::Changed));
    }
    whole.subject(subject).ok_or(db::Error::NoRow)?;
    replace(tx, &whole, subject, agreement, now).await?;
    whole = locked(tx, id).await?;
    let everybody = agreed_until(&whole, agreement.root, Use::Site, now).is_some();
    if everybody && whole.story.stage == Stage::Preview && moved(&mut whole, Deed::Agree).is_ok() {
        cool(tx, &mut whole, now).await?;
    } else {
        let expired = whole.story.standing == Standing::Expired;
        let renewed = everybody && expired && moved(&mut whole, Deed::Renew).is_ok();
        if renewed || whole.story.standing.is_public() {
            work::watch(tx, &whole, now).await?;
        }
    }
    kept(tx, &mut whole, "agreed", now).await?;
    Ok(Ok(whole))
}

/// The version people are asked about: the next one, else what is or was public.
pub fn asked(whole: &Whole) -> Option<&str> {
    let story = &whole.story;
    match story.stage {
        Stage::Preview | Stage::Cooling => Some(story.next_root.as_str()),
        Stage::Done if story.standing.is_public() || story.standing == Standing::Expired => Some(story.root.as_str()),
        _ => None,
    }
    .filter(|root| !root.is_empty())
}

async fn replace(tx: &mut Tx, whole: &Whole, subject: &str, agreement: &Agreement<'_>, now: At) -> db::Result<()> {
    let Agreement { root, uses, term, lang, how, by, witness } = *agreement;
    let before = whole.consents.iter().filter(|consent| consent.subject == subject && consent.root == root);
    for consent in before.filter(|consent| consent.by == by && consent.withdrawn_at.is_none()) {
        store::consents::end(tx, consent, now).await?;
    }
    for to in uses {
        let consent = Consent {
            id: basics::Id::new(),
            subject: subject.to_owned(),
            to: *to,
            root: root.to_owned(),
            lang: lang.to_owned(),
            how,
            by,
            witness: witness.to_owned(),
            given_at: now,
            ends_at: term.ends_at(now),
            withdrawn_at: None,
        };
        store::consents::insert(tx, whole.story.id.as_str(), &consent).await?;
    }
    Ok(())
}

/// Somebody wants something changed before they agree, or has thought again: back to the editors. What is public stays.
pub async fn decline(tx: &mut Tx, id: &str, subject: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    if !matches!(whole.story.stage, Stage::Preview | Stage::Cooling) {
        return Ok(Err(Refusal::NotNow));
    }
    let root = whole.story.next_root.clone();
    let theirs = whole.consents.iter().filter(|consent| consent.subject == subject && consent.root == root);
    for consent in theirs.filter(|consent| consent.withdrawn_at.is_none()) {
        store::consents::end(tx, consent, now).await?;
    }
    if let Err(refusal) = moved(&mut whole, Deed::Reopen) {
        return Ok(Err(refusal));
    }
    forget_next(&mut whole);
    kept(tx, &mut whole, "declined", now).await?;
    Ok(Ok(whole))
}
