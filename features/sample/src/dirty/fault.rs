//! What is wrong with real files (product.md, *Import and export*), and how often.

/// A fault that a file of a dirty site can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// `title: Pots: how we fire them`
    UnquotedColon,
    /// `â€“` for a dash, `Ã©` for é.
    DoubleEncoded,
    NoBreakSpaces,
    /// 31 November.
    ImpossibleDate,
    EndBeforeStart,
    /// Spaces, brackets and a colon in the file name.
    AwkwardName,
    RemoteImage,
    MissingImage,
    /// `lorem-ipsum` where something should stand.
    Placeholder,
    EmptyBody,
    /// In talents under a name that people already has.
    SamePersonTwice,
    /// Another spelling of a category.
    CategorySpelling,
    PhoneInBody,
    EmailInFields,
    PaymentNumber,
    BirthDate,
    ExactPlace,
    /// A tab before a list item in the front matter.
    Tabs,
    ByteOrderMark,
    WindowsLines,
    NoFrontMatter,
    /// The front matter is opened and never closed.
    Unclosed,
    InvalidUtf8,
    /// The title is given twice.
    DuplicateKey,
    /// `untitled-7.md`
    SilentName,
    Draft,
    /// In the root folder, its collection only in `layout`.
    LayoutOnly,
}

impl Fault {
    pub const ALL: [Self; 27] = [
        Self::UnquotedColon,
        Self::DoubleEncoded,
        Self::NoBreakSpaces,
        Self::ImpossibleDate,
        Self::EndBeforeStart,
        Self::AwkwardName,
        Self::RemoteImage,
        Self::MissingImage,
        Self::Placeholder,
        Self::EmptyBody,
        Self::SamePersonTwice,
        Self::CategorySpelling,
        Self::PhoneInBody,
        Self::EmailInFields,
        Self::PaymentNumber,
        Self::BirthDate,
        Self::ExactPlace,
        Self::Tabs,
        Self::ByteOrderMark,
        Self::WindowsLines,
        Self::NoFrontMatter,
        Self::Unclosed,
        Self::InvalidUtf8,
        Self::DuplicateKey,
        Self::SilentName,
        Self::Draft,
        Self::LayoutOnly,
    ];

    /// In how many of a thousand files it is found.
    pub const fn rate(self) -> u32 {
        match self {
            Self::UnquotedColon
            | Self::AwkwardName
            | Self::RemoteImage
            | Self::MissingImage
            | Self::CategorySpelling => 25,
            Self::DoubleEncoded | Self::NoBreakSpaces => 20,
            Self::PhoneInBody | Self::EmailInFields => 15,
            Self::Placeholder | Self::EmptyBody | Self::WindowsLines | Self::Draft => 12,
            Self::ImpossibleDate | Self::LayoutOnly => 10,
            Self::EndBeforeStart | Self::SamePersonTwice | Self::BirthDate | Self::ExactPlace | Self::SilentName => 8,
            Self::PaymentNumber | Self::ByteOrderMark | Self::NoFrontMatter => 6,
            Self::Tabs | Self::Unclosed | Self::DuplicateKey => 4,
            Self::InvalidUtf8 => 3,
        }
    }

    /// The collection it needs, if not every one will do; `""` is the root folder.
    pub const fn collection(self) -> Option<&'static str> {
        match self {
            Self::ImpossibleDate | Self::EndBeforeStart => Some("events"),
            Self::SamePersonTwice => Some("talents"),
            Self::EmailInFields | Self::PaymentNumber | Self::BirthDate | Self::ExactPlace => Some("people"),
            Self::LayoutOnly => Some(""),
            _ => None,
        }
    }
}
