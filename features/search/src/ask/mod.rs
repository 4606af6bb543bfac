//! How a question is understood and answered: words → terms of the dictionary → documents → the best of them.
//!
//! Everything here blocks for a bounded time and asks one view of the index.

mod count;
mod expand;
mod filter;
mod find;
mod gather;
mod question;
mod rank;
mod spelling;

pub use count::count;
pub use find::{find, suggest};
pub use question::{Filters, Question};
