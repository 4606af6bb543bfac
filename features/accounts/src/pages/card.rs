//! `/me/card`: the recovery card, to print or to write down. Its codes are shown once and kept as hashes only.

use askama::Template;
use axum::extract::Query;
use fast_qr::{QRBuilder, convert::Builder, convert::svg::SvgBuilder};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use web::{Cx, Page, Result};

use super::fresh::framed;
use crate::{
    Text,
    code::{self, Code},
    store::codes,
};

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    /// The person has just joined.
    #[serde(default)]
    new: String,
}

#[derive(Template)]
#[template(path = "pages/card.html")]
struct Card<'a> {
    t: Text,
    cx: &'a Cx,
    handle: &'a str,
    new: bool,
    left: i64,
    of: i64,
}

/// How many codes are left, and a button for a new card.
pub(crate) async fn show_card(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let t = Text(cx.lang);
    let signed = cx.signed()?.clone();
    let (left, of) = codes::count(&cx.portal.db, &signed.account).await?;
    let main = Card { t, cx: &cx, handle: &signed.handle, new: !asked.new.is_empty(), left, of };
    framed(&cx, t.card_title(), "me", &main)
}

#[derive(Template)]
#[template(path = "pages/card_paper.html")]
struct Paper<'a> {
    t: Text,
    cx: &'a Cx,
    handle: &'a str,
    codes: &'a [Code],
    address: &'a str,
    qr: String,
}

/// Makes a new card; the codes of an older one are worth nothing from now on.
pub(crate) async fn make_card(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let signed = cx.signed()?.clone();
    let codes = code::card();
    let hashes: Vec<String> = codes.iter().map(|code| code.digest(&signed.account)).collect();
    let mut tx = cx.portal.db.begin().await?;
    codes::replace(&mut tx, &signed.account, &hashes, cx.now).await?;
    tx.commit().await?;
    let address = cx.absolute("/recover");
    let handle = utf8_percent_encode(&signed.handle, NON_ALPHANUMERIC);
    let qr = qr(&format!("{address}?handle={handle}"))?;
    let main = Paper { t, cx: &cx, handle: &signed.handle, codes: &codes, address: &address, qr };
    framed(&cx, t.card_title(), "me", &main)
}

/// A QR code as SVG.
pub(crate) fn qr(text: &str) -> Result<String> {
    let code = QRBuilder::new(text).build().map_err(|error| anyhow::anyhow!("no QR code for an address: {error:?}"))?;
    Ok(SvgBuilder::default().margin(1).to_str(&code))
}
