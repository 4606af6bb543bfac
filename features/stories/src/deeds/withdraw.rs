//! Somebody takes back what they agreed to. No reason is asked, nothing is waited for.

use basics::At;
use db::Tx;

use super::{Outcome, forget_next, kept, locked, moved};
use crate::{Use, Whole, copies, state::Deed, store};

/// Takes a story away from everywhere, on the word of one of its people (`subject`), or of its editors or author
/// (`None`). What only the public read of it is deleted with it.
pub async fn withdraw(tx: &mut Tx, id: &str, subject: Option<&str>, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    for person in whole.subjects.iter().filter(|known| subject.is_none_or(|subject| known.id.as_str() == subject)) {
        store::consents::withdraw(tx, person.id.as_str(), None, now).await?;
    }
    if let Err(refusal) = moved(&mut whole, Deed::Withdraw) {
        return Ok(Err(refusal));
    }
    forget_next(&mut whole);
    whole.story.edition.clear();
    whole.story.root.clear();
    for mut telling in store::tellings::list_in(tx, id).await? {
        telling.shown.clear();
        store::tellings::put(tx, &telling).await?;
    }
    store::editions::delete_all(tx, id).await?;
    store::corrections::forget(tx, id).await?;
    copies::recall(tx, &whole.story, now).await?;
    kept(tx, &mut whole, "withdrawn", now).await?;
    Ok(Ok(whole))
}

/// Takes back one use; the site is all of them.
pub async fn withdraw_use(tx: &mut Tx, id: &str, subject: &str, to: Use, now: At) -> Outcome<Whole> {
    if to == Use::Site {
        return withdraw(tx, id, Some(subject), now).await;
    }
    let mut whole = locked(tx, id).await?;
    whole.subject(subject).ok_or(db::Error::NoRow)?;
    store::consents::withdraw(tx, subject, Some(to), now).await?;
    kept(tx, &mut whole, "use withdrawn", now).await?;
    Ok(Ok(locked(tx, id).await?))
}
