//! What a field for a file tells before anything is sent: what it takes and how much. The macros of `ui/upload.html`
//! are drawn from it.

use std::borrow::Borrow;

use basics::limits;
use web::Cx;

use crate::text::Text;

/// In a page's template as `u` of the macros: `{% call upload::picture(u, "portrait", …) %}{% endcall %}`.
pub struct Offer<'a> {
    cx: &'a Cx,
    pub t: Text,
}

impl<'a> Offer<'a> {
    pub fn of(cx: &'a Cx) -> Self {
        Self { cx, t: Text(cx.lang) }
    }

    pub fn script(&self) -> &str {
        self.cx.portal.uploads_script()
    }

    pub fn picture_bytes(&self) -> u64 {
        limits::PICTURE_BYTES
    }

    pub fn audio_bytes(&self) -> u64 {
        limits::AUDIO_BYTES
    }

    /// A number of bytes as people read it.
    pub fn size(&self, bytes: impl Borrow<u64>) -> String {
        words::bytes(self.cx.lang, *bytes.borrow())
    }
}
