//! Whose works are edited, gathered from the address: one's own, or those of an organisation one keeps.

use axum::{extract::FromRequestParts, http::request::Parts};
use basics::{Audience, Id};
use web::{Cx, Error, Portal, Result};

use super::{KeptWork, Work, WorkState, store};
use crate::{Kind, Person, Text, own::Editing, vocabulary::label};

/// An extractor: whoever may not edit these works does not get this far.
pub(crate) struct Owner {
    pub person: Person,
    /// Where the pages about works begin: `/me/works`.
    pub base: String,
    /// Where the page is edited on which they stand: `/me/page`.
    pub page: String,
}

impl Owner {
    /// The address of a page about one work.
    pub fn at(&self, cx: &Cx, id: &Id<Work>, word: &str) -> String {
        let slash = if word.is_empty() { "" } else { "/" };
        cx.href(format_args!("{}/{id}{slash}{word}", self.base))
    }

    /// One of their works.
    pub async fn work(&self, cx: &Cx, id: &str) -> Result<KeptWork> {
        store::find(&cx.portal.db, &self.person.id, id).await?.ok_or(Error::NotFound)
    }

    /// The widest audience a work of theirs may have: of somebody under 18, people they accepted.
    pub fn widest(&self, work: &Work) -> Audience {
        if self.person.protected_until.is_some() { Audience::Accepted } else { work.widest() }
    }

    pub fn is_organisation(&self) -> bool {
        self.person.kind == Kind::Organisation
    }

    /// What the list of their works is headed with: `My works`, or `Works: Bahati Bakery`.
    pub fn title(&self, cx: &Cx) -> String {
        let t = Text(cx.lang);
        if !self.is_organisation() {
            return t.my_works().to_owned();
        }
        let name = self.person.fields.name.as_ref().map_or(self.person.handle.as_str(), |name| &name.is);
        t.works_of_somebody(name)
    }

    /// Who may see something, as those read it whose it is.
    pub fn audience(&self, cx: &Cx, audience: Audience) -> &'static str {
        let t = Text(cx.lang);
        match audience {
            Audience::OnlyMe if self.is_organisation() => t.work_to_keepers(),
            Audience::Accepted if self.is_organisation() => t.work_to_belonging(),
            _ => label(cx.lang, "work_to", audience.code()).unwrap_or_default(),
        }
    }

    /// Who sees a work now.
    pub fn seen_by(&self, cx: &Cx, kept: &KeptWork) -> &'static str {
        match kept.work.state {
            WorkState::Draft if self.is_organisation() => self.audience(cx, Audience::OnlyMe),
            WorkState::Draft => Text(cx.lang).work_only_you(),
            WorkState::Published => self.audience(cx, kept.audience),
        }
    }
}

impl From<Editing> for Owner {
    fn from(editing: Editing) -> Self {
        Self { base: editing.works(), page: editing.base, person: editing.person }
    }
}

impl FromRequestParts<Portal> for Owner {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self> {
        Editing::from_request_parts(parts, portal).await.map(Self::from)
    }
}
