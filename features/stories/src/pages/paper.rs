//! `/stories/code`: what somebody without an account does with the code on their paper: read the exact version, agree, ask
//! for a change, take it back.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use basics::At;
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::{
    Done, Sent,
    consenting::{self, Answered, Typed},
    erasing,
    own::withdraw::{may_withdraw, others},
    refused, words,
};
use crate::{How, Subject, Text, Use, Whole, paper, plugs::waiting::SOON, rules::subject_until, store};

#[derive(Template)]
#[template(path = "pages/paper.html")]
struct Code<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    faults: Faults,
    /// As typed, when it opened nothing.
    code: &'a str,
}

/// What opens with a code.
#[derive(Template)]
#[template(path = "pages/paper_open.html")]
struct Open<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    faults: Faults,
    whole: &'a Whole,
    code: &'a str,
    /// The form to agree with, while something is asked.
    form: Option<String>,
    others: Vec<(&'static str, &'static str)>,
}

pub(crate) async fn ask(cx: Cx, done: std::result::Result<Query<Done>, QueryRejection>) -> Result<Page> {
    let (t, done) = (Text(cx.lang), done?.words(Text(cx.lang)));
    cx.own_page(t.code_title(), &Code { t, cx: &cx, done, faults: Faults::default(), code: "" })
}

pub(crate) async fn act(cx: Cx, typed: Sent<Typed>) -> Result<Response> {
    let Form(typed) = typed?;
    let t = Text(cx.lang);
    let Some((subject, look)) = paper::read(&cx.portal.db, &typed.code).await? else {
        let mut faults = Faults::default();
        faults.add("code", t.code_unknown());
        let again = Code { t, cx: &cx, done: None, faults, code: &typed.code };
        return Ok(cx.own_page(t.code_title(), &again)?.into_response());
    };
    let subject = store::subjects::find(&cx.portal.db, &subject).await?.ok_or(Error::NotFound)?;
    if typed.what == "erase" && erasing::erase(&cx, &subject.story).await? {
        return Ok(see_other(&cx.href("/stories/code?done=erased")));
    }
    let (answered, done) = match typed.what.as_str() {
        "agree" => (Some(consenting::agree(&cx, &subject, &typed, How::Code).await?), "agreed"),
        "change" => (Some(consenting::decline(&cx, &subject).await?), "declined"),
        what => match what.strip_prefix("back-").and_then(Use::from_code) {
            Some(to) => (
                Some(consenting::withdraw(&cx, &subject, to).await?),
                if to == Use::Site { "withdrawn" } else { "use_withdrawn" },
            ),
            None => (None, ""),
        },
    };
    let mut faults = Faults::default();
    let done = match answered {
        Some(Answered::Done) => t.by_key(&format!("done_{done}")),
        Some(Answered::Faults(found)) => {
            faults = found;
            None
        }
        Some(Answered::Refused(refusal)) => {
            faults.add("answer", refused(t, &refusal));
            None
        }
        None => None,
    };
    open(&cx, &subject, &look, &typed, done, faults).await
}

async fn open(
    cx: &Cx,
    subject: &Subject,
    look: &str,
    typed: &Typed,
    done: Option<&'static str>,
    faults: Faults,
) -> Result<Response> {
    let t = Text(cx.lang);
    let whole = store::whole::find(&cx.portal.db, &subject.story).await?.ok_or(Error::NotFound)?;
    let public = whole.story.standing.is_public();
    let asks = !faults.is_empty() || (done.is_none() && (!public || ends_soon(&whole, subject, cx.now)));
    let edition = if asks { consenting::version(cx, &whole).await? } else { None };
    let folder = cx.href(format_args!("/stories/code/media/{look}"));
    let form = match &edition {
        Some(edition) => Some(consenting::form(cx, (subject, edition), &folder, typed, &faults)?),
        None => None,
    };
    let others = if public { others(cx, &whole, subject) } else { Vec::new() };
    let open = Open { t, cx, done, faults, whole: &whole, code: &typed.code, form, others };
    Ok(cx.own_page(t.code_title(), &open)?.into_response())
}

/// What they agreed to for these pages ends within the time in which people are asked again.
fn ends_soon(whole: &Whole, subject: &Subject, now: At) -> bool {
    subject_until(whole, subject, &whole.story.root, Use::Site, now.plus(SOON)).is_none()
}

impl Open<'_> {
    fn state(&self) -> &'static str {
        words::state(self.t, self.whole.story.state())
    }

    fn next(&self) -> &'static str {
        self.t.by_key(&format!("next_{}", self.whole.story.state().code())).unwrap_or_default()
    }

    fn is_public(&self) -> bool {
        self.whole.story.standing.is_public()
    }

    fn cooling_until(&self) -> Option<String> {
        words::cooling_until(self.cx.lang, &self.whole.story)
    }

    fn may_erase(&self) -> bool {
        erasing::may_erase(self.whole)
    }

    fn may_withdraw(&self) -> bool {
        may_withdraw(self.whole)
    }
}
