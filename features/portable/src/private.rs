//! Parts a document's public form from the whole: fields that are personal by name are left out, personal details in
//! every other text are masked. The whole stays with the record. Rule: safety.md, *People* 2 and 3.

use details::{Detail, Kind, MASK, mask, private_field};
use plugs::{Document, RECORD, Repair};
use serde_json::{Map, Value};

use crate::{lines::Lines, pictures};

/// Fills `public_fields`, `masked_body` and `private`, and notes each masking. Notes never repeat the detail.
pub(crate) fn part(document: &mut Document, lines: &Lines) {
    let mut parting = Parting { lines, private: Vec::new(), repairs: Vec::new() };
    document.public_fields = parting.object(&document.fields, "");
    document.masked_body = parting.text(&document.body, "body");
    conceal(&mut document.repairs, &parting.private);
    document.repairs.append(&mut parting.repairs);
    document.private = parting.private;
}

/// Repairs made while reading quote what was read; what they quote of personal details is masked too.
fn conceal(repairs: &mut [Repair], private: &[String]) {
    for repair in repairs {
        let field = repair.field.as_str();
        let within = |name: &String| {
            field == name || field.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        if field != "body" && private.iter().any(within) {
            (repair.read, repair.stored) = (MASK.into(), MASK.into());
        } else {
            (repair.read, repair.stored) = (mask(&repair.read).0, mask(&repair.stored).0);
        }
    }
}

struct Parting<'l> {
    lines: &'l Lines<'l>,
    private: Vec<String>,
    repairs: Vec<Repair>,
}

impl Parting<'_> {
    fn object(&mut self, fields: &Map<String, Value>, path: &str) -> Map<String, Value> {
        let mut public = Map::new();
        for (name, value) in fields {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            if path == RECORD {
                // The room that takes a record covers what has to be covered; nothing of it is read as text.
                continue;
            }
            if private_field(name).is_some() && !empty(value) {
                self.private.push(path);
            } else if names_a_tag(&path) {
                public.insert(name.clone(), value.clone());
            } else {
                public.insert(name.clone(), self.value(value, &path));
            }
        }
        public
    }

    fn value(&mut self, value: &Value, path: &str) -> Value {
        match value {
            Value::Object(fields) => Value::Object(self.object(fields, path)),
            Value::Array(items) => Value::Array(
                items.iter().enumerate().map(|(at, item)| self.value(item, &format!("{path}[{at}]"))).collect(),
            ),
            Value::String(text) if harmless(text) => value.clone(),
            Value::String(text) => self.text(text, path).map_or_else(|| value.clone(), Value::String),
            Value::Number(number) if number.as_u64().is_some_and(|number| number >= 10_000_000) => {
                self.text(&number.to_string(), path).map_or_else(|| value.clone(), Value::String)
            }
            other => other.clone(),
        }
    }

    /// The masked text, when there is something to mask.
    fn text(&mut self, text: &str, path: &str) -> Option<String> {
        let (masked, details) = mask(text);
        if details.is_empty() {
            return None;
        }
        self.private.push(path.to_owned());
        details.iter().for_each(|detail| self.note(text, detail, path));
        Some(masked)
    }

    fn note(&mut self, text: &str, detail: &Detail, path: &str) {
        let kind = name(detail.kind);
        self.repairs.push(Repair {
            line: self.lines.of(text.get(detail.start..detail.end).unwrap_or_default(), path),
            field: path.to_owned(),
            read: kind.to_owned(),
            stored: MASK.to_owned(),
            why: format!("personal detail ({kind}) masked in public"),
        });
    }
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// Names of pictures and moments in time hold digits that mean nobody.
fn harmless(text: &str) -> bool {
    pictures::names_a_picture(text) || is_moment(text)
}

/// `seo.extra[4].name` holds `twitter:title`: the name of a meta tag, not somebody's name at a service.
fn names_a_tag(path: &str) -> bool {
    // An exported record holds the same list deeper inside.
    let Some((before, rest)) = path.rsplit_once("extra[") else { return false };
    let in_seo = before.split('.').any(|part| part == "seo");
    in_seo && rest.split_once("].").is_some_and(|(_, last)| matches!(last, "name" | "keyName"))
}

fn is_moment(text: &str) -> bool {
    let shape: String = text.chars().take(11).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    text.len() <= 35 && (shape == "0000-00-00" || matches!(shape.as_str(), "0000-00-00T" | "0000-00-00 "))
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "phone number",
        Kind::Email => "e-mail address",
        Kind::Payment => "payment number",
        Kind::BirthDate => "birth date",
        Kind::Household => "household or case number",
        Kind::Place => "exact place",
        Kind::Handle => "name at another service",
        Kind::Sensitive => "sensitive detail",
    }
}
