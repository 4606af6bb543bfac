//! Accounts and trust: who signs in, how they get back in, who may do what, and how they leave.

mod account;
mod archive;
mod attempts;
pub mod birth;
mod by_people;
pub mod claiming;
mod code;
mod contact;
mod contact_code;
mod entry;
mod eraser;
pub mod erasures;
mod event;
mod fuse;
mod gate;
mod handle;
mod helping;
mod join;
mod joining;
pub mod leaving;
mod notices;
mod pages;
mod passkey;
mod passphrase;
mod plugs;
pub mod quiet;
mod recovery_link;
mod renewal;
pub mod retention;
pub mod second_step;
mod session;
mod sign_in;
pub mod standing;
pub mod store;
mod tell;
#[cfg(test)]
mod tests;
mod vouching;
mod text {
    words::include_text!();
}
mod work;

use std::sync::Arc;

use basics::Capability;
use feature::Feature;
use web::{Access, Cx, Route};

pub use account::{Account, Secrets, State};
pub use code::{Code, Kind as CodeKind};
pub use eraser::Eraser;
pub use fuse::Fuse;
pub use handle::{Handle, HandleRefusal};
pub use join::{Newcomer, Taken, exactly, with_number};
pub use passphrase::{Cost, Hasher, Passphrase, PassphraseRefusal};
pub use tell::{Notice, Origin, Told, tell};
pub use text::{COVERAGE, Text};
pub use work::work;

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
    pub fuse: Fuse,
}

/// The room as its handlers reach it.
pub(crate) fn room(cx: &Cx) -> web::Result<&Accounts> {
    cx.portal.room()
}

pub fn feature(settings: Settings) -> Feature {
    let fuse = Fuse::new(settings.address_fuse);
    let accounts = Accounts { settings, hasher: Hasher::default(), fuse };
    Feature::new("accounts")
        .open(Arc::new(accounts))
        .gate(gate::Sessions::new())
        .belongings(plugs::OwnAccount)
        .routes(routes())
}

fn routes() -> Vec<Route> {
    use pages::{security, settings};
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
        // Standing, and the team's desk.
        Route::get("/me/vouches", Access::OwnSecurity, pages::show_vouches),
        Route::post("/me/vouches", Access::OwnSecurity, pages::vouch),
        Route::post("/me/vouches/withdraw", Access::OwnSecurity, pages::withdraw_vouch),
        Route::get("/me/invitations", Access::May(Capability::Invite), pages::show_invitations),
        Route::post("/me/invitations", Access::May(Capability::Invite), pages::invite),
        Route::get("/desk/accounts", Access::May(Capability::SeeAccounts), pages::show_desk),
        Route::post("/desk/accounts", Access::May(Capability::SeeAccounts), pages::desk_deed),
        Route::get("/desk/outbox", Access::May(Capability::ReadOutbox), pages::show_outbox),
        Route::post("/desk/outbox", Access::May(Capability::ReadOutbox), pages::mark_printed),
        Route::get("/desk/outbox/message", Access::May(Capability::ReadOutbox), pages::show_message),
        Route::get("/desk/audit", Access::May(Capability::ReadAudit), pages::show_audit),
        Route::get("/first", Access::Anyone, pages::ask_first),
        Route::post("/first", Access::Anyone, pages::first),
        // Taking one's data along, and leaving.
        Route::get("/me/data", Access::OwnSecurity, pages::show_data),
        Route::post("/me/data", Access::OwnProved, pages::take_data),
        Route::get("/me/leave", Access::OwnSecurity, pages::ask_to_leave),
        Route::post("/me/leave", Access::OwnProved, pages::leave),
        Route::post("/me/leave/undo", Access::OwnSecurity, pages::stay),
        // Settings, one thing a page.
        Route::get("/me/settings", Access::Own, settings::show_settings),
        Route::get("/me/settings/language", Access::Own, settings::ask_my_language),
        Route::post("/me/settings/language", Access::Own, settings::set_language),
        Route::get("/me/settings/name", Access::Own, settings::ask_my_name),
        Route::post("/me/settings/name", Access::Own, settings::set_name),
        Route::get("/me/settings/phone", Access::Own, settings::ask_shared_phone),
        Route::post("/me/settings/phone", Access::Own, settings::set_shared_phone),
        Route::get("/me/settings/quiet-hours", Access::Own, settings::ask_quiet),
        Route::post("/me/settings/quiet-hours", Access::Own, settings::set_quiet),
        Route::get("/me/settings/handle", Access::OwnProved, settings::ask_handle),
        Route::post("/me/settings/handle", Access::OwnProved, settings::set_handle),
        Route::get("/me/contacts", Access::OwnSecurity, settings::show_contacts),
        Route::post("/me/contacts", Access::OwnSecurity, settings::add_contact),
        Route::get("/me/contacts/{id}", Access::OwnSecurity, settings::show_contact),
        Route::post("/me/contacts/{id}", Access::OwnSecurity, settings::verify_contact),
        Route::post("/me/contacts/{id}/again", Access::OwnSecurity, settings::send_again),
        Route::post("/me/contacts/{id}/remove", Access::OwnSecurity, settings::remove_contact),
        // Security.
        Route::get("/me/prove", Access::OwnSecurity, security::ask_proof),
        Route::post("/me/prove", Access::OwnSecurity, security::prove),
        Route::post("/me/prove/passkey", Access::OwnSecurity, security::ask_proof_by_passkey),
        Route::post("/me/prove/passkey/finish", Access::OwnSecurity, security::prove_by_passkey),
        Route::get("/me/security", Access::OwnSecurity, security::show_security),
        Route::get("/me/security/passphrase", Access::OwnProved, security::ask_passphrase),
        Route::post("/me/security/passphrase", Access::OwnProved, security::set_passphrase),
        Route::get("/me/security/pin", Access::OwnProved, security::ask_pin),
        Route::post("/me/security/pin", Access::OwnProved, security::set_pin),
        Route::post("/me/security/pin/remove", Access::OwnProved, security::remove_pin),
        Route::get("/me/security/second-step", Access::OwnProved, security::show_second_step),
        Route::post("/me/security/second-step", Access::OwnProved, security::start_second_step),
        Route::post("/me/security/second-step/confirm", Access::OwnProved, security::confirm_second_step),
        Route::post("/me/security/second-step/off", Access::OwnProved, security::stop_second_step),
        Route::get("/me/security/passkeys", Access::OwnProved, security::show_passkeys),
        Route::post("/me/security/passkeys/add", Access::OwnProved, security::ask_passkey),
        Route::post("/me/security/passkeys/add/finish", Access::OwnProved, security::add_passkey),
        Route::post("/me/security/passkeys/remove", Access::OwnProved, security::remove_passkey),
        Route::post("/me/security/sessions/end", Access::OwnSecurity, security::end_session),
        Route::post("/me/security/sessions/end-others", Access::OwnSecurity, security::end_others),
        Route::post("/me/security/phones/forget", Access::OwnSecurity, security::forget_my_phone),
        // Getting back in, and taking over.
        Route::get("/recover", Access::Anyone, pages::ask_card_code),
        Route::post("/recover", Access::Anyone, pages::recover),
        Route::get("/recover/link", Access::Anyone, pages::ask_for_link),
        Route::post("/recover/link", Access::Anyone, pages::send_link),
        Route::get("/recover/link/{token}", Access::Anyone, pages::open_link),
        Route::post("/recover/link/{token}", Access::Anyone, pages::use_link),
        Route::get("/recover/people", Access::Anyone, pages::ask_people),
        Route::post("/recover/people", Access::Anyone, pages::asked_people),
        Route::get("/me/recovery", Access::OwnSecurity, pages::my_recovery),
        Route::post("/me/recovery", Access::OwnSecurity, pages::stop_recovery),
        Route::get("/me/recovery/confirm", Access::OwnSecurity, pages::ask_reference),
        Route::post("/me/recovery/confirm", Access::OwnSecurity, pages::confirm_recovery),
        Route::get("/claim", Access::Anyone, pages::ask_claim_code),
        Route::post("/claim", Access::Anyone, pages::claim),
        Route::get("/desk/claims", Access::May(Capability::Release), pages::ask_for_claim_code),
        Route::post("/desk/claims", Access::May(Capability::Release), pages::make_claim_code),
        // Helpers.
        Route::get("/help-out", Access::May(Capability::Help), pages::help_out),
        Route::get("/help-out/register", Access::May(Capability::Help), pages::ask_to_register),
        Route::post("/help-out/register", Access::May(Capability::Help), pages::register),
        Route::get("/help-out/act", Access::May(Capability::Help), pages::ask_to_act),
        Route::post("/help-out/act", Access::May(Capability::Help), pages::act),
        Route::post("/help-out/end", Access::Own, pages::end_helping),
        Route::get("/me/helped", Access::OwnSecurity, pages::my_help),
        Route::post("/me/helped/code", Access::OwnSecurity, pages::make_spoken_code),
        Route::post("/me/helped/wanted", Access::OwnSecurity, pages::want_help),
        // Passkeys of people who are not signed in.
        Route::post("/sign-in/passkey", Access::Anyone, pages::ask_for_passkey),
        Route::post("/sign-in/passkey/finish", Access::Anyone, pages::sign_in_by_passkey),
        Route::post("/join/passkey", Access::Anyone, pages::ask_to_join),
        Route::post("/join/passkey/finish", Access::Anyone, pages::join_by_passkey),
    ]
}
