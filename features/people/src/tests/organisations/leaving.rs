//! What becomes of organisations when somebody is erased.

use basics::{At, Lang, Level};
use plugs::{Belongings, Whose};
use testkit::on_both;

use super::cast::{NOW, count, imported, join, resident};
use crate::{
    Standing,
    organisations::{belongings::Beside, corrections, creating},
    plugs::belongings::Profile,
    store,
};

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_made_alone_goes_with_them_and_what_others_share_stays() {
    on_both(async |db| {
        let (amina, keza) = (resident(&db, "amina", Level::Trusted).await, resident(&db, "keza", Level::Member).await);
        let new = |name| creating::New {
            owner: amina.id.as_str(),
            level: Level::Trusted,
            minor: false,
            name,
            handle: "",
            kind: "group",
            role: "",
        };
        let mut tx = db.begin().await.unwrap();
        let alone = creating::create(&mut tx, &new("Alone"), NOW).await.unwrap().unwrap();
        let shared = creating::create(&mut tx, &new("Shared"), NOW).await.unwrap().unwrap();
        let brought = creating::create(&mut tx, &new("Brought"), NOW).await.unwrap().unwrap();
        store::keep(&mut tx, &brought.id, &serde_json::json!({ "sources": [{ "path": "a.md" }] })).await.unwrap();
        corrections::say(&mut tx, shared.id.as_str(), Some(amina.id.as_str()), "other", "Zmark", NOW).await.unwrap();
        tx.commit().await.unwrap();
        join(&db, &keza, &shared, Standing::Editor).await;
        let whose = Whose { account: amina.id.as_str(), person: amina.id.as_str() };
        let held = Beside.gather(&db, whose, Lang::En).await.unwrap();
        let parts: Vec<_> = held.iter().map(|part| (part.name, part.data.as_array().unwrap().len())).collect();
        assert_eq!(parts, [("organisation-standings", 3), ("corrections", 1)]);
        let mut tx = db.begin().await.unwrap();
        Beside.erase(&mut tx, whose, At(9)).await.unwrap();
        Profile.erase(&mut tx, whose, At(9)).await.unwrap();
        tx.commit().await.unwrap();
        for (organisation, stays) in [(&alone, false), (&shared, true), (&brought, true)] {
            let found = store::find(&db, &organisation.handle).await.unwrap();
            assert_eq!(found.is_some(), stays, "{}", organisation.handle);
        }
        assert_eq!(count(&db, "corrections").await, 0);
        assert_eq!(count(&db, "memberships").await, 1, "Keza's");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_imported_organisation_without_members_stays_when_nobody_owns_it() {
    on_both(async |db| {
        let (amina, bakery) = (resident(&db, "amina", Level::Member).await, imported(&db, "bakery").await);
        join(&db, &amina, &bakery, Standing::Member).await;
        let whose = Whose { account: amina.id.as_str(), person: amina.id.as_str() };
        let mut tx = db.begin().await.unwrap();
        Beside.erase(&mut tx, whose, At(9)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store::find(&db, "bakery").await.unwrap().is_some());
    })
    .await;
}
