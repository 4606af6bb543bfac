//! Why a file that came with a form is not taken, in words for the person who sent it.

use basics::Lang;
use web::axum::http::StatusCode;

use crate::{Refused, text::Text};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declined {
    /// It has more bytes than a field of its kind takes.
    TooLarge { most: u64 },
    /// More files are arriving just now than fit into memory.
    Busy,
    /// It was sent before the form, and is not there any more or never came whole.
    Gone,
    /// The person has sent as much as one may in a day.
    Today { most: u64 },
    /// As much is kept of the person as may be.
    Full { most: u64 },
    /// The disk is as full as it may get.
    NoRoom,
}

impl Declined {
    /// What is wrong and what to do, in the reader's language.
    pub fn words(&self, lang: Lang) -> String {
        let t = Text(lang);
        match self {
            Self::TooLarge { most } => t.declined_too_large(words::bytes(lang, *most)),
            Self::Busy => t.declined_busy().into(),
            Self::Gone => t.declined_gone().into(),
            Self::Today { most } => t.declined_today(words::bytes(lang, *most)),
            Self::Full { most } => t.declined_full(words::bytes(lang, *most)),
            Self::NoRoom => t.declined_no_room().into(),
        }
    }

    /// The same for a program.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Gone => StatusCode::GONE,
            Self::Today { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Full { .. } => StatusCode::FORBIDDEN,
            Self::NoRoom => StatusCode::INSUFFICIENT_STORAGE,
        }
    }
}

impl Refused {
    /// The same as its `Display`, in the reader's language and without the decoder's own words.
    pub fn words(&self, lang: Lang) -> String {
        let t = Text(lang);
        match self {
            Self::Kind => t.refused_kind().into(),
            Self::TooLarge { .. } => t.declined_too_large(words::bytes(lang, basics::limits::PICTURE_BYTES)),
            Self::TooManyPixels { .. } => {
                t.refused_pixels(words::number(lang, basics::limits::PICTURE_PIXELS / 1_000_000))
            }
            Self::Broken { .. } => t.refused_broken().into(),
            Self::TooHeavy { .. } => t.refused_heavy().into(),
            Self::TooSlow => t.refused_slow().into(),
            Self::Busy => t.declined_busy().into(),
        }
    }
}
