//! Bodies as small as the reader's browser can take them.

use std::io::Write;

use axum::http::{HeaderMap, header};
use bytes::Bytes;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

/// Smaller than this, compression costs more than it saves.
pub(crate) const LEAST: usize = 600;
/// A level that shrinks nearly as well as the highest and takes a millisecond.
const BROTLI_LEVEL: u32 = 5;

impl Encoding {
    /// What the browser takes, best first. `q=0` means no.
    pub(crate) fn accepted(headers: &HeaderMap) -> Self {
        let Some(accepted) = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()) else {
            return Self::Plain;
        };
        let takes = |name: &str| {
            accepted.split(',').map(str::trim).any(|part| {
                let (token, weight) = part.split_once(';').unwrap_or((part, "q=1"));
                token.trim() == name && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
            })
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// Whether a body of this type shrinks.
pub(crate) fn shrinks(content_type: &str) -> bool {
    [
        "text/",
        "application/json",
        "application/manifest+json",
        "application/xml",
        "application/atom+xml",
        "application/feed+json",
        "application/opensearchdescription+xml",
        "image/svg+xml",
    ]
    .iter()
    .any(|kind| content_type.starts_with(kind))
}

/// The body in an encoding. Writing to memory does not fail; should it, the body goes out as it is empty-handed.
pub(crate) fn squeeze(body: &Bytes, encoding: Encoding) -> Bytes {
    match encoding {
        Encoding::Plain => body.clone(),
        Encoding::Gzip => {
            let mut encoder =
                flate2::write::GzEncoder::new(Vec::with_capacity(body.len() / 3), flate2::Compression::new(6));
            match encoder.write_all(body).and_then(|()| encoder.finish()) {
                Ok(small) => small.into(),
                Err(_) => Bytes::new(),
            }
        }
        Encoding::Brotli => {
            let mut small = Vec::with_capacity(body.len() / 3);
            let mut encoder = brotli::CompressorWriter::new(&mut small, 8192, BROTLI_LEVEL, 18);
            let written = encoder.write_all(body).and_then(|()| encoder.flush());
            drop(encoder);
            if written.is_ok() { small.into() } else { Bytes::new() }
        }
    }
}
