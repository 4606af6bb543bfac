//! Lists, cards, addresses and documents of the index.

use basics::{At, Lang, Viewer};
use plugs::{CardSource, Listing, SearchSource};
use testkit::on_both;

use super::cast::{NOW, agreed, begun, person, published, shown, signed};
use crate::{
    Form, Subject, Use,
    deeds::COOLING,
    done,
    plugs::{cards::Cards, listing::Addresses, search::Found},
    reading,
    store::lists::Ask,
};

fn ask<'a>(terms: &'a [String], limit: i64) -> Ask<'a> {
    Ask { to: Use::Site, terms, among: None, cursor: None, back: false, limit }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_narrowed_by_form_language_theme_and_person_and_read_page_by_page() {
    on_both(async |db| {
        let neema = person(&db, "neema").await;
        let mut now = NOW;
        for title in ["One", "Two", "Three"] {
            let whole = begun(&db, Form::Profile, title, now).await;
            let id = whole.story.id.to_string();
            let mut subject = Subject::new(&id, "Neema", Some(&neema), now);
            (subject.cleared_at, subject.named) = (Some(now), title != "Two");
            done!(db, add_person(&id, &subject, now)).unwrap();
            let whole = signed(&db, &id, now).await;
            agreed(&db, &whole, &[Use::Site, Use::Share], now).await;
            now = now.plus(COOLING);
            done!(db, publish(&id, now)).unwrap();
        }
        let (_, now) = published(&db, "Four", &["Baraka"], &[Use::Site, Use::Press], now).await;
        let titles = async |terms: &[&str], to: Use| {
            let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
            let found = reading::list(&db, &Ask { to, ..ask(&terms, 10) }, Lang::En, now).await.unwrap();
            found.into_iter().map(|(glance, _)| glance.title).collect::<Vec<_>>()
        };
        assert_eq!(titles(&[], Use::Site).await, ["Four", "Three", "Two", "One"]);
        assert_eq!(titles(&["form:interview"], Use::Site).await, ["Four"]);
        assert_eq!(titles(&["form:profile", "theme:arts", "language:en"], Use::Site).await, ["Three", "Two", "One"]);
        let her = format!("person:{neema}");
        assert_eq!(titles(&[&her], Use::Site).await, ["Three", "One"], "in Two her name is not told");
        assert_eq!(titles(&[], Use::Press).await, ["Four"]);
        let first = reading::list(&db, &ask(&[], 3), Lang::En, now).await.unwrap();
        let next = Ask { cursor: Some(&first[2].1), ..ask(&[], 3) };
        let second = reading::list(&db, &next, Lang::En, now).await.unwrap();
        assert_eq!(second.iter().map(|(glance, _)| glance.title.as_str()).collect::<Vec<_>>(), ["One"]);
        let before = Ask { cursor: Some(&second[0].1), back: true, ..ask(&[], 2) };
        let back = reading::list(&db, &before, Lang::En, now).await.unwrap();
        assert_eq!(back.iter().map(|(glance, _)| glance.title.as_str()).collect::<Vec<_>>(), ["Three", "Two"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_public_has_cards_addresses_and_documents() {
    on_both(async |db| {
        let hidden = shown(&db, "Hidden", &["Neema"], NOW).await;
        let (whole, out) = published(&db, "Seen", &["Neema"], &[Use::Site], NOW).await;
        let ids = [hidden.story.id.as_str(), whole.story.id.as_str()];
        let cards = Cards.cards(&db, Viewer::Stranger, Lang::Fr, &ids).await.unwrap();
        assert_eq!(
            cards.iter().map(|card| (card.href.as_str(), card.lang.as_deref())).collect::<Vec<_>>(),
            [("/fr/stories/seen", Some("en"))]
        );
        assert_eq!(cards[0].tags[..2], ["Entretien", "Arts et artisanat"]);
        let documents = Found.documents_of(&db, &ids).await.unwrap();
        assert_eq!(documents.len(), 1);
        assert!(documents[0].texts.iter().any(|(_, text)| text.contains("mango tree")));
        let (addresses, next) = Addresses.addresses(&db, None, 10).await.unwrap();
        assert_eq!(addresses.iter().map(|listed| listed.path.as_str()).collect::<Vec<_>>(), ["/stories/seen"]);
        assert_eq!(next, Some(format!("{}~{}", out.0, ids[1])));
        assert!(Addresses.newest(&db, Lang::En, 10).await.unwrap().is_empty(), "nobody agreed to feeds");
        done!(db, withdraw(ids[1], None, out)).unwrap();
        assert!(Cards.newest(&db, Viewer::Stranger, Lang::En, 10).await.unwrap().is_empty());
        assert!(Found.documents_of(&db, &ids).await.unwrap().is_empty());
        assert!(Addresses.addresses(&db, None, 10).await.unwrap().0.is_empty());
        assert_eq!(Addresses.count(&db).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sitemap_has_every_story_in_one_part_and_later_stories_at_its_end() {
    on_both(async |db| {
        let parts = async || {
            let mut parts = Vec::new();
            let marks = Addresses.marks(&db, 2).await.unwrap();
            for after in std::iter::once(None).chain(marks.iter().map(Some)) {
                let (listed, _) = Addresses.addresses(&db, after.map(String::as_str), 2).await.unwrap();
                parts.push(listed.into_iter().map(|listed| listed.path.replace("/stories/", "")).collect::<Vec<_>>());
            }
            parts
        };
        assert_eq!(parts().await, [Vec::<String>::new()]);
        for (day, title) in (0..).zip(["one", "two", "three", "four"]) {
            published(&db, title, &["Neema"], &[Use::Site], NOW.plus(day * At::DAY)).await;
        }
        assert_eq!(parts().await, [["one", "two"], ["three", "four"]], "no part is empty");
        published(&db, "five", &["Neema"], &[Use::Site], NOW.plus(At::DAY * 9)).await;
        assert_eq!(parts().await, [vec!["one", "two"], vec!["three", "four"], vec!["five"]]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_those_that_are_known_to_match_looks_at_no_others() {
    on_both(async |db| {
        let (one, out) = published(&db, "one", &["Neema"], &[Use::Site], NOW).await;
        let (two, _) = published(&db, "two", &["Neema"], &[Use::Site], NOW).await;
        let found = async |among: &[String]| {
            let found = reading::list(&db, &Ask { among: Some(among), ..ask(&[], 10) }, Lang::En, out).await.unwrap();
            found.into_iter().map(|(glance, _)| glance.id).collect::<Vec<_>>()
        };
        let (one, two) = (one.story.id.to_string(), two.story.id.to_string());
        assert_eq!(found(std::slice::from_ref(&one)).await, std::slice::from_ref(&one));
        assert!(found(&[]).await.is_empty());
        done!(db, withdraw(&one, None, out)).unwrap();
        assert_eq!(found(&[one, two.clone()]).await, [two], "the database decides what may appear");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_lead_to_their_page_only_where_their_name_is_told() {
    on_both(async |db| {
        let neema = person(&db, "neema").await;
        for (title, named) in [("One", true), ("Two", false)] {
            let whole = begun(&db, Form::Profile, title, NOW).await;
            let id = whole.story.id.to_string();
            let mut subject = Subject::new(&id, "N.", Some(&neema), NOW);
            (subject.cleared_at, subject.named) = (Some(NOW), named);
            done!(db, add_person(&id, &subject, NOW)).unwrap();
            let whole = signed(&db, &id, NOW).await;
            agreed(&db, &whole, &[Use::Site], NOW).await;
            let out = NOW.plus(COOLING);
            done!(db, publish(&id, out)).unwrap();
            let slug = title.to_lowercase();
            let found = reading::find(&db, &slug, Use::Site, Viewer::Stranger, Lang::En, out).await.unwrap();
            let crate::Found::Reading(reading) = found else { panic!("not public") };
            assert_eq!(reading.people[0].name, "N.");
            assert_eq!(reading.people[0].path.as_deref(), named.then_some("/people/neema"));
        }
    })
    .await;
}
