//! What the forms share by which somebody gets a new passphrase: the passphrase itself, the count of tries, the way in.

use axum::{http::HeaderMap, response::Response};
use db::Tx;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::join::passphrase_words;
use crate::{
    Handle, Text,
    account::Account,
    attempts::Admission,
    entry::{self, Wish},
    event::record,
    passphrase::Passphrase,
    room,
    sign_in::{self, Outcome, Try},
};

/// A passphrase that may be chosen with this handle, whether anybody has it or not.
pub(crate) fn chosen(cx: &Cx, handle: &str, typed: &str, faults: &mut Faults) -> Option<Passphrase> {
    let handle = Handle::parse(handle).map(|handle| handle.to_string()).unwrap_or_default();
    let chosen = Passphrase::chosen_beside(typed, &handle);
    chosen.map_err(|refusal| faults.add("passphrase", passphrase_words(Text(cx.lang), refusal))).ok()
}

/// Counts a try, as failed until [`sign_in::succeed`]. Returns what it is counted under.
pub(crate) async fn admitted(cx: &Cx, what: &str, key: &str) -> Result<String> {
    let subject = sign_in::subject(what, key, None);
    match sign_in::admit(&cx.portal.db, &subject, cx.now).await? {
        Admission::Now => Ok(subject),
        Admission::NotBefore(then) => Err(Error::TooOften(entry::seconds_until(then, cx.now))),
    }
}

/// Hashes the passphrase; it is done for right and wrong alike. A try that found the hasher busy does not count.
pub(crate) async fn hashed(cx: &Cx, subject: &str, secret: impl AsRef<[u8]>) -> Result<String> {
    match room(cx)?.hasher.hash(secret).await {
        Ok(hash) => Ok(hash),
        Err(_) => {
            sign_in::forgive(&cx.portal.db, subject, cx.now).await?;
            Err(Error::Busy(2))
        }
    }
}

/// A key for one sending: the one the form came with.
pub(crate) fn once(cx: &Cx, typed: &str) -> String {
    if typed.is_empty() { cx.once() } else { typed.to_owned() }
}

/// A page of this kind in its frame.
pub(crate) fn framed(cx: &Cx, title: &str, nav: &'static str, main: &impl askama::Template) -> Result<Page> {
    Ok(cx.page(title, main)?.nav(nav).private())
}

/// How somebody who has got back in goes on.
#[derive(Clone, Copy)]
pub(crate) struct Back<'a> {
    pub headers: &'a HeaderMap,
    /// What was answered to "is this your phone?".
    pub phone: &'a str,
    /// What stands in the audit log: `recovered way=card`.
    pub action: &'static str,
    pub detail: &'static str,
    pub location: &'a str,
}

/// Opens a session without a second step, writes it down and commits.
pub(crate) async fn let_in(mut tx: Tx, cx: &Cx, account: &Account, back: Back<'_>) -> Result<Response> {
    let wish = Wish { shared: back.phone != "own", shown: false, second_step: false };
    let entered = entry::open(&mut tx, cx, back.headers, account, wish).await?;
    let id = account.id.as_str();
    record(&mut tx, id, back.action, id, back.detail, cx.now).await?;
    tx.commit().await?;
    Ok(entered.to(&cx.href(back.location)))
}

/// The same form once more, after an answer that was lost on the way: the new passphrase is in force already, so
/// whoever knows it comes in.
pub(crate) async fn again(cx: &Cx, handle: &str, passphrase: &str, back: Back<'_>) -> Result<Response> {
    let tried = Try { handle, secret: passphrase, device: None };
    let Outcome::In(account) = sign_in::check(&cx.portal.db, &room(cx)?.hasher, tried, cx.now).await? else {
        return Ok(form::see_other(&cx.href("/sign-in")));
    };
    let tx = cx.portal.db.begin().await?;
    let_in(tx, cx, &account, Back { detail: "again=true", ..back }).await
}
