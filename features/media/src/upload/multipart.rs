//! A form with files as browsers send it without a script (RFC 7578).

use bytes::BytesMut;
use web::{
    Error, Result,
    axum::{
        extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
        http::StatusCode,
    },
};

use super::{
    Declined,
    memory::Share,
    received::{Came, File, MOST_FIELDS, MOST_TEXT},
};
use basics::limits::AUDIO_BYTES;

/// The largest file of any kind, in bytes.
const MOST_FILE: u64 = AUDIO_BYTES;
/// Bytes that are read to their end, so that a form with too large a file is answered in words and not by a cut line.
const MOST_READ: usize = 4 * MOST_FILE as usize;

/// Reads text fields and files. A file without a name and without bytes is a field in which nothing was chosen.
pub(super) async fn read(mut request: Request) -> Result<Came> {
    DefaultBodyLimit::max(MOST_READ).apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Error::Malformed)?;
    let mut came = Came::default();
    let mut room = MOST_TEXT;
    while let Some(field) = form.next_field().await.map_err(|error| fault(error.status()))? {
        let name = field.name().ok_or(Error::Malformed)?.to_owned();
        if came.texts.len() + came.files.len() == MOST_FIELDS {
            return Err(Error::TooMuch);
        }
        match field.file_name().map(str::is_empty) {
            Some(unnamed) => {
                let file = file(field).await?;
                if !(unnamed && file.is_empty()) {
                    came.files.push((name, file));
                }
            }
            None => came.texts.push((name, text(field, &mut room).await?)),
        }
    }
    Ok(came)
}

async fn text(mut field: Field<'_>, room: &mut usize) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| fault(error.status()))? {
        *room = room.checked_sub(piece.len()).ok_or(Error::TooMuch)?;
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| Error::Malformed)
}

/// A file, or why it is not taken; read to its end in either case, since the fields after it count too.
async fn file(mut field: Field<'_>) -> Result<File> {
    let (mut bytes, mut share, mut declined) = (BytesMut::new(), Share::default(), None);
    while let Some(piece) = field.chunk().await.map_err(|error| fault(error.status()))? {
        if declined.is_some() {
            continue;
        }
        if (bytes.len() + piece.len()) as u64 > MOST_FILE {
            declined = Some(Declined::TooLarge { most: MOST_FILE });
        } else if !share.grow(piece.len() as u64) {
            declined = Some(Declined::Busy);
        } else {
            bytes.extend_from_slice(&piece);
            continue;
        }
        (bytes, share) = (BytesMut::new(), Share::default());
    }
    Ok(match declined {
        Some(declined) => File::Declined(declined),
        None => File::Whole { bytes: bytes.freeze(), _share: share },
    })
}

fn fault(status: StatusCode) -> Error {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Error::TooMuch } else { Error::Malformed }
}
