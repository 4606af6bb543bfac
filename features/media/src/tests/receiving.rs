//! Forms with files, as browsers without script send them.

use basics::limits::{AUDIO_BYTES, PICTURE_BYTES};
use testkit::{Answer, TestPortal};

use super::house::{by, house};

/// One part of a form: a file when it has a name of its own.
fn part(name: &str, file: Option<&str>, bytes: &[u8]) -> Vec<u8> {
    let named = file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: image/jpeg")).unwrap_or_default();
    let head = format!("--fence\r\nContent-Disposition: form-data; name=\"{name}\"{named}\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

async fn send(house: &TestPortal, parts: &[Vec<u8>]) -> Answer {
    let body = [parts.concat(), b"--fence--\r\n".to_vec()].concat();
    let ask = by(house, "ana", "POST", "/me/picture").header("content-type", "multipart/form-data; boundary=fence");
    ask.body(body).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_and_file_of_a_form_arrive_as_they_were_sent() {
    let house = house().await;
    let bytes: Vec<u8> = (0..200_000u32).map(|n| (n % 251) as u8).collect();
    let parts = [
        part("line", None, "Ça va — habari".as_bytes()),
        part("portrait", Some("a b.jpg"), &bytes),
        part("box", None, b"1"),
        part("box", None, b"2"),
    ];
    let answer = send(&house, &parts).await;
    assert_eq!(answer.text(), format!("Ça va — habari 2 200000 {}", crate::hash(&bytes)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_in_which_nothing_was_chosen_is_no_file() {
    let house = house().await;
    assert_eq!(send(&house, &[part("line", None, b"x"), part("portrait", Some(""), b"")]).await.text(), "x 0 none");
    assert_eq!(send(&house, &[part("line", None, b"x")]).await.text(), "x 0 none");
    let plain = by(&house, "ana", "POST", "/me/picture").header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(plain.body("line=Jina+langu&box=1&portrait_upload=").send().await.text(), "Jina langu 1 none");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_heavy_leaves_the_form_standing() {
    let house = house().await;
    for bytes in [PICTURE_BYTES + 1, AUDIO_BYTES + 1, 2 * AUDIO_BYTES] {
        let answer =
            send(&house, &[part("portrait", Some("a.jpg"), &vec![7; bytes as usize]), part("line", None, b"x")]).await;
        assert_eq!(answer.status, 200);
        assert!(answer.contains("larger than 8.4 MB") && answer.contains("aria-invalid=\"true\""), "{}", answer.text());
    }
    let endless = send(&house, &[part("portrait", Some("a.jpg"), &vec![7; 5 * AUDIO_BYTES as usize])]).await;
    assert_eq!(endless.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_form_is_answered_in_words() {
    let house = house().await;
    let send = |kind: &'static str, body: Vec<u8>| {
        by(&house, "ana", "POST", "/me/picture").header("content-type", kind).body(body).send()
    };
    let fence = "multipart/form-data; boundary=fence";
    for (kind, body, status) in [
        ("text/plain", b"line=x".to_vec(), 400),
        ("multipart/form-data", part("line", None, b"x"), 400),
        (fence, part("line", None, b"x"), 400),
        (fence, part("portrait", Some("a.jpg"), b"cut off")[..80].to_vec(), 400),
        (fence, [part("line", None, b"\xff\xfe"), b"--fence--".to_vec()].concat(), 400),
        (fence, [part("line", None, &[b'x'; 300 * 1024]), b"--fence--".to_vec()].concat(), 413),
        (fence, [part("box", None, b"").repeat(300), b"--fence--".to_vec()].concat(), 413),
        (fence, b"--fence--".to_vec(), 200),
    ] {
        assert_eq!(
            send(kind, body.clone()).await.status,
            status,
            "{kind} {:?}",
            String::from_utf8_lossy(&body[..body.len().min(80)])
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_are_not_listened_to() {
    let house = house().await;
    let ask = house.ask("POST", "/open").header("sec-fetch-site", "same-origin");
    let answer =
        ask.header("content-type", "multipart/form-data; boundary=fence").body(part("line", None, b"x")).send().await;
    assert_eq!(answer.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_says_what_it_takes_before_anything_is_sent() {
    let house = house().await;
    for (path, words) in [
        ("/me/picture", "at most 8.4 MB"),
        ("/sw/me/picture", "isiyozidi MB 8.4"),
        ("/fr/me/picture", "8,4 Mo au plus"),
    ] {
        let page = by(&house, "ana", "GET", path).send().await;
        assert!(page.contains(words) && page.contains("type=\"file\""), "{}", page.text());
        let script = page.text().split("/assets/uploads.").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(
            house.get(&format!("/assets/uploads.{script}")).await.header("content-type"),
            "text/javascript; charset=utf-8"
        );
    }
}
