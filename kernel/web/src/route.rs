//! A route and who may use it. A room cannot bring a route without saying so; `docs/ACCESS.md` is made from this.

use axum::routing::{MethodRouter, delete, get, options, patch, post};
use basics::Capability;

use crate::{Portal, assets, health, preferences};

/// Who may use a route, and what others get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody; shows the same to all.
    Anyone,
    /// Anybody; what the viewer may not see is answered like what does not exist (404).
    AnyoneSeesPublic,
    /// Somebody signed in, for what is their own; also a helper who acts for them.
    Own,
    /// Somebody signed in themselves: messages, security, standing. Never a helper.
    OwnSecurity,
    /// The same, and they proved to be themselves within the last ten minutes.
    OwnProved,
    /// Who holds the capability; to others there is nothing here (404).
    May(Capability),
}

impl Access {
    /// Whether strangers come through.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Anyone | Self::AnyoneSeesPublic)
    }
}

/// One address of a room.
pub struct Route {
    pub method: &'static str,
    /// Without language prefix: every route answers under `/`, `/sw` and `/fr`.
    pub path: &'static str,
    pub access: Access,
    pub handler: MethodRouter<Portal>,
}

impl Route {
    pub fn get<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Portal>,
        T: 'static,
    {
        Self { method: "GET", path, access, handler: get(handler) }
    }

    pub fn post<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Portal>,
        T: 'static,
    {
        Self { method: "POST", path, access, handler: post(handler) }
    }

    /// For protocols; forms send `POST`.
    pub fn patch<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Portal>,
        T: 'static,
    {
        Self { method: "PATCH", path, access, handler: patch(handler) }
    }

    /// For protocols; forms send `POST`.
    pub fn delete<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Portal>,
        T: 'static,
    {
        Self { method: "DELETE", path, access, handler: delete(handler) }
    }

    /// What can be asked of an address.
    pub fn options<H, T>(path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, Portal>,
        T: 'static,
    {
        Self { method: "OPTIONS", path, access, handler: options(handler) }
    }
}

/// The routes of the front door itself.
pub fn own_routes() -> Vec<Route> {
    vec![
        Route::get("/healthz", Access::Anyone, health::alive),
        Route::get("/readyz", Access::Anyone, health::ready),
        Route::get("/assets/{name}", Access::Anyone, assets::asset),
        Route::get("/sw.js", Access::Anyone, assets::service_worker),
        Route::get("/manifest.webmanifest", Access::Anyone, assets::manifest),
        Route::get("/favicon.ico", Access::Anyone, assets::favicon),
        Route::get("/offline", Access::Anyone, assets::offline),
        Route::post("/data-saver", Access::Anyone, preferences::data_saver),
    ]
}
