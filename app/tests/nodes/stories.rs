//! A story comes out, and is taken back with the card of somebody in it: within a second nothing of it is left on either node.

use std::{
    net::SocketAddr,
    thread,
    time::{Duration, Instant},
};

use ::stories::{
    Content, Form, Giver, How, Part, Piece, Subject, Term, Told, Use,
    deeds::{self, Agreement, Beginning, COOLING},
    store,
};
use accounts::{Code, CodeKind};
use basics::{At, Clock, SystemClock};
use db::Db;
use files::{Files, FilesSettings};

use crate::{
    SOON,
    browser::{get, moment, post},
    community::Community,
};

/// Stands in the story and nowhere else.
const MARK: &str = "zumaridi-ya-mwembe";

/// What was published: its address, its picture, the code on the card.
struct Out {
    path: String,
    picture: String,
    code: String,
}

/// An interview to which everybody agreed four days ago.
async fn publish(db: &Db, files: &Files) -> Out {
    let now = SystemClock.now();
    let then = At(now.0 - COOLING - At::MINUTE);
    let png = sample::portrait("neema", sample_look()).png(320).unwrap();
    let picture = media::keep(db, files, png).await.unwrap().unwrap();
    let shown = format!("/media/{}", picture.best(320).unwrap().key);
    let mut tx = db.begin().await.unwrap();
    media::insert(&mut tx, &picture, then).await.unwrap();
    let piece = Piece {
        name: "p1".into(),
        hash: picture.hash.clone(),
        alt: MARK.into(),
        picture: Some(picture),
        ..Piece::default()
    };
    let content = Content {
        title: "Zumaridi asks".into(),
        lede: format!("A loom and a {MARK}."),
        lead: "p1".into(),
        source: format!("Q: Why?\n\nA: {}", format!("Because of the {MARK}. ").repeat(20)),
        pieces: vec![piece],
    };
    let beginning = Beginning {
        form: Form::Interview,
        theme: None,
        lang: "en",
        told: Told::Desk,
        content,
        author: None,
        sent: true,
    };
    let whole = deeds::begin(&mut tx, beginning, then).await.unwrap();
    let id = whole.story.id.to_string();
    let mut subject = Subject::new(&id, "Zumaridi", None, then);
    subject.cleared_at = Some(then);
    deeds::add_person(&mut tx, &id, &subject, then).await.unwrap().unwrap();
    deeds::assign(&mut tx, &id, "editor", Part::Editor, "", then).await.unwrap().unwrap();
    let whole = deeds::sign(&mut tx, &id, "editor", then).await.unwrap().unwrap();
    let uses = [Use::Site, Use::Share, Use::Press];
    let agreement = Agreement {
        root: &whole.story.next_root,
        uses: &uses,
        term: Term::Year,
        lang: "sw",
        how: How::Code,
        by: Giver::Own,
        witness: "",
    };
    deeds::agree(&mut tx, &id, subject.id.as_str(), &agreement, then).await.unwrap().unwrap();
    let code = Code::make(CodeKind::Story);
    store::codes::put(&mut tx, subject.id.as_str(), &code.digest(""), "look", then).await.unwrap();
    let whole = deeds::publish(&mut tx, &id, now).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    Out { path: whole.story.path(), picture: shown, code: code.shown() }
}

/// How the sample draws somebody.
fn sample_look() -> sample::Look {
    sample::community()
        .people
        .into_iter()
        .find_map(|person| person.portrait)
        .expect("somebody in the sample has a portrait")
}

pub fn out_and_taken_back(community: &Community, nodes: [SocketAddr; 2]) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let files = Files::open(&FilesSettings::Folder(community.path("files"))).unwrap();
    let out = runtime.block_on(async {
        let db = Db::open(Some(community.database()), &community.path("operator")).await.unwrap();
        publish(&db, &files).await
    });
    let places = ["/search?q=zumaridi", "/sitemap.xml?kind=story&part=1", "/feed.atom", "/feed.json"];
    let shown =
        |path: &str| if path.starts_with("/search") { format!("href=\"{}\"", out.path) } else { out.path.clone() };
    for (node, path) in nodes.into_iter().flat_map(|node| places.map(|path| (node, path))) {
        moment(node, path, "", |answer| answer.shows(&shown(path)));
    }
    for node in nodes {
        assert_eq!(get(node, &out.picture, "").unwrap().status, 200);
    }
    let form = format!("code={}&what=back-site", out.code);
    assert_eq!(post(nodes[0], "/stories/code", "", &form).unwrap().status, 200);
    let done = Instant::now();
    thread::scope(|scope| {
        let looks: Vec<_> = nodes
            .iter()
            .zip(["a", "b"])
            .flat_map(|node| places.map(|path| (node, path)))
            .map(|((node, name), path)| (name, path, scope.spawn(move || gone(*node, path))))
            .collect();
        for (name, path, look) in looks {
            let took: Duration = look.join().unwrap().saturating_duration_since(done);
            println!("taken back: {path} on node {name} after {} ms", took.as_millis());
            assert!(took < SOON, "taking back takes {took:?} to reach {path} on node {name}");
        }
    });
    for node in nodes {
        assert_eq!(get(node, &out.picture, "").unwrap().status, 404);
        let page = get(node, &out.path, "").unwrap();
        assert!(matches!(page.status, 404 | 410) && !page.holds(MARK), "{}", page.status);
    }
}

/// When nothing of the story stands there any more.
fn gone(node: SocketAddr, path: &str) -> Instant {
    moment(node, path, "", |answer| {
        matches!(answer.status, 200 | 404) && !answer.holds(MARK) && !answer.holds("/stories/zumaridi")
    })
}
