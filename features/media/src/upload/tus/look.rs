//! How far an upload has come, its end, and what the server can do.

use web::{
    Cx, Result,
    axum::{
        body::Body,
        extract::Path,
        http::{HeaderMap, StatusCode},
        response::Response,
    },
};

use super::{
    answer::{self, misunderstood, plain},
    append,
};
use crate::upload::{
    store::{self, Upload},
    uploads::Uploads,
};

/// `OPTIONS /uploads`
pub(super) async fn abilities() -> Response {
    answer::abilities(StatusCode::NO_CONTENT)
}

/// `HEAD /uploads/{id}`: exactly what is kept, after the line before has put down what it held.
pub(super) async fn offset(cx: Cx, Path(id): Path<String>, headers: HeaderMap) -> Result<Response> {
    if let Some(answer) = misunderstood(&headers) {
        return Ok(answer);
    }
    Ok(match own(&cx, &id).await? {
        Ok(upload) => answer::state(StatusCode::OK, &upload),
        Err(status) => plain(status),
    })
}

/// `DELETE /uploads/{id}`
pub(super) async fn terminate(cx: Cx, Path(id): Path<String>, headers: HeaderMap) -> Result<Response> {
    if let Some(answer) = misunderstood(&headers) {
        return Ok(answer);
    }
    if let Err(status) = own(&cx, &id).await? {
        return Ok(plain(status));
    }
    let mut tx = cx.portal.db.begin().await?;
    let keys = store::delete(&mut tx, &id).await?;
    tx.commit().await?;
    cx.portal.files.delete_all(&keys).await?;
    Ok(plain(StatusCode::NO_CONTENT))
}

/// `POST /uploads/{id}` with `X-HTTP-Method-Override`, for what stands between and knows only GET and POST.
pub(super) async fn overridden(cx: Cx, path: Path<String>, headers: HeaderMap, body: Body) -> Result<Response> {
    match headers.get("x-http-method-override").map(|method| method.as_bytes()) {
        Some(b"PATCH") => append::append(cx, path, headers, body).await,
        Some(b"DELETE") => terminate(cx, path, headers).await,
        Some(b"HEAD") => offset(cx, path, headers).await,
        _ => Ok(plain(StatusCode::BAD_REQUEST)),
    }
}

/// Somebody's own upload, once no line of this node writes to it; else why not.
pub(super) async fn own(cx: &Cx, id: &str) -> Result<std::result::Result<Upload, StatusCode>> {
    let (db, person) = (&cx.portal.db, &cx.signed()?.person);
    if store::find(db, person, id).await?.is_none() {
        return Ok(Err(StatusCode::NOT_FOUND));
    }
    let Some(_line) = cx.portal.room::<Uploads>()?.lines.open(id).await else { return Ok(Err(StatusCode::LOCKED)) };
    Ok(match store::find(db, person, id).await? {
        None => Err(StatusCode::NOT_FOUND),
        Some(upload) if upload.ends_at < cx.now => Err(StatusCode::GONE),
        Some(upload) => Ok(upload),
    })
}
