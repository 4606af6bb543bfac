//! JSON to a tree with lines, and trees that hold many entries into one each.

use serde_json::Value;

use crate::node::{Content, Entry, Json, Node, Source};
use crate::{Repair, Unreadable};

/// One entry of a data file: `group` is the path of names above it, joined with `/`.
pub(crate) struct Item {
    pub index: Option<usize>,
    pub group: Option<String>,
    pub node: Node,
}

/// The tree of a JSON text.
pub(crate) fn tree(text: &str) -> Result<Node, Unreadable> {
    let json: Json = serde_json::from_str(text).map_err(|error| Unreadable::Json {
        line: error.line(),
        column: error.column(),
        detail: plainly(&error),
    })?;
    let mut node = json.node(text);
    let mut at = Cursor { text, offset: 0, line: 1 };
    at.number(&mut node);
    Ok(node)
}

/// What the reader found wrong, without the place, which is told apart.
pub(crate) fn plainly(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

/// Gives each named value its line, by finding the names again in the order in which they were read.
struct Cursor<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
}

impl Cursor<'_> {
    fn number(&mut self, node: &mut Node) {
        node.line = self.line;
        match &mut node.content {
            Content::Scalar(_) => {}
            Content::List(items) => items.iter_mut().for_each(|item| self.number(item)),
            Content::Map(entries) => entries.iter_mut().for_each(|entry| {
                self.find(&entry.name);
                entry.line = self.line;
                self.number(&mut entry.node);
            }),
        }
    }

    fn find(&mut self, name: &str) {
        let written = Value::from(name).to_string();
        let mut from = self.offset;
        while let Some(at) = self.text[from..].find(&written) {
            let end = from + at + written.len();
            if self.text[end..].trim_start().starts_with(':') {
                self.line += self.text[self.offset..end].matches('\n').count();
                self.offset = end;
                return;
            }
            from = end;
        }
    }
}

/// The entries of a data file: an object is one, a list of objects one each, an object that groups lists of objects
/// one each with their group. What stands beside the groups is reported, as it belongs to no entry.
pub(crate) fn items(node: Node, repairs: &mut Vec<Repair>) -> Result<Vec<Item>, Unreadable> {
    let mut items = Vec::new();
    match node.content {
        Content::Scalar(_) => return Err(Unreadable::Shape { line: node.line.max(1), found: "a single value" }),
        Content::List(list) if !list.iter().any(is_map) && !list.is_empty() => {
            return Err(Unreadable::Shape { line: node.line.max(1), found: "a list of single values" });
        }
        Content::List(list) => gather(list, None, &mut items, repairs),
        Content::Map(entries) if groups(&entries) => gather_groups(entries, None, &mut items, repairs),
        Content::Map(_) => items.push(Item { index: None, group: None, node }),
    }
    Ok(items)
}

fn is_map(node: &Node) -> bool {
    matches!(node.content, Content::Map(_))
}

/// Whether an object holds entries rather than being one: no name of its own, and lists of objects inside.
fn groups(entries: &[Entry]) -> bool {
    let names = ["title", "name", "slug", "id", "layout", "handle"];
    let inner = |entry: &Entry| match &entry.node.content {
        Content::List(list) => !list.is_empty() && list.iter().all(is_map),
        Content::Map(entries) => groups(entries),
        Content::Scalar(_) => false,
    };
    !entries.iter().any(|entry| names.contains(&entry.name.to_lowercase().as_str())) && entries.iter().any(inner)
}

fn gather(list: Vec<Node>, group: Option<&str>, items: &mut Vec<Item>, repairs: &mut Vec<Repair>) {
    for (position, node) in list.into_iter().enumerate() {
        if is_map(&node) {
            items.push(Item { index: Some(items.len()), group: group.map(str::to_owned), node });
        } else {
            let field = format!("{}[{position}]", group.unwrap_or_default());
            beside(node.line, field, node, repairs);
        }
    }
}

fn gather_groups(entries: Vec<Entry>, above: Option<&str>, items: &mut Vec<Item>, repairs: &mut Vec<Repair>) {
    for Entry { name, line, node } in entries {
        let path = above.map_or_else(|| name.clone(), |above| format!("{above}/{name}"));
        match node.content {
            Content::List(list) => gather(list, Some(&path), items, repairs),
            Content::Map(inner) if groups(&inner) => gather_groups(inner, Some(&path), items, repairs),
            content => beside(line, path, Node { content, ..node }, repairs),
        }
    }
}

fn beside(line: usize, field: String, node: Node, repairs: &mut Vec<Repair>) {
    let read = match node.into_value() {
        Value::String(text) => text,
        value => value.to_string(),
    };
    repairs.push(Repair::new(line, field, &read, "", "belongs to the file and to no entry of it"));
}
