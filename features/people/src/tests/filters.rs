//! What a directory's address may ask, and what happens to what it may not.

use proptest::prelude::*;
use testkit::{TestPortal, on_both};

use super::cast::{node, potter, welcome};
use crate::{Kind, pages::filters::Filters, store::Order};

fn read(query: &str) -> Filters {
    Filters::read("/people".into(), query)
}

#[test]
fn a_question_has_one_normal_form() {
    let filters = read("language=SW&craft=potter&craft=potter&q=++clay+&sort=name&nonsense=1&craft=");
    assert_eq!(filters.href(), "/people?q=clay&craft=potter&language=sw&sort=name");
    assert_eq!(filters.facets(), ["craft:potter", "language:sw"]);
    assert_eq!(read(filters.href().split_once('?').unwrap().1), filters);
    assert_eq!(filters.without("craft", "potter"), "/people?q=clay&language=sw&sort=name");
    assert_eq!(filters.with("craft", "a&b=c"), "/people?q=clay&craft=potter&language=sw&craft=a%26b%3Dc&sort=name");
}

#[test]
fn too_much_is_cut() {
    let many: String = (0..100).map(|n| format!("craft=c{n}&")).collect();
    assert_eq!(read(&many).terms.len(), basics::limits::FACETS);
    let filters = read(&format!("q={}&craft={}&page=999999", "ä".repeat(10_000), "x".repeat(10_000)));
    assert_eq!((filters.q.chars().count(), filters.terms[0].1.len(), filters.page), (200, 60, 50));
    assert_eq!(read("page=-1").page, 1);
    assert_eq!(read("q=a%00b%0d%0ac&craft=%00").href(), "/people?q=abc");
}

#[test]
fn a_place_in_the_list_that_is_none_is_passed_over() {
    for query in ["after=", "after=x", "after=~", "after=word~id", "before=1e9~id", "after=99999999999999999999~id"] {
        let filters = read(query);
        assert_eq!((filters.cursor, filters.back), (None, false), "{query}");
    }
    let filters = read("before=12~id");
    assert!(filters.back && filters.cursor.is_some());
    let filters = read("sort=name&after=amina+uwase~id");
    assert_eq!((filters.order, filters.cursor.unwrap().key.as_str()), (Order::Name, "amina uwase"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_query_has_a_normal_form_that_reads_back_the_same(query in "\\PC{0,200}") {
        let filters = read(&query);
        let href = filters.href();
        let again = read(href.split_once('?').map_or("", |(_, query)| query));
        prop_assert_eq!(again.href(), href);
        prop_assert!(filters.terms.len() <= basics::limits::FACETS);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_addresses_get_clear_answers() {
    on_both(async |db| odd_addresses(&node(db).await).await).await;
}

async fn odd_addresses(house: &TestPortal) {
    welcome(house, Kind::Person, "amina", potter("Amina Uwase")).await;
    let long = "x".repeat(10_000);
    for (path, status) in [
        (format!("/people?q={long}"), 414),
        (format!("/people?{}", "craft=a&".repeat(100)), 200),
        ("/people?q=%ff%fe&craft=%F0%9F".into(), 200),
        ("/people?after=%00~%00&sort=name".into(), 200),
        ("/people?q=%22%27%3B--".into(), 200),
        ("/people?craft=%00%01&relation=%00a&after=%00~%00".into(), 200),
        ("/search?q=%00".into(), 200),
        ("/people/%00".into(), 404),
        ("/people/a%00b".into(), 404),
        ("/people/%ff".into(), 404),
        (format!("/people/{}", "x".repeat(3000)), 404),
        ("/people/..%2f..%2fetc".into(), 404),
        ("/people/.vcf".into(), 404),
        ("/people/amina.exe".into(), 404),
    ] {
        assert_eq!(house.get(&path).await.status, status, "{}", path.chars().take(60).collect::<String>());
    }
    assert!(house.get("/people?after=word~id").await.contains("/people/amina"), "a damaged place shows the start");
}
