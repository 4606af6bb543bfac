//! What every answer carries.

use std::io::Read;

use feature::Feature;
use testkit::{Answer, TestPortal};
use web::{Access, Cx, Result, Route};

use super::room::house;

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_security_headers() {
    let house = house().await;
    for (method, path) in [
        ("GET", "/page"),
        ("GET", "/page"),
        ("GET", "/private"),
        ("GET", "/picture"),
        ("GET", "/nowhere"),
        ("GET", "/broken"),
        ("GET", "/falls-over"),
        ("GET", "/gone"),
        ("GET", "/page/"),
        ("POST", "/page"),
        ("HEAD", "/page"),
        ("OPTIONS", "/page"),
        ("GET", "/healthz"),
        ("GET", "/readyz"),
        ("GET", "/favicon.ico"),
        ("GET", "/assets/icon.svg"),
        ("GET", "/sw.js"),
        ("GET", "/manifest.webmanifest"),
        ("GET", "/offline"),
        ("GET", "/assets/nothing"),
        ("GET", "/assets/%ff"),
    ] {
        let answer = house.ask(method, path).send().await;
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'sha256-",
            "img-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{method} {path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.headers(name), [value], "{method} {path}");
        }
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "not without TLS");
        assert!(
            answer.status == 308 || !answer.header("cache-control").is_empty() || ["/picture", "/page"].contains(&path),
            "{method} {path} says who may keep it"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_allows_the_one_style_sheet_of_the_page() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};
    let answer = house().await.get("/page").await;
    let css = answer.text().split_once("<style>").unwrap().1.split("</style>").next().unwrap();
    let hash = STANDARD.encode(Sha256::digest(css.as_bytes()));
    assert!(answer.header("content-security-policy").contains(&format!("'sha256-{hash}'")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_the_reader_has_is_not_sent_again() {
    let house = house().await;
    let first = house.get("/page").await;
    let tag = first.header("etag");
    assert!(tag.starts_with("W/\""));
    for held in [tag.to_owned(), format!("\"other\", {tag}"), "*".to_owned()] {
        let again = house.ask("GET", "/page").header("if-none-match", &held).send().await;
        assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, tag), "{held}");
        assert_eq!(again.header("content-encoding"), "");
    }
    assert_eq!(house.ask("GET", "/page").header("if-none-match", "W/\"0\"").send().await.status, 200);
    assert_eq!(house.get("/private").await.header("etag"), "", "nothing to compare for what nobody keeps");
    assert_eq!(house.ask("GET", "/nowhere").header("if-none-match", "*").send().await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_comes_in_the_best_encoding_the_reader_takes() {
    let house = house().await;
    let plain = house.get("/page").await;
    for (accept, encoding) in [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", ""),
        ("", ""),
        ("gzip;q=0", ""),
        ("brotli", ""),
        ("br;q=0.000", ""),
    ] {
        for path in ["/page", "/private"] {
            let answer = house.ask("GET", path).header("accept-encoding", accept).send().await;
            assert_eq!(answer.header("content-encoding"), encoding, "{accept} {path}");
            assert!(answer.header("vary").contains("Accept-Encoding"));
            if path == "/page" {
                assert_eq!(unpacked(&answer), plain.body, "{accept}");
            }
        }
    }
    let picture = house.ask("GET", "/picture").header("accept-encoding", "br").send().await;
    assert_eq!((picture.header("content-encoding"), picture.body.len()), ("", 5000));
}

fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut body = Vec::new();
    match answer.header("content-encoding") {
        "br" => brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut body).map(drop),
        "gzip" => flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut body).map(drop),
        _ => return answer.body.to_vec(),
    }
    .unwrap();
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn head_says_what_get_says_without_the_body() {
    let house = house().await;
    for path in ["/page", "/private", "/picture", "/nowhere", "/assets/icon-192.png", "/healthz"] {
        let head = house.ask("HEAD", path).send().await;
        let get = house.get(path).await;
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(
            (head.status, head.header("etag"), head.header("content-type")),
            (get.status, get.header("etag"), get.header("content-type")),
            "{path}"
        );
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_portals_own_files_are_served() {
    let house = house().await;
    for (path, kind) in [
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/favicon.ico", "image/x-icon"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/assets/icon-512.png", "image/png"),
        ("/assets/share.jpg", "image/jpeg"),
    ] {
        let answer = house.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
    }
    let page = house.get("/page").await;
    let script = page.text().split_once("<script src=\"").unwrap().1.split('"').next().unwrap();
    assert!(house.get(script).await.header("cache-control").contains("immutable"));
    let manifest = house.get("/manifest.webmanifest").await.json();
    assert_eq!((manifest["short_name"].as_str(), manifest["start_url"].as_str()), (Some("Dzaleka"), Some("/")));
    assert_eq!(house.get("/healthz").await.text(), "alive");
    assert_eq!(house.get("/readyz").await.text(), "ready");
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_tls_browsers_are_told_to_stay_there() {
    let house = house().await;
    let parts = &house.portal;
    let site = web::Site { base_url: "https://portal.test".into(), ..parts.site.clone() };
    let portal = web::Portal::new(
        house.db.clone(),
        parts.files.clone(),
        parts.clock.clone(),
        site,
        parts.feed.clone(),
        parts.plugs.clone(),
    );
    let front = web::Front::new(portal, super::room::routes(), 8);
    let request = http::Request::builder().uri("/page").body(web::axum::body::Body::empty()).unwrap();
    assert_eq!(front.respond(request).await.headers()["strict-transport-security"], "max-age=31536000");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_without_its_database_lives_and_is_not_ready() {
    let Some(postgres) = testkit::postgres().await else { return };
    let routes = vec![Route::get("/reads", Access::Anyone, reads)];
    let house = TestPortal::node(postgres.open().await, vec![Feature::new("room").routes(routes)], |opening| {
        std::sync::Arc::new(testkit::Nothing(opening.position))
    })
    .await;
    assert_eq!((house.get("/readyz").await.status, house.get("/reads").await.status), (200, 200));
    drop(postgres);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert_eq!((house.get("/healthz").await.status, house.get("/readyz").await.status), (200, 503));
    let away = house.get("/reads").await;
    assert_eq!((away.status, away.header("retry-after")), (503, "2"));
}

async fn reads(cx: Cx) -> Result<&'static str> {
    cx.portal.db.check().await?;
    Ok("read")
}
