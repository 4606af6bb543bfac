//! The parts of a page, in the order they are asked for.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use basics::Audience;
use web::{Error, Portal};

use crate::{Fields, Kind, Text};

/// One thing a page can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Name,
    Line,
    Crafts,
    Portrait,
    About,
    Relation,
    Place,
    Languages,
    Skills,
    Offers,
    Wants,
    OpenTo,
    Links,
}

const PERSON: [Part; 13] = [
    Part::Name,
    Part::Line,
    Part::Crafts,
    Part::Portrait,
    Part::About,
    Part::Relation,
    Part::Place,
    Part::Languages,
    Part::Skills,
    Part::Offers,
    Part::Wants,
    Part::OpenTo,
    Part::Links,
];
const ORGANISATION: [Part; 10] = [
    Part::Name,
    Part::Line,
    Part::Crafts,
    Part::Portrait,
    Part::About,
    Part::Place,
    Part::Languages,
    Part::Offers,
    Part::Wants,
    Part::Links,
];

impl Part {
    pub fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Person => &PERSON,
            Kind::Organisation => &ORGANISATION,
        }
    }

    /// The field of [`Fields`], which is also its name among the texts.
    pub fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Line => "line",
            Self::Crafts => "crafts",
            Self::Portrait => "portrait",
            Self::About => "about",
            Self::Relation => "relation",
            Self::Place => "place",
            Self::Languages => "languages",
            Self::Skills => "skills",
            Self::Offers => "offers",
            Self::Wants => "wants",
            Self::OpenTo => "open_to",
            Self::Links => "links",
        }
    }

    /// As it stands in addresses.
    pub fn code(self) -> String {
        self.field().replace('_', "-")
    }

    /// In the list of parts: `Languages`.
    pub fn label(self, t: Text) -> &'static str {
        t.by_key(&format!("part_{}", self.field())).unwrap_or_default()
    }

    /// What is asked: `Which languages do you speak?`
    pub fn title(self, t: Text) -> &'static str {
        t.by_key(&format!("part_{}_title", self.field())).unwrap_or_default()
    }

    /// What it is good for.
    pub fn hint(self, t: Text) -> &'static str {
        t.by_key(&format!("part_{}_hint", self.field())).unwrap_or_default()
    }

    /// Who may see it; nothing while it is empty.
    pub fn audience(self, fields: &Fields) -> Option<Audience> {
        fields.audiences().into_iter().find(|(field, _)| *field == self.field()).map(|(_, to)| to)
    }

    /// The kinds of personal details that are covered in it.
    pub fn covered(self, fields: &Fields) -> Vec<details::Kind> {
        let one = |part: &crate::Part<crate::Said>| part.iter().flat_map(|shown| shown.is.found()).collect();
        let all = |part: &crate::Part<Vec<crate::Said>>| {
            part.iter().flat_map(|shown| shown.is.iter().flat_map(crate::Said::found)).collect()
        };
        let mut found: Vec<details::Kind> = match self {
            Self::Line => one(&fields.line),
            Self::About => one(&fields.about),
            Self::Offers => all(&fields.offers),
            Self::Wants => all(&fields.wants),
            _ => Vec::new(),
        };
        found.sort();
        found.dedup();
        found
    }
}

impl FromRequestParts<Portal> for Part {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Error> {
        let params = RawPathParams::from_request_parts(parts, portal).await.map_err(|_| Error::NotFound)?;
        let asked = params.iter().find(|(name, _)| *name == "part").map_or("", |(_, value)| value);
        PERSON.into_iter().find(|part| part.code() == asked).ok_or(Error::NotFound)
    }
}
