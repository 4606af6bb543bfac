//! What each part asks, and what it makes of the answers. A part is one file with three functions: `kept` fills the form
//! in with what stands there, `ask` lists its questions, `write` puts the answers into the fields or says what is wrong.

mod choices;
mod languages;
mod links;
mod name;
mod place;
mod plain;
pub(super) mod portrait;
mod summary;
mod texts;
mod wordlists;

use basics::{Audience, Lang};
use web::form::Faults;

use super::{Part, Question, Typed};
use crate::{Fields, Shown, Text, vocabulary::Family};

/// What goes with every answer.
pub(crate) struct Writing<'a> {
    pub lang: Lang,
    pub typed: &'a Typed,
    pub to: Audience,
    /// A picture that came with the form.
    pub picture: Option<media::Picture>,
}

impl Writing<'_> {
    fn t(&self) -> Text {
        Text(self.lang)
    }

    /// The content with its audience; an empty part has none.
    fn shown<T>(&self, is: Option<T>) -> crate::Part<T> {
        is.map(|is| Shown::to(self.to, is))
    }

    fn listed<T>(&self, is: Vec<T>) -> crate::Part<Vec<T>> {
        self.shown((!is.is_empty()).then_some(is))
    }
}

impl Part {
    /// What stands there, as the form has it.
    pub fn kept(self, fields: &Fields, lang: Lang) -> Typed {
        match self {
            Self::Name => name::kept(fields),
            Self::Line => texts::kept_line(fields, lang),
            Self::About => texts::kept_about(fields, lang),
            Self::Offers => texts::kept_list(fields.offers.as_ref(), lang),
            Self::Wants => texts::kept_list(fields.wants.as_ref(), lang),
            Self::Portrait => portrait::kept(fields),
            Self::Relation => choices::kept_relation(fields),
            Self::OpenTo => choices::kept_open_to(fields),
            Self::Place => place::kept(fields),
            Self::Languages => languages::kept(fields),
            Self::Crafts => wordlists::kept(Family::Craft, &fields.crafts),
            Self::Skills => wordlists::kept(Family::Skill, &fields.skills),
            Self::Links => links::kept(fields),
        }
    }

    pub fn questions(self, lang: Lang, typed: &Typed) -> Vec<Question> {
        match self {
            Self::Name => name::ask(lang, typed),
            Self::Line => texts::ask_line(lang, typed),
            Self::About => texts::ask_about(lang, typed),
            Self::Offers | Self::Wants => texts::ask_list(lang, typed),
            Self::Portrait => portrait::ask(lang, typed),
            Self::Relation => choices::ask_relation(lang, typed),
            Self::OpenTo => choices::ask_open_to(lang, typed),
            Self::Place => place::ask(lang, typed),
            Self::Languages => languages::ask(lang, typed),
            Self::Crafts => wordlists::ask(Family::Craft, lang, typed),
            Self::Skills => wordlists::ask(Family::Skill, lang, typed),
            Self::Links => links::ask(lang, typed),
        }
    }

    /// Puts the answers into `fields`. With faults, what stands in `fields` afterwards is not to be kept.
    pub fn write(self, writing: &Writing<'_>, fields: &mut Fields, faults: &mut Faults) {
        match self {
            Self::Name => fields.name = name::read(writing, faults),
            Self::Line => fields.line = texts::read_line(writing, faults),
            Self::About => fields.about = texts::read_about(writing, faults),
            Self::Offers => fields.offers = texts::read_list(writing, faults),
            Self::Wants => fields.wants = texts::read_list(writing, faults),
            Self::Portrait => portrait::write(writing, fields, faults),
            Self::Relation => fields.relation = choices::read_relation(writing),
            Self::OpenTo => fields.open_to = choices::read_open_to(writing),
            Self::Place => fields.place = place::read(writing, faults),
            Self::Languages => fields.languages = languages::read(writing, faults),
            Self::Crafts => fields.crafts = wordlists::read(Family::Craft, writing, faults),
            Self::Skills => fields.skills = wordlists::read(Family::Skill, writing, faults),
            Self::Links => fields.links = links::read(writing, fields.links.take(), faults),
        }
    }
}
