//! Single lines of YAML that people write wrongly, and how they were meant. A mend of an error is only kept when
//! reading then goes further (see `yaml`); what YAML would silently drop is mended before reading.

use std::sync::LazyLock;

use regex::Regex;

use crate::Repair;

/// Indentation and dashes, then a name and colon when there is one, then the value.
static PARTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"^(?P<lead>\s*(?:-\s+)*)(?P<name>(?:"[^"]*"|'[^']*'|[^\s"'#&*!|>%@`\[\]{},:-][^:#]*?)\s*:(?:\s+|$))?(?P<value>.*?)\s*$"#).ok()
});
static GLUED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(\s*(?:- +)*[A-Za-z_][\w-]*):([^\s/:].*)$").ok());
static BLOCK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:^|[:\-] +)[|>][+\-0-9]*\s*$").ok());

struct Parts<'l> {
    lead: &'l str,
    name: &'l str,
    value: &'l str,
}

fn parts(line: &str) -> Option<Parts<'_>> {
    let found = PARTS.as_ref()?.captures(line)?;
    let part = |name| found.name(name).map_or("", |part| part.as_str());
    Some(Parts { lead: part("lead"), name: part("name"), value: part("value") })
}

/// The ways in which a line that stops the reader may have been meant, likeliest first.
pub(crate) fn line(line: &str) -> Vec<(String, &'static str)> {
    let mut ways = Vec::new();
    if line.trim().is_empty() || line.trim_start().starts_with('#') {
        return ways;
    }
    if let Some(found) = GLUED.as_ref().and_then(|glued| glued.captures(line)) {
        ways.push((format!("{}: {}", &found[1], &found[2]), "no space after the colon"));
    }
    if let Some(Parts { lead, name, value }) = parts(line)
        && !value.is_empty()
        && !(name.is_empty() && lead.trim().is_empty())
        && let Some(why) = reason(value)
    {
        ways.push((format!("{lead}{}{}", spaced(name), quoted(bare(value))), why));
    }
    ways
}

/// Why a value that was not, or not wholly, in quotes has to be.
fn reason(value: &str) -> Option<&'static str> {
    let first = value.chars().next()?;
    match first {
        '"' | '\'' if value.len() > 1 && value.ends_with(first) => Some("quotes inside quotes"),
        '"' | '\'' => Some("unbalanced quotes"),
        '@' | '`' | '%' | '*' | '&' | '!' | '{' | '}' | '[' | ']' | ',' | '|' | '>' | '?' => {
            Some("value begins with a sign that has a meaning in YAML")
        }
        _ if value.contains(": ") || value.ends_with(':') => Some("unquoted colon in the value"),
        _ => None,
    }
}

/// The text that wrongly placed quotes were meant to hold.
fn bare(value: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            return match rest.strip_suffix(quote) {
                Some(inner) => inner,
                None if rest.contains(quote) => value,
                None => rest.strip_suffix(['”', '“', '’']).unwrap_or(rest),
            };
        }
    }
    value
}

fn spaced(name: &str) -> String {
    if name.is_empty() || name.ends_with(' ') { name.to_owned() } else { format!("{} ", name.trim_end()) }
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', "\\t"))
}

/// The text with two spaces for each tab that indents; `None` without such a tab.
pub(crate) fn tabs(text: &str, repairs: &mut Vec<Repair>) -> Option<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    if !text.lines().any(|line| line[..indent(line)].contains('\t') && !line.trim().is_empty()) {
        return None;
    }
    let spaced = text.split('\n').enumerate().map(|(number, line)| {
        let (before, after) = line.split_at(indent(line));
        let mended = format!("{}{after}", before.replace('\t', "  "));
        if mended != line && !after.is_empty() {
            repairs.push(repair(number + 1, line, &mended, "tab in the indentation"));
        }
        mended
    });
    Some(spaced.collect::<Vec<_>>().join("\n"))
}

/// The repair of a mended line: the line as it stood, and the value as it was meant.
pub(crate) fn repair(number: usize, before: &str, after: &str, why: &str) -> Repair {
    let Parts { name, value, .. } = parts(after).unwrap_or(Parts { lead: "", name: "", value: after });
    let name = name.trim().trim_end_matches(':').trim().trim_matches(['"', '\'']);
    let stored = match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        Some(inner) => inner.replace("\\\"", "\"").replace("\\t", "\t").replace("\\\\", "\\"),
        None => value.to_owned(),
    };
    let read = before.trim().to_owned();
    Repair { line: number, field: name.to_owned(), read, stored, why: why.to_owned() }
}

/// The text with those lines put right of which YAML would silently drop a part: `Artist #1`, `&Co Design`, `!Hello`.
pub(crate) fn unseen(text: &str, repairs: &mut Vec<Repair>) -> String {
    if !text.contains([' ', '\t']) || !text.contains(['#', '&', '!']) {
        return text.to_owned();
    }
    let mut block: Option<usize> = None;
    let mut quote: Option<char> = None;
    let mended: Vec<String> = text
        .split('\n')
        .enumerate()
        .map(|(number, line)| {
            let indent = line.len() - line.trim_start().len();
            if line.trim().is_empty() || block.is_some_and(|outer| indent > outer) || still_quoted(line, &mut quote) {
                return line.to_owned();
            }
            block = BLOCK.as_ref().is_some_and(|sign| sign.is_match(line)).then_some(indent);
            match dropped(line, text) {
                Some((mended, why)) => {
                    repairs.push(repair(number + 1, line, &mended, why));
                    mended
                }
                None => line.to_owned(),
            }
        })
        .collect();
    mended.join("\n")
}

/// Whether a line lies inside a quoted value that began on a line before; follows values that open here.
fn still_quoted(line: &str, quote: &mut Option<char>) -> bool {
    if let Some(open) = *quote {
        if line.trim_end().ends_with(open) {
            *quote = None;
        }
        return true;
    }
    let value = parts(line).map_or("", |parts| parts.value);
    let first = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    *quote = first.filter(|quote| value.matches(*quote).count() % 2 == 1);
    false
}

fn dropped(line: &str, text: &str) -> Option<(String, &'static str)> {
    let Parts { lead, name, value } = parts(line)?;
    let mut letters = value.chars();
    let (first, second) = (letters.next()?, letters.next());
    let why = match first {
        '"' | '\'' | '[' | '{' | '|' | '>' | '#' => return None,
        '&' if !anchors(value, text) => "value begins with a sign that has a meaning in YAML",
        '!' if second != Some('!') && second != Some('<') => "value begins with a sign that has a meaning in YAML",
        '&' | '!' | '*' => return None,
        _ if hash_in_text(value) => "# in an unquoted value",
        _ => return None,
    };
    if name.is_empty() && lead.trim().is_empty() {
        return None;
    }
    Some((format!("{lead}{}{}", spaced(name), quoted(value)), why))
}

/// Whether `&name …` is an anchor: something refers to it, or nothing but the name stands there.
fn anchors(value: &str, text: &str) -> bool {
    let name = value[1..].split_whitespace().next().unwrap_or_default();
    !name.is_empty() && (value.len() == name.len() + 1 || text.contains(&format!("*{name}")))
}

/// ` #1` and ` #word` are text; ` # ` begins a comment.
fn hash_in_text(value: &str) -> bool {
    value.match_indices(" #").any(|(at, _)| value[at + 2..].chars().next().is_some_and(char::is_alphanumeric))
}
