//! Markdown with components: imports, exports and component tags taken out, their text kept.

use std::sync::LazyLock;

use regex::Regex;

use crate::Repair;

static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"</?(?:[A-Z][A-Za-z0-9.]*)?(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*\s*/?>|\{/\*.*?\*/\}"#)
        .ok()
});

/// The body without what only a program understands. Fenced code is left as it is.
pub(crate) fn plain(body: &str, first: usize, repairs: &mut Vec<Repair>) -> String {
    let mut kept = String::with_capacity(body.len());
    let mut fenced = false;
    let mut statement = false;
    for (number, line) in body.split_inclusive('\n').enumerate() {
        let start = line.trim_start();
        if start.starts_with("```") || start.starts_with("~~~") {
            fenced = !fenced;
        }
        if fenced {
            kept.push_str(line);
            continue;
        }
        statement = if statement { !line.trim().is_empty() } else { opens_statement(line) };
        let stored = if statement { String::new() } else { without_tags(line) };
        if stored != line {
            let why = if statement { "import or export of a component" } else { "component tag" };
            repairs.push(Repair::new(first + number, "body", line.trim_end(), stored.trim_end(), why));
        }
        if !stored.trim().is_empty() || line.trim().is_empty() {
            kept.push_str(&stored);
        }
        statement &= !line.trim_end().ends_with([';', '\'', '"']);
    }
    kept
}

fn opens_statement(line: &str) -> bool {
    let import = line.starts_with("import ") && line.contains(['\'', '"', '{']);
    import
        || ["export const ", "export default ", "export let ", "export function "]
            .iter()
            .any(|word| line.starts_with(word))
}

fn without_tags(line: &str) -> String {
    match TAG.as_ref() {
        Some(tag) if line.contains(['<', '{']) => tag.replace_all(line, "").into_owned(),
        _ => line.to_owned(),
    }
}
