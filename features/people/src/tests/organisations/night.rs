//! What happens by itself, by a clock that the test moves.

use accounts::Origin;
use basics::{At, Level};
use db::Db;
use testkit::on_both;

use super::cast::{NOW, count, imported, join, reachable, resident};
use crate::{
    Person, Standing, look_after_organisations,
    organisations::{checks, corrections},
    store,
};

const ORIGIN: Origin<'static> = Origin { site: "Dzaleka Connect", base_url: "http://portal.test" };

async fn night(db: &Db, now: At) {
    look_after_organisations(db, ORIGIN, now).await.unwrap();
    look_after_organisations(db, ORIGIN, now).await.unwrap();
}

async fn check(db: &Db, organisation: &Person, now: At) {
    let mut tx = db.begin().await.unwrap();
    let mut kept = store::get_in(&mut tx, organisation.id.as_str()).await.unwrap().unwrap();
    checks::check(&mut tx, &mut kept, now).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn owners_are_asked_after_ninety_days_once_and_again_after_ninety_more() {
    on_both(async |db| {
        let (bakery, amina) = (imported(&db, "bakery").await, resident(&db, "amina", Level::Member).await);
        let keza = resident(&db, "keza", Level::Member).await;
        join(&db, &amina, &bakery, Standing::Owner).await;
        join(&db, &keza, &bakery, Standing::Member).await;
        for person in [&amina, &keza] {
            reachable(&db, person).await;
        }
        check(&db, &bakery, NOW).await;
        let asked = "outbox WHERE subject = 'Is everything still right?'";
        for (day, letters) in [(1, 0), (89, 0), (90, 1), (91, 1), (179, 1), (180, 2)] {
            night(&db, NOW.plus(day * At::DAY)).await;
            assert_eq!(count(&db, asked).await, letters, "day {day}");
        }
        assert_eq!(count(&db, &format!("{asked} AND recipient LIKE 'keza%'")).await, 0, "owners, not members");
        check(&db, &bakery, NOW.plus(181 * At::DAY)).await;
        night(&db, NOW.plus(270 * At::DAY)).await;
        assert_eq!(count(&db, asked).await, 2, "one tap, and the ninety days begin anew");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_when_it_was_checked_and_an_import_no_longer_overwrites_it() {
    on_both(async |db| {
        let bakery = imported(&db, "bakery").await;
        check(&db, &bakery, NOW).await;
        let kept = store::find(&db, "bakery").await.unwrap().unwrap();
        assert_eq!((kept.edited_at, kept.confirmed_at), (Some(NOW), NOW));
        let seen = kept.seen_by(basics::Viewer::Stranger).unwrap();
        assert_eq!(seen.checked_on.as_deref(), Some("2026-11-21"));
        assert!(!checks::is_old(seen.checked_on.as_deref(), NOW.plus(88 * At::DAY)));
        assert!(checks::is_old(seen.checked_on.as_deref(), NOW.plus(90 * At::DAY)));
        assert!(checks::is_old(None, NOW) && checks::is_old(Some("yesterday"), NOW));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_is_kept_as_long_as_the_table_of_rules_says() {
    on_both(async |db| {
        let bakery = imported(&db, "bakery").await;
        let mut tx = db.begin().await.unwrap();
        for words in ["open", "settled"] {
            corrections::say(&mut tx, bakery.id.as_str(), None, "other", words, NOW).await.unwrap();
        }
        tx.exec("UPDATE corrections SET settled_at = said_at WHERE words = 'settled'", &[]).await.unwrap();
        tx.commit().await.unwrap();
        for (day, left) in [(30, 2), (31, 1), (365, 1), (366, 0)] {
            night(&db, NOW.plus(day * At::DAY)).await;
            assert_eq!(count(&db, "corrections").await, left, "day {day}");
        }
    })
    .await;
}
