//! The meta tags of a page: each entry of `seo.extra` once, then what is missing from defaults, nothing twice.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::safe::elsewhere;
use crate::seo::{KeyName, Seo};

/// What a page says where its document does not.
#[derive(Clone, Debug)]
pub struct Defaults<'d> {
    pub title: &'d str,
    pub description: &'d str,
    /// Absolute address, or a path below `base_url`.
    pub image: Option<String>,
    /// Absolute address of the page.
    pub url: &'d str,
    /// `website`, `article`, `profile`.
    pub kind: &'d str,
    /// The site's address, such as `https://dzaleka.example`; a last `/` is not needed.
    pub base_url: &'d str,
}

/// One `<meta {attribute}="{name}" content="{content}">`; not escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// `name` or `property`.
    pub attribute: &'static str,
    pub name: String,
    pub content: String,
}

/// The tags of a page. Of two entries with one name the first stays.
pub fn meta_tags(seo: &Seo, defaults: &Defaults) -> Vec<Tag> {
    let mut tags = Tags(Vec::new());
    for meta in &seo.extra {
        let content = if meta.relative_url { absolute(defaults.base_url, &meta.value) } else { meta.value.clone() };
        tags.add(meta.key, &meta.name, &content);
    }
    tags.add(KeyName::Name, "robots", &seo.robots.join(", "));
    tags.missing(seo, defaults);
    tags.0
}

struct Tags(Vec<Tag>);

impl Tags {
    fn add(&mut self, key: KeyName, name: &str, content: &str) {
        let content = content.split_whitespace().collect::<Vec<_>>().join(" ");
        if !content.is_empty() && !self.0.iter().any(|tag| tag.name.eq_ignore_ascii_case(name)) {
            self.0.push(Tag { attribute: key.as_str(), name: name.to_owned(), content });
        }
    }

    fn missing(&mut self, seo: &Seo, defaults: &Defaults) {
        let description = seo.description.as_deref().unwrap_or(defaults.description);
        let image = defaults.image.as_ref().map(|image| absolute(defaults.base_url, image));
        let image = image.unwrap_or_default();
        let kind = seo.kind.as_deref().filter(|kind| is_open_graph(kind)).unwrap_or(defaults.kind);
        self.add(KeyName::Name, "description", description);
        self.add(KeyName::Property, "og:title", seo.title.as_deref().unwrap_or(defaults.title));
        self.add(KeyName::Property, "og:description", description);
        self.add(KeyName::Property, "og:image", &image);
        self.add(KeyName::Property, "og:url", defaults.url);
        self.add(KeyName::Property, "og:type", kind);
        let pictured = self.0.iter().any(|tag| matches!(tag.name.as_str(), "og:image" | "twitter:image"));
        self.add(KeyName::Name, "twitter:card", if pictured { "summary_large_image" } else { "summary" });
    }
}

fn is_open_graph(kind: &str) -> bool {
    matches!(kind, "website" | "article" | "profile" | "book")
        || kind.starts_with("music.")
        || kind.starts_with("video.")
}

/// What an address must not hold as it is; `%` is kept where it already encodes.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'\'')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'(')
    .add(b')')
    .add(b'[')
    .add(b']')
    .add(b'{')
    .add(b'}');

/// A path below the base address as a whole address, with spaces, brackets and other letters percent-encoded.
/// An address that is whole already is only encoded.
pub fn absolute(base_url: &str, path: &str) -> String {
    let path = path.trim();
    let encoded = encode(path);
    if path.starts_with("http://") || path.starts_with("https://") {
        return encoded;
    }
    if path.starts_with("//") || (elsewhere(path) && path.contains("://")) {
        return encoded;
    }
    format!("{}/{}", base_url.trim_end_matches('/'), encoded.trim_start_matches("./").trim_start_matches('/'))
}

fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len() + 8);
    let mut parts = path.split('%');
    encoded.extend(parts.next().into_iter().flat_map(|part| utf8_percent_encode(part, UNSAFE)));
    for part in parts {
        let whole = part.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        encoded.push_str(if whole { "%" } else { "%25" });
        encoded.extend(utf8_percent_encode(part, UNSAFE));
    }
    encoded
}
