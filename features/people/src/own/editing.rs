//! The page that is being edited, gathered from the address: one's own, or that of an organisation one keeps.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use basics::{Audience, Lang};
use db::Tx;
use web::{Cx, Error, Portal, Result};

use super::Part;
use crate::{Kind, Person, Standing, Text, store};

/// Whose page, and where its pages of editing begin. An extractor: whoever may not edit it does not get this far.
pub(crate) struct Editing {
    pub person: Person,
    /// Without the prefix of a language: `/me/page`.
    pub base: String,
}

impl Editing {
    /// The page of the person an account acts as.
    async fn own(cx: &Cx) -> Result<Self> {
        let person = store::find_by_id(&cx.portal.db, &cx.signed()?.person).await?.ok_or(Error::NotFound)?;
        Ok(Self { person, base: "/me/page".to_owned() })
    }

    /// The page of an organisation, for those who edit it. Others do not learn that there is anything to edit.
    async fn organisation(cx: &Cx, handle: &str) -> Result<Self> {
        let db = &cx.portal.db;
        let found = store::find(db, handle).await?.filter(|found| found.kind == Kind::Organisation);
        let organisation = found.ok_or(Error::NotFound)?;
        let standing = store::standing_in(db, &cx.signed()?.person, organisation.id.as_str()).await?;
        if !standing.is_some_and(Standing::edits) {
            return Err(Error::NotFound);
        }
        Ok(Self { base: format!("{}/page", organisation.path()), person: organisation })
    }

    /// The same person, to be changed in this transaction.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they are gone meanwhile.
    pub async fn again(&self, tx: &mut Tx) -> Result<Person> {
        store::get_in(tx, self.person.id.as_str()).await?.ok_or(Error::NotFound)
    }

    /// The parts this page can have, in the order they are asked for.
    pub fn parts(&self) -> &'static [Part] {
        Part::of(self.person.kind)
    }

    /// # Errors
    /// [`Error::NotFound`] for a part that pages of this kind do not have.
    pub fn with(&self, part: Part) -> Result<()> {
        self.parts().contains(&part).then_some(()).ok_or(Error::NotFound)
    }

    /// The address of a page of editing: `at("line")`.
    pub fn at(&self, page: &str) -> String {
        format!("{}/{page}", self.base)
    }

    /// Where the works of this page are edited.
    pub fn works(&self) -> String {
        if self.is_organisation() { self.at("works") } else { "/me/works".to_owned() }
    }

    /// Where one goes on after a part: to the next, or from the last one back to the list.
    pub fn after(&self, part: Part) -> String {
        let mut rest = self.parts().iter().skip_while(|known| **known != part);
        rest.nth(1).map_or_else(|| self.base.clone(), |next| self.at(&next.code()))
    }

    /// Minors are shown to people they accepted and to nobody else.
    pub fn is_minor(&self) -> bool {
        self.person.protected_until.is_some()
    }

    /// Who meets them in lists.
    pub fn listed(&self) -> Audience {
        let listed = self.person.listed;
        if self.is_minor() { listed.min(Audience::Accepted) } else { listed }
    }

    pub fn is_organisation(&self) -> bool {
        self.person.kind == Kind::Organisation
    }

    /// What these pages are headed with: `Your page`, or `The page of Bahati Bakery`.
    pub fn title(&self, lang: Lang) -> String {
        let name = self.person.fields.name.as_ref().map_or(self.person.handle.as_str(), |name| &name.is);
        if self.is_organisation() { Text(lang).own_title_of(name) } else { Text(lang).own_title().to_owned() }
    }
}

impl FromRequestParts<Portal> for Editing {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self> {
        let Ok(cx) = Cx::from_request_parts(parts, portal).await;
        let params = RawPathParams::from_request_parts(parts, portal).await.map_err(|_| Error::NotFound)?;
        match params.iter().find(|(name, _)| *name == "handle") {
            Some((_, handle)) => Self::organisation(&cx, handle).await,
            None => Self::own(&cx).await,
        }
    }
}
