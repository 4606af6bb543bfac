//! A story: what it is and where it stands. What it says stands in its tellings and editions.

use basics::{At, Id};
use serde::{Deserialize, Serialize};

use crate::{
    codes::coded,
    state::{Stage, Standing, State},
};

coded! {
    /// What kind of story it is.
    Form {
        /// A portrait of one person.
        Profile = "profile",
        /// Questions and answers.
        Interview = "interview",
        /// Long, with several people.
        Feature = "feature",
        News = "news",
        Announcement = "announcement",
    }
}

impl Form {
    /// Whether somebody is portrayed: without anybody who agrees such a story never appears.
    pub fn portrays(self) -> bool {
        matches!(self, Self::Profile | Self::Interview | Self::Feature)
    }
}

coded! {
    /// How a story came to us.
    Told {
        /// Begun by an editor.
        Desk = "desk",
        /// Sent in by a member.
        Sent = "sent",
        /// Told to a helper by somebody who was present.
        Helper = "helper",
        /// Brought in with a folder.
        Import = "import",
    }
}

coded! {
    /// What a story is about, to find it by.
    Theme {
        Arts = "arts",
        Music = "music",
        Work = "work",
        Learning = "learning",
        Community = "community",
        Sport = "sport",
        Faith = "faith",
        Food = "food",
        Technology = "technology",
        Home = "home",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    pub id: Id<Story>,
    /// Its address below `/stories/`; its id until it is published.
    pub slug: String,
    pub form: Form,
    pub stage: Stage,
    pub standing: Standing,
    /// The tag of the language it was told in.
    pub lang: String,
    pub theme: Option<Theme>,
    /// The working title, for those who work on it.
    pub title: String,
    pub told: Told,
    /// Hash of the edition of the original that the public may read; empty when there is none.
    pub edition: String,
    /// What people agreed to: the first edition of which `edition` is a small correction, or `edition` itself.
    pub root: String,
    /// The same for the version that is being agreed on; empty when there is none.
    pub next_edition: String,
    pub next_root: String,
    pub cooling_until: Option<At>,
    pub published_at: Option<At>,
    /// Id of its series and its place there; an export names the series itself.
    #[serde(skip)]
    pub series: Option<(String, i64)>,
    pub created_at: At,
    pub updated_at: At,
}

impl Story {
    pub fn new(form: Form, lang: &str, title: &str, told: Told, now: At) -> Self {
        let id = Id::new();
        Self {
            slug: id.to_string(),
            id,
            form,
            stage: Stage::Draft,
            standing: Standing::Unseen,
            lang: lang.to_owned(),
            theme: None,
            title: title.to_owned(),
            told,
            edition: String::new(),
            root: String::new(),
            next_edition: String::new(),
            next_root: String::new(),
            cooling_until: None,
            published_at: None,
            series: None,
            created_at: now,
            updated_at: now,
        }
    }

    pub fn state(&self) -> State {
        State::of(self.stage, self.standing)
    }

    pub fn path(&self) -> String {
        format!("/stories/{}", self.slug)
    }
}
