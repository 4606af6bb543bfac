//! Which language a reader gets, and where its addresses lie.

use basics::Lang;

use super::room::house;

#[tokio::test(flavor = "multi_thread")]
async fn the_root_speaks_the_readers_language_and_every_other_address_its_own() {
    let house = house().await;
    for (path, accept, cookie, lang) in [
        ("/", "", "", "en"),
        ("/", "fr-CD,fr;q=0.9,en;q=0.5", "", "fr"),
        ("/", "rn", "", "sw"),
        ("/", "sw;q=0, fr;q=0.1", "", "fr"),
        ("/", "fr", "lang=sw", "sw"),
        ("/", "fr", "lang=xx", "fr"),
        ("/", "no;such=header;;,,", "", "en"),
        ("/page", "fr", "lang=fr", "en"),
        ("/sw", "fr", "", "sw"),
        ("/sw/", "fr", "", "sw"),
        ("/en/", "fr", "lang=fr", "en"),
        ("/fr/page", "sw", "lang=sw", "fr"),
        ("/en-XA/page", "sw", "", "en-XA"),
    ] {
        let mut ask = house.ask("GET", path).header("accept-language", accept);
        if !cookie.is_empty() {
            ask = ask.cookie(cookie);
        }
        let answer = ask.send().await;
        assert_eq!((answer.status, answer.header("content-language")), (200, lang), "{path} {accept} {cookie}");
        assert!(answer.contains(&format!("<html lang=\"{lang}\"")), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_named_by_the_address_is_remembered() {
    let house = house().await;
    let answer = house.get("/sw/page").await;
    assert_eq!(answer.header("set-cookie"), "lang=sw; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    assert_eq!(house.ask("GET", "/sw/page").cookie("a=b; lang=sw").send().await.header("set-cookie"), "");
    for path in ["/", "/page", "/en-XA/page"] {
        assert_eq!(house.get(path).await.header("set-cookie"), "", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn links_of_a_page_stay_in_its_language() {
    let house = house().await;
    let text = house.get("/sw/page").await.text().to_owned();
    assert!(
        text.contains("href=\"/sw/people\"")
            && text.contains("<link rel=\"canonical\" href=\"http://portal.test/sw/page\">")
    );
    for (lang, href) in [("en", "/page"), ("sw", "/sw/page"), ("fr", "/fr/page")] {
        assert!(
            text.contains(&format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"http://portal.test{href}\">")),
            "{lang}"
        );
    }
    assert!(house.get("/sw").await.contains("href=\"/en/\""), "English has a word of its own at the root");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pseudo_language_marks_every_word_of_the_interface() {
    let house = house().await;
    let text = house.get("/en-XA/page").await.text().to_owned();
    assert!(text.contains("href=\"/en-XA/people\""));
    let english = house.get("/page").await.text().to_owned();
    let words =
        english.split("<a class=\"exit\"").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap();
    assert!(!text.contains(&format!(">{words}<")), "{words} is not put into the words");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closing_slash_leads_to_the_one_address_and_never_elsewhere() {
    let house = house().await;
    for (path, to) in
        [("/page/", "/page"), ("/sw/page/", "/sw/page"), ("/page///?q=a%20b", "/page?q=a%20b"), ("/en/page/", "/page")]
    {
        let answer = house.get(path).await;
        assert_eq!((answer.status, answer.header("location")), (308, to), "{path}");
    }
    for path in [
        "//evil.example/",
        "//evil.example/page/",
        "/en//evil.example/",
        "/\\evil.example/",
        "/en/\\evil.example/",
        "/page/\\/",
        "///",
        "/sw//",
    ] {
        let answer = house.get(path).await;
        let to = answer.header("location");
        assert!(
            answer.status == 404
                || (to.starts_with('/') && !to.starts_with("//") && !to.contains('\\'))
                || answer.status == 200,
            "{path} → {} {to}",
            answer.status
        );
    }
}

#[test]
fn an_address_that_leaves_the_page_holds_no_letters_that_machines_refuse() {
    let whole = |path| web::absolute("https://portal.example", Lang::Sw, path);
    assert_eq!(
        whole("/stories/ሰላም-2?form=news&x=a%20b"),
        "https://portal.example/sw/stories/%E1%88%B0%E1%88%8B%E1%88%9D-2?form=news&x=a%20b"
    );
}
