//! Which files a dirty site has: collection, form and fault of each, before anything is written.

use std::io;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{document::Document, fault::Fault};

/// How a document is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Markdown,
    LongMarkdown,
    Html,
    Json,
    JsonArray,
}

/// One file before it is written.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    pub nth: usize,
    pub collection: &'static str,
    pub form: Form,
    pub fault: Option<Fault>,
    /// For everything else that is left to chance.
    pub dice: u64,
}

/// Collections and their share of a thousand files.
const COLLECTIONS: [(u32, &str); 12] = [
    (300, "people"),
    (120, "talents"),
    (120, "stories"),
    (90, "events"),
    (70, "jobs"),
    (90, "services"),
    (60, "resources"),
    (40, "pages"),
    (40, "photos"),
    (40, "news"),
    (20, "projects"),
    (10, "artists"),
];

pub fn plan(files: usize, seed: u64) -> impl Iterator<Item = Planned> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    (0..files).map(move |nth| {
        let faulty = Fault::ALL.map(|fault| (fault.rate(), Some(fault)));
        let fault = share(rng.random_range(0..1000), &faulty).flatten();
        let collection =
            share(rng.random_range(0..1000), &COLLECTIONS.map(|(rate, name)| (rate, name))).unwrap_or("people");
        let collection = fault.and_then(Fault::collection).unwrap_or(collection);
        let form = if fault.is_some() { Form::Markdown } else { form(rng.random_range(0..100)) };
        Planned { nth, collection, form, fault, dice: rng.random() }
    })
}

/// The choice in whose share `at` falls.
fn share<T: Copy>(mut at: u32, choices: &[(u32, T)]) -> Option<T> {
    choices.iter().find_map(|(rate, choice)| {
        if at < *rate {
            return Some(*choice);
        }
        at -= rate;
        None
    })
}

fn form(percent: u32) -> Form {
    match percent {
        0..4 => Form::Json,
        4..6 => Form::JsonArray,
        6..9 => Form::LongMarkdown,
        9..11 => Form::Html,
        _ => Form::Markdown,
    }
}

impl Form {
    /// The file's name and bytes.
    pub fn write(self, planned: &Planned, documents: Vec<Document>) -> io::Result<(String, Vec<u8>)> {
        let stem = documents.first().map_or_else(String::new, |document| document.stem(planned));
        let values: Vec<_> = documents.iter().map(Document::json).collect();
        Ok(match (self, documents.first()) {
            (Self::JsonArray, _) if planned.collection == "talents" => {
                (format!("{stem}.json"), serde_json::to_vec_pretty(&serde_json::json!({ "talents": values }))?)
            }
            (Self::JsonArray, _) => (format!("{stem}.json"), serde_json::to_vec_pretty(&values)?),
            (Self::Json, _) => (format!("{stem}.json"), serde_json::to_vec_pretty(&values.first())?),
            (Self::Html, Some(document)) => (format!("{stem}.html"), document.html()),
            (Self::LongMarkdown, Some(document)) => (format!("{stem}.markdown"), document.markdown(planned.fault)),
            (_, document) => (format!("{stem}.md"), document.map_or_else(Vec::new, |it| it.markdown(planned.fault))),
        })
    }
}
