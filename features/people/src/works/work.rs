//! What a work can say of itself.

use serde::{Deserialize, Serialize};

use super::{Licence, Pictured};
use crate::Picture;

/// What a work is made of, and so what it needs before it can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WorkKind {
    Picture,
    /// A recording that plays from here, with what is heard in words.
    Audio,
    /// A link to a video elsewhere, shown with a picture of one's own or none. Nothing is fetched.
    Video,
    /// A poem, a story, lyrics.
    Text,
}

impl WorkKind {
    pub const ALL: [Self; 4] = [Self::Picture, Self::Audio, Self::Video, Self::Text];

    pub fn code(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::Text => "text",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WorkState {
    /// Seen by its owner only, whatever its audience.
    Draft,
    /// What an import brings is published once its person is released.
    #[default]
    Published,
}

impl WorkState {
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }

    /// An unknown word is a draft.
    pub fn from_code(code: &str) -> Self {
        if code == "published" { Self::Published } else { Self::Draft }
    }
}

/// A piece in the portfolio. Its slug is its address below the person's page; empty until it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    pub slug: String,
    pub state: WorkState,
    pub kind: Option<WorkKind>,
    pub title: String,
    /// The language of title and text, when known.
    pub lang: Option<String>,
    pub year: Option<String>,
    pub medium: Option<String>,
    pub size: Option<String>,
    pub series: Option<String>,
    /// Names to credit, as typed, of people who need not be here.
    pub credit: Option<String>,
    /// A code of [`Licence`], or words an import brought.
    pub licence: Option<String>,
    /// The poem or story itself, what is heard in a recording, or words about a picture or video; personal details covered.
    pub text: Option<String>,
    /// The same as typed, when something had to be covered: for the owner, to change it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typed: Option<String>,
    /// A video or sound elsewhere: shown as a link, never fetched.
    pub link: Option<String>,
    pub picture: Option<Picture>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sound: Option<media::Recording>,
    /// Who can be recognised, and what they agreed to; unsaid of what was imported. For the owner only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pictured: Option<Pictured>,
}

impl Work {
    /// The kind chosen, or what the work holds.
    pub fn kind(&self) -> WorkKind {
        self.kind.unwrap_or(match self {
            Self { sound: Some(_), .. } => WorkKind::Audio,
            Self { picture: None, link: Some(_), .. } => WorkKind::Video,
            Self { picture: None, text: Some(_), .. } => WorkKind::Text,
            _ => WorkKind::Picture,
        })
    }

    /// The licence, where it is one we have words for.
    pub fn licence(&self) -> Option<Licence> {
        Licence::read(self.licence.as_deref()?)
    }

    /// Hashes of the picture and the recording it holds.
    pub(crate) fn media(&self) -> impl Iterator<Item = &str> {
        let picture = self.picture.as_ref().map(|picture| picture.cut.hash.as_str());
        picture.into_iter().chain(self.sound.as_ref().map(|sound| sound.hash.as_str()))
    }

    /// The text as its owner typed it.
    pub fn as_typed(&self) -> &str {
        self.typed.as_deref().or(self.text.as_deref()).unwrap_or_default()
    }
}
