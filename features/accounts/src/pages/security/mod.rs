//! `/me/security`: what signs somebody in, where they are signed in, and which phones know them. Never for helpers.

mod passkeys;
mod passphrase;
mod phones;
mod pin;
mod prove;
mod second_step;

use askama::Template;
use axum::extract::Query;
use basics::At;
use web::{Cx, Page, Result, Signed};

use super::settings::{Done, own};
use crate::{
    Text,
    account::Account,
    session::Session,
    store::{self, devices::Device},
};

pub(crate) use self::{
    passkeys::{add_passkey, ask_passkey, remove_passkey, show_passkeys},
    passphrase::{ask_passphrase, set_passphrase},
    phones::{end_others, end_session, forget_my_phone},
    pin::{ask_pin, remove_pin, set_pin},
    prove::{ask_proof, ask_proof_by_passkey, prove, prove_by_passkey},
    second_step::{confirm_second_step, show_second_step, start_second_step, stop_second_step},
};

#[derive(Template)]
#[template(path = "pages/security/security.html")]
struct Security<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    signed: &'a Signed,
    account: &'a Account,
    passkeys: usize,
    card: (i64, i64),
    sessions: Vec<Session>,
    phones: Vec<Device>,
}

pub(crate) async fn show_security(cx: Cx, Query(done): Query<Done>) -> Result<Page> {
    let (t, signed, db) = (Text(cx.lang), cx.signed()?.clone(), &cx.portal.db);
    let account = store::accounts::get(db, &signed.account).await?;
    let passkeys = store::passkeys::list(db, &signed.account).await?.len();
    let card = store::codes::count(db, &signed.account).await?;
    let mut sessions = store::sessions::list(db, &signed.account, cx.now).await?;
    sessions.retain(|session| !session.is_over(session.seen_at, cx.now) || session.id == signed.session);
    let phones = store::devices::list(db, &signed.account).await?;
    let (done, account) = (done.words(t), &account);
    let main = Security { t, cx: &cx, done, signed: &signed, account, passkeys, card, sessions, phones };
    Ok(own(cx.page(t.me_security(), &main)?))
}

impl Security<'_> {
    fn day(&self, at: &At) -> String {
        words::date(self.cx.lang, *at)
    }

    fn device(&self, device: &str) -> String {
        if device.is_empty() { self.t.session_unknown().to_owned() } else { device.to_owned() }
    }

    fn is_this(&self, session: &Session) -> bool {
        session.id == self.signed.session
    }
}
