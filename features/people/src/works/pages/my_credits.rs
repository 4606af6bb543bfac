//! `/me/credits`: works of others that name me, or want to. I agree, decline, or take back what I agreed to.

use std::collections::HashMap;

use askama::Template;
use axum::{Form, response::Response};
use basics::Id;
use serde::Deserialize;
use web::{Cx, Page, Result, form::see_other};

use super::step::Sent;
use crate::{
    Seen, Text,
    works::{
        self, SeenWork,
        asking::{self, Answer},
        credit::{Credit, State},
        store::credits,
    },
};

#[derive(Template)]
#[template(path = "works/pages/my_credits.html")]
struct MyCredits<'a> {
    t: Text,
    cx: &'a Cx,
    asked: Vec<(Credit, Seen, SeenWork)>,
    agreed: Vec<(Credit, Seen, SeenWork)>,
}

pub(crate) async fn show(cx: Cx) -> Result<Page> {
    let t = Text(cx.lang);
    let me = Id::from_text(&cx.signed()?.person);
    let (mut asked, mut agreed) = (Vec::new(), Vec::new());
    let credits = credits::of_person(&cx.portal.db, &me).await?;
    let ids: Vec<&str> = credits.iter().map(|credit| credit.work.as_str()).collect();
    let works = works::find_all(&cx.portal.db, &ids, cx.viewer).await?.into_iter();
    let mut works: HashMap<String, (Seen, SeenWork)> =
        works.map(|(owner, work)| (work.id.to_string(), (owner, work))).collect();
    for credit in credits {
        let into = match credit.state {
            State::Asked => &mut asked,
            State::Agreed => &mut agreed,
            State::Declined => continue,
        };
        // What one may not see asks nothing of one: a draft is no way to write to somebody.
        if let Some((owner, work)) = works.remove(credit.work.as_str()) {
            into.push((credit, owner, work));
        }
    }
    cx.own_page(t.my_credits(), &MyCredits { t, cx: &cx, asked, agreed })
}

impl MyCredits<'_> {
    fn href(&self, owner: &Seen, work: &SeenWork) -> String {
        self.cx.href(format_args!("{}/works/{}", owner.path, work.slug))
    }
}

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    work: String,
    #[serde(default)]
    answer: String,
}

pub(crate) async fn answer(cx: Cx, sent: Sent<Typed>) -> Result<Response> {
    let Form(Typed { work, answer }) = sent?;
    let answer = if answer == "agree" { Answer::Agree } else { Answer::Decline };
    asking::answer(&cx, &work, answer).await?;
    Ok(see_other(&cx.href("/me/credits")))
}
