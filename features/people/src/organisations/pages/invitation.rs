//! `/organisations/{handle}/invitation`: somebody was asked to belong to an organisation, and says yes or no.

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{Asked, again, audiences, chosen_audience, event, name, organisation, standing_words};
use crate::{
    Person, Text,
    organisations::{
        inviting,
        store::invitations::{self, Invitation},
    },
};

#[derive(Template)]
#[template(path = "organisations/pages/invitation.html")]
struct Ask<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    organisation: &'a Person,
    invitation: &'a Invitation,
}

impl Ask<'_> {
    fn name(&self) -> &str {
        name(self.organisation)
    }

    fn standing(&self) -> &'static str {
        standing_words(self.t, self.invitation.standing)
    }

    fn audiences(&self) -> [(&'static str, &'static str); 4] {
        audiences(self.t)
    }
}

pub(crate) async fn ask(cx: Cx, handle: Asked) -> Result<Page> {
    let organisation = organisation(&cx, &handle?).await?;
    page(&cx, &organisation, Faults::default()).await
}

async fn page(cx: &Cx, organisation: &Person, faults: Faults) -> Result<Page> {
    let (t, open) = (Text(cx.lang), invitations::open_for(&cx.portal.db, &cx.signed()?.person, cx.now).await?);
    let invitation = open.into_iter().find(|open| open.organisation == organisation.id.as_str());
    let invitation = &invitation.ok_or(Error::NotFound)?;
    cx.own_page(t.org_asked_title(), &Ask { t, cx, faults, organisation, invitation })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    answer: String,
    to: String,
}

pub(crate) async fn answer(
    cx: Cx,
    handle: Asked,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let organisation = organisation(&cx, &handle?).await?;
    let (id, person) = (organisation.id.as_str(), cx.signed()?.person.clone());
    let mut tx = cx.portal.db.begin().await?;
    if typed.answer == "no" {
        invitations::decline(&mut tx, id, &person, cx.now).await?;
        tx.commit().await?;
        return Ok(form::see_other(&cx.href("/me/organisations")));
    }
    let Some(audience) = chosen_audience(&typed.to) else {
        drop(tx);
        let mut faults = Faults::default();
        faults.add("to", Text(cx.lang).org_choose_audience());
        return Ok(again(page(&cx, &organisation, faults).await?));
    };
    inviting::accept(&mut tx, id, &person, audience, cx.now).await?.ok_or(Error::NotFound)?;
    event(&mut tx, &cx, "organisation-joined", id).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(format_args!("/me/organisations/{}", organisation.handle))))
}
