//! `POST /uploads`: a file is announced. Nothing of it need come along.

use web::{
    Cx, Result,
    axum::{
        body::Body,
        http::{HeaderMap, HeaderValue, StatusCode, header},
        response::{IntoResponse, Response},
    },
    form::is_kind,
};

use super::{
    BYTES,
    answer::{self, misunderstood, number, plain},
    append,
};
use crate::upload::{
    Declined, quota,
    store::{self, Upload},
    uploads::{KEPT, Uploads},
};
use basics::limits::AUDIO_BYTES;

pub(super) async fn create(cx: Cx, headers: HeaderMap, body: Body) -> Result<Response> {
    if let Some(answer) = misunderstood(&headers) {
        return Ok(answer);
    }
    let Some(bytes) = number(&headers, "upload-length").filter(|bytes| *bytes > 0) else {
        return Ok(plain(StatusCode::BAD_REQUEST));
    };
    let upload = match begin(&cx, bytes).await? {
        Ok(upload) => upload,
        Err(declined) => return Ok(answer::declined(&cx, &declined)),
    };
    let location = HeaderValue::try_from(cx.href(format!("/uploads/{}", upload.id)));
    let mut response = if is_kind(&headers, BYTES) {
        append::bytes(&cx, upload, &headers, body).await?
    } else {
        answer::state(StatusCode::CREATED, &upload)
    };
    if response.status().is_success() {
        *response.status_mut() = StatusCode::CREATED;
    }
    match location {
        Ok(location) => response.headers_mut().insert(header::LOCATION, location),
        Err(_) => return Ok(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
    };
    Ok(response)
}

async fn begin(cx: &Cx, bytes: u64) -> Result<std::result::Result<Upload, Declined>> {
    let (person, settings) = (&cx.signed()?.person, cx.portal.room::<Uploads>()?.settings);
    if bytes > AUDIO_BYTES {
        return Ok(Err(Declined::TooLarge { most: AUDIO_BYTES }));
    }
    if !quota::disk_takes(&cx.portal, &settings) {
        return Ok(Err(Declined::NoRoom));
    }
    let mut tx = cx.portal.db.begin().await?;
    if let Err(declined) = quota::admits(&mut tx, &settings, person, bytes, cx.now).await? {
        return Ok(Err(declined));
    }
    let upload = Upload::new(person, bytes, cx.now.plus(KEPT));
    store::insert(&mut tx, &upload, cx.now).await?;
    tx.commit().await?;
    Ok(Ok(upload))
}
