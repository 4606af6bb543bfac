//! The audit log: what happened to accounts, rights and private data, in a chain that shows when it was tampered with.
//!
//! An entry is written in the transaction of what it tells of, so neither is there without the other. The row `audit` of
//! `change_counter` serialises writers: numbers have no gaps. Each entry carries the hash of the one before it. Who
//! changes, removes or swaps entries breaks the chain; who cuts off its end is betrayed by the counter; who makes the
//! whole chain anew is betrayed by a head that the operator wrote down elsewhere ([`verify`]).
//!
//! **What is written.** Ids and machine words: never names, texts, tokens, addresses.
//!
//! **How much.** One row an event, and an event is something that a signed-in person, a helper or the operator did, or a
//! change in how an account is guarded. A wrong guess is no event: whoever checks secrets writes `sign-in-refused` when
//! an account *becomes* throttled, not for each guess it turns away. A flood of guesses then adds at most one row an hour
//! and account.
//!
//! **Order of locks.** [`record`] comes last in a transaction, after `changes::announce`: two transactions that took the
//! two counters in opposite orders would wait for each other.

mod chain;
mod list;
mod record;
mod retire;
#[cfg(test)]
mod tests;
mod verify;

use basics::At;
use db::{Result, Row};

pub use list::{Filter, list};
pub use record::record;
pub use retire::retire;
pub use verify::{Fault, Verdict, Wrong, verify};

/// The actor at the command line.
pub const OPERATOR: &str = "operator";
/// The actor when nobody is signed in, and of jobs.
pub const NOBODY: &str = "nobody";
/// How long entries are kept (safety.md, *Retention*).
pub const KEPT: i64 = 730 * At::DAY;

/// Something to be written down.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Id of the account that did it, [`OPERATOR`] or [`NOBODY`].
    pub actor: &'a str,
    /// What was done, in the past: `signed-in`, `passphrase-changed`, `role-given`.
    pub action: &'static str,
    /// Id of what it was done to; may be empty.
    pub object: &'a str,
    /// A few machine words: `role=steward`, `kind=passkey`. Other characters than `a-z A-Z 0-9 space = - _ . : ,` are
    /// written as `?`, and more than 200 are cut off.
    pub detail: &'a str,
    /// The reference of the request; empty at the command line.
    pub request: &'a str,
}

/// An entry as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// From 1, without gaps.
    pub seq: i64,
    pub at: At,
    pub actor: String,
    pub action: String,
    pub object: String,
    pub detail: String,
    pub request: String,
    /// Hash of the entry before.
    pub previous: String,
    /// SHA-256 of all the rest, 64 hexadecimal digits.
    pub hash: String,
}

const COLUMNS: &str = "seq, at, actor, action, object, detail, request, previous, hash";

fn read(row: &mut Row) -> Result<Recorded> {
    Ok(Recorded {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        action: row.get(3)?,
        object: row.get(4)?,
        detail: row.get(5)?,
        request: row.get(6)?,
        previous: row.get(7)?,
        hash: row.get(8)?,
    })
}
