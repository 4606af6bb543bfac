//! Where forms may come from, and what the only preference does.

use super::room::house;

#[tokio::test(flavor = "multi_thread")]
async fn only_the_portals_own_pages_may_send_forms() {
    let house = house().await;
    for (headers, status) in [
        (vec![], 403),
        (vec![("sec-fetch-site", "same-origin")], 200),
        (vec![("sec-fetch-site", "none")], 200),
        (vec![("sec-fetch-site", "same-site")], 403),
        (vec![("sec-fetch-site", "cross-site")], 403),
        (vec![("sec-fetch-site", "cross-site"), ("origin", "http://portal.test")], 403),
        (vec![("origin", "http://portal.test")], 200),
        (vec![("origin", "http://portal.test.evil.example")], 403),
        (vec![("origin", "https://evil.example")], 403),
        (vec![("origin", "null")], 403),
        (vec![("cookie", "__Host-session=abc")], 403),
        (vec![("cookie", "__Host-session=abc"), ("sec-fetch-site", "same-origin")], 200),
    ] {
        let ask = headers.iter().fold(house.ask("POST", "/form"), |ask, (name, value)| ask.header(name, value));
        assert_eq!(ask.send().await.status, status, "{headers:?}");
    }
    let read = house.ask("GET", "/page").header("sec-fetch-site", "cross-site").send().await;
    assert_eq!(read.status, 200, "links from elsewhere are welcome");
    for method in ["PUT", "DELETE", "PATCH", "BREW"] {
        assert_eq!(
            house.ask(method, "/form").header("sec-fetch-site", "cross-site").send().await.status,
            403,
            "{method}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_saver_is_kept_and_leads_back_to_the_page() {
    let house = house().await;
    let on =
        house.ask("POST", "/sw/data-saver").form(&[("saver", "on"), ("back", "/sw/people?craft=potter")]).send().await;
    assert_eq!((on.status, on.header("location")), (303, "/sw/people?craft=potter"));
    assert!(on.headers("set-cookie").contains(&"saver=1; Max-Age=31536000; Path=/; SameSite=Lax; HttpOnly"));
    let off = house.ask("POST", "/data-saver").form(&[("saver", "off"), ("back", "/page")]).send().await;
    assert!(off.header("set-cookie").starts_with("saver=0; Max-Age=0"));
    let plain = house.get("/page").await;
    let saving = house.ask("GET", "/page").cookie("saver=1").send().await;
    assert_ne!(plain.text(), saving.text());
    let asked = house.ask("GET", "/page").header("save-data", "on").send().await;
    assert_eq!(asked.text(), saving.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_saver_sends_nobody_elsewhere() {
    let house = house().await;
    for back in [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "",
        "people",
        "/a\r\nset-cookie: x=1",
        "javascript:alert(1)",
        "/é",
    ] {
        let answer = house.ask("POST", "/fr/data-saver").form(&[("saver", "on"), ("back", back)]).send().await;
        assert_eq!((answer.status, answer.header("location")), (303, "/fr/"), "{back:?}");
    }
    assert_eq!(house.ask("POST", "/data-saver").form(&[("back", "/page")]).send().await.status, 400);
    assert_eq!(
        house.ask("POST", "/data-saver").header("sec-fetch-site", "same-origin").body("saver=on").send().await.status,
        400
    );
    let long = "x".repeat(300 * 1024);
    let much = house.ask("POST", "/data-saver").form(&[("saver", "on"), ("back", &long)]).send().await;
    assert!(much.status == 413 && much.contains("role=\"search\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_files_carries_its_token_first() {
    let house = house().await;
    let page = house.get("/token").await;
    let token = page.text().split("<h1>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let cookie = page.header("set-cookie").split(';').next().unwrap().to_owned();
    let file =
        format!("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n{}\r\n", "y".repeat(9000));
    let field = |value: &str| format!("--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{value}\r\n");
    let (right, wrong) = (field(&token), field("another"));
    for (body, status) in [
        (format!("{right}{file}--x--\r\n"), 200),
        (format!("{right}--x--\r\n"), 200),
        (format!("{wrong}{file}--x--\r\n"), 403),
        (format!("{file}{right}--x--\r\n"), 403),
        (right[..60].to_owned(), 403),
        (String::new(), 403),
    ] {
        let ask = house.ask("POST", "/form").cookie(&cookie).header("content-type", "multipart/form-data; boundary=x");
        assert_eq!(ask.body(body.clone()).send().await.status, status, "{}", &body[..body.len().min(90)]);
    }
    let without_boundary = house.ask("POST", "/form").cookie(&cookie).header("content-type", "multipart/form-data");
    assert_eq!(without_boundary.body(right).send().await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_carries_the_token_in_a_header() {
    let house = house().await;
    let page = house.get("/token").await;
    let token = page.text().split("<h1>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let cookie = page.header("set-cookie").split(';').next().unwrap().to_owned();
    let ask = |token: &str| house.ask("POST", "/form").cookie(&cookie).header("form-token", token).body("bytes").send();
    assert_eq!((ask(&token).await.status, ask("another").await.status), (200, 403));
}
