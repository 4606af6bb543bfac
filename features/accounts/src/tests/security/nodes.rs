//! Sessions: listed, ended one by one or all, on every node within a second.

use std::{sync::Arc, time::Duration};

use testkit::{Nothing, TestPortal};

use super::browser::{Browser, PASSPHRASE, hidden, house, logged, recheck, rooms};

async fn node(db: db::Db) -> TestPortal {
    TestPortal::node(db, rooms(), |opening| Arc::new(Nothing(opening.position))).await
}

/// Waits up to a second until the browser is signed out.
async fn is_out_within_a_second(browser: &mut Browser<'_>) -> bool {
    let begun = std::time::Instant::now();
    while begun.elapsed() < Duration::from_secs(1) {
        if browser.get("/me").await.status == 303 {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_ended_on_one_node_is_over_on_the_other_within_a_second() {
    let Some(server) = testkit::postgres().await else { return };
    let (here, there) = (node(server.open().await).await, node(server.open().await).await);
    let mut first = Browser::new(&here);
    let me = first.join("amina").await;
    let mut second = Browser::new(&there);
    second.sign_in(&me.handle, PASSPHRASE, "own").await;
    assert!(second.is_in().await, "and remembered by its node");
    first.post("/me/security/sessions/end-others", &[]).await;
    assert!(is_out_within_a_second(&mut second).await, "all the others");
    assert!(first.is_in().await);

    there.clock.advance(1000);
    second.sign_in(&me.handle, PASSPHRASE, "own").await;
    let page = second.get("/me/security").await;
    let ends: Vec<&str> = page.text().split("name=\"session\" value=\"").skip(1).collect();
    assert_eq!(ends.len(), 2);
    let mut elsewhere = first.at(&there);
    assert!(elsewhere.is_in().await, "one session on both nodes");
    let older = ends[1].split('"').next().unwrap();
    second.post("/me/security/sessions/end", &[("session", older)]).await;
    assert!(is_out_within_a_second(&mut first.clone()).await && is_out_within_a_second(&mut elsewhere).await);

    let mut third = Browser::new(&here);
    third.sign_in(&me.handle, PASSPHRASE, "own").await;
    assert!(third.is_in().await);
    let fields = [("passphrase", "four boats on a quiet lake"), ("others", "true")];
    assert_eq!(second.post("/me/security/passphrase", &fields).await.status, 303);
    assert!(is_out_within_a_second(&mut third).await, "another passphrase does it too");
}

#[tokio::test(flavor = "multi_thread")]
async fn this_session_is_marked_and_ending_it_is_signing_out() {
    let house = house().await;
    let mut amina = Browser::new(&house);
    let me = amina.join("amina").await;
    let page = amina.get("/me/security").await;
    assert!(page.contains("this phone") && page.contains("Since 21 November 2026"));
    let session = hidden(&page, "session");
    let mut other = Browser::new(&house);
    let zawadi = other.join("zawadi").await;
    other.post("/me/security/sessions/end", &[("session", &session)]).await;
    recheck(&house).await;
    assert!(amina.is_in().await, "nobody ends the session of somebody else");
    assert!(!logged(&house, zawadi.id.as_str(), "session-ended").await);
    let answer = amina.post("/me/security/sessions/end", &[("session", &session)]).await;
    assert_eq!(answer.header("location"), "/sign-in?done=signed_out");
    assert!(answer.header("clear-site-data").contains("cache"));
    recheck(&house).await;
    assert!(!amina.is_in().await && logged(&house, me.id.as_str(), "session-ended").await);
}
