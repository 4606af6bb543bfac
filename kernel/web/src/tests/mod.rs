//! The front door from outside: requests with and without a socket, and a small room behind it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod answers;
mod errors;
mod forms;
mod keeping;
mod languages;
mod room;
mod sockets;
