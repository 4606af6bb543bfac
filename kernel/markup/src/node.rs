//! A tree of values that knows the line of each, read by YAML and JSON alike.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use serde_saphyr::Spanned;

/// One value. `line` counts from 1, 0 when unknown.
pub(crate) struct Node {
    pub line: usize,
    pub content: Content,
    /// Written without quotes in YAML.
    pub plain: bool,
}

pub(crate) enum Content {
    Scalar(Value),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A named value. Names may repeat until [`crate::leaves`] has passed.
pub(crate) struct Entry {
    pub name: String,
    pub line: usize,
    pub node: Node,
}

impl Node {
    /// What an empty document holds: no fields.
    pub fn empty() -> Self {
        Self { line: 1, content: Content::Map(Vec::new()), plain: false }
    }

    pub fn into_value(self) -> Value {
        match self.content {
            Content::Scalar(value) => value,
            Content::List(items) => Value::Array(items.into_iter().map(Self::into_value).collect()),
            Content::Map(entries) => Value::Object(fields(entries)),
        }
    }
}

/// The entries as an object; of a repeated name the first stays.
pub(crate) fn fields(entries: Vec<Entry>) -> Map<String, Value> {
    let mut map = Map::new();
    for entry in entries {
        map.entry(entry.name).or_insert_with(|| entry.node.into_value());
    }
    map
}

/// How a format hands over one value: with its place (YAML) or without (JSON).
pub(crate) trait Source: DeserializeOwned {
    fn node(self, text: &str) -> Node;
}

/// What one value looked like before its place was known.
pub(crate) enum Raw<S> {
    Scalar(Value),
    List(Vec<S>),
    Map(Vec<(String, S)>),
}

impl<S: Source> Raw<S> {
    fn content(self, text: &str) -> Content {
        match self {
            Self::Scalar(value) => Content::Scalar(value),
            Self::List(items) => Content::List(items.into_iter().map(|item| item.node(text)).collect()),
            Self::Map(entries) => {
                Content::Map(entries.into_iter().map(|(name, item)| entry(name, item, text)).collect())
            }
        }
    }
}

/// A named value; `yes` and `no` become true and false here, but not where a language or country is named.
fn entry<S: Source>(name: String, item: S, text: &str) -> Entry {
    let mut node = item.node(text);
    let named = name.to_lowercase();
    let answer = match &node.content {
        Content::Scalar(Value::String(text)) if node.plain => match text.to_lowercase().as_str() {
            "yes" | "on" => Some(true),
            "no" | "off" => Some(false),
            _ => None,
        },
        _ => None,
    };
    if let Some(answer) = answer
        && !["lang", "locale", "country"].iter().any(|word| named.contains(word))
    {
        node.content = Content::Scalar(Value::Bool(answer));
    }
    Entry { name, line: node.line, node }
}

#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Yaml(Spanned<Raw<Yaml>>);

impl Source for Yaml {
    fn node(self, text: &str) -> Node {
        let span = self.0.defined.span();
        let place = span.byte_offset().zip(span.byte_len());
        let raw = place.and_then(|(from, len)| text.get(from as usize..(from + len) as usize));
        let plain = matches!((&self.0.value, raw), (Raw::Scalar(Value::String(text)), Some(raw)) if text == raw);
        let content = match (self.0.value, raw.map(str::trim)) {
            (Raw::Scalar(Value::Number(_)), Some(raw)) if crate::numbers::stays_text(raw) => {
                Content::Scalar(Value::String(raw.to_owned()))
            }
            (value, _) => value.content(text),
        };
        Node { line: self.0.referenced.line() as usize, content, plain }
    }
}

#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Json(Raw<Json>);

impl Source for Json {
    fn node(self, text: &str) -> Node {
        Node { line: 0, content: self.0.content(text), plain: false }
    }
}

impl<'de, S: Source> Deserialize<'de> for Raw<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor(PhantomData))
    }
}

struct RawVisitor<S>(PhantomData<S>);

impl<'de, S: Source> Visitor<'de> for RawVisitor<S> {
    type Value = Raw<S>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a value")
    }
    fn visit_unit<E: de::Error>(self) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(Value::Null))
    }
    fn visit_none<E: de::Error>(self) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(Value::Null))
    }
    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(Value::Bool(value)))
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(value.into()))
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(value.into()))
    }
    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(Value::String(value.to_string())))
    }
    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(Value::String(value.to_string())))
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Raw<S>, E> {
        let number = Number::from_f64(value).map(Value::Number);
        Ok(Raw::Scalar(number.unwrap_or_else(|| Value::String(value.to_string()))))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(Value::String(value.to_owned())))
    }
    fn visit_string<E: de::Error>(self, value: String) -> Result<Raw<S>, E> {
        Ok(Raw::Scalar(Value::String(value)))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw<S>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element::<S>()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw<S>, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry::<String, S>()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}
