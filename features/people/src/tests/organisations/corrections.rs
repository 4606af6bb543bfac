//! "This is wrong", from anybody to those who can put it right.

use basics::{At, Level, Role, Viewer};

use super::cast::{count, imported, join, resident};
use crate::{
    Standing,
    tests::{
        cast::house,
        door::{SOMEBODY, get_as, member, post_as},
    },
};

const FORM: [(&str, &str); 2] = [("part", "hours"), ("words", "Zmarkwrong: open from nine")];

#[tokio::test(flavor = "multi_thread")]
async fn what_a_stranger_says_reaches_the_owner_and_the_team_and_nobody_else() {
    let house = house().await;
    let (bakery, amina) = (imported(&house.db, "bakery").await, resident(&house.db, "amina", Level::Member).await);
    join(&house.db, &amina, &bakery, Standing::Owner).await;
    super::cast::reachable(&house.db, &amina).await;
    house.settled().await;
    assert!(house.get("/organisations/bakery").await.contains("/organisations/bakery/wrong"));
    let sent = post_as(&house, Viewer::Stranger, "", "/organisations/bakery/wrong", &FORM).await;
    assert_eq!((sent.status, sent.header("location")), (303, "/organisations/bakery/wrong?done=said"));
    assert!(house.get("/organisations/bakery/wrong?done=said").await.contains("Thank you"));
    let told = "outbox WHERE recipient = 'amina@example.org' AND text NOT LIKE '%Zmarkwrong%'";
    assert_eq!(count(&house.db, told).await, 1, "the owner is told, and not of what");
    let owner = member(amina.id.as_str(), Level::Member, &[]);
    let editor = member(SOMEBODY, Level::Member, &[Role::Editor]);
    let (keep, desk) = ("/me/organisations/bakery", "/desk/corrections");
    assert!(get_as(&house, owner, amina.id.as_str(), keep).await.contains("Zmarkwrong"));
    assert!(get_as(&house, editor, SOMEBODY, desk).await.contains("Zmarkwrong"));
    assert_eq!(get_as(&house, member(SOMEBODY, Level::Trusted, &[]), SOMEBODY, keep).await.status, 404);
    assert_eq!(get_as(&house, owner, amina.id.as_str(), desk).await.status, 404);
    assert!(!house.get("/organisations/bakery").await.contains("Zmarkwrong"));
    // Settled by the owner, it is gone from both.
    let id: String = house.db.one("SELECT id FROM corrections", &[], |row| row.get(0)).await.unwrap();
    let settled = [("id", id.as_str()), ("outcome", "mended")];
    post_as(&house, owner, amina.id.as_str(), "/me/organisations/bakery/corrections", &settled).await;
    assert!(!get_as(&house, owner, amina.id.as_str(), keep).await.contains("Zmarkwrong"));
    assert!(!get_as(&house, editor, SOMEBODY, desk).await.contains("Zmarkwrong"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_says_nothing_comes_back_and_a_flood_ends() {
    let house = house().await;
    let bakery = imported(&house.db, "bakery").await;
    house.settled().await;
    for empty in [vec![], vec![("part", "hours")], vec![("part", "nothing"), ("words", "x")]] {
        let sent = post_as(&house, Viewer::Stranger, "", "/organisations/bakery/wrong", &empty).await;
        assert_eq!(sent.status, 422, "{empty:?}");
    }
    let say =
        async |viewer, person: &str| post_as(&house, viewer, person, "/organisations/bakery/wrong", &FORM).await.status;
    let somebody = member(SOMEBODY, Level::Member, &[]);
    let amina = resident(&house.db, "amina", Level::Member).await;
    let member = member(amina.id.as_str(), Level::Member, &[]);
    for _ in 0..20 {
        assert_eq!(say(Viewer::Stranger, "").await, 303);
    }
    assert_eq!(say(Viewer::Stranger, "").await, 429, "strangers together");
    for _ in 0..3 {
        assert_eq!(say(member, amina.id.as_str()).await, 303);
    }
    assert_eq!(say(member, amina.id.as_str()).await, 429, "one member");
    assert_eq!(count(&house.db, "corrections").await, 23);
    house.clock.advance(At::DAY + 1);
    assert_eq!(say(Viewer::Stranger, "").await, 303, "the next day");
    // What nobody may know of cannot be wrong either.
    house.db.exec("UPDATE people SET state = 'hidden' WHERE id = $1", db::params![&bakery.id]).await.unwrap();
    assert_eq!(say(somebody, SOMEBODY).await, 404);
}
