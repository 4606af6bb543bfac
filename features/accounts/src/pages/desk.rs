//! `/desk/accounts`: one account for stewards and administrators — reviews, trust, roles. Never its texts or secrets.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::{IntoResponse, Response},
};
use basics::{Capability, Level, Role, Roles};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{fresh::framed, vouches::level_words};
use crate::{
    Text,
    account::{Account, State},
    event,
    handle::key_of,
    standing,
    store::{accounts, sessions},
    vouching::TrustRefusal,
};

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    handle: String,
}

#[derive(Deserialize)]
pub(crate) struct Deed {
    account: String,
    what: String,
    #[serde(default)]
    role: String,
}

#[derive(Template)]
#[template(path = "pages/desk.html")]
struct Desk<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    handle: &'a str,
    found: Option<Account>,
    own: bool,
}

impl Desk<'_> {
    fn steward(&self) -> bool {
        self.cx.viewer.may(Capability::Steward)
    }

    fn gives_roles(&self) -> bool {
        self.cx.viewer.may(Capability::GiveRoles)
    }

    fn level(&self, account: &Account) -> &'static str {
        level_words(self.t, account.level)
    }

    fn roles(&self, account: &Account) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        let roles = account.roles;
        Role::ALL.into_iter().map(move |role| (role.code(), self.role(role), roles.has(role)))
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Helper => self.t.role_helper(),
            Role::Editor => self.t.role_editor(),
            Role::Judge => self.t.role_judge(),
            Role::Steward => self.t.role_steward(),
            Role::Admin => self.t.role_admin(),
        }
    }

    fn since(&self, account: &Account) -> String {
        words::date(self.cx.lang, account.created_at)
    }

    fn banned(&self, account: &Account) -> bool {
        account.state == State::Banned
    }

    fn trusted(&self, account: &Account) -> bool {
        account.by_hand == Level::Trusted
    }
}

pub(crate) async fn show_desk(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let mut faults = Faults::default();
    let found = accounts::find_by_key(&cx.portal.db, &key_of(&asked.handle)).await?;
    if found.is_none() && !asked.handle.is_empty() {
        faults.add("handle", Text(cx.lang).desk_nobody());
    }
    page(&cx, &asked.handle, found, faults)
}

fn page(cx: &Cx, handle: &str, found: Option<Account>, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let own = found.as_ref().is_some_and(|account| cx.viewer.is(&account.person));
    let main = Desk { t, cx, faults, handle, found, own };
    framed(cx, t.me_desk(), "me", &main)
}

pub(crate) async fn desk_deed(cx: Cx, typed: std::result::Result<Form<Deed>, FormRejection>) -> Result<Response> {
    let Form(deed) = typed?;
    let (t, by) = (Text(cx.lang), cx.signed()?.account.clone());
    let account = accounts::find(&cx.portal.db, &deed.account).await?.ok_or(Error::NotFound)?;
    // Nobody decides about themselves, administrators included.
    if account.id.as_str() == by {
        return Err(Error::NotFound);
    }
    let steward = cx.viewer.may(Capability::Steward);
    let mut tx = cx.portal.db.begin().await?;
    let (id, now) = (account.id.as_str(), cx.now);
    let action = match deed.what.as_str() {
        "review" | "review-end" if steward => {
            standing::review(&mut tx, id, deed.what == "review", now).await?;
            if deed.what == "review" { "review-begun" } else { "review-ended" }
        }
        "ban" | "unban" if steward => {
            standing::ban(&mut tx, id, deed.what == "ban", now).await?;
            let faces = cx.portal.faces()?;
            faces.withdraw(&mut tx, &account.person, deed.what == "ban", now).await?;
            if deed.what == "ban" { "banned" } else { "unbanned" }
        }
        "trust" | "untrust" if steward => {
            if let Err(refusal) = standing::trust(&mut tx, id, &by, deed.what == "trust", now).await? {
                let mut faults = Faults::default();
                faults.add("trust", trust_words(t, &cx, refusal));
                drop(tx);
                return Ok(page(&cx, &account.handle, Some(account.clone()), faults)?.into_response());
            }
            if deed.what == "trust" { "trust-given" } else { "trust-taken" }
        }
        "sign-out" if steward => {
            sessions::end_all(&mut tx, id, "").await?;
            "sessions-ended"
        }
        "give-role" | "take-role" if cx.viewer.may(Capability::GiveRoles) => {
            let role = Role::from_code(&deed.role).ok_or(Error::Malformed)?;
            let fresh = accounts::get_in(&mut tx, id).await?;
            let give = deed.what == "give-role";
            let roles: Roles = if give { fresh.roles.with(role) } else { fresh.roles.without(role) };
            accounts::update(&mut tx, &Account { roles, ..fresh }).await?;
            if give { "role-given" } else { "role-taken" }
        }
        _ => return Err(Error::NotFound),
    };
    event::record(&mut tx, &by, action, id, &deed.role, now).await?;
    tx.commit().await?;
    let handle = percent_encoding::utf8_percent_encode(&account.handle, percent_encoding::NON_ALPHANUMERIC);
    Ok(form::see_other(&cx.href(format_args!("/desk/accounts?handle={handle}"))))
}

fn trust_words(t: Text, cx: &Cx, refusal: TrustRefusal) -> String {
    match refusal {
        TrustRefusal::NotHere => t.desk_nobody().into(),
        TrustRefusal::UnderReview => t.trust_review().into(),
        TrustRefusal::Minor => t.trust_minor().into(),
        TrustRefusal::NotVouched => t.trust_not_vouched().into(),
        TrustRefusal::Already => t.trust_already().into(),
        TrustRefusal::TooSoon(at) => t.trust_too_soon(words::date(cx.lang, at)),
    }
}
