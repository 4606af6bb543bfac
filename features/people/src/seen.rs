//! A person as one viewer may see them: what every page, card, feed, contact card and search document is made from.

use basics::{At, Audience, Id, Lang};
use serde_json::{Map, Value};

use crate::{
    Hours, Kind, Link, Person, Picture, Place, Said, Spoken, State, Text,
    vocabulary::{craft_label, free_label, language_label},
};

#[derive(Clone, Debug)]
pub struct Seen {
    pub id: Id<Person>,
    pub kind: Kind,
    pub handle: String,
    pub path: String,
    pub state: State,
    pub withdrawn: bool,
    /// Not confirmed for so long that they stand in no list.
    pub resting: bool,
    /// Who may know that this person is here at all.
    pub listed: Audience,
    /// A minor whom only people they accepted see.
    pub protected: bool,
    /// Whether anybody meets them in lists and search: what is shared and carried away is only of these.
    pub in_lists: bool,
    /// They have not said yet that anything may be shown, and it is not the viewer's own page.
    pub handle_only: bool,
    /// It is the viewer's own page, or they keep it.
    pub own: bool,
    pub released_at: At,
    pub confirmed_at: At,
    pub updated_at: At,
    pub name: String,
    pub line: Option<Said>,
    pub about: Option<Said>,
    pub portrait: Option<Picture>,
    pub relation: Option<String>,
    pub crafts: Vec<String>,
    pub skills: Vec<String>,
    pub languages: Vec<Spoken>,
    pub place: Option<Place>,
    pub offers: Vec<Said>,
    pub wants: Vec<Said>,
    pub open_to: Vec<String>,
    pub links: Vec<Link>,
    pub organisation_kind: Option<String>,
    pub hours: Vec<Hours>,
    pub checked_on: Option<String>,
    pub seo: Map<String, Value>,
    pub private: Map<String, Value>,
}

impl Seen {
    /// The first letter of the name, for when there is no picture.
    pub fn letter(&self) -> char {
        self.name.chars().find(|c| c.is_alphanumeric()).map_or('·', |c| c.to_uppercase().next().unwrap_or(c))
    }

    /// What they are, in one word: the first craft, or the kind of organisation.
    pub fn craft(&self, lang: Lang) -> Option<String> {
        let kind = || {
            self.organisation_kind
                .as_deref()
                .map(|kind| Text(lang).by_key(&format!("kind_{kind}")).map_or_else(|| free_label(kind), str::to_owned))
        };
        match self.kind {
            Kind::Organisation => kind().or_else(|| self.crafts.first().map(|craft| craft_label(lang, craft))),
            Kind::Person => self.crafts.first().map(|craft| craft_label(lang, craft)),
        }
    }

    /// `Dzaleka`, or `Brisbane, Australia`.
    pub fn place_words(&self, lang: Lang) -> Option<String> {
        let place = self.place.as_ref()?;
        let country = place.country.as_deref().and_then(|code| words::country_name(lang, code));
        match (&place.town, country) {
            (Some(town), _) if town == "Dzaleka" => Some(town.clone()),
            (Some(town), Some(country)) => Some(format!("{town}, {country}")),
            (Some(town), None) => Some(town.clone()),
            (None, country) => country,
        }
    }

    /// Names of the languages they speak, in the reader's language.
    pub fn language_names(&self, lang: Lang) -> Vec<String> {
        self.languages.iter().map(|spoken| language_label(lang, &spoken.code)).collect()
    }

    /// One sentence for previews and search engines.
    pub fn summary(&self, lang: Lang) -> String {
        let line = self.line.as_ref().map(|line| line.text.clone());
        let parts: Vec<String> = [self.craft(lang), self.place_words(lang)].into_iter().flatten().collect();
        let facts = parts.join(" · ");
        match line {
            Some(line) if facts.is_empty() => line,
            Some(line) => format!("{facts}. {line}"),
            None if facts.is_empty() => self.name.clone(),
            None => facts,
        }
    }
}
