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
    Cache, Cx, Error, Portal, Route, Text, Tokens, Who,
    cache::{Kept, Moment},
    compress::{self, Encoding},
    cookies::{self, read as cookie},
    cross_site,
    cx::Arrival,
    error::Unshown,
    form::{self, Secret},
    gate::{Peer, sender},
    guard, headers, metrics,
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
    behind_proxy: bool,
    busy: Arc<AtomicUsize>,
    most: usize,
    pause: Duration,
}

impl Front {
    /// Builds the site from all rooms' routes. At most `most` requests are worked on at once.
    pub fn new(portal: Portal, routes: Vec<Route>, most: usize) -> Self {
        let mut rooms = Router::new();
        for route in routes.into_iter().chain(crate::own_routes()) {
            rooms = rooms.route(route.path, guard::guarded(route.access, &portal, route.handler));
        }
        let rooms = rooms
            .fallback(|| async { Error::NotFound })
            .method_not_allowed_fallback(|| async { Error::Method })
            .layer(DefaultBodyLimit::max(FORM))
            .with_state(portal.clone());
        let policy = headers::policy(&portal.assets.css_hash);
        let tls = portal.site.base_url.starts_with("https://");
        Self { portal, rooms, policy, tls, behind_proxy: false, busy: Arc::default(), most, pause: patience::PAUSE }
    }

    /// Every request comes through the host's own proxy, which says where from.
    pub fn behind_proxy(self, behind_proxy: bool) -> Self {
        Self { behind_proxy, ..self }
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
        let (mut arrival, uri, explicit) = arrive(&parts.uri, &parts.headers);
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0);
        arrival.reads = parts.method.is_safe();
        arrival.sender = sender(&parts.headers, peer, self.behind_proxy);
        let (who, secret) = self.who(&parts.headers).await;
        arrival.secret = secret;
        if let Ok(Who::Signed(signed)) = &who {
            arrival.signed = Some(Arc::clone(signed));
        }
        let cookie = explicit.filter(|lang| cookie(&parts.headers, "lang") != Some(lang.tag()));

        let moment = Moment::of(&self.portal);
        let open = matches!(who, Ok(Who::Stranger));
        let reads = parts.method == Method::GET || parts.method == Method::HEAD;
        let key = (open && reads).then(|| key(&arrival, &uri));
        let kept = key.as_deref().and_then(|key| self.portal.pages.find(key, moment));
        let (mut response, was_kept) = if let Some(kept) = kept {
            (answer(&kept, encoding, asked.as_ref(), &parts.method), true)
        } else {
            let method = parts.method.clone();
            let from = cross_site::from(&parts.method, &parts.uri, &parts.headers);
            let refused = self.refuse(&parts.uri, from, here).or(who.as_ref().err().map(|_| Error::Busy(2)));
            let response = if let Some(error) = refused {
                error.into_response()
            } else if let Some(target) = tidy(&uri, &arrival) {
                (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, target)]).into_response()
            } else {
                parts.uri = uri;
                parts.extensions.insert(arrival.clone());
                let request = Request::from_parts(parts, patience::within(body, self.pause));
                self.ask_room(request, from, &arrival).await
            };
            let response = self.in_words(response, &arrival);
            let mut response = self.finish(response, key, moment, encoding, asked.as_ref(), &method).await;
            self.keep_private(&mut response, &who, &arrival);
            (response, false)
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

    /// Who holds the cookies, and the secret that forms of this browser are bound to.
    async fn who(&self, headers: &HeaderMap) -> (crate::Result<Who>, Arc<Secret>) {
        let secure = self.portal.site.secure();
        let tokens = Tokens::of(headers, secure);
        let Some(gate) = self.portal.plugs.gate.as_ref().filter(|_| !tokens.is_empty()) else {
            return (Ok(Who::Stranger), visit(headers, secure));
        };
        let who = gate.who(&self.portal, &tokens).await;
        let secret = match &who {
            Ok(Who::Signed(_)) => tokens.acting.or(tokens.session).map(|token| Arc::new(Secret::new(token))),
            _ => None,
        };
        if let Err(error) = &who {
            tracing::error!(?error, "a session could not be looked up");
        }
        (who, secret.unwrap_or_else(|| visit(headers, secure)))
    }

    /// What somebody signed in gets is kept nowhere; a browser forgets a session that has ended.
    fn keep_private(&self, response: &mut Response<Body>, who: &crate::Result<Who>, arrival: &Arrival) {
        let secure = self.portal.site.secure();
        let headers = response.headers_mut();
        match who {
            Ok(Who::Signed(signed)) if !is_file(headers) => {
                headers.remove(header::ETAG);
                headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                if signed.shared && signed.helper.is_none() && is_page(headers) {
                    headers.extend(leave_alone(arrival).map(|value| (header::REFRESH, value)));
                }
            }
            Ok(Who::Ended) if !headers.contains_key(header::SET_COOKIE) => {
                headers.append(header::SET_COOKIE, cookies::forget(cookies::SESSION, secure));
                headers.append(header::SET_COOKIE, cookies::forget(cookies::ACTING, secure));
                headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
            }
            _ => {}
        }
        if arrival.secret.is_used() && !matches!(who, Ok(Who::Signed(_))) {
            headers.append(header::SET_COOKIE, cookies::set(cookies::VISIT, &arrival.secret.text, secure, None));
        }
    }

    /// The room's answer. HEAD is asked as GET, so that it says the same; a room that falls over is a fault like others.
    async fn ask_room(&self, mut request: Request<Body>, from: cross_site::From, arrival: &Arrival) -> Response<Body> {
        if *request.method() == Method::HEAD {
            *request.method_mut() = Method::GET;
        }
        if from == cross_site::From::Unsaid && !needs_no_token(request.headers(), &arrival.path) {
            request = match form::checked(request, &arrival.secret.text, FORM).await {
                Ok(request) => request,
                Err(error) => return error.into_response(),
            };
        }
        if let Some((gate, signed)) = self.portal.plugs.gate.as_ref().zip(arrival.signed.as_ref())
            && signed.helper.is_some()
            && let Err(error) = gate.helped(&self.portal, signed, request.method(), &arrival.path).await
        {
            return error.into_response();
        }
        match AssertUnwindSafe(self.rooms.clone().oneshot(request)).catch_unwind().await {
            Ok(answer) => answer.unwrap_or_else(|never: Infallible| match never {}),
            Err(_) => Error::Internal(anyhow::anyhow!("the handler panicked")).into_response(),
        }
    }

    fn refuse(&self, uri: &Uri, from: cross_site::From, here: usize) -> Option<Error> {
        if here >= self.most {
            return Some(Error::Busy(2));
        }
        if uri.path().len() + uri.query().map_or(0, str::len) > ADDRESS {
            return Some(Error::TooLong);
        }
        (from == cross_site::From::Elsewhere).then_some(Error::CrossSite)
    }

    /// Puts an error into the reader's words; its cause goes to the log under a reference.
    fn in_words(&self, mut response: Response<Body>, arrival: &Arrival) -> Response<Body> {
        let Some(Unshown(error)) = response.extensions_mut().remove::<Unshown>() else { return response };
        let status = error.status();
        if let Some(way) = way_on(&error, arrival) {
            return form::see_other(&way);
        }
        let shown = show(Cx::new(self.portal.clone(), arrival.clone()), &error);
        let mut page = shown.unwrap_or_else(|_| status.into_response());
        *page.status_mut() = status;
        if let Error::Busy(seconds) | Error::TooOften(seconds) = *error {
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
    let asked = uri.path_and_query().map_or("/", |asked| asked.as_str()).to_owned();
    let arrival = Arrival { lang, saver, path: bare.to_owned(), asked, ..Arrival::default() };
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

/// Characters of the cookie that binds forms before anybody is signed in.
const VISIT: usize = 32;

/// The browser's own secret for forms; a new one, which it gets with its first page that has a form.
fn visit(headers: &HeaderMap, secure: bool) -> Arc<Secret> {
    let known = cookie(headers, &cookies::name(cookies::VISIT, secure)).filter(|value| value.len() == VISIT);
    Arc::new(Secret::new(known.map_or_else(|| uuid::Uuid::new_v4().simple().to_string(), str::to_owned)))
}

/// Seconds after which the screen of a shared phone is emptied, without a script: as long as the session lasts unused.
const IDLE: u32 = 600;

/// Leaves a page that nobody looks at any more.
fn leave_alone(arrival: &Arrival) -> Option<HeaderValue> {
    HeaderValue::try_from(format!("{IDLE}; url={}/sign-in?done=idle", arrival.lang.prefix())).ok()
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// What may be sent without saying where from: to save data is no secret, and its form stands on pages that are kept
/// for everybody; whoever signs in without any cookie is a script and has no session that could be taken over.
fn needs_no_token(headers: &HeaderMap, path: &str) -> bool {
    path == "/data-saver" || (path == "/sign-in" && !headers.contains_key(header::COOKIE))
}

/// Bytes that are the same for everybody: pictures, style, script.
fn is_file(headers: &HeaderMap) -> bool {
    headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().ends_with(b"immutable"))
}

/// Where an error leads at once: to sign in or to prove oneself, and back.
fn way_on(error: &Error, arrival: &Arrival) -> Option<String> {
    let to = match error {
        Error::SignIn if arrival.reads => "/sign-in",
        Error::Prove => "/me/prove",
        _ => return None,
    };
    let back = if arrival.reads { arrival.asked.as_str() } else { "/me" };
    let back = percent_encoding::utf8_percent_encode(back, percent_encoding::NON_ALPHANUMERIC);
    Some(format!("{}{to}?next={back}", arrival.lang.prefix()))
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
        Error::SignIn | Error::Prove => (t.sign_in_title(), t.sign_in()),
        Error::SecondStep => (t.second_step_title(), t.second_step()),
        Error::NotForHelpers => (t.not_for_helpers_title(), t.not_for_helpers()),
        Error::TooOften(_) => (t.too_often_title(), t.too_often()),
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
