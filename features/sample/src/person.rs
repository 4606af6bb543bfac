//! One invented person: what a profile holds, and short verbs to write one down.

use crate::draw::{Look, Motif, Palette};

/// What somebody is to Dzaleka.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Resident,
    FormerResident,
    DiasporaBorn,
    HostCommunity,
    Friend,
}

impl Relation {
    /// The code kept with a person.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::FormerResident => "former-resident",
            Self::DiasporaBorn => "diaspora-born",
            Self::HostCommunity => "host-community",
            Self::Friend => "friend",
        }
    }
}

/// How well somebody speaks a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Basic,
    Good,
    Fluent,
    Native,
}

impl Level {
    /// The code kept with a language.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Good => "good",
            Self::Fluent => "fluent",
            Self::Native => "native",
        }
    }
}

/// Where somebody is, never closer than a city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub city: Option<String>,
}

impl Place {
    pub fn new(country: &str, city: &str) -> Self {
        Self { country: country.to_owned(), city: (!city.is_empty()).then(|| city.to_owned()) }
    }

    pub fn dzaleka() -> Self {
        Self::new("MW", "Dzaleka")
    }
}

/// An invented person. Lists may be empty; a sparse person has only handle, name and line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamplePerson {
    pub handle: String,
    pub name: String,
    pub line: String,
    pub about: Option<String>,
    /// BCP 47 tag of `line`, `about`, `offers` and `wants`.
    pub lang: String,
    pub relation: Option<Relation>,
    /// Codes from [`crate::CRAFTS`].
    pub crafts: Vec<String>,
    /// Free words.
    pub skills: Vec<String>,
    /// Language tag and level.
    pub languages: Vec<(String, Level)>,
    pub place: Option<Place>,
    pub offers: Option<String>,
    pub wants: Option<String>,
    /// Codes from [`crate::OPEN_TO`].
    pub open_to: Vec<String>,
    pub links: Vec<String>,
    pub works: Vec<SampleWork>,
    /// Handle of an organisation, and the role there.
    pub members_of: Vec<(String, String)>,
    /// How to draw the portrait, see [`crate::portrait`]; `None` where there is no picture.
    pub portrait: Option<Look>,
}

/// What a work is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Drawn by [`crate::work`].
    Picture { motif: Motif, palette: Palette },
    /// The whole text, lines kept.
    Text(String),
}

/// A piece in a portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleWork {
    pub title: String,
    pub year: u16,
    pub medium: String,
    /// In words, as makers write it: "32 × 20 cm", "12 lines".
    pub size: String,
    pub kind: Kind,
    /// What a picture shows, in the person's language; for a text, what it is about.
    pub alt: String,
    pub credit: String,
    pub licence: String,
    pub series: Option<String>,
}

fn all(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Somebody with nothing but a name and a line written in `lang`.
pub fn person(handle: &str, name: &str, lang: &str, line: &str) -> SamplePerson {
    SamplePerson {
        handle: handle.to_owned(),
        name: name.to_owned(),
        line: line.to_owned(),
        about: None,
        lang: lang.to_owned(),
        relation: None,
        crafts: Vec::new(),
        skills: Vec::new(),
        languages: Vec::new(),
        place: None,
        offers: None,
        wants: None,
        open_to: Vec::new(),
        links: Vec::new(),
        works: Vec::new(),
        members_of: Vec::new(),
        portrait: None,
    }
}

impl SamplePerson {
    pub fn about(self, about: &str) -> Self {
        Self { about: Some(about.to_owned()), ..self }
    }

    pub fn resident(self) -> Self {
        self.lives(Relation::Resident, "MW", "Dzaleka")
    }

    pub fn lives(self, relation: Relation, country: &str, city: &str) -> Self {
        Self { relation: Some(relation), place: Some(Place::new(country, city)), ..self }
    }

    pub fn crafts(self, crafts: &[&str]) -> Self {
        Self { crafts: all(crafts), ..self }
    }

    pub fn skills(self, skills: &[&str]) -> Self {
        Self { skills: all(skills), ..self }
    }

    pub fn speaks(self, languages: &[(&str, Level)]) -> Self {
        let languages = languages.iter().map(|(code, level)| ((*code).to_owned(), *level)).collect();
        Self { languages, ..self }
    }

    pub fn offers(self, offers: &str) -> Self {
        Self { offers: Some(offers.to_owned()), ..self }
    }

    pub fn wants(self, wants: &str) -> Self {
        Self { wants: Some(wants.to_owned()), ..self }
    }

    pub fn open_to(self, codes: &[&str]) -> Self {
        Self { open_to: all(codes), ..self }
    }

    pub fn links(self, links: &[&str]) -> Self {
        Self { links: all(links), ..self }
    }

    pub fn member(mut self, organisation: &str, role: &str) -> Self {
        self.members_of.push((organisation.to_owned(), role.to_owned()));
        self
    }

    pub fn looks(self, look: Look) -> Self {
        Self { portrait: Some(look), ..self }
    }

    /// Adds a work; where it names no credit, the person is credited.
    pub fn work(mut self, mut work: SampleWork) -> Self {
        if work.credit.is_empty() {
            work.credit.clone_from(&self.name);
        }
        self.works.push(work);
        self
    }
}

fn piece(title: &str, year: u16, medium: &str, size: &str, kind: Kind, alt: &str) -> SampleWork {
    SampleWork {
        title: title.to_owned(),
        year,
        medium: medium.to_owned(),
        size: size.to_owned(),
        kind,
        alt: alt.to_owned(),
        credit: String::new(),
        licence: "All rights reserved".to_owned(),
        series: None,
    }
}

/// A picture: title and year, medium and size, what is drawn and in which colours, and the words for it.
pub fn picture(
    (title, year): (&str, u16),
    (medium, size): (&str, &str),
    (motif, palette): (Motif, Palette),
    alt: &str,
) -> SampleWork {
    piece(title, year, medium, size, Kind::Picture { motif, palette }, alt)
}

/// A text: title and year, what kind of text and how long, what it is about, and the text.
pub fn text((title, year): (&str, u16), (medium, size): (&str, &str), about: &str, text: &str) -> SampleWork {
    piece(title, year, medium, size, Kind::Text(text.to_owned()), about)
}

impl SampleWork {
    /// May be shared under Creative Commons Attribution.
    pub fn shared(self) -> Self {
        Self { licence: "CC BY 4.0".to_owned(), ..self }
    }

    pub fn series(self, series: &str) -> Self {
        Self { series: Some(series.to_owned()), ..self }
    }

    pub fn credit(self, credit: &str) -> Self {
        Self { credit: credit.to_owned(), ..self }
    }
}
