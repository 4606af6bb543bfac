//! Bodies that stop arriving: whoever sends nothing for a while is not waited for, so that nobody takes up a place.

use std::{io, pin::Pin, time::Duration};

use axum::body::Body;
use bytes::Bytes;
use futures_util::stream;
use http_body_util::BodyExt;
use tokio::time::{Instant, timeout_at};

/// Longest pause between two pieces of a body, on a slow phone line.
pub(crate) const PAUSE: Duration = Duration::from_secs(15);
/// All pieces together may take this many pauses, and a second more for each of these bytes that has arrived: a slow
/// line that keeps bringing a large file is not cut.
const PAUSES: u32 = 12;
const SLOWEST: usize = 4096;

type Pieces<B> = (Pin<Box<B>>, Instant);

/// The body, ending with an error when its next piece takes longer than `pause`.
pub(crate) fn within<B>(body: B, pause: Duration) -> Body
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    if body.is_end_stream() {
        return Body::empty();
    }
    let pieces = (Box::pin(body), Instant::now() + pause * PAUSES);
    Body::from_stream(stream::try_unfold(pieces, move |pieces| next(pieces, pause)))
}

async fn next<B>((mut body, end): Pieces<B>, pause: Duration) -> Result<Option<(Bytes, Pieces<B>)>, axum::BoxError>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<axum::BoxError>,
{
    let soon = (Instant::now() + pause).min(end);
    match timeout_at(soon, body.frame()).await {
        Err(_) => Err(io::Error::from(io::ErrorKind::TimedOut).into()),
        Ok(None) => Ok(None),
        Ok(Some(Err(error))) => Err(error.into()),
        Ok(Some(Ok(frame))) => {
            let data = frame.into_data().unwrap_or_default();
            let end = end + Duration::from_secs(1) * data.len() as u32 / SLOWEST as u32;
            Ok(Some((data, (body, end))))
        }
    }
}
