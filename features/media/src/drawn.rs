//! A picture as a page draws it: in every place the same way, with its exact sizes.

use crate::Picture;

/// What the macros of `ui/drawn.html` draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    pub src: String,
    /// Every width there is up to this one, for browsers to choose from; empty where there is one alone.
    pub srcset: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
    /// Weight of `src`.
    pub bytes: u64,
}

impl Picture {
    /// The whole picture where at most `width` pixels are wanted; `None` of one without renditions.
    pub fn drawn(&self, width: u32) -> Option<Drawn> {
        let best = self.best(width)?;
        let widths = self.whole().filter(|rendition| rendition.width <= best.width);
        let each: Vec<String> = widths.map(|rendition| format!("{} {}w", rendition.src(), rendition.width)).collect();
        let srcset = if each.len() > 1 { each.join(", ") } else { String::new() };
        Some(Drawn { src: best.src(), srcset, width: best.width, height: best.height, bytes: best.bytes })
    }
}
