//! A portal with this room in it, where a cookie says who is signed in, and a page with a form.

use std::sync::Arc;

use async_trait::async_trait;
use basics::{At, Level, Member, PersonKey, Roles};
use feature::Feature;
use testkit::{Ask, TestPortal};
use web::{
    Access, Cache, Cx, Gate, Page, Portal, Result, Route, Signed, Tokens, Who,
    axum::{
        http::Method,
        response::{IntoResponse, Response},
    },
    form::Faults,
};

use crate::{Offer, Received, Settings};

const ANA: &str = "01930000-0000-7000-8000-00000000000a";

/// Whoever holds the cookie `session=ana` is signed in as the person `ana`.
struct ByName;

#[async_trait]
impl Gate for ByName {
    async fn who(&self, _: &Portal, tokens: &Tokens) -> Result<Who> {
        let Some(name) = &tokens.session else { return Ok(Who::Stranger) };
        Ok(Who::Signed(Arc::new(Signed {
            session: name.clone(),
            account: name.clone(),
            person: name.clone(),
            handle: name.clone(),
            member: Member::new(PersonKey::of(ANA).unwrap(), Level::Member, Roles::default(), false),
            shared: false,
            second_step: false,
            confirmed_at: At(0),
            asleep: false,
            helper: None,
            notices: Vec::new(),
        })))
    }

    fn banner(&self, _: &Cx, _: &Signed) -> Result<String> {
        Ok(String::new())
    }

    async fn helped(&self, _: &Portal, _: &Signed, _: &Method, _: &str) -> Result<()> {
        Ok(())
    }
}

#[derive(askama::Template)]
#[template(
    source = r#"{% import "upload.html" as upload %}{% import "form.html" as ui %}<form method="post" enctype="multipart/form-data">{% call ui::hidden(cx) %}{% endcall %}{% call upload::picture(u, "portrait", "Your picture", "Of you.", faults, held) %}{% endcall %}<button>Send</button></form>"#,
    ext = "html"
)]
struct Form<'a> {
    cx: &'a Cx,
    u: Offer<'a>,
    faults: Faults,
    held: &'a str,
}

fn form(cx: &Cx, faults: Faults, held: &str) -> Result<Page> {
    Ok(cx.page("A picture", &Form { cx, u: Offer::of(cx), faults, held })?.cache(Cache::Never).not_indexed())
}

async fn ask(cx: Cx) -> Result<Page> {
    form(&cx, Faults::default(), "")
}

#[derive(serde::Deserialize)]
struct Typed {
    #[serde(default)]
    line: String,
}

/// Says what came: the line, how many boxes were ticked, the picture's bytes; the form again when it is not taken.
async fn take(cx: Cx, mut received: Received) -> Result<Response> {
    let typed: Typed = received.form()?;
    let boxes = received.texts("box").count();
    if typed.line == "not yet" {
        received.hold(&cx).await?;
        return Ok(form(&cx, Faults::default(), received.held("portrait"))?.into_response());
    }
    match received.picture("portrait") {
        Ok(Some(bytes)) => {
            Ok(format!("{} {boxes} {} {}", typed.line, bytes.len(), crate::hash(&bytes)).into_response())
        }
        Ok(None) => Ok(format!("{} {boxes} none", typed.line).into_response()),
        Err(declined) => {
            let mut faults = Faults::default();
            faults.add("portrait", declined.words(cx.lang));
            Ok(form(&cx, faults, received.held("portrait"))?.into_response())
        }
    }
}

/// Wide enough for every test, on any disk.
pub(super) const SETTINGS: Settings =
    Settings { data_price: 5, day_bytes: 100_000_000, kept_bytes: 200_000_000, disk_percent: 101 };

pub(super) async fn house() -> TestPortal {
    TestPortal::new(rooms(SETTINGS)).await
}

pub(super) fn rooms(settings: Settings) -> Vec<Feature> {
    let room = Feature::new("room").gate(ByName).routes(vec![
        Route::get("/me/picture", Access::Own, ask),
        Route::post("/me/picture", Access::Own, take),
        Route::post("/open", Access::Anyone, take),
    ]);
    vec![room, crate::feature(settings)]
}

/// A request of somebody signed in, from one of the portal's pages.
pub(super) fn by(house: &TestPortal, who: &str, method: &str, path: &str) -> Ask {
    house.ask(method, path).cookie(&format!("__Host-session={who}")).header("sec-fetch-site", "same-origin")
}
