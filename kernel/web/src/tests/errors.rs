//! Faults in the reader's words, with a way on and without the cause.

use super::room::house;

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_is_a_page_with_a_way_on() {
    let house = house().await;
    for (method, path, status) in [
        ("GET", "/nowhere", 404),
        ("GET", "/gone", 410),
        ("GET", "/broken", 500),
        ("GET", "/falls-over", 500),
        ("GET", "/full", 503),
        ("POST", "/page", 405),
        ("GET", "/assets/%ff", 404),
        ("GET", "/assets/nothing.js", 404),
        ("OPTIONS", "*", 404),
    ] {
        for (prefix, lang) in [("", "en"), ("/sw", "sw"), ("/fr", "fr")] {
            if path == "*" && !prefix.is_empty() {
                continue;
            }
            let answer = house.ask(method, &format!("{prefix}{path}")).header("sec-fetch-site", "same-origin").send().await;
            assert_eq!((answer.status, answer.header("content-language")), (status, lang), "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert!(
                answer.contains(&format!("href=\"{prefix}/people\"")) && answer.contains("role=\"search\""),
                "{path} leads on"
            );
            assert!(answer.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
            assert!(!answer.contains("secret cause") && !answer.contains("panic"), "{path} tells its cause");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn our_own_fault_has_a_reference_and_others_have_none() {
    let house = house().await;
    let reference = |text: &str| text.split_once("<b>").map(|(_, rest)| rest.split('<').next().unwrap().to_owned());
    let first = reference(house.get("/broken").await.text()).unwrap();
    assert!(first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{first}");
    assert_ne!(reference(house.get("/broken").await.text()).unwrap(), first);
    assert_eq!(reference(house.get("/nowhere").await.text()), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_method_is_told_the_right_one() {
    let house = house().await;
    let allow = house.ask("POST", "/page").header("sec-fetch-site", "same-origin").send().await.header("allow").to_owned();
    assert!(allow.contains("GET") && allow.contains("HEAD"), "{allow}");
    assert_eq!(house.ask("GET", "/form").send().await.header("allow"), "POST");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_too_long_is_refused() {
    let house = house().await;
    assert_eq!(house.get(&format!("/page?q={}", "x".repeat(5000))).await.status, 414);
    assert_eq!(house.get(&format!("/{}", "x".repeat(5000))).await.status, 414);
    assert_eq!(house.get(&format!("/page?q={}", "x".repeat(3000))).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn beyond_its_strength_the_portal_asks_to_come_back_and_still_shows_kept_pages() {
    let house = house().await;
    let front = web::Front::new(house.portal.clone(), super::room::routes(), 1);
    let ask = |path: &str| {
        let front = front.clone();
        let request = http::Request::builder().uri(path).body(web::axum::body::Body::empty()).unwrap();
        async move { front.respond(request).await }
    };
    assert_eq!(ask("/page").await.status(), 200);
    let slow = tokio::spawn(ask("/slow"));
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let shed = ask("/private").await;
    assert_eq!(shed.status(), 503);
    assert_eq!(shed.headers()["retry-after"], "2");
    assert_eq!(ask("/page").await.status(), 200, "kept pages cost nothing");
    assert_eq!(slow.await.unwrap().status(), 200);
    assert_eq!(ask("/private").await.status(), 200);
}
