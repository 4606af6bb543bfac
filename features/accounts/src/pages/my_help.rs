//! `/me/helped`: what helpers did for somebody, in plain words; a code to say to a helper; and the word that nobody may
//! act for them.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    response::Response,
};
use basics::At;
use serde::Deserialize;
use web::{Cx, Page, Result, form};

use super::fresh::framed;
use crate::{
    Text,
    code::{Code, Kind},
    event::record,
    store::{accounts, claims, helped, helped::Line, sessions, tickets},
};

/// Lines on one page.
const LINES: i64 = 50;

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    /// Moment and id of the last line on the page before.
    #[serde(default)]
    at: Option<i64>,
    #[serde(default)]
    before: String,
}

#[derive(Template)]
#[template(path = "pages/my_help.html")]
struct MyHelp<'a> {
    t: Text,
    cx: &'a Cx,
    takes_help: bool,
    /// The paper with the claim code still holds.
    claimable: bool,
    lines: Vec<Line>,
    older: Option<String>,
}

pub(crate) async fn my_help(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let t = Text(cx.lang);
    let (db, account) = (&cx.portal.db, accounts::get(&cx.portal.db, &cx.signed()?.account).await?);
    let before = asked.at.map(|at| (At(at), asked.before.as_str()));
    let mut lines = helped::list(db, account.id.as_str(), before, LINES + 1).await?;
    let more = lines.len() > LINES as usize;
    lines.truncate(LINES as usize);
    let older = lines
        .last()
        .filter(|_| more)
        .map(|last| cx.href(format_args!("/me/helped?at={}&before={}", last.deed.at.0, last.id)));
    let claimable = claims::exists(db, &account.person).await?;
    framed(&cx, t.me_helped(), "me", &MyHelp { t, cx: &cx, takes_help: account.takes_help, claimable, lines, older })
}

impl MyHelp<'_> {
    fn when(&self, line: &Line) -> String {
        words::moment(self.cx.lang, line.deed.at)
    }

    /// What was done, in a sentence.
    fn said(&self, line: &Line) -> String {
        let t = self.t;
        let who = line.handle.as_deref().unwrap_or_else(|| t.helped_somebody());
        let page = self.page(&line.deed.path);
        match line.deed.what.as_str() {
            "registered" => t.helped_registered(who),
            "began" => t.helped_began(who),
            "ended" => t.helped_ended(who),
            "sent" => t.helped_sent(who, page),
            _ => t.helped_opened(who, page),
        }
    }

    /// What a page is called, where it has a name; else its address.
    fn page<'b>(&self, path: &'b str) -> &'b str {
        match path {
            "/me" => self.t.me_title(),
            "/me/settings" => self.t.me_settings(),
            "/help-out/end" => self.t.acting_end(),
            other => other,
        }
    }
}

#[derive(Template)]
#[template(path = "pages/my_help_code.html")]
struct Spoken<'a> {
    t: Text,
    cx: &'a Cx,
    code: String,
    until: String,
}

/// Makes a code to say to a helper; one that was made before is worth nothing.
pub(crate) async fn make_spoken_code(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let account = cx.signed()?.account.clone();
    let (code, kind) = (Code::make(Kind::Spoken), tickets::Kind::Spoken);
    let mut tx = cx.portal.db.begin().await?;
    tickets::void(&mut tx, &account, kind).await?;
    tickets::insert(&mut tx, &code.digest(&account), kind, Some(&account), "", cx.now).await?;
    tx.commit().await?;
    let until = words::time(cx.lang, cx.now.plus(kind.lasts()));
    framed(&cx, t.helped_code_title(), "me", &Spoken { t, cx: &cx, code: code.shown(), until })
}

#[derive(Deserialize)]
pub(crate) struct Wanted {
    /// `yes` or `no`.
    #[serde(default)]
    help: String,
}

/// Says whether helpers may act for this person. A no ends what is going on.
pub(crate) async fn want_help(cx: Cx, typed: std::result::Result<Form<Wanted>, FormRejection>) -> Result<Response> {
    let Form(wanted) = typed?;
    let id = cx.signed()?.account.clone();
    let mut tx = cx.portal.db.begin().await?;
    let mut account = accounts::get_in(&mut tx, &id).await?;
    account.takes_help = wanted.help == "yes";
    accounts::update(&mut tx, &account).await?;
    if !account.takes_help {
        sessions::end_helpers(&mut tx, &id).await?;
        tickets::void(&mut tx, &id, tickets::Kind::Spoken).await?;
    }
    let detail = if account.takes_help { "help=yes" } else { "help=no" };
    record(&mut tx, &id, "help-wanted", &id, detail, cx.now).await?;
    tx.commit().await?;
    Ok(form::see_other(&cx.href("/me/helped")))
}
