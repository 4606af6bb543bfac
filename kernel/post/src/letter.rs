//! The frame of every mail: from a few paragraphs and a button, an HTML part and its plain twin in one language.

use askama::Template;
use basics::Lang;

use crate::text::Text;

/// A mail being written. Paragraphs are plain text; what is personal in them is the room's to leave out.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    lang: Lang,
    site: &'a str,
    base_url: &'a str,
    subject: String,
    greeting: Option<String>,
    paragraphs: Vec<String>,
    button: Option<Button>,
    after: Vec<String>,
}

#[derive(Clone, Debug)]
struct Button {
    label: String,
    url: String,
}

/// A mail that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    letter: &'a Letter<'a>,
    text: Text,
}

#[derive(Template)]
#[template(path = "letter.txt", escape = "none")]
struct Plain<'a> {
    letter: &'a Letter<'a>,
    text: Text,
}

impl<'a> Letter<'a> {
    /// Begins a mail from the portal called `site` at `base_url` (no slash at the end).
    pub fn new(lang: Lang, site: &'a str, base_url: &'a str) -> Self {
        Self {
            lang,
            site,
            base_url,
            subject: String::new(),
            greeting: None,
            paragraphs: vec![],
            button: None,
            after: vec![],
        }
    }

    pub fn subject(mut self, words: &str) -> Self {
        self.subject = line(words);
        self
    }

    pub fn greeting(mut self, words: &str) -> Self {
        self.greeting = Some(line(words));
        self
    }

    /// A paragraph: above the button, or below it once there is one.
    pub fn paragraph(mut self, words: &str) -> Self {
        let place = if self.button.is_some() { &mut self.after } else { &mut self.paragraphs };
        place.push(line(words));
        self
    }

    /// The one thing to do. `url` is whole, or an address of the portal that begins with `/`.
    pub fn button(mut self, label: &str, url: &str) -> Self {
        let url = if url.starts_with('/') { format!("{}{url}", self.base_url) } else { url.to_owned() };
        self.button = Some(Button { label: line(label), url: line(&url) });
        self
    }

    /// The last words, above the foot.
    pub fn close(mut self, words: &str) -> Self {
        self.after.push(line(words));
        self
    }

    /// Writes both parts.
    ///
    /// # Errors
    /// Only when a template cannot be rendered, which is a fault of the house.
    pub fn written(&self) -> askama::Result<Written> {
        let text = Text(self.lang);
        let html = Html { letter: self, text }.render()?;
        let plain = Plain { letter: self, text }.render()?;
        Ok(Written { subject: self.subject.clone(), text: plain, html })
    }
}

/// One line: what somebody calls themselves cannot open a paragraph of its own.
fn line(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
