//! Whether somebody may write to somebody. Why somebody takes no letters is theirs to know: all their reasons are one.

use accounts::{Account, State as Standing};
use basics::{At, Level};
use db::Db;
use people::{Kind, Seen};

use crate::{
    letter::{DAY, Letter, State, allowance},
    store::{
        self,
        settings::{self, OpenTo},
    },
};

/// Why there is no form to write to somebody.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is oneself.
    Own,
    /// They take no letters, or none from people like the one who asks.
    Closed,
    /// Somebody under 18 writes no first letters here.
    Minor,
    /// The account that asks is looked into, or about to end.
    Paused,
    /// So many first letters today; more tomorrow.
    Enough(i64),
    /// There is one already that is not answered.
    Waiting(Letter),
    /// They write to each other already, or the other one wrote first.
    Between(Letter),
    /// Blocked by the one who asks.
    Blocked,
}

/// Who asks: their account, and how they stand.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    pub account: &'a Account,
    pub level: Level,
    pub minor: bool,
}

/// Whether somebody may write to whom they see. Nothing here depends on whether they were blocked.
pub async fn may_write(db: &Db, by: Writer<'_>, to: &Seen, now: At) -> db::Result<Result<(), Refusal>> {
    let (person, receiver) = (by.account.person.as_str(), to.id.as_str());
    if person == receiver {
        return Ok(Err(Refusal::Own));
    }
    if let Some(refusal) = standing(by) {
        return Ok(Err(refusal));
    }
    if store::blocks::has(db, person, receiver).await? {
        return Ok(Err(Refusal::Blocked));
    }
    if let Some(letter) = store::letters::between(db, person, receiver, now).await? {
        return Ok(Err(under_way(letter, person)));
    }
    if !is_open(db, by.level, to, now).await? {
        return Ok(Err(Refusal::Closed));
    }
    let most = allowance(by.level);
    if store::letters::count(db, person, now.plus(-DAY)).await? >= most {
        return Ok(Err(Refusal::Enough(most)));
    }
    Ok(Ok(()))
}

/// What a letter between two means for whoever wants to write another one.
pub fn under_way(letter: Letter, person: &str) -> Refusal {
    if letter.state == State::Accepted || letter.sender != person {
        Refusal::Between(letter)
    } else {
        Refusal::Waiting(letter)
    }
}

fn standing(by: Writer<'_>) -> Option<Refusal> {
    if by.minor {
        return Some(Refusal::Minor);
    }
    let paused = by.account.state != Standing::Active || by.account.review_since.is_some();
    paused.then_some(Refusal::Paused)
}

/// Whoever has a page that people meet, somebody who reads, and letters switched on. Nobody under 18.
async fn is_open(db: &Db, level: Level, to: &Seen, now: At) -> db::Result<bool> {
    let receiver = to.id.as_str();
    if !to.in_lists || store::readers(db, receiver).await?.is_empty() {
        return Ok(false);
    }
    if to.kind == Kind::Person {
        let account = accounts::store::accounts::find_by_person(db, receiver).await?;
        if account.is_none_or(|account| account.is_minor(now)) {
            return Ok(false);
        }
    }
    Ok(match settings::get(db, receiver).await?.open_to {
        OpenTo::Members => true,
        OpenTo::Vouched => level >= Level::Vouched,
        OpenTo::Nobody => false,
    })
}
