//! The pages by which organisations are kept, one file each.

pub(crate) mod claim;
pub(crate) mod desk;
pub(crate) mod facts;
pub(crate) mod invitation;
pub(crate) mod keep;
pub(crate) mod leave;
pub(crate) mod members;
pub(crate) mod mine;
pub(crate) mod new;
pub(crate) mod wrong;

use std::collections::HashMap;

use axum::{
    extract::{Path, rejection::PathRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use basics::Audience;
use plugs::Named;
use web::{Cx, Error, Page, Result};

use crate::{Kind, Person, Standing, Text, organisations::claiming::record, store};

type Asked = std::result::Result<Path<String>, PathRejection>;

/// An organisation that the viewer belongs to.
pub(crate) struct Kept {
    pub organisation: Person,
    pub standing: Standing,
}

impl Kept {
    /// # Errors
    /// [`Error::NotFound`] for who does not stand so high in it.
    async fn find(cx: &Cx, handle: Asked, least: Standing) -> Result<Self> {
        let organisation = organisation(cx, &handle?).await?;
        let standing = store::standing_in(&cx.portal.db, &cx.signed()?.person, organisation.id.as_str()).await?;
        let standing = standing.filter(|standing| *standing >= least).ok_or(Error::NotFound)?;
        Ok(Self { organisation, standing })
    }

    fn id(&self) -> &str {
        self.organisation.id.as_str()
    }

    fn name(&self) -> &str {
        name(&self.organisation)
    }

    /// An address of keeping it: `at("hours")`.
    fn at(&self, page: &str) -> String {
        let base = format!("/me/organisations/{}", self.organisation.handle);
        if page.is_empty() { base } else { format!("{base}/{page}") }
    }

    fn owns(&self) -> bool {
        self.standing == Standing::Owner
    }

    fn edits(&self) -> bool {
        self.standing.edits()
    }
}

/// An organisation by its handle, whoever may see it: its pages decide that.
async fn organisation(cx: &Cx, handle: &str) -> Result<Person> {
    let found = store::find(&cx.portal.db, handle).await?;
    found.filter(|found| found.kind == Kind::Organisation).ok_or(Error::NotFound)
}

/// What an organisation calls itself, for those who keep it.
fn name(organisation: &Person) -> &str {
    organisation.fields.name.as_ref().map_or(&organisation.handle, |name| &name.is)
}

/// A form that has to be looked at again.
fn again(page: Page) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// Each beside the name of its person as the viewer may see it, the handle where there is none to see; without those
/// whose person is gone.
async fn named<T>(cx: &Cx, all: Vec<T>, person: impl Fn(&T) -> &str) -> Result<Vec<(T, Named)>> {
    let ids: Vec<&str> = all.iter().map(&person).collect();
    let names = cx.portal.faces()?.names(&cx.portal.db, cx.viewer, &ids).await?;
    let names: HashMap<String, Named> = names.into_iter().map(|named| (named.id.clone(), named)).collect();
    let beside = |one: T| names.get(person(&one)).cloned().map(|named| (one, named));
    Ok(all.into_iter().filter_map(beside).collect())
}

/// To whom something may be shown, in the words of those who choose.
fn audiences(t: Text) -> [(&'static str, &'static str); 4] {
    [
        (Audience::Everyone.code(), t.org_to_everyone()),
        (Audience::Members.code(), t.org_to_members()),
        (Audience::Vouched.code(), t.org_to_vouched()),
        (Audience::OnlyMe.code(), t.org_to_nobody()),
    ]
}

/// What was chosen; nothing for what is not offered.
fn chosen_audience(typed: &str) -> Option<Audience> {
    Audience::ALL.into_iter().find(|audience| *audience != Audience::Accepted && audience.code() == typed)
}

/// What somebody may do in an organisation, in words.
fn standing_words(t: Text, standing: Standing) -> &'static str {
    match standing {
        Standing::Member => t.org_standing_member(),
        Standing::Editor => t.org_standing_editor(),
        Standing::Owner => t.org_standing_owner(),
    }
}

/// Writes down what the reader did to an organisation; last in its transaction.
async fn event(tx: &mut db::Tx, cx: &Cx, action: &'static str, organisation: &str) -> Result<()> {
    Ok(record(tx, &cx.signed()?.account, action, organisation, cx.now).await?)
}
