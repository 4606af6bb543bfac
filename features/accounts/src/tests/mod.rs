//! Rules in memory: each with its laws.

mod attempts;
mod back_in;
mod birth;
mod code;
mod first;
mod handle;
mod leaving;
mod passphrase;
mod security;
mod vouching;
