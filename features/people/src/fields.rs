//! What a person or organisation may say about themselves. Each part carries its audience; there is no field for
//! nationality, ethnicity, religion, case numbers, household or route (product.md, *People*).

use basics::Audience;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::said::{Said, Writing};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    #[default]
    Person,
    Organisation,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
        }
    }

    /// The first part of the address.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Organisation => "organisations",
        }
    }

    pub fn from_code(code: &str) -> Self {
        if code == "organisation" { Self::Organisation } else { Self::Person }
    }
}

/// Something, and who may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown<T> {
    pub to: Audience,
    pub is: T,
}

impl<T> Shown<T> {
    pub fn to(to: Audience, is: T) -> Self {
        Self { to, is }
    }

    pub fn everyone(is: T) -> Self {
        Self { to: Audience::Everyone, is }
    }
}

pub type Part<T> = Option<Shown<T>>;

/// A language with how well it is spoken: `basic`, `good`, `fluent`, `native`, or unsaid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spoken {
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
}

/// Country (ISO 3166, lower case) and town: never nearer. In camp the town is `Dzaleka`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    pub alt: String,
    pub cut: media::Picture,
}

/// One opening time. `day` is 1 (Monday) to 7; times are `08:00` in Malawi's time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hours {
    pub day: u8,
    pub opens: String,
    pub closes: String,
}

/// Everything a profile can hold. Lists keep the order they were given in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fields {
    pub name: Part<String>,
    pub line: Part<Said>,
    pub about: Part<Said>,
    pub portrait: Part<Picture>,
    /// `resident`, `former-resident`, `diaspora-born`, `host-community`, `friend`.
    pub relation: Part<String>,
    /// Codes of [`crate::vocabulary`], or a free word's slug.
    pub crafts: Part<Vec<String>>,
    pub skills: Part<Vec<String>>,
    pub languages: Part<Vec<Spoken>>,
    pub place: Part<Place>,
    pub offers: Part<Vec<Said>>,
    pub wants: Part<Vec<Said>>,
    /// Codes of [`crate::vocabulary`].
    pub open_to: Part<Vec<String>>,
    pub links: Part<Vec<Link>>,
    /// For organisations: `business`, `group`, `association`, `ngo`, `school`, `cooperative`.
    pub organisation_kind: Part<String>,
    pub hours: Part<Vec<Hours>>,
    /// The day (`2026-11-02`) somebody last checked that this is right.
    pub checked_on: Part<String>,
    /// Meta tags as the community wrote them (`seo` of the front matter).
    pub seo: Part<Map<String, Value>>,
    /// Phone, e-mail, birth date …: kept for the person and never shown to others.
    pub private: Map<String, Value>,
}

/// What cards show. The rest, which is most of the text, is passed over.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Glance {
    name: Part<String>,
    line: Part<Said>,
    portrait: Part<Picture>,
    crafts: Part<Vec<String>>,
    languages: Part<Vec<Spoken>>,
    place: Part<Place>,
    organisation_kind: Part<String>,
}

impl From<Glance> for Fields {
    fn from(glance: Glance) -> Self {
        let Glance { name, line, portrait, crafts, languages, place, organisation_kind } = glance;
        Self { name, line, portrait, crafts, languages, place, organisation_kind, ..Self::default() }
    }
}

impl Fields {
    /// The parts that are filled, by name, each with its audience.
    pub(crate) fn audiences(&self) -> Vec<(&'static str, Audience)> {
        self.clone().audiences_mut().into_iter().map(|(part, to)| (part, *to)).collect()
    }

    /// The same, to be changed.
    pub(crate) fn audiences_mut(&mut self) -> Vec<(&'static str, &mut Audience)> {
        let mut all = Vec::new();
        macro_rules! list {
            ($($field:ident),*) => { $(if let Some(shown) = &mut self.$field { all.push((stringify!($field), &mut shown.to)); })* };
        }
        list!(name, line, about, portrait, relation, crafts, skills, languages, place, offers, wants, open_to, links);
        list!(organisation_kind, hours, checked_on, seo);
        all
    }

    /// Makes anew what browsers will read of every text, its personal details covered, and lets only addresses of the
    /// web stay links.
    pub(crate) fn render(&mut self) {
        if let Some(links) = &mut self.links {
            links.is.retain(|link| on_the_web(&link.url));
        }
        let lists = [&mut self.offers, &mut self.wants].into_iter().flatten().flat_map(|shown| shown.is.iter_mut());
        let lines = lists.chain(self.line.iter_mut().map(|shown| &mut shown.is));
        lines.for_each(|said| *said = Said::covered(said.as_typed(), said.lang.as_deref(), Writing::Line));
        if let Some(about) = self.about.as_mut().map(|shown| &mut shown.is) {
            *about = Said::covered(about.as_typed(), about.lang.as_deref(), Writing::Paragraphs);
        }
    }

    /// Takes from `other` what is still open here.
    pub(crate) fn fill(&mut self, other: Self) {
        macro_rules! fill {
            ($($field:ident),*) => { $(if self.$field.is_none() { self.$field = other.$field; })* };
        }
        fill!(name, line, about, portrait, relation, crafts, skills, languages, place, offers, wants, open_to, links);
        fill!(organisation_kind, hours, checked_on, seo);
        for (key, value) in other.private {
            self.private.entry(key).or_insert(value);
        }
    }
}

/// Whether a browser may be led to this address.
pub(crate) fn on_the_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The part as everybody who may see it reads it.
pub(crate) fn public(part: Part<Said>) -> Part<Said> {
    part.map(|shown| Shown::to(shown.to, shown.is.public()))
}

/// The same of a list.
pub(crate) fn all_public(part: Part<Vec<Said>>) -> Part<Vec<Said>> {
    part.map(|shown| Shown::to(shown.to, shown.is.into_iter().map(Said::public).collect()))
}

/// The part's content when its audience is `reach` or wider; nothing of anything without one.
pub(crate) fn visible<T>(part: Part<T>, reach: Option<Audience>) -> Option<T> {
    part.filter(|shown| reach.is_some_and(|reach| shown.to >= reach)).map(|shown| shown.is)
}
