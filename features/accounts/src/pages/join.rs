//! `/join`: three steps — language, name to show, what you do — and an account. Nothing is kept before the last.

use askama::Template;
use axum::{
    Form,
    extract::{Query, rejection::FormRejection},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use basics::{Lang, Level, Roles, limits};
use serde::{Deserialize, Serialize};
use web::{Cache, Cx, Error, Page, Result, form, form::Faults};

use super::fresh::framed;
use crate::{
    Text, birth,
    birth::BirthRefusal,
    entry::{self, Wish},
    event,
    handle::{Handle, HandleRefusal},
    join::{Newcomer, with_number},
    joining::{self, Joining},
    passphrase::{Passphrase, PassphraseRefusal},
    room,
    sign_in::{Outcome, Try, check},
};

/// What has been typed so far.
#[derive(Clone, Serialize, Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    pub(super) invitation: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    handle: String,
    #[serde(default)]
    born: String,
    /// Codes of crafts, with commas between where a browser sends several.
    #[serde(default)]
    craft: String,
    #[serde(default)]
    pub(super) passphrase: String,
    #[serde(default)]
    pub(super) phone: String,
    #[serde(default)]
    once: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct Invited {
    #[serde(default)]
    invitation: String,
}

#[derive(Template)]
#[template(path = "pages/join_language.html")]
struct Language<'a> {
    t: Text,
    cx: &'a Cx,
    invitation: &'a str,
    joining: Joining,
}

/// Step 1: the language, and whether joining is open.
pub(crate) async fn ask_language(cx: Cx, Query(asked): Query<Invited>) -> Result<Page> {
    let t = Text(cx.lang);
    let joining = joining::of(&cx, &asked.invitation).await?;
    let main = Language { t, cx: &cx, invitation: &asked.invitation, joining };
    Ok(cx.page(t.join_title(), &main)?.nav("sign-in").own_share().cache(Cache::Never))
}

impl Language<'_> {
    fn langs(&self) -> [Lang; 3] {
        Lang::ALL
    }
}

#[derive(Template)]
#[template(path = "pages/join_name.html")]
struct Name<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
}

/// Step 2: the name to show.
pub(crate) async fn ask_name(cx: Cx, Query(asked): Query<Invited>) -> Result<Page> {
    name_page(&cx, &Typed { invitation: asked.invitation, ..Typed::default() }, Faults::default())
}

fn name_page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let main = Name { t, cx, faults, typed };
    framed(cx, t.join_name_title(), "sign-in", &main)
}

#[derive(Template)]
#[template(path = "pages/join_rest.html")]
struct Rest<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
    crafts: Vec<(String, String)>,
    once: &'a str,
}

impl Rest<'_> {
    fn chosen(&self, code: &str) -> bool {
        self.typed.craft == code
    }
}

/// Step 3: what you do, the year of birth, and a passphrase. Nothing is kept yet.
pub(crate) async fn ask_rest(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Page> {
    let Form(mut typed) = typed?;
    let mut faults = Faults::default();
    typed.name = typed.name.trim().to_owned();
    if let Some(words) = name_words(Text(cx.lang), &typed.name) {
        faults.add("name", words);
    }
    if !faults.is_empty() {
        return name_page(&cx, &typed, faults);
    }
    if typed.handle.is_empty() {
        typed.handle = suggested(&typed.name);
    }
    rest_page(&cx, &typed, Faults::default())
}

/// A handle made of a name; empty when the name gives none.
pub(crate) fn suggested(name: &str) -> String {
    let joined = name.split_whitespace().collect::<Vec<_>>().join("-");
    let handle = Handle::parse(&joined).or_else(|_| Handle::parse(&basics::slug(name)));
    handle.map(|handle| handle.to_string()).unwrap_or_default()
}

fn rest_page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let once = if typed.once.is_empty() { cx.once() } else { typed.once.clone() };
    let main = Rest { t, cx, faults, typed, crafts: cx.portal.faces()?.crafts(cx.lang), once: &once };
    Ok(framed(cx, t.join_rest_title(), "sign-in", &main)?.passkeys())
}

/// Joins, and lets the person in.
pub(crate) async fn join(
    cx: Cx,
    headers: HeaderMap,
    typed: std::result::Result<Form<Typed>, FormRejection>,
) -> Result<Response> {
    let Form(typed) = typed?;
    let joining = joining::of(&cx, &typed.invitation).await?;
    if joining == Joining::Closed {
        return Ok(form::see_other(&cx.href("/join")));
    }
    let mut faults = Faults::default();
    let Some((handle, born, passphrase)) = checked(&cx, &typed, &mut faults) else {
        return Ok(rest_page(&cx, &typed, faults)?.into_response());
    };
    let passphrase = room(&cx)?.hasher.hash(passphrase).await.map_err(|_| Error::Busy(2))?;
    let crafts = crafts(&cx, &typed)?;
    let newcomer = Newcomer {
        handle: &handle,
        name: &typed.name,
        crafts: &crafts,
        born: Some(born),
        passphrase: Some(passphrase),
        lang: cx.lang,
        roles: Roles::default(),
        level: Level::Member,
        invited_by: None,
        made_by: None,
    };
    let wish = Wish { shared: typed.phone == "shared", shown: false, second_step: false };
    let mut tx = cx.portal.db.begin().await?;
    let invited_by = joining::take_invitation(&mut tx, &cx, &typed.invitation, joining).await?;
    let newcomer = Newcomer { invited_by, ..newcomer };
    let account = with_number(&mut tx, cx.portal.faces()?, &newcomer, cx.now).await?;
    // The same form again, after an answer that was lost on the way: the same account, not a second one.
    if !typed.once.is_empty()
        && let Some(before) = form::sent(&mut tx, &typed.once, &account.handle, cx.now).await?
    {
        drop(tx);
        return again(&cx, &headers, &typed, &before, wish).await;
    }
    let entered = entry::open(&mut tx, &cx, &headers, &account, wish).await?;
    event::note(&mut tx, &cx, "joined", account.id.as_str(), "").await?;
    tx.commit().await?;
    Ok(entered.to(&cx.href("/me/card?new=1")))
}

/// Lets somebody in who has just joined with this form: they know the passphrase.
async fn again(cx: &Cx, headers: &HeaderMap, typed: &Typed, handle: &str, wish: Wish) -> Result<Response> {
    let tried = Try { handle, secret: &typed.passphrase, device: None };
    let Outcome::In(account) = check(&cx.portal.db, &room(cx)?.hasher, tried, cx.now).await? else {
        return Ok(form::see_other(&cx.href("/sign-in")));
    };
    let mut tx = cx.portal.db.begin().await?;
    let entered = entry::open(&mut tx, cx, headers, &account, wish).await?;
    tx.commit().await?;
    Ok(entered.to(&cx.href("/me/card?new=1")))
}

/// What somebody says they do, where we know a word for it.
pub(super) fn crafts(cx: &Cx, typed: &Typed) -> Result<Vec<String>> {
    let known = cx.portal.faces()?.crafts(cx.lang).into_iter().map(|(code, _)| code);
    Ok(known.filter(|code| typed.craft == *code).collect())
}

/// What is wrong with a name to show, and what to do.
pub(crate) fn name_words(t: Text, name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some(t.name_missing());
    }
    if name.chars().count() > limits::NAME {
        return Some(t.name_too_long());
    }
    name.chars().any(crate::handle::is_hidden).then(|| t.name_invisible())
}

/// Handle, year of birth and passphrase; what is wrong goes to `faults`.
fn checked(cx: &Cx, typed: &Typed, faults: &mut Faults) -> Option<(Handle, i16, Passphrase)> {
    let t = Text(cx.lang);
    let who = who(cx, typed, faults);
    let handle = who.as_ref().map_or(typed.handle.as_str(), |(handle, _)| handle.as_str());
    let passphrase = Passphrase::chosen_beside(&typed.passphrase, handle);
    let passphrase = passphrase.map_err(|refusal| faults.add("passphrase", passphrase_words(t, refusal)));
    let ((handle, born), passphrase) = who.zip(passphrase.ok())?;
    Some((handle, born, passphrase))
}

/// Handle and year of birth; what is wrong with them or the name goes to `faults`. The name was looked at two pages ago,
/// but came back from the browser.
pub(super) fn who(cx: &Cx, typed: &Typed, faults: &mut Faults) -> Option<(Handle, i16)> {
    let t = Text(cx.lang);
    let name = name_words(t, &typed.name).filter(|_| !typed.name.is_empty());
    if let Some(words) = name {
        faults.add("name", words);
    }
    let born = birth::read(&typed.born, cx.now);
    let born = born.map_err(|refusal| faults.add("born", born_words(t, refusal)));
    let handle = Handle::parse(&typed.handle).map_err(|refusal| faults.add("handle", handle_words(t, refusal)));
    handle.ok().zip(born.ok()).filter(|_| name.is_none())
}

pub(crate) fn born_words(t: Text, refusal: BirthRefusal) -> &'static str {
    match refusal {
        BirthRefusal::Implausible => t.born_not_a_year(),
        BirthRefusal::TooYoung => t.born_too_young(),
    }
}

/// What is wrong with a handle, and what to do.
pub(crate) fn handle_words(t: Text, refusal: HandleRefusal) -> String {
    match refusal {
        HandleRefusal::Empty => t.handle_empty().into(),
        HandleRefusal::TooShort => t.handle_too_short().into(),
        HandleRefusal::TooLong => t.handle_too_long().into(),
        HandleRefusal::Character(c) => t.handle_character(c),
        HandleRefusal::Separators => t.handle_separators().into(),
        HandleRefusal::Digits => t.handle_digits().into(),
        HandleRefusal::MixedScripts { suggestion: Some(suggestion) } => t.handle_mixed_suggestion(suggestion),
        HandleRefusal::MixedScripts { suggestion: None } => t.handle_mixed().into(),
        HandleRefusal::Reserved => t.handle_reserved().into(),
    }
}

/// What is wrong with a passphrase, and what to do.
pub(crate) fn passphrase_words(t: Text, refusal: PassphraseRefusal) -> String {
    match refusal {
        PassphraseRefusal::TooShort => t.passphrase_too_short(),
        PassphraseRefusal::TooLong => t.passphrase_too_long(),
        PassphraseRefusal::Common => t.passphrase_common(),
        PassphraseRefusal::Own => t.passphrase_own(),
    }
    .into()
}
