//! tus 1.0.0, word by word.

use base64::{Engine, engine::general_purpose::STANDARD};
use basics::{At, limits::AUDIO_BYTES};
use sha2::{Digest, Sha256};

use super::{Sender, bytes, every_house, id};
use crate::tests::house::{by, house};

const PART: (&str, &str) = ("content-type", "application/offset+octet-stream");

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_piece_by_piece_and_its_form_names_it() {
    every_house(async |house| {
        let (ana, file) = (Sender::new(house), bytes(700_000));
        let path = ana.begin(700_000).await;
        assert_eq!(ana.offset(&path).await, Some(0));
        for (from, to) in [(0, 1), (1, 300_000), (300_000, 700_000)] {
            let answer = ana.append(&path, from as u64, &file[from..to]).await;
            assert_eq!((answer.status, answer.header("upload-offset")), (204, &*to.to_string()));
            assert_eq!(ana.offset(&path).await, Some(to as u64));
        }
        let answer = ana.form("Salama", id(&path)).await;
        assert_eq!(answer.text(), format!("Salama 0 700000 {}", crate::hash(&file)));
        assert_eq!(ana.form("Again", id(&path)).await.text(), format!("Again 0 700000 {}", crate::hash(&file)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_bytes_that_follow_are_taken() {
    every_house(async |house| {
        let (ana, file) = (Sender::new(house), bytes(1000));
        let path = ana.begin(1000).await;
        assert_eq!(ana.append(&path, 10, &file[10..]).await.status, 409);
        assert_eq!(ana.append(&path, 0, &file[..600]).await.status, 204);
        let again = ana.append(&path, 0, &file[..600]).await;
        assert_eq!((again.status, again.header("upload-offset")), (409, "600"));
        assert_eq!(ana.append(&path, 600, &bytes(401)).await.status, 413, "more than was announced");
        assert_eq!(ana.offset(&path).await, Some(600));
        assert!(ana.form("x", id(&path)).await.contains("did not arrive whole"));
        assert_eq!(ana.append(&path, 600, &file[600..]).await.status, 204);
        assert_eq!(ana.form("x", id(&path)).await.text(), format!("x 0 1000 {}", crate::hash(&file)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_knows_of_an_upload() {
    every_house(async |house| {
        let (ana, ben) = (Sender::new(house), Sender { house, who: "ben" });
        let path = ana.begin(1000).await;
        assert_eq!(ben.offset(&path).await, None);
        assert_eq!(ben.append(&path, 0, &bytes(1000)).await.status, 404);
        assert_eq!(ben.ask("DELETE", &path, &[], Vec::new()).await.status, 404);
        assert_eq!(ana.append(&path, 0, &bytes(1000)).await.status, 204);
        assert!(ben.form("x", id(&path)).await.contains("did not arrive whole"));
        let stranger =
            house.ask("POST", "/uploads").header("sec-fetch-site", "same-origin").header("upload-length", "5");
        assert_eq!(stranger.header("tus-resumable", "1.0.0").send().await.status, 401);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_ended_is_gone_and_its_bytes_with_it() {
    every_house(async |house| {
        let ana = Sender::new(house);
        let path = ana.begin(1000).await;
        assert_eq!(ana.append(&path, 0, &bytes(500)).await.status, 204);
        assert_eq!(house.portal.files.list(None, 10).await.unwrap().len(), 1);
        assert_eq!(ana.ask("DELETE", &path, &[], Vec::new()).await.status, 204);
        assert_eq!((ana.offset(&path).await, ana.append(&path, 500, b"x").await.status), (None, 404));
        assert!(house.portal.files.list(None, 10).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_ends_a_day_after_its_last_bytes() {
    every_house(async |house| {
        let ana = Sender::new(house);
        let path = ana.begin(1000).await;
        let expires = ana.ask("HEAD", &path, &[], Vec::new()).await;
        assert_eq!(expires.header("upload-expires"), "Sun, 22 Nov 2026 08:00:00 GMT");
        house.clock.advance(20 * 60 * At::MINUTE);
        assert_eq!(ana.append(&path, 0, &bytes(500)).await.status, 204);
        let now = |house: &testkit::TestPortal| house.portal.clock.now();
        assert_eq!(crate::sweep_uploads(&house.db, &house.portal.files, now(house)).await.unwrap(), 0);
        house.clock.advance(At::DAY + 1);
        assert_eq!(ana.ask("HEAD", &path, &[], Vec::new()).await.status, 410);
        assert_eq!(ana.append(&path, 500, &bytes(500)).await.status, 410);
        assert_eq!(crate::sweep_uploads(&house.db, &house.portal.files, now(house)).await.unwrap(), 1);
        assert_eq!(ana.offset(&path).await, None);
        assert!(house.portal.files.list(None, 10).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_that_does_not_fit_its_checksum_is_not_taken() {
    let house = house().await;
    let (ana, file) = (Sender::new(&house), bytes(1000));
    let path = ana.begin(1000).await;
    let with = async |sum: String| {
        ana.ask("PATCH", &path, &[PART, ("upload-offset", "0"), ("upload-checksum", &sum)], file.clone()).await.status
    };
    assert_eq!(with(format!("sha256 {}", STANDARD.encode(Sha256::digest(b"other")))).await, 460);
    assert_eq!((with("md5 abc".into()).await, with("sha1 ???".into()).await), (400, 400));
    assert_eq!(ana.offset(&path).await, Some(0));
    assert_eq!(with(format!("sha256 {}", STANDARD.encode(Sha256::digest(&file)))).await, 204);
    let path = ana.begin(1000).await;
    let sum = format!("sha1 {}", STANDARD.encode(sha1::Sha1::digest(&file)));
    let headers = [PART, ("upload-offset", "0"), ("upload-checksum", &sum)];
    assert_eq!(ana.ask("PATCH", &path, &headers, file.clone()).await.status, 204);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_wrongly_is_answered_as_the_protocol_says() {
    let house = house().await;
    let ana = Sender::new(&house);
    let abilities = house.ask("OPTIONS", "/uploads").send().await;
    assert_eq!((abilities.status, abilities.header("tus-version")), (204, "1.0.0"));
    assert_eq!(abilities.header("tus-max-size"), AUDIO_BYTES.to_string());
    assert_eq!(abilities.header("tus-extension"), "creation,creation-with-upload,termination,expiration,checksum");
    let old = by(&house, "ana", "POST", "/uploads")
        .header("tus-resumable", "0.2.2")
        .header("upload-length", "5")
        .send()
        .await;
    assert_eq!((old.status, old.header("tus-version")), (412, "1.0.0"));
    for (length, status) in [("", 400), ("0", 400), ("-5", 400), ("x", 400), ("99999999999", 413), ("10", 201)] {
        assert_eq!(
            ana.ask("POST", "/uploads", &[("upload-length", length)], Vec::new()).await.status,
            status,
            "{length}"
        );
    }
    assert_eq!(ana.ask("POST", "/uploads", &[("upload-defer-length", "1")], Vec::new()).await.status, 400);
    let path = ana.begin(5).await;
    assert_eq!(ana.ask("PATCH", &path, &[("upload-offset", "0")], b"abc".to_vec()).await.status, 415);
    assert_eq!(ana.ask("PATCH", &path, &[PART], b"abc".to_vec()).await.status, 400);
    assert_eq!(ana.ask("POST", &path, &[], Vec::new()).await.status, 400);
    let headers = [PART, ("upload-offset", "0"), ("x-http-method-override", "PATCH")];
    assert_eq!(ana.ask("POST", &path, &headers, b"abc".to_vec()).await.header("upload-offset"), "3");
    assert_eq!(ana.offset("/uploads/no-such").await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_file_may_come_along_with_its_announcement() {
    let house = house().await;
    let ana = Sender::new(&house);
    let answer = ana.ask("POST", "/sw/uploads", &[PART, ("upload-length", "5")], b"salam".to_vec()).await;
    assert_eq!((answer.status, answer.header("upload-offset")), (201, "5"));
    assert!(answer.header("location").starts_with("/sw/uploads/"));
    assert_eq!(ana.offset(answer.header("location")).await, Some(5));
}
