//! A browser: it keeps cookies, sends forms as browsers do, and follows nothing by itself.

use std::collections::BTreeMap;

use basics::{At, Role};
use db::params;
use testkit::{Answer, TestPortal};

use crate::{Account, Settings, store};

pub const PASSPHRASE: &str = "three goats cross rivers";

pub fn rooms() -> Vec<feature::Feature> {
    rooms_with(Settings::default())
}

pub fn rooms_with(settings: Settings) -> Vec<feature::Feature> {
    vec![crate::feature(settings), people::feature()]
}

pub async fn house() -> TestPortal {
    TestPortal::new(rooms()).await
}

#[derive(Clone)]
pub struct Browser<'a> {
    pub house: &'a TestPortal,
    pub cookies: BTreeMap<String, String>,
}

impl<'a> Browser<'a> {
    pub fn new(house: &'a TestPortal) -> Self {
        Self { house, cookies: BTreeMap::new() }
    }

    /// The same browser, asking another node.
    pub fn at<'b>(&self, house: &'b TestPortal) -> Browser<'b> {
        Browser { house, cookies: self.cookies.clone() }
    }

    fn ask(&self, method: &str, path: &str) -> testkit::Ask {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.house.ask(method, path).cookie(&pairs.join("; "))
    }

    async fn send(&mut self, ask: testkit::Ask) -> Answer {
        let answer = ask.send().await;
        for set in answer.headers("set-cookie") {
            let (name, rest) = set.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let ask = self.ask("GET", path);
        self.send(ask).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let ask = self.ask("POST", path).form(fields);
        self.send(ask).await
    }

    pub async fn post_from(&mut self, address: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let ask = self.ask("POST", path).header("x-forwarded-for", address).form(fields);
        self.send(ask).await
    }

    pub async fn json(&mut self, path: &str, body: &str) -> Answer {
        let ask = self.ask("POST", path).header("sec-fetch-site", "same-origin");
        let ask = ask.header("content-type", "application/json").body(body.to_owned());
        self.send(ask).await
    }

    /// Joins on a phone of one's own and returns the account.
    pub async fn join(&mut self, handle: &str) -> Account {
        self.join_on(handle, "own").await
    }

    pub async fn join_on(&mut self, handle: &str, phone: &str) -> Account {
        let fields = [
            ("name", "Amina Uwase"),
            ("handle", handle),
            ("born", "1994"),
            ("passphrase", PASSPHRASE),
            ("phone", phone),
        ];
        let answer = self.post("/join", &fields).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/me/card?new=1"), "{}", answer.text());
        let db = &self.house.db;
        let id: String =
            db.one("SELECT id FROM accounts ORDER BY id DESC LIMIT 1", &[], |row| row.get(0)).await.unwrap();
        store::accounts::get(db, &id).await.unwrap()
    }

    pub async fn sign_in(&mut self, handle: &str, secret: &str, phone: &str) -> Answer {
        self.post("/sign-in", &[("handle", handle), ("passphrase", secret), ("phone", phone)]).await
    }

    pub async fn is_in(&mut self) -> bool {
        self.get("/me").await.status == 200
    }
}

pub async fn account(house: &TestPortal, id: &str) -> Account {
    store::accounts::get(&house.db, id).await.unwrap()
}

pub async fn give(house: &TestPortal, id: &str, role: Role) {
    let mut tx = house.db.begin().await.unwrap();
    let mut account = store::accounts::get_in(&mut tx, id).await.unwrap();
    account.roles = account.roles.with(role);
    store::accounts::update(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    recheck(house).await;
}

/// Waits until the node has seen every session that ended and every change of standing.
pub async fn recheck(house: &TestPortal) {
    let sql = "SELECT last FROM change_counter WHERE name = 'sessions'";
    let last: i64 = house.db.one(sql, &[], |row| row.get(0)).await.unwrap();
    let seen = async {
        while house.portal.feed.sessions() < last {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), seen).await.expect("the node looks again");
}

pub fn minutes(house: &TestPortal, minutes: i64) {
    house.clock.advance(minutes * At::MINUTE);
}

/// Whether the audit log holds this about an account.
pub async fn logged(house: &TestPortal, account: &str, action: &str) -> bool {
    let sql = "SELECT 1 FROM audit WHERE object = $1 AND action = $2 LIMIT 1";
    house.db.opt(sql, params![account, action], |_| Ok(())).await.unwrap().is_some()
}

/// The value of a hidden field.
pub fn hidden(answer: &Answer, name: &str) -> String {
    let (_, rest) = answer.text().split_once(&format!("name=\"{name}\" value=\"")).expect("the field is there");
    rest.split('"').next().unwrap().to_owned()
}
