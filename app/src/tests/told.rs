//! A story about somebody, public in two languages, with a picture, and people who work on it: to be erased with them.

use basics::{At, Clock, SystemClock};
use stories::{
    Content, Form, Giver, How, Part, Piece, Subject, Term, Told, Use,
    deeds::{self, Agreement, Beginning, COOLING},
    store,
};

use crate::house::House;

const PICTURE: &[u8] = include_bytes!("../../../kernel/web/assets/icon-512.png");
/// Words that stand in the story alone: the original and its translation.
pub const MARKS: [&str; 2] = ["Zmsimulizi", "Zmtafsiri"];

fn content(mark: &str, piece: &Piece) -> Content {
    Content {
        title: format!("{mark} asks"),
        lede: format!("A loom and a {mark}."),
        lead: "p1".into(),
        source: format!("Q: Why?\n\nA: {}", format!("Because of the {mark}. ").repeat(20)),
        pieces: vec![Piece { alt: mark.into(), ..piece.clone() }],
    }
}

/// Brings it out; gives its id.
pub async fn story(house: &House, person: &str) -> String {
    let now = SystemClock.now();
    let then = At(now.0 - COOLING - At::MINUTE);
    let picture = media::keep(&house.db, &house.files, PICTURE.to_vec()).await.unwrap().unwrap();
    let mut tx = house.db.begin().await.unwrap();
    media::insert(&mut tx, &picture, then).await.unwrap();
    let piece = Piece { name: "p1".into(), hash: picture.hash.clone(), picture: Some(picture), ..Piece::default() };
    let [original, translated] = MARKS.map(|mark| content(mark, &piece));
    let (form, told) = (Form::Interview, Told::Desk);
    let beginning =
        Beginning { form, theme: None, lang: "en", told, content: original, author: Some(person), sent: true };
    let id = deeds::begin(&mut tx, beginning, then).await.unwrap().story.id.to_string();
    let mut subject = Subject::new(&id, "Zmsimulizi", Some(person), then);
    subject.cleared_at = Some(then);
    deeds::add_person(&mut tx, &id, &subject, then).await.unwrap().unwrap();
    deeds::assign(&mut tx, &id, "editor", Part::Editor, "", then).await.unwrap().unwrap();
    let whole = deeds::sign(&mut tx, &id, "editor", then).await.unwrap().unwrap();
    let (root, uses) = (whole.story.next_root.as_str(), [Use::Site, Use::Share, Use::Press]);
    let (term, how, by) = (Term::Year, How::Code, Giver::Own);
    let agreement = Agreement { root, uses: &uses, term, lang: "sw", how, by, witness: "Zmsimulizi" };
    deeds::agree(&mut tx, &id, subject.id.as_str(), &agreement, then).await.unwrap().unwrap();
    store::codes::put(&mut tx, subject.id.as_str(), "digest", "look", then).await.unwrap();
    deeds::publish(&mut tx, &id, now).await.unwrap().unwrap();
    deeds::translate(&mut tx, &id, "sw", (translated, root), "translator", now).await.unwrap().unwrap();
    deeds::review_translation(&mut tx, &id, "sw", "editor", now).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}
