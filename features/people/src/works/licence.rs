//! What others may do with a work: a short list, in words.

/// The licences offered, from the narrowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    AllRightsReserved,
    ByNcNd,
    ByNc,
    BySa,
    By,
    Zero,
}

impl Licence {
    pub const ALL: [Self; 6] = [Self::AllRightsReserved, Self::ByNcNd, Self::ByNc, Self::BySa, Self::By, Self::Zero];

    pub fn code(self) -> &'static str {
        match self {
            Self::AllRightsReserved => "all-rights-reserved",
            Self::ByNcNd => "cc-by-nc-nd",
            Self::ByNc => "cc-by-nc",
            Self::BySa => "cc-by-sa",
            Self::By => "cc-by",
            Self::Zero => "cc0",
        }
    }

    /// A licence by its code or as people write it: `CC BY-NC 4.0`, `All rights reserved`, `©`.
    pub fn read(written: &str) -> Option<Self> {
        if written.trim() == "©" {
            return Some(Self::AllRightsReserved);
        }
        let words = basics::fold(written).replace("creative commons", "cc");
        let words: Vec<&str> = words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        match words.join("-").as_str() {
            "cc-zero" => Some(Self::Zero),
            written => Self::ALL.into_iter().find(|licence| licence.code() == written),
        }
    }

    /// Its usual short name, the same in every language; none for rights that are all kept.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::AllRightsReserved => None,
            Self::ByNcNd => Some("CC BY-NC-ND 4.0"),
            Self::ByNc => Some("CC BY-NC 4.0"),
            Self::BySa => Some("CC BY-SA 4.0"),
            Self::By => Some("CC BY 4.0"),
            Self::Zero => Some("CC0 1.0"),
        }
    }

    /// Where its text stands.
    pub fn url(self) -> Option<&'static str> {
        match self {
            Self::AllRightsReserved => None,
            Self::ByNcNd => Some("https://creativecommons.org/licenses/by-nc-nd/4.0/"),
            Self::ByNc => Some("https://creativecommons.org/licenses/by-nc/4.0/"),
            Self::BySa => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            Self::By => Some("https://creativecommons.org/licenses/by/4.0/"),
            Self::Zero => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
        }
    }
}
