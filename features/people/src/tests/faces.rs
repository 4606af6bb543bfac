//! People as accounts make, name, protect and withdraw them, on both engines.

use basics::{At, Audience, Lang, Level, Viewer, look_alike};
use db::Db;
use plugs::{Faces, Named, NewFace};
use testkit::on_both;

use super::{
    cast::{potter, put, somebody},
    door::{SOMEBODY, member},
};
use crate::{Kind, Person, State, plugs::faces::Directory, store};

const NOW: At = At(1_795_248_000_000);
const LATER: At = At(NOW.0 + At::DAY);

/// Somebody who joins.
pub async fn join(db: &Db, handle: &str, name: &str, protected_until: Option<At>) -> Person {
    let crafts = ["Pottery".to_owned(), "potter".to_owned(), String::new()];
    let key = look_alike(handle);
    let face = NewFace { handle, key: &key, name, crafts: &crafts, protected_until };
    let mut tx = db.begin().await.unwrap();
    let id = Directory.make(&mut tx, &face, NOW).await.unwrap();
    tx.commit().await.unwrap();
    store::find_by_id(db, &id).await.unwrap().unwrap()
}

/// Does something to somebody, in a transaction of its own.
macro_rules! told {
    ($db:expr, $verb:ident($($said:expr),*)) => {{
        let mut tx = $db.begin().await.unwrap();
        Directory.$verb(&mut tx, $($said,)* LATER).await.unwrap();
        tx.commit().await.unwrap();
    }};
}

#[tokio::test(flavor = "multi_thread")]
async fn who_joins_keeps_what_they_said_to_themselves() {
    on_both(async |db| {
        let person = join(&db, "amina", "Amina Uwase", Some(At(1))).await;
        assert_eq!((person.state, person.listed, person.kind), (State::Fresh, Audience::Everyone, Kind::Person));
        assert_eq!(person.protected_until, None, "a protection that has passed is none");
        let name = person.fields.name.clone().unwrap();
        assert_eq!((name.to, name.is.as_str()), (Audience::OnlyMe, "Amina Uwase"));
        let crafts = person.fields.crafts.clone().unwrap();
        assert_eq!((crafts.to, crafts.is), (Audience::OnlyMe, vec!["potter".to_owned()]));
        assert_eq!(join(&db, "keza", "", Some(LATER)).await.protected_until, Some(LATER));
        assert_eq!(changes::since(&db, 0, 10).await.unwrap().len(), 2);
        let face = Directory.find(&db, "amina").await.unwrap().unwrap();
        assert_eq!((face.id.as_str(), face.is_organisation), (person.id.as_str(), false));
        assert_eq!(Directory.find(&db, "nobody").await.unwrap(), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handle_that_looks_like_anothers_is_taken() {
    on_both(async |db| {
        join(&db, "moses", "", None).await;
        put(&db, &somebody(Kind::Person, "amina", potter("Amina"), None)).await;
        let mut old = somebody(Kind::Person, "hodari", potter("Hodari"), None);
        put(&db, &old).await;
        let mut tx = db.begin().await.unwrap();
        store::rename(&mut tx, &old.id, "hodari", "").await.unwrap();
        for (handle, taken) in [
            ("moses", true),
            ("rnoses", true),
            ("\u{430}mina", true),
            ("am1na", true),
            ("hodari", true),
            ("h0dari", false), // from before keys were kept
            ("keza", false),
        ] {
            assert_eq!(Directory.taken(&mut tx, handle, &look_alike(handle)).await.unwrap(), taken, "{handle}");
        }
        assert_eq!(store::free_handle(&mut tx, "rnoses").await.unwrap(), "rnoses-2");
        tx.commit().await.unwrap();
        old.handle = "keza".into();
        told!(db, rename(old.id.as_str(), "keza", "keza-key"));
        assert!(store::find(&db, "hodari").await.unwrap().is_none());
        assert_eq!(store::find(&db, "keza").await.unwrap().unwrap().id, old.id);
        let mut tx = db.begin().await.unwrap();
        assert!(Directory.taken(&mut tx, "other", "keza-key").await.unwrap());
    })
    .await;
}

/// Two join at one moment under names that look alike: one of them is told.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_want_one_handle_one_gets_it() {
    on_both(async |db| {
        let ask = async |handle: &'static str| {
            let mut tx = db.begin().await.unwrap();
            let key = look_alike(handle);
            let taken = Directory.taken(&mut tx, handle, &key).await.unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(30)).await;
            if !taken {
                let face = NewFace { handle, key: &key, name: "", crafts: &[], protected_until: None };
                Directory.make(&mut tx, &face, NOW).await.unwrap();
            }
            tx.commit().await.unwrap();
            taken
        };
        let (one, other) = tokio::join!(ask("moses"), ask("rnoses"));
        assert!(one != other, "{one} {other}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_come_in_the_order_asked_as_the_viewer_may_see_them() {
    on_both(async |db| {
        let fresh = join(&db, "amina", "Amina Uwase", None).await;
        let known = somebody(Kind::Person, "keza", potter("Keza"), Some(At(5)));
        let mut hidden = somebody(Kind::Person, "hidden-one", potter("Hidden One"), Some(At(5)));
        hidden.hide(At(6));
        for person in [&known, &hidden] {
            put(&db, person).await;
        }
        let ids = [hidden.id.as_str(), "nobody", fresh.id.as_str(), known.id.as_str()];
        let names = async |viewer| {
            let names = Directory.names(&db, viewer, &ids).await.unwrap();
            names.into_iter().map(|Named { name, .. }| name).collect::<Vec<_>>()
        };
        assert_eq!(names(member(SOMEBODY, Level::Trusted, &[])).await, ["hidden-one", "amina", "Keza"]);
        assert_eq!(names(member(fresh.id.as_str(), Level::Member, &[])).await, ["hidden-one", "Amina Uwase", "Keza"]);
        let many: Vec<&str> = std::iter::repeat_n(known.id.as_str(), 150).collect();
        assert_eq!(Directory.names(&db, Viewer::Stranger, &many).await.unwrap().len(), 150);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_name_keeps_its_audience_and_none_is_the_handle() {
    on_both(async |db| {
        let person = somebody(Kind::Person, "amina", potter("Amina"), Some(At(5)));
        put(&db, &person).await;
        let seen =
            async || store::find_by_id(&db, person.id.as_str()).await.unwrap().unwrap().seen_by(Viewer::Stranger);
        for (name, shown) in [("Amina Ishimwe", "Amina Ishimwe"), ("", "amina"), ("Amina", "Amina")] {
            told!(db, set_name(person.id.as_str(), name));
            assert_eq!(seen().await.unwrap().name, shown);
        }
        let fresh = join(&db, "keza", "", None).await;
        told!(db, set_name(fresh.id.as_str(), "Keza"));
        let name = store::find_by_id(&db, fresh.id.as_str()).await.unwrap().unwrap().fields.name.unwrap();
        assert_eq!((name.to, name.is.as_str()), (Audience::OnlyMe, "Keza"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_withdrawn_comes_back_exactly_as_they_were() {
    on_both(async |db| {
        for (n, state) in [State::Fresh, State::Unreleased, State::Released, State::Hidden].into_iter().enumerate() {
            let mut before = somebody(Kind::Person, &format!("p{n}"), potter("Amina"), Some(At(5)));
            before.state = state;
            put(&db, &before).await;
            let read = async || store::find_by_id(&db, before.id.as_str()).await.unwrap().unwrap();
            for _ in 0..2 {
                told!(db, withdraw(before.id.as_str(), true));
            }
            assert!(store::newest(&db, Kind::Person, Viewer::Operator, 9).await.unwrap().is_empty());
            assert!(read().await.seen_by(Viewer::Stranger).is_none(), "{state:?}");
            assert_eq!(store::list_in_state(&db, Some(state), "", 9).await.unwrap().len(), 1, "{state:?}");
            for _ in 0..2 {
                told!(db, withdraw(before.id.as_str(), false));
            }
            assert_eq!(read().await, before, "{state:?}");
            let listed = store::newest(&db, Kind::Person, Viewer::Stranger, 9).await.unwrap().len();
            assert_eq!(listed, usize::from(state == State::Released));
            told!(db, withdraw(before.id.as_str(), true));
        }
    })
    .await;
}

#[test]
fn crafts_come_in_the_order_of_their_words() {
    for lang in Lang::ALL {
        let crafts = Directory.crafts(lang);
        assert!(crafts.len() > 20 && crafts.iter().any(|(code, _)| code == "basket-maker"));
        assert!(crafts.is_sorted_by_key(|(_, label)| basics::fold(label)), "{crafts:?}");
        assert!(crafts.iter().all(|(code, _)| crate::vocabulary::craft_code(code) == *code));
    }
}
