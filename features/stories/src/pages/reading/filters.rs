//! What the list of stories is asked for, and the addresses that ask for a little more or less.

use url::form_urlencoded::{Serializer, parse};

use crate::{Form, Theme, store::lists::Cursor};

/// What a list can be narrowed by, in the order of addresses.
const FAMILIES: [&str; 5] = ["form", "theme", "language", "craft", "person"];
/// Longest value, in characters.
const VALUE: usize = 60;

/// The question in its normal form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filters {
    /// `/stories`, with the language's prefix.
    pub base: String,
    /// `(family, value)`, in the order of [`FAMILIES`], one of each.
    pub terms: Vec<(&'static str, String)>,
    pub cursor: Option<Cursor>,
    /// Towards the newest.
    pub back: bool,
}

impl Filters {
    /// Reads a query string. What it does not know is passed over.
    pub(crate) fn read(base: String, query: &str) -> Self {
        let mut filters = Self { base, terms: Vec::new(), cursor: None, back: false };
        for (key, value) in parse(query.as_bytes()) {
            match key.as_ref() {
                "after" => (filters.cursor, filters.back) = (Cursor::read(&value), false),
                "before" => (filters.cursor, filters.back) = (Cursor::read(&value), true),
                family => filters.add(family, &value),
            }
        }
        filters.back &= filters.cursor.is_some();
        filters.terms.sort_by_key(|(family, _)| FAMILIES.iter().position(|known| known == family));
        filters
    }

    fn add(&mut self, family: &str, value: &str) {
        let Some(family) = FAMILIES.into_iter().find(|known| *known == family) else { return };
        let value = value.trim().to_lowercase();
        let known = match family {
            "form" => Form::from_code(&value).is_some(),
            "theme" => Theme::from_code(&value).is_some(),
            _ => !value.is_empty() && value.chars().count() <= VALUE,
        };
        if known && self.value(family).is_none() {
            self.terms.push((family, value));
        }
    }

    pub(crate) fn value(&self, family: &str) -> Option<&str> {
        self.terms.iter().find(|(known, _)| *known == family).map(|(_, value)| value.as_str())
    }

    /// The address of this question from its start.
    pub(crate) fn href(&self) -> String {
        self.address(self.terms.iter(), None)
    }

    /// The same with another value of a family.
    pub(crate) fn with(&self, family: &'static str, value: &str) -> String {
        let mut other = self.clone();
        other.terms.retain(|(known, _)| *known != family);
        other.add(family, value);
        other.terms.sort_by_key(|(family, _)| FAMILIES.iter().position(|known| known == family));
        other.href()
    }

    pub(crate) fn without(&self, family: &str) -> String {
        self.address(self.terms.iter().filter(|(known, _)| *known != family), None)
    }

    /// The page that begins at a place; `word` is `after` or `before`.
    pub(crate) fn from(&self, word: &str, cursor: &Cursor) -> String {
        self.address(self.terms.iter(), Some((word, cursor.to_string())))
    }

    fn address<'a>(
        &self,
        terms: impl Iterator<Item = &'a (&'static str, String)>,
        place: Option<(&str, String)>,
    ) -> String {
        let mut query = Serializer::new(String::new());
        for (family, value) in terms {
            query.append_pair(family, value);
        }
        if let Some((word, place)) = place {
            query.append_pair(word, &place);
        }
        let query = query.finish();
        if query.is_empty() { self.base.clone() } else { format!("{}?{query}", self.base) }
    }
}
