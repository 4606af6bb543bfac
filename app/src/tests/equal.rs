//! Nobody learns who is here: known and unknown handles get the same status, headers and bytes at every door.

use accounts::{Account, Handle, State, store};
use basics::Clock;
use testkit::{Answer, TestPortal};

use super::{
    browser::{PASSPHRASE, house, kept, member, newcomer},
    form::main,
};

const NEW: &str = "seven kites over the market";
/// One account of every sort.
const KNOWN: [&str; 4] = ["simple", "stepup", "banned", "bykey"];

/// A handle as long as a known one that nobody has.
fn unknown(known: &str) -> String {
    format!("{}x", &known[..known.len() - 1])
}

/// A house with the accounts of [`KNOWN`], each with an address.
async fn with_everybody() -> TestPortal {
    let (house, kept) = (house().await, kept().await);
    for handle in KNOWN {
        let handle = Handle::parse(handle).unwrap();
        let mut account = member(&house, newcomer(&handle, "Somebody", &kept), &[]).await;
        alter(&mut account);
        let mut tx = house.db.begin().await.unwrap();
        store::accounts::update(&mut tx, &account).await.unwrap();
        let mail = format!("{handle}@example.org");
        let sql = "INSERT INTO contacts (id, account_id, kind, value, verified_at, created_at) VALUES ($1, $1, 'mail', $2, $3, $3)";
        tx.exec(sql, db::params![account.id.as_str(), &mail, house.clock.now()]).await.unwrap();
        tx.commit().await.unwrap();
    }
    house
}

fn alter(account: &mut Account) {
    match account.handle.as_str() {
        "stepup" => account.secrets.totp = Some(accounts::second_step::new_key()),
        "banned" => account.state = State::Banned,
        "bykey" => account.secrets.passphrase = None,
        _ => {}
    }
}

/// An answer as bytes, without what differs from one sending to the next, and with the handle taken out.
fn told(answer: &Answer, handle: &str) -> String {
    let mut headers: Vec<String> = Vec::new();
    for (name, value) in &answer.headers {
        let value = value.to_str().unwrap();
        let value = if name == "set-cookie" { without_token(value) } else { value.to_owned() };
        headers.extend((name != "date").then(|| format!("{name}: {value}")));
    }
    headers.sort();
    let mut body = answer.text().to_owned();
    for (before, after) in
        [("name=\"form\" value=\"", "\""), ("name=\"once\" value=\"", "\""), ("<big><b>", "</b></big>")]
    {
        body = blotted(&body, before, after);
    }
    format!("{}\n{}\n\n{body}", answer.status, headers.join("\n")).replace(handle, "HANDLE")
}

fn without_token(cookie: &str) -> String {
    let ((name, value), rest) = (cookie.split_once('=').unwrap(), cookie.split_once(';').unwrap().1);
    let empty = value.starts_with(';');
    format!("{name}={};{rest}", if empty { "" } else { "TOKEN" })
}

/// A text in which whatever stands between two marks is left out.
fn blotted(text: &str, before: &str, after: &str) -> String {
    let mut parts = text.split(before);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |all, part| all + before + &part[part.find(after).unwrap()..])
}

/// Sends the same form for two handles, until both have to wait, and compares every answer.
async fn both(house: &TestPortal, path: &str, known: &str, fields: &[(&str, &str)]) -> Vec<u16> {
    let mut statuses = Vec::new();
    for nth in 0..12 {
        let mut answers = Vec::new();
        for handle in [unknown(known).as_str(), known] {
            let typed = |value: &str| value.replace("HANDLE", handle);
            let fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, typed(value))).collect();
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = house.ask("POST", path).form(&fields).send().await;
            answers.push((answer.status, told(&answer, handle)));
        }
        assert_eq!(answers[0].1, answers[1].1, "{path}, {known}, try {nth}");
        statuses.push(answers[0].0);
    }
    statuses
}

/// Where a form goes, its fields, and the status of the first answer.
type Door = (&'static str, &'static [(&'static str, &'static str)], u16);

#[tokio::test(flavor = "multi_thread")]
async fn at_every_door_a_known_handle_is_answered_like_an_unknown_one() {
    let house = with_everybody().await;
    let doors: [Door; 5] = [
        ("/sign-in", &[("handle", "HANDLE"), ("passphrase", "not this one")], 200),
        ("/recover", &[("handle", "HANDLE"), ("code", "ABCD-EFGH-JKLM"), ("passphrase", NEW)], 200),
        ("/recover/link", &[("handle", "HANDLE"), ("contact", "HANDLE@example.org")], 303),
        ("/recover/people", &[("handle", "HANDLE"), ("passphrase", NEW)], 200),
        ("/claim", &[("handle", "HANDLE"), ("code", "ABCD-EFGH-JKLM"), ("born", "1990"), ("passphrase", NEW)], 200),
    ];
    for (path, fields, status) in doors {
        for (known, lang) in KNOWN.into_iter().zip(["", "/sw", "/fr", ""]) {
            let statuses = both(&house, &format!("{lang}{path}"), known, fields).await;
            assert_eq!(statuses[0], status, "{path}: the form is understood");
            house.clock.advance(120 * basics::At::MINUTE);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_banned_who_knows_the_passphrase_learns_nothing_either() {
    let house = with_everybody().await;
    let statuses = both(&house, "/sign-in", "banned", &[("handle", "HANDLE"), ("passphrase", PASSPHRASE)]).await;
    assert_eq!((statuses[0], statuses[11]), (200, 429));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_name_a_handle_look_the_same_whoever_has_it() {
    let house = with_everybody().await;
    for path in ["/sign-in", "/recover", "/recover/people", "/claim", "/recover/link?sent=1&", "/join/name"] {
        let mut told_of = Vec::new();
        for handle in ["simplx", "simple", "stepup", "banned", "bykey"] {
            let answer = house.get(&format!("{path}?handle={handle}")).await;
            assert_eq!(answer.status, 200);
            told_of.push(told(&answer, handle));
        }
        assert!(told_of.iter().all(|told| *told == told_of[0]), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn joining_under_a_handle_that_is_taken_goes_like_joining_under_a_free_one() {
    let house = with_everybody().await;
    let mut answers = Vec::new();
    for handle in ["simplx", "simple", "banned"] {
        let name = house.ask("POST", "/join/name").form(&[("name", handle)]).send().await;
        let fields = [("name", "Somebody"), ("handle", handle), ("born", "1994"), ("passphrase", NEW)];
        let joined = house.ask("POST", "/join").form(&fields).send().await;
        assert_eq!((joined.status, joined.header("location")), (303, "/me/card?new=1"), "{}", main(joined.text()));
        let cookie = joined.headers("set-cookie")[0].split(';').next().unwrap().to_owned();
        let mut card = house.ask("GET", "/me/card?new=1").cookie(&cookie).send().await;
        card.body = blotted(card.text(), "<b dir=\"auto\">", "</b>").into();
        answers.push([told(&name, handle), told(&joined, handle), told(&card, handle)]);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
}
