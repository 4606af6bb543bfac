//! An organisation without an owner becomes somebody's.

use basics::{At, Level};
use db::{Db, params};
use testkit::on_both;

use super::cast::{NOW, count, imported, join, resident, vouch};
use crate::{
    Person, Standing,
    organisations::{
        claiming::{self, DELAY, LASTS, Refusal, Speaker},
        store::claims,
    },
    store,
};

fn speaker(person: &Person) -> Speaker<'_> {
    Speaker { person: person.id.as_str(), account: person.id.as_str() }
}

async fn claim(db: &Db, organisation: &Person, by: &Person) -> Result<(), Refusal> {
    let mut tx = db.begin().await.unwrap();
    let words = "We bake there, since 2019.";
    let claimed = claiming::claim(&mut tx, organisation.id.as_str(), speaker(by), words, NOW).await.unwrap();
    tx.commit().await.unwrap();
    claimed
}

async fn confirm(db: &Db, organisation: &Person, of: &Person, by: &Person, now: At) -> Result<Option<At>, Refusal> {
    let open = claims::open_for(db, organisation.id.as_str(), NOW).await.unwrap();
    let id = open.into_iter().find(|claim| claim.person == of.id.as_str()).map(|claim| claim.id.to_string());
    let mut tx = db.begin().await.unwrap();
    let id = id.unwrap_or_default();
    let said = claiming::confirm(&mut tx, &id, organisation.id.as_str(), speaker(by), now).await.unwrap();
    tx.commit().await.unwrap();
    said
}

async fn standing(db: &Db, person: &Person, organisation: &Person) -> Option<Standing> {
    store::standing_in(db, person.id.as_str(), organisation.id.as_str()).await.unwrap()
}

struct Village {
    bakery: Person,
    amina: Person,
    keza: Person,
    baraka: Person,
}

async fn village(db: &Db) -> Village {
    Village {
        bakery: imported(db, "bakery").await,
        amina: resident(db, "amina", Level::Member).await,
        keza: resident(db, "keza", Level::Vouched).await,
        baraka: resident(db, "baraka", Level::Vouched).await,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_independent_voices_and_two_days_make_an_owner() {
    on_both(async |db| {
        let Village { bakery, amina, keza, baraka } = village(&db).await;
        assert_eq!(claim(&db, &bakery, &amina).await, Ok(()));
        assert_eq!(claim(&db, &bakery, &amina).await, Err(Refusal::Already));
        assert_eq!(confirm(&db, &bakery, &amina, &keza, NOW).await, Ok(None));
        assert_eq!(confirm(&db, &bakery, &amina, &keza, NOW).await, Ok(None), "one voice is one voice");
        let ready = NOW.plus(DELAY);
        assert_eq!(confirm(&db, &bakery, &amina, &baraka, NOW).await, Ok(Some(ready)));
        assert_eq!(claiming::ripen(&db, ready.plus(-1)).await.unwrap(), 0);
        assert_eq!(standing(&db, &amina, &bakery).await, None);
        assert_eq!(claiming::ripen(&db, ready).await.unwrap(), 1);
        assert_eq!(standing(&db, &amina, &bakery).await, Some(Standing::Owner));
        assert_eq!(claiming::ripen(&db, ready).await.unwrap(), 0, "doing it twice changes nothing");
        assert_eq!(claim(&db, &bakery, &keza).await, Err(Refusal::Owned));
        for action in ["organisation-claimed", "organisation-claim-confirmed", "organisation-taken-over"] {
            assert!(count(&db, &format!("audit WHERE action = '{action}'")).await > 0, "{action}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_tied_to_the_claimant_or_not_vouched_for_does_not_confirm() {
    on_both(async |db| {
        let Village { bakery, amina, keza, baraka } = village(&db).await;
        let newcomer = resident(&db, "newcomer", Level::Member).await;
        claim(&db, &bakery, &amina).await.unwrap();
        vouch(&db, &keza, &amina, At(5)).await;
        let giver = resident(&db, "giver", Level::Vouched).await;
        vouch(&db, &giver, &amina, NOW).await;
        vouch(&db, &giver, &baraka, NOW).await;
        for (tied, refusal) in [
            (&newcomer, Refusal::NotApart),
            (&keza, Refusal::NotApart),
            (&baraka, Refusal::NotApart),
            (&giver, Refusal::NotApart),
            (&amina, Refusal::Own),
        ] {
            assert_eq!(confirm(&db, &bakery, &amina, tied, NOW).await, Err(refusal), "{}", tied.handle);
        }
        let later = NOW.plus(29 * At::DAY);
        assert_eq!(confirm(&db, &bakery, &amina, &baraka, later).await, Err(Refusal::NotApart));
        assert_eq!(confirm(&db, &bakery, &amina, &baraka, NOW.plus(LASTS)).await, Err(Refusal::Over));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_voices_that_are_tied_to_each_other_are_one() {
    on_both(async |db| {
        let Village { bakery, amina, keza, baraka } = village(&db).await;
        vouch(&db, &keza, &baraka, At(5)).await;
        claim(&db, &bakery, &amina).await.unwrap();
        for voice in [&keza, &baraka] {
            assert_eq!(confirm(&db, &bakery, &amina, voice, NOW).await, Ok(None));
        }
        let third = resident(&db, "third", Level::Vouched).await;
        assert_eq!(confirm(&db, &bakery, &amina, &third, NOW).await, Ok(Some(NOW.plus(DELAY))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_stops_a_claim_within_the_two_days() {
    on_both(async |db| {
        let Village { bakery, amina, keza, baraka } = village(&db).await;
        claim(&db, &bakery, &amina).await.unwrap();
        for voice in [&keza, &baraka] {
            confirm(&db, &bakery, &amina, voice, NOW).await.unwrap();
        }
        let open = claims::open_everywhere(&db, NOW).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        assert!(claiming::stop(&mut tx, open[0].0.id.as_str(), "steward", NOW).await.unwrap());
        assert!(!claiming::stop(&mut tx, open[0].0.id.as_str(), "steward", NOW).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(claiming::ripen(&db, NOW.plus(DELAY)).await.unwrap(), 0);
        assert_eq!(standing(&db, &amina, &bakery).await, None);
        assert_eq!(count(&db, "audit WHERE action = 'organisation-claim-stopped' AND actor = 'steward'").await, 1);
    })
    .await;
}

/// What could happen in the two days.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_given_when_a_voice_falls_or_another_owner_comes() {
    for happens in ["a voice is banned", "the claimant is looked into", "another owner"] {
        on_both(async |db| {
            let Village { bakery, amina, keza, baraka } = village(&db).await;
            claim(&db, &bakery, &amina).await.unwrap();
            for voice in [&keza, &baraka] {
                confirm(&db, &bakery, &amina, voice, NOW).await.unwrap();
            }
            match happens {
                "a voice is banned" => {
                    db.exec("UPDATE accounts SET state = 'banned' WHERE id = $1", params![&keza.id]).await.unwrap();
                }
                "the claimant is looked into" => {
                    db.exec("UPDATE accounts SET review_since = 5 WHERE id = $1", params![&amina.id]).await.unwrap();
                }
                _ => join(&db, &baraka, &bakery, Standing::Owner).await,
            }
            assert_eq!(claiming::ripen(&db, NOW.plus(DELAY)).await.unwrap(), 0, "{happens}");
            assert_eq!(standing(&db, &amina, &bakery).await, None, "{happens}");
            assert!(claims::open_everywhere(&db, NOW).await.unwrap().is_empty(), "{happens}");
        })
        .await;
    }
}
