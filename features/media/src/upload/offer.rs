//! What a field for a file tells before anything is sent: what it takes and how much. The macros of `ui/upload.html`
//! are drawn from it.

use std::borrow::Borrow;

use basics::limits;
use web::Cx;

use super::Settings;
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

    /// Kwacha for a megabyte of mobile data; 0 when nothing is said of it.
    pub fn price(&self) -> u32 {
        Settings::of(&self.cx.portal).data_price
    }

    /// What a chosen file weighs and costs, with the names of what the script puts in.
    pub fn cost(&self) -> String {
        if self.price() == 0 { self.t.upload_weight("{size}") } else { self.t.upload_cost("{size}", "{cost}") }
    }

    /// The same for a picture that was made smaller on the phone.
    pub fn cost_smaller(&self) -> String {
        if self.price() == 0 {
            self.t.upload_weight_smaller("{size}", "{small}")
        } else {
            self.t.upload_cost_smaller("{size}", "{cost}", "{small}", "{less}")
        }
    }

    /// A number of bytes as people read it.
    pub fn size(&self, bytes: impl Borrow<u64>) -> String {
        words::bytes(self.cx.lang, *bytes.borrow())
    }
}
