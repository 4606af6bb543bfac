//! A text that somebody wrote: what everybody reads, and, when personal details had to be covered in it, the whole as
//! it was typed, for nobody but the person themselves while they edit.

use serde::{Deserialize, Serialize};

/// A text in the language its writer used, when known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The same as clean HTML, made when it was written, for texts with paragraphs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// The whole as it was typed; there only when `text` had to be covered. Never in a [`crate::Seen`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<String>,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// One line or a list item.
    Line,
    /// With paragraphs, as Markdown.
    Paragraphs,
}

/// Times a text is covered again because its marks of formatting had hidden something.
const PASSES: usize = 4;

impl Said {
    /// One line or a list item, as it stands.
    pub fn line(text: impl Into<String>, lang: Option<&str>) -> Self {
        Self { text: text.into(), lang: lang.map(str::to_owned), ..Self::default() }
    }

    /// A text with paragraphs, written as Markdown, as it stands.
    pub fn paragraphs(markdown: impl Into<String>, lang: Option<&str>) -> Self {
        let text = markdown.into();
        let html = Some(markup::markdown(&text).into_string());
        Self { html, ..Self::line(text, lang) }
    }

    /// What somebody has typed, made tidy, with personal details covered for everybody but themselves. This is how
    /// every text that a person types is made.
    pub fn checked(typed: &str, lang: Option<&str>, writing: Writing) -> Self {
        Self::covered(&tidied(typed, writing), lang, writing)
    }

    /// The same without tidying.
    pub(crate) fn covered(whole: &str, lang: Option<&str>, writing: Writing) -> Self {
        let text = match writing {
            Writing::Line => details::mask(whole).0,
            Writing::Paragraphs => covered_markdown(whole),
        };
        let typed = (text != whole).then(|| whole.to_owned());
        let said = match writing {
            Writing::Line => Self::line(text, lang),
            Writing::Paragraphs => Self::paragraphs(text, lang),
        };
        Self { typed, ..said }
    }

    /// What its writer finds in the form again.
    pub fn as_typed(&self) -> &str {
        self.typed.as_deref().unwrap_or(&self.text)
    }

    /// The kinds of personal details that are covered, each once.
    pub fn found(&self) -> Vec<details::Kind> {
        self.typed.as_deref().map(kinds).unwrap_or_default()
    }

    /// The text as others may have it.
    pub(crate) fn public(self) -> Self {
        Self { typed: None, ..self }
    }
}

/// The kinds of personal details in a text, each once; also of those that only formatting hides.
pub fn kinds(text: &str) -> Vec<details::Kind> {
    let plain = markup::plain(text);
    let mut kinds: Vec<details::Kind> =
        details::find(text).into_iter().chain(details::find(&plain)).map(|detail| detail.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Markdown that shows no personal detail once it is shown. `0991 **000** 111` only becomes a number on the page, so
/// where something is left there the text goes on without its formatting.
fn covered_markdown(whole: &str) -> String {
    let mut text = details::mask(whole).0;
    for _ in 0..PASSES {
        let plain = markup::plain(&text);
        let (masked, found) = details::mask(&plain);
        if found.is_empty() {
            return text;
        }
        text = masked;
    }
    details::MASK.to_owned()
}

/// What was typed, tidy.
pub(crate) fn tidied(typed: &str, writing: Writing) -> String {
    match writing {
        Writing::Line => basics::tidy_line(typed),
        Writing::Paragraphs => basics::tidy_text(typed),
    }
}
