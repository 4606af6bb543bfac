//! Why a picture is not taken, in words for the person who brought it.

use basics::limits;
use thiserror::Error;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("the picture is neither JPEG, PNG nor WebP; save it as one of these")]
    Kind,
    #[error("the picture has {bytes} bytes, at most {} are taken; save it smaller", limits::PICTURE_BYTES)]
    TooLarge { bytes: u64 },
    #[error("the picture is {width} × {height} pixels, at most {} million are taken; save it smaller", limits::PICTURE_PIXELS / 1_000_000)]
    TooManyPixels { width: u32, height: u32 },
    #[error("the picture needs {megabytes} MB to be opened, more than is given to one; save it as an ordinary JPEG")]
    TooHeavy { megabytes: u64 },
    #[error("the picture took too long to open; save it smaller")]
    TooSlow,
    #[error("too many pictures are being opened just now; try again in a moment")]
    Busy,
    #[error("the picture is damaged or cut off ({cause}); open it, save it again and bring that")]
    Broken { cause: String },
}

impl Refused {
    pub(crate) fn broken(cause: impl ToString) -> Self {
        Self::Broken { cause: cause.to_string() }
    }
}
