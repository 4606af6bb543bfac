//! "This is wrong", said by anybody: it goes to who keeps the organisation, and to the team.

use basics::{At, Id};
use db::{Result, Tx};

use super::store::corrections::{self, Correction};

/// What can be wrong. Each has its words as `wrong_part_…`.
pub(crate) const PARTS: [&str; 5] = ["hours", "place", "offers", "closed", "other"];
/// Characters of an explanation.
pub(crate) const LONGEST: usize = 600;
/// What strangers together, and what one member, can say of one organisation in a day.
const A_DAY: (i64, i64) = (20, 3);

/// Notes what somebody said. False when enough was said today.
pub(crate) async fn say(
    tx: &mut Tx,
    organisation: &str,
    person: Option<&str>,
    part: &str,
    words: &str,
    now: At,
) -> Result<bool> {
    changes::take_turn(tx).await?;
    let most = if person.is_none() { A_DAY.0 } else { A_DAY.1 };
    if corrections::count_since(tx, organisation, person, now.plus(-At::DAY)).await? >= most {
        return Ok(false);
    }
    let said = Correction {
        id: Id::new(),
        organisation: organisation.to_owned(),
        person: person.map(str::to_owned),
        part: part.to_owned(),
        words: words.to_owned(),
        said_at: now,
    };
    corrections::insert(tx, &said).await?;
    Ok(true)
}
