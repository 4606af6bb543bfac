//! A page: a room's own part inside the frame that all pages share.

use askama::Template;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use basics::Lang;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::{Cx, Error, Result, Text, cx::link};

/// Who may keep a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// The same for every stranger: kept by this node until the feed or the index moves, and by readers to compare.
    Public,
    /// Never kept anywhere.
    Never,
}

/// Marks a response that the front door may keep.
#[derive(Clone, Copy)]
pub(crate) struct Keep;

/// One `<meta>` tag; `attribute` is `name` or `property`.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    pub attribute: &'static str,
    pub name: String,
    pub content: String,
}

/// Bytes that a room's part seldom passes, and those that the frame adds to it with style and tags.
pub(crate) const MAIN: usize = 24 * 1024;
const FRAME: usize = 20 * 1024;

/// A template in a buffer that need not grow.
pub(crate) fn render(template: &impl Template, room: usize) -> Result<String> {
    let mut html = String::with_capacity(room);
    template.render_into(&mut html)?;
    Ok(html)
}

/// A page about to be sent. Made by [`Cx::page`].
pub struct Page {
    cx: Cx,
    status: StatusCode,
    title: String,
    description: String,
    canonical: Option<String>,
    nav: &'static str,
    langs: Vec<Lang>,
    metas: Vec<Meta>,
    json_ld: Vec<String>,
    previous: Option<String>,
    next: Option<String>,
    indexed: bool,
    own_search: bool,
    own_share: bool,
    passkeys: bool,
    cache: Cache,
    main: String,
}

impl Page {
    pub(crate) fn new(cx: Cx, title: String, main: String) -> Result<Self> {
        Ok(Self {
            cx,
            status: StatusCode::OK,
            description: title.clone(),
            title,
            canonical: None,
            nav: "",
            langs: Lang::ALL.to_vec(),
            metas: Vec::new(),
            json_ld: Vec::new(),
            previous: None,
            next: None,
            indexed: true,
            own_search: false,
            own_share: false,
            passkeys: false,
            cache: Cache::Public,
            main,
        })
    }

    /// One or two sentences for search engines and previews.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = text.into();
        self
    }

    /// The address to be known by, without prefix, when it is not the one asked for.
    pub fn canonical(mut self, path: impl Into<String>) -> Self {
        self.canonical = Some(path.into());
        self
    }

    /// The word of the navigation that this page belongs to: `people`, `organisations`, `search` …
    pub fn nav(mut self, word: &'static str) -> Self {
        self.nav = word;
        self
    }

    /// The languages in which this page's own text exists.
    pub fn langs(mut self, langs: Vec<Lang>) -> Self {
        self.langs = langs;
        self
    }

    /// Adds a meta tag. A tag given here replaces the frame's own of the same name.
    pub fn meta(mut self, attribute: &'static str, name: impl Into<String>, content: impl Into<String>) -> Self {
        self.metas.push(Meta { attribute, name: name.into(), content: content.into() });
        self
    }

    /// Adds structured data (schema.org).
    pub fn json_ld(mut self, data: &impl Serialize) -> Self {
        if let Ok(json) = serde_json::to_string(data) {
            // `<` inside a script element could end it early.
            self.json_ld.push(json.replace('<', "\\u003c"));
        }
        self
    }

    /// Addresses (with prefix) of the pages before and after in a list.
    pub fn around(mut self, previous: Option<String>, next: Option<String>) -> Self {
        (self.previous, self.next) = (previous, next);
        self
    }

    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Asks search engines to stay away.
    pub fn not_indexed(mut self) -> Self {
        self.indexed = false;
        self
    }

    /// The page has a search box of its own, so the footer needs none.
    pub fn own_search(mut self) -> Self {
        self.own_search = true;
        self
    }

    /// The page has a share row of its own.
    pub fn own_share(mut self) -> Self {
        self.own_share = true;
        self
    }

    /// A page of somebody's own: nobody keeps it and no search engine reads it.
    pub fn private(self) -> Self {
        self.not_indexed().own_share().cache(Cache::Never)
    }

    /// A passkey can be made or used on this page: it brings the script for that.
    pub fn passkeys(mut self) -> Self {
        self.passkeys = true;
        self
    }

    pub fn cache(mut self, cache: Cache) -> Self {
        self.cache = cache;
        self
    }

    /// The frame's own tags, where the room gave none of that name.
    fn fill_metas(&mut self, url: &str) {
        let site = self.cx.portal.site.name.clone();
        let own = [
            ("name", "description", self.description.clone()),
            ("property", "og:site_name", site),
            ("property", "og:title", self.title.clone()),
            ("property", "og:description", self.description.clone()),
            ("property", "og:type", "website".to_owned()),
            ("property", "og:url", url.to_owned()),
            ("property", "og:locale", self.cx.lang.tag().to_owned()),
            ("property", "og:image", format!("{}/assets/share.jpg", self.cx.portal.site.base_url)),
            ("name", "twitter:card", "summary_large_image".to_owned()),
        ];
        for (attribute, name, content) in own {
            if !self.metas.iter().any(|meta| meta.name == name) {
                self.metas.push(Meta { attribute, name: name.to_owned(), content });
            }
        }
        if !self.indexed && !self.metas.iter().any(|meta| meta.name == "robots") {
            self.metas.push(Meta { attribute: "name", name: "robots".into(), content: "noindex".into() });
        }
    }

    fn render(mut self) -> Result<Response> {
        let cx = self.cx.clone();
        let path = self.canonical.clone().unwrap_or_else(|| cx.path.clone());
        let url = cx.absolute(&path);
        self.fill_metas(&url);
        let frame = Frame {
            t: Text(cx.lang),
            cx: &cx,
            page: &self,
            css: cx.portal.assets.css(),
            script: cx.portal.assets.script_href(),
            passkeys: self.passkeys.then(|| cx.portal.assets.passkeys_href()),
            site: &cx.portal.site.name,
            banner: banner(&cx)?,
            share: utf8_percent_encode(&format!("{} {url}", self.title), NON_ALPHANUMERIC).to_string(),
            path: &path,
            url: &url,
        };
        let html = render(&frame, self.main.len() + FRAME)?;
        let mut response = Response::new(Body::from(html));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(cx.lang.tag()));
        match self.cache {
            Cache::Public => {
                headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate"));
                response.extensions_mut().insert(Keep);
            }
            Cache::Never => {
                headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            }
        }
        Ok(response)
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        self.render().unwrap_or_else(Error::into_response)
    }
}

#[derive(Template)]
#[template(path = "frame.html")]
struct Frame<'a> {
    t: Text,
    cx: &'a Cx,
    page: &'a Page,
    css: &'a str,
    script: &'a str,
    /// The script for passkeys, on pages that need it.
    passkeys: Option<&'a str>,
    site: &'a str,
    /// What the gate tells somebody signed in, above everything else.
    banner: String,
    share: String,
    path: &'a str,
    url: &'a str,
}

impl Frame<'_> {
    fn own_title(&self) -> bool {
        self.page.title == self.site || self.page.title.ends_with(self.site)
    }

    fn in_lang(&self, lang: &Lang) -> String {
        // At the root, no prefix means "as your browser asks", so English has a word of its own there.
        if self.path == "/" && *lang == Lang::En { "/en/".into() } else { link(*lang, self.path) }
    }

    fn others(&self) -> impl Iterator<Item = (Lang, String)> {
        self.page.langs.iter().map(|&lang| (lang, format!("{}{}", self.cx.portal.site.base_url, link(lang, self.path))))
    }

    fn current(&self, lang: &Lang) -> bool {
        *lang == self.cx.lang
    }

    fn here(&self, word: &str) -> bool {
        self.page.nav == word
    }
}

fn banner(cx: &Cx) -> Result<String> {
    let Some((gate, signed)) = cx.portal.plugs.gate.as_ref().zip(cx.signed.as_ref()) else { return Ok(String::new()) };
    gate.banner(cx, signed)
}

/// The languages offered at the top of every page.
fn chooser() -> [Lang; 3] {
    Lang::ALL
}
