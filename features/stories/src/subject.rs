//! Somebody a story is about, and what of them may be seen.

use basics::{At, Id};
use serde::{Deserialize, Serialize};

/// One person in one story. There is no way to reach them here: who has a page is reached through it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    #[serde(skip, default = "Id::new")]
    pub id: Id<Subject>,
    #[serde(skip)]
    pub story: String,
    /// Id of their page, when they have one; in an export its handle.
    pub person: Option<String>,
    /// How the story calls them: a name they chose.
    pub called: String,
    /// Under 18: a guardian agrees with them.
    pub minor: bool,
    /// Somebody looks for them, or they survived something: as careful as with a minor.
    pub at_risk: bool,
    /// Whether their face is seen, their own name said, their place told.
    pub face: bool,
    pub named: bool,
    pub located: bool,
    /// Somebody who knows them could tell that it is them, by whatever is told.
    pub recognisable: bool,
    /// When an editor went through face, name and place with them.
    pub cleared_at: Option<At>,
    /// When they were last asked whether the story may stay.
    pub asked_at: Option<At>,
    pub created_at: At,
}

impl Subject {
    pub fn new(story: &str, called: &str, person: Option<&str>, now: At) -> Self {
        Self {
            id: Id::new(),
            story: story.to_owned(),
            person: person.map(str::to_owned),
            called: called.to_owned(),
            minor: false,
            at_risk: false,
            face: true,
            named: true,
            located: true,
            recognisable: true,
            cleared_at: None,
            asked_at: None,
            created_at: now,
        }
    }

    /// Somebody for whom two of face, name and place are taken out and two editors sign.
    pub fn is_protected(&self) -> bool {
        self.minor || self.at_risk
    }

    /// Whether this person has to agree.
    pub fn is_identifiable(&self) -> bool {
        self.recognisable || self.minor || self.face || self.named || self.located
    }

    /// How many of face, name and place are seen.
    pub fn shown(&self) -> usize {
        [self.face, self.named, self.located].into_iter().filter(|seen| *seen).count()
    }
}
