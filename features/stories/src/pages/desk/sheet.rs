//! The consent sheet and the withdrawal card of somebody in a story, to be printed. The sheet stays with the editors, the card
//! goes with the person: the code stands on it alone, and is shown once.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use fast_qr::{QRBuilder, convert::Builder, convert::svg::SvgBuilder};
use web::{Cx, Error, Result};

use super::super::{Asked2, consenting::version, shown::shown, words};
use crate::{Subject, Term, Text, Use, paper, seat::Seat};

#[derive(Template)]
#[template(path = "pages/desk/sheet.html")]
struct Sheet<'a> {
    t: Text,
    cx: &'a Cx,
    seat: &'a Seat,
    subject: &'a Subject,
    /// The version they are asked about; empty while there is none.
    version: String,
    hash: String,
    code: String,
    address: String,
    qr: String,
}

pub(crate) async fn print(cx: Cx, path: Asked2) -> Result<Response> {
    let Path((id, subject)) = path?;
    let (t, seat) = (Text(cx.lang), Seat::editor(&cx, &id).await?);
    let subject = seat.whole.subject(&subject).ok_or(Error::NotFound)?;
    let mut tx = cx.portal.db.begin().await?;
    let code = paper::issue(&mut tx, subject.id.as_str(), cx.now).await?.shown();
    let actor = &cx.signed()?.account;
    let entry =
        audit::Entry { actor, action: "story-paper-made", object: subject.id.as_str(), detail: "", request: "" };
    audit::record(&mut tx, &entry, cx.now).await?;
    tx.commit().await?;
    let (version, hash) = match version(&cx, &seat.whole).await? {
        Some(edition) => {
            let folder = cx.href(format_args!("/me/stories/{id}/media"));
            (shown(&cx, &edition.content, &edition.lang, &folder)?, edition.hash)
        }
        None => (String::new(), String::new()),
    };
    let address = cx.absolute("/stories/code");
    let qr = QRBuilder::new(address.as_str())
        .build()
        .map_err(|error| anyhow::anyhow!("no QR code for an address: {error:?}"))?;
    let qr = SvgBuilder::default().margin(1).to_str(&qr);
    let sheet = Sheet { t, cx: &cx, seat: &seat, subject, version, hash, code, address, qr };
    Ok(cx.own_page(t.paper_title(), &sheet)?.into_response())
}

impl Sheet<'_> {
    fn uses(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        Use::ALL.iter().map(|to| (words::to(self.t, *to), words::to_hint(self.t, *to)))
    }

    fn terms(&self) -> impl Iterator<Item = String> {
        Term::ALL.iter().map(|term| self.t.term_years(term.years().unsigned_abs()))
    }
}
