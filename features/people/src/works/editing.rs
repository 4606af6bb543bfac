//! Changing works: whose they are, and what goes along with each change in its transaction.

use basics::{At, Audience, Id};
use db::Tx;
use web::{Cx, Error, Result};

use super::{KeptWork, Work, WorkKind, WorkState, store};
use crate::{Person, store as people};

/// Whose works are edited, and below which address.
pub(crate) struct Owner {
    pub person: Person,
    /// `/me/works`.
    pub base: String,
}

impl Owner {
    /// The person who is signed in, or is present while a helper acts.
    pub async fn of(cx: &Cx) -> Result<Self> {
        let person = people::find_by_id(&cx.portal.db, &cx.signed()?.person).await?.ok_or(Error::NotFound)?;
        Ok(Self { person, base: "/me/works".into() })
    }

    /// The address of a page about one work.
    pub fn at(&self, cx: &Cx, id: &Id<Work>, word: &str) -> String {
        let slash = if word.is_empty() { "" } else { "/" };
        cx.href(format_args!("{}/{id}{slash}{word}", self.base))
    }

    /// One of their works.
    pub async fn work(&self, cx: &Cx, id: &str) -> Result<KeptWork> {
        store::find(&cx.portal.db, &self.person.id, id).await?.ok_or(Error::NotFound)
    }

    /// The widest audience a work of theirs may have: of somebody under 18, people they accepted.
    pub fn widest(&self, work: &Work) -> Audience {
        if self.person.protected_until.is_some() { Audience::Accepted } else { work.widest() }
    }
}

/// Starts a draft for its owner's eyes. `None` when they have as many works as one may have.
pub(crate) async fn add(
    tx: &mut Tx,
    owner: &Owner,
    kind: WorkKind,
    title: &str,
    lang: &str,
    now: At,
) -> Result<Option<KeptWork>> {
    let mut person = locked(tx, owner).await?;
    if store::count_works(tx, &person.id).await? >= super::MOST as i64 {
        return Ok(None);
    }
    let work = Work {
        state: WorkState::Draft,
        kind: Some(kind),
        title: title.to_owned(),
        lang: Some(lang.to_owned()),
        ..Work::default()
    };
    let mut kept = KeptWork { id: Id::new(), audience: Audience::OnlyMe, work };
    store::insert(tx, &person.id, &mut kept).await?;
    people::edit(tx, &mut person, now).await?;
    Ok(Some(kept))
}

/// Changes a work. One that is published and lacks something afterwards which it did not lack before is a draft again.
/// `picture`: one that was cut and put aside, to be known from now on.
pub(crate) async fn change(
    cx: &Cx,
    owner: &Owner,
    id: &str,
    picture: Option<&media::Picture>,
    change: impl FnOnce(&mut KeptWork),
) -> Result<KeptWork> {
    let mut tx = cx.portal.db.begin().await?;
    let mut person = locked(&mut tx, owner).await?;
    let mut kept = store::find_in(&mut tx, &person.id, id).await?.ok_or(Error::NotFound)?;
    let before = kept.work.clone();
    change(&mut kept);
    let had = before.missing();
    if kept.work.missing().iter().any(|step| !had.contains(step)) {
        kept.work.state = WorkState::Draft;
    }
    if let Some(picture) = picture {
        media::insert(&mut tx, picture, cx.now).await?;
    }
    store::update(&mut tx, &person.id, &mut kept).await?;
    people::edit(&mut tx, &mut person, cx.now).await?;
    let unused = let_go(&mut tx, &before, Some(&kept.work)).await?;
    tx.commit().await?;
    cx.portal.files.delete_all(unused).await?;
    Ok(kept)
}

/// Takes a work away with everything that hangs on it.
pub(crate) async fn remove(cx: &Cx, owner: &Owner, id: &str) -> Result<()> {
    let mut tx = cx.portal.db.begin().await?;
    let mut person = locked(&mut tx, owner).await?;
    let Some(kept) = store::find_in(&mut tx, &person.id, id).await? else { return Ok(()) };
    store::delete(&mut tx, &person.id, &kept.id).await?;
    people::edit(&mut tx, &mut person, cx.now).await?;
    let unused = let_go(&mut tx, &kept.work, None).await?;
    tx.commit().await?;
    Ok(cx.portal.files.delete_all(unused).await?)
}

/// Puts a work one place nearer to the start or to the end.
pub(crate) async fn shift(cx: &Cx, owner: &Owner, id: &str, towards_start: bool) -> Result<()> {
    let mut tx = cx.portal.db.begin().await?;
    let mut person = locked(&mut tx, owner).await?;
    let mut works = store::list_in(&mut tx, &person.id).await?;
    let Some(at) = works.iter().position(|kept| kept.id.as_str() == id) else { return Ok(()) };
    let to = if towards_start { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < works.len()) };
    let Some(to) = to else { return Ok(()) };
    works.swap(at, to);
    store::put_in_order(&mut tx, &person.id, &works).await?;
    people::edit(&mut tx, &mut person, cx.now).await?;
    tx.commit().await?;
    Ok(())
}

/// The owner as they stand now; nobody else changes them or their works before the transaction ends.
async fn locked(tx: &mut Tx, owner: &Owner) -> Result<Person> {
    people::get_in(tx, owner.person.id.as_str()).await?.ok_or(Error::NotFound)
}

/// Lets go of the picture a work showed and shows no more. Returns files that nothing names any longer.
async fn let_go(tx: &mut Tx, before: &Work, after: Option<&Work>) -> Result<Vec<String>> {
    let picture = |work: &Work| work.picture.as_ref().map(|picture| picture.cut.hash.clone());
    let (was, is) = (picture(before), after.and_then(picture));
    match was.filter(|was| Some(was) != is.as_ref()) {
        Some(hash) => Ok(media::let_go(tx, &[&hash]).await?),
        None => Ok(Vec::new()),
    }
}
