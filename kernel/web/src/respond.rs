//! The front door: what happens to every request before and after its room.
//!
//! In order: limits, cross-site protection, language, kept pages, the room, errors in words, compression, headers.

use std::{
    convert::Infallible,
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use askama::Template;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::DefaultBodyLimit,
    http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri, header},
    response::IntoResponse,
};
use basics::Lang;
use bytes::Bytes;
use futures_util::FutureExt;
use http_body::Body as _;
use tower::ServiceExt;

use crate::{
    Cache, Cx, Error, Portal, Route, Text,
    cache::{Kept, Moment},
    compress::{self, Encoding},
    cross_site,
    cx::Arrival,
    error::Unshown,
    headers, metrics,
    page::Keep,
    patience,
};

/// Longest address, in bytes.
const ADDRESS: usize = 4096;
/// Longest form, in bytes.
const FORM: usize = 256 * 1024;
/// Longest page that is compressed and kept, in bytes.
const PAGE: usize = 8 * 1024 * 1024;

/// The whole site as one service. Cheap to clone.
#[derive(Clone)]
pub struct Front {
    portal: Portal,
    rooms: Router,
    policy: HeaderValue,
    tls: bool,
    busy: Arc<AtomicUsize>,
    most: usize,
    pause: Duration,
}

impl Front {
    /// Builds the site from all rooms' routes. At most `most` requests are worked on at once.
    pub fn new(portal: Portal, routes: Vec<Route>, most: usize) -> Self {
        let mut rooms = Router::new();
        for route in routes.into_iter().chain(crate::own_routes()) {
            rooms = rooms.route(route.path, route.handler);
        }
        let rooms = rooms
            .fallback(|| async { Error::NotFound })
            .method_not_allowed_fallback(|| async { Error::Method })
            .layer(DefaultBodyLimit::max(FORM))
            .with_state(portal.clone());
        let policy = headers::policy(&portal.assets.css_hash);
        let tls = portal.site.base_url.starts_with("https://");
        Self { portal, rooms, policy, tls, busy: Arc::default(), most, pause: patience::PAUSE }
    }

    /// How long a sender may pause in the middle of a form.
    pub fn pause(self, longest: Duration) -> Self {
        Self { pause: longest, ..self }
    }

    /// Answers one request. Never fails: a fault is a page too.
    pub async fn respond<B>(&self, request: Request<B>) -> Response<Body>
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let started = Instant::now();
        let here = self.busy.fetch_add(1, Ordering::Relaxed);
        let _leave = Leave(&self.busy);
        let (mut parts, body) = request.into_parts();
        let encoding = Encoding::accepted(&parts.headers);
        let asked = parts.headers.remove(header::IF_NONE_MATCH);
        let (arrival, uri, explicit) = arrive(&parts.uri, &parts.headers);
        let cookie = explicit.filter(|lang| cookie(&parts.headers, "lang") != Some(lang.tag()));

        let moment = Moment::of(&self.portal);
        let key = (parts.method == Method::GET || parts.method == Method::HEAD).then(|| key(&arrival, &uri));
        let kept = key.as_deref().and_then(|key| self.portal.pages.find(key, moment));
        let (mut response, was_kept) = if let Some(kept) = kept {
            (answer(&kept, encoding, asked.as_ref(), &parts.method), true)
        } else {
            let method = parts.method.clone();
            let refused = self.refuse(&parts.method, &parts.uri, &parts.headers, here);
            let response = if let Some(error) = refused {
                error.into_response()
            } else if let Some(target) = tidy(&uri, &arrival) {
                (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, target)]).into_response()
            } else {
                parts.uri = uri;
                parts.extensions.insert(arrival.clone());
                self.ask_room(Request::from_parts(parts, patience::within(body, self.pause))).await
            };
            let response = self.in_words(response, &arrival);
            (self.finish(response, key, moment, encoding, asked.as_ref(), &method).await, false)
        };
        headers::secure(response.headers_mut(), &self.policy, self.tls);
        if let Some(lang) = cookie
            && let Ok(value) =
                HeaderValue::try_from(format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", lang.tag()))
        {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        metrics::answered(response.status().as_u16(), was_kept, started.elapsed());
        response
    }

    /// The room's answer. HEAD is asked as GET, so that it says the same; a room that falls over is a fault like others.
    async fn ask_room(&self, mut request: Request<Body>) -> Response<Body> {
        if *request.method() == Method::HEAD {
            *request.method_mut() = Method::GET;
        }
        match AssertUnwindSafe(self.rooms.clone().oneshot(request)).catch_unwind().await {
            Ok(answer) => answer.unwrap_or_else(|never: Infallible| match never {}),
            Err(_) => Error::Internal(anyhow::anyhow!("the handler panicked")).into_response(),
        }
    }

    fn refuse(&self, method: &Method, uri: &Uri, headers: &HeaderMap, here: usize) -> Option<Error> {
        if here >= self.most {
            return Some(Error::Busy(2));
        }
        if uri.path().len() + uri.query().map_or(0, str::len) > ADDRESS {
            return Some(Error::TooLong);
        }
        (!cross_site::allowed(method, uri, headers)).then_some(Error::CrossSite)
    }

    /// Puts an error into the reader's words; its cause goes to the log under a reference.
    fn in_words(&self, mut response: Response<Body>, arrival: &Arrival) -> Response<Body> {
        let Some(Unshown(error)) = response.extensions_mut().remove::<Unshown>() else { return response };
        let status = error.status();
        let shown = show(Cx::new(self.portal.clone(), arrival.clone()), &error);
        let mut page = shown.unwrap_or_else(|_| status.into_response());
        *page.status_mut() = status;
        if let Error::Busy(seconds) = *error {
            page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
            page.headers_mut().insert(header::ALLOW, allow);
        }
        page
    }

    /// Tags, compresses and, when the room said so, keeps an answer.
    async fn finish(
        &self,
        response: Response<Body>,
        key: Option<String>,
        moment: Moment,
        encoding: Encoding,
        asked: Option<&HeaderValue>,
        method: &Method,
    ) -> Response<Body> {
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !compress::shrinks(kind) || response.headers().contains_key(header::CONTENT_ENCODING) {
            return if *method == Method::HEAD { without_body(response) } else { response };
        }
        let (mut parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, PAGE).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        parts.headers.remove(header::CONTENT_LENGTH);
        let private =
            parts.headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"no-store"));
        if !private && !parts.headers.contains_key(header::ETAG) && parts.status == StatusCode::OK {
            let tag = format!("W/\"{:016x}\"", xxhash_rust::xxh3::xxh3_64(&body));
            if let Ok(tag) = HeaderValue::try_from(tag) {
                parts.headers.insert(header::ETAG, tag);
            }
        }
        if parts.extensions.remove::<Keep>().is_some() {
            parts
                .headers
                .insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie, Save-Data"));
        } else {
            parts.headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
            let once = Kept::new(moment, parts.status, parts.headers, body);
            return answer(&once, encoding, asked, method);
        }
        let kept = Arc::new(Kept::new(moment, parts.status, parts.headers, body));
        if let Some(key) = key.filter(|_| kept.status == StatusCode::OK) {
            self.portal.pages.keep(key, Arc::clone(&kept));
        }
        answer(&kept, encoding, asked, method)
    }
}

struct Leave<'a>(&'a AtomicUsize);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// An answer to HEAD: everything but the body.
fn without_body(mut response: Response<Body>) -> Response<Body> {
    if let Some(length) = response.body().size_hint().exact() {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    *response.body_mut() = Body::empty();
    response
}

/// A kept page as an answer: 304 when the reader has it, else in the encoding they take.
fn answer(kept: &Kept, encoding: Encoding, asked: Option<&HeaderValue>, method: &Method) -> Response<Body> {
    let tag = kept.headers.get(header::ETAG);
    let same = tag.zip(asked).is_some_and(|(tag, asked)| {
        let asked = asked.as_bytes();
        asked == b"*" || asked.windows(tag.len()).any(|part| part == tag.as_bytes())
    });
    let encoding = if kept.body.len() < compress::LEAST { Encoding::Plain } else { encoding };
    let body = if same { Bytes::new() } else { kept.encoded(encoding) };
    let mut response = Response::new(Body::empty());
    *response.headers_mut() = kept.headers.clone();
    *response.status_mut() = if same { StatusCode::NOT_MODIFIED } else { kept.status };
    if !same && let Some(name) = encoding.name() {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    if *method == Method::HEAD {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    } else {
        *response.body_mut() = Body::from(body);
    }
    response
}

/// Language, data saver and the address without prefix; the language again when the address names it.
fn arrive(uri: &Uri, headers: &HeaderMap) -> (Arrival, Uri, Option<Lang>) {
    let path = uri.path();
    let mut pieces = path.splitn(3, '/').skip(1);
    let first = pieces.next().unwrap_or_default();
    let named = if first == Lang::Pseudo.tag() {
        Some(Lang::Pseudo)
    } else {
        Lang::ALL.into_iter().find(|lang| lang.tag() == first)
    };
    let saver = cookie(headers, "saver") == Some("1") || headers.get("save-data").is_some_and(|value| value == "on");
    let bare = match named {
        Some(_) => &path[1 + first.len()..],
        None => path,
    };
    let bare = if bare.is_empty() { "/" } else { bare };
    let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang =
        named.unwrap_or_else(|| if path == "/" { words::negotiate(cookie(headers, "lang"), accept) } else { Lang::En });
    let arrival = Arrival { lang, saver, path: bare.to_owned() };
    let target = uri.query().map_or_else(|| bare.to_owned(), |query| format!("{bare}?{query}"));
    let uri =
        if named.is_some() { Uri::try_from(target).unwrap_or_else(|_| Uri::from_static("/")) } else { uri.clone() };
    (arrival, uri, named.filter(|lang| *lang != Lang::Pseudo))
}

/// `/people/` is `/people`, so that every page has one address. Never what a browser could read as another host.
fn tidy(uri: &Uri, arrival: &Arrival) -> Option<String> {
    let path = uri.path();
    let short = path.trim_end_matches('/');
    if path.len() < 2
        || short.len() == path.len()
        || short.is_empty()
        || short.starts_with("//")
        || short.contains('\\')
    {
        return None;
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Some(format!("{}{short}{query}", arrival.lang.prefix()))
}

fn key(arrival: &Arrival, uri: &Uri) -> String {
    let saver = if arrival.saver { "s" } else { "" };
    format!("{}{saver} {}", arrival.lang.tag(), uri.path_and_query().map_or("/", |path| path.as_str()))
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        })
}

#[derive(Template)]
#[template(path = "error.html")]
struct Sorry<'a> {
    t: Text,
    cx: &'a Cx,
    title: &'a str,
    what: &'a str,
    reference: Option<String>,
}

fn show(cx: Cx, error: &Error) -> crate::Result<Response<Body>> {
    let t = Text(cx.lang);
    let (title, what) = match error {
        Error::NotFound => (t.not_found_title(), t.not_found()),
        Error::Gone => (t.gone_title(), t.gone()),
        Error::CrossSite => (t.cross_site_title(), t.cross_site()),
        Error::Method => (t.method_title(), t.method()),
        Error::Malformed => (t.malformed_title(), t.malformed()),
        Error::TooLong | Error::TooMuch => (t.too_long_title(), t.too_long()),
        Error::Busy(_) => (t.busy_title(), t.busy()),
        Error::Unwritable => (t.unwritable_title(), t.unwritable()),
        Error::Internal(_) => (t.internal_title(), t.internal()),
    };
    let reference = if let Error::Internal(cause) = error {
        let id = basics::Id::<Error>::new();
        let reference = id.as_str()[id.as_str().len() - 8..].to_uppercase();
        tracing::error!(reference, path = cx.path, cause = format!("{cause:#}"), "a page failed");
        Some(reference)
    } else {
        None
    };
    let page = cx.page(title, &Sorry { t, cx: &cx, title, what, reference })?;
    Ok(page.status(error.status()).not_indexed().own_search().cache(Cache::Never).into_response())
}
