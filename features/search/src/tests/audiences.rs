//! What is meant for fewer people is found by them only.

use basics::{Audience, Viewer};
use plugs::{Finder, Query, SearchDoc};

use super::{Shelf, ids, person, query};

fn guarded() -> SearchDoc {
    let mut doc = person("a", "Amina Uwase", "Potter");
    doc.texts.push((Audience::Members, "weaves baskets".into()));
    doc.texts.push((Audience::Accepted, "grows tomatoes".into()));
    doc.names.push((Audience::Vouched, "Kinyonga".into()));
    doc.facets.push((Audience::Members, "craft:weaver".into()));
    doc
}

#[tokio::test]
async fn words_for_members_find_nothing_for_a_stranger() {
    let shelf = Shelf::of(&[guarded()]);
    for text in ["baskets", "bask", "baskats", "kinyonga", "kinyomga", "tomatoes"] {
        let found = shelf.find(text).await;
        assert_eq!((found.total, found.hits.len(), found.did_you_mean), (0, 0, None), "{text}");
    }
    assert!(shelf.index.suggest("kinyo", Viewer::Stranger, &[], 8).await.unwrap().is_empty());
    let operator = |text| Query { viewer: Viewer::Operator, ..query(text) };
    for text in ["baskets", "kinyonga"] {
        assert_eq!(ids(shelf.index.find(&operator(text)).await.unwrap()), ["a"], "{text}");
    }
    assert_eq!(shelf.index.find(&operator("tomatoes")).await.unwrap().total, 0, "never indexed");
}

#[tokio::test]
async fn facets_for_members_neither_filter_nor_count_for_a_stranger() {
    let shelf = Shelf::of(&[guarded()]);
    let facets = ["craft:weaver".to_owned()];
    let asked = |viewer| Query { viewer, facets: &facets, ..query("") };
    assert_eq!(shelf.index.find(&asked(Viewer::Stranger)).await.unwrap().total, 0);
    assert_eq!(shelf.index.find(&asked(Viewer::Operator)).await.unwrap().total, 1);
    let counts = shelf.index.counts(Viewer::Stranger, &[], &[]).await.unwrap();
    assert!(counts.by_facet.is_empty());
    let counts = shelf.index.counts(Viewer::Operator, &[], &[]).await.unwrap();
    assert_eq!(counts.by_facet["craft:weaver"], 1);
}

#[tokio::test]
async fn a_thing_that_only_members_may_find_is_not_even_counted_for_a_stranger() {
    let members =
        SearchDoc { names: vec![(Audience::Members, "Bahati".into())], texts: Vec::new(), ..person("b", "", "") };
    let nobody =
        SearchDoc { names: vec![(Audience::OnlyMe, "Chance".into())], texts: Vec::new(), ..person("c", "", "") };
    let shelf = Shelf::of(&[guarded(), members, nobody]);
    assert_eq!(ids(shelf.find("").await), ["a"]);
    assert_eq!(shelf.index.counts(Viewer::Stranger, &[], &[]).await.unwrap().total, 1);
    assert_eq!(shelf.index.counts(Viewer::Operator, &["person"], &[]).await.unwrap().total, 2);
}
