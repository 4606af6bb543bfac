//! Sending a first letter. A letter to somebody who has blocked its sender is written down by the same statements as any
//! other, and reaches nobody: answer, bytes and time are the same.

use accounts::Origin;
use basics::{At, Id};
use db::Tx;

use crate::{
    letter::{DAY, Letter, Side, State, allowance},
    openness::{Refusal, Writer, under_way},
    store::{blocks, letters},
    telling::TellOf,
};

/// Writes a letter down. Limits are looked at again in here: letters of one person are written one after another.
pub async fn send(
    tx: &mut Tx,
    by: Writer<'_>,
    receiver: &str,
    words: &str,
    origin: Origin<'_>,
    now: At,
) -> db::Result<Result<Letter, Refusal>> {
    let sender = by.account.person.as_str();
    accounts::store::accounts::get_in(tx, by.account.id.as_str()).await?;
    let most = allowance(by.level);
    if letters::count_since(tx, sender, now.plus(-DAY)).await? >= most {
        return Ok(Err(Refusal::Enough(most)));
    }
    if let Some(letter) = letters::between_in(tx, sender, receiver, now).await? {
        return Ok(Err(under_way(letter, sender)));
    }
    let state = if blocks::has_blocked(tx, receiver, sender).await? { State::Dropped } else { State::Held };
    let letter = Letter {
        id: Id::<Letter>::new().to_string(),
        sender: sender.to_owned(),
        receiver: receiver.to_owned(),
        words: words.to_owned(),
        state,
        last_side: Side::Sender,
        sent_at: now,
        moved_at: now,
    };
    letters::insert(tx, &letter).await?;
    jobs::enqueue(tx, &TellOf::new(&letter.id, None, origin), now, now).await?;
    Ok(Ok(letter))
}
