//! Directories keep what they offer to narrow by, and profiles ask only for what is there: for each viewer their own.

use basics::{At, Audience, Level, Viewer};

use super::{
    cast::{house, marked, potter, welcome, work},
    door::{SOMEBODY, get_as, member},
};
use crate::{Kind, store};

#[tokio::test(flavor = "multi_thread")]
async fn what_members_may_choose_from_is_never_offered_to_strangers() {
    let house = house().await;
    welcome(&house, Kind::Person, "amina", marked(Audience::Members)).await;
    welcome(&house, Kind::Organisation, "bakery", marked(Audience::Members)).await;
    let offered = async |viewer, page: &str| {
        let answer = get_as(&house, viewer, SOMEBODY, page).await;
        ["zmarkcraft", "zmarklang"].map(|value| answer.contains(&format!("value=\"{value}\"")))
    };
    let vouched = member(SOMEBODY, Level::Vouched, &[]);
    for page in ["/people", "/organisations", "/fr/people?sort=name"] {
        // Those who see more ask first, and each of them twice: the second answer is the kept one.
        for _ in 0..2 {
            for viewer in [vouched, member(SOMEBODY, Level::Member, &[])] {
                assert_eq!(offered(viewer, page).await, [true; 2], "{page} for {viewer:?}");
            }
            assert_eq!(offered(Viewer::Stranger, page).await, [false; 2], "{page}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn their_own_page_shows_people_what_nobody_else_finds_beside_them() {
    let house = house().await;
    let person = welcome(&house, Kind::Person, "amina", potter("Amina")).await;
    let group = welcome(&house, Kind::Organisation, "group", potter("The Zmarkgroup")).await;
    let mut tx = house.db.begin().await.unwrap();
    store::put_works(&mut tx, &person.id, &[(Audience::OnlyMe, work("Zmarkwork"))]).await.unwrap();
    store::join(&mut tx, &person.id, &group.id, "member", Audience::OnlyMe, 0).await.unwrap();
    changes::announce(&mut tx, crate::TOPIC, person.id.as_str(), "written", At(6)).await.unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    let id = person.id.as_str();
    for (viewer, who, there) in [
        (member(id, Level::Member, &[]), id, true),
        (member(SOMEBODY, Level::Trusted, &[]), SOMEBODY, false),
        (Viewer::Stranger, SOMEBODY, false),
    ] {
        let page = get_as(&house, viewer, who, "/people/amina").await;
        assert_eq!(page.status, 200);
        assert_eq!([page.contains("Zmarkwork"), page.contains("The Zmarkgroup")], [there; 2], "{viewer:?}");
    }
}
