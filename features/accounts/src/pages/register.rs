//! `/help-out/register`: a helper registers somebody who is with them and hands them a paper. With its claim code the
//! account becomes the person's own at any time; the helper keeps nothing.

use askama::Template;
use axum::{
    Form,
    extract::rejection::FormRejection,
    response::{IntoResponse, Response},
};
use basics::{Level, Roles};
use serde::Deserialize;
use web::{Cx, Error, Page, Result, form, form::Faults};

use super::{
    fresh::{self, framed},
    help_out::refusal_words,
    join::{born_words, handle_words, name_words, suggested},
    paper,
};
use crate::{
    Handle, Text, birth,
    claiming::{self, Paper},
    code,
    event::record,
    helping::{Refusal, may_help_one_more},
    join::{Newcomer, with_number},
    passphrase::{Passphrase, Pin, PinRefusal},
    room,
    store::{accounts, claims, codes, helped},
};

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    handle: String,
    #[serde(default)]
    born: String,
    #[serde(default)]
    craft: String,
    #[serde(default)]
    pin: String,
    #[serde(default)]
    passphrase: String,
    /// Recovery codes are wanted on the paper.
    #[serde(default)]
    card: String,
    /// The sentence was read aloud and the person said yes.
    #[serde(default)]
    agreed: String,
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "pages/register.html")]
struct Register<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    typed: &'a Typed,
    crafts: Vec<(String, String)>,
    once: String,
}

impl Register<'_> {
    fn chosen(&self, code: &str) -> bool {
        self.typed.craft == code
    }
}

pub(crate) async fn ask_to_register(cx: Cx) -> Result<Page> {
    page(&cx, &Typed::default(), Faults::default())
}

fn page(cx: &Cx, typed: &Typed, faults: Faults) -> Result<Page> {
    let t = Text(cx.lang);
    let crafts = cx.portal.faces()?.crafts(cx.lang);
    let main = Register { t, cx, faults, typed, crafts, once: fresh::once(cx, &typed.once) };
    framed(cx, t.register_title(), "me", &main)
}

/// What was typed, checked.
struct Checked {
    handle: Handle,
    born: i16,
    pin: Option<Pin>,
    passphrase: Option<Passphrase>,
}

fn checked(cx: &Cx, typed: &Typed, faults: &mut Faults) -> Option<Checked> {
    let t = Text(cx.lang);
    if let Some(words) = name_words(t, &typed.name) {
        faults.add("name", words);
    }
    let handle = if typed.handle.trim().is_empty() { suggested(&typed.name) } else { typed.handle.clone() };
    let handle = Handle::parse(&handle).map_err(|refusal| faults.add("handle", handle_words(t, refusal))).ok();
    let born = birth::read(&typed.born, cx.now);
    let born = born.map_err(|refusal| faults.add("born", born_words(t, refusal))).ok();
    let pin = match typed.pin.is_empty() {
        true => None,
        false => Pin::chosen(&typed.pin).map_err(|refusal| faults.add("pin", pin_words(t, refusal))).ok(),
    };
    let name = handle.as_ref().map(ToString::to_string).unwrap_or_default();
    let passphrase = match typed.passphrase.is_empty() {
        true => None,
        false => fresh::chosen(cx, &name, &typed.passphrase, faults),
    };
    if typed.agreed.is_empty() {
        faults.add("agreed", t.register_not_agreed());
    }
    let (handle, born) = handle.zip(born).filter(|_| faults.is_empty())?;
    Some(Checked { handle, born, pin, passphrase })
}

fn pin_words(t: Text, refusal: PinRefusal) -> &'static str {
    match refusal {
        PinRefusal::Shape => t.register_pin_shape(),
        PinRefusal::Common => t.register_pin_common(),
    }
}

pub(crate) async fn register(cx: Cx, typed: std::result::Result<Form<Typed>, FormRejection>) -> Result<Response> {
    let Form(mut typed) = typed?;
    typed.name = typed.name.trim().to_owned();
    let mut faults = Faults::default();
    let Some(checked) = checked(&cx, &typed, &mut faults) else {
        return Ok(page(&cx, &typed, faults)?.into_response());
    };
    let hasher = &room(&cx)?.hasher;
    let (mut passphrase, mut pin) = (None, None);
    if let Some(secret) = &checked.passphrase {
        passphrase = Some(hasher.hash(secret).await.map_err(|_| Error::Busy(2))?);
    }
    if let Some(secret) = &checked.pin {
        pin = Some(hasher.hash(secret).await.map_err(|_| Error::Busy(2))?);
    }
    let crafts = cx.portal.faces()?.crafts(cx.lang).into_iter().map(|(code, _)| code);
    let crafts: Vec<String> = crafts.filter(|code| typed.craft == *code).collect();
    let helper = cx.signed()?.account.clone();
    let newcomer = Newcomer {
        handle: &checked.handle,
        name: &typed.name,
        crafts: &crafts,
        born: Some(checked.born),
        passphrase,
        lang: cx.lang,
        roles: Roles::default(),
        level: Level::Member,
        invited_by: None,
        made_by: Some(helper.clone()),
    };
    make(&cx, &typed, &newcomer, pin, &helper).await
}

/// Makes account, codes and paper in one transaction.
async fn make(cx: &Cx, typed: &Typed, newcomer: &Newcomer<'_>, pin: Option<String>, helper: &str) -> Result<Response> {
    let (db, faces) = (&cx.portal.db, cx.portal.faces()?);
    let mut tx = db.begin().await?;
    changes::take_turn(&mut tx).await?;
    if !may_help_one_more(&mut tx, helper, "", cx.now).await? {
        drop(tx);
        let mut faults = Faults::default();
        faults.add("name", refusal_words(Text(cx.lang), Refusal::Enough));
        return Ok(page(cx, typed, faults)?.into_response());
    }
    let mut account = with_number(&mut tx, faces, newcomer, cx.now).await?;
    let form = format!("register {helper} {}", typed.once);
    if let Some(before) = form::sent(&mut tx, &form, account.id.as_str(), cx.now).await? {
        drop(tx);
        return once_more(cx, typed, &before).await;
    }
    account.secrets.pin = pin;
    accounts::update(&mut tx, &account).await?;
    helped::insert_in(&mut tx, account.id.as_str(), helper, "registered", "", cx.now).await?;
    hand_over(cx, tx, &account, typed, helper).await
}

/// The same form again: no second account, but a paper that holds, in place of the one that got lost on the way.
async fn once_more(cx: &Cx, typed: &Typed, account: &str) -> Result<Response> {
    let account = accounts::get(&cx.portal.db, account).await?;
    if !claims::exists(&cx.portal.db, &account.person).await? {
        return Ok(form::see_other(&cx.href("/help-out")));
    }
    let tx = cx.portal.db.begin().await?;
    let helper = cx.signed()?.account.clone();
    hand_over(cx, tx, &account, typed, &helper).await
}

async fn hand_over(cx: &Cx, mut tx: db::Tx, account: &crate::Account, typed: &Typed, helper: &str) -> Result<Response> {
    let id = account.id.as_str();
    let paper = Paper { handle: account.handle.clone(), code: claiming::make(&mut tx, &account.person, cx.now).await? };
    let card = if typed.card.is_empty() { Vec::new() } else { code::card() };
    let hashes: Vec<String> = card.iter().map(|code| code.digest(id)).collect();
    codes::replace(&mut tx, id, &hashes, cx.now).await?;
    record(&mut tx, helper, "registered", id, "", cx.now).await?;
    tx.commit().await?;
    Ok(paper::page(cx, &paper, &card, "/help-out")?.into_response())
}
