//! Asking somebody to be named for a work, and their answer. A "no" is never told: to whoever asked it looks as if no
//! answer had come, now and later.

use basics::{At, Id};
use web::{Cx, Error, Result};

use super::{
    KeptWork,
    credit::{A_DAY, Credit, MOST, State},
    find,
    owner::Owner,
    store::{self, credits},
};
use crate::{Person, TOPIC, finding::typed::by_typed_handle, store as people};

/// Why somebody is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Nobody of this handle is here for whoever asks.
    NotHere,
    Own,
    /// As many people are asked for this work as may be.
    Full,
    /// As many people were asked today as may be.
    Tomorrow,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Agree,
    /// Also takes back what was agreed to.
    Decline,
}

/// Asks a person to be named. Whoever was asked before is not asked again; what they do is written as it is said now
/// as long as they have not answered.
pub(crate) async fn ask(
    cx: &Cx,
    owner: &Owner,
    kept: &KeptWork,
    handle: &str,
    part: String,
) -> Result<std::result::Result<(), Refusal>> {
    let Some(Person { id: person, .. }) = by_typed_handle(cx, handle).await? else { return Ok(Err(Refusal::NotHere)) };
    if person == owner.person.id {
        return Ok(Err(Refusal::Own));
    }
    let mut tx = cx.portal.db.begin().await?;
    people::get_in(&mut tx, owner.person.id.as_str()).await?.ok_or(Error::NotFound)?;
    let work = store::find_in(&mut tx, &owner.person.id, kept.id.as_str()).await?.ok_or(Error::NotFound)?.id;
    let known = credits::find_in(&mut tx, work.as_str(), &person).await?;
    if known.is_none() && credits::count_in(&mut tx, &work).await? >= MOST as i64 {
        return Ok(Err(Refusal::Full));
    }
    if known.is_none() && credits::count_asked_since(&mut tx, &owner.person.id, cx.now.plus(-At::DAY)).await? >= A_DAY {
        return Ok(Err(Refusal::Tomorrow));
    }
    let new = Credit {
        work,
        person,
        part: String::new(),
        state: State::Asked,
        dropped: false,
        asked_at: cx.now,
        answered_at: None,
    };
    let mut credit = known.unwrap_or(new);
    if credit.state != State::Agreed {
        credit.part = part;
    }
    credit.dropped = false;
    credits::put(&mut tx, &credit).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes somebody off the list of a work. Who has declined is remembered, so that nobody asks them over and over.
pub(crate) async fn drop_credit(cx: &Cx, owner: &Owner, kept: &KeptWork, handle: &str) -> Result<()> {
    let Some(person) = people::find(&cx.portal.db, handle).await? else { return Ok(()) };
    let mut tx = cx.portal.db.begin().await?;
    people::get_in(&mut tx, owner.person.id.as_str()).await?.ok_or(Error::NotFound)?;
    match credits::find_in(&mut tx, kept.id.as_str(), &person.id).await? {
        Some(credit) if credit.state == State::Declined => {
            credits::put(&mut tx, &Credit { dropped: true, ..credit }).await?;
        }
        _ => credits::delete(&mut tx, &kept.id, &person.id).await?,
    }
    changes::announce(&mut tx, TOPIC, owner.person.id.as_str(), "written", cx.now).await?;
    tx.commit().await?;
    Ok(())
}

/// The answer of the person who was asked; to a work they may not see, or that is gone, there is none.
pub(crate) async fn answer(cx: &Cx, work: &str, answer: Answer) -> Result<()> {
    let me = Id::from_text(&cx.signed()?.person);
    let Some((owner, _)) = find(&cx.portal.db, work, cx.viewer).await? else { return Ok(()) };
    let mut tx = cx.portal.db.begin().await?;
    changes::take_turn(&mut tx).await?;
    let Some(credit) = credits::find_in(&mut tx, work, &me).await? else { return Ok(()) };
    let state = if answer == Answer::Agree { State::Agreed } else { State::Declined };
    credits::put(&mut tx, &Credit { state, answered_at: Some(cx.now), ..credit }).await?;
    changes::announce(&mut tx, TOPIC, owner.id.as_str(), "written", cx.now).await?;
    tx.commit().await?;
    Ok(())
}
