//! The code on the paper of somebody in a story: with it they read it, agree and take it back, without an account.

use accounts::{Code, CodeKind};
use basics::At;
use db::{Db, Result, Tx};
use sha2::{Digest, Sha256};

use crate::store;

/// What stands on a paper is looked up before anybody is known.
const NOBODY: &str = "";

/// Makes a code for somebody; an earlier one counts no more. It is shown once and kept as a hash.
pub async fn issue(tx: &mut Tx, subject: &str, now: At) -> Result<Code> {
    let code = Code::make(CodeKind::Story);
    let digest = code.digest(NOBODY);
    put(tx, subject, &digest, now).await?;
    store::stories::touched_by(tx, subject, now).await?;
    Ok(code)
}

/// Writes down the hash of a code that is on somebody's paper.
pub(crate) async fn put(tx: &mut Tx, subject: &str, digest: &str, now: At) -> Result<()> {
    store::codes::put(tx, subject, digest, &look(digest), now).await
}

/// Whose code was typed: id of the subject, and what opens the pictures of the story for them. `None` for what is no code.
pub async fn read(db: &Db, typed: &str) -> Result<Option<(String, String)>> {
    match Code::read(CodeKind::Story, typed) {
        Some(code) => store::codes::find(db, &code.digest(NOBODY)).await,
        None => Ok(None),
    }
}

/// Opens pictures and leads nowhere else: nothing can be agreed to or taken back with it.
fn look(digest: &str) -> String {
    let hash = Sha256::new().chain_update(b"story pictures 1\0").chain_update(digest).finalize();
    basics::hex(&hash[..16])
}
