//! Looks up who holds a session's cookie, and remembers it until a session ends anywhere.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use askama::Template;
use async_trait::async_trait;
use axum::http::Method;
use basics::{At, Member, PersonKey, Roles};
use moka::sync::Cache;
use web::{Cx, Gate, Helping, Portal, Result, Signed, Tokens, Who};

use crate::{
    Text,
    account::{Account, State, day_of},
    code, notices,
    session::Session,
    store,
};

/// Sessions that a node remembers.
const REMEMBERED: u64 = 20_000;

/// How long a visit may go unwritten.
const SEEN_ON_SHARED: i64 = At::MINUTE;
const SEEN_ON_OWN: i64 = At::DAY;

pub(crate) struct Sessions(Cache<String, Arc<Known>>);

/// A session as a node remembers it.
struct Known {
    /// Where the counter of sessions stood when this was read.
    moment: i64,
    session: Session,
    signed: Arc<Signed>,
    /// The last use this node saw, and the last it wrote down.
    seen: AtomicI64,
    written: AtomicI64,
}

impl Sessions {
    pub(crate) fn new() -> Self {
        Self(Cache::new(REMEMBERED))
    }

    async fn one(&self, portal: &Portal, token: &str) -> Result<Option<Arc<Signed>>> {
        let (hash, now) = (code::hash_token(token), portal.clock.now());
        let moment = portal.feed.sessions();
        let remembered = self.0.get(&hash);
        let seen = remembered.as_ref().map(|known| known.seen.load(Ordering::Relaxed));
        let known = match remembered.filter(|known| known.moment == moment) {
            Some(known) => known,
            None => {
                let Some(known) = read(portal, &hash, moment, seen).await? else {
                    self.0.invalidate(&hash);
                    return Ok(None);
                };
                let known = Arc::new(known);
                self.0.insert(hash, Arc::clone(&known));
                known
            }
        };
        if known.session.is_over(At(known.seen.load(Ordering::Relaxed)), now) {
            return Ok(None);
        }
        note(portal, &known, now);
        Ok(Some(Arc::clone(&known.signed)))
    }
}

/// Reads a session and its account; nothing when it is none, or the account may not be used.
async fn read(portal: &Portal, hash: &str, moment: i64, seen: Option<i64>) -> Result<Option<Known>> {
    let db = &portal.db;
    let Some(session) = store::sessions::find(db, hash).await? else { return Ok(None) };
    let Some(account) = store::accounts::find(db, &session.account).await? else { return Ok(None) };
    if account.state == State::Banned {
        return Ok(None);
    }
    let helper = match &session.helper {
        None => None,
        Some(id) => match store::accounts::find(db, id).await? {
            Some(helper) if may_help(&helper) => {
                Some(Helping { account: id.clone(), handle: helper.handle, until: session.ends_at })
            }
            _ => return Ok(None),
        },
    };
    let notices = notices::of(db, &account, &session, portal.clock.now()).await?;
    let Some(signed) = signed(&session, &account, helper, notices, portal.clock.now()) else { return Ok(None) };
    let written = session.seen_at.0;
    let seen = seen.unwrap_or(written).max(written);
    Ok(Some(Known { moment, session, signed: Arc::new(signed), seen: seen.into(), written: written.into() }))
}

fn may_help(helper: &Account) -> bool {
    helper.state == State::Active && helper.roles.has(basics::Role::Helper) && helper.review_since.is_none()
}

fn signed(
    session: &Session,
    account: &Account,
    helper: Option<Helping>,
    notices: Vec<&'static str>,
    now: At,
) -> Option<Signed> {
    let roles = match (&helper, session.second_step) {
        // A helper holds no role of the person they act for.
        (Some(_), _) => Roles::default(),
        (None, true) => account.roles,
        (None, false) => account.roles.awake(),
    };
    let person = PersonKey::of(&account.person)?;
    Some(Signed {
        session: session.id.clone(),
        account: account.id.to_string(),
        person: account.person.clone(),
        handle: account.handle.clone(),
        member: Member::new(person, account.standing(), roles, account.is_minor(now)),
        shared: session.shared,
        second_step: session.second_step,
        confirmed_at: session.confirmed_at,
        asleep: helper.is_none() && roles != account.roles,
        helper,
        notices,
    })
}

/// Notes a visit, off the request's path and seldom.
fn note(portal: &Portal, known: &Arc<Known>, now: At) {
    known.seen.fetch_max(now.0, Ordering::Relaxed);
    let pause = if known.session.shared { SEEN_ON_SHARED } else { SEEN_ON_OWN };
    let written = known.written.load(Ordering::Relaxed);
    if now.0 - written < pause
        || known.written.compare_exchange(written, now.0, Ordering::Relaxed, Ordering::Relaxed).is_err()
    {
        return;
    }
    let (db, known) = (portal.db.clone(), Arc::clone(known));
    tokio::spawn(async move {
        let seen = store::sessions::see(&db, &known.session.id, now).await;
        let visited = store::accounts::see(&db, &known.session.account, day_of(now)).await;
        if let Err(error) = seen.and(visited) {
            tracing::warn!(%error, "a visit could not be noted");
        }
    });
}

#[async_trait]
impl Gate for Sessions {
    async fn who(&self, portal: &Portal, tokens: &Tokens) -> Result<Who> {
        for token in [&tokens.acting, &tokens.session].into_iter().flatten() {
            if let Some(signed) = self.one(portal, token).await? {
                return Ok(Who::Signed(signed));
            }
        }
        Ok(Who::Ended)
    }

    fn banner(&self, cx: &Cx, signed: &Signed) -> Result<String> {
        let quiet = signed.notices.is_empty() && signed.helper.is_none() && !signed.shared;
        if quiet {
            return Ok(String::new());
        }
        Ok(Banner { t: Text(cx.lang), cx, signed }.render()?)
    }

    async fn helped(&self, portal: &Portal, signed: &Signed, method: &Method, path: &str) -> Result<()> {
        let Some(helper) = &signed.helper else { return Ok(()) };
        let what = if method.is_safe() { "opened" } else { "sent" };
        let now = portal.clock.now();
        Ok(store::helped::insert(&portal.db, &signed.account, &helper.account, what, path, now).await?)
    }
}

#[derive(Template)]
#[template(path = "banner.html")]
struct Banner<'a> {
    t: Text,
    cx: &'a Cx,
    signed: &'a Signed,
}

impl Banner<'_> {
    /// What a notice says and where it leads.
    fn said(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.signed.notices.iter().filter_map(|notice| {
            let words = self.t.by_key(&format!("notice_{notice}"))?;
            Some((words, self.cx.href(notices::leads_to(notice))))
        })
    }

    fn until(&self) -> String {
        self.signed.helper.as_ref().map(|helper| words::time(self.cx.lang, helper.until)).unwrap_or_default()
    }
}
