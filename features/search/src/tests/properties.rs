//! What holds for any text.

use basics::{Audience, Viewer, fold};
use plugs::{Finder, Query, SearchDoc};
use proptest::prelude::*;

use super::{Shelf, person, query, with_facets};

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_name_is_found_by_its_words_in_any_order_and_case(words in prop::collection::vec("[a-zéçáA-Zሀ-ፐ0-9]{1,12}", 1..5)) {
        let shelf = Shelf::of(&[person("it", &words.join(" "), ""), person("other", "qqqqqqqqqqqq", "")]);
        let turned = words.iter().rev().map(|word| word.to_uppercase()).collect::<Vec<_>>().join("  ");
        prop_assert_eq!(run(shelf.ids(&turned)), ["it"]);
    }

    #[test]
    fn anything_may_be_typed(text in "\\PC{0,300}") {
        let shelf = Shelf::of(&[person("it", "Amina Uwase", "Potter")]);
        let found = run(shelf.find(&text));
        prop_assert!(found.hits.len() <= 1);
        run(shelf.index.suggest(&text, Viewer::Operator, &[], 8)).unwrap();
    }

    #[test]
    fn what_members_may_read_never_shows_for_a_stranger(open in "[a-e]{3,6}( [a-e]{3,6}){0,2}", secret in "[a-e]{3,6}( [a-e]{3,6}){0,2}", asked in "[a-e]{1,6}") {
        let mut guarded = person("guarded", &open, "");
        for audience in [Audience::Members, Audience::Vouched, Audience::Accepted, Audience::OnlyMe] {
            guarded.names.push((audience, secret.clone()));
            guarded.texts.push((audience, secret.clone()));
            guarded.facets.push((audience, secret.clone()));
        }
        let bare = SearchDoc { facets: Vec::new(), ..person("guarded", &open, "") };
        let (guarded, bare) = (Shelf::of(&[guarded]), Shelf::of(&[bare]));
        for text in [asked.as_str(), &secret, ""] {
            prop_assert_eq!(answers(&guarded, text), answers(&bare, text));
        }
    }
}

/// What three dozen things carry: the first is rare, so that both ways of counting are met.
fn carried() -> impl Strategy<Value = Vec<(bool, bool, bool)>> {
    prop::collection::vec((prop::bool::weighted(0.06), any::<bool>(), any::<bool>()), 36)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_are_what_counting_by_hand_gives(things in carried(), nth in 0..3_usize) {
        let facets = ["craft:potter", "language:sw", "country:mw"];
        let has = |thing: &(bool, bool, bool), nth: usize| [thing.0, thing.1, thing.2][nth];
        let docs: Vec<SearchDoc> = (0..).zip(&things).map(|(n, thing)| {
            let carried: Vec<&str> = (0..3).filter(|nth| has(thing, *nth)).map(|nth| facets[nth]).collect();
            with_facets(person(&format!("p{n}"), "Amina", ""), &carried)
        }).collect();
        let shelf = Shelf::of(&docs);
        let counts = run(shelf.index.counts(Viewer::Stranger, &[], &[facets[nth].to_owned()])).unwrap();
        let matching: Vec<_> = docs.iter().zip(&things).filter(|(_, thing)| has(thing, nth)).collect();
        prop_assert_eq!(counts.total, matching.len() as u64);
        for (other, facet) in facets.iter().enumerate() {
            let carriers = matching.iter().filter(|(_, thing)| has(thing, other)).count() as u64;
            prop_assert_eq!(counts.by_facet.get(*facet).copied().unwrap_or_default(), carriers);
        }
        let mut few = counts.few.clone().unwrap();
        few.sort();
        let mut ids: Vec<&str> = matching.iter().map(|(doc, _)| doc.id.as_str()).collect();
        ids.sort_unstable();
        prop_assert_eq!(few, ids);
    }
}

/// Everything a stranger is told.
fn answers(shelf: &Shelf, text: &str) -> String {
    run(async {
        let found = shelf.index.find(&query(text)).await.unwrap();
        let facets = [fold(text)];
        let filtered = shelf.index.find(&Query { facets: &facets, ..query("") }).await.unwrap();
        let suggested = shelf.index.suggest(text, Viewer::Stranger, &[], 8).await.unwrap();
        let counts = shelf.index.counts(Viewer::Stranger, &[], &[]).await.unwrap();
        format!("{found:?} {filtered:?} {suggested:?} {counts:?}")
    })
}
