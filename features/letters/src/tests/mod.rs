//! Letters on both engines and through the router.

mod cast;
mod desk;
mod holdings;
mod rules;
mod same;
mod walking;
