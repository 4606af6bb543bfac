//! Pages kept for strangers: made once, and made again as soon as anything moved.

use std::sync::atomic::Ordering;

use basics::At;

use super::room::counting;

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_is_made_once_until_the_feed_moves() {
    let (house, made) = counting().await;
    for _ in 0..5 {
        assert!(house.get("/counted").await.contains("made 1 times"));
    }
    assert!(house.ask("HEAD", "/counted").send().await.status == 200 && made.load(Ordering::SeqCst) == 1);
    let mut tx = house.db.begin().await.unwrap();
    changes::announce(&mut tx, "people", "amina", "hidden", At(1)).await.unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    assert!(house.get("/counted").await.contains("made 2 times"));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_language_wish_and_question_has_a_page_of_its_own() {
    let (house, made) = counting().await;
    for path in ["/counted", "/sw/counted", "/counted?a=1", "/counted?a=2"] {
        house.get(path).await;
        house.get(path).await;
    }
    house.ask("GET", "/counted").cookie("saver=1").send().await;
    assert_eq!(made.load(Ordering::SeqCst), 5);
    let kept = house.ask("GET", "/sw/counted").cookie("lang=fr").send().await;
    assert!(
        kept.header("set-cookie").starts_with("lang=sw"),
        "a kept page still remembers the language for this reader"
    );
    assert_eq!(house.get("/counted").await.header("set-cookie"), "", "and nobody else gets their cookie");
}
