//! The time people agreed to is over.

use basics::At;
use db::Tx;

use super::{Outcome, Refusal, kept, locked, moved};
use crate::{Use, Whole, copies, rules::may_appear, state::Deed};

/// Takes a story away from everywhere when somebody's consent has ended; its people may agree again. A story that may
/// still appear is only written down anew: a use may have ended.
pub async fn expire(tx: &mut Tx, id: &str, now: At) -> Outcome<Whole> {
    let mut whole = locked(tx, id).await?;
    if !whole.story.standing.is_public() {
        return Ok(Err(Refusal::NotNow));
    }
    let still = may_appear(&whole, Use::Site, now);
    if !still {
        if let Err(refusal) = moved(&mut whole, Deed::Expire) {
            return Ok(Err(refusal));
        }
        copies::recall(tx, &whole.story, now).await?;
    }
    kept(tx, &mut whole, if still { "written" } else { "expired" }, now).await?;
    Ok(Ok(whole))
}
