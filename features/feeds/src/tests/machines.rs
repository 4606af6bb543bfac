//! Robots, OpenSearch, security.txt.

use super::portal;

#[tokio::test]
async fn robots_are_kept_from_endless_lists_and_shown_the_sitemap() {
    let answer = portal(0).await.get("/robots.txt").await;
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    for line in
        ["User-agent: *", "Disallow: /search", "Disallow: /fr/search", "Sitemap: http://portal.test/sitemap.xml"]
    {
        assert!(answer.text().lines().any(|found| found == line), "{line}");
    }
}

#[tokio::test]
async fn a_browser_can_search_in_the_language_of_the_address() {
    let portal = portal(0).await;
    for (path, target) in [("/opensearch.xml", "/search"), ("/sw/opensearch.xml", "/sw/search")] {
        let answer = portal.get(path).await;
        assert_eq!(answer.header("content-type"), "application/opensearchdescription+xml");
        assert!(answer.text().contains(&format!("template=\"http://portal.test{target}?q={{searchTerms}}\"")));
        super::sitemap::elements(answer.text(), "Url");
    }
}

#[tokio::test]
async fn security_contact_expires_within_a_year() {
    let answer = portal(0).await.get("/.well-known/security.txt").await;
    let text = answer.text();
    assert!(text.contains("Contact: http://portal.test/contact\n"));
    assert!(text.contains("Expires: 2027-11-01T00:00:00Z\n"));
    assert!(text.contains("Preferred-Languages: en, sw, fr\n"));
}
