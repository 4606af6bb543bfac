//! The portal's own style, script and signs. Everything carries its hash in the address, so it is kept for a year.

use axum::{
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use basics::Lang;
use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::{Cx, Error, Page, Portal, Result, Site, Text, cx::link};

const CSS: &str = include_str!("../assets/style.css");
const SCRIPT: &str = include_str!("../assets/portal.js");
const PASSKEYS: &str = include_str!("../assets/passkeys.js");
const UPLOADS: &str = include_str!("../assets/uploads.js");
const PREVIEW: &str = include_str!("../assets/preview.js");
const WORKER: &str = include_str!("../assets/sw.js");
const FILES: [(&str, &str, &[u8]); 6] = [
    ("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
    ("icon-180.png", "image/png", include_bytes!("../assets/icon-180.png")),
    ("icon-192.png", "image/png", include_bytes!("../assets/icon-192.png")),
    ("icon-512.png", "image/png", include_bytes!("../assets/icon-512.png")),
    ("favicon.ico", "image/x-icon", include_bytes!("../assets/favicon.ico")),
    ("share.jpg", "image/jpeg", include_bytes!("../assets/share.jpg")),
];

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");
const COMPARE: HeaderValue = HeaderValue::from_static("public, max-age=0, must-revalidate");

pub(crate) struct Assets {
    css: String,
    script_href: String,
    passkeys_href: String,
    uploads_href: String,
    preview_href: String,
    worker: String,
    manifest: String,
    /// For the content security policy: the one inline style that is allowed.
    pub css_hash: String,
}

impl Assets {
    pub(crate) fn new(site: &Site) -> Self {
        let css = without_comments(CSS);
        let css_hash = base64(&Sha256::digest(css.as_bytes()));
        let script_href = format!("/assets/portal.{}.js", &hash(SCRIPT)[..12]);
        let passkeys_href = format!("/assets/passkeys.{}.js", &hash(PASSKEYS)[..12]);
        let uploads_href = format!("/assets/uploads.{}.js", &hash(UPLOADS)[..12]);
        let preview_href = format!("/assets/preview.{}.js", &hash(PREVIEW)[..12]);
        let version = &hash(&format!("{css}{SCRIPT}{WORKER}"))[..12];
        let kept: Vec<String> = Lang::ALL
            .iter()
            .map(|lang| link(*lang, "/offline"))
            .chain([script_href.clone(), "/assets/icon.svg".into()])
            .collect();
        let worker = WORKER.replace("__VERSION__", version).replace("__ASSETS__", &serde_json::json!(kept).to_string());
        let manifest = manifest_of(site);
        Self { css, script_href, passkeys_href, uploads_href, preview_href, worker, manifest, css_hash }
    }

    pub(crate) fn css(&self) -> &str {
        &self.css
    }

    pub(crate) fn script_href(&self) -> &str {
        &self.script_href
    }

    /// For pages on which a passkey can be made or used.
    pub(crate) fn passkeys_href(&self) -> &str {
        &self.passkeys_href
    }

    /// For pages with a field that takes a file.
    pub(crate) fn uploads_href(&self) -> &str {
        &self.uploads_href
    }

    /// For pages that show what is written as it is written.
    pub(crate) fn preview_href(&self) -> &str {
        &self.preview_href
    }
}

pub(crate) async fn asset(
    State(portal): State<Portal>,
    name: std::result::Result<Path<String>, PathRejection>,
) -> Result<Response> {
    let Path(name) = name?;
    let assets = &portal.assets;
    let scripts = [
        (&assets.script_href, SCRIPT),
        (&assets.passkeys_href, PASSKEYS),
        (&assets.uploads_href, UPLOADS),
        (&assets.preview_href, PREVIEW),
    ];
    if let Some((_, script)) = scripts.into_iter().find(|(href, _)| href.strip_prefix("/assets/") == Some(&name)) {
        return Ok(file(script.as_bytes(), "text/javascript; charset=utf-8", FOREVER));
    }
    find(&name).ok_or(Error::NotFound)
}

pub(crate) async fn favicon() -> Result<Response> {
    find("favicon.ico").ok_or(Error::NotFound)
}

fn find(name: &str) -> Option<Response> {
    FILES.iter().find(|(known, ..)| *known == name).map(|(_, kind, bytes)| file(bytes, kind, DAY))
}

pub(crate) async fn service_worker(State(portal): State<Portal>) -> Response {
    let worker = Bytes::from(portal.assets.worker.clone());
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], [(header::CACHE_CONTROL, COMPARE)], worker)
        .into_response()
}

pub(crate) async fn manifest(State(portal): State<Portal>) -> Response {
    let manifest = Bytes::from(portal.assets.manifest.clone());
    ([(header::CONTENT_TYPE, "application/manifest+json")], [(header::CACHE_CONTROL, DAY)], manifest).into_response()
}

/// Lists what the service worker has kept; itself kept from the first visit on.
pub(crate) async fn offline(cx: Cx) -> Result<Page> {
    #[derive(askama::Template)]
    #[template(path = "offline.html")]
    struct Offline {
        t: Text,
    }
    let t = Text(cx.lang);
    Ok(cx.page(t.offline_title(), &Offline { t })?.not_indexed().own_search())
}

fn file(bytes: &'static [u8], kind: &'static str, cache: HeaderValue) -> Response {
    ([(header::CONTENT_TYPE, kind)], [(header::CACHE_CONTROL, cache)], Bytes::from_static(bytes)).into_response()
}

fn manifest_of(site: &Site) -> String {
    let t = Text(Lang::En);
    serde_json::json!({
        "name": site.name,
        "short_name": site.name.split(' ').next().unwrap_or(&site.name),
        "description": t.app_description(),
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fffcf8",
        "theme_color": "#2c1220",
        "icons": [
            { "src": "/assets/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            { "src": "/assets/icon-192.png", "sizes": "192x192", "type": "image/png" },
            { "src": "/assets/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any maskable" },
        ],
        "shortcuts": [
            { "name": t.nav_people(), "url": "/people" },
            { "name": t.nav_saved(), "url": "/offline" },
        ],
    })
    .to_string()
}

/// The style sheet is inlined in every page, so its notes to us stay here.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn hash(text: &str) -> String {
    basics::hex(Sha256::digest(text))
}

fn base64(bytes: &[u8]) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD.encode(bytes)
}
