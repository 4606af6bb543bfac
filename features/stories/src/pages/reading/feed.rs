//! What the feeds of stories tell: the newest that everybody in them lets the press have, by form and language; and who
//! took them away.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use basics::{At, Lang};
use url::form_urlencoded::parse;
use web::{Cx, Result};

use crate::{Form, Glance, Text, Use, reading, store, store::lists::Ask};

/// Stories in a feed.
const ENTRIES: i64 = 50;
/// Longest name and contact that is kept of a reader, in characters.
const NAME: usize = 120;

/// A feed that is asked for.
pub(super) struct Feed {
    pub form: Option<Form>,
    /// The one language wanted; without it, everything in the reader's language or the nearest there is.
    pub told: Option<Lang>,
    pub lang: Lang,
    pub stories: Vec<Glance>,
}

impl Feed {
    /// Reads the question and the stories, and notes who takes them away.
    pub(super) async fn read(cx: &Cx, query: &str, headers: &HeaderMap) -> Result<Self> {
        let asked =
            |name: &str| parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        let form = asked("form").and_then(|code| Form::from_code(&code));
        let told = asked("lang").and_then(|tag| Lang::from_tag(&tag));
        let lang = told.unwrap_or(cx.lang);
        let terms: Vec<String> = form
            .map(|form| format!("form:{}", form.code()))
            .into_iter()
            .chain(told.map(|lang| format!("language:{}", lang.tag())))
            .collect();
        let ask = Ask { to: Use::Press, terms: &terms, among: None, cursor: None, back: false, limit: ENTRIES };
        let found = reading::list(&cx.portal.db, &ask, lang, cx.now).await?;
        let stories: Vec<Glance> = found.into_iter().map(|(glance, _)| glance).collect();
        if let Some((reader, contact)) = named(headers) {
            let ids: Vec<&str> = stories.iter().map(|story| story.id.as_str()).collect();
            store::copies::taken(&cx.portal.db, &ids, &reader, "feed", &contact, cx.now).await?;
        }
        Ok(Self { form, told, lang, stories })
    }

    /// The address of this very feed, with scheme and host.
    pub(super) fn address(&self, cx: &Cx, path: &str) -> String {
        let form = self.form.map(|form| format!("form={}", form.code()));
        let told = self.told.map(|lang| format!("lang={}", lang.tag()));
        let query: Vec<String> = form.into_iter().chain(told).collect();
        let path = if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) };
        cx.absolute(path)
    }

    pub(super) fn title(&self, cx: &Cx) -> String {
        let t = Text(self.lang);
        let form = self.form.and_then(|form| t.by_key(&format!("form_{}", form.code())));
        [Some(t.read_feed_title(&cx.portal.site.name)), form.map(str::to_owned)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// When it last had something to tell; this day's beginning while it is empty.
    pub(super) fn updated(&self, now: At) -> At {
        let newest = self.stories.iter().map(|story| story.updated_at).max();
        newest.unwrap_or(At(now.0 - now.0.rem_euclid(At::DAY)))
    }
}

/// A reader that says who it is and where it can be told that a story was taken back: by the header `From`, or by an
/// address in its name, as feed readers have it: `Reader/1.0 (+https://reader.example)`. Browsers say neither.
fn named(headers: &HeaderMap) -> Option<(String, String)> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    let (agent, from) = (text(header::USER_AGENT), text(header::FROM));
    let address = agent.find("http://").or_else(|| agent.find("https://")).map(|at| {
        let rest = &agent[at..];
        &rest[..rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | ';' | ',')).unwrap_or(rest.len())]
    });
    let contact = if from.is_empty() { address? } else { from };
    let reader = agent.split([' ', '/', '(', ';']).find(|word| !word.is_empty()).unwrap_or(contact);
    let short = |text: &str| text.chars().filter(|c| !c.is_control()).take(NAME).collect();
    Some((short(reader), short(contact)))
}

/// The file. It is asked for anew each time: what was taken back is in no copy on the way.
pub(super) fn file(kind: &'static str, text: String) -> Response {
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, no-cache")];
    (headers, text).into_response()
}
