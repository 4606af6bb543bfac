//! Another handle: once in thirty days, never one that looks like somebody else's.

use basics::At;

use super::browser::{Browser, account, house, logged, minutes, recheck};

#[tokio::test(flavor = "multi_thread")]
async fn a_handle_is_changed_once_in_thirty_days_and_the_session_stays() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let before = amina.join("amina").await;
    let id = before.id.as_str();
    let answer = amina.post("/me/settings/handle", &[("handle", "Mosi-Pottery")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    recheck(&house).await;
    assert!(amina.get("/me").await.contains("mosi-pottery"), "still signed in, under the new name");
    assert_eq!(
        amina.post("/me/settings/handle", &[("handle", "mosi-pottery")]).await.status,
        303,
        "the same form again"
    );
    assert!(amina.post("/me/settings/handle", &[("handle", "zawadi-pots")]).await.contains("21 December 2026"));
    assert!(logged(&house, id, "handle-changed").await);
    house.clock.advance(30 * At::DAY);
    let mut amina = Browser::new(&house);
    assert_eq!(amina.sign_in("mosi-pottery", super::browser::PASSPHRASE, "own").await.status, 303);
    assert_eq!(amina.post("/me/settings/handle", &[("handle", "zawadi-pots")]).await.status, 303);
    assert_eq!(account(&house, id).await.handle, "zawadi-pots");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_alike_is_refused_with_one_that_is_free() {
    let house = house().await;
    let (mut moses, mut other) = (Browser::new(&house), Browser::new(&house));
    moses.join("moses").await;
    moses.post("/me/settings/handle", &[("handle", "moses")]).await;
    other.join("zawadi").await;
    for handle in ["moses", "MOSES", "rnoses", "mоses", "m0ses"] {
        let answer = other.post("/me/settings/handle", &[("handle", handle)]).await;
        assert_eq!(answer.status, 200, "{handle}");
        assert!(answer.contains("Try: "), "{handle}: a way on");
    }
    let answer = other.post("/me/settings/handle", &[("handle", "rnoses")]).await;
    let suggestion = answer.text().split("Try: ").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(other.post("/me/settings/handle", &[("handle", &suggestion)]).await.status, 303, "{suggestion}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_finds_out_who_is_here_by_asking_for_their_handles() {
    let house = house().await;
    let (mut moses, mut curious) = (Browser::new(&house), Browser::new(&house));
    moses.join("moses").await;
    moses.post("/me/settings/handle", &[("handle", "moses")]).await;
    curious.join("curious").await;
    for _ in 0..10 {
        assert_eq!(curious.post("/me/settings/handle", &[("handle", "moses")]).await.status, 200);
    }
    let answer = curious.post("/me/settings/handle", &[("handle", "moses")]).await;
    assert_eq!(answer.status, 429);
    assert!(answer.header("retry-after").parse::<u32>().unwrap() <= 3601);
    minutes(&house, 5);
    for handle in ["a\u{202e}b", "admin", "0991000000", &"a".repeat(300)] {
        assert!(
            curious.post("/me/settings/handle", &[("handle", handle)]).await.contains("role=\"alert\""),
            "{handle:?}"
        );
    }
}
