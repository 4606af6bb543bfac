//! `PATCH /uploads/{id}`: the bytes that follow. Whatever comes before a line is cut is kept.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use tokio::time::timeout;
use web::{
    Cx, Error, Portal, Result,
    axum::{
        body::{Body, BodyDataStream, to_bytes},
        extract::Path,
        http::{HeaderMap, StatusCode},
        response::Response,
    },
    form::is_kind,
};

use super::{
    BYTES,
    answer::{self, misunderstood, number, plain},
    checksum::Sum,
};
use crate::upload::{
    Declined,
    line::Line,
    memory::Share,
    parts, quota,
    store::{self, Upload},
    uploads::Uploads,
};

/// Bytes that are put down together while a line holds.
const PART: usize = 256 * 1024;
/// How long a line that is not wanted any more is listened to for what is still in its pipe.
const STILL: Duration = Duration::from_millis(100);
/// Longest piece that comes with a checksum, in bytes: it is held in memory until it is whole.
const SUMMED: usize = 4 * 1024 * 1024;

pub(super) async fn append(cx: Cx, Path(id): Path<String>, headers: HeaderMap, body: Body) -> Result<Response> {
    if let Some(answer) = misunderstood(&headers) {
        return Ok(answer);
    }
    if !is_kind(&headers, BYTES) {
        return Ok(plain(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let Some(offset) = number(&headers, "upload-offset") else { return Ok(plain(StatusCode::BAD_REQUEST)) };
    let upload = match super::look::own(&cx, &id).await? {
        Ok(upload) => upload,
        Err(status) => return Ok(plain(status)),
    };
    if upload.arrived != offset {
        return Ok(answer::state(StatusCode::CONFLICT, &upload));
    }
    bytes(&cx, upload, &headers, body).await
}

/// Takes the bytes that follow what has arrived.
pub(super) async fn bytes(cx: &Cx, upload: Upload, headers: &HeaderMap, body: Body) -> Result<Response> {
    let uploads = cx.portal.room::<Uploads>()?;
    if !quota::disk_takes(&cx.portal, &uploads.settings) {
        return Ok(answer::declined(cx, &Declined::NoRoom));
    }
    if store::part_count(&cx.portal.db, &upload.id).await? >= store::PARTS {
        return Ok(plain(StatusCode::FORBIDDEN));
    }
    let body = match Sum::asked(headers) {
        None => body,
        Some(Err(status)) => return Ok(plain(status)),
        Some(Ok(sum)) => match summed(body, &sum).await {
            Ok(body) => body,
            Err(status) => return Ok(plain(status)),
        },
    };
    let Some(line) = uploads.lines.open(&upload.id).await else { return Ok(plain(StatusCode::LOCKED)) };
    // On its own, so that a browser that goes away does not take along what has arrived.
    let work = tokio::spawn(write(cx.portal.clone(), upload, line, body));
    let (status, upload) = work.await.map_err(|error| Error::Internal(error.into()))??;
    Ok(answer::state(status, &upload))
}

async fn write(portal: Portal, mut upload: Upload, line: Line, body: Body) -> Result<(StatusCode, Upload)> {
    let (mut body, mut held) = (body.into_data_stream(), BytesMut::new());
    loop {
        let next = next(&mut body, &line).await;
        let ended = next.is_none();
        held.extend_from_slice(&next.unwrap_or_default());
        if upload.arrived + held.len() as u64 > upload.bytes {
            return Ok((StatusCode::PAYLOAD_TOO_LARGE, upload));
        }
        if held.len() >= PART || (ended && !held.is_empty()) {
            let now = portal.clock.now();
            if !parts::keep(&portal.db, &portal.files, &mut upload, &held, now).await? {
                return Ok((StatusCode::CONFLICT, current(&portal, upload).await?));
            }
            held.clear();
        }
        if ended {
            return Ok((StatusCode::NO_CONTENT, upload));
        }
    }
}

/// The next bytes. Once somebody else goes on with the upload, only those that have reached this machine already: they
/// come without a pause.
async fn next(body: &mut BodyDataStream, line: &Line) -> Option<Bytes> {
    tokio::select! {
        next = body.next() => next?.ok(),
        () = line.wanted() => timeout(STILL, body.next()).await.ok()??.ok(),
    }
}

async fn current(portal: &Portal, upload: Upload) -> Result<Upload> {
    let found = store::find(&portal.db, &upload.person, &upload.id).await?;
    Ok(found.unwrap_or(upload))
}

/// A piece that is taken whole or not at all.
async fn summed(body: Body, sum: &Sum) -> std::result::Result<Body, StatusCode> {
    let mut share = Share::default();
    if !share.grow(SUMMED as u64) {
        return Err(StatusCode::SERVICE_UNAVAILABLE);
    }
    let bytes: Bytes = to_bytes(body, SUMMED).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    if sum.fits(&bytes) { Ok(Body::from(bytes)) } else { Err(sum.mismatch()) }
}
