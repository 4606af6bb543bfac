//! `/organisations/{handle}/claim`: an organisation that an import brought becomes somebody's, and others confirm it.

use askama::Template;
use axum::{Form, extract::rejection::FormRejection, response::Response};
use basics::{Level, tidy_line};
use plugs::Named;
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{Asked, again, named, organisation};
use crate::{
    Kind, Seen, Text,
    organisations::{
        claiming::{self, Refusal, Speaker},
        store::{
            claims::{self, Claim},
            members,
        },
    },
};

/// Characters of what somebody says of themselves and the organisation.
const LONGEST: usize = 300;

/// A claim under way as the viewer may see it.
struct Shown {
    claim: Claim,
    named: Named,
    mine: bool,
    /// The viewer has confirmed it.
    confirmed: bool,
}

#[derive(Template)]
#[template(path = "organisations/pages/claim.html")]
struct Claiming<'a> {
    t: Text,
    cx: &'a Cx,
    seen: &'a Seen,
    faults: Faults,
    words: &'a str,
    owned: bool,
    claims: Vec<Shown>,
}

impl Claiming<'_> {
    fn ready(&self, shown: &Shown) -> Option<String> {
        Some(self.t.claim_ready(words::moment(self.cx.lang, shown.claim.ready_at?)))
    }

    fn may_claim(&self) -> bool {
        !self.owned && !self.claims.iter().any(|shown| shown.mine)
    }
}

/// The organisation as the viewer sees it; who does not know of it cannot claim it.
async fn seen(cx: &Cx, handle: Asked) -> Result<Seen> {
    let seen = organisation(cx, &handle?).await?.seen_by(cx.viewer).ok_or(Error::NotFound)?;
    if seen.kind == Kind::Organisation && !cx.signed()?.member.minor { Ok(seen) } else { Err(Error::NotFound) }
}

pub(crate) async fn ask(cx: Cx, handle: Asked) -> Result<Page> {
    let seen = seen(&cx, handle).await?;
    page(&cx, &seen, "", Faults::default()).await
}

async fn page(cx: &Cx, seen: &Seen, words: &str, faults: Faults) -> Result<Page> {
    let (t, db, signed) = (Text(cx.lang), &cx.portal.db, cx.signed()?);
    let owned = members::has_owner(db, seen.id.as_str()).await?;
    let confirmed = claims::confirmed_among(db, seen.id.as_str(), &signed.person).await?;
    let mut claims = claims::open_for(db, seen.id.as_str(), cx.now).await?;
    // Who says what is for those who can confirm it.
    claims.retain(|claim| claim.person == signed.person || signed.member.level >= Level::Vouched);
    let shown = |(claim, named): (Claim, Named)| {
        let (mine, confirmed) = (claim.person == signed.person, confirmed.iter().any(|id| id == claim.id.as_str()));
        Shown { claim, named, mine, confirmed }
    };
    let claims = named(cx, claims, |claim| &claim.person).await?.into_iter().map(shown).collect();
    cx.own_page(t.claim_title(), &Claiming { t, cx, seen, faults, words, owned, claims })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    words: String,
    id: String,
    deed: String,
}

type Sent = std::result::Result<Form<Typed>, FormRejection>;

pub(crate) async fn claim(cx: Cx, handle: Asked, typed: Sent) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, seen, signed) = (Text(cx.lang), seen(&cx, handle).await?, cx.signed()?.clone());
    let mut faults = Faults::default();
    let words = tidy_line(&typed.words);
    match words.chars().count() {
        0..10 => faults.add("words", t.claim_words_short()),
        count if count > LONGEST => faults.add("words", t.claim_words_long(LONGEST as u64)),
        _ => {
            let by = Speaker { person: &signed.person, account: &signed.account };
            let mut tx = cx.portal.db.begin().await?;
            match claiming::claim(&mut tx, seen.id.as_str(), by, &words, cx.now).await? {
                Ok(()) => tx.commit().await?,
                Err(refusal) => faults.add("words", refused(t, refusal)),
            }
        }
    }
    answered(&cx, &seen, &words, faults).await
}

async fn answered(cx: &Cx, seen: &Seen, words: &str, faults: Faults) -> Result<Response> {
    if faults.is_empty() {
        return Ok(form::see_other(&cx.href(format_args!("{}/claim", seen.path))));
    }
    Ok(again(page(cx, seen, words, faults).await?))
}

/// Confirms somebody's claim, or takes one's own back.
pub(crate) async fn confirm(cx: Cx, handle: Asked, typed: Sent) -> Result<Response> {
    let Form(typed) = typed?;
    let (t, seen, signed) = (Text(cx.lang), seen(&cx, handle).await?, cx.signed()?.clone());
    let by = Speaker { person: &signed.person, account: &signed.account };
    let mut faults = Faults::default();
    if typed.deed == "stop" {
        let own = claims::open_for(&cx.portal.db, seen.id.as_str(), cx.now).await?;
        own.iter().find(|own| own.id.as_str() == typed.id && own.person == signed.person).ok_or(Error::NotFound)?;
        let mut tx = cx.portal.db.begin().await?;
        claiming::stop(&mut tx, &typed.id, &signed.account, cx.now).await?;
        tx.commit().await?;
        return answered(&cx, &seen, "", faults).await;
    }
    let mut tx = cx.portal.db.begin().await?;
    match claiming::confirm(&mut tx, &typed.id, seen.id.as_str(), by, cx.now).await? {
        Ok(_) => tx.commit().await?,
        Err(refusal) => {
            drop(tx);
            faults.add("claims", refused(t, refusal));
        }
    }
    answered(&cx, &seen, "", faults).await
}

fn refused(t: Text, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Owned => t.claim_owned(),
        Refusal::Already => t.claim_already(),
        Refusal::Limit => t.claim_limit(),
        Refusal::Over => t.claim_over(),
        Refusal::Own => t.claim_own(),
        Refusal::NotApart => t.claim_not_apart(),
    }
}
