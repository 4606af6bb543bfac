//! What somebody does with a letter that is theirs: accept, decline, block, say something.

use accounts::Origin;
use basics::At;
use db::Tx;

use crate::{
    letter::{Letter, Side, State},
    store::{
        blocks, letters,
        replies::{self, Reply},
    },
    telling::TellOf,
};

/// An answer to a letter, or to a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Both may write from now on.
    Accept,
    /// The letter is put away; its sender is not told.
    Decline,
    /// Nothing more of whoever is on the other side, for as long as it is not undone; they are not told.
    Block,
}

impl Answer {
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "accept" => Some(Self::Accept),
            "decline" => Some(Self::Decline),
            "block" => Some(Self::Block),
            _ => None,
        }
    }
}

/// Does it. A letter is accepted or declined by its receiver while it is held; anything else changes nothing.
pub async fn answer(tx: &mut Tx, letter: &Letter, side: Side, answer: Answer, now: At) -> db::Result<()> {
    let held = side == Side::Receiver && letter.is_held(now);
    match answer {
        Answer::Accept if held => letters::answer(tx, &letter.id, State::Accepted, now).await,
        Answer::Decline if held => letters::answer(tx, &letter.id, State::Declined, now).await,
        Answer::Block => {
            let (own, other) = (letter.on(side), letter.across(side));
            blocks::insert(tx, own, other, now).await?;
            letters::decline_all(tx, other, own, now).await
        }
        Answer::Accept | Answer::Decline => Ok(()),
    }
}

/// Says something in a conversation. What somebody blocked says is kept for their own eyes. Nothing happens before the
/// letter is accepted.
pub async fn reply(
    tx: &mut Tx,
    letter: &Letter,
    side: Side,
    author: &str,
    words: &str,
    origin: Origin<'_>,
    now: At,
) -> db::Result<()> {
    if letter.state != State::Accepted {
        return Ok(());
    }
    let dropped = blocks::has_blocked(tx, letter.across(side), letter.on(side)).await?;
    let reply = Reply { dropped, ..Reply::new(&letter.id, side, author, words, now) };
    replies::insert(tx, &reply).await?;
    // The same statements either way.
    let (last, moved) = if dropped { (letter.last_side, letter.moved_at) } else { (side, now) };
    letters::spoke(tx, &letter.id, last, moved).await?;
    jobs::enqueue(tx, &TellOf::new(&letter.id, Some(&reply.id), origin), now, now).await
}
