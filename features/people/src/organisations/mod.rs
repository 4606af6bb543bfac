//! Organisations beside their page: who runs them, who belongs to them, and whether what stands there is still right.

pub(crate) mod belongings;
pub(crate) mod checks;
pub(crate) mod claiming;
pub(crate) mod corrections;
pub(crate) mod creating;
pub(crate) mod hours;
pub(crate) mod inviting;
mod night;
mod notices;
mod pages;
mod portable;
mod seen;
mod standing;
pub(crate) mod store;
pub(crate) mod waiting;

use std::sync::Arc;

use accounts::Fuse;
use basics::Capability;
use web::{Access, Route};

pub use night::look_after_organisations;
pub(crate) use portable::put_back;
pub(crate) use seen::{eyes, seen_with};
pub use standing::Standing;

/// What one address may say is wrong in an hour: wide, since a whole camp may share one.
const AN_HOUR: u32 = 120;

/// What this part of the room keeps open on a node.
pub(crate) struct Senders {
    /// How much came from which address.
    pub said: Fuse,
}

pub(crate) fn senders() -> Arc<Senders> {
    Arc::new(Senders { said: Fuse::new(AN_HOUR) })
}

pub(crate) fn routes() -> Vec<Route> {
    use pages::{claim, desk, facts, invitation, keep, leave, members, mine, new, wrong};
    const DESK: Access = Access::May(Capability::Release);
    vec![
        Route::get("/me/organisations", Access::Own, mine::mine),
        Route::get("/me/new-organisation", Access::Own, new::ask),
        Route::post("/me/new-organisation", Access::Own, new::make),
        Route::get("/me/organisations/{handle}", Access::Own, keep::show),
        Route::post("/me/organisations/{handle}/checked", Access::Own, keep::checked),
        Route::post("/me/organisations/{handle}/corrections", Access::Own, keep::settle),
        Route::get("/me/organisations/{handle}/hours", Access::Own, facts::ask_hours),
        Route::post("/me/organisations/{handle}/hours", Access::Own, facts::set_hours),
        Route::get("/me/organisations/{handle}/kind", Access::Own, facts::ask_kind),
        Route::post("/me/organisations/{handle}/kind", Access::Own, facts::set_kind),
        // Who belongs to it: asked by owners, decided by everybody for themselves.
        Route::get("/me/organisations/{handle}/members", Access::OwnSecurity, members::list),
        Route::post("/me/organisations/{handle}/members", Access::OwnSecurity, members::invite),
        Route::get("/me/organisations/{handle}/members/{member}", Access::OwnSecurity, members::ask),
        Route::post("/me/organisations/{handle}/members/{member}", Access::OwnSecurity, members::change),
        Route::get("/me/organisations/{handle}/membership", Access::Own, leave::ask),
        Route::post("/me/organisations/{handle}/membership", Access::Own, leave::change),
        Route::post("/me/organisations/{handle}/leave", Access::OwnSecurity, leave::leave),
        Route::post("/me/organisations/{handle}/close", Access::OwnSecurity, leave::close),
        Route::get("/organisations/{handle}/invitation", Access::Own, invitation::ask),
        Route::post("/organisations/{handle}/invitation", Access::Own, invitation::answer),
        // An imported one becomes somebody's.
        Route::get("/organisations/{handle}/claim", Access::OwnSecurity, claim::ask),
        Route::post("/organisations/{handle}/claim", Access::OwnSecurity, claim::claim),
        Route::post("/organisations/{handle}/claim/confirm", Access::OwnSecurity, claim::confirm),
        Route::get("/organisations/{handle}/wrong", Access::AnyoneSeesPublic, wrong::ask),
        Route::post("/organisations/{handle}/wrong", Access::AnyoneSeesPublic, wrong::say),
        Route::get("/desk/organisations", DESK, desk::organisations),
        Route::post("/desk/organisations", DESK, desk::give),
        Route::post("/desk/organisations/stop", DESK, desk::stop),
        Route::get("/desk/corrections", DESK, desk::corrections),
        Route::post("/desk/corrections", DESK, desk::settle),
    ]
}
