//! The `seo` field of a document, in the shape Stackbit sites write it, read tolerantly.

use serde_json::{Map, Value};

/// What a document says about itself to search engines and link previews.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seo {
    pub title: Option<String>,
    pub description: Option<String>,
    pub robots: Vec<String>,
    /// `seo.type`, such as `stackbit_page_meta` or `article`.
    pub kind: Option<String>,
    pub extra: Vec<Meta>,
}

/// One entry of `seo.extra`. `relative_url`: the value is an address below the site's base address.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    pub key: KeyName,
    pub name: String,
    pub value: String,
    pub relative_url: bool,
}

/// The attribute of the meta tag that carries the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyName {
    Name,
    Property,
}

impl KeyName {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Property => "property",
        }
    }
}

/// Reads `seo` from a document's fields. What has another shape than expected is passed over.
pub fn seo(fields: &Map<String, Value>) -> Seo {
    let Some(Value::Object(seo)) = fields.get("seo") else { return Seo::default() };
    Seo {
        title: line(seo.get("title")),
        description: line(seo.get("description")),
        robots: robots(seo.get("robots")),
        kind: line(seo.get("type")),
        extra: extra(seo.get("extra")),
    }
}

/// A value as one trimmed line; `None` when nothing is left.
fn line(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn robots(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(items)) => items.iter().filter_map(|item| line(Some(item))).collect(),
        Some(Value::String(text)) => {
            text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

/// A list of entries, or names and values in one object.
fn extra(value: Option<&Value>) -> Vec<Meta> {
    match value {
        Some(Value::Array(items)) => items.iter().filter_map(|item| meta(item.as_object()?)).collect(),
        Some(Value::Object(entries)) => entries
            .iter()
            .filter_map(|(name, value)| {
                let key = if name.starts_with("og:") { KeyName::Property } else { KeyName::Name };
                Some(Meta { key, name: name.trim().to_owned(), value: line(Some(value))?, relative_url: false })
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn meta(entry: &Map<String, Value>) -> Option<Meta> {
    let property = entry.get("property");
    let name = line(entry.get("name").or(property))?;
    let value = line(entry.get("value").or_else(|| entry.get("content")))?;
    let wanted = line(entry.get("keyName")).map(|key| key.eq_ignore_ascii_case("property"));
    let is_property = wanted.unwrap_or(property.is_some() && !entry.contains_key("name"));
    let relative_url = matches!(entry.get("relativeUrl"), Some(Value::Bool(true)))
        || line(entry.get("relativeUrl")).is_some_and(|word| word == "true");
    Some(Meta { key: if is_property { KeyName::Property } else { KeyName::Name }, name, value, relative_url })
}
