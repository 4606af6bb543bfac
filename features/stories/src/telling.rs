//! A story in one language as it is being worked on.

use basics::At;

use crate::{Content, codes::coded};

coded! {
    /// What a telling is.
    TellingState {
        /// The language the story was told in.
        Original = "original",
        /// A translation that nobody has read beside the original yet.
        Draft = "draft",
        /// A translation that somebody else than its translator has read.
        Reviewed = "reviewed",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    pub story: String,
    pub lang: String,
    pub state: TellingState,
    pub content: Content,
    /// Of a translation: edition and root of the original it was made from.
    pub of_edition: String,
    pub of_root: String,
    /// Hash of the edition the public may read in this language; empty when there is none.
    pub shown: String,
    pub updated_at: At,
}

impl Telling {
    pub fn original(story: &str, lang: &str, content: Content, now: At) -> Self {
        Self {
            story: story.to_owned(),
            lang: lang.to_owned(),
            state: TellingState::Original,
            content,
            of_edition: String::new(),
            of_root: String::new(),
            shown: String::new(),
            updated_at: now,
        }
    }

    pub fn is_original(&self) -> bool {
        self.state == TellingState::Original
    }
}
