//! Nobody stands beside an organisation without having agreed, and an organisation keeps its owner.

use basics::{At, Audience, Level, Viewer};
use db::Db;
use testkit::on_both;

use super::cast::{NOW, imported, join, resident};
use crate::{
    Kind, Person, Standing,
    organisations::{
        inviting::{self, Held, LASTS, Refusal},
        store::{
            invitations::{self, Invitation},
            members::{self, Member},
        },
    },
    store,
    tests::door::{SOMEBODY, member},
};

async fn invite(db: &Db, organisation: &Person, person: &Person, standing: Standing, now: At) -> Result<(), Refusal> {
    let wished = Invitation {
        organisation: organisation.id.to_string(),
        person: person.id.to_string(),
        standing,
        role: "baker".into(),
        invited_at: now,
        ends_at: now.plus(LASTS),
        declined: false,
    };
    let mut tx = db.begin().await.unwrap();
    let invited = inviting::invite(&mut tx, wished, Some("somebody"), now).await.unwrap();
    tx.commit().await.unwrap();
    invited
}

async fn accept(db: &Db, organisation: &Person, person: &Person, now: At) -> Option<Standing> {
    let mut tx = db.begin().await.unwrap();
    let pair = (organisation.id.as_str(), person.id.as_str());
    let accepted = inviting::accept(&mut tx, pair.0, pair.1, Audience::Everyone, now).await.unwrap();
    tx.commit().await.unwrap();
    accepted
}

async fn leave(db: &Db, organisation: &Person, person: &Person) -> Result<(), Held> {
    let mut tx = db.begin().await.unwrap();
    let left = inviting::leave(&mut tx, organisation.id.as_str(), person.id.as_str(), NOW).await.unwrap();
    tx.commit().await.unwrap();
    left
}

async fn shown(db: &Db, organisation: &Person) -> usize {
    store::memberships(db, &organisation.id, Kind::Organisation, Viewer::Stranger).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_makes_nobody_a_member_until_they_say_yes() {
    on_both(async |db| {
        let (bakery, keza) = (imported(&db, "bakery").await, resident(&db, "keza", Level::Member).await);
        assert_eq!(invite(&db, &bakery, &keza, Standing::Editor, NOW).await, Ok(()));
        assert_eq!(shown(&db, &bakery).await, 0);
        assert_eq!(store::standing_in(&db, keza.id.as_str(), bakery.id.as_str()).await.unwrap(), None);
        assert_eq!(accept(&db, &bakery, &keza, NOW).await, Some(Standing::Editor));
        assert_eq!(shown(&db, &bakery).await, 1);
        assert_eq!(accept(&db, &bakery, &keza, NOW).await, None, "an invitation is good for one yes");
        assert_eq!(invite(&db, &bakery, &keza, Standing::Member, NOW).await, Err(Refusal::Already));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_looks_like_no_answer_and_is_not_asked_again_for_a_month() {
    on_both(async |db| {
        let bakery = imported(&db, "bakery").await;
        let (keza, baraka) = (resident(&db, "keza", Level::Member).await, resident(&db, "baraka", Level::Member).await);
        for person in [&keza, &baraka] {
            invite(&db, &bakery, person, Standing::Member, NOW).await.unwrap();
        }
        let mut tx = db.begin().await.unwrap();
        invitations::decline(&mut tx, bakery.id.as_str(), keza.id.as_str(), NOW).await.unwrap();
        tx.commit().await.unwrap();
        let sent = invitations::sent_by(&db, bakery.id.as_str(), NOW).await.unwrap();
        assert_eq!(sent.len(), 2, "both still wait, as far as the bakery can see");
        for person in [&keza, &baraka] {
            assert_eq!(invite(&db, &bakery, person, Standing::Member, NOW).await, Err(Refusal::Asked));
        }
        assert_eq!(accept(&db, &bakery, &keza, NOW).await, None);
        let later = NOW.plus(LASTS + 1);
        assert_eq!(accept(&db, &bakery, &baraka, later).await, None, "it has ended");
        assert_eq!(invite(&db, &bakery, &keza, Standing::Member, later).await, Ok(()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_owner_leaves_only_after_passing_it_on() {
    on_both(async |db| {
        let bakery = imported(&db, "bakery").await;
        let (amina, keza) = (resident(&db, "amina", Level::Member).await, resident(&db, "keza", Level::Member).await);
        join(&db, &amina, &bakery, Standing::Owner).await;
        join(&db, &keza, &bakery, Standing::Editor).await;
        assert_eq!(leave(&db, &bakery, &amina).await, Err(Held::LastOwner));
        invite(&db, &bakery, &keza, Standing::Owner, NOW).await.unwrap();
        assert_eq!(leave(&db, &bakery, &amina).await, Err(Held::LastOwner), "asked is not agreed");
        assert_eq!(accept(&db, &bakery, &keza, NOW).await, Some(Standing::Owner));
        assert_eq!(leave(&db, &bakery, &amina).await, Ok(()));
        assert_eq!(leave(&db, &bakery, &amina).await, Err(Held::NotThere));
        assert_eq!(leave(&db, &bakery, &keza).await, Err(Held::LastOwner));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_takes_out_members_and_not_owners_and_lifts_nobody_alone() {
    on_both(async |db| {
        let bakery = imported(&db, "bakery").await;
        let mut people = Vec::new();
        for (handle, standing) in [("amina", Standing::Owner), ("keza", Standing::Editor), ("baraka", Standing::Member)]
        {
            let person = resident(&db, handle, Level::Member).await;
            join(&db, &person, &bakery, standing).await;
            people.push(person);
        }
        let change = async |person: &Person, standing| {
            let mut tx = db.begin().await.unwrap();
            let member = members::find_in(&mut tx, person.id.as_str(), bakery.id.as_str()).await.unwrap().unwrap();
            let wished = Member { standing, ..member };
            let held = inviting::change(&mut tx, bakery.id.as_str(), &wished, NOW).await.unwrap();
            tx.commit().await.unwrap();
            (held, store::standing_in(&db, person.id.as_str(), bakery.id.as_str()).await.unwrap().unwrap())
        };
        assert_eq!(change(&people[0], Standing::Member).await, (Err(Held::OwnersDecide), Standing::Owner));
        assert_eq!(change(&people[2], Standing::Owner).await, (Ok(()), Standing::Member));
        assert_eq!(change(&people[1], Standing::Member).await, (Ok(()), Standing::Member));
        for (person, held) in people.iter().zip([Err(Held::OwnersDecide), Ok(()), Ok(())]) {
            let mut tx = db.begin().await.unwrap();
            let out = inviting::take_out(&mut tx, bakery.id.as_str(), person.id.as_str(), NOW).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(out, held);
        }
    })
    .await;
}

/// Whatever the two sides say, and whoever looks from whichever side.
#[tokio::test(flavor = "multi_thread")]
async fn a_membership_is_shown_only_where_both_sides_say_so() {
    on_both(async |db| {
        let (bakery, keza) = (imported(&db, "bakery").await, resident(&db, "keza", Level::Member).await);
        let viewers = [Viewer::Stranger, member(SOMEBODY, Level::Member, &[]), member(SOMEBODY, Level::Vouched, &[])];
        for mine in Audience::ALL {
            for theirs in Audience::ALL {
                let both = Member {
                    person: keza.id.to_string(),
                    role: String::new(),
                    standing: Standing::Member,
                    audience: mine,
                    organisation_audience: theirs,
                };
                let mut tx = db.begin().await.unwrap();
                members::put(&mut tx, bakery.id.as_str(), &both, NOW).await.unwrap();
                tx.commit().await.unwrap();
                for viewer in viewers {
                    let open = viewer.sees(mine.min(theirs));
                    for (of, kind) in [(&bakery, Kind::Organisation), (&keza, Kind::Person)] {
                        let shown = store::memberships(&db, &of.id, kind, viewer).await.unwrap();
                        assert_eq!(!shown.is_empty(), open, "{mine:?} {theirs:?} {viewer:?} {kind:?}");
                    }
                }
                let own = member(keza.id.as_str(), Level::Member, &[]);
                let shown = store::memberships(&db, &keza.id, Kind::Person, own).await.unwrap();
                assert_eq!(shown.len(), 1, "who belongs to it sees so on their own page");
            }
        }
    })
    .await;
}
