//! The first page in its states.

use std::{collections::HashMap, sync::Arc};

use async_trait::async_trait;
use basics::{Lang, Viewer};
use db::Db;
use feature::Feature;
use plugs::{Card, CardSource, Counts, Finder, Found, Hit, Query};
use testkit::{Answer, TestPortal};

use crate::COVERAGE;

/// A room with this many people and organisations, and as many stories as organisations.
struct Invented(usize, usize);

#[async_trait]
impl CardSource for Invented {
    fn kinds(&self) -> &'static [&'static str] {
        &["person", "organisation", "story"]
    }

    async fn cards(&self, _: &Db, _: Viewer, _: Lang, _: &[&str]) -> anyhow::Result<Vec<Card>> {
        Ok(Vec::new())
    }

    async fn newest(&self, _: &Db, _: Viewer, lang: Lang, limit: i64) -> anyhow::Result<Vec<Card>> {
        let card = |kind, path: &str, n: usize| Card {
            kind,
            id: format!("{kind}{n}"),
            href: web::link(lang, format_args!("{path}/{n}")),
            title: format!("{kind} number {n}"),
            letter: 'N',
            ..Card::default()
        };
        let most = limit as usize;
        let people = (0..self.0.min(most)).map(|n| card("person", "/people", n));
        let beside = (0..self.1.min(most))
            .flat_map(|n| [card("organisation", "/organisations", n), card("story", "/stories", n)]);
        Ok(people.chain(beside).collect())
    }

    fn facet_label(&self, _: Lang, facet: &str) -> Option<String> {
        Some(facet.strip_prefix("craft:")?.to_uppercase())
    }
}

fn counts(total: u64, facets: &[(&str, u64)]) -> Counts {
    let by_facet: HashMap<_, _> = facets.iter().map(|(facet, count)| ((*facet).to_owned(), *count)).collect();
    Counts { total, by_facet, ..Counts::default() }
}

/// An index that knows only counts by kind.
struct Counting(Vec<(&'static str, Counts)>);

#[async_trait]
impl Finder for Counting {
    async fn find(&self, _: &Query<'_>) -> anyhow::Result<Found> {
        Ok(Found::default())
    }

    async fn suggest(&self, _: &str, _: Viewer, _: &[&str], _: usize) -> anyhow::Result<Vec<Hit>> {
        Ok(Vec::new())
    }

    async fn counts(&self, _: Viewer, kinds: &[&str], _: &[String]) -> anyhow::Result<Arc<Counts>> {
        let known = self.0.iter().find(|(kind, _)| kinds == [*kind]);
        Ok(Arc::new(known.map(|(_, counts)| counts.clone()).unwrap_or_default()))
    }

    fn position(&self) -> i64 {
        0
    }
}

async fn get(room: Feature, counts: &[(&'static str, Counts)], path: &str) -> Answer {
    let counts = counts.to_vec();
    TestPortal::searching(vec![room], |_| Arc::new(Counting(counts))).await.get(path).await
}

fn room(people: usize, organisations: usize) -> Feature {
    crate::feature().cards(Invented(people, organisations))
}

#[tokio::test]
async fn newest_people_and_organisations_are_shown_with_totals() {
    let known = [("person", counts(1234, &[])), ("organisation", counts(1, &[])), ("story", counts(14, &[]))];
    let answer = get(room(9, 1), &known, "/").await;
    let text = answer.text();
    assert_eq!(text.matches("<h3 dir=\"auto\"><a href=\"/people/").count(), 5);
    assert_eq!(text.matches("<h3 dir=\"auto\"><a href=\"/organisations/").count(), 1);
    assert_eq!(text.matches("<h3 dir=\"auto\"><a href=\"/stories/").count(), 1);
    assert!(text.contains("All 1,234 people") && text.contains("1 organisation<") && text.contains("All 14 stories"));
    assert!(text.contains("class=\"cards lead\""));
    assert!(text.contains("href=\"/mission\""));
    assert!(text.contains("\"@type\":\"SearchAction\"") && text.contains("\"@type\":\"Organization\""));
    assert!(!text.contains("dzaleka import"));
}

#[tokio::test]
async fn crafts_are_the_most_frequent_and_never_few() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let mut facets: Vec<(String, u64)> = names.iter().zip(10..).map(|(name, n)| (format!("craft:{name}"), n)).collect();
    facets.extend([("craft:rare".into(), 2), ("language:sw".into(), 99)]);
    let facets: Vec<_> = facets.iter().map(|(facet, n)| (facet.as_str(), *n)).collect();
    let answer = get(room(5, 0), &[("person", counts(30, &facets))], "/sw/").await;
    let text = answer.text();
    assert!(text.contains("<a href=\"/sw/people?craft=i\">I <small>18</small></a>"));
    assert_eq!(text.matches("?craft=").count(), 8);
    assert!(!text.contains("craft=rare") && !text.contains("craft=a\""));
}

#[tokio::test]
async fn an_empty_portal_says_what_will_be_here() {
    let answer = get(room(0, 0), &[], "/").await;
    let text = answer.text();
    assert!(text.contains("Nobody is here yet") && text.contains("<code>dzaleka import FOLDER</code>"));
    assert!(!text.contains("class=\"cards"));
    assert_eq!(get(crate::feature(), &[], "/fr/").await.status, 200, "without any other room");
}

#[tokio::test]
async fn no_more_than_twelve_links_come_before_the_text() {
    let answer = get(room(5, 3), &[], "/").await;
    let text = answer.text();
    let before = &text[text.find("<body").unwrap()..text.find("<h1").unwrap()];
    assert!(before.matches("<a ").count() <= 12);
    assert_eq!(text.matches("<form class=\"find\"").count(), 1);
    assert_eq!(text.matches("<h1").count(), 1);
}

#[test]
fn every_word_is_translated() {
    for (lang, missing, which) in COVERAGE {
        assert_eq!(*missing, 0, "{lang}: {which:?}");
    }
}
