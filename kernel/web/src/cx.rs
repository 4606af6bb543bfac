//! What a page knows about the request: who asks, in which language, when, and how little data they want.

use std::{convert::Infallible, fmt::Display, net::IpAddr, sync::Arc};

use axum::{extract::FromRequestParts, http::request::Parts};
use basics::{At, Lang, Viewer};
use percent_encoding::{CONTROLS, utf8_percent_encode};

use crate::{
    Page, Portal, Signed,
    form::{Once, Secret},
    page::{MAIN, render},
};

/// Gathered once at the front door. Cheap to clone.
#[derive(Clone)]
pub struct Cx {
    pub portal: Portal,
    pub viewer: Viewer,
    /// The session behind the viewer.
    pub signed: Option<Arc<Signed>>,
    pub lang: Lang,
    /// The reader asked for pages that weigh little: pictures come only when tapped.
    pub saver: bool,
    pub now: At,
    /// The address without its language prefix and query.
    pub path: String,
    /// Where the request came from, for the widest of limits only.
    pub sender: Option<IpAddr>,
    secret: Arc<Secret>,
}

/// What the front door finds out before routing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arrival {
    pub lang: Lang,
    pub saver: bool,
    pub path: String,
    /// Path and query as asked for, with the language prefix.
    pub asked: String,
    /// Nothing is asked to change (GET and HEAD).
    pub reads: bool,
    pub signed: Option<Arc<Signed>>,
    pub sender: Option<IpAddr>,
    /// The cookie that forms are bound to.
    pub secret: Arc<Secret>,
}

impl Cx {
    pub(crate) fn new(portal: Portal, arrival: Arrival) -> Self {
        let now = portal.clock.now();
        let Arrival { lang, saver, path, signed, sender, secret, .. } = arrival;
        let viewer = signed.as_ref().map_or(Viewer::Stranger, |signed| Viewer::Member(signed.member));
        Self { portal, viewer, signed, lang, saver, now, path, sender, secret }
    }

    /// An address of this portal in the reader's language: `/people` → `/sw/people`.
    pub fn href(&self, path: impl Display) -> String {
        link(self.lang, path)
    }

    /// The same with scheme and host, for what leaves the page: share links, JSON-LD, feeds.
    pub fn absolute(&self, path: impl Display) -> String {
        absolute(&self.portal.site.base_url, self.lang, path)
    }

    /// What every form carries in its hidden field `form`. Pages with forms are never kept (`Cache::Never`).
    pub fn form_token(&self) -> String {
        self.secret.token()
    }

    /// A key for a form that must not take effect twice, in its hidden field `once`.
    pub fn once(&self) -> String {
        basics::Id::<Once>::new().to_string()
    }

    /// The session of a handler whose route asks for one.
    ///
    /// # Errors
    /// [`crate::Error::SignIn`] without one.
    pub fn signed(&self) -> crate::Result<&Arc<Signed>> {
        self.signed.as_ref().ok_or(crate::Error::SignIn)
    }

    /// A page in the frame of the portal. `main` is the room's template.
    pub fn page(&self, title: impl Into<String>, main: &impl askama::Template) -> crate::Result<Page> {
        Page::new(self.clone(), title.into(), render(main, MAIN)?)
    }

    /// A page of the reader's own, under their entry of the menu.
    pub fn own_page(&self, title: impl Into<String>, main: &impl askama::Template) -> crate::Result<Page> {
        Ok(self.page(title, main)?.nav("me").private())
    }
}

/// An address of this portal in a language.
pub fn link(lang: Lang, path: impl Display) -> String {
    format!("{}{path}", lang.prefix())
}

/// The same with scheme and host, as machines read it: letters that no address may hold as they are, such as Ethiopic ones,
/// are written in hundredths (RFC 3986).
pub fn absolute(base_url: &str, lang: Lang, path: impl Display) -> String {
    format!("{base_url}{}", utf8_percent_encode(&link(lang, path), CONTROLS))
}

impl FromRequestParts<Portal> for Cx {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        let arrival = parts.extensions.get::<Arrival>().cloned().unwrap_or_default();
        Ok(Self::new(portal.clone(), arrival))
    }
}
