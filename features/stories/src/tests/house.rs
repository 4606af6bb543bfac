//! People with sessions, and the house they live in.

use accounts::{Account, Hasher, Settings};
use basics::{At, Audience, Clock, Lang, Level, Role, Roles, look_alike};
use people::{Fields, Kind, Person, Shown};
use serde_json::json;
use testkit::{Answer, TestPortal};

const PASSPHRASE: &str = "three goats cross rivers";

pub struct Someone {
    pub account: Account,
    pub cookie: String,
}

pub async fn house() -> TestPortal {
    TestPortal::new(vec![
        accounts::feature(Settings::default()),
        people::feature(),
        media::feature(media::Settings {
            data_price: 0,
            day_bytes: 100_000_000,
            kept_bytes: 100_000_000,
            disk_percent: 100,
        }),
        crate::feature(),
    ])
    .await
}

/// Somebody with a public page, signed in with a second step, with these roles.
pub async fn someone(house: &TestPortal, handle: &str, roles: &[Role]) -> Someone {
    let now = house.clock.now();
    let name = format!("Z{handle}");
    let fields = Fields { name: Some(Shown::to(Audience::Everyone, name)), ..Fields::default() };
    let mut person = Person::new(Kind::Person, handle, fields, now);
    person.release(now);
    let mut account = Account::new(person.id.to_string(), handle, &look_alike(handle), Lang::En, now);
    account.level = Level::Vouched;
    account.roles = roles.iter().fold(Roles::default(), |roles, role| roles.with(*role));
    account.secrets.passphrase = Some(Hasher::default().hash(PASSPHRASE).await.unwrap());
    let mut tx = house.db.begin().await.unwrap();
    people::store::insert(&mut tx, &person, &json!({})).await.unwrap();
    accounts::store::accounts::insert(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    let form = [("handle", handle), ("passphrase", PASSPHRASE), ("phone", "own")];
    let answer = house.ask("POST", "/sign-in").form(&form).send().await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let (sql, ends) = ("UPDATE sessions SET second_step = TRUE, ends_at = $1", house.clock.now().plus(400 * At::DAY));
    house.db.exec(sql, db::params![ends]).await.unwrap();
    let cookies = answer.headers("set-cookie");
    let session = cookies.iter().find(|set| set.contains("session=")).expect("a session begins");
    Someone { account, cookie: session.split(';').next().unwrap().to_owned() }
}

pub async fn get(house: &TestPortal, who: &Someone, path: &str) -> Answer {
    house.ask("GET", path).cookie(&who.cookie).send().await
}

pub async fn post(house: &TestPortal, who: &Someone, path: &str, fields: &[(&str, &str)]) -> Answer {
    // Every form of a page carries its token too: no field of ours may have its name.
    let fields: Vec<_> = [("form", "token")].into_iter().chain(fields.iter().copied()).collect();
    house.ask("POST", path).cookie(&who.cookie).form(&fields).send().await
}

/// Posts and expects to be sent on.
pub async fn sent(house: &TestPortal, who: &Someone, path: &str, fields: &[(&str, &str)]) {
    let answer = post(house, who, path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", main(&answer));
}

/// A form with a file.
pub async fn bring(
    house: &TestPortal,
    who: &Someone,
    path: &str,
    fields: &[(&str, &str)],
    file: (&str, Vec<u8>),
) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--fence\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes(),
        );
    }
    let (name, bytes) = file;
    let head = format!(
        "--fence\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"a.png\"\r\ncontent-type: image/png\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--fence--\r\n");
    let ask = house.ask("POST", path).cookie(&who.cookie).header("sec-fetch-site", "same-origin");
    ask.header("content-type", "multipart/form-data; boundary=fence").body(body).send().await
}

/// A picture nobody has seen.
pub fn png() -> Vec<u8> {
    let image = image::RgbImage::from_fn(400, 300, |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// What stands between `<main` and its end.
pub fn main(answer: &Answer) -> String {
    let text = answer.text();
    let text = text.split("<main").nth(1).unwrap_or(text);
    text.split("</main>").next().unwrap_or(text).to_owned()
}

/// The text between two marks on a page.
pub fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("{from} in {text}")).1;
    rest.split_once(to).expect("it ends").0
}
