//! The pages of keeping an organisation, through the router.

use basics::{Level, Role, Viewer};
use testkit::TestPortal;

use super::cast::{count, imported, join, resident};
use crate::{
    Person, Standing, State, store,
    tests::{
        cast::{change, house},
        door::{SOMEBODY, get_as, member, post_as},
    },
};

fn as_member(person: &Person) -> Viewer {
    member(person.id.as_str(), Level::Vouched, &[])
}

async fn get(house: &TestPortal, person: &Person, path: &str) -> testkit::Answer {
    get_as(house, as_member(person), person.id.as_str(), path).await
}

async fn post(house: &TestPortal, person: &Person, path: &str, form: &[(&str, &str)]) -> testkit::Answer {
    post_as(house, as_member(person), person.id.as_str(), path, form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_an_organisation_with_hours_members_and_a_check() {
    let house = house().await;
    let (amina, keza) =
        (resident(&house.db, "amina", Level::Vouched).await, resident(&house.db, "keza", Level::Vouched).await);
    let typed = [("name", "Bahati Bakery"), ("kind", "business"), ("role", "baker"), ("once", "key")];
    for _ in 0..2 {
        let made = post(&house, &amina, "/me/new-organisation", &typed).await;
        assert_eq!((made.status, made.header("location")), (303, "/me/organisations/bahati-bakery?done=made"));
    }
    assert_eq!(count(&house.db, "people WHERE kind = 'organisation'").await, 1, "sent twice, made once");
    let base = "/me/organisations/bahati-bakery";
    assert!(get(&house, &amina, base).await.contains("Bahati Bakery"));
    // Hours, with Monday's for the week; a fault comes back with what was typed.
    let path = format!("{base}/hours");
    let wrong = post(&house, &amina, &path, &[("a1", "8"), ("b1", "noon"), ("to", "everyone")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.contains("noon") && wrong.contains("Monday: please write times"));
    let typed = [("a1", "8"), ("b1", "12"), ("c1", "13"), ("d1", "17h30"), ("same", "yes"), ("a6", "9"), ("b6", "12")];
    let right = post(&house, &amina, &path, &[&typed[..], &[("to", "members")]].concat()).await;
    assert_eq!(right.status, 303);
    assert!(get(&house, &amina, &path).await.contains("17:30"));
    // Somebody is asked, and agrees.
    let members = format!("{base}/members");
    let asked = [("handle", "Keza"), ("standing", "editor"), ("role", "teacher")];
    assert_eq!(post(&house, &amina, &members, &asked).await.status, 303);
    assert!(get(&house, &keza, "/me/organisations").await.contains("/organisations/bahati-bakery/invitation"));
    let invitation = "/organisations/bahati-bakery/invitation";
    assert_eq!(post(&house, &keza, invitation, &[("answer", "yes")]).await.status, 422, "who sees it is asked");
    assert_eq!(post(&house, &keza, invitation, &[("answer", "yes"), ("to", "everyone")]).await.status, 303);
    assert_eq!(get(&house, &keza, &path).await.status, 200, "an editor edits");
    assert_eq!(post(&house, &keza, &members, &asked).await.status, 404, "and invites nobody");
    assert_eq!(post(&house, &keza, &format!("{base}/checked"), &[]).await.status, 303);
    let kept = store::find(&house.db, "bahati-bakery").await.unwrap().unwrap();
    assert_eq!(kept.fields.hours.as_ref().unwrap().is.len(), 11);
    assert_eq!(kept.fields.checked_on.as_ref().unwrap().is, "2026-11-21");
    assert_eq!(kept.state, State::Fresh, "nobody has said yet that others may see it");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_keeping_is_nothing_to_those_who_do_not_keep_it() {
    let house = house().await;
    let bakery = imported(&house.db, "bakery").await;
    let (amina, keza) =
        (resident(&house.db, "amina", Level::Vouched).await, resident(&house.db, "keza", Level::Vouched).await);
    join(&house.db, &amina, &bakery, Standing::Owner).await;
    join(&house.db, &keza, &bakery, Standing::Member).await;
    let base = "/me/organisations/bakery";
    for (page, member) in
        [("", 200), ("/hours", 404), ("/kind", 404), ("/members", 404), ("/members/keza", 404), ("/membership", 200)]
    {
        let path = format!("{base}{page}");
        let steward = member_of_team();
        let stranger = house.get(&path).await;
        assert_eq!((stranger.status, stranger.header("location").starts_with("/sign-in")), (303, true), "{page}");
        assert_eq!(get_as(&house, steward, SOMEBODY, &path).await.status, 404, "{page}: the team has its desk");
        assert_eq!(get(&house, &keza, &path).await.status, member, "{page}: a member");
        assert_eq!(get(&house, &amina, &path).await.status, 200, "{page}: an owner");
    }
    for (page, form) in [("/checked", &[][..]), ("/hours", &[("to", "everyone")]), ("/kind", &[]), ("/close", &[])] {
        assert_eq!(post(&house, &keza, &format!("{base}{page}"), form).await.status, 404, "{page}");
    }
}

fn member_of_team() -> Viewer {
    member(SOMEBODY, Level::Trusted, &[Role::Steward, Role::Editor])
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_an_organisation_sees_its_page_in_every_state_and_others_do_not() {
    let house = house().await;
    let mut bakery = imported(&house.db, "bakery").await;
    let (amina, keza) =
        (resident(&house.db, "amina", Level::Vouched).await, resident(&house.db, "keza", Level::Vouched).await);
    join(&house.db, &amina, &bakery, Standing::Editor).await;
    for state in [State::Fresh, State::Unreleased, State::Hidden] {
        change(&house.db, &mut bakery, "written", |bakery| bakery.state = state).await;
        house.settled().await;
        let own = get(&house, &amina, "/organisations/bakery").await;
        assert_eq!(own.status, 200, "{state:?}");
        assert!(own.contains("/me/organisations/bakery"), "{state:?}: the way to look after it");
        let other = get(&house, &keza, "/organisations/bakery").await;
        assert_eq!(other.status, if state == State::Fresh { 200 } else { 404 }, "{state:?}");
        assert!(!other.contains("/me/organisations/bakery"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_is_closed_only_by_its_last_owner_who_types_its_name() {
    let house = house().await;
    let bakery = imported(&house.db, "bakery").await;
    let (amina, keza) =
        (resident(&house.db, "amina", Level::Vouched).await, resident(&house.db, "keza", Level::Vouched).await);
    for owner in [&amina, &keza] {
        join(&house.db, owner, &bakery, Standing::Owner).await;
    }
    let close =
        async |handle| post(&house, &amina, "/me/organisations/bakery/close", &[("handle", handle)]).await.status;
    assert_eq!(close("bakery").await, 422, "two owners");
    assert_eq!(post(&house, &keza, "/me/organisations/bakery/leave", &[]).await.status, 303);
    assert_eq!(close("bakeri").await, 422);
    assert_eq!(close("bakery").await, 303);
    house.settled().await;
    assert_eq!(house.get("/organisations/bakery").await.status, 404);
    assert_eq!(count(&house.db, "memberships").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_goes_through_its_pages_and_is_read_by_those_who_can_confirm_it() {
    let house = house().await;
    imported(&house.db, "bakery").await;
    let amina = resident(&house.db, "amina", Level::Member).await;
    let (keza, baraka) =
        (resident(&house.db, "keza", Level::Vouched).await, resident(&house.db, "baraka", Level::Vouched).await);
    house.settled().await;
    let path = "/organisations/bakery/claim";
    assert!(house.get("/organisations/bakery").await.contains(path));
    assert_eq!(post(&house, &amina, path, &[("words", "ours")]).await.status, 422);
    assert_eq!(post(&house, &amina, path, &[("words", "Zmarkclaim, we bake there")]).await.status, 303);
    let newcomer = member(SOMEBODY, Level::Member, &[]);
    assert!(!get_as(&house, newcomer, SOMEBODY, path).await.contains("Zmarkclaim"));
    assert!(get(&house, &keza, path).await.contains("Zmarkclaim"));
    let id: String = house.db.one("SELECT id FROM organisation_claims", &[], |row| row.get(0)).await.unwrap();
    for voice in [&keza, &baraka] {
        assert_eq!(post(&house, voice, &format!("{path}/confirm"), &[("id", &id)]).await.status, 303);
    }
    assert!(get(&house, &amina, path).await.contains("unless the team stops it"));
    let desk = get_as(&house, member_of_team(), SOMEBODY, "/desk/organisations").await;
    assert!(desk.contains("Zmarkclaim"));
    let stopped = post_as(&house, member_of_team(), SOMEBODY, "/desk/organisations/stop", &[("id", &id)]).await;
    assert_eq!(stopped.status, 303);
    assert_eq!(count(&house.db, "organisation_claims WHERE state = 'stopped'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_asks_somebody_to_own_an_organisation() {
    let house = house().await;
    let (bakery, amina) = (imported(&house.db, "bakery").await, resident(&house.db, "amina", Level::Vouched).await);
    let form = [("organisation", "bakery"), ("person", "amina"), ("deed", "give")];
    let desk = async |form: &[(&str, &str)]| {
        post_as(&house, member_of_team(), SOMEBODY, "/desk/organisations", form).await.status
    };
    assert_eq!(desk(&[("organisation", "bakery"), ("person", "nobody")]).await, 422);
    assert_eq!(desk(&form).await, 303);
    let standing = async || store::standing_in(&house.db, amina.id.as_str(), bakery.id.as_str()).await.unwrap();
    assert_eq!(standing().await, None, "they are asked first");
    let yes = [("answer", "yes"), ("to", "only-me")];
    assert_eq!(post(&house, &amina, "/organisations/bakery/invitation", &yes).await.status, 303);
    assert_eq!(standing().await, Some(Standing::Owner));
    assert_eq!(desk(&[("organisation", "bakery"), ("person", "amina"), ("deed", "take")]).await, 303);
    assert_eq!(standing().await, Some(Standing::Member));
    assert_eq!(get(&house, &amina, "/desk/organisations").await.status, 404);
}
