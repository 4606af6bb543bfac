//! HTML that is safe to put into a page: no scripts, styles, frames, ids or pictures from elsewhere.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use percent_encoding::percent_decode_str;

const REL: &str = " rel=\"noopener nofollow ugc\"";

/// Safe HTML. Only this crate makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The text without tags, blocks apart by a line break.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.0.len());
        for piece in pieces(&self.0) {
            match piece {
                Piece::Text(part) => text.push_str(&unescaped(part)),
                Piece::Tag(tag) if block(tag) && !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
                Piece::Tag(_) => {}
            }
        }
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Html {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Cleans a body of HTML; headings are moved so that the highest is `h2`.
pub fn html(text: &str) -> Html {
    html_with(text, &|_| None)
}

/// Like [`html`]; `picture` gives the address for the source a picture was named by (decoded), or `None` to keep it.
pub fn html_with(text: &str, picture: &dyn Fn(&str) -> Option<String>) -> Html {
    let clean = CLEANER.clean(text).to_string();
    Html(tidy(&clean, picture))
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    cleaner
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener nofollow ugc"))
        .rm_tags(["map", "area", "center"].iter())
        .add_clean_content_tags(["title", "noscript", "template", "svg", "math", "iframe", "object"].iter())
        .add_tag_attributes("img", ["alt", "src"].iter())
        .add_generic_attributes(["id", "dir"].iter())
        .rm_generic_attributes(["title"].iter())
        .attribute_filter(attribute);
    cleaner
});

/// Ids only where footnotes need them; pictures only from here.
fn attribute<'u>(element: &str, name: &str, value: &'u str) -> Option<Cow<'u, str>> {
    let kept = match (element, name) {
        (_, "id") => value.starts_with("fn-") || value.starts_with("fnref-"),
        ("img", "src") => !elsewhere(value),
        ("img", "width" | "height") => value.bytes().all(|byte| byte.is_ascii_digit()),
        _ => true,
    };
    kept.then_some(Cow::Borrowed(value))
}

/// Whether an address names a host or a scheme. Browsers read `\` as `/` and skip control characters.
pub(crate) fn elsewhere(address: &str) -> bool {
    let address: String = address.trim().chars().filter(|c| !c.is_control()).collect();
    let start = address.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = start.split_once(':').map_or("", |(scheme, _)| scheme);
    let slash = |c: char| matches!(c, '/' | '\\');
    let mut letters = address.chars();
    (letters.next().is_some_and(slash) && letters.next().is_some_and(slash))
        || (!scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte)))
}

enum Piece<'h> {
    Tag(&'h str),
    Text(&'h str),
}

/// Tags and the text between, in well-formed HTML.
fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = if rest.starts_with('<') { tag_end(rest) } else { rest.find('<').unwrap_or(rest.len()) };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(if piece.starts_with('<') { Piece::Tag(piece) } else { Piece::Text(piece) })
    })
}

fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn tidy(html: &str, picture: &dyn Fn(&str) -> Option<String>) -> String {
    let highest = pieces(html).filter_map(|piece| if let Piece::Tag(tag) = piece { heading(tag) } else { None }).min();
    let mut tidied = String::with_capacity(html.len() + 64);
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => tidied.push_str(text),
            Piece::Tag(tag) => tidied.push_str(&tidy_tag(tag, highest.unwrap_or(2), picture)),
        }
    }
    tidied
}

fn tidy_tag<'h>(tag: &'h str, highest: u8, picture: &dyn Fn(&str) -> Option<String>) -> Cow<'h, str> {
    if let Some(level) = heading(tag) {
        let at = if tag.starts_with("</") { 3 } else { 2 };
        let moved = (level + 2 - highest).min(6);
        return Cow::Owned(format!("{}{moved}{}", &tag[..at], &tag[at + 1..]));
    }
    if tag.starts_with("<img") {
        return Cow::Owned(tidy_picture(tag, picture));
    }
    if tag.starts_with("<a ") && !value(tag, "href").is_some_and(elsewhere) {
        return Cow::Owned(tag.replace(REL, ""));
    }
    Cow::Borrowed(tag)
}

/// `None` unless the tag opens or closes a heading.
fn heading(tag: &str) -> Option<u8> {
    let name = tag.trim_start_matches(['<', '/']);
    let level = name.strip_prefix('h')?.bytes().next()?;
    let ends = name[2..].starts_with([' ', '>']);
    (ends && (b'1'..=b'6').contains(&level)).then(|| level - b'0')
}

/// A picture without a source leaves its description.
fn tidy_picture(tag: &str, picture: &dyn Fn(&str) -> Option<String>) -> String {
    let Some(source) = value(tag, "src") else {
        return value(tag, "alt").unwrap_or_default().replace('<', "&lt;").replace('>', "&gt;");
    };
    let named = unescaped(source);
    let named = percent_decode_str(&named).decode_utf8_lossy();
    let lazy = tag.replacen("<img", "<img loading=\"lazy\" decoding=\"async\"", 1);
    match picture(&named) {
        Some(address) => lazy.replacen(&format!("src=\"{source}\""), &format!("src=\"{}\"", escaped(&address)), 1),
        None => lazy,
    }
}

/// The value of an attribute, still escaped.
fn value<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

fn block(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).split([' ', '>', '/']).next().unwrap_or_default();
    !matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "em"
            | "i"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "u"
            | "var"
            | "wbr"
            | "del"
            | "ins"
            | "strike"
            | "tt"
            | "acronym"
    )
}

fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ");
    Cow::Owned(text.replace("&amp;", "&"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
