//! A picture we keep, known by the hash of the bytes it was made from, and its renditions.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Webp,
    Jpeg,
}

impl Format {
    pub fn ending(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// SHA-256 of the original's bytes, in hex.
    pub hash: String,
    /// Size of the original once upright, in pixels.
    pub width: u32,
    pub height: u32,
    /// The square first, then whole pictures by width, the JPEG last.
    pub renditions: Vec<Rendition>,
}

/// One encoded size; `key` is its name below `/media/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rendition {
    pub width: u32,
    pub height: u32,
    pub format: Format,
    pub key: String,
    pub bytes: u64,
}

impl Picture {
    /// The square cut-out, at most 96 pixels wide.
    pub fn square(&self) -> Option<&Rendition> {
        self.renditions.first()
    }

    /// The lightest whole picture that fills `width` pixels, else the largest there is.
    pub fn best(&self, width: u32) -> Option<&Rendition> {
        let mut whole = self.whole();
        whole.clone().find(|rendition| rendition.width >= width).or_else(|| whole.next_back())
    }

    /// The JPEG, for readers and previews that do not know WebP.
    pub fn jpeg(&self) -> Option<&Rendition> {
        self.renditions.iter().find(|rendition| rendition.format == Format::Jpeg)
    }

    /// Whole pictures as WebP, narrowest first.
    pub fn whole(&self) -> impl DoubleEndedIterator<Item = &Rendition> + Clone {
        self.renditions.iter().skip(1).filter(|rendition| rendition.format == Format::Webp)
    }
}

impl Rendition {
    pub fn src(&self) -> String {
        src(&self.key)
    }

    /// Its key in the file store.
    pub fn file(&self) -> Option<String> {
        crate::serve::key(&self.key).map(|key| key.as_str().to_owned())
    }
}

/// The address of a rendition.
pub fn src(key: &str) -> String {
    format!("/media/{key}")
}
