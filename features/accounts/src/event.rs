//! Security events of this room, for the audit log. To be written last in a transaction.

use audit::{Entry, NOBODY};
use basics::At;
use db::{Result, Tx};
use web::Cx;

/// Writes down what somebody did to an account, in machine words.
pub(crate) async fn record(
    tx: &mut Tx,
    actor: &str,
    action: &'static str,
    object: &str,
    detail: &str,
    now: At,
) -> Result<()> {
    audit::record(tx, &Entry { actor, action, object, detail, request: "" }, now).await
}

/// The same for whoever asked for the page.
pub(crate) async fn note(tx: &mut Tx, cx: &Cx, action: &'static str, object: &str, detail: &str) -> Result<()> {
    let actor = cx.signed.as_ref().map_or(NOBODY, |signed| &signed.account);
    record(tx, actor, action, object, detail, cx.now).await
}
