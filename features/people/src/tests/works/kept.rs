//! How works are kept, on both engines: addresses, exports and erasing.

use basics::{At, Audience, Id, Lang};
use db::{Db, params};
use plugs::{Belongings, Given, Whose};
use testkit::on_both;

use super::{
    super::cast::{potter, put, somebody},
    cast::a_work,
};
use crate::{
    Kind, Person, Work,
    plugs::belongings::Profile,
    store as people,
    works::{
        Agreed, KeptWork, Pictured, Who, WorkState,
        credit::{Credit, State},
        store::{self, credits},
    },
};

async fn insert(db: &Db, person: &Person, title: &str, state: WorkState) -> KeptWork {
    let mut kept = KeptWork { id: Id::new(), audience: Audience::Everyone, work: a_work(title, state) };
    let mut tx = db.begin().await.unwrap();
    store::insert(&mut tx, &person.id, &mut kept).await.unwrap();
    tx.commit().await.unwrap();
    kept
}

#[tokio::test(flavor = "multi_thread")]
async fn every_work_has_an_address_of_its_own_that_follows_a_draft_and_stays_once_published() {
    on_both(async |db| {
        let amina = somebody(Kind::Person, "amina", potter("Amina"), Some(At(5)));
        put(&db, &amina).await;
        let mut made = Vec::new();
        for title in ["Grain jar", "Grain jar", "Grain Jar!", "…", "ሰላም"] {
            made.push(insert(&db, &amina, title, WorkState::Draft).await);
        }
        let slugs: Vec<&str> = made.iter().map(|kept| kept.work.slug.as_str()).collect();
        assert_eq!(slugs[..4], ["grain-jar", "grain-jar-2", "grain-jar-3", "text"]);
        assert!(!slugs[4].is_empty());
        let mut kept = made.remove(0);
        let mut tx = db.begin().await.unwrap();
        kept.work.title = "Water jar".into();
        store::update(&mut tx, &amina.id, &mut kept).await.unwrap();
        assert_eq!(kept.work.slug, "water-jar");
        kept.work.state = WorkState::Published;
        kept.work.title = "Oil jar".into();
        store::update(&mut tx, &amina.id, &mut kept).await.unwrap();
        tx.commit().await.unwrap();
        let back = store::find_by_slug(&db, &amina.id, "water-jar").await.unwrap().unwrap();
        assert_eq!((back.work.title.as_str(), &back), ("Oil jar", &kept));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_way_of_writing_lets_a_minor_reach_everybody() {
    on_both(async |db| {
        let amina = somebody(Kind::Person, "amina", potter("Amina"), Some(At(5)));
        put(&db, &amina).await;
        let school = Work {
            pictured: Some(Pictured { who: Who::Minors, agreed: None }),
            ..a_work("School", WorkState::Published)
        };
        let mut tx = db.begin().await.unwrap();
        people::put_works(&mut tx, &amina.id, &[(Audience::Everyone, school)]).await.unwrap();
        let mut kept = store::list_in(&mut tx, &amina.id).await.unwrap().remove(0);
        assert_eq!(kept.audience, Audience::Accepted);
        kept.audience = Audience::Members;
        store::update(&mut tx, &amina.id, &mut kept).await.unwrap();
        assert_eq!(store::list_in(&mut tx, &amina.id).await.unwrap().remove(0).audience, Audience::Accepted);
    })
    .await;
}

/// Two people; each of them is named, or asked to be, for a work of the other.
async fn community(db: &Db) -> [Person; 2] {
    let pair = ["amina", "keza"].map(|handle| somebody(Kind::Person, handle, potter(handle), Some(At(5))));
    for person in &pair {
        put(db, person).await;
    }
    for (owner, other, state) in [(&pair[0], &pair[1], State::Agreed), (&pair[1], &pair[0], State::Declined)] {
        let agreed = Agreed { names: "Zmpictured".into(), how: "spoken".into(), on: "2026-03-02".into() };
        let pictured = Some(Pictured { who: Who::Adults, agreed: Some(agreed) });
        let mut work = Work { pictured, series: Some("Jars".into()), ..a_work("Jar", WorkState::Published) };
        work.say("Zmtyped: 0991 000 123");
        let draft = a_work("Not yet", WorkState::Draft);
        let mut tx = db.begin().await.unwrap();
        people::put_works(&mut tx, &owner.id, &[(Audience::Vouched, work), (Audience::OnlyMe, draft)]).await.unwrap();
        let work = store::list_in(&mut tx, &owner.id).await.unwrap().remove(0).id;
        let (person, answered_at) = (other.id.clone(), Some(At(8)));
        let credit = Credit { work, person, part: "glaze".into(), state, dropped: false, asked_at: At(7), answered_at };
        credits::put(&mut tx, &credit).await.unwrap();
        tx.commit().await.unwrap();
    }
    pair
}

async fn give(db: &Db) -> Vec<Given> {
    crate::feature().portables[0].give(db, None, 100).await.unwrap().0
}

#[tokio::test(flavor = "multi_thread")]
async fn works_and_credits_come_back_as_they_went_out_in_any_order() {
    on_both(async |db| {
        community(&db).await;
        let out = give(&db).await;
        for backwards in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let other = Db::open(None, folder.path()).await.unwrap();
            let mut documents: Vec<_> = out.iter().map(super::super::exact::document).collect();
            if backwards {
                documents.reverse();
            }
            for document in &mut documents {
                super::super::import::take(&other, document).await;
            }
            let back = give(&other).await;
            let fields = |given: &[Given]| {
                given.iter().map(|given| (given.path.clone(), given.fields.clone())).collect::<Vec<_>>()
            };
            let (mut was, mut is) = (fields(&out), fields(&back));
            was.sort_by(|a, b| a.0.cmp(&b.0));
            is.sort_by(|a, b| a.0.cmp(&b.0));
            assert_eq!(was, is);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_shown_their_works_and_credits_and_nothing_of_them_is_left() {
    on_both(async |db| {
        let [amina, keza] = community(&db).await;
        let whose = Whose { account: "account", person: amina.id.as_str() };
        let all = Profile.gather(&db, whose, Lang::En).await.unwrap();
        let held = serde_json::to_string(&all.iter().map(|part| &part.data).collect::<Vec<_>>()).unwrap();
        for mark in ["Zmtyped", "0991 000 123", "Zmpictured", "Not yet", "glaze", "\"asked\"", "\"given\"", "keza"] {
            assert!(held.contains(mark), "{mark} is missing in {held}");
        }
        let mut tx = db.begin().await.unwrap();
        Profile.erase(&mut tx, whose, At(9)).await.unwrap();
        tx.commit().await.unwrap();
        let credits: i64 = db.one("SELECT count(*) FROM credits", &[], |row| row.get(0)).await.unwrap();
        let works: i64 = db
            .one("SELECT count(*) FROM works WHERE person_id = $1", params![&amina.id], |row| row.get(0))
            .await
            .unwrap();
        assert_eq!((credits, works), (0, 0));
        assert_eq!(store::list(&db, &keza.id).await.unwrap().len(), 2);
    })
    .await;
}
