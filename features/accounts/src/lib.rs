//! Accounts and trust: who signs in, how they get back in, who may do what, and how they leave.

mod account;
mod attempts;
mod birth;
mod code;
mod entry;
mod gate;
mod handle;
mod join;
mod joining;
mod notices;
mod pages;
mod passphrase;
mod second_step;
mod session;
mod sign_in;
pub mod store;
#[cfg(test)]
mod tests;
mod text {
    words::include_text!();
}

use std::sync::Arc;

use feature::Feature;
use web::{Access, Cx, Route};

pub use account::{Account, Secrets, State};
pub use handle::{Handle, HandleRefusal};
pub use passphrase::Hasher;
pub use text::{COVERAGE, Text};

/// What the host decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `open`, `invitation` or `closed`.
    pub joining: String,
    /// Failed sign-ins from one address in an hour before it has to wait: wide, since a whole camp may share one.
    pub address_fuse: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { joining: "open".into(), address_fuse: 6000 }
    }
}

/// What this room keeps open on a node.
pub struct Accounts {
    pub settings: Settings,
    pub hasher: Hasher,
}

/// The room as its handlers reach it.
pub(crate) fn room(cx: &Cx) -> web::Result<&Accounts> {
    cx.portal.room()
}

pub fn feature(settings: Settings) -> Feature {
    let accounts = Accounts { settings, hasher: Hasher::default() };
    Feature::new("accounts").open(Arc::new(accounts)).gate(gate::Sessions::new()).routes(routes())
}

fn routes() -> Vec<Route> {
    vec![
        Route::get("/sign-in", Access::Anyone, pages::ask_to_sign_in),
        Route::post("/sign-in", Access::Anyone, pages::sign_in),
        Route::get("/sign-in/code", Access::Anyone, pages::ask_second_step),
        Route::post("/sign-in/code", Access::Anyone, pages::second_step),
        Route::post("/sign-in/forget", Access::Anyone, pages::forget_phone),
        Route::get("/sign-out", Access::Anyone, pages::sign_out_asked),
        Route::post("/sign-out", Access::Anyone, pages::sign_out),
        Route::get("/join", Access::Anyone, pages::ask_language),
        Route::get("/join/name", Access::Anyone, pages::ask_name),
        Route::post("/join/name", Access::Anyone, pages::ask_rest),
        Route::post("/join", Access::Anyone, pages::join),
        Route::get("/me", Access::Own, pages::me),
        Route::get("/me/card", Access::OwnSecurity, pages::show_card),
        Route::post("/me/card", Access::OwnSecurity, pages::make_card),
    ]
}
