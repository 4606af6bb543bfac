//! A standing page: one text in one language, known by its slug. Pages with one slug say the same in several languages.
//! No SQL, no HTTP.

use basics::{At, Id, Lang};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Longest title taken from a text.
const TITLE: usize = 120;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Published,
    Draft,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft => "draft",
        }
    }

    /// The state with this code; an unknown one is the most private.
    pub fn from_code(code: &str) -> Self {
        if code == "published" { Self::Published } else { Self::Draft }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub id: Id<Page>,
    pub slug: String,
    /// BCP 47 tag of the text; any language.
    pub lang: String,
    pub state: State,
    pub title: String,
    pub kept: Kept,
    /// The text that everyone may read: Markdown, or HTML when `kept.html`.
    pub body: String,
    /// The text with the personal details that `body` masks.
    pub private_body: Option<String>,
    /// When it was last changed here; `None` while it is as it was imported.
    pub edited_at: Option<At>,
    pub created_at: At,
    pub updated_at: At,
}

/// What came with the text: kept whole, for the page and for export.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// The front matter, as read.
    pub fields: Map<String, Value>,
    /// The front matter with personal details masked, when there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub masked: Option<Map<String, Value>>,
    /// Pictures the page names: the name it uses, and the hash it is known by.
    pub pictures: Vec<(String, String)>,
    /// The body is HTML.
    pub html: bool,
}

impl Page {
    /// The front matter that everyone may read.
    pub fn fields(&self) -> &Map<String, Value> {
        self.kept.masked.as_ref().unwrap_or(&self.kept.fields)
    }

    /// A field that holds one line of text.
    pub fn line(&self, field: &str) -> Option<&str> {
        let line = self.fields().get(field)?.as_str()?.trim();
        (!line.is_empty()).then_some(line)
    }

    /// Where the page lies, without language prefix.
    pub fn path(&self) -> String {
        format!("/{}", self.slug)
    }

    /// The interface language of the text, when it is one.
    pub fn interface(&self) -> Option<Lang> {
        Lang::from_tag(&self.lang)
    }

    /// The hash of the picture that the page names so, however the path begins.
    pub fn picture(&self, name: &str) -> Option<&str> {
        let bare = bare(name);
        self.kept.pictures.iter().find(|(named, _)| self::bare(named) == bare).map(|(_, hash)| hash.as_str())
    }

    /// One or two sentences for lists and search engines: what the author wrote for them, else the first paragraph.
    pub fn summary(&self) -> String {
        let seo = markup::seo(self.fields());
        seo.description.unwrap_or_else(|| {
            let text = if self.kept.html { markup::html(&self.body).text() } else { self.body.clone() };
            markup::excerpt(&text, 160)
        })
    }

    /// The body without a first heading that only repeats the title.
    pub fn body_below_title(&self) -> &str {
        let text = self.body.trim_start();
        match text.split_once('\n') {
            Some((first, rest)) if first.strip_prefix("# ").is_some_and(|heading| heading.trim() == self.title) => rest,
            _ => text,
        }
    }
}

/// A picture's path without what only says where the naming file lies: `../images/a.jpg`, `/images/a.jpg` →
/// `images/a.jpg`.
pub fn bare(name: &str) -> &str {
    let mut name = name.trim();
    while let Some(rest) =
        name.strip_prefix("../").or_else(|| name.strip_prefix("./")).or_else(|| name.strip_prefix('/'))
    {
        name = rest;
    }
    name
}

/// The title of a text: its field, else its first heading, else the words of its slug.
pub fn title_of(fields: &Map<String, Value>, body: &str, slug: &str) -> String {
    let field = fields.get("title").and_then(Value::as_str).map(one_line).filter(|title| !title.is_empty());
    let heading =
        || body.lines().find_map(|line| line.strip_prefix("# ")).map(one_line).filter(|title| !title.is_empty());
    field.or_else(heading).unwrap_or_else(|| in_words(slug))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(TITLE).collect()
}

fn in_words(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Which of several texts of one page a reader gets: their own language, else the first of its fallbacks, else any.
pub fn choose(pages: Vec<Page>, lang: Lang) -> Option<Page> {
    let rank = |page: &Page| {
        let fallbacks = lang.fallbacks();
        page.interface()
            .and_then(|lang| fallbacks.iter().position(|fallback| *fallback == lang))
            .unwrap_or(fallbacks.len())
    };
    pages.into_iter().min_by_key(rank)
}
