//! Everybody the table of access has a column for, signed in on a phone of their own.

use accounts::{Account, Handle, Newcomer, store};
use basics::{At, Clock, Level, Role};
use db::params;
use testkit::{Answer, TestPortal};

use super::super::{
    browser::{Browser, PASSPHRASE, kept, member, newcomer},
    form::main,
};

/// One actor: the name of the column, whether roles sleep, and the cookies of a session just proved and of an old one.
pub struct Actor {
    pub name: &'static str,
    pub asleep: bool,
    pub cookies: [String; 2],
    /// Who they are; nobody for a stranger.
    pub account: Option<Account>,
}

const ROLES: [(&str, Level, &[Role], i16); 8] = [
    ("member", Level::Member, &[], 1990),
    ("minor", Level::Vouched, &[], 2011),
    ("vouched", Level::Vouched, &[], 1990),
    ("trusted", Level::Trusted, &[], 1990),
    ("helper", Level::Trusted, &[Role::Helper], 1990),
    ("editor", Level::Member, &[Role::Editor], 1990),
    ("steward", Level::Member, &[Role::Steward], 1990),
    ("admin", Level::Member, &[Role::Admin], 1990),
];

/// The words that only the actor of this name may see of themselves.
pub fn mark(name: &str) -> String {
    format!("Zmself{name}")
}

pub async fn everybody(house: &TestPortal) -> Vec<Actor> {
    let kept = kept().await;
    let stranger = Actor { name: "stranger", asleep: false, cookies: Default::default(), account: None };
    let mut all = vec![stranger];
    for (nth, (name, level, roles, born)) in ROLES.into_iter().enumerate() {
        let (handle, shown) = (Handle::parse(&format!("kito-{nth}")).unwrap(), mark(name));
        let joining = Newcomer { level, born: Some(born), ..newcomer(&handle, &shown, &kept) };
        let account = member(house, joining, roles).await;
        for asleep in if matches!(name, "editor" | "steward" | "admin") { vec![true, false] } else { vec![false] } {
            let cookies = [session(house, &account, !asleep, 0).await, session(house, &account, !asleep, 11).await];
            all.push(Actor { name, asleep, cookies, account: Some(account.clone()) });
        }
    }
    all.push(acting(house, &kept).await);
    all
}

/// A session of an account that was proved so many minutes ago. The gate sees it for the first time afterwards.
async fn session(house: &TestPortal, account: &Account, second_step: bool, minutes: i64) -> String {
    let mut phone = Browser::new(house);
    let body = format!("handle={}&passphrase={}&phone=own", account.handle, PASSPHRASE.replace(' ', "+"));
    let answer = phone.ask("POST", "/sign-in", Some(body)).await;
    assert_eq!(answer.status, 303, "{}", main(answer.text()));
    let proved = house.clock.now().plus(-minutes * At::MINUTE);
    let sql = "UPDATE sessions SET second_step = $2, confirmed_at = $3 WHERE id = (SELECT MAX(id) FROM sessions WHERE account_id = $1)";
    house.db.exec(sql, params![account.id.as_str(), second_step, proved]).await.unwrap();
    phone.cookies.retain(|name, _| name.ends_with("session"));
    phone.jar()
}

/// A helper who acts for somebody who said a code.
async fn acting(house: &TestPortal, kept: &str) -> Actor {
    let (helper, helped) = (Handle::parse("kito-acts").unwrap(), Handle::parse("kito-present").unwrap());
    let helper = member(house, newcomer(&helper, "", kept), &[Role::Helper]).await;
    let helped = member(house, newcomer(&helped, &mark("acting"), kept), &[]).await;
    let cookie = session(house, &helped, false, 0).await;
    let page = house.ask("POST", "/me/helped/code").cookie(&cookie).form(&[]).send().await;
    let code = spoken(&page);
    let own = session(house, &helper, false, 0).await;
    let form = [("handle", helped.handle.as_str()), ("code", code.as_str())];
    let begun = house.ask("POST", "/help-out/act").cookie(&own).form(&form).send().await;
    assert_eq!(begun.status, 303, "{}", main(begun.text()));
    let acting = begun
        .headers("set-cookie")
        .iter()
        .find(|set| set.contains("acting="))
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let cookies = format!("{own}; {acting}");
    Actor { name: "acting", asleep: false, cookies: [cookies.clone(), cookies], account: Some(helped) }
}

/// The eight digits in bold on a page.
fn spoken(page: &Answer) -> String {
    let bold = page.text().split("<b>").skip(1).filter_map(|rest| rest.split("</b>").next());
    let mut codes = bold.filter(|bold| bold.chars().filter(char::is_ascii_digit).count() == 8);
    codes.next().unwrap_or_else(|| panic!("no code in {}", main(page.text()))).to_owned()
}

/// Keeps every session there is now, so that it can be put back.
pub async fn keep_sessions(house: &TestPortal) {
    house.db.exec("CREATE TABLE kept_sessions AS SELECT * FROM sessions", &[]).await.unwrap();
}

/// Takes back what a form did to its sender: sessions that ended, an account that changed or is leaving.
pub async fn restore(house: &TestPortal, actor: &Actor) {
    let different = "SELECT COUNT(*) FROM kept_sessions WHERE token NOT IN (SELECT token FROM sessions)";
    let mut tx = house.db.begin().await.unwrap();
    if tx.one(different, &[], |row| row.get::<i64>(0)).await.unwrap() > 0 {
        tx.exec("DELETE FROM sessions", &[]).await.unwrap();
        tx.exec("INSERT INTO sessions SELECT * FROM kept_sessions", &[]).await.unwrap();
        changes::recheck_sessions(&mut tx).await.unwrap();
    }
    if let Some(was) = &actor.account {
        let id = was.id.as_str();
        accounts::leaving::stay(&mut tx, house.portal.faces().unwrap(), id, house.clock.now()).await.unwrap();
        if store::accounts::get_in(&mut tx, id).await.unwrap() != *was {
            store::accounts::update(&mut tx, was).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    recheck(house).await;
}

/// Waits until the node has seen every session that ended.
pub async fn recheck(house: &TestPortal) {
    let sql = "SELECT last FROM change_counter WHERE name = 'sessions'";
    let last: i64 = house.db.opt(sql, &[], |row| row.get(0)).await.unwrap().unwrap_or_default();
    while house.portal.feed.sessions() < last {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
}
