//! Reading, mending, rendering, meta tags and writing back. All texts and people are invented.

mod data;
mod mending;
mod reading;
mod refusing;
mod rendering;
mod round_trip;
mod seo;

use serde_json::Value;

use crate::{Read, Repair, read};

/// The only entry of a Markdown document.
fn one(text: &str) -> Read {
    entries("a.md", text).remove(0)
}

fn entries(path: &str, text: &str) -> Vec<Read> {
    read(path, text.as_bytes()).unwrap_or_else(|error| panic!("{error} (line {})", error.line()))
}

/// A document with these lines of front matter and the body `Hello.`
fn fields(lines: &str) -> Read {
    one(&format!("---\n{lines}\n---\nHello.\n"))
}

fn text<'r>(read: &'r Read, name: &str) -> &'r str {
    read.fields.get(name).and_then(Value::as_str).unwrap_or_else(|| panic!("no text {name} in {:?}", read.fields))
}

/// Line, field and reason of each repair.
fn told(read: &Read) -> Vec<(usize, &str, &str)> {
    read.repairs.iter().map(|Repair { line, field, why, .. }| (*line, field.as_str(), why.as_str())).collect()
}
