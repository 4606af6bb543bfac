//! What rooms say to each other without knowing each other: documents to find, documents to bring in and out,
//! addresses to list. A room brings plugs in its `feature()`; the rooms `search`, `portable`, `feeds` and `home` use them.

mod belong;
mod find;
mod list;
mod made;
mod portable;

pub use belong::{Belonging, Belongings, Face, Faces, Named, NewFace, Whose};
pub use find::{Counts, Finder, Found, Hit, Query, SearchDoc, SearchSource};
pub use list::{Card, CardSource, ListedAddress, Listing, Thumb};
pub use made::Made;
pub use markup::Repair;
pub use portable::{Document, Given, Outcome, Portable, Taken};
