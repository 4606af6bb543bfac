//! `/me/vouches`: who vouched for me, whom I vouched for, and vouching for somebody.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use basics::{Capability, Level};
use plugs::Named;
use serde::Deserialize;
use web::{Cx, Page, Result, form, form::Faults};

use super::fresh::framed;
use crate::{
    Text, event,
    handle::key_of,
    standing,
    store::{accounts, vouches, vouches::Written},
    vouching::{KnownFrom, VouchRefusal},
};

#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    handle: String,
    #[serde(default)]
    known_from: String,
}

#[derive(Template)]
#[template(path = "pages/vouches.html")]
struct Vouches<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    handle: &'a str,
    level: Level,
    received: Vec<(Written, Named)>,
    given: Vec<(Written, Named)>,
    may_vouch: bool,
}

impl Vouches<'_> {
    fn kinds(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        KnownFrom::ALL.into_iter().map(|kind| (kind.code(), known_words(self.t, kind)))
    }

    fn known(&self, vouch: &Written) -> &'static str {
        known_words(self.t, vouch.known_from)
    }

    fn on(&self, vouch: &Written) -> String {
        words::date(self.cx.lang, vouch.given_at)
    }

    fn standing(&self) -> &'static str {
        level_words(self.t, self.level)
    }
}

/// How somebody stands, in words that fit oneself and others.
pub(crate) fn level_words(t: Text, level: Level) -> &'static str {
    match level {
        Level::Member => t.level_member(),
        Level::Vouched => t.level_vouched(),
        Level::Trusted => t.level_trusted(),
    }
}

fn known_words(t: Text, kind: KnownFrom) -> &'static str {
    match kind {
        KnownFrom::Family => t.known_family(),
        KnownFrom::Neighbour => t.known_neighbour(),
        KnownFrom::Work => t.known_work(),
        KnownFrom::School => t.known_school(),
        KnownFrom::Community => t.known_community(),
        KnownFrom::Other => t.known_other(),
    }
}

pub(crate) async fn show_vouches(cx: Cx) -> Result<Page> {
    page(&cx, "", Faults::default()).await
}

async fn page(cx: &Cx, handle: &str, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let (db, signed) = (&cx.portal.db, cx.signed()?);
    let received = named(cx, vouches::received(db, &signed.account).await?, |vouch| &vouch.giver).await?;
    let given = named(cx, vouches::given(db, &signed.account).await?, |vouch| &vouch.receiver).await?;
    let main = Vouches {
        t,
        cx,
        faults,
        handle,
        level: signed.member.level,
        received,
        given,
        may_vouch: cx.viewer.may(Capability::Vouch),
    };
    framed(cx, t.me_vouches(), "me", &main)
}

/// Vouches in force with the name of the other side, as the viewer may see it.
async fn named(cx: &Cx, found: Vec<Written>, other: impl Fn(&Written) -> &String) -> Result<Vec<(Written, Named)>> {
    let (db, mut shown) = (&cx.portal.db, Vec::new());
    for vouch in found.into_iter().filter(|vouch| vouch.withdrawn_at.is_none()).take(100) {
        let Some(account) = accounts::find(db, other(&vouch)).await? else { continue };
        let names = cx.portal.faces()?.names(db, cx.viewer, &[&account.person]).await?;
        shown.extend(names.into_iter().next().map(|name| (vouch, name)));
    }
    Ok(shown)
}

pub(crate) async fn vouch(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, db, signed) = (Text(cx.lang), &cx.portal.db, cx.signed()?.clone());
    let mut faults = Faults::default();
    let receiver = accounts::find_by_key(db, &key_of(&typed.handle)).await?;
    let known_from = KnownFrom::from_code(&typed.known_from);
    if known_from.is_none() {
        faults.add("known_from", t.vouch_how());
    }
    let (Some(receiver), Some(known_from)) = (receiver, known_from) else {
        if faults.is_empty() {
            faults.add("handle", t.vouch_not_here());
        }
        return Ok(page(&cx, &typed.handle, faults).await?.into_response());
    };
    let mut tx = db.begin().await?;
    match standing::vouch(&mut tx, &signed.account, receiver.id.as_str(), known_from, cx.now).await? {
        Ok(()) => {
            event::record(&mut tx, &signed.account, "vouched", receiver.id.as_str(), known_from.code(), cx.now).await?;
            tx.commit().await?;
            Ok(form::see_other(&cx.href("/me/vouches")))
        }
        Err(refusal) => {
            faults.add("handle", refusal_words(t, &cx, refusal));
            Ok(page(&cx, &typed.handle, faults).await?.into_response())
        }
    }
}

fn refusal_words(t: Text, cx: &Cx, refusal: VouchRefusal) -> String {
    match refusal {
        VouchRefusal::Own => t.vouch_own().into(),
        VouchRefusal::NotHere => t.vouch_not_here().into(),
        VouchRefusal::UnderReview => t.vouch_review().into(),
        VouchRefusal::Minor => t.vouch_minor().into(),
        VouchRefusal::NotVouched => t.vouch_not_vouched().into(),
        VouchRefusal::Already => t.vouch_already().into(),
        VouchRefusal::Limit(at) => t.vouch_limit(words::date(cx.lang, at)),
    }
}

pub(crate) async fn withdraw_vouch(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(typed) = typed?;
    let signed = cx.signed()?.clone();
    if let Some(receiver) = accounts::find_by_key(&cx.portal.db, &key_of(&typed.handle)).await? {
        let mut tx = cx.portal.db.begin().await?;
        if standing::withdraw(&mut tx, &signed.account, receiver.id.as_str(), cx.now).await? {
            event::record(&mut tx, &signed.account, "vouch-withdrawn", receiver.id.as_str(), "", cx.now).await?;
        }
        tx.commit().await?;
    }
    Ok(form::see_other(&cx.href("/me/vouches")))
}
