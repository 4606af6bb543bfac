//! What a page knows about the request: who asks, in which language, when, and how little data they want.

use std::{convert::Infallible, fmt::Display};

use axum::{extract::FromRequestParts, http::request::Parts};
use basics::{At, Lang, Viewer};

use crate::{Page, Portal};

/// Gathered once at the front door. Cheap to clone.
#[derive(Clone)]
pub struct Cx {
    pub portal: Portal,
    pub viewer: Viewer,
    pub lang: Lang,
    /// The reader asked for pages that weigh little: pictures come only when tapped.
    pub saver: bool,
    pub now: At,
    /// The address without its language prefix and query.
    pub path: String,
}

/// What the front door finds out before routing.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    pub lang: Lang,
    pub saver: bool,
    pub path: String,
}

impl Cx {
    pub(crate) fn new(portal: Portal, arrival: Arrival) -> Self {
        let now = portal.clock.now();
        let Arrival { lang, saver, path } = arrival;
        Self { portal, viewer: Viewer::Stranger, lang, saver, now, path }
    }

    /// An address of this portal in the reader's language: `/people` → `/sw/people`.
    pub fn href(&self, path: impl Display) -> String {
        link(self.lang, path)
    }

    /// The same with scheme and host, for what leaves the page: share links, JSON-LD, feeds.
    pub fn absolute(&self, path: impl Display) -> String {
        format!("{}{}", self.portal.site.base_url, self.href(path))
    }

    /// A page in the frame of the portal. `main` is the room's template.
    pub fn page(&self, title: impl Into<String>, main: &impl askama::Template) -> crate::Result<Page> {
        Page::new(self.clone(), title.into(), main.render()?)
    }
}

/// An address of this portal in a language.
pub fn link(lang: Lang, path: impl Display) -> String {
    format!("{}{path}", lang.prefix())
}

impl FromRequestParts<Portal> for Cx {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        let arrival = parts.extensions.get::<Arrival>().cloned().unwrap_or_else(|| Arrival {
            lang: Lang::En,
            saver: false,
            path: parts.uri.path().to_owned(),
        });
        Ok(Self::new(portal.clone(), arrival))
    }
}
