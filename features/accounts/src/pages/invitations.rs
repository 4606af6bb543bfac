//! `/me/invitations`: a link for somebody new. It is good once, for 30 days, and shown once.

use askama::Template;
use basics::At;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use web::{Cx, Page, Result};

use super::card::qr;
use super::fresh::framed;
use crate::{Text, event, store::tickets};

/// Invitations in 30 days.
const MOST: i64 = 10;

#[derive(Template)]
#[template(path = "pages/invitations.html")]
struct Invitations<'a> {
    t: Text,
    cx: &'a Cx,
    left: i64,
    link: Option<Link>,
}

struct Link {
    address: String,
    share: String,
    qr: String,
}

pub(crate) async fn show_invitations(cx: Cx) -> Result<Page> {
    page(&cx, None).await
}

async fn page(cx: &Cx, link: Option<Link>) -> Result<Page> {
    let t = Text(cx.lang);
    let left = (MOST - given(cx).await?).max(0);
    let main = Invitations { t, cx, left, link };
    framed(cx, t.me_invitations(), "me", &main)
}

async fn given(cx: &Cx) -> Result<i64> {
    let (db, account) = (&cx.portal.db, &cx.signed()?.account);
    let since = cx.now.plus(-30 * At::DAY);
    Ok(tickets::count_since(db, account, tickets::Kind::Invitation, since).await?)
}

pub(crate) async fn invite(cx: Cx) -> Result<Page> {
    if given(&cx).await? >= MOST {
        return page(&cx, None).await;
    }
    let account = cx.signed()?.account.clone();
    let mut tx = cx.portal.db.begin().await?;
    let token = tickets::issue(&mut tx, tickets::Kind::Invitation, Some(&account), "", cx.now).await?;
    event::record(&mut tx, &account, "invited", "", "", cx.now).await?;
    tx.commit().await?;
    let address = cx.absolute(format_args!("/join?invitation={token}"));
    let said = Text(cx.lang).invitation_message(&address);
    let share = utf8_percent_encode(&said, NON_ALPHANUMERIC).to_string();
    let qr = qr(&address)?;
    page(&cx, Some(Link { address, share, qr })).await
}
