//! Members make organisations.

use basics::{Level, Viewer};
use db::Db;
use testkit::on_both;

use super::cast::{NOW, count, resident};
use crate::{
    Person, Standing,
    organisations::creating::{self, New, Refusal},
    store,
};

fn bakery(owner: &Person) -> New<'_> {
    New {
        owner: owner.id.as_str(),
        level: Level::Member,
        minor: false,
        name: "Bahati Bakery",
        handle: "",
        kind: "business",
        role: "baker",
    }
}

async fn make(db: &Db, new: &New<'_>) -> Result<Person, Refusal> {
    let mut tx = db.begin().await.unwrap();
    let made = creating::create(&mut tx, new, NOW).await.unwrap();
    if made.is_ok() {
        tx.commit().await.unwrap();
    }
    made
}

#[tokio::test(flavor = "multi_thread")]
async fn who_makes_an_organisation_owns_it_and_nobody_sees_more_than_its_handle() {
    on_both(async |db| {
        let amina = resident(&db, "amina", Level::Member).await;
        let made = make(&db, &bakery(&amina)).await.unwrap();
        assert_eq!(made.handle, "bahati-bakery");
        let standing = store::standing_in(&db, amina.id.as_str(), made.id.as_str()).await.unwrap();
        assert_eq!(standing, Some(Standing::Owner));
        let kept = store::find(&db, "bahati-bakery").await.unwrap().unwrap();
        let seen = kept.seen_by(Viewer::Stranger).unwrap();
        assert!(seen.handle_only && !seen.in_lists);
        assert_eq!((seen.name.as_str(), seen.organisation_kind), ("bahati-bakery", None));
        assert_eq!(count(&db, "person_terms WHERE term LIKE '%organisation'").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn how_many_somebody_may_own_follows_from_how_well_they_are_known() {
    on_both(async |db| {
        let amina = resident(&db, "amina", Level::Vouched).await;
        for (level, most) in [(Level::Member, 1), (Level::Vouched, 3), (Level::Trusted, 10)] {
            let new = New { level, ..bakery(&amina) };
            while make(&db, &new).await.is_ok() {}
            assert_eq!(make(&db, &new).await, Err(Refusal::Limit(most)));
            assert_eq!(count(&db, "memberships").await, most);
        }
        let baraka = resident(&db, "baraka", Level::Member).await;
        let minor = New { minor: true, ..bakery(&baraka) };
        assert_eq!(make(&db, &minor).await, Err(Refusal::Minor));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_handle_is_taken_twice_nor_one_that_looks_like_it() {
    on_both(async |db| {
        let amina = resident(&db, "amina", Level::Trusted).await;
        let asked = |handle| New { handle, level: Level::Trusted, ..bakery(&amina) };
        for taken in ["amina", "Amina", "am1na", "@amina"] {
            assert_eq!(make(&db, &asked(taken)).await, Err(Refusal::Taken), "{taken}");
        }
        for no_handle in ["a b", "x", "admin", "0991000001"] {
            assert_eq!(make(&db, &asked(no_handle)).await, Err(Refusal::Handle), "{no_handle}");
        }
        assert_eq!(make(&db, &asked("")).await.unwrap().handle, "bahati-bakery");
        assert_eq!(make(&db, &asked("")).await.unwrap().handle, "bahati-bakery-2");
    })
    .await;
}
