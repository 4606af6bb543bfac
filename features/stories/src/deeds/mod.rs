//! What can be done to a story, each in the caller's transaction: the rules are asked, the rows written, the change
//! announced. Whether somebody may do it is asked by the pages.

mod agree;
mod begin;
mod correct;
mod erase;
mod expire;
mod people;
mod publish;
mod review;
mod silence;
mod translate;
mod withdraw;
mod write;

use basics::At;
use db::{Result, Tx};

use crate::{
    Whole,
    ready::Missing,
    state::{Deed, after},
    store,
};

pub use agree::{Agreement, agree, asked, decline};
pub use begin::{Beginning, assign, begin};
pub use correct::{correct, is_small, reopen};
pub use erase::{erase_person, erase_story};
pub use expire::expire;
pub use people::{add_person, change_person, remove_person};
pub use publish::{COOLING, publish};
pub use review::{send_back, sign, submit};
pub use silence::silence;
pub use translate::{review_translation, translate};
pub use withdraw::{withdraw, withdraw_use};
pub use write::{LONGEST, MOST_PIECES, write};

/// Why something was not done; nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not at this stage.
    NotNow,
    Missing(Vec<Missing>),
    /// The version was changed since it was read.
    Changed,
    /// The same person cannot sign twice.
    Twice,
    /// More was changed than a small correction may.
    NotSmall,
    /// It holds as many as it may.
    Full,
}

/// What came of a deed.
pub type Outcome<T> = Result<std::result::Result<T, Refusal>>;

/// Moves a story as a deed does; refuses where it cannot.
fn moved(whole: &mut Whole, deed: Deed) -> std::result::Result<(), Refusal> {
    let (stage, standing) = after(whole.story.stage, whole.story.standing, deed).ok_or(Refusal::NotNow)?;
    (whole.story.stage, whole.story.standing) = (stage, standing);
    Ok(())
}

/// The story with this id, to be changed in this transaction.
async fn locked(tx: &mut Tx, id: &str) -> Result<Whole> {
    store::whole::get_in(tx, id).await?.ok_or(db::Error::NoRow)
}

/// Writes the story back and everything that follows from it.
async fn kept(tx: &mut Tx, whole: &mut Whole, what: &str, now: At) -> Result<()> {
    whole.story.updated_at = now;
    store::stories::update(tx, &whole.story).await?;
    store::follow::follow(tx, whole.story.id.as_str(), what, now).await
}

/// The time to think again begins: everybody has agreed, or nobody has to be asked.
async fn cool(tx: &mut Tx, whole: &mut Whole, now: At) -> Result<()> {
    let until = now.plus(COOLING);
    whole.story.cooling_until = Some(until);
    crate::work::cool(tx, whole.story.id.as_str(), until, now).await
}

/// What is being agreed on counts no more.
fn forget_next(whole: &mut Whole) {
    whole.story.next_edition.clear();
    whole.story.next_root.clear();
    whole.story.cooling_until = None;
}
