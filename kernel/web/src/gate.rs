//! Who is asking: what the front door learns from the session's cookie. The room `accounts` brings the gate.

use std::{net::IpAddr, sync::Arc};

use async_trait::async_trait;
use axum::http::{HeaderMap, Method};
use basics::{At, Member};

use crate::{Cx, Portal, cookies};

/// Somebody signed in, on this device.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Id of the session, never its token.
    pub session: String,
    /// Id of the account, of the person who is helped while a helper acts.
    pub account: String,
    /// Id of the person the account acts as.
    pub person: String,
    pub handle: String,
    pub member: Member,
    /// The phone belongs to more than one person: nothing is kept on it.
    pub shared: bool,
    /// The session was opened with a passkey or a second step.
    pub second_step: bool,
    /// When the person last proved to be themselves.
    pub confirmed_at: At,
    /// Roles that sleep until the person signs in with a second step.
    pub asleep: bool,
    /// Somebody acts for the person who is present.
    pub helper: Option<Helping>,
    /// What every page has to tell this person; kinds that the gate puts into words.
    pub notices: Vec<&'static str>,
}

/// How long a proof of oneself lasts.
const PROVED: i64 = 10 * At::MINUTE;

impl Signed {
    /// Whether the person has just proved to be themselves.
    pub fn has_proved(&self, now: At) -> bool {
        now.0 - self.confirmed_at.0 <= PROVED
    }
}

/// A helper at work.
#[derive(Clone, Debug)]
pub struct Helping {
    pub account: String,
    pub handle: String,
    pub until: At,
}

/// What a cookie turned out to be worth.
#[derive(Clone, Debug)]
pub enum Who {
    /// No cookie, or none that we gave.
    Stranger,
    Signed(Arc<Signed>),
    /// It was a session and is none any more: the browser is told to forget it.
    Ended,
}

/// The cookies a gate looks at.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    pub session: Option<String>,
    /// While a helper acts for somebody; goes before `session`.
    pub acting: Option<String>,
}

impl Tokens {
    pub(crate) fn of(headers: &HeaderMap, secure: bool) -> Self {
        let read = |name| cookies::read(headers, &cookies::name(name, secure)).map(str::to_owned);
        Self { session: read(cookies::SESSION), acting: read(cookies::ACTING) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.session.is_none() && self.acting.is_none()
    }
}

/// Keeps the sessions.
#[async_trait]
pub trait Gate: Send + Sync {
    /// Who holds these cookies. Asked for each request that carries one; a node may remember the answer while
    /// `portal.feed.sessions()` stays the same.
    async fn who(&self, portal: &Portal, tokens: &Tokens) -> crate::Result<Who>;

    /// What stands above every page of somebody signed in, as HTML in their language; empty for nothing.
    fn banner(&self, cx: &Cx, signed: &Signed) -> crate::Result<String>;

    /// A helper asked for `path` on behalf of `signed`; written down for the person to read.
    async fn helped(&self, portal: &Portal, signed: &Signed, method: &Method, path: &str) -> crate::Result<()>;
}

/// The address of whoever sent a request: of the connection, or what the host's own proxy says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub IpAddr);

/// The last address that the host's own proxy added: those before it could be made up by the sender.
pub(crate) fn sender(headers: &HeaderMap, peer: Option<IpAddr>, behind_proxy: bool) -> Option<IpAddr> {
    if !behind_proxy {
        return peer;
    }
    let said = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    said.rsplit(',').next()?.trim().parse().ok().or(peer)
}
