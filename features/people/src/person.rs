//! A person or organisation as kept. Their fields leave this file only through [`Person::seen_by`].

use basics::{At, Audience, Id, Viewer};

use crate::{
    Fields, Kind, Seen, State,
    fields::{all_public, public, visible},
    terms::{self, Term},
    vocabulary,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: Id<Person>,
    pub kind: Kind,
    pub handle: String,
    pub state: State,
    /// Out of everybody's sight, whatever the state, until they are let back as they were.
    pub withdrawn: bool,
    /// Asked whether the page is still right and has not answered for long: in no list, with a page that says so.
    pub resting: bool,
    /// Who may know that this person is here at all.
    pub listed: Audience,
    /// A minor, shown to people they accepted only: no list, index or page for others until this moment, and after it
    /// until [`crate::lift_protection`] has run.
    pub protected_until: Option<At>,
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
            withdrawn: false,
            resting: false,
            listed: Audience::Everyone,
            protected_until: None,
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

    /// The person takes back what they let others see, and stands as if they had said nothing yet; not even the handle
    /// is shown.
    pub(crate) fn take_back(&mut self, now: At) {
        (self.state, self.resting) = (State::Fresh, false);
        self.listed = Audience::OnlyMe;
        self.updated_at = now;
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
            State::Fresh => "Brought up to date; seen by nobody until they say what may be shown.",
            State::Hidden => "Brought up to date; stays hidden.",
        }
    }

    /// The state as the database keeps it.
    pub(crate) fn kept_state(&self) -> String {
        self.state.kept(self.withdrawn, self.resting)
    }

    /// The address without language prefix.
    pub fn path(&self) -> String {
        format!("/{}/{}", self.kind.folder(), self.handle)
    }

    /// Who meets this person in lists, search and counts: nobody before release, while withdrawn, resting
    /// or protected.
    pub(crate) fn reach(&self) -> Option<Audience> {
        let shown = self.state == State::Released && !self.withdrawn && !self.resting && self.protected_until.is_none();
        shown.then_some(self.listed)
    }

    /// What lists are narrowed by, each with its audience; nothing for who stands in none.
    pub(crate) fn terms(&self) -> Vec<Term> {
        self.reach().map_or_else(Vec::new, |listed| terms::of(self.kind, &self.fields, listed))
    }

    /// This person on their page, as `viewer` may see them; `None` when the viewer may not know of them.
    pub fn seen_by(self, viewer: Viewer) -> Option<Seen> {
        let own = viewer == Viewer::Operator || viewer.is(self.id.as_str());
        let reach = viewer.reach_to(self.id.as_str());
        if !own && !viewer.guards() && !self.is_open_to(reach) {
            return None;
        }
        let handle_only = self.state == State::Fresh && !own;
        Some(self.shown((!handle_only).then_some(reach), own))
    }

    /// An organisation as those see it who keep its page.
    pub(crate) fn seen_by_keepers(self) -> Seen {
        self.shown(Some(Audience::OnlyMe), true)
    }

    /// This person in a list, as `viewer` may see them; `None` where they stand in no list of theirs. Nobody sees more
    /// here than others of their standing do, of themselves either.
    pub(crate) fn listed_for(self, viewer: Viewer) -> Option<Seen> {
        let listed = self.reach().filter(|listed| viewer.sees(*listed));
        listed.map(|_| self.shown(Some(viewer.reach()), viewer == Viewer::Operator))
    }

    /// Whether the page is there for somebody who reaches so far.
    fn is_open_to(&self, reach: Audience) -> bool {
        let open = matches!(self.state, State::Released | State::Fresh) && !self.withdrawn;
        open && self.listed >= reach && (self.protected_until.is_none() || reach <= Audience::Accepted)
    }

    /// The parts shown to `reach` and wider; the handle alone without one.
    fn shown(self, reach: Option<Audience>, own: bool) -> Seen {
        let (path, in_lists) = (self.path(), self.reach().is_some());
        let mut fields = self.fields;
        if !own {
            vocabulary::leave_out_hidden(&mut fields);
        }
        Seen {
            name: visible(fields.name, reach).filter(|name| !name.is_empty()).unwrap_or_else(|| self.handle.clone()),
            id: self.id,
            kind: self.kind,
            handle: self.handle,
            path,
            state: self.state,
            withdrawn: self.withdrawn,
            resting: self.resting,
            listed: self.listed,
            protected: self.protected_until.is_some(),
            in_lists,
            handle_only: reach.is_none(),
            own,
            released_at: self.released_at,
            confirmed_at: self.confirmed_at,
            updated_at: self.updated_at,
            line: visible(public(fields.line), reach),
            about: visible(public(fields.about), reach),
            portrait: visible(fields.portrait, reach),
            relation: visible(fields.relation, reach),
            crafts: visible(fields.crafts, reach).unwrap_or_default(),
            skills: visible(fields.skills, reach).unwrap_or_default(),
            languages: visible(fields.languages, reach).unwrap_or_default(),
            place: visible(fields.place, reach),
            offers: visible(all_public(fields.offers), reach).unwrap_or_default(),
            wants: visible(all_public(fields.wants), reach).unwrap_or_default(),
            open_to: visible(fields.open_to, reach).unwrap_or_default(),
            links: visible(fields.links, reach).unwrap_or_default(),
            organisation_kind: visible(fields.organisation_kind, reach),
            hours: visible(fields.hours, reach).unwrap_or_default(),
            checked_on: visible(fields.checked_on, reach),
            seo: visible(fields.seo, reach).unwrap_or_default(),
            private: if own { fields.private } else { Default::default() },
        }
    }
}
