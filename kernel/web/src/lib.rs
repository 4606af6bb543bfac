//! Everything between the socket and a room's page: the server, the frame around every page, errors in the reader's
//! words, security headers, cross-site protection, caching and compression. It knows no room.

mod assets;
mod cache;
mod compress;
pub mod cookies;
mod cross_site;
mod cx;
mod error;
mod first_field;
pub mod form;
mod gate;
mod guard;
mod headers;
mod health;
mod metrics;
mod page;
mod patience;
mod portal;
mod preferences;
mod respond;
mod route;
mod server;
mod text {
    words::include_text!();
}

pub use axum;
pub use cx::{Cx, absolute, link};
pub use error::{Error, Result};
pub use gate::{Gate, Helping, Signed, Tokens, Who};
pub use metrics::start as start_metrics;
pub use page::{Cache, Page};
pub use portal::{Plugs, Portal, Site};
pub use respond::Front;
pub use route::{Access, Route, own_routes};
pub use server::{bind, serve};
pub use text::{COVERAGE, Text};
