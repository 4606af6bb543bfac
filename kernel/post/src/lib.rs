//! Mail and SMS: an outbox in the database, and what carries it.
//!
//! A room puts a message into the outbox in the transaction that makes it necessary; nothing leaves from a handler. A
//! worker on every node carries what is due, each message by one node at a time, at least once. What a message says
//! belongs in the room that sends it; how it is framed ([`Letter`]) and how long an SMS may be ([`sms`]) stand here.

mod carrier;
mod deliver;
mod entry;
mod letter;
mod mail;
mod message;
pub mod sms;
pub mod store;
#[cfg(test)]
mod tests;
mod text {
    words::include_text!();
}

pub use carrier::{Carrier, Carriers, Refusal};
pub use deliver::{Delivery, deliver};
pub use entry::{Channel, Entry, State};
pub use letter::{Letter, Written};
pub use mail::Smtp;
pub use message::{Message, put};
pub use text::COVERAGE;
