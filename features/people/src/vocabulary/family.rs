//! The families of words that people may add to.

/// Which list a word belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    Craft,
    Skill,
    Language,
}

impl Family {
    pub const ALL: [Self; 3] = [Self::Craft, Self::Skill, Self::Language];

    /// As it stands in addresses, forms and terms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Craft => "craft",
            Self::Skill => "skill",
            Self::Language => "language",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.code() == code)
    }

    /// What lists are narrowed by: `craft:potter`.
    pub fn term(self, code: &str) -> String {
        format!("{}:{code}", self.code())
    }

    /// The family and the code of a term; nothing for a term of another kind.
    pub fn of_term(term: &str) -> Option<(Self, &str)> {
        let (family, code) = term.split_once(':')?;
        Some((Self::from_code(family)?, code))
    }
}
