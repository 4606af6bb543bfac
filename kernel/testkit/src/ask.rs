//! Requests to a portal without a socket, and their answers.

use bytes::Bytes;
use http::{HeaderMap, Request, Response, header, request};
use http_body_util::{BodyExt, Full};
use url::form_urlencoded::Serializer;
use web::Front;

/// A request about to be sent.
pub struct Ask {
    front: Front,
    request: request::Builder,
    body: Bytes,
}

impl Ask {
    pub(crate) fn new(front: Front, method: &str, path: &str) -> Self {
        let request = Request::builder().method(method).uri(path).header(header::HOST, "portal.test");
        Self { front, request, body: Bytes::new() }
    }

    /// Adds a header; one given twice is sent twice.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub fn cookie(self, cookie: &str) -> Self {
        self.header("cookie", cookie)
    }

    /// A form as a browser sends it from one of the portal's own pages.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        self.header("sec-fetch-site", "same-origin").header("content-type", "application/x-www-form-urlencoded").body(body)
    }

    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    pub async fn send(self) -> Answer {
        let request = self.request.body(Full::new(self.body)).unwrap();
        Answer::read(self.front.respond(request).await).await
    }
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    async fn read<B>(response: Response<B>) -> Self
    where
        B: http_body_util::BodyExt,
        B::Error: std::fmt::Debug,
    {
        let (parts, body) = response.into_parts();
        let body = BodyExt::collect(body).await.expect("the body arrives whole").to_bytes();
        Self { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// The first header of this name; empty without one.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// All headers of this name.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is text")
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }

    /// Every JSON-LD block of a page.
    pub fn json_ld(&self) -> Vec<serde_json::Value> {
        let blocks = self.text().split("<script type=\"application/ld+json\">").skip(1);
        blocks
            .map(|block| serde_json::from_str(block.split("</script>").next().unwrap()).expect("JSON-LD is JSON"))
            .collect()
    }

    pub fn contains(&self, part: &str) -> bool {
        self.text().contains(part)
    }
}
