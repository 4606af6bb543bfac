//! Words that stand in the database, and in exports, for the members of small enums.

/// Declares an enum with `ALL`, `code()` and `from_code()`; each member says the word it is kept as.
macro_rules! coded {
    ($(#[$of:meta])* $name:ident { $($(#[$about:meta])* $member:ident = $code:literal),+ $(,)? }) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $member),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The word it is kept and sent as.
            pub fn code(self) -> &'static str {
                match self { $(Self::$member => $code),+ }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(from)?;
                Self::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("no such word: {code}")))
            }
        }
    };
}

pub(crate) use coded;
