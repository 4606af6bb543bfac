//! What is found by what is typed.

use basics::{Audience, Lang, Viewer};
use plugs::{Finder, Query, SearchDoc};

use super::{Shelf, ids, person, query, village, with_facets};

#[tokio::test]
async fn an_exact_name_comes_before_a_longer_one_and_texts() {
    let village = village();
    assert_eq!(village.ids("uwase").await, ["uwase", "amina"]);
    assert_eq!(village.ids("potter").await[..2], ["potter", "amina"]);
}

#[tokio::test]
async fn words_may_come_in_any_order() {
    let village = village();
    assert_eq!(village.ids("Uwase Amina").await, ["amina"]);
    assert_eq!(village.ids("jars amina").await, ["amina"]);
}

#[tokio::test]
async fn accents_apostrophes_and_ethiopic_letters_that_sound_alike_do_not_matter() {
    let village = village();
    assert_eq!(village.ids("emile ndiaye").await, ["emile"]);
    assert_eq!(village.ids("ÉMILE N’DIAYE").await, ["emile"]);
    assert_eq!(village.ids("ሃና").await.len(), 0, "another order of the letter is another sound");
    assert_eq!(village.ids("ሀና ሀይሌ").await, ["hana"]);
}

#[tokio::test]
async fn names_are_found_with_l_for_r_and_u_for_w() {
    let village = village();
    assert_eq!(village.ids("habalugila").await, ["habarugira"]);
    assert_eq!(village.ids("mwangaza").await, village.ids("muangaza").await);
}

#[tokio::test]
async fn one_letter_may_be_wrong_from_four_and_two_from_eight() {
    let village = village();
    assert_eq!(village.ids("amima").await, ["amina"], "a wrong letter");
    assert_eq!(village.ids("aimna").await, ["amina"], "two letters swapped");
    assert_eq!(village.ids("omina").await, ["amina"], "the first letter");
    assert_eq!(village.ids("potographre").await, ["emile"], "two in a long word of a text");
    assert!(village.ids("anima").await.len() <= 1);
    assert!(village.ids("omima").await.is_empty(), "two in a short word");
}

#[tokio::test]
async fn the_beginning_of_a_word_is_enough_and_may_hold_a_typo() {
    let village = village();
    assert_eq!(village.ids("hab").await, ["habarugira"]);
    assert_eq!(village.ids("am uw").await, ["amina"]);
    assert_eq!(village.ids("habbaru").await, ["habarugira"]);
}

#[tokio::test]
async fn when_no_thing_has_every_word_those_with_the_most_are_shown_as_partial() {
    let village = village();
    let found = village.find("potter who speaks klingon").await;
    assert!(found.partial);
    assert_eq!(found.hits[0].id, "amina", "two words of four");
    assert!(!village.find("potter jars").await.partial);
}

#[tokio::test]
async fn nothing_found_comes_with_a_spelling_that_finds_something() {
    let village = village();
    let found = village.find("oomina").await;
    assert!(found.hits.is_empty());
    assert_eq!(found.did_you_mean.as_deref(), Some("amina"));
    assert_eq!(village.find("xqzvkw").await.did_you_mean, None);
}

#[tokio::test]
async fn letters_are_needed_to_find_by_and_nothing_typed_means_everything() {
    let village = village();
    assert_eq!(village.find("").await.total, 8);
    assert_eq!(village.find("  ").await.total, 8);
    assert_eq!(village.find("?!").await.total, 0);
}

#[tokio::test]
async fn filters_must_all_be_on_the_thing() {
    let shelf = Shelf::of(&[
        with_facets(person("a", "Amina Uwase", ""), &["craft:potter", "language:sw"]),
        with_facets(person("b", "Bahati Uwase", ""), &["craft:potter"]),
        SearchDoc { kind: "organisation", ..with_facets(person("c", "Uwase Pots", ""), &["craft:potter"]) },
    ]);
    let facets = ["craft:potter".to_owned(), "language:sw".to_owned()];
    let potters = &facets[..1];
    let asked = |text, kinds, facets| Query { kinds, facets, ..query(text) };
    assert_eq!(ids(shelf.index.find(&asked("uwase", &[], &facets)).await.unwrap()), ["a"]);
    assert_eq!(ids(shelf.index.find(&asked("", &["organisation"], potters)).await.unwrap()), ["c"]);
    assert_eq!(shelf.index.find(&asked("", &["person"], potters)).await.unwrap().total, 2);
    let counts = shelf.index.counts(Viewer::Stranger, &["person"], potters).await.unwrap();
    assert_eq!((counts.total, counts.by_facet["craft:potter"], counts.by_facet["language:sw"]), (2, 2, 1));
    let all = shelf.index.counts(Viewer::Stranger, &[], &[]).await.unwrap();
    assert_eq!((all.total, all.by_facet["craft:potter"]), (3, 3));
}

#[tokio::test]
async fn pages_of_results_follow_each_other_without_gap_or_repetition() {
    let docs: Vec<SearchDoc> = (0..30).map(|n| person(&format!("p{n}"), "Amina Uwase", "")).collect();
    let shelf = Shelf::of(&docs);
    let all = shelf.ids("amina").await;
    let mut paged = Vec::new();
    for offset in [0, 10, 20] {
        paged.extend(ids(shelf.index.find(&Query { limit: 10, offset, ..query("amina") }).await.unwrap()));
    }
    assert_eq!(all.len(), 30);
    assert_eq!(paged, all);
}

#[tokio::test]
async fn things_in_the_readers_language_come_first() {
    let page = |id: &str, lang| SearchDoc { kind: "page", lang: Some(lang), ..person(id, "Dzaleka", "") };
    let shelf = Shelf::of(&[page("en", Lang::En), page("sw", Lang::Sw), page("fr", Lang::Fr)]);
    let found = shelf.index.find(&Query { lang: Lang::Sw, ..query("dzaleka") }).await.unwrap();
    assert_eq!((found.total, found.hits[0].id.as_str()), (3, "sw"));
}

#[tokio::test]
async fn suggestions_are_names_that_begin_as_typed() {
    let village = village();
    let suggest = async |text: &str| {
        let hits = village.index.suggest(text, Viewer::Stranger, &["person"], 8).await.unwrap();
        hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    assert_eq!(suggest("pot").await, ["potter"], "texts are not suggested");
    assert_eq!(suggest("amina u").await, ["amina"]);
    assert_eq!(suggest("amnia").await, ["amina"]);
    assert!(suggest("").await.is_empty());
    assert!(village.index.suggest("am", Viewer::Stranger, &["page"], 8).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_thing_has_several_names() {
    let mut doc = person("a", "Amina Uwase", "");
    doc.names.push((Audience::Everyone, "Mama Kikapu".into()));
    let shelf = Shelf::of(&[doc, person("b", "Kikapu", "")]);
    assert_eq!(shelf.ids("mama kikapu").await, ["a"]);
    assert_eq!(shelf.ids("kikapu").await, ["b", "a"]);
}

#[tokio::test]
async fn similar_spellings_come_after_what_matches_as_typed() {
    let shelf = Shelf::of(&[
        person("exact", "Bora", "mends nets for claying"),
        person("near", "Play Clan", "clan"),
        person("clay", "Bora", "clay"),
    ]);
    let found = shelf.find("clay").await;
    assert_eq!((found.as_typed, found.total), (2, 3));
    assert_eq!(ids(found), ["clay", "exact", "near"]);
}
