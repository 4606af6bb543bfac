//! What a work still needs before it can be published, and how far it may reach.

use basics::Audience;

use super::{Who, Work, WorkKind};

/// The steps of a work that have a page of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Title,
    Picture,
    Sound,
    Link,
    Text,
    People,
    Facts,
    Licence,
    Credits,
}

impl Step {
    /// The last word of its address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Picture => "picture",
            Self::Sound => "sound",
            Self::Link => "link",
            Self::Text => "text",
            Self::People => "people",
            Self::Facts => "facts",
            Self::Licence => "licence",
            Self::Credits => "credits",
        }
    }
}

impl Work {
    /// The steps this kind of work has, in the order they are asked for.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let own: &[Step] = match self.kind() {
            WorkKind::Picture => &[Step::Picture, Step::People, Step::Text],
            WorkKind::Audio => &[Step::Sound, Step::Text, Step::People, Step::Picture],
            WorkKind::Video => &[Step::Link, Step::Picture, Step::People, Step::Text],
            WorkKind::Text => &[Step::Text, Step::Picture, Step::People],
        };
        let mut steps = vec![Step::Title];
        // A question about people is for what shows some, or lets them be heard.
        steps.extend(own.iter().filter(|step| **step != Step::People || self.has_people()));
        steps.extend([Step::Facts, Step::Licence, Step::Credits]);
        steps
    }

    fn has_people(&self) -> bool {
        self.picture.is_some() || self.kind() != WorkKind::Text
    }

    /// The steps without which it cannot be published: what it is made of, words for those who do not see the picture or
    /// hear the recording, and who is in it.
    pub(crate) fn missing(&self) -> Vec<Step> {
        let kind = self.kind();
        let described = self.picture.as_ref().is_none_or(|picture| !picture.alt.trim().is_empty());
        let needs = [
            (Step::Title, self.title.is_empty()),
            (Step::Picture, !described || (kind == WorkKind::Picture && self.picture.is_none())),
            (Step::Sound, kind == WorkKind::Audio && self.sound.is_none()),
            (Step::Link, kind == WorkKind::Video && self.link.is_none()),
            (Step::Text, matches!(kind, WorkKind::Text | WorkKind::Audio) && self.text.is_none()),
            (Step::People, self.has_people() && self.pictured.is_none()),
        ];
        let steps = self.steps();
        let missing = |step: &Step| needs.iter().any(|(needed, open)| needed == step && *open);
        steps.into_iter().filter(missing).collect()
    }

    /// The widest audience it may have: a picture of somebody under 18 stays among people its owner accepted.
    pub fn widest(&self) -> Audience {
        match &self.pictured {
            Some(pictured) if pictured.who == Who::Minors => Audience::Accepted,
            _ => Audience::Everyone,
        }
    }
}
