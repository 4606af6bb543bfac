//! Invented stories, each told in English, Kiswahili and French. Nobody in them has ever lived.
//!
//! A text is a title, a line, a picture with its words, and the story.

mod list;

pub use list::stories;

use crate::draw::{Drawing, Motif, Palette, work_drawing};

/// A story of the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleStory {
    pub key: &'static str,
    /// `profile`, `interview`, `feature` or `news`.
    pub form: &'static str,
    /// A code of the room `stories`.
    pub theme: &'static str,
    /// Handles of those it is about.
    pub people: &'static [&'static str],
    /// Handle of who wrote it; empty for the editors.
    pub author: &'static str,
    /// Everybody in it agrees to previews and the press too.
    pub shared: bool,
    pub picture: (Motif, Palette),
    /// English first.
    pub tellings: Vec<SampleTelling>,
}

/// A story in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleTelling {
    pub lang: &'static str,
    pub title: String,
    pub lede: String,
    /// What the picture shows.
    pub alt: String,
    /// The text, as the room `stories` reads it.
    pub source: String,
}

impl SampleStory {
    /// The picture at its head.
    pub fn drawing(&self) -> Drawing {
        let (motif, palette) = self.picture;
        work_drawing(self.key, motif, palette)
    }
}

impl SampleTelling {
    /// Takes a text apart. What is missing stays empty; a test looks that nothing is.
    fn read(lang: &'static str, text: &str) -> Self {
        let mut parts = text.splitn(4, "\n\n").map(str::trim);
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (title, lede, picture, source) = (next(), next(), next(), next());
        let alt = picture.trim_start_matches("![").trim_end_matches("](p1)").to_owned();
        Self { lang, title: title.trim_start_matches("# ").to_owned(), lede, alt, source }
    }
}
