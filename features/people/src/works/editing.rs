//! Changing works, and what goes along with each change in its transaction.

use basics::{At, Audience, Id};
use db::Tx;
use web::{Cx, Error, Result};

use super::{KeptWork, Work, WorkKind, WorkState, owner::Owner, store};
use crate::{Person, store as people};

/// What came with a change, put aside already and to be known from now on.
#[derive(Clone, Copy)]
pub(crate) enum Brought<'b> {
    Picture(&'b media::Picture),
    Sound(&'b media::Recording),
}

impl Brought<'_> {
    async fn insert(self, tx: &mut Tx, now: At) -> anyhow::Result<()> {
        match self {
            Self::Picture(picture) => media::insert(tx, picture, now).await,
            Self::Sound(sound) => Ok(media::insert_sound(tx, sound, now).await?),
        }
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
pub(crate) async fn change(
    cx: &Cx,
    owner: &Owner,
    id: &str,
    new: Option<Brought<'_>>,
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
    if let Some(new) = new {
        new.insert(&mut tx, cx.now).await?;
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

/// Lets go of what a work showed and shows no more. Returns files that nothing names any longer.
async fn let_go(tx: &mut Tx, before: &Work, after: Option<&Work>) -> Result<Vec<String>> {
    let is: Vec<&str> = after.into_iter().flat_map(Work::media).collect();
    let gone: Vec<&str> = before.media().filter(|was| !is.contains(was)).collect();
    Ok(media::let_go(tx, &gone).await?)
}
