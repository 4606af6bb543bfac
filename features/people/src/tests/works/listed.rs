//! Works in the sitemap: those a stranger may open, and no others.

use basics::{At, Audience, Clock};
use db::Db;
use plugs::Listing;
use testkit::on_both;

use super::{
    super::cast::{node, potter, put, somebody},
    cast::a_work,
};
use crate::{
    Kind, Person, Work,
    plugs::works_listing::Works,
    store as people,
    works::{Pictured, Who, WorkState},
};

async fn show(db: &Db, person: &Person, works: &[(Audience, Work)]) {
    put(db, person).await;
    let mut tx = db.begin().await.unwrap();
    people::put_works(&mut tx, &person.id, works).await.unwrap();
    tx.commit().await.unwrap();
}

fn published(title: &str) -> Work {
    a_work(title, WorkState::Published)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sitemap_has_every_work_that_is_for_everybody_and_nothing_else() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let now = house.clock.now();
        let minor = Work { pictured: Some(Pictured { who: Who::Minors, agreed: None }), ..published("Zmschool") };
        let works = [
            (Audience::Everyone, published("Jar")),
            (Audience::Everyone, a_work("Zmdraft", WorkState::Draft)),
            (Audience::Members, published("Zmmembers")),
            (Audience::Everyone, minor),
        ];
        show(&db, &somebody(Kind::Person, "amina", potter("Amina"), Some(now)), &works).await;
        let group = somebody(Kind::Organisation, "bakery", potter("Bakery"), Some(now));
        show(&db, &group, &[(Audience::Everyone, published("Loaf"))]).await;
        let mut narrow = somebody(Kind::Person, "zmnarrow", potter("Narrow"), Some(now));
        narrow.listed = Audience::Members;
        let mut young = somebody(Kind::Person, "zmyoung", potter("Young"), Some(now));
        young.protected_until = Some(now.plus(At::DAY));
        let waiting = somebody(Kind::Person, "zmwaiting", potter("Waiting"), None);
        let mut hidden = somebody(Kind::Person, "zmhidden", potter("Hidden"), Some(now));
        hidden.hide(now);
        for person in [narrow, young, waiting, hidden] {
            show(&db, &person, &[(Audience::Everyone, published("Zmnot"))]).await;
        }
        house.settled().await;
        let index = house.get("/sitemap.xml").await;
        assert!(
            index.contains("/sitemap.xml?kind=work&amp;part=1") || index.contains("kind=work&#38;part=1"),
            "{}",
            index.text()
        );
        let part = house.get("/sitemap.xml?kind=work&part=1").await;
        for path in ["/people/amina/works/jar", "/organisations/bakery/works/loaf"] {
            assert_eq!(part.text().matches(&format!("<loc>http://portal.test{path}</loc>")).count(), 1, "{path}");
            assert_eq!(house.get(path).await.status, 200, "what is named is there");
        }
        assert!(!part.text().to_lowercase().contains("zm"), "{}", part.text());
        assert_eq!(Works.count(&db).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_begin_where_the_one_before_ends() {
    on_both(async |db| {
        let works: Vec<_> = (0..5).map(|n| (Audience::Everyone, published(&format!("Jar {n}")))).collect();
        show(&db, &somebody(Kind::Person, "amina", potter("Amina"), Some(At(5))), &works).await;
        let marks = Works.marks(&db, 2).await.unwrap();
        let mut paths = Vec::new();
        for after in [None].into_iter().chain(marks.iter().map(|mark| Some(mark.as_str()))) {
            paths.push(Works.addresses(&db, after, 2).await.unwrap().0.len());
        }
        assert_eq!(paths, [2, 2, 1]);
        let ended = Works.marks(&db, 5).await.unwrap();
        assert!(ended.is_empty(), "nothing comes after the last: {ended:?}");
    })
    .await;
}
