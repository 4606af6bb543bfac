//! Data as somebody reads it: fields with their names, lists, texts. What is empty is left out.

use askama::Template;
use basics::At;
use serde_json::Value;

use crate::Text;

#[derive(Debug, PartialEq, Template)]
#[template(path = "archive/shown.html")]
pub(crate) enum Shown {
    Nothing,
    Text(String),
    List(Vec<Shown>),
    Fields(Vec<(String, Shown)>),
}

impl Shown {
    /// Data as it stands under the field `name`.
    pub(crate) fn of(t: Text, name: &str, data: &Value) -> Self {
        match data {
            Value::Null => Self::Nothing,
            Value::Bool(yes) => Self::Text(if *yes { t.archive_yes() } else { t.archive_no() }.into()),
            Value::Number(number) => Self::Text(match number.as_i64() {
                Some(moment) if name.ends_with("_at") => words::moment(t.0, At(moment)),
                _ => number.to_string(),
            }),
            Value::String(text) if text.is_empty() => Self::Nothing,
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(all) => Self::list(all.iter().map(|one| Self::of(t, name, one))),
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (label(t, name), Self::of(t, name, value)));
                let fields: Vec<_> = fields.filter(|(_, value)| *value != Self::Nothing).collect();
                if fields.is_empty() { Self::Nothing } else { Self::Fields(fields) }
            }
        }
    }

    fn list(all: impl Iterator<Item = Self>) -> Self {
        let all: Vec<_> = all.filter(|one| *one != Self::Nothing).collect();
        if all.is_empty() { Self::Nothing } else { Self::List(all) }
    }
}

/// What a field is called in the person's language; its own name where nobody has put it into words.
fn label(t: Text, name: &str) -> String {
    t.by_key(&format!("field_{name}")).map_or_else(|| name.replace(['_', '-'], " "), str::to_owned)
}
