//! An old browser without script: it keeps cookies, follows redirections, and sends the forms that stand in its page. It
//! does not say where a form comes from, so the form's own token has to.

use std::{collections::BTreeMap, sync::Arc};

use accounts::{Account, Hasher, Newcomer};
use basics::{Clock, Lang, Level, Role, Roles};
use config::Settings;
use plugs::Finder;
use testkit::{Answer, Opening, TestPortal};
use url::form_urlencoded::Serializer;

use super::form::Form;
use crate::features;

pub const PASSPHRASE: &str = "three goats cross rivers";

/// The whole house, with its index.
pub async fn house() -> TestPortal {
    TestPortal::searching(features::all(&Settings::default()), index).await
}

/// The index of a house, following its feed.
pub fn index(opening: Opening) -> Arc<dyn Finder> {
    let index = search::Index::open(&opening.folder, "test").unwrap();
    let shared: Arc<search::Index> = Arc::clone(&index);
    tokio::spawn(search::follow(shared, opening.db, opening.sources, opening.position));
    index
}

/// A second of silence.
pub fn wav() -> Vec<u8> {
    let chunk = |name: &[u8; 4], body: &[u8]| [name, &(body.len() as u32).to_le_bytes()[..], body].concat();
    let form = [[1, 0, 1, 0], [0x40, 0x1F, 0, 0], [0x40, 0x1F, 0, 0], [1, 0, 8, 0]].concat();
    let chunks = [chunk(b"fmt ", &form), chunk(b"data", &[128; 8000])].concat();
    chunk(b"RIFF", &[&b"WAVE"[..], &chunks].concat())
}

/// The hash of [`PASSPHRASE`]: made once, since it costs what it is meant to cost.
pub async fn kept() -> String {
    Hasher::default().hash(PASSPHRASE).await.unwrap()
}

/// Somebody who joins with a passphrase of this hash.
pub fn newcomer<'a>(handle: &'a accounts::Handle, name: &'a str, kept: &str) -> Newcomer<'a> {
    Newcomer {
        handle,
        name,
        crafts: &[],
        born: Some(1990),
        passphrase: Some(kept.to_owned()),
        lang: Lang::En,
        roles: Roles::default(),
        level: Level::Member,
        invited_by: None,
        made_by: None,
    }
}

/// Puts somebody into the house.
pub async fn member(house: &TestPortal, newcomer: Newcomer<'_>, roles: &[Role]) -> Account {
    let roles = roles.iter().fold(Roles::default(), |roles, role| roles.with(*role));
    let (newcomer, mut tx) = (Newcomer { roles, ..newcomer }, house.db.begin().await.unwrap());
    let made = accounts::exactly(&mut tx, house.portal.faces().unwrap(), &newcomer, house.clock.now()).await;
    tx.commit().await.unwrap();
    made.unwrap().unwrap()
}

#[derive(Clone)]
pub struct Browser<'a> {
    house: &'a TestPortal,
    pub cookies: BTreeMap<String, String>,
    /// Where it is, and what it shows.
    pub at: String,
    pub page: String,
    /// Everything it has shown.
    pub shown: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    pub fn new(house: &'a TestPortal) -> Self {
        Self { house, cookies: BTreeMap::new(), at: String::new(), page: String::new(), shown: Vec::new() }
    }

    pub fn jar(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// One answer, without following it.
    pub async fn ask(&mut self, method: &str, path: &str, body: Option<String>) -> Answer {
        let mut ask = self.house.ask(method, path);
        if !self.cookies.is_empty() {
            ask = ask.cookie(&self.jar());
        }
        if let Some(body) = body {
            ask = ask.header("content-type", "application/x-www-form-urlencoded").body(body);
        }
        let answer = ask.send().await;
        for set in answer.headers("set-cookie") {
            let (pair, rest) = set.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        self.shown.push((path.to_owned(), String::from_utf8_lossy(&answer.body).into_owned()));
        answer
    }

    /// Goes somewhere, and on to where it is sent; returns the last status.
    pub async fn open(&mut self, path: &str) -> u16 {
        let answer = self.ask("GET", path, None).await;
        self.follow(path, answer).await
    }

    /// Sends a form of the page as it was filled in.
    pub async fn send(&mut self, form: Form) -> u16 {
        let body = Serializer::new(String::new()).extend_pairs(&form.fields).finish();
        let answer = self.ask("POST", &form.action, Some(body)).await;
        self.follow(&form.action, answer).await
    }

    async fn follow(&mut self, path: &str, mut answer: Answer) -> u16 {
        let mut path = path.to_owned();
        while answer.status == 303 {
            path = answer.header("location").to_owned();
            answer = self.ask("GET", &path, None).await;
        }
        self.page = answer.text().to_owned();
        self.at = path;
        answer.status
    }

    /// A form of the page.
    pub fn form(&self, action: &str) -> Form {
        Form::of(&self.page, action)
    }

    /// Signs in on this phone.
    pub async fn sign_in(&mut self, lang: &str, handle: &str, phone: &str) -> u16 {
        self.open(&format!("{lang}/sign-in")).await;
        let form = self.form(&format!("{lang}/sign-in")).fill("handle", handle);
        self.send(form.fill("passphrase", PASSPHRASE).fill("phone", phone)).await
    }

    /// Signs out as the page of one's own place offers.
    pub async fn sign_out(&mut self, lang: &str) -> u16 {
        self.open(&format!("{lang}/me")).await;
        let form = self.form(&format!("{lang}/sign-out"));
        self.send(form).await
    }
}
