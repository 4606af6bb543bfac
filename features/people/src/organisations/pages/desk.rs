//! `/desk/organisations` and `/desk/corrections`: the team stops claims, gives organisations to people who run them, and
//! sees what anybody says is wrong.

use std::collections::HashMap;

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use plugs::Named;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{again, event, keep::Settled, keep::part_words, name, named, organisation};
use crate::{
    Kind, Person, Standing, Text,
    organisations::{
        claiming,
        inviting::{self, LASTS},
        notices,
        store::{
            claims::{self, Claim},
            corrections::{self, Correction},
            invitations::Invitation,
            members,
        },
    },
    store,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    organisation: String,
    person: String,
    deed: String,
    id: String,
}

type Sent = std::result::Result<Form<Typed>, FormRejection>;

#[derive(Template)]
#[template(path = "organisations/pages/desk.html")]
struct Desk<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
    claims: Vec<(Claim, Person, Named, i64)>,
}

impl Desk<'_> {
    fn name<'p>(&self, organisation: &'p Person) -> &'p str {
        name(organisation)
    }

    fn state(&self, claim: &Claim, voices: &i64) -> String {
        let ready = claim.ready_at.map(|ready| self.t.claim_ready(words::moment(self.cx.lang, ready)));
        ready.unwrap_or_else(|| self.t.desk_voices(*voices as u64))
    }
}

pub(crate) async fn organisations(cx: Cx) -> Result<Page> {
    page(&cx, &Typed::default(), Faults::default()).await
}

async fn page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let (t, db) = (Text(cx.lang), &cx.portal.db);
    let claims = named(cx, claims::open_everywhere(db, cx.now).await?, |(claim, _)| &claim.person).await?;
    let organisations = by_id(db, claims.iter().map(|((claim, _), _)| claim.organisation.as_str())).await?;
    let whole = |((claim, voices), named): ((Claim, i64), Named)| {
        let organisation = organisations.get(&claim.organisation)?.clone();
        Some((claim, organisation, named, voices))
    };
    let claims = claims.into_iter().filter_map(whole).collect();
    cx.own_page(t.desk_organisations_title(), &Desk { t, cx, faults, typed, claims })
}

pub(crate) async fn stop(cx: Cx, typed: Sent) -> Result<Response> {
    let Form(typed) = typed?;
    let by = cx.signed()?.account.clone();
    let mut tx = cx.portal.db.begin().await?;
    claiming::stop(&mut tx, &typed.id, &by, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/desk/organisations")))
}

/// Asks somebody to own an organisation, or ends that they do.
pub(crate) async fn give(cx: Cx, typed: Sent) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let organisation = match organisation(&cx, typed.organisation.trim()).await {
        Err(Error::NotFound) => None,
        found => Some(found?),
    };
    let person = store::find(&cx.portal.db, typed.person.trim()).await?.filter(|found| found.kind == Kind::Person);
    if organisation.is_none() {
        faults.add("organisation", t.desk_no_organisation());
    }
    if person.is_none() {
        faults.add("person", t.org_invite_nobody());
    }
    let (Some(organisation), Some(person)) = (organisation, person) else {
        return Ok(again(page(&cx, &typed, faults).await?));
    };
    let (id, person) = (organisation.id.as_str(), person.id.as_str());
    let mut tx = cx.portal.db.begin().await?;
    if typed.deed == "take" {
        changes::take_turn(&mut tx).await?;
        let member = members::find_in(&mut tx, person, id).await?.filter(|member| member.standing == Standing::Owner);
        if let Some(member) = member {
            members::put(&mut tx, id, &members::Member { standing: Standing::Member, ..member }, cx.now).await?;
        }
        event(&mut tx, &cx, "organisation-taken", id).await?;
    } else {
        let wished = Invitation {
            organisation: id.to_owned(),
            person: person.to_owned(),
            standing: Standing::Owner,
            role: String::new(),
            invited_at: cx.now,
            ends_at: cx.now.plus(LASTS),
            declined: false,
        };
        if inviting::invite(&mut tx, wished, None, cx.now).await?.is_err() {
            drop(tx);
            faults.add("person", t.org_invite_already());
            return Ok(again(page(&cx, &typed, faults).await?));
        }
        accounts::tell(&mut tx, accounts::Origin::of(&cx), person, &notices::invited(), cx.now).await?;
        event(&mut tx, &cx, "organisation-offered", id).await?;
    }
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/desk/organisations")))
}

/// Organisations of one page of a list, by id.
async fn by_id(db: &db::Db, ids: impl Iterator<Item = &str>) -> Result<HashMap<String, Person>> {
    let ids: Vec<&str> = ids.collect();
    let found = store::list_by_ids(db, &ids).await?;
    Ok(found.into_iter().map(|organisation| (organisation.id.as_str().to_owned(), organisation)).collect())
}

#[derive(Template)]
#[template(path = "organisations/pages/desk_corrections.html")]
struct Wrong<'a> {
    t: Text,
    cx: &'a Cx,
    said: Vec<(Correction, Person, bool)>,
}

impl Wrong<'_> {
    fn name<'p>(&self, organisation: &'p Person) -> &'p str {
        name(organisation)
    }

    fn part(&self, said: &Correction) -> &'static str {
        part_words(self.t, &said.part)
    }

    fn on(&self, said: &Correction) -> String {
        words::date(self.cx.lang, said.said_at)
    }
}

pub(crate) async fn corrections(cx: Cx) -> Result<Page> {
    let (t, db) = (Text(cx.lang), &cx.portal.db);
    let said = corrections::open_everywhere(db).await?;
    let organisations = by_id(db, said.iter().map(|(one, _)| one.organisation.as_str())).await?;
    let whole = |(one, owned): (Correction, bool)| {
        let organisation = organisations.get(&one.organisation)?.clone();
        Some((one, organisation, owned))
    };
    let said = said.into_iter().filter_map(whole).collect();
    cx.own_page(t.desk_corrections_title(), &Wrong { t, cx: &cx, said })
}

pub(crate) async fn settle(cx: Cx, typed: std::result::Result<Form<Settled>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let mut tx = cx.portal.db.begin().await?;
    corrections::settle(&mut tx, &typed.id, "", typed.outcome(), cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/desk/corrections")))
}
