//! What the room shows: the page of results and the names that appear while typing.

pub mod search;
pub mod suggest;

use basics::limits;
use url::form_urlencoded;

/// What was asked in an address, without control characters and within the limit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub q: String,
    /// It was longer, and was cut.
    pub cut: bool,
}

impl Asked {
    pub fn read(query: &str) -> Self {
        let typed = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "q").map(|(_, value)| value);
        let visible: String = typed.unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
        let clean = visible.trim();
        let q: String = clean.chars().take(limits::QUERY).collect();
        Self { cut: q.len() < clean.len(), q: q.trim_end().to_owned() }
    }

    /// The same question at another address.
    pub fn at(path: &str, q: &str) -> String {
        let asked = form_urlencoded::Serializer::new(String::new()).append_pair("q", q).finish();
        format!("{path}?{asked}")
    }
}
