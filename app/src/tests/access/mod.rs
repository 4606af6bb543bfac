//! The table of access, walked: every route as every actor, and every address where one may stumble upon somebody.

mod actors;
mod bytes;
mod objects;
mod routes;
