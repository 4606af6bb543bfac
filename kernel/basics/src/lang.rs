//! Languages of the interface and the order in which content falls back.

use serde::{Deserialize, Serialize};

/// A language the interface speaks. `Pseudo` is for tests only: accents and 40 % longer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    En,
    Sw,
    Fr,
    #[serde(skip)]
    Pseudo,
}

impl Lang {
    /// The languages people can choose, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::En, Self::Sw, Self::Fr];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sw => "sw",
            Self::Fr => "fr",
            Self::Pseudo => "en-XA",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Sw => "Kiswahili",
            Self::Fr => "Français",
            Self::Pseudo => "[Þšéûðö]",
        }
    }

    /// What stands before every address in this language: empty for English.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::En => "",
            Self::Sw => "/sw",
            Self::Fr => "/fr",
            Self::Pseudo => "/en-XA",
        }
    }

    /// The language with this tag; a region after it (`fr-CD`) is passed over.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// Where content is looked for, in order, when it is missing in this language (pages.md, Languages).
    pub fn fallbacks(self) -> &'static [Self] {
        match self {
            Self::En | Self::Pseudo => &[Self::En, Self::Sw, Self::Fr],
            Self::Sw => &[Self::Sw, Self::Fr, Self::En],
            Self::Fr => &[Self::Fr, Self::Sw, Self::En],
        }
    }
}
