//! Settings and security, through the router: what each page does, and what it refuses.

pub mod browser;
mod contacts;
mod fuse;
mod guesses;
mod handles;
mod helpers;
mod limits;
mod nodes;
mod passkeys;
mod quiet;
mod secrets;
mod settings;
mod shared_phone;
mod soft_key;
mod telling;
mod totp;
