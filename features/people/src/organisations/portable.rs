//! What an export says of who runs an organisation.

use basics::{At, Audience};
use db::{Result, Tx};

use super::{
    checks::EVERY,
    store::{checks, members},
};
use crate::Standing;

/// Lets somebody, who has just been put back beside an organisation, stand there as they did. `pair`: ids of the person
/// and the organisation.
pub(crate) async fn put_back(
    tx: &mut Tx,
    pair: (&str, &str),
    standing: Standing,
    organisation_audience: Audience,
    now: At,
) -> Result<()> {
    let (person, organisation) = pair;
    members::set(tx, person, organisation, standing, organisation_audience).await?;
    if standing == Standing::Owner {
        checks::begin(tx, organisation, now, now.plus(EVERY)).await?;
    }
    Ok(())
}
