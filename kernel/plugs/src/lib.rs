//! What rooms say to each other without knowing each other: documents to find, documents to bring in and out,
//! addresses to list, what waits for somebody. A room brings plugs in its `feature()`; the rooms `search`, `portable`,
//! `feeds`, `home` and `accounts` use them.

mod belong;
mod find;
mod list;
mod made;
mod portable;
mod wait;

pub use belong::{Belonging, Belongings, Face, Faces, Named, NewFace, Whose};
pub use find::{Counts, Finder, Found, Hit, Query, SearchDoc, SearchSource};
pub use list::{Card, CardSource, ListedAddress, Listing, Thumb};
pub use made::Made;
pub use markup::Repair;
pub use portable::{Document, Given, Outcome, Portable, RECORD, Taken};
pub use wait::{Asking, Waiting, Waits};
