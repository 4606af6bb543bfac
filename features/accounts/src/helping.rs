//! Helpers: how somebody who is present lets a helper act for them, and how many people a helper may help.

use basics::At;
use db::{Db, Result, Tx};

use crate::{
    account::{Account, State},
    code::{Code, Kind},
    handle::key_of,
    passphrase::{Busy, Hasher, Pin},
    session::{self, Opening},
    store::{accounts, codes, helped, sessions, tickets},
};

/// Different people in 24 hours.
pub const MOST: i64 = 40;

/// What the person who is present said or typed; exactly one of the three is anything.
pub struct Said {
    pin: Option<Pin>,
    spoken: Option<Code>,
    card: Option<Code>,
}

impl Said {
    /// Six digits are a PIN, eight a spoken code, twelve letters a code of the recovery card.
    pub fn read(typed: &str) -> Self {
        let spoken = Code::read(Kind::Spoken, typed);
        Self { pin: Pin::typed(typed), spoken, card: Code::read(Kind::Recovery, typed) }
    }
}

/// Why a helper may not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The handle or the code is wrong; nobody learns which.
    Wrong,
    /// The person wants nobody to act for them.
    NotWanted,
    /// The helper has helped as many people today as one may.
    Enough,
}

/// Somebody by handle, if a helper may act for them, and whether they typed their PIN. Costs the same for everybody.
///
/// # Errors
/// [`Busy`] when too many secrets are being checked.
pub async fn recognise(
    db: &Db,
    hasher: &Hasher,
    handle: &str,
    said: &Said,
    helper: &str,
) -> Result<std::result::Result<(Option<Account>, bool), Busy>> {
    let found = accounts::find_by_key(db, &key_of(handle)).await?;
    let found = found.filter(|account| account.state != State::Banned && account.id.as_str() != helper);
    let kept = found.as_ref().and_then(|account| account.secrets.pin.as_deref()).filter(|_| said.pin.is_some());
    let typed = said.pin.as_ref().map(|pin| pin.as_ref().to_vec()).unwrap_or_default();
    Ok(hasher.verify(kept, typed).await.map(|right| (found, right)))
}

/// Opens a session of 15 minutes in which `helper` acts for `account`, and writes down that it began. Returns the token.
pub async fn begin(
    tx: &mut Tx,
    account: Option<&Account>,
    pin_was_right: bool,
    said: &Said,
    helper: &str,
    now: At,
) -> Result<std::result::Result<String, Refusal>> {
    let id = account.map_or("", |account| account.id.as_str());
    let digest = |code: &Option<Code>| code.as_ref().map(|code| code.digest(id)).unwrap_or_default();
    let spoken = tickets::take(tx, &digest(&said.spoken), tickets::Kind::Spoken, now).await?.is_some();
    let card = codes::take(tx, id, &digest(&said.card), now).await?;
    let Some(account) = account.filter(|_| pin_was_right || spoken || card) else { return Ok(Err(Refusal::Wrong)) };
    if !account.takes_help {
        return Ok(Err(Refusal::NotWanted));
    }
    if !may_help_one_more(tx, helper, id, now).await? {
        return Ok(Err(Refusal::Enough));
    }
    sessions::end_helpers(tx, id).await?;
    let opening = Opening { shared: true, second_step: false, device: "", helper: Some(helper) };
    let (_, token) = session::open(tx, account, &opening, now).await?;
    helped::insert_in(tx, id, helper, "began", "", now).await?;
    crate::event::record(tx, helper, "help-began", id, "", now).await?;
    Ok(Ok(token))
}

/// Whether a helper may help this person (an id, or nobody's yet) today. Nobody else counts for this helper before the
/// transaction ends.
pub async fn may_help_one_more(tx: &mut Tx, helper: &str, account: &str, now: At) -> Result<bool> {
    accounts::get_in(tx, helper).await?;
    let (people, known) = helped::people_since(tx, helper, account, now.plus(-At::DAY)).await?;
    Ok(known || people < MOST)
}
