//! Folders as people keep them, on a real database and file store. The room that takes everything is [`crate::Held`].

mod exporting;
mod house;
mod importing;
mod leaving;
mod naming;
mod picturing;
mod placing;
mod privacy;
mod seeds;
mod walking;
