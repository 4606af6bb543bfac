//! Minors stand in no list and on no page for others, until their protection has passed.

use basics::{At, Audience, Clock, Lang, Level, Role, Viewer};
use plugs::{CardSource, Faces, SearchSource};
use testkit::on_both;

use super::{
    cast::{marked, node, potter, put, somebody},
    door::{SOMEBODY, get_as, member},
};
use crate::{
    Kind, lift_protection,
    plugs::{cards::Cards, faces::Directory, search::Found},
    store,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_minor_is_nowhere_until_the_protection_has_passed() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let now = house.clock.now();
        let until = At(now.0 + 400 * At::DAY);
        let person = somebody(Kind::Person, "young-one", marked(Audience::Everyone), Some(now));
        let group = somebody(Kind::Organisation, "group", potter("The Group"), Some(now));
        for somebody in [&person, &group] {
            put(&db, somebody).await;
        }
        let id = person.id.as_str();
        let mut tx = db.begin().await.unwrap();
        store::join(&mut tx, &person.id, &group.id, "member", Audience::Everyone, 0).await.unwrap();
        Directory.protect(&mut tx, id, Some(until), now).await.unwrap();
        tx.commit().await.unwrap();
        house.settled().await;

        let shown = async || {
            let viewer = member(SOMEBODY, Level::Trusted, &[]);
            let mut shown = Vec::new();
            for viewer in [Viewer::Stranger, viewer] {
                for page in [
                    "/people",
                    "/people?craft=zmarkcraft",
                    "/people?q=zmarkname",
                    "/search?q=zmarkname",
                    "/organisations/group",
                ] {
                    shown.push(get_as(&house, viewer, SOMEBODY, page).await.contains("/people/young-one"));
                }
                for page in ["/people/young-one", "/people/young-one.vcf", "/people/young-one.svg"] {
                    shown.push(get_as(&house, viewer, SOMEBODY, page).await.status == 200);
                }
                shown.push(!Cards.cards(&db, viewer, Lang::En, &[id]).await.unwrap().is_empty());
                let newest = Cards.newest(&db, viewer, Lang::En, 9).await.unwrap();
                shown.push(newest.iter().any(|card| card.id == id));
                let finder = &house.portal.plugs.finder;
                shown.push(!finder.suggest("zmarkname", viewer, &[], 5).await.unwrap().is_empty());
                shown.push(finder.counts(viewer, &["person"], &[]).await.unwrap().total == 1);
            }
            for listing in crate::feature().listings.iter().filter(|listing| listing.kind() == "person") {
                shown.push(!listing.addresses(&db, None, 9).await.unwrap().0.is_empty());
                shown.push(!listing.newest(&db, Lang::En, 9).await.unwrap().is_empty());
                shown.push(listing.count(&db).await.unwrap() == 1);
            }
            shown.push(Found.document(&db, id).await.unwrap().is_some());
            shown
        };
        let while_protected = shown().await;
        assert!(while_protected.iter().all(|there| !there), "{while_protected:?}");
        for (viewer, who, status, told) in [
            (member(id, Level::Member, &[]), id, 200, true),
            (member(SOMEBODY, Level::Member, &[Role::Steward]), SOMEBODY, 200, true),
            (member(SOMEBODY, Level::Member, &[Role::Helper]), SOMEBODY, 404, false),
        ] {
            let page = get_as(&house, viewer, who, "/people/young-one").await;
            assert_eq!((page.status, page.contains("Protected:")), (status, told), "{viewer:?}");
            assert!(!page.contains("young-one.vcf") && !page.contains("young-one.svg"), "{viewer:?}");
        }

        assert_eq!(lift_protection(&db, At(until.0 - 1)).await.unwrap(), 0);
        assert_eq!(lift_protection(&db, until).await.unwrap(), 1);
        assert_eq!(lift_protection(&db, until).await.unwrap(), 0);
        house.settled().await;
        let after = shown().await;
        assert!(after.iter().all(|there| *there), "{after:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_protections_end_together() {
    on_both(async |db| {
        for n in 0..450 {
            let mut person = somebody(Kind::Person, &format!("p{n}"), potter("Amina"), Some(At(5)));
            person.protected_until = Some(At(if n % 3 == 0 { 2000 } else { 1000 }));
            put(&db, &person).await;
        }
        assert_eq!(lift_protection(&db, At(1000)).await.unwrap(), 300);
        assert_eq!(store::count_released(&db, Kind::Person).await.unwrap(), 300);
        assert_eq!(lift_protection(&db, At(2000)).await.unwrap(), 150);
    })
    .await;
}
