//! "Still right": somebody who keeps an organisation says that what stands there is so, and is asked again after 90 days.

use basics::At;
use db::{Result, Tx};

use super::store::checks;
use crate::{Person, Shown, store};

/// So long after a check its owners are asked again.
pub(crate) const EVERY: i64 = 90 * At::DAY;

/// Notes that everything is right, on the page too.
pub(crate) async fn check(tx: &mut Tx, organisation: &mut Person, now: At) -> Result<()> {
    let day = now.timestamp().strftime("%Y-%m-%d").to_string();
    // The organisation says whether others see when it was checked: everybody, unless it said otherwise.
    let checked_on = Shown { is: day.clone(), ..organisation.fields.checked_on.take().unwrap_or(Shown::everyone(day)) };
    organisation.fields.checked_on = Some(checked_on);
    checks::put(tx, organisation.id.as_str(), now, now.plus(EVERY)).await?;
    store::edit(tx, organisation, now).await
}

/// Whether the last check, or its absence, is too long ago.
pub(crate) fn is_old(checked_on: Option<&str>, now: At) -> bool {
    let day = checked_on.and_then(|day| day.parse().ok());
    day.is_none_or(|day| At::midnight(day).plus(EVERY) <= now)
}
