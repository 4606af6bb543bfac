//! Kept recordings: who hears them, in pieces, and when they go.

use basics::{At, Audience};
use testkit::{Answer, TestPortal};

use super::{house::by, sounds::wav, tus::every_house};
use crate::{Recording, insert_sound, keep_sound, let_go, recordings, shown};

async fn kept(house: &TestPortal, bytes: Vec<u8>) -> Recording {
    let recording = keep_sound(&house.db, &house.portal.files, bytes.into()).await.unwrap().unwrap();
    let mut tx = house.db.begin().await.unwrap();
    insert_sound(&mut tx, &recording, At(5)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(recordings(&house.db, &[&recording.hash]).await.unwrap()[&recording.hash], recording);
    recording
}

async fn show(house: &TestPortal, recording: &Recording, to: Option<Audience>) {
    let mut tx = house.db.begin().await.unwrap();
    shown(&mut tx, "people", "someone", &[(&recording.hash, to)]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn range(house: &TestPortal, path: &str, range: &str) -> Answer {
    house.ask("GET", path).header("range", range).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_is_heard_by_whom_its_page_is_for() {
    every_house(async |house| {
        let recording = kept(house, wav(2)).await;
        assert_eq!((recording.length().as_str(), recording.bytes), ("0:02", 32_044));
        assert_eq!(recording.duration(), "PT0M2S");
        assert_eq!(kept(house, wav(2)).await, recording, "the same again changes nothing");
        let path = recording.src();
        assert_eq!(house.get(&path).await.status, 404, "shown nowhere");
        show(house, &recording, Some(Audience::Members)).await;
        assert_eq!(house.get(&path).await.status, 404);
        let heard = by(house, "ana", "GET", &path).send().await;
        assert!(heard.status == 200 && heard.header("cache-control").ends_with("no-store"));
        show(house, &recording, Some(Audience::Everyone)).await;
        let heard = house.get(&path).await;
        assert_eq!((heard.status, heard.header("content-type")), (200, "audio/wav"));
        assert_eq!(heard.header("cache-control"), "public, max-age=604800, immutable");
        assert!(heard.header("content-security-policy").starts_with("sandbox"));
        assert_eq!(heard.body.len() as u64, recording.bytes);
        assert_eq!(house.ask("HEAD", &path).send().await.header("content-length"), recording.bytes.to_string());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_comes_in_the_pieces_that_are_asked_for() {
    every_house(async |house| {
        let recording = kept(house, wav(2)).await;
        show(house, &recording, Some(Audience::Everyone)).await;
        let (path, all) = (recording.src(), house.get(&recording.src()).await.body);
        for (asked, said, from, to) in [
            ("bytes=0-99", "bytes 0-99/32044", 0, 100),
            ("bytes=32000-", "bytes 32000-32043/32044", 32_000, 32_044),
            ("bytes=-44", "bytes 32000-32043/32044", 32_000, 32_044),
            ("bytes=100-999999", "bytes 100-32043/32044", 100, 32_044),
        ] {
            let part = range(house, &path, asked).await;
            assert_eq!((part.status, part.header("content-range")), (206, said));
            assert_eq!(part.body, all[from..to], "{asked}");
        }
        for beyond in ["bytes=32044-", "bytes=-0", "bytes=99999-100000"] {
            let part = range(house, &path, beyond).await;
            assert_eq!((part.status, part.header("content-range")), (416, "bytes */32044"), "{beyond}");
        }
        for whole in ["bytes=5-2", "bytes=0-1,5-6", "pages=1-2", "bytes=x-y", "bytes="] {
            assert_eq!(range(house, &path, whole).await.status, 200, "{whole}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_that_nobody_shows_is_let_go() {
    every_house(async |house| {
        let (one, other) = (kept(house, wav(1)).await, kept(house, wav(2)).await);
        show(house, &one, None).await;
        let mut tx = house.db.begin().await.unwrap();
        assert!(let_go(&mut tx, &[&one.hash]).await.unwrap().is_empty(), "it is shown");
        assert_eq!(let_go(&mut tx, &[&other.hash]).await.unwrap(), std::slice::from_ref(&other.file));
        shown(&mut tx, "people", "someone", &[]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(recordings(&house.db, &[&other.hash]).await.unwrap().is_empty());
        crate::sweep_uploads(&house.db, &house.portal.files, At(5 + 2 * At::DAY)).await.unwrap();
        assert!(recordings(&house.db, &[&one.hash]).await.unwrap().is_empty());
        let left = house.portal.files.list(None, 10).await.unwrap();
        assert!(left.iter().all(|stat| stat.key.as_str() != one.file), "{left:?}");
    })
    .await;
}
