//! The paper with a claim code: A6, to be handed over. Its codes are shown once.

use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use web::{Cx, Page, Result};

use super::{card::qr, fresh::framed};
use crate::{Text, claiming::Paper, code::Code};

#[derive(Template)]
#[template(path = "pages/paper.html")]
struct Handed<'a> {
    t: Text,
    cx: &'a Cx,
    paper: &'a Paper,
    /// Recovery codes, if they were wanted.
    card: &'a [Code],
    address: &'a str,
    qr: String,
    back: &'a str,
}

pub(crate) fn page(cx: &Cx, paper: &Paper, card: &[Code], back: &str) -> Result<Page> {
    let t = Text(cx.lang);
    let address = cx.absolute("/claim");
    let handle = utf8_percent_encode(&paper.handle, NON_ALPHANUMERIC);
    let qr = qr(&format!("{address}?handle={handle}"))?;
    framed(cx, t.paper_title(), "me", &Handed { t, cx, paper, card, address: &address, qr, back })
}
