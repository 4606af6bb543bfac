//! Words that stand in the database for the members of small enums.

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
    };
}

pub(crate) use coded;
