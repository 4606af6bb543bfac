//! Somebody who makes things, and forms as their browser sends them.

use basics::{Audience, Clock, Level};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use testkit::{Answer, TestPortal};

use super::super::{
    cast::{potter, put, somebody},
    door::{cookie, member},
};
use crate::{
    Kind, Person, Work,
    works::{KeptWork, WorkKind, WorkState, store},
};

/// A released person of this handle, whose name begins with a capital.
pub async fn maker(house: &TestPortal, handle: &str) -> Person {
    let mut name = handle.to_owned();
    name[..1].make_ascii_uppercase();
    let person = somebody(Kind::Person, handle, potter(&name), Some(house.clock.now()));
    put(&house.db, &person).await;
    house.settled().await;
    person
}

fn session(person: &Person) -> String {
    let id = person.id.as_str();
    cookie(member(id, Level::Member, &[]), id).unwrap()
}

pub async fn get(house: &TestPortal, person: &Person, path: &str) -> Answer {
    house.ask("GET", path).cookie(&session(person)).send().await
}

pub async fn post(house: &TestPortal, person: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = house.ask("POST", path).cookie(&session(person)).form(fields).send().await;
    house.settled().await;
    answer
}

/// A form with a file, as a browser without script sends it.
pub async fn send_file(
    house: &TestPortal,
    person: &Person,
    path: &str,
    field: &str,
    bytes: &[u8],
    alt: &str,
) -> Answer {
    let mut body = format!("--fence\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\n{alt}\r\n").into_bytes();
    let head = format!("--fence\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"a\"\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(b"Content-Type: application/octet-stream\r\n\r\n");
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--fence--\r\n");
    let ask = house.ask("POST", path).cookie(&session(person)).header("sec-fetch-site", "same-origin");
    let answer = ask.header("content-type", "multipart/form-data; boundary=fence").body(body).send().await;
    house.settled().await;
    answer
}

pub async fn send_picture(house: &TestPortal, person: &Person, path: &str, alt: &str, bytes: &[u8]) -> Answer {
    send_file(house, person, path, "picture", bytes, alt).await
}

/// A quiet recording of so many seconds, with a place written into it as telephones do.
pub fn wav(seconds: u32) -> Vec<u8> {
    let samples = vec![0; 8000 * seconds as usize];
    let chunk = |name: &[u8; 4], body: &[u8]| [name, &(body.len() as u32).to_le_bytes()[..], body].concat();
    let form = [&1_u16.to_le_bytes()[..], &1_u16.to_le_bytes(), &8000_u32.to_le_bytes(), &8000_u32.to_le_bytes()];
    let form = [form.concat(), 1_u16.to_le_bytes().to_vec(), 8_u16.to_le_bytes().to_vec()].concat();
    let chunks = [chunk(b"fmt ", &form), chunk(b"LIST", b"Zmplace!"), chunk(b"data", &samples)].concat();
    chunk(b"RIFF", &[&b"WAVE"[..], &chunks].concat())
}

/// A small picture in one colour.
pub fn png(red: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = DynamicImage::ImageRgb8(RgbImage::from_pixel(40, 30, Rgb([red, 90, 40])));
    image.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// The work of this title.
pub async fn work_of(house: &TestPortal, person: &Person, title: &str) -> KeptWork {
    let works = store::list(&house.db, &person.id).await.unwrap();
    works.into_iter().find(|kept| kept.work.title == title).unwrap_or_else(|| panic!("no work {title}"))
}

/// Begins a work on the pages; answers the address of its page for its owner.
pub async fn begin(house: &TestPortal, person: &Person, kind: WorkKind, title: &str) -> String {
    begin_at(house, person, "/me/works", (kind, title)).await;
    format!("/me/works/{}", work_of(house, person, title).await.id)
}

/// The same below this address.
pub async fn begin_at(house: &TestPortal, person: &Person, base: &str, (kind, title): (WorkKind, &str)) {
    let once = format!("{title}{}", kind.code());
    let form = [("kind", kind.code()), ("title", title), ("once", once.as_str())];
    let answer = post(house, person, &format!("{base}/new"), &form).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// A poem, ready to be published.
pub async fn poem(house: &TestPortal, person: &Person, title: &str, text: &str) -> String {
    let path = begin(house, person, WorkKind::Text, title).await;
    post(house, person, &format!("{path}/text"), &[("text", text)]).await;
    path
}

pub async fn publish(house: &TestPortal, person: &Person, path: &str, to: Audience) {
    let answer = post(house, person, &format!("{path}/publish"), &[("to", to.code())]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(answer.header("location").ends_with("done=published"));
}

/// A work in the database, without the pages.
pub fn a_work(title: &str, state: WorkState) -> Work {
    Work { title: title.into(), state, text: Some(format!("{title} in words")), ..Work::default() }
}
