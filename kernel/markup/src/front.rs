//! Where the fields of a document end and its body begins.

use crate::Unreadable;

/// A document cut in two. `first` is the line number of the front matter's or body's first line.
pub(crate) struct Cut<'t> {
    pub fields: Fields<'t>,
    pub body: &'t str,
    pub body_line: usize,
}

pub(crate) enum Fields<'t> {
    None,
    Yaml { text: &'t str, line: usize },
    Json { text: &'t str, line: usize },
}

/// Cuts at `---` … `---` (or `...`), or after a JSON object. A text without either is all body; a rule of dashes
/// above plain text is body too.
pub(crate) fn cut(text: &str) -> Result<Cut<'_>, Unreadable> {
    let trimmed = text.trim_start_matches([' ', '\t', '\r', '\n']);
    let skipped = text.len() - trimmed.len();
    let line = 1 + text[..skipped].matches('\n').count();
    let first = trimmed.lines().next().unwrap_or_default().trim_end();
    match first {
        "---" => yaml(trimmed, text, line),
        "+++" => Err(Unreadable::Toml),
        _ if trimmed.starts_with('{') && !first.starts_with("{%") && !first.starts_with("{{") => {
            json(trimmed, text, line)
        }
        _ => Ok(all_body(text)),
    }
}

fn all_body(text: &str) -> Cut<'_> {
    Cut { fields: Fields::None, body: text, body_line: 1 }
}

fn yaml<'t>(from: &'t str, text: &'t str, line: usize) -> Result<Cut<'t>, Unreadable> {
    let opening = from.find('\n').map_or(from.len(), |at| at + 1);
    let mut at = opening;
    for (number, part) in from[opening..].split_inclusive('\n').enumerate() {
        if matches!(part.trim_end(), "---" | "...") {
            let fields = Fields::Yaml { text: &from[opening..at], line: line + 1 };
            return Ok(Cut { fields, body: &from[at + part.len()..], body_line: line + number + 2 });
        }
        at += part.len();
    }
    let next = from[opening..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if names_a_field(next) { Err(Unreadable::Unclosed { line }) } else { Ok(all_body(text)) }
}

fn names_a_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.trim().contains(' '))
}

fn json<'t>(from: &'t str, text: &'t str, line: usize) -> Result<Cut<'t>, Unreadable> {
    let mut values = serde_json::Deserializer::from_str(from).into_iter::<serde::de::IgnoredAny>();
    match values.next() {
        Some(Ok(_)) => {
            let end = values.byte_offset();
            let rest = &from[end..];
            let next = rest.find('\n').map_or(rest.len(), |at| at + 1);
            let (gap, body) = if rest[..next].trim().is_empty() { rest.split_at(next) } else { ("", rest) };
            let body_line = line + from[..end].matches('\n').count() + gap.matches('\n').count();
            Ok(Cut { fields: Fields::Json { text: &from[..end], line }, body, body_line })
        }
        Some(Err(error)) if from[1..].trim_start().starts_with('"') => Err(Unreadable::Json {
            line: line + error.line() - 1,
            column: error.column(),
            detail: crate::data::plainly(&error),
        }),
        _ => Ok(all_body(text)),
    }
}
