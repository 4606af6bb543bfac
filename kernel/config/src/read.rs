//! From text to value. Each answers false (or nothing) for a value that cannot be used.

use std::{ops::RangeInclusive, str::FromStr};

use email_address::{EmailAddress, Options};
use url::Url;

use crate::secret::Secret;

/// Any value that reads itself; not from empty text.
pub fn fill<T: FromStr>(place: &mut T, text: &str) -> bool {
    if text.is_empty() {
        return false;
    }
    text.parse().map(|value| *place = value).is_ok()
}

/// A value that may be taken away again by empty text.
pub fn optional<T>(place: &mut Option<T>, text: &str, read: impl Fn(&str) -> Option<T>) -> bool {
    if text.is_empty() {
        *place = None;
        return true;
    }
    let value = read(text);
    let usable = value.is_some();
    *place = value;
    usable
}

pub fn within<T: FromStr + PartialOrd>(place: &mut T, text: &str, range: RangeInclusive<T>) -> bool {
    let value = text.parse().ok().filter(|value| range.contains(value));
    value.map(|value| *place = value).is_some()
}

/// One of the words that are offered.
pub fn one_of(place: &mut String, text: &str, offered: &[&str]) -> bool {
    let known = offered.contains(&text);
    if known {
        *place = text.into();
    }
    known
}

pub fn switch(place: &mut bool, text: &str) -> bool {
    match text {
        "true" | "yes" | "on" | "1" => *place = true,
        "false" | "no" | "off" | "0" => *place = false,
        _ => return false,
    }
    true
}

/// One line of at least one and at most `most` characters.
pub fn words(place: &mut String, text: &str, most: usize) -> bool {
    let text = text.trim();
    let usable = (1..=most).contains(&text.chars().count()) && !text.contains(char::is_control);
    if usable {
        *place = text.into();
    }
    usable
}

/// Scheme and host of a web address that has nothing else.
pub fn origin_url(text: &str) -> Option<String> {
    let url = web(text)?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    bare.then(|| url.origin().ascii_serialization())
}

/// A web address that may have a path; no slash at the end.
pub fn service_url(text: &str) -> Option<String> {
    let url = web(text)?;
    Some(url.as_str().trim_end_matches('/').into())
}

pub fn postgres(text: &str) -> Option<Secret> {
    let url = Url::parse(text).ok()?;
    matches!(url.scheme(), "postgres" | "postgresql").then(|| Secret::new(text))
}

/// A mail server: scheme, host, perhaps port, and a user only together with a password.
pub fn smtp(text: &str) -> Option<Secret> {
    let url = Url::parse(text).ok()?;
    let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    let whole =
        url.host_str().is_some_and(|host| !host.is_empty()) && url.username().is_empty() == url.password().is_none();
    (matches!(url.scheme(), "smtp" | "smtps") && bare && whole).then(|| Secret::new(text))
}

/// A mail address, with or without a name, on one line.
pub fn mailbox(text: &str) -> Option<String> {
    let usable = !text.contains(char::is_control) && EmailAddress::parse_with_options(text, Options::default()).is_ok();
    usable.then(|| text.into())
}

/// A folder, or an S3 bucket with or without a prefix.
pub fn path_or_s3(text: &str) -> Option<String> {
    if text.contains("://") {
        let url = Url::parse(text).ok()?;
        let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        (url.scheme() == "s3" && url.has_host() && plain).then_some(())?;
    }
    Some(text.into())
}

fn web(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let open = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && url.has_host() && open).then_some(url)
}
