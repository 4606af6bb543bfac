//! What is held back stays so on every surface a person appears on: pages, lists, search, counts, cards, feeds.

use basics::{Audience, Lang, Level, Viewer};
use plugs::{CardSource, SearchSource};
use testkit::TestPortal;

use super::{
    cast::{FIELDS, MARKS, house, marked, potter, put, somebody, welcome, with, work},
    door::{SOMEBODY, get_as, member},
};
use crate::{
    Kind, Person, State,
    plugs::{cards::Cards, search::Found},
    store,
};

#[tokio::test(flavor = "multi_thread")]
async fn every_word_of_a_search_document_has_the_audience_of_its_field() {
    let house = house().await;
    for (field, mark) in FIELDS.into_iter().zip(MARKS) {
        for audience in Audience::ALL {
            let fields = with(marked(Audience::Everyone), field, audience);
            let person = somebody(
                Kind::Organisation,
                &format!("{field}-{}", audience.code()).replace('_', "-"),
                fields,
                Some(basics::At(5)),
            );
            put(&house.db, &person).await;
            let document = Found.document(&house.db, person.id.as_str()).await.unwrap().unwrap();
            let all = document.names.iter().chain(&document.texts).chain(&document.facets);
            for (to, text) in all.filter(|(_, text)| text.to_lowercase().contains(&mark.to_lowercase())) {
                assert_eq!(*to, audience, "{field}: {text}");
            }
            assert!(!format!("{document:?}").contains("Zmarkphone"));
            assert!(!format!("{document:?}").contains("zmarktyped"));
        }
    }
}

#[test]
fn no_facet_reaches_further_than_the_person() {
    for listed in Audience::ALL {
        let mut person = somebody(Kind::Person, "amina", marked(Audience::Everyone), Some(basics::At(5)));
        person.listed = listed;
        assert!(person.terms().iter().all(|term| term.audience == listed), "{listed:?}");
        assert_eq!(person.clone().seen_by(Viewer::Stranger).is_some(), listed == Audience::Everyone);
        assert!(person.seen_by(Viewer::Operator).is_some());
    }
}

/// Strangers, members and vouched members, with how far they reach.
fn readers() -> [(Viewer, Audience); 3] {
    [
        (Viewer::Stranger, Audience::Everyone),
        (member(SOMEBODY, Level::Member, &[]), Audience::Members),
        (member(SOMEBODY, Level::Vouched, &[]), Audience::Vouched),
    ]
}

/// A house with one person and one organisation of whom everything is for `audience`.
async fn house_for(audience: Audience) -> (TestPortal, [Person; 2]) {
    let house = house().await;
    let people = [
        welcome(&house, Kind::Person, "amina", marked(audience)).await,
        welcome(&house, Kind::Organisation, "bakery", marked(audience)).await,
    ];
    for person in &people {
        let mut tx = house.db.begin().await.unwrap();
        store::put_works(&mut tx, &person.id, &[(audience, work("Zmarkwork"))]).await.unwrap();
        changes::announce(&mut tx, crate::TOPIC, person.id.as_str(), "written", basics::At(6)).await.unwrap();
        tx.commit().await.unwrap();
    }
    house.settled().await;
    (house, people)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_shows_anybody_what_is_not_for_them() {
    for audience in Audience::ALL {
        let (house, people) = house_for(audience).await;
        for (person, (viewer, reach)) in people.iter().flat_map(|person| readers().map(|reader| (person, reader))) {
            let (handle, kind, path) = (&person.handle, person.kind, person.path());
            let list = format!("/{}", kind.folder());
            for page in [
                path.clone(),
                format!("/fr{path}"),
                format!("{path}.vcf"),
                list.clone(),
                format!("/sw{list}?sort=name"),
                format!("/search?q={handle}"),
            ] {
                let answer = get_as(&house, viewer, SOMEBODY, &page).await;
                assert_eq!(answer.status, 200, "{page}");
                let text = answer.text().replace(person.id.as_str(), "");
                // What was asked for stands in the page; what is held back may not.
                let leaks = MARKS.iter().chain(&["Zmarkwork"]).filter(|mark| text.contains(**mark)).collect::<Vec<_>>();
                assert!(audience >= reach || leaks.is_empty(), "{page} for {audience:?}, {reach:?}: {leaks:?}");
                assert!(text.contains(handle), "{page}");
                assert!(!text.contains("Zmarkphone") && !text.contains("zmarktyped"), "{page}");
                if viewer != Viewer::Stranger {
                    assert_eq!(answer.header("cache-control"), "no-store", "{page}");
                }
                if audience >= reach && page == path {
                    for mark in MARKS.iter().filter(|mark| {
                        **mark != "diaspora-born" && (kind == Kind::Organisation || **mark != "zmarkkind")
                    }) {
                        assert!(text.to_lowercase().contains(&mark.to_lowercase()), "{mark} is missing on {page}");
                    }
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_found_by_what_is_not_for_the_one_who_looks() {
    for audience in Audience::ALL {
        let (house, people) = house_for(audience).await;
        let finder = &house.portal.plugs.finder;
        for (person, (viewer, reach)) in people.iter().flat_map(|person| readers().map(|reader| (person, reader))) {
            let (kind, path, there) = (person.kind, person.path(), audience >= reach);
            let link = format!("href=\"{path}\"");
            for mark in ["Zmarkname", "Zmarkline", "Zmarkabout", "Zmarkskill", "Zmarktown", "Zmarkoffer", "Zmarkwant"] {
                let hits = finder.suggest(mark, viewer, &[], 5).await.unwrap();
                assert!(there || hits.is_empty(), "{mark} suggests for {audience:?}, {reach:?}");
                let answer = get_as(&house, viewer, SOMEBODY, &format!("/search?q={mark}")).await;
                assert_eq!(answer.contains(&link), there, "{mark} for {audience:?}, {reach:?} as {kind:?}");
            }
            for (family, value) in [
                ("craft", "zmarkcraft"),
                ("language", "zmarklang"),
                ("skill", "zmarkskill"),
                ("open", "zmarkopen"),
                ("country", "mw"),
                ("relation", "diaspora-born"),
                ("kind", "zmarkkind"),
            ] {
                let list = format!("/{}?{family}={value}", kind.folder());
                let answer = get_as(&house, viewer, SOMEBODY, &list).await;
                assert_eq!(answer.contains(&link), there, "{list} for {audience:?}, {reach:?}");
            }
            let counts = finder.counts(viewer, &[kind.code()], &[]).await.unwrap();
            let facets: Vec<&String> = counts.by_facet.keys().filter(|facet| !facet.starts_with("all:")).collect();
            assert_eq!(!facets.is_empty(), there, "{facets:?} for {audience:?}, {reach:?}");
            for cards in [
                Cards.cards(&house.db, viewer, Lang::En, &[person.id.as_str()]).await.unwrap(),
                Cards.newest(&house.db, viewer, Lang::En, 9).await.unwrap(),
            ] {
                let shown = format!("{cards:?}");
                assert!(!cards.is_empty());
                assert!(there || !MARKS.iter().any(|mark| shown.contains(mark)), "{audience:?}, {reach:?}: {shown}");
            }
        }
    }
}

/// What leaves the house says the same to everybody: what strangers may read.
#[tokio::test(flavor = "multi_thread")]
async fn feeds_and_sitemaps_are_the_strangers() {
    for audience in Audience::ALL {
        let (house, _) = house_for(audience).await;
        for page in [
            "/feed.atom",
            "/feed.json",
            "/sitemap.xml",
            "/sitemap.xml?kind=person&part=1",
            "/sitemap.xml?kind=organisation&part=1",
        ] {
            let theirs = house.get(page).await;
            let (status, text) = (theirs.status, theirs.text());
            assert!(audience == Audience::Everyone || !text.contains("Zmark"), "{page} for {audience:?}: {text}");
            for (viewer, _) in readers() {
                let answer = get_as(&house, viewer, SOMEBODY, page).await;
                assert_eq!((answer.status, answer.text()), (status, text), "{page}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_everything_to_themselves_is_a_handle() {
    let house = house().await;
    let person = welcome(&house, Kind::Person, "quiet-river", marked(Audience::OnlyMe)).await;
    let page = house.get("/people/quiet-river").await;
    assert!(page.contains("<h1 class=\"p-name\" dir=\"auto\">quiet-river</h1>"));
    let about = &page.json_ld()[0]["mainEntity"];
    let keys: Vec<&String> = about.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["@type", "name", "url"]);
    assert_eq!(about["name"], "quiet-river");
    let card = Cards.cards(&house.db, Viewer::Stranger, Lang::En, &[person.id.as_str()]).await.unwrap().remove(0);
    assert_eq!((card.title.as_str(), card.line.as_str(), card.tags.len(), card.thumb), ("quiet-river", "", 0, None));
}

/// Unreleased, hidden, or listed for members only: to a stranger they do not exist.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_public_is_nowhere() {
    let house = house().await;
    welcome(&house, Kind::Person, "known-potter", potter("Known Potter")).await;
    for (handle, state, listed) in [
        ("waitingone", State::Unreleased, Audience::Everyone),
        ("hiddenone", State::Hidden, Audience::Everyone),
        ("membersone", State::Released, Audience::Members),
        ("mineone", State::Released, Audience::OnlyMe),
    ] {
        let mut person = somebody(Kind::Person, handle, marked(Audience::Everyone), Some(basics::At(5)));
        (person.state, person.listed) = (state, listed);
        put(&house.db, &person).await;
        house.settled().await;
        let missing = house.get("/people/nosuchbody").await;
        for page in [
            format!("/people/{handle}"),
            format!("/sw/people/{handle}"),
            format!("/people/{handle}.vcf"),
            format!("/people/{handle}.svg"),
            format!("/organisations/{handle}"),
        ] {
            assert_eq!(house.get(&page).await.status, 404, "{page}");
        }
        let answer = house.get(&format!("/people/{handle}")).await;
        assert_eq!(answer.text().replace(handle, "nosuchbody"), missing.text(), "{handle} is told apart from nobody");
        for page in [
            "/people",
            "/people?sort=name",
            "/people?craft=zmarkcraft",
            "/people?q=zmarkname",
            "/search?q=zmarkname+uwase",
        ] {
            assert!(!house.get(page).await.contains(handle), "{handle} on {page}");
        }
        let id = person.id.as_str();
        assert!(Cards.cards(&house.db, Viewer::Stranger, Lang::En, &[id]).await.unwrap().is_empty());
        assert!(
            Cards.newest(&house.db, Viewer::Stranger, Lang::En, 10).await.unwrap().iter().all(|card| card.id != id)
        );
        for listing in crate::feature().listings {
            let (addresses, _) = listing.addresses(&house.db, None, 100).await.unwrap();
            assert!(addresses.iter().all(|address| !address.path.contains(handle)), "{handle} in the sitemap");
            assert_eq!(listing.count(&house.db).await.unwrap(), addresses.len() as i64, "{handle} is counted");
        }
        let counts = house.portal.plugs.finder.counts(Viewer::Stranger, &["person"], &[]).await.unwrap();
        assert_eq!(counts.total, 1, "{handle} is counted");
    }
}
