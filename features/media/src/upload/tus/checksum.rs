//! The optional checksum of a piece: `Upload-Checksum: sha1 <base64>`.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use web::axum::http::{HeaderMap, StatusCode};

pub(super) const ALGORITHMS: &str = "sha1,sha256";

pub(super) enum Sum {
    Sha1(Vec<u8>),
    Sha256(Vec<u8>),
}

impl Sum {
    /// The checksum a request promises; a status when it cannot be read.
    pub fn asked(headers: &HeaderMap) -> Option<Result<Self, StatusCode>> {
        let text = headers.get("upload-checksum")?.to_str().unwrap_or_default();
        let read = text.split_once(' ').and_then(|(kind, sum)| {
            let sum = STANDARD.decode(sum.trim()).ok()?;
            match kind {
                "sha1" => Some(Self::Sha1(sum)),
                "sha256" => Some(Self::Sha256(sum)),
                _ => None,
            }
        });
        Some(read.ok_or(StatusCode::BAD_REQUEST))
    }

    pub fn fits(&self, bytes: &[u8]) -> bool {
        match self {
            Self::Sha1(sum) => Sha1::digest(bytes)[..] == sum[..],
            Self::Sha256(sum) => Sha256::digest(bytes)[..] == sum[..],
        }
    }

    /// The protocol's own status for bytes that do not fit.
    pub fn mismatch(&self) -> StatusCode {
        StatusCode::from_u16(460).unwrap_or(StatusCode::BAD_REQUEST)
    }
}
