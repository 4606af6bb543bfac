//! Who works on a story.

use basics::{At, Id};
use serde::{Deserialize, Serialize};

use crate::codes::coded;

coded! {
    /// What somebody does for a story.
    Part {
        Author = "author",
        Editor = "editor",
        /// The one who signs beside the editor where somebody is protected.
        Second = "second",
        Translator = "translator",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    #[serde(skip, default = "Id::new")]
    pub id: Id<Role>,
    /// Id of the person, in an export their handle; empty once they are erased.
    pub person: String,
    pub part: Part,
    /// The language, of a translator; else empty.
    pub lang: String,
    /// The roots this editor has signed: what is public and what is to be, with a space between; empty when none.
    pub signed: String,
    pub since: At,
}

impl Role {
    pub fn new(person: &str, part: Part, lang: &str, now: At) -> Self {
        Self {
            id: Id::new(),
            person: person.to_owned(),
            part,
            lang: lang.to_owned(),
            signed: String::new(),
            since: now,
        }
    }

    /// Whether they have signed this version.
    pub fn has_signed(&self, root: &str) -> bool {
        !root.is_empty() && self.signed.split(' ').any(|signed| signed == root)
    }

    /// Signs a version. Of those before only what is public stays signed.
    pub fn sign(&mut self, root: &str, public: &str) {
        let public = if self.has_signed(public) { public } else { "" };
        self.signed = if public.is_empty() || public == root { root.to_owned() } else { format!("{public} {root}") };
    }
}
