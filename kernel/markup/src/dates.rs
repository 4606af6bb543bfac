//! Days in fields that name a day: impossible ones, other spellings, an end before its start.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;
use serde_json::Value;

use crate::Repair;
use crate::leaves::join;
use crate::node::{Content, Entry};

static ISO: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})([T ]\d.*)?$").ok());
static NUMBERS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$").ok());
static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:\p{L}+,? +)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er)?\.? +(?:of |de )?(?P<month>\p{L}+)\.?|(?P<month2>\p{L}+)\.? +(?P<day2>\d{1,2})(?:st|nd|rd|th)?),? +(?P<year>\d{4})$").ok()
});

/// What a text in a day's field was read as.
#[derive(Debug, PartialEq)]
pub(crate) enum Read {
    AsIs,
    Changed(String, &'static str),
    Doubtful(&'static str),
}

/// Mends the days among these entries, then ends that lie before their start.
pub(crate) fn mend(entries: &mut [Entry], path: &str, repairs: &mut Vec<Repair>) {
    for entry in entries.iter_mut().filter(|entry| names_a_day(&entry.name)) {
        let (line, field) = (entry.line, join(path, &entry.name));
        if let Content::Scalar(Value::String(text)) = &mut entry.node.content {
            match day(text) {
                Read::AsIs => {}
                Read::Doubtful(why) => {
                    let (read, stored) = (text.clone(), text.clone());
                    repairs.push(Repair { line, field, read, stored, why: why.to_owned() });
                }
                Read::Changed(stored, why) => {
                    let read = std::mem::replace(text, stored.clone());
                    repairs.push(Repair { line, field, read, stored, why: why.to_owned() });
                }
            }
        }
    }
    for at in 0..entries.len() {
        order(entries, at, path, repairs);
    }
}

/// Whether a field's name says that it holds a day: `date`, `published_at`, `startDate`, `deadline` …
pub(crate) fn names_a_day(name: &str) -> bool {
    let words = words(name);
    let last = words.last().map_or("", String::as_str);
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    any(&["date", "deadline", "dob", "tarehe"])
        || matches!(last, "at" | "on" if words.len() > 1)
        || matches!(
            last,
            "start"
                | "starts"
                | "end"
                | "ends"
                | "published"
                | "updated"
                | "created"
                | "expires"
                | "until"
                | "modified"
        )
}

/// `startDate`, `start_date` and `start-date` are the words start, date.
fn words(name: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_uppercase() && spaced.ends_with(char::is_lowercase) {
            spaced.push(' ');
        }
        spaced.extend(if c.is_alphanumeric() { c.to_lowercase().collect::<Vec<_>>() } else { vec![' '] });
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// A day as people write it, as `YYYY-MM-DD` when that is certain.
pub(crate) fn day(text: &str) -> Read {
    let text = text.trim();
    if let Some(found) = ISO.as_ref().and_then(|iso| iso.captures(text)) {
        let rest = found.get(6).map_or("", |rest| rest.as_str());
        return iso(&found[1], &found[3], &found[5], rest, text);
    }
    if let Some(found) = NUMBERS.as_ref().and_then(|numbers| numbers.captures(text)) {
        return numbers(&found[3], &found[1], &found[2]);
    }
    let Some(found) = WORDS.as_ref().and_then(|words| words.captures(text)) else { return Read::AsIs };
    let either = |a, b| found.name(a).or_else(|| found.name(b)).map_or("", |part| part.as_str());
    match month(either("month", "month2")) {
        Some(month) => written(&found["year"], month, either("day", "day2"), "", "date in words"),
        None => Read::AsIs,
    }
}

fn iso(year: &str, month: &str, day: &str, rest: &str, text: &str) -> Read {
    match written(year, month.parse().unwrap_or(0), day, rest, "date in another form") {
        Read::Changed(same, _) if same == text => Read::AsIs,
        read => read,
    }
}

/// Day and month as numbers: certain when one is above 12 or both are the same.
fn numbers(year: &str, first: &str, second: &str) -> Read {
    match (first.parse::<i8>().unwrap_or(0), second.parse::<i8>().unwrap_or(0)) {
        (day, month) if day <= 12 && month <= 12 && day != month => {
            Read::Doubtful("day/month or month/day is not certain; kept as written and taken as day/month")
        }
        (day, month) if month > 12 => written(year, day, &month.to_string(), "", "date in another form"),
        (day, month) => written(year, month, &day.to_string(), "", "date in another form"),
    }
}

/// The day in ISO form; a day after the month's last becomes the last.
fn written(year: &str, month: i8, day: &str, rest: &str, why: &'static str) -> Read {
    let (Ok(year), Ok(day)) = (year.parse::<i16>(), day.parse::<i8>()) else { return Read::AsIs };
    let Ok(first) = Date::new(year, month, 1) else { return Read::Doubtful("no such month; kept as written") };
    match Date::new(year, month, day) {
        Ok(date) => Read::Changed(format!("{date}{rest}"), why),
        Err(_) if (29..=31).contains(&day) => {
            Read::Changed(format!("{}{rest}", first.last_of_month()), "no such day; the month's last is stored")
        }
        Err(_) => Read::Doubtful("no such day; kept as written"),
    }
}

/// Month names in English, French and Kiswahili, by their start.
fn month(name: &str) -> Option<i8> {
    const NAMES: [&[&str]; 12] = [
        &["jan"],
        &["feb", "fev", "fév"],
        &["mar", "mac"],
        &["apr", "avr", "apri"],
        &["may", "mai", "mei"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "aou", "aoû", "ago"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "déc", "des"],
    ];
    let name = name.to_lowercase();
    NAMES.iter().position(|starts| starts.iter().any(|start| name.starts_with(start))).map(|at| at as i8 + 1)
}

/// An end that lies before the start of the same name (`start_date`, `end_date`) becomes the start.
fn order(entries: &mut [Entry], at: usize, path: &str, repairs: &mut Vec<Repair>) {
    let words = words(&entries[at].name);
    let Some(start_words) = start_of(&words) else { return };
    let Some(start) = entries.iter().find(|entry| self::words(&entry.name) == start_words).and_then(text) else {
        return;
    };
    let Some(end) = text(&entries[at]) else { return };
    if before(&end, &start) {
        let (line, field) = (entries[at].line, join(path, &entries[at].name));
        entries[at].node.content = Content::Scalar(Value::String(start.clone()));
        repairs.push(Repair { line, field, read: end, stored: start, why: "the end was before the start".to_owned() });
    }
}

/// The words of the start that belongs to an end: `end date` → `start date`, `ends at` → `starts at`.
fn start_of(words: &[String]) -> Option<Vec<String>> {
    let at = words.iter().position(|word| matches!(word.as_str(), "end" | "ends"))?;
    let mut start = words.to_vec();
    start[at] = if start[at] == "end" { "start".to_owned() } else { "starts".to_owned() };
    Some(start)
}

fn text(entry: &Entry) -> Option<String> {
    match &entry.node.content {
        Content::Scalar(Value::String(text)) => Some(text.clone()),
        _ => None,
    }
}

/// Compares days; on one day the hours too, when both are written in the same form.
fn before(end: &str, start: &str) -> bool {
    let day = |text: &str| text.get(..10).and_then(|day| day.parse::<Date>().ok());
    let (Some(end_day), Some(start_day)) = (day(end), day(start)) else { return false };
    let same_form = end.len() == start.len() && end.get(16..) == start.get(16..);
    end_day < start_day || (end_day == start_day && same_form && end < start)
}
