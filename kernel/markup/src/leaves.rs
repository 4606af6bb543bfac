//! The walk over a read tree that mends its values: spelling, placeholders, dates, repeated names.

use serde_json::Value;

use crate::node::{Content, Entry, Node};
use crate::{Repair, dates, placeholders, spelling};

/// Mends every value below `node`. Text loses space at both ends without a repair.
pub(crate) fn mend(node: &mut Node, path: &str, repairs: &mut Vec<Repair>) {
    let line = node.line;
    match &mut node.content {
        Content::Scalar(Value::String(text)) => mend_text(text, line, path, repairs),
        Content::Scalar(_) => {}
        Content::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                mend(item, &format!("{path}[{index}]"), repairs);
            }
            items.retain(|item| !unfilled(item, path, item.line, repairs));
        }
        Content::Map(entries) => {
            once_each(entries, path, repairs);
            for entry in entries.iter_mut() {
                mend(&mut entry.node, &join(path, &entry.name), repairs);
            }
            entries.retain(|entry| !unfilled(&entry.node, &join(path, &entry.name), entry.line, repairs));
            dates::mend(entries, path, repairs);
        }
    }
}

pub(crate) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn mend_text(text: &mut String, line: usize, path: &str, repairs: &mut Vec<Repair>) {
    let found = repairs.len();
    if let Some(mended) = spelling::mend(text, line, path, repairs) {
        *text = mended;
    }
    // A folded value was joined by the reader: all its repairs stand where it begins.
    repairs[found..].iter_mut().for_each(|repair| repair.line = line);
    if text.trim().len() != text.len() {
        *text = text.trim().to_owned();
    }
}

fn unfilled(node: &Node, path: &str, line: usize, repairs: &mut Vec<Repair>) -> bool {
    match &node.content {
        Content::Scalar(Value::String(text)) if placeholders::is_placeholder(text) => {
            repairs.push(Repair::new(line, path, text, "", "placeholder that was never filled in"));
            true
        }
        _ => false,
    }
}

/// Of a repeated name the first with a value stays.
fn once_each(entries: &mut Vec<Entry>, path: &str, repairs: &mut Vec<Repair>) {
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut seen = std::collections::HashMap::new();
    for entry in entries.drain(..) {
        let Some(&at) = seen.get(&entry.name) else {
            seen.insert(entry.name.clone(), kept.len());
            kept.push(entry);
            continue;
        };
        let first: &mut Entry = &mut kept[at];
        let (line, field) = (entry.line, join(path, &entry.name));
        let dropped = if matches!(first.node.content, Content::Scalar(Value::Null)) {
            std::mem::replace(first, entry)
        } else {
            entry
        };
        let (read, stored) = (shown(&dropped.node), shown(&first.node));
        if read != stored {
            repairs.push(Repair::new(line, field, &read, &stored, "the same name twice; the first is kept"));
        }
    }
    *entries = kept;
}

fn shown(node: &Node) -> String {
    match &node.content {
        Content::Scalar(Value::String(text)) => text.clone(),
        Content::Scalar(value) => value.to_string(),
        Content::List(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Content::Map(entries) => entries.iter().map(|entry| shown(&entry.node)).collect::<Vec<_>>().join(", "),
    }
}
