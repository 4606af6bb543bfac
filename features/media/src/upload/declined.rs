//! Why a file that came with a form is not taken, in words for the person who sent it.

use basics::Lang;

use crate::{Refused, text::Text};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declined {
    /// It has more bytes than a field of its kind takes.
    TooLarge { most: u64 },
    /// More files are arriving just now than fit into memory.
    Busy,
}

impl Declined {
    /// What is wrong and what to do, in the reader's language.
    pub fn words(&self, lang: Lang) -> String {
        let t = Text(lang);
        match self {
            Self::TooLarge { most } => t.declined_too_large(words::bytes(lang, *most)),
            Self::Busy => t.declined_busy().into(),
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
        }
    }
}
