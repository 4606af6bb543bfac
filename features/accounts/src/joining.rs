//! Who may join: everybody, who was invited, or nobody for now. The host decides.

use db::Tx;
use web::{Cx, Result};

use crate::{
    room,
    store::{accounts, tickets},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    Open,
    /// With an invitation that is good.
    Invited,
    Closed,
}

/// Whether somebody with this invitation (or none) may join.
pub(crate) async fn of(cx: &Cx, invitation: &str) -> Result<Joining> {
    if !invitation.is_empty() {
        let ticket = tickets::find(&cx.portal.db, invitation, tickets::Kind::Invitation, cx.now).await?;
        if ticket.is_some() && room(cx)?.settings.joining != "closed" {
            return Ok(Joining::Invited);
        }
    }
    Ok(if room(cx)?.settings.joining == "open" { Joining::Open } else { Joining::Closed })
}

/// Uses the invitation up and says who gave it.
pub(crate) async fn take_invitation(
    tx: &mut Tx,
    cx: &Cx,
    invitation: &str,
    joining: Joining,
) -> Result<Option<String>> {
    if joining != Joining::Invited {
        return Ok(None);
    }
    let ticket = tickets::take(tx, invitation, tickets::Kind::Invitation, cx.now).await?;
    let Some(giver) = ticket.and_then(|ticket| ticket.account) else { return Ok(None) };
    Ok(accounts::find(&cx.portal.db, &giver).await?.map(|giver| giver.id.to_string()))
}
