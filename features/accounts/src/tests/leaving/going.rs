//! Leaving by the pages, and changing one's mind.

use basics::{At, Clock, Role};

use super::cast::{Someone, eraser, get, house, post, sign_in, someone};
use crate::leaving::WEEK;

const HERE: &str = "Zmark01 Uwase";

#[tokio::test]
async fn who_leaves_is_gone_at_once_and_back_as_before_within_the_week() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    let before = house.get("/people/amina").await;
    assert!(before.status == 200 && before.contains(HERE));
    let asked = get(&house, &amina, "/me/leave").await;
    assert!(asked.status == 200 && asked.contains("seven days"), "{}", asked.text());
    let left = post(&house, &amina, "/me/leave").await;
    assert_eq!((left.status, left.header("location")), (303, "/sign-in?done=leaving"));
    assert!(left.headers("set-cookie").iter().any(|cookie| cookie.contains("session=;")), "{:?}", left.headers);
    house.settled().await;
    assert_eq!(house.get("/people/amina").await.status, 404);
    assert!(!house.get("/people").await.contains(HERE));
    assert_eq!(get(&house, &amina, "/me").await.header("location"), "/sign-in?next=%2Fme");

    house.clock.advance(WEEK - At::MINUTE);
    assert_eq!(eraser(&house).erase_due(house.clock.now()).await.unwrap(), 0);
    let amina = Someone { cookie: sign_in(&house, &amina.account).await, ..amina };
    house.settled().await;
    let told = get(&house, &amina, "/me").await;
    assert!(told.contains("/me/leave") && told.contains("will be deleted"), "{}", told.text());
    assert!(get(&house, &amina, "/me/leave").await.contains("/me/leave/undo"));
    let stayed = post(&house, &amina, "/me/leave/undo").await;
    assert_eq!(stayed.header("location"), "/me/leave?done=stayed");
    house.settled().await;
    assert_eq!(house.get("/people/amina").await.text(), before.text(), "byte for byte");
    house.clock.advance(30 * At::DAY);
    assert_eq!(eraser(&house).erase_due(house.clock.now()).await.unwrap(), 0);
}

#[tokio::test]
async fn sending_the_form_twice_changes_nothing() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    let (one, two) = tokio::join!(post(&house, &amina, "/me/leave"), post(&house, &amina, "/me/leave"));
    assert_eq!(one.status, 303);
    assert!([303, 401].contains(&two.status), "the second is sent on, or is signed out already: {}", two.status);
    let leaves_at = crate::store::accounts::get(&house.db, amina.id()).await.unwrap().leaves_at;
    assert_eq!(leaves_at, Some(house.clock.now().plus(WEEK)));
    let amina = Someone { cookie: sign_in(&house, &amina.account).await, ..amina };
    house.clock.advance(At::MINUTE);
    post(&house, &amina, "/me/leave").await;
    assert_eq!(crate::store::accounts::get(&house.db, amina.id()).await.unwrap().leaves_at, leaves_at);
    let amina = Someone { cookie: sign_in(&house, &amina.account).await, ..amina };
    for _ in 0..2 {
        assert_eq!(post(&house, &amina, "/me/leave/undo").await.header("location"), "/me/leave?done=stayed");
    }
}

#[tokio::test]
async fn when_the_week_is_over_nobody_comes_back() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    post(&house, &amina, "/me/leave").await;
    house.clock.advance(WEEK);
    let amina = Someone { cookie: sign_in(&house, &amina.account).await, ..amina };
    assert_eq!(post(&house, &amina, "/me/leave/undo").await.header("location"), "/me/leave?done=too_late");
    assert_eq!(eraser(&house).erase_due(house.clock.now()).await.unwrap(), 1);
}

#[tokio::test]
async fn the_last_administrator_stays_until_there_is_another() {
    let house = house().await;
    let amina = someone(&house, "amina", &[Role::Admin]).await;
    assert_eq!(post(&house, &amina, "/me/leave").await.header("location"), "/me/leave?done=last_admin");
    assert!(get(&house, &amina, "/me/leave?done=last_admin").await.contains("only administrator"));
    let other = someone(&house, "baraka", &[Role::Admin]).await;
    assert_eq!(post(&house, &amina, "/me/leave").await.header("location"), "/sign-in?done=leaving");
    assert_eq!(post(&house, &other, "/me/leave").await.header("location"), "/me/leave?done=last_admin");
}

#[tokio::test]
async fn only_who_has_just_proved_to_be_themselves_may_leave_or_take_data_along() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    house.clock.advance(11 * At::MINUTE);
    for path in ["/me/leave", "/me/data"] {
        assert!(post(&house, &amina, path).await.header("location").starts_with("/me/prove?next="), "{path}");
        let page = get(&house, &amina, path).await;
        assert!(page.contains("/me/prove?next=") && !page.contains("<form method=\"post\" action=\"/me/"), "{path}");
        assert!(!house.get(path).await.contains("<main"), "{path} is for its owner");
    }
}
