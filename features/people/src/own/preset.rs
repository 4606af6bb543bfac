//! How much of a page is shown, chosen at once for all of it.

use basics::{At, Audience};

use super::Editing;
use crate::{Person, Text};

/// One choice for the whole page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preset {
    /// Everyone sees it, but for what could lead to somebody's door.
    Showcase,
    /// Members see it.
    Community,
    /// People they accepted see it: all that minors can choose.
    Accepted,
    /// Each part as it was set.
    AsSet,
    /// Nobody sees it; what was set for each part stays.
    Hidden,
}

/// Parts that stay among members in a showcase: they say where somebody is and what they lack.
const AMONG_MEMBERS: [&str; 3] = ["relation", "place", "wants"];

impl Preset {
    /// What can be chosen for this page.
    pub fn offered(editing: &Editing) -> &'static [Self] {
        if editing.is_minor() {
            &[Self::Accepted, Self::Hidden]
        } else {
            &[Self::Showcase, Self::Community, Self::AsSet, Self::Hidden]
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Showcase => "showcase",
            Self::Community => "community",
            Self::Accepted => "accepted",
            Self::AsSet => "as-set",
            Self::Hidden => "hidden",
        }
    }

    pub fn label(self, t: Text) -> &'static str {
        match self {
            Self::Showcase => t.preset_showcase(),
            Self::Community => t.preset_community(),
            Self::Accepted => t.preset_accepted(),
            Self::AsSet => t.preset_as_set(),
            Self::Hidden => t.preset_hidden(),
        }
    }

    /// What it does, whole.
    pub fn meaning(self, t: Text, organisation: bool) -> &'static str {
        match self {
            Self::Showcase if organisation => t.preset_showcase_meaning_organisation(),
            Self::Showcase => t.preset_showcase_meaning(),
            Self::Community => t.preset_community_meaning(),
            Self::Accepted => t.preset_accepted_meaning(),
            Self::AsSet => t.preset_as_set_meaning(),
            Self::Hidden => t.preset_hidden_meaning(),
        }
    }

    /// Shows the page so. An organisation has a place to be found at.
    pub fn apply(self, person: &mut Person, now: At) {
        if self == Self::Hidden {
            person.take_back(now);
            return;
        }
        let organisation = person.kind == crate::Kind::Organisation;
        for (part, to) in person.fields.audiences_mut() {
            *to = match self {
                Self::Showcase if !organisation && AMONG_MEMBERS.contains(&part) => Audience::Members,
                Self::Showcase => Audience::Everyone,
                Self::Community => Audience::Members,
                Self::Accepted => (*to).min(Audience::Accepted),
                Self::AsSet | Self::Hidden => *to,
            };
        }
        person.listed = match self {
            Self::Showcase => Audience::Everyone,
            Self::Community => Audience::Members,
            Self::Accepted => Audience::Accepted,
            Self::AsSet | Self::Hidden => widest(person),
        };
        person.release(now);
    }
}

/// Who sees the part that most people see.
pub(crate) fn widest(person: &Person) -> Audience {
    person.fields.audiences().into_iter().map(|(_, to)| to).max().unwrap_or_default()
}
