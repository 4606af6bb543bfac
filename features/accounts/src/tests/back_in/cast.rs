//! Invented people, and the phones they hold.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc, time::Duration};

use basics::{Clock, Lang, Level, Role, Roles};
use db::{Db, params};
use testkit::{Answer, TestPortal};
use web::cookies;

use crate::{
    Account, Accounts, Handle, Newcomer, Settings,
    code::{self, Code},
    exactly,
    passphrase::Passphrase,
    session,
    store::{codes, vouches},
    vouching::KnownFrom,
};

pub const OLD: &str = "green mango at noon";
pub const NEW: &str = "seven kites over the market";

pub async fn house() -> TestPortal {
    TestPortal::new(vec![crate::feature(Settings::default()), people::feature()]).await
}

/// Somebody who has joined, with [`OLD`] as their passphrase.
pub async fn member(house: &TestPortal, handle: &str, roles: &[Role]) -> Account {
    let hasher = &house.portal.room::<Accounts>().unwrap().hasher;
    let passphrase = hasher.hash(Passphrase::typed(OLD)).await.unwrap();
    let newcomer = Newcomer {
        handle: &Handle::parse(handle).unwrap(),
        name: handle,
        crafts: &[],
        born: Some(1990),
        passphrase: Some(passphrase),
        lang: Lang::Sw,
        roles: roles.iter().fold(Roles::default(), |roles, role| roles.with(*role)),
        level: Level::Vouched,
        invited_by: None,
        made_by: None,
    };
    let mut tx = house.db.begin().await.unwrap();
    let faces = house.portal.faces().unwrap();
    let account = exactly(&mut tx, faces, &newcomer, house.clock.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    account
}

/// A recovery card of somebody.
pub async fn card(house: &TestPortal, account: &Account) -> Vec<Code> {
    let card = code::card();
    let hashes: Vec<String> = card.iter().map(|code| code.digest(account.id.as_str())).collect();
    let mut tx = house.db.begin().await.unwrap();
    codes::replace(&mut tx, account.id.as_str(), &hashes, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    card
}

pub async fn vouch(db: &Db, giver: &Account, receiver: &Account, house: &TestPortal) {
    let mut tx = db.begin().await.unwrap();
    let (giver, receiver) = (giver.id.as_str(), receiver.id.as_str());
    vouches::give(&mut tx, giver, receiver, KnownFrom::Work, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// A browser: it keeps cookies and says that forms come from the portal's own pages.
pub struct Phone<'a> {
    house: &'a TestPortal,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'a> Phone<'a> {
    pub fn new(house: &'a TestPortal) -> Self {
        Self { house, cookies: RefCell::default() }
    }

    /// The phone of somebody who is signed in on it, with a second step.
    pub async fn of(house: &'a TestPortal, account: &Account) -> Self {
        let phone = Self::new(house);
        let mut tx = house.db.begin().await.unwrap();
        let opening = session::Opening { shared: false, second_step: true, device: "", helper: None };
        let (_, token) = session::open(&mut tx, account, &opening, house.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        let name = cookies::name(cookies::SESSION, house.portal.site.secure());
        phone.cookies.borrow_mut().insert(name, token);
        phone
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.read(self.house.ask("GET", path).cookie(&self.jar()).send().await)
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let ask = self.house.ask("POST", path).cookie(&self.jar()).header("sec-fetch-site", "same-origin");
        self.read(ask.form(fields).send().await)
    }

    /// Holds a cookie of this kind.
    pub fn holds(&self, kind: &str) -> bool {
        self.cookies.borrow().contains_key(&cookies::name(kind, self.house.portal.site.secure()))
    }

    fn jar(&self) -> String {
        self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn read(&self, answer: Answer) -> Answer {
        for cookie in answer.headers("set-cookie") {
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.into(), value.into());
            }
        }
        answer
    }
}

/// Lets a worker do what is due.
pub async fn work(house: &TestPortal) {
    let clock: Arc<dyn Clock> = Arc::<basics::ManualClock>::clone(&house.clock);
    let running = crate::work(jobs::Runner::new(house.db.clone(), Arc::clone(&clock)), &house.db, &clock).start();
    let now = house.clock.now();
    for _ in 0..500 {
        let due = jobs::leftovers(&house.db).await.unwrap().into_iter().filter(|job| job.run_at <= now).count();
        if due == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    running.stop().await;
}

/// How many rows a statement counts.
pub async fn count(db: &Db, sql: &str) -> i64 {
    db.one(sql, params![], |row| row.get(0)).await.unwrap()
}

/// Eight digits or twelve letters that stand in bold on a page.
pub fn bold(answer: &Answer) -> String {
    let all = answer.text().split("<b>").skip(1).filter_map(|part| part.split("</b>").next());
    let mut codes = all.filter(|part| part.chars().filter(|c| c.is_alphanumeric()).count() >= 8 && !part.contains('<'));
    codes.next().expect("a code stands on the page").to_owned()
}
