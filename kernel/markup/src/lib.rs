//! Texts people wrote, read with their faults mended: document files (front matter, JSON, YAML) with a named
//! repair for each thing read differently, Markdown and HTML to safe HTML, excerpts, and meta tags.
//! Pure functions: no files, no database. What a document means is the rooms' business.

mod cut;
mod data;
mod dates;
mod front;
mod leaves;
mod mdx;
mod mend;
mod node;
mod numbers;
mod placeholders;
mod read;
mod render;
mod repair;
mod safe;
mod seo;
mod spelling;
mod tags;
mod undecoded;
mod unreadable;
mod write;
mod yaml;

#[cfg(test)]
mod tests;

pub use read::{Read, read};
pub use render::{excerpt, markdown, markdown_with, plain};
pub use repair::Repair;
pub use safe::{Html, html, html_with};
pub use seo::{KeyName, Meta, Seo, seo};
pub use tags::{Defaults, Tag, absolute, meta_tags};
pub use unreadable::Unreadable;
pub use write::write;
