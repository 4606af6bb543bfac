//! Rules in memory: each with its laws.

mod attempts;
mod birth;
mod code;
mod handle;
mod passphrase;
mod vouching;
