//! How pages appear in search, cards and lists of addresses.

use std::collections::HashSet;

use basics::{Lang, Viewer};
use plugs::{CardSource, Document, Listing, SearchSource};

use super::{plain, portal, take};
use crate::{
    content,
    plugs::{cards::Cards, listing::Addresses, search::Texts},
};

#[tokio::test]
async fn every_text_is_offered_to_the_index_once_whatever_the_step() {
    let portal = portal().await;
    for n in 0..7 {
        take(&portal.db, Document { draft: n == 3, ..plain(&format!("page-of-{n}"), "Ours") }).await;
    }
    take(&portal.db, plain("mission", "Why")).await;
    for limit in [1, 5, 100] {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let (documents, next) = Texts.documents(&portal.db, after.as_deref(), limit).await.unwrap();
            seen.extend(documents.into_iter().map(|document| document.id));
            match next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        let once: HashSet<_> = seen.iter().collect();
        assert_eq!((seen.len(), once.len()), (7 + content::pages().len() - 1, seen.len()), "{limit} at a time");
        assert!(!seen.contains(&"content:en:mission".to_owned()));
    }
}

#[tokio::test]
async fn a_text_is_found_in_its_language_and_a_covered_or_draft_one_is_not() {
    let portal = portal().await;
    let db = &portal.db;
    let found = Texts.document(db, "content:sw:mission").await.unwrap().unwrap();
    assert_eq!((found.kind, found.lang), ("page", Some(Lang::Sw)));
    assert!(found.texts.iter().any(|(_, text)| text.contains("Dzaleka")));
    let (draft, _) = take(&portal.db, Document { draft: true, ..plain("plans", "Plans") }).await;
    assert!(Texts.document(db, &draft.subject[6..]).await.unwrap().is_none());
    take(&portal.db, Document { lang: Some("sw".into()), ..plain("mission", "Dhamira") }).await;
    assert!(Texts.document(db, "content:sw:mission").await.unwrap().is_none());
    assert!(Texts.document(db, "content:sw:nothing").await.unwrap().is_none());
}

#[tokio::test]
async fn a_page_is_one_card_in_the_readers_language() {
    let portal = portal().await;
    let ids = ["content:en:mission", "content:sw:mission", "content:en:help", "content:fr:nothing"];
    let cards = Cards.cards(&portal.db, Viewer::Stranger, Lang::Fr, &ids).await.unwrap();
    let shown: Vec<_> = cards.iter().map(|card| (card.href.as_str(), card.title.as_str())).collect();
    assert_eq!(shown, [("/fr/mission", "Notre mission"), ("/fr/help", "Aide")]);
}

#[tokio::test]
async fn every_address_is_listed_once_with_the_languages_it_has() {
    let portal = portal().await;
    let db = &portal.db;
    take(&portal.db, plain("mission", "Why")).await;
    take(&portal.db, plain("choir", "Our choir")).await;
    take(&portal.db, Document { draft: true, ..plain("plans", "Plans") }).await;
    for limit in [1, 4, 100] {
        let (mut listed, mut after) = (Vec::new(), None);
        loop {
            let (some, next) = Addresses.addresses(db, after.as_deref(), limit).await.unwrap();
            listed.extend(some);
            match next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        assert_eq!(listed.len() as i64, Addresses.count(db).await.unwrap());
        let of = |path: &str| listed.iter().filter(|one| one.path == path).collect::<Vec<_>>();
        assert_eq!((of("/choir")[0].langs.as_slice(), of("/mission").len()), ([Lang::En].as_slice(), 1));
        assert_eq!(
            (of("/mission")[0].langs.as_slice(), of("/mission")[0].title.as_str()),
            (Lang::ALL.as_slice(), "Why")
        );
        assert!(of("/plans").is_empty() && of("/help").len() == 1);
    }
    let newest = Addresses.newest(db, Lang::Sw, 10).await.unwrap();
    assert_eq!(newest.len(), 2, "built-in pages are no news");
}
