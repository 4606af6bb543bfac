//! Invented stories at every stage, and shorter ways to say what is done to them.

use basics::{At, Audience};
use db::Db;
use people::{Fields, Kind, Person, Shown};
use serde_json::json;

use crate::{
    Content, Form, Giver, How, Part, Piece, Subject, Term, Theme, Told, Use, Whole,
    deeds::{self, Agreement, Beginning},
    store,
};

/// 21 November 2026, 08:00 UTC, as in every test portal.
pub const NOW: At = At(1_795_248_000_000);

/// More than sixty words, all invented.
pub const SOURCE: &str = "Q: How did you begin?\n\nA (Neema): My grandmother had a loom under the mango tree. I was seven and wanted \
to know why the thread never broke when she sang. She said the thread listens. I have been listening to thread ever since, in three \
towns and two languages, and now nine of us weave on Thursdays.\n\n> The thread listens.\n> — Neema\n\n## Thursdays\n\nThe group meets \
behind the library. Whoever comes brings a colour, and nobody goes home without having taught somebody one knot.";

pub fn content(title: &str) -> Content {
    Content {
        title: title.to_owned(),
        lede: "Nine people, one loom and a song that keeps the thread from breaking.".to_owned(),
        source: SOURCE.to_owned(),
        ..Content::default()
    }
}

/// A picture that the file store need not hold.
pub fn picture(name: &str, hash: &str) -> Piece {
    let picture = media::Picture { hash: hash.to_owned(), width: 640, height: 480, renditions: Vec::new() };
    Piece {
        name: name.to_owned(),
        hash: hash.to_owned(),
        alt: "A loom in the shade of a tree".to_owned(),
        picture: Some(picture),
        ..Piece::default()
    }
}

/// Somebody with a public page: their id.
pub async fn person(db: &Db, handle: &str) -> String {
    let fields = Fields { name: Some(Shown::to(Audience::Everyone, format!("Z{handle}"))), ..Fields::default() };
    let mut person = Person::new(Kind::Person, handle, fields, NOW);
    person.release(NOW);
    let mut tx = db.begin().await.unwrap();
    people::store::insert(&mut tx, &person, &json!({})).await.unwrap();
    tx.commit().await.unwrap();
    person.id.to_string()
}

/// Runs one deed in a transaction of its own.
#[macro_export]
macro_rules! done {
    ($db:expr, $deed:ident ( $($arg:expr),* $(,)? )) => {{
        let mut tx = $db.begin().await.unwrap();
        let outcome = $crate::deeds::$deed(&mut tx, $($arg),*).await.unwrap();
        if outcome.is_ok() {
            tx.commit().await.unwrap();
        }
        outcome
    }};
}

pub async fn begun(db: &Db, form: Form, title: &str, now: At) -> Whole {
    let mut tx = db.begin().await.unwrap();
    let beginning = Beginning {
        form,
        theme: Some(Theme::Arts),
        lang: "en",
        told: Told::Sent,
        content: content(title),
        author: None,
        sent: true,
    };
    let whole = deeds::begin(&mut tx, beginning, now).await.unwrap();
    tx.commit().await.unwrap();
    whole
}

/// An interview with its people, signed as often as it needs and with them now.
pub async fn shown(db: &Db, title: &str, called: &[&str], now: At) -> Whole {
    let whole = begun(db, Form::Interview, title, now).await;
    let id = whole.story.id.to_string();
    for name in called {
        let mut subject = Subject::new(&id, name, None, now);
        subject.cleared_at = Some(now);
        done!(db, add_person(&id, &subject, now)).unwrap();
    }
    signed(db, &id, now).await
}

/// Two editors sign what the story says.
pub async fn signed(db: &Db, id: &str, now: At) -> Whole {
    done!(db, assign(id, "editor-1", Part::Editor, "", now)).unwrap();
    done!(db, assign(id, "editor-2", Part::Second, "", now)).unwrap();
    let whole = done!(db, sign(id, "editor-1", now)).unwrap();
    if whole.story.stage == crate::state::Stage::Review { done!(db, sign(id, "editor-2", now)).unwrap() } else { whole }
}

pub fn agreement<'a>(root: &'a str, uses: &'a [Use]) -> Agreement<'a> {
    let (term, how, by) = (Term::Year, How::Code, Giver::Own);
    Agreement { root, uses, term, lang: "sw", how, by, witness: "" }
}

/// Everybody in it agrees to these uses; the time to think again begins.
pub async fn agreed(db: &Db, whole: &Whole, uses: &[Use], now: At) {
    let (id, root) = (whole.story.id.as_str(), whole.story.next_root.as_str());
    for subject in &whole.subjects {
        done!(db, agree(id, subject.id.as_str(), &agreement(root, uses), now)).unwrap();
    }
}

/// An interview that is public, and the moment at which it came out.
pub async fn published(db: &Db, title: &str, called: &[&str], uses: &[Use], now: At) -> (Whole, At) {
    let whole = shown(db, title, called, now).await;
    agreed(db, &whole, uses, now).await;
    let out = now.plus(deeds::COOLING);
    done!(db, publish(whole.story.id.as_str(), out)).unwrap();
    (store::whole::find(db, whole.story.id.as_str()).await.unwrap().unwrap(), out)
}
