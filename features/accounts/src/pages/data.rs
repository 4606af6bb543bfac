//! `/me/data`: everything the portal holds of somebody, to take away.

use std::io::SeekFrom;

use anyhow::Context;
use askama::Template;
use axum::{
    body::{Body, Bytes},
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use basics::At;
use futures_util::stream::try_unfold;
use plugs::Whose;
use serde::Deserialize;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use web::{Cx, Page, Result, Signed, form};

use super::fresh::framed;
use crate::{
    Text,
    archive::{self, About},
    event,
    store::{
        accounts,
        tickets::{self, Kind},
    },
};

/// Archives that are handed out to one account in a day.
const A_DAY: i64 = 3;
/// After this long, an archive that was not finished never will be.
const LONGEST: i64 = 2 * At::MINUTE;
/// Bytes read from the archive at once.
const PART: usize = 1 << 16;

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "pages/data.html")]
struct Data<'a> {
    t: Text,
    cx: &'a Cx,
    shared: bool,
    /// Has just proved to be themselves.
    proved: bool,
    said: Option<&'static str>,
}

pub(crate) async fn show_data(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let t = Text(cx.lang);
    let signed = cx.signed()?.clone();
    let said = match asked.done.as_str() {
        "busy" => Some(t.data_busy()),
        "enough" => Some(t.data_enough()),
        _ => None,
    };
    let main = Data { t, cx: &cx, shared: signed.shared, proved: signed.has_proved(cx.now), said };
    framed(&cx, t.data_title(), "me", &main)
}

/// Makes the archive and hands it out. One at a time, and a few a day.
pub(crate) async fn take_data(cx: Cx) -> Result<Response> {
    let signed = cx.signed()?.clone();
    let ticket = match begin(&cx, &signed.account).await? {
        Ok(ticket) => ticket,
        Err(done) => return Ok(form::see_other(&cx.href(format_args!("/me/data?done={done}")))),
    };
    let whose = Whose { account: &signed.account, person: &signed.person };
    let mut belongings = Vec::new();
    for room in &cx.portal.plugs.belongings {
        belongings.extend(room.gather(&cx.portal.db, whose, cx.lang).await?);
    }
    let file = archive::build(&cx.portal.files, &about(&cx, &signed), &belongings).await?;
    finish(&cx, &signed.account, &ticket).await?;
    let name = format!("dzaleka-connect-{}.zip", &cx.now.rfc3339()[..10]);
    send(file, &name).await
}

fn about(cx: &Cx, signed: &Signed) -> About {
    About {
        lang: cx.lang,
        handle: signed.handle.clone(),
        site: cx.portal.site.name.clone(),
        address: cx.portal.site.base_url.clone(),
        made_at: cx.now,
    }
}

/// A ticket for this archive, or why there is none: `busy`, `enough`.
async fn begin(cx: &Cx, account: &str) -> Result<std::result::Result<String, &'static str>> {
    let mut tx = cx.portal.db.begin().await?;
    // Two at the same time wait for each other here.
    accounts::get_in(&mut tx, account).await?;
    if tickets::count_in(&mut tx, account, Kind::Download, false, cx.now.plus(-LONGEST)).await? > 0 {
        return Ok(Err("busy"));
    }
    if tickets::count_in(&mut tx, account, Kind::Download, true, cx.now.plus(-At::DAY)).await? >= A_DAY {
        return Ok(Err("enough"));
    }
    let ticket = tickets::issue(&mut tx, Kind::Download, Some(account), "", cx.now).await?;
    tx.commit().await?;
    Ok(Ok(ticket))
}

async fn finish(cx: &Cx, account: &str, ticket: &str) -> Result<()> {
    let mut tx = cx.portal.db.begin().await?;
    tickets::take(&mut tx, ticket, Kind::Download, cx.now).await?;
    event::record(&mut tx, account, "data-taken", account, "", cx.now).await?;
    Ok(tx.commit().await?)
}

/// The archive in small parts, as fast as the phone takes them.
async fn send(file: std::fs::File, name: &str) -> Result<Response> {
    let mut file = tokio::fs::File::from_std(file);
    let length = file.seek(SeekFrom::End(0)).await.context("the archive has no end")?;
    file.seek(SeekFrom::Start(0)).await.context("the archive has no beginning")?;
    let parts = try_unfold(file, |mut file| async move {
        let mut part = vec![0; PART];
        let read = file.read(&mut part).await?;
        part.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(part), file)))
    });
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(parts)).into_response())
}
