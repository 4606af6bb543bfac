//! Security events of this room, for the audit log. To be called last in a transaction.

use audit::{Entry, NOBODY};
use db::{Result, Tx};
use web::Cx;

/// Notes what somebody did to an account, in machine words.
pub(crate) async fn note(tx: &mut Tx, cx: &Cx, action: &'static str, object: &str, detail: &str) -> Result<()> {
    let actor = cx.signed.as_ref().map_or(NOBODY, |signed| &signed.account);
    audit::record(tx, &Entry { actor, action, object, detail, request: "" }, cx.now).await
}
