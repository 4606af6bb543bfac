//! One invented organisation, and short verbs to write one down.

use crate::{
    draw::{Palette, Sign},
    person::{Level, Place},
};

/// What sort of organisation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationKind {
    Business,
    Group,
    Association,
    Ngo,
    School,
    Cooperative,
}

impl OrganisationKind {
    /// The code kept with an organisation.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::Group => "group",
            Self::Association => "association",
            Self::Ngo => "ngo",
            Self::School => "school",
            Self::Cooperative => "cooperative",
        }
    }
}

/// Open on one weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// `HH:MM`, Africa/Blantyre or the place's own time.
    pub opens: String,
    pub closes: String,
}

/// An invented business, group, association, NGO, school or cooperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleOrganisation {
    pub handle: String,
    pub name: String,
    pub kind: OrganisationKind,
    pub line: String,
    pub about: Option<String>,
    /// BCP 47 tag of the texts.
    pub lang: String,
    pub offers: Option<String>,
    pub languages: Vec<(String, Level)>,
    pub place: Option<Place>,
    pub hours: Vec<Hours>,
    /// `YYYY-MM-DD`.
    pub last_checked_on: Option<String>,
    pub links: Vec<String>,
    /// How to draw the sign, see [`crate::sign`]; `None` where there is no picture.
    pub logo: Option<(Sign, Palette)>,
}

/// An organisation in Dzaleka with nothing but a name and a line written in `lang`.
pub fn organisation(handle: &str, name: &str, kind: OrganisationKind, lang: &str, line: &str) -> SampleOrganisation {
    SampleOrganisation {
        handle: handle.to_owned(),
        name: name.to_owned(),
        kind,
        line: line.to_owned(),
        about: None,
        lang: lang.to_owned(),
        offers: None,
        languages: Vec::new(),
        place: Some(Place::dzaleka()),
        hours: Vec::new(),
        last_checked_on: None,
        links: Vec::new(),
        logo: None,
    }
}

impl SampleOrganisation {
    pub fn about(self, about: &str) -> Self {
        Self { about: Some(about.to_owned()), ..self }
    }

    pub fn offers(self, offers: &str) -> Self {
        Self { offers: Some(offers.to_owned()), ..self }
    }

    pub fn speaks(self, languages: &[(&str, Level)]) -> Self {
        let languages = languages.iter().map(|(code, level)| ((*code).to_owned(), *level)).collect();
        Self { languages, ..self }
    }

    pub fn at(self, country: &str, city: &str) -> Self {
        Self { place: Some(Place::new(country, city)), ..self }
    }

    /// Adds the same hours on each of these weekdays.
    pub fn open(mut self, weekdays: impl IntoIterator<Item = u8>, opens: &str, closes: &str) -> Self {
        let hours = |weekday| Hours { weekday, opens: opens.to_owned(), closes: closes.to_owned() };
        self.hours.extend(weekdays.into_iter().map(hours));
        self
    }

    pub fn checked(self, on: &str) -> Self {
        Self { last_checked_on: Some(on.to_owned()), ..self }
    }

    pub fn link(mut self, link: &str) -> Self {
        self.links.push(link.to_owned());
        self
    }

    pub fn logo(self, sign: Sign, palette: Palette) -> Self {
        Self { logo: Some((sign, palette)), ..self }
    }
}
