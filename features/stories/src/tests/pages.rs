//! Stories as readers get them.

use std::time::{Duration, Instant};

use basics::At;
use db::Db;
use testkit::{Answer, Nothing, TestPortal, on_both};

use super::cast::{NOW, agreed, begun, content, person, published, signed};
use crate::{
    Content, Form, Subject, Use, Whole,
    deeds::COOLING,
    done,
    pages::reading::Filters,
    store::{self, copies, series::Name},
};

/// Long enough ago for the time to think again.
const BEFORE: At = At(NOW.0 - 9 * At::DAY);

async fn node(db: &Db) -> TestPortal {
    let rooms = vec![people::feature(), crate::feature()];
    TestPortal::node(db.clone(), rooms, |opening| std::sync::Arc::new(Nothing(opening.position))).await
}

async fn until(what: &str, node: &TestPortal, path: &str, fits: impl Fn(&Answer) -> bool) {
    let started = Instant::now();
    while !fits(&node.get(path).await) {
        assert!(started.elapsed() < Duration::from_secs(1), "{what}: {path}, after a second");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_is_read_with_its_turns_and_quote_and_the_way_to_take_it_back() {
    on_both(async |db| {
        let (whole, _) = published(&db, "The listening thread", &["Neema"], &[Use::Site, Use::Share], BEFORE).await;
        let answer = node(&db).await.get(&whole.story.path()).await;
        assert_eq!(answer.status, 200);
        for part in [
            "<h1 class=\"p-name\" dir=\"auto\">The listening thread</h1>",
            "Nine people, one loom",
            "<p class=\"craft\">Neema</p>",
            "<p class=\"craft\">Question</p>",
            "<blockquote><p>The thread listens.</p>",
            "<h2>Thursdays</h2>",
            "href=\"/stories/code\"",
            "1 minute to read",
            "https://wa.me/?text=The%20listening",
        ] {
            assert!(answer.contains(part), "{part}");
        }
        let data = answer.json_ld();
        assert_eq!((&data[0]["@type"], &data[0]["headline"]), (&"Article".into(), &"The listening thread".into()));
        assert_eq!(data[0]["about"][0]["name"], "Neema");
        assert_eq!(data[0]["inLanguage"], "en");
        assert_eq!(data[1]["@type"], "BreadcrumbList");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn previews_say_nothing_of_a_story_whose_people_did_not_agree_to_them() {
    on_both(async |db| {
        let (shared, _) = published(&db, "Shared thread", &["Neema"], &[Use::Site, Use::Share], BEFORE).await;
        let (kept, _) = published(&db, "Quiet thread", &["Neema"], &[Use::Site], BEFORE).await;
        let node = node(&db).await;
        let seen = node.get(&shared.story.path()).await;
        assert!(seen.contains("<meta property=\"og:title\" content=\"Shared thread\">"));
        assert!(seen.contains("/stories/shared-thread/share.jpg?v="));
        let quiet = node.get(&kept.story.path()).await;
        assert!(quiet.contains("<meta property=\"og:title\" content=\"A story on Dzaleka Connect\">"));
        assert!(quiet.contains("/assets/share.jpg") && !quiet.contains("quiet-thread/share.jpg"));
        assert!(!quiet.contains("wa.me") && quiet.json_ld()[0].get("image").is_none());
        let metas = |answer: &Answer| {
            let metas = answer.text().split("<meta ").skip(1).filter_map(|rest| rest.split('>').next());
            metas.map(str::to_owned).collect::<Vec<_>>()
        };
        assert!(
            metas(&seen).iter().any(|meta| meta.contains("\"description\"") && meta.contains("one loom and a song"))
        );
        assert!(
            !metas(&quiet).iter().any(|meta| meta.contains("loom") || meta.contains("Quiet")),
            "{:?}",
            metas(&quiet)
        );
        assert_eq!(node.get("/stories/quiet-thread/share.jpg").await.status, 410);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_taken_back_is_gone_within_a_second_on_every_node_and_its_title_with_it() {
    on_both(async |db| {
        let uses = [Use::Site, Use::Share, Use::Press];
        let (whole, _) = published(&db, "Vanishing thread", &["Neema"], &uses, BEFORE).await;
        let nodes = [node(&db).await, node(&db).await];
        let lists = ["/stories", "/stories?form=interview", "/stories/feed.atom", "/stories/feed.json"];
        for node in &nodes {
            for path in lists {
                until("it is there", node, path, |answer| answer.contains("Vanishing thread")).await;
            }
            assert_eq!(node.get("/stories/vanishing-thread").await.status, 200);
            assert_eq!(node.get("/stories/vanishing-thread.json").await.status, 200);
        }
        let subject = whole.subjects[0].id.as_str();
        done!(&db, withdraw(whole.story.id.as_str(), Some(subject), NOW)).unwrap();
        for node in &nodes {
            for path in lists {
                until("it is gone", node, path, |answer| answer.status == 200 && !answer.contains("Vanishing")).await;
            }
            for path in ["", ".json", "/share.jpg"] {
                let path = format!("/stories/vanishing-thread{path}");
                until("410", node, &path, |answer| answer.status == 410).await;
                let gone = node.get(&path).await;
                assert!(!gone.contains("Vanishing") && gone.contains("The people in it decided so"), "{path}");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_names_its_translator_and_a_fallback_is_said() {
    on_both(async |db| {
        let baraka = person(&db, "baraka").await;
        let (whole, now) = published(&db, "The thread", &["Neema"], &[Use::Site], BEFORE).await;
        let id = whole.story.id.as_str();
        let swahili = Content { title: "Uzi unaosikiliza".into(), ..content("") };
        done!(&db, translate(id, "sw", (swahili, &whole.story.edition), &baraka, now)).unwrap();
        done!(&db, review_translation(id, "sw", "editor-1", now)).unwrap();
        let node = node(&db).await;
        let translated = node.get("/sw/stories/the-thread").await;
        assert!(translated.contains("Uzi unaosikiliza") && translated.contains("Zbaraka"));
        assert!(translated.contains("Imetafsiriwa") && !translated.contains("Bado haijasimuliwa"));
        let other = node.get("/fr/stories/the-thread").await;
        assert!(other.contains("affiché dans une autre langue"), "French readers are told which language they read");
        assert!(other.contains("hreflang=\"en\" lang=\"en\">") || other.contains("hreflang=\"sw\" lang=\"sw\">"));
        let plain = node.get("/stories/the-thread").await;
        assert!(
            plain.contains("<link rel=\"alternate\" hreflang=\"sw\"") && !plain.contains("hreflang=\"fr\" href=\"http")
        );
    })
    .await;
}

/// A portrait of somebody with a page, out at `now`.
async fn portrait(db: &Db, title: &str, of: &str, now: At) -> Whole {
    let whole = begun(db, Form::Profile, title, now).await;
    let id = whole.story.id.to_string();
    let mut subject = Subject::new(&id, "Neema", Some(of), now);
    subject.cleared_at = Some(now);
    done!(db, add_person(&id, &subject, now)).unwrap();
    let whole = signed(db, &id, now).await;
    agreed(db, &whole, &[Use::Site], now).await;
    done!(db, publish(&id, now.plus(COOLING))).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_narrowed_and_turned_page_by_page_without_missing_a_story() {
    on_both(async |db| {
        let neema = person(&db, "neema").await;
        for nth in 0..26 {
            portrait(&db, &format!("Thread {nth:02}"), &neema, BEFORE.plus(nth * 1000)).await;
        }
        published(&db, "A talk", &["Baraka"], &[Use::Site], BEFORE.plus(60_000)).await;
        let node = node(&db).await;
        let titles = |answer: &Answer| {
            let cards = answer.text().split("<h3 dir=\"auto\"><a href=\"").skip(1);
            cards.map(|card| card.split(['>', '<']).nth(1).unwrap().to_owned()).collect::<Vec<_>>()
        };
        let first = node.get("/stories?person=neema").await;
        assert_eq!(titles(&first).first().map(String::as_str), Some("Thread 25"));
        assert_eq!(titles(&first).len(), 24);
        let link = |answer: &Answer, rel: &str| {
            let (_, rest) = answer.text().split_once(&format!("<link rel=\"{rel}\" href=\""))?;
            Some(rest.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&"))
        };
        let second = node.get(&link(&first, "next").unwrap()).await;
        assert_eq!(titles(&second), ["Thread 01", "Thread 00"]);
        assert_eq!(link(&second, "next"), None);
        let back = node.get(&link(&second, "prev").unwrap()).await;
        assert_eq!(titles(&back), titles(&first));
        assert_eq!(link(&back, "prev"), None);
        assert_eq!(titles(&node.get("/stories?form=interview").await), ["A talk"]);
        let nothing = node.get("/stories?form=feature").await;
        assert!(nothing.status == 200 && nothing.contains("class=\"empty\"") && nothing.contains("Look without"));
        assert_eq!(node.get("/stories?person=nobody").await.status, 404);
    })
    .await;
}

#[test]
fn a_question_has_one_normal_form_and_what_it_does_not_know_is_passed_over() {
    let read = |query: &str| Filters::read("/stories".into(), query);
    assert_eq!(read("theme=music&form=Interview&form=feature&x=y").href(), "/stories?form=interview&theme=music");
    assert_eq!(read("form=poem&theme=&language=%20").href(), "/stories");
    assert_eq!(read("form=news").with("form", "feature"), "/stories?form=feature");
    assert_eq!(read("form=news&craft=potter").without("form"), "/stories?craft=potter");
    for bad in ["after=", "after=x~1", "before=12", "after=1~%27%3B--"] {
        assert!(read(bad).cursor.is_none() && !read(bad).back, "{bad}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_stands_in_its_order_and_each_story_leads_to_the_ones_beside_it() {
    on_both(async |db| {
        let mut tx = db.begin().await.unwrap();
        let name = Name { title: "Hands".into(), line: "Who makes what.".into() };
        let series = store::series::insert(&mut tx, [("en".to_owned(), name)].into(), BEFORE).await.unwrap();
        tx.commit().await.unwrap();
        for (title, place) in [("Second", 2), ("Third", 3), ("First", 1)] {
            let (whole, _) = published(&db, title, &["Neema"], &[Use::Site], BEFORE).await;
            let mut story = whole.story;
            story.series = Some((series.id.to_string(), place));
            let mut tx = db.begin().await.unwrap();
            store::stories::update(&mut tx, &story).await.unwrap();
            store::follow::follow(&mut tx, story.id.as_str(), "written", NOW).await.unwrap();
            tx.commit().await.unwrap();
        }
        let node = node(&db).await;
        let list = node.get("/stories/series/hands").await;
        let place = |title: &str| list.text().find(&format!(">{title}</a></h3>")).unwrap();
        assert!(place("First") < place("Second") && place("Second") < place("Third"));
        assert!(list.contains("Who makes what."));
        let middle = node.get("/stories/second").await;
        assert!(
            middle.contains("rel=\"prev\" href=\"/stories/first\"")
                && middle.contains("rel=\"next\" href=\"/stories/third\"")
        );
        assert_eq!(middle.json_ld()[0]["isPartOf"]["name"], "Hands");
        assert_eq!(node.get("/stories/series/none").await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn feed_readers_that_say_who_they_are_are_noted_and_browsers_are_not() {
    on_both(async |db| {
        let (whole, _) = published(&db, "Told abroad", &["Neema"], &[Use::Site, Use::Press], BEFORE).await;
        published(&db, "Only here", &["Neema"], &[Use::Site], BEFORE).await;
        let node = node(&db).await;
        let browser = "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Chrome/120";
        node.ask("GET", "/stories/feed.atom").header("user-agent", browser).send().await;
        let id = whole.story.id.as_str();
        assert!(copies::list(&db, id).await.unwrap().is_empty());
        let reader = "ReaderOne/2.1 (+https://reader.example.org/about; 3 subscribers)";
        let answer = node.ask("GET", "/stories/feed.json").header("user-agent", reader).send().await;
        assert!(answer.contains("Told abroad") && !answer.contains("Only here"));
        node.ask("GET", "/stories/feed.atom")
            .header("user-agent", "curl/8")
            .header("from", "desk@example.org")
            .send()
            .await;
        let mut noted: Vec<_> = copies::list(&db, id).await.unwrap();
        noted.sort_by(|a, b| a.reader.cmp(&b.reader));
        let noted: Vec<_> = noted.iter().map(|copy| (copy.reader.as_str(), copy.contact.as_str())).collect();
        assert_eq!(noted, [("ReaderOne", "https://reader.example.org/about"), ("curl", "desk@example.org")]);
    })
    .await;
}
