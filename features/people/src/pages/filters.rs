//! What a directory's address asks for, and the addresses that ask for a little more or less.

use basics::{Lang, limits};
use url::form_urlencoded;

use crate::{
    Text,
    store::{Cursor, Order},
    terms::FAMILIES,
    vocabulary::{Family, added, code, free_label, label, word},
};

/// Longest value of a filter, in characters.
const VALUE: usize = 60;

/// A directory's question, in its normal form.
#[derive(Clone, Debug, PartialEq)]
pub struct Filters {
    /// `/people` or `/organisations`, with the language's prefix.
    pub base: String,
    pub q: String,
    /// `(family, value)`, in the order of [`FAMILIES`], none twice.
    pub terms: Vec<(&'static str, String)>,
    pub order: Order,
    pub cursor: Option<Cursor>,
    pub back: bool,
    /// Page of results of a text search, from 1.
    pub page: usize,
}

impl Filters {
    /// Reads a query string. What it does not know is passed over; what is too long is cut.
    pub fn read(base: String, query: &str) -> Self {
        let mut filters = Self {
            base,
            q: String::new(),
            terms: Vec::new(),
            order: Order::Newest,
            cursor: None,
            back: false,
            page: 1,
        };
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = cut(&value, limits::QUERY);
            match key.as_ref() {
                "q" => filters.q = value,
                "sort" if value == "name" => filters.order = Order::Name,
                "after" => filters.cursor = cursor(&value),
                "before" => (filters.cursor, filters.back) = (cursor(&value), true),
                "page" => filters.page = value.parse().unwrap_or(1).clamp(1, 50),
                family => filters.add(family, &value),
            }
        }
        // A place by time that names no time is no place.
        let order = filters.order;
        filters.cursor = filters.cursor.filter(|cursor| order == Order::Name || cursor.key.parse::<i64>().is_ok());
        filters.back &= filters.cursor.is_some();
        filters.terms.sort_by_key(|(family, _)| FAMILIES.iter().position(|known| known == family));
        filters
    }

    fn add(&mut self, family: &str, value: &str) {
        let Some(family) = FAMILIES.iter().find(|known| **known == family) else { return };
        let value = cut(&value.to_lowercase(), VALUE);
        if !value.is_empty() && self.terms.len() < limits::FACETS && !self.has(family, &value) {
            self.terms.push((family, value));
        }
    }

    /// The address of the same question in the words that are kept, without those that nobody is to read, when it was
    /// asked in others.
    pub(crate) fn led_on(&self) -> Option<String> {
        let mut kept = Self { terms: Vec::new(), ..self.clone() };
        for (family, value) in &self.terms {
            let code = Family::from_code(family).map(|family| (family, code(family, value)));
            match code.filter(|(_, code)| !code.is_empty()) {
                Some((family, code)) if added::known().is_hidden(family, &code) => {}
                Some((_, code)) => kept.add(family, &code),
                None => kept.add(family, value),
            }
        }
        (kept.terms != self.terms).then(|| kept.href())
    }

    pub(crate) fn has(&self, family: &str, value: &str) -> bool {
        self.terms.iter().any(|(f, v)| *f == family && v == value)
    }

    pub(crate) fn has_family(&self, family: &str) -> bool {
        self.terms.iter().any(|(f, _)| *f == family)
    }

    /// The terms as the index and the database know them.
    pub(crate) fn facets(&self) -> Vec<String> {
        self.terms.iter().map(|(family, value)| format!("{family}:{value}")).collect()
    }

    /// The address of this question from its start.
    pub fn href(&self) -> String {
        self.address(&self.q, self.terms.iter(), &[])
    }

    pub(crate) fn with(&self, family: &'static str, value: &str) -> String {
        let added = (family, value.to_owned());
        self.address(&self.q, self.terms.iter().chain([&added]), &[])
    }

    pub(crate) fn without(&self, family: &str, value: &str) -> String {
        self.address(&self.q, self.terms.iter().filter(|(f, v)| *f != family || v != value), &[])
    }

    pub(crate) fn asking(&self, q: &str) -> String {
        self.address(q, self.terms.iter(), &[])
    }

    pub(crate) fn sorted(&self, order: Order) -> String {
        Self { order, ..self.clone() }.href()
    }

    pub(crate) fn from(&self, word: &str, cursor: &Cursor) -> String {
        self.address(&self.q, self.terms.iter(), &[(word, &format!("{}~{}", cursor.key, cursor.id))])
    }

    pub(crate) fn at_page(&self, page: usize) -> String {
        self.address(&self.q, self.terms.iter(), &[("page", &page.to_string())])
    }

    fn address<'a>(
        &self,
        q: &str,
        terms: impl Iterator<Item = &'a (&'static str, String)>,
        more: &[(&str, &str)],
    ) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !q.is_empty() {
            query.append_pair("q", q);
        }
        for (family, value) in terms {
            query.append_pair(family, value);
        }
        if self.order == Order::Name {
            query.append_pair("sort", "name");
        }
        for (key, value) in more {
            query.append_pair(key, value);
        }
        let query = query.finish();
        if query.is_empty() { self.base.clone() } else { format!("{}?{query}", self.base) }
    }
}

/// A value without control characters, no longer than `most` characters and without space at its ends.
fn cut(value: &str, most: usize) -> String {
    let visible: String = value.chars().filter(|c| !c.is_control()).collect();
    visible.trim().chars().take(most).collect::<String>().trim_end().to_owned()
}

fn cursor(value: &str) -> Option<Cursor> {
    let (key, id) = value.rsplit_once('~').filter(|(_, id)| !id.is_empty())?;
    Some(Cursor { key: key.to_owned(), id: id.to_owned() })
}

/// A facet in the reader's words.
pub(crate) fn facet_label(lang: Lang, family: &str, value: &str) -> String {
    if let Some(family) = Family::from_code(family) {
        return word(lang, family, value);
    }
    let named = match family {
        "country" => words::country_name(lang, value),
        family => label(lang, family, value).map(str::to_owned),
    };
    named.unwrap_or_else(|| free_label(value))
}

/// The name of a family of filters.
pub(crate) fn family_label(lang: Lang, family: &str) -> &'static str {
    Text(lang).by_key(&format!("filter_{family}")).unwrap_or_default()
}
