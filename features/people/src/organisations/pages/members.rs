//! `/me/organisations/{handle}/members`: who belongs to it, who was asked, and how each of them stands.

use askama::Template;
use axum::{
    Form,
    extract::{Path, rejection::FormRejection},
    response::Response,
};
use basics::{Audience, tidy_line};
use plugs::Named;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{Asked, Kept, again, audiences, chosen_audience, event, named, new::role_fault, standing_words};
use crate::{
    Standing, Text,
    finding::typed::by_typed_handle,
    organisations::{
        inviting::{self, Held, LASTS, Refusal},
        notices,
        store::{
            invitations::{self, Invitation},
            members::{self, Member},
        },
    },
    store,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    handle: String,
    standing: String,
    role: String,
}

#[derive(Template)]
#[template(path = "organisations/pages/members.html")]
struct Members<'a> {
    t: Text,
    cx: &'a Cx,
    kept: &'a Kept,
    faults: Faults,
    typed: &'a Typed,
    members: Vec<(Member, Named)>,
    /// Who has not said yes, and may have said no.
    asked: Vec<(Invitation, Named)>,
}

impl Members<'_> {
    fn standing(&self, standing: &Standing) -> &'static str {
        standing_words(self.t, *standing)
    }

    fn standings(&self) -> [(&'static str, &'static str); 3] {
        Standing::ALL.map(|standing| (standing.code(), standing_words(self.t, standing)))
    }
}

pub(crate) async fn list(cx: Cx, handle: Asked) -> Result<Page> {
    let kept = Kept::find(&cx, handle, Standing::Editor).await?;
    page(&cx, &kept, &Typed { standing: Standing::Member.code().into(), ..Typed::default() }, Faults::default()).await
}

async fn page(cx: &Cx, kept: &Kept, typed: &Typed, faults: Faults) -> Result<Page> {
    let (t, db) = (Text(cx.lang), &cx.portal.db);
    let members = named(cx, members::list(db, kept.id()).await?, |member| &member.person).await?;
    let asked = named(cx, invitations::sent_by(db, kept.id(), cx.now).await?, |asked| &asked.person).await?;
    cx.own_page(t.members(), &Members { t, cx, kept, faults, typed, members, asked })
}

pub(crate) async fn invite(
    cx: Cx,
    handle: Asked,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, kept) = (Text(cx.lang), Kept::find(&cx, handle, Standing::Owner).await?);
    let (mut faults, role) = (Faults::default(), tidy_line(&typed.role));
    let invited = by_typed_handle(&cx, &typed.handle).await?;
    let standing = Standing::from_code(&typed.standing);
    if invited.is_none() {
        faults.add("handle", t.org_invite_nobody());
    }
    if let Some(words) = role_fault(t, &role) {
        faults.add("role", words);
    }
    let (Some(invited), Some(standing), true) = (invited, standing, faults.is_empty()) else {
        return Ok(again(page(&cx, &kept, &typed, faults).await?));
    };
    let by = cx.signed()?.person.clone();
    let wished = Invitation {
        organisation: kept.id().to_owned(),
        person: invited.id.as_str().to_owned(),
        standing,
        role,
        invited_at: cx.now,
        ends_at: cx.now.plus(LASTS),
        declined: false,
    };
    let mut tx = cx.portal.db.begin().await?;
    if let Err(refusal) = inviting::invite(&mut tx, wished, Some(&by), cx.now).await? {
        drop(tx);
        faults.add("handle", refused(t, refusal));
        return Ok(again(page(&cx, &kept, &typed, faults).await?));
    }
    accounts::tell(&mut tx, accounts::Origin::of(&cx), invited.id.as_str(), &notices::invited(), cx.now).await?;
    event(&mut tx, &cx, "organisation-invited", kept.id()).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(kept.at("members"))))
}

fn refused(t: Text, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Already => t.org_invite_already(),
        Refusal::Asked => t.org_invite_asked(),
        Refusal::Limit => t.org_invite_limit(),
    }
}

#[derive(Template)]
#[template(path = "organisations/pages/member.html")]
struct One<'a> {
    t: Text,
    cx: &'a Cx,
    kept: &'a Kept,
    faults: Faults,
    member: &'a Member,
    named: Named,
}

impl One<'_> {
    fn audiences(&self) -> [(&'static str, &'static str); 4] {
        audiences(self.t)
    }

    /// How they can stand: a higher standing is offered by asking them.
    fn standings(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let now = self.member.standing;
        let offered =
            Standing::ALL.into_iter().filter(move |one| *one <= now && (now != Standing::Owner || *one == now));
        offered.map(move |one| (one.code(), standing_words(self.t, one), one == now))
    }

    fn is_owner(&self) -> bool {
        self.member.standing == Standing::Owner
    }

    fn chosen(&self, code: &str) -> bool {
        self.member.organisation_audience.code() == code
    }
}

type Both = std::result::Result<Path<(String, String)>, axum::extract::rejection::PathRejection>;

/// The organisation and somebody who belongs to it.
async fn both(cx: &Cx, path: Both) -> Result<(Kept, Member)> {
    let Path((organisation, member)) = path?;
    let kept = Kept::find(cx, Ok(Path(organisation)), Standing::Owner).await?;
    let person = store::find(&cx.portal.db, &member).await?.ok_or(Error::NotFound)?;
    let member = members::find(&cx.portal.db, person.id.as_str(), kept.id()).await?.ok_or(Error::NotFound)?;
    Ok((kept, member))
}

pub(crate) async fn ask(cx: Cx, path: Both) -> Result<Page> {
    let (kept, member) = both(&cx, path).await?;
    one(&cx, &kept, &member, Faults::default()).await
}

async fn one(cx: &Cx, kept: &Kept, member: &Member, faults: Faults) -> Result<Page> {
    let (member, named) = named(cx, vec![member], |member| &member.person).await?.pop().ok_or(Error::NotFound)?;
    let title = named.name.clone();
    cx.own_page(title, &One { t: Text(cx.lang), cx, kept, faults, member, named })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Change {
    deed: String,
    standing: String,
    role: String,
    to: String,
}

pub(crate) async fn change(
    cx: Cx,
    path: Both,
    typed: std::result::Result<Form<Change>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let (kept, member) = both(&cx, path).await?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let role = tidy_line(&typed.role);
    if let Some(words) = role_fault(t, &role).filter(|_| typed.deed != "remove") {
        faults.add("role", words);
        return Ok(again(one(&cx, &kept, &member, faults).await?));
    }
    let mut tx = cx.portal.db.begin().await?;
    let done = if typed.deed == "remove" {
        inviting::take_out(&mut tx, kept.id(), &member.person, cx.now).await?
    } else {
        let standing = Standing::from_code(&typed.standing).unwrap_or(member.standing);
        let organisation_audience = chosen_audience(&typed.to).unwrap_or(Audience::OnlyMe);
        let wished = Member { role, standing, organisation_audience, ..member.clone() };
        inviting::change(&mut tx, kept.id(), &wished, cx.now).await?
    };
    if let Err(held) = done {
        drop(tx);
        faults.add("deed", held_words(t, held));
        return Ok(again(one(&cx, &kept, &member, faults).await?));
    }
    event(&mut tx, &cx, "organisation-member-changed", kept.id()).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href(kept.at("members"))))
}

/// Why a membership stays as it is, in words.
pub(crate) fn held_words(t: Text, held: Held) -> &'static str {
    match held {
        Held::LastOwner => t.org_last_owner(),
        Held::OwnersDecide => t.org_owners_decide(),
        Held::NotThere => t.org_not_there(),
    }
}
