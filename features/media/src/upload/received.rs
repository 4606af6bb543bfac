//! A form that may bring files, whichever way it was sent: `multipart/form-data` from a page without script, or
//! `application/x-www-form-urlencoded` where a script has sent the file before.

use bytes::Bytes;
use serde::de::DeserializeOwned;
use web::{
    Cx, Error, Portal, Result,
    axum::{
        body::to_bytes,
        extract::{FromRequest, FromRequestParts, Request},
    },
    form::is_kind,
};

use super::{Declined, memory::Share, multipart, resumed};

/// Text fields and files of one form.
pub(super) const MOST_FIELDS: usize = 200;
/// All text of a form together, in bytes.
pub(super) const MOST_TEXT: usize = 256 * 1024;

/// What a form brought. An extractor, the last argument of a handler whose route asks for a session: `Access::Own` or
/// stricter.
///
/// ```ignore
/// async fn save(cx: Cx, received: Received) -> Result<Response> {
///     let typed: Typed = received.form()?;
///     match received.picture("portrait") {
///         Ok(Some(bytes)) => …,      // what was sent, not looked at yet: `media::keep` does
///         Ok(None) => …,             // nothing was chosen
///         Err(declined) => faults.add("portrait", declined.words(cx.lang)),
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Received {
    came: Came,
}

/// The fields in the order of the form.
#[derive(Debug, Default)]
pub(super) struct Came {
    pub texts: Vec<(String, String)>,
    pub files: Vec<(String, File)>,
}

#[derive(Debug)]
pub(super) enum File {
    /// The bytes, and the share of memory they take until the form is dropped.
    Whole {
        bytes: Bytes,
        _share: Share,
    },
    Declined(Declined),
}

impl File {
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Whole { bytes, .. } if bytes.is_empty())
    }
}

impl Received {
    /// The text fields, as a struct; each field once. Unknown ones are passed over.
    ///
    /// # Errors
    /// [`Error::Malformed`] when they do not fit `T`.
    pub fn form<T: DeserializeOwned>(&self) -> Result<T> {
        let text = serde_urlencoded::to_string(&self.came.texts).map_err(|_| Error::Malformed)?;
        serde_urlencoded::from_str(&text).map_err(|_| Error::Malformed)
    }

    /// All values of a text field that may stand in the form more than once, such as boxes to tick.
    pub fn texts<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.came.texts.iter().filter(move |(name, _)| name == field).map(|(_, text)| text.as_str())
    }

    /// The picture that came with a field, as it was sent; `None` when nothing was chosen.
    ///
    /// # Errors
    /// [`Declined`] when it is heavier than `limits::PICTURE_BYTES` or could not be taken now.
    pub fn picture(&self, field: &str) -> std::result::Result<Option<Bytes>, Declined> {
        self.file(field, basics::limits::PICTURE_BYTES)
    }

    /// The recording that came with a field, as it was sent; `None` when nothing was chosen.
    ///
    /// # Errors
    /// [`Declined`] when it is heavier than `limits::AUDIO_BYTES` or could not be taken now.
    pub fn audio(&self, field: &str) -> std::result::Result<Option<Bytes>, Declined> {
        self.file(field, basics::limits::AUDIO_BYTES)
    }

    fn file(&self, field: &str, most: u64) -> std::result::Result<Option<Bytes>, Declined> {
        match self.came.files.iter().find(|(name, _)| name == field) {
            None => Ok(None),
            Some((_, File::Whole { bytes, .. })) if bytes.len() as u64 <= most => Ok(Some(bytes.clone())),
            Some((_, File::Whole { .. } | File::Declined(Declined::TooLarge { .. }))) => {
                Err(Declined::TooLarge { most })
            }
            Some((_, File::Declined(declined))) => Err(declined.clone()),
        }
    }

    /// The id under which the file of a field is held, for the macros of `ui/upload.html`; empty without one. Files that
    /// were sent before their form always are, others after [`Received::hold`].
    pub fn held(&self, field: &str) -> &str {
        let taken = self.came.files.iter().any(|(name, file)| name == field && matches!(file, File::Whole { .. }));
        let field = format!("{field}_upload");
        let id = self.came.texts.iter().find(|(name, _)| *name == field && taken);
        id.map_or("", |(_, id)| id.as_str())
    }

    /// Holds the files that came with this form for a day, before the form is shown once more with a fault: nobody
    /// has to send a file again because a word was missing.
    ///
    /// # Errors
    /// When the database or the file store fails.
    pub async fn hold(&mut self, cx: &Cx) -> Result<()> {
        resumed::hold(cx, &mut self.came).await
    }
}

impl FromRequest<Portal> for Received {
    type Rejection = Error;

    async fn from_request(request: Request, portal: &Portal) -> Result<Self> {
        let (mut parts, body) = request.into_parts();
        let Ok(cx) = Cx::from_request_parts(&mut parts, portal).await;
        // Nobody is listened to for so long without a session, whatever the route says.
        cx.signed()?;
        let request = Request::from_parts(parts, body);
        let mut came = if is_kind(request.headers(), "multipart/form-data") {
            multipart::read(request).await?
        } else {
            plain(request).await?
        };
        resumed::measure(&cx, &mut came.files).await?;
        resumed::fetch(&cx, &mut came).await?;
        Ok(Self { came })
    }
}

/// A form of text alone.
async fn plain(request: Request) -> Result<Came> {
    if !is_kind(request.headers(), "application/x-www-form-urlencoded") {
        return Err(Error::Malformed);
    }
    let body = to_bytes(request.into_body(), MOST_TEXT).await.map_err(|_| Error::TooMuch)?;
    let texts = serde_urlencoded::from_bytes(&body).map_err(|_| Error::Malformed)?;
    Ok(Came { texts, files: Vec::new() })
}
