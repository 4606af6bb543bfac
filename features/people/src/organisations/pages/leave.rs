//! `/me/organisations/{handle}/membership`: one's own part in an organisation: who sees it, leaving, and closing it for
//! good, which only its last owner can.

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use basics::{Audience, tidy_line};
use plugs::{Belongings, Whose};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{Asked, Kept, again, audiences, chosen_audience, event, members::held_words, new::role_fault};
use crate::{
    Standing, Text,
    organisations::{
        inviting,
        store::members::{self, Member},
    },
    plugs::belongings::Profile,
};

#[derive(Template)]
#[template(path = "organisations/pages/membership.html")]
struct Membership<'a> {
    t: Text,
    cx: &'a Cx,
    kept: &'a Kept,
    faults: Faults,
    member: &'a Member,
    /// They own it, and nobody else does.
    is_last: bool,
}

impl Membership<'_> {
    fn audiences(&self) -> [(&'static str, &'static str); 4] {
        audiences(self.t)
    }

    fn chosen(&self, code: &str) -> bool {
        self.member.audience.code() == code
    }
}

pub(crate) async fn ask(cx: Cx, handle: Asked) -> Result<Page> {
    let kept = Kept::find(&cx, handle, Standing::Member).await?;
    page(&cx, &kept, Faults::default()).await
}

async fn page(cx: &Cx, kept: &Kept, faults: Faults) -> Result<Page> {
    let (t, db, person) = (Text(cx.lang), &cx.portal.db, &cx.signed()?.person);
    let member = members::find(db, person, kept.id()).await?.ok_or(Error::NotFound)?;
    let owners = members::list(db, kept.id()).await?.into_iter().filter(|one| one.standing == Standing::Owner).count();
    let is_last = kept.owns() && owners == 1;
    cx.own_page(t.org_my_part(), &Membership { t, cx, kept, faults, member: &member, is_last })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    role: String,
    to: String,
    handle: String,
}

type Sent = std::result::Result<Form<Typed>, FormRejection>;

pub(crate) async fn change(cx: Cx, handle: Asked, typed: Sent) -> Result<Response> {
    let Form(typed) = typed?;
    let kept = Kept::find(&cx, handle, Standing::Member).await?;
    let role = tidy_line(&typed.role);
    if let Some(words) = role_fault(Text(cx.lang), &role) {
        let mut faults = Faults::default();
        faults.add("role", words);
        return Ok(again(page(&cx, &kept, faults).await?));
    }
    let person = &cx.signed()?.person;
    let mut tx = cx.portal.db.begin().await?;
    changes::take_turn(&mut tx).await?;
    let member = members::find_in(&mut tx, person, kept.id()).await?.ok_or(Error::NotFound)?;
    let audience = chosen_audience(&typed.to).unwrap_or(Audience::OnlyMe);
    members::put(&mut tx, kept.id(), &Member { role, audience, ..member }, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("{}?done=saved", kept.at("")))))
}

pub(crate) async fn leave(cx: Cx, handle: Asked) -> Result<Response> {
    let kept = Kept::find(&cx, handle, Standing::Member).await?;
    let person = cx.signed()?.person.clone();
    let mut tx = cx.portal.db.begin().await?;
    if let Err(held) = inviting::leave(&mut tx, kept.id(), &person, cx.now).await? {
        drop(tx);
        let mut faults = Faults::default();
        faults.add("leave", held_words(Text(cx.lang), held));
        return Ok(again(page(&cx, &kept, faults).await?));
    }
    event(&mut tx, &cx, "organisation-left", kept.id()).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/organisations")))
}

/// Erases the organisation with everything that hangs on it. Its handle is typed once more, so that no slip does it.
pub(crate) async fn close(cx: Cx, handle: Asked, typed: Sent) -> Result<Response> {
    let Form(typed) = typed?;
    let kept = Kept::find(&cx, handle, Standing::Owner).await?;
    let person = cx.signed()?.person.clone();
    let mut tx = cx.portal.db.begin().await?;
    changes::take_turn(&mut tx).await?;
    let is_last = members::owners_in(&mut tx, kept.id()).await? == [person];
    if !is_last || typed.handle.trim() != kept.organisation.handle {
        drop(tx);
        let mut faults = Faults::default();
        let t = Text(cx.lang);
        faults.add("handle", if is_last { t.org_close_handle_wrong() } else { t.org_owners_decide() });
        return Ok(again(page(&cx, &kept, faults).await?));
    }
    let unnamed = Profile.erase(&mut tx, Whose { account: "", person: kept.id() }, cx.now).await?;
    event(&mut tx, &cx, "organisation-closed", kept.id()).await?;
    tx.commit().await?;
    cx.portal.files.delete_all(unnamed).await?;
    Ok(form::see_other(&cx.href("/me/organisations")))
}
