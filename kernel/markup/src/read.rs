//! One document file to its entries, each with fields, body and the repairs that were made.

use std::borrow::Cow;

use basics::limits::DOCUMENT_BYTES;
use serde_json::{Map, Value};

use crate::front::{self, Fields};
use crate::node::{Content, Node, fields};
use crate::{Repair, Unreadable, data, leaves, mdx, placeholders, spelling, undecoded, yaml};

/// The first field of a document whose values must be taken letter by letter; see [`crate::write`].
pub(crate) const EXACT: &str = "dzaleka_exact";

/// One entry of a document file, after repairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// Position among the entries of a data file that holds several; `None` for a document of its own.
    pub index: Option<usize>,
    /// The names above the entry in a data file, joined with `/`: `talents`, `talents/dancers`.
    pub group: Option<String>,
    /// Fields in the order in which they were written.
    pub fields: Map<String, Value>,
    /// The text below the front matter, or an entry's field `body`, `content` or `markdown`.
    pub body: String,
    /// What was read differently from how it was written. Faults of the whole file stand at its first entry.
    pub repairs: Vec<Repair>,
}

/// Reads one file by the ending of its path (`.md .markdown .mdx .html .htm .txt .json .yaml .yml`).
/// At least one entry comes back, except for an empty list. Lines count from 1 in the file as it was given.
pub fn read(path_ending: &str, bytes: &[u8]) -> Result<Vec<Read>, Unreadable> {
    if bytes.len() as u64 > DOCUMENT_BYTES {
        return Err(Unreadable::TooLarge { bytes: bytes.len(), limit: DOCUMENT_BYTES as usize });
    }
    let ending = path_ending.rsplit(['.', '/']).next().unwrap_or_default().to_lowercase();
    if let Some(text) = exact(bytes) {
        return document(text, "md", true, Vec::new()).map(|read| vec![read]);
    }
    let (text, repairs) = undecoded::text(bytes)?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    match ending.as_str() {
        "md" | "markdown" | "mdx" | "html" | "htm" | "txt" => {
            document(&unix(&text), &ending, false, repairs).map(|read| vec![read])
        }
        "json" | "yaml" | "yml" => entries(&unix(&text), &ending, repairs),
        _ => Err(Unreadable::Ending { ending }),
    }
}

fn unix(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// The text of a document that [`crate::write`] marked to be taken letter by letter.
fn exact(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.strip_prefix("---\n")?.starts_with(EXACT).then_some(text)
}

fn document(text: &str, ending: &str, exact: bool, mut repairs: Vec<Repair>) -> Result<Read, Unreadable> {
    let cut = front::cut(text)?;
    let mut found = Vec::new();
    let mut node = match cut.fields {
        Fields::None => Node::empty(),
        Fields::Yaml { text, line } => placed(line, &mut found, |found| yaml::tree(text, exact, found))?,
        Fields::Json { text, line } => placed(line, &mut found, |_| data::tree(text))?,
    };
    if !exact {
        placed(cut.fields_line(), &mut found, |found| {
            leaves::mend(&mut node, "", found);
            Ok(())
        })?;
        pinpoint(text, &mut found);
    }
    name_fields(&mut repairs, &node, cut.fields_line(), cut.body_line);
    let body = if exact { cut.body.to_owned() } else { body(cut.body, cut.body_line, ending, &mut found) };
    repairs.extend(found);
    repairs.sort_by_key(|repair| repair.line);
    let mut fields = object(node)?;
    if exact {
        fields.shift_remove(EXACT);
    }
    Ok(Read { index: None, group: None, fields, body, repairs })
}

impl front::Cut<'_> {
    fn fields_line(&self) -> usize {
        match self.fields {
            Fields::None => 1,
            Fields::Yaml { line, .. } | Fields::Json { line, .. } => line,
        }
    }
}

/// Runs a step whose lines count from the front matter's first, and counts them from the file's first.
fn placed<T>(
    first: usize,
    found: &mut Vec<Repair>,
    step: impl FnOnce(&mut Vec<Repair>) -> Result<T, Unreadable>,
) -> Result<T, Unreadable> {
    let before = found.len();
    let result = step(found);
    found[before..].iter_mut().for_each(|repair| repair.line += first - 1);
    result.map_err(|refused| refused.moved(first - 1))
}

fn object(node: Node) -> Result<Map<String, Value>, Unreadable> {
    match node.content {
        Content::Map(entries) => Ok(fields(entries)),
        Content::Scalar(Value::Null) => Ok(Map::new()),
        Content::List(_) => Err(Unreadable::Shape { line: node.line, found: "a list" }),
        Content::Scalar(_) => Err(Unreadable::Shape { line: node.line, found: "a single value" }),
    }
}

fn body(text: &str, line: usize, ending: &str, repairs: &mut Vec<Repair>) -> String {
    let mut body = spelling::mend(text, line, "body", repairs).unwrap_or_else(|| text.to_owned());
    if ending == "mdx" {
        body = mdx::plain(&body, line, repairs);
    }
    if placeholders::is_placeholder(&body) {
        repairs.push(Repair::new(line, "body", &body, "", "placeholder that was never filled in"));
        body.clear();
    }
    body
}

/// A value of several lines is known by its first: moves a repair of its spelling to the line that holds the fault.
fn pinpoint(text: &str, repairs: &mut [Repair]) {
    for repair in repairs {
        let mut faults = repair.read.split(|c: char| c.is_ascii() || c == '…');
        let Some(fault) = faults.find(|part| !part.is_empty() && !repair.stored.contains(part)) else { continue };
        let mut lines = text.lines().enumerate().skip(repair.line.saturating_sub(1));
        if let Some((at, _)) = lines.find(|(_, line)| line.contains(fault)) {
            repair.line = at + 1;
        }
    }
}

/// Names the field for repairs of bytes, which were made before fields were known.
fn name_fields(repairs: &mut [Repair], node: &Node, fields_line: usize, body_line: usize) {
    let mut places = Vec::new();
    gather_places(node, "", &mut places);
    for repair in repairs {
        let line = (repair.line + 1).saturating_sub(fields_line);
        repair.field = match places.iter().rev().find(|(at, _)| *at <= line) {
            _ if repair.line >= body_line => "body".to_owned(),
            Some((_, field)) => field.clone(),
            None => String::new(),
        };
    }
}

fn gather_places(node: &Node, path: &str, places: &mut Vec<(usize, String)>) {
    match &node.content {
        Content::Scalar(_) => places.push((node.line, path.to_owned())),
        Content::List(items) => {
            items.iter().enumerate().for_each(|(at, item)| gather_places(item, &format!("{path}[{at}]"), places));
        }
        Content::Map(entries) => {
            entries.iter().for_each(|entry| gather_places(&entry.node, &leaves::join(path, &entry.name), places));
        }
    }
}

fn entries(text: &str, ending: &str, mut repairs: Vec<Repair>) -> Result<Vec<Read>, Unreadable> {
    let node = if ending == "json" { data::tree(text)? } else { yaml::tree(text, false, &mut repairs)? };
    name_fields(&mut repairs, &node, 1, usize::MAX);
    let items = data::items(node, &mut repairs)?;
    let mut reads = Vec::with_capacity(items.len());
    for mut item in items {
        let mut repairs = std::mem::take(&mut repairs);
        leaves::mend(&mut item.node, "", &mut repairs);
        let mut fields = object(item.node)?;
        let body = body_field(&mut fields);
        reads.push(Read { index: item.index, group: item.group, fields, body, repairs });
    }
    Ok(reads)
}

/// Takes the text out of the fields of a data entry.
fn body_field(fields: &mut Map<String, Value>) -> String {
    let name = ["body", "content", "markdown"].into_iter().find(|name| fields.get(*name).is_some_and(Value::is_string));
    match name.and_then(|name| fields.shift_remove(name)) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    }
}
