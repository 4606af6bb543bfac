//! Letters: how people reach each other without giving away a number or address. The first words are held until whoever
//! gets them says yes; then both may answer.

mod answering;
mod letter;
mod openness;
mod pages;
mod plugs;
mod report;
mod retention;
mod sending;
pub mod store;
mod telling;
#[cfg(test)]
mod tests;
mod text {
    words::include_text!();
}

use std::sync::Arc;

use basics::{Capability, Clock};
use db::Db;
use feature::Feature;
use jobs::{Runner, Time};
use web::{Access, Route};

pub use letter::{Letter, Side, State};
pub use retention::{LetGoOfLetters, let_go};
pub use store::blocks::blocked;
pub use telling::{TellOf, tell_of};
pub use text::{COVERAGE, Text};

/// The room. Everything in it is for people themselves, never for a helper who acts for them.
pub fn feature() -> Feature {
    let (own, desk) = (Access::OwnSecurity, Access::May(Capability::Steward));
    Feature::new("letters")
        .routes(vec![
            Route::get("/people/{handle}/letter", own, pages::write::ask_person),
            Route::post("/people/{handle}/letter", own, pages::write::send_person),
            Route::get("/organisations/{handle}/letter", own, pages::write::ask_organisation),
            Route::post("/organisations/{handle}/letter", own, pages::write::send_organisation),
            Route::get("/me/letters", own, pages::inbox::inbox),
            Route::get("/me/letters/settings", own, pages::settings::ask),
            Route::post("/me/letters/settings", own, pages::settings::save),
            Route::post("/me/letters/settings/unblock", own, pages::settings::unblock),
            Route::get("/me/letters/{id}", own, pages::thread::show),
            Route::post("/me/letters/{id}", own, pages::thread::reply),
            Route::post("/me/letters/{id}/answer", own, pages::thread::answer),
            Route::get("/me/letters/{id}/report", own, pages::report::ask),
            Route::post("/me/letters/{id}/report", own, pages::report::send),
            Route::get("/desk/reports", desk, pages::desk::list),
            Route::get("/desk/reports/{id}", desk, pages::desk::show),
            Route::post("/desk/reports/{id}", desk, pages::desk::settle),
        ])
        .belongings(plugs::belongings::Letters)
        .waiting(plugs::waiting::Inbox)
}

/// The jobs of this room, for the worker of a node; the daily one at `night`.
pub fn work(runner: Runner, db: &Db, clock: &Arc<dyn Clock>, night: Time) -> Runner {
    let (database, at) = (db.clone(), Arc::clone(clock));
    let tell = move |job: TellOf| {
        let (db, now) = (database.clone(), at.now());
        async move { tell_of(&db, &job, now).await }
    };
    let (database, at) = (db.clone(), Arc::clone(clock));
    let old = move |_: LetGoOfLetters| {
        let (db, now) = (database.clone(), at.now());
        async move { Ok(let_go(&db, now).await?) }
    };
    runner.on(tell).on(old).daily(&LetGoOfLetters {}, night)
}
