//! A person or organisation as kept. Their fields leave this file only through [`Person::seen_by`].

use basics::{At, Audience, Id, Viewer};

use crate::{
    Fields, Kind, Seen,
    fields::visible,
    terms::{self, Term},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Came in with an import and waits for somebody to say what may be public.
    Unreleased,
    Released,
    /// Taken out of sight; nothing is lost.
    Hidden,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreleased => "unreleased",
            Self::Released => "released",
            Self::Hidden => "hidden",
        }
    }

    pub fn from_code(code: &str) -> Self {
        match code {
            "released" => Self::Released,
            "hidden" => Self::Hidden,
            _ => Self::Unreleased,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: Id<Person>,
    pub kind: Kind,
    pub handle: String,
    pub state: State,
    /// Who may know that this person is here at all.
    pub listed: Audience,
    pub released_at: At,
    pub confirmed_at: At,
    pub edited_at: Option<At>,
    pub created_at: At,
    pub updated_at: At,
    pub(crate) fields: Fields,
}

impl Person {
    /// A new, unreleased person.
    pub fn new(kind: Kind, handle: impl Into<String>, fields: Fields, now: At) -> Self {
        Self {
            id: Id::new(),
            kind,
            handle: handle.into(),
            state: State::Unreleased,
            listed: Audience::Everyone,
            released_at: At(0),
            confirmed_at: now,
            edited_at: None,
            created_at: now,
            updated_at: now,
            fields,
        }
    }

    /// Lets everybody see what the fields' audiences allow.
    pub fn release(&mut self, now: At) {
        self.state = State::Released;
        self.updated_at = now;
        if self.released_at == At(0) {
            self.released_at = now;
        }
    }

    /// Takes the person out of everybody's sight.
    pub fn hide(&mut self, now: At) {
        self.state = State::Hidden;
        self.updated_at = now;
    }

    /// Replaces what is known about an imported person, and says what that means. Who was released for what stood
    /// there before waits again: nobody has agreed to the new facts yet.
    pub(crate) fn bring_up_to_date(&mut self, fields: Fields, now: At) -> &'static str {
        let same = self.fields == fields;
        self.fields = fields;
        self.updated_at = now;
        match self.state {
            State::Released if same => "Brought up to date.",
            State::Released => {
                self.state = State::Unreleased;
                "Brought up to date; seen by nobody until you release the new facts."
            }
            State::Unreleased => "Brought up to date; waits until you release it.",
            State::Hidden => "Brought up to date; stays hidden.",
        }
    }

    /// The address without language prefix.
    pub fn path(&self) -> String {
        format!("/{}/{}", self.kind.folder(), self.handle)
    }

    /// Who may see anything of this person: nobody before release.
    pub(crate) fn reach(&self) -> Option<Audience> {
        (self.state == State::Released).then_some(self.listed)
    }

    /// What lists are narrowed by, each with its audience; nothing while not released.
    pub(crate) fn terms(&self) -> Vec<Term> {
        self.reach().map_or_else(Vec::new, |listed| terms::of(self.kind, &self.fields, listed))
    }

    /// This person as `viewer` may see them; `None` when the viewer may not know of them.
    pub fn seen_by(self, viewer: Viewer) -> Option<Seen> {
        let operator = viewer == Viewer::Operator;
        if !operator && !self.reach().is_some_and(|listed| viewer.sees(listed)) {
            return None;
        }
        let path = self.path();
        let fields = self.fields;
        Some(Seen {
            name: visible(fields.name, viewer).unwrap_or_else(|| self.handle.clone()),
            id: self.id,
            kind: self.kind,
            handle: self.handle,
            path,
            state: self.state,
            released_at: self.released_at,
            confirmed_at: self.confirmed_at,
            updated_at: self.updated_at,
            line: visible(fields.line, viewer),
            about: visible(fields.about, viewer),
            portrait: visible(fields.portrait, viewer),
            relation: visible(fields.relation, viewer),
            crafts: visible(fields.crafts, viewer).unwrap_or_default(),
            skills: visible(fields.skills, viewer).unwrap_or_default(),
            languages: visible(fields.languages, viewer).unwrap_or_default(),
            place: visible(fields.place, viewer),
            offers: visible(fields.offers, viewer).unwrap_or_default(),
            wants: visible(fields.wants, viewer).unwrap_or_default(),
            open_to: visible(fields.open_to, viewer).unwrap_or_default(),
            links: visible(fields.links, viewer).unwrap_or_default(),
            organisation_kind: visible(fields.organisation_kind, viewer),
            hours: visible(fields.hours, viewer).unwrap_or_default(),
            checked_on: visible(fields.checked_on, viewer),
            seo: visible(fields.seo, viewer).unwrap_or_default(),
            private: if operator { fields.private } else { Default::default() },
        })
    }
}
