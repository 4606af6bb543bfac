//! Who has joined and said nothing yet: a page with a handle, and nothing anywhere else.

use basics::{Audience, Lang, Level, Role, Viewer};
use plugs::{CardSource, SearchSource};
use testkit::on_both;

use super::{
    cast::node,
    door::{SOMEBODY, get_as, member},
    faces::join,
};
use crate::{
    plugs::{cards::Cards, search::Found},
    store,
};

#[tokio::test(flavor = "multi_thread")]
async fn who_has_just_joined_is_a_handle_on_a_page_and_nowhere_else() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let person = join(&db, "new-one", "Zmarkname Uwase", None).await;
        let mut tx = db.begin().await.unwrap();
        store::put_works(&mut tx, &person.id, &[(Audience::Everyone, super::cast::work("Zmarkwork"))]).await.unwrap();
        tx.commit().await.unwrap();
        house.settled().await;
        let id = person.id.as_str();
        let steward = member(SOMEBODY, Level::Member, &[Role::Steward]);
        for viewer in [Viewer::Stranger, member(SOMEBODY, Level::Trusted, &[]), steward] {
            let page = get_as(&house, viewer, SOMEBODY, "/people/new-one").await;
            assert_eq!(page.status, 200);
            assert!(page.contains("<h1 class=\"p-name\" dir=\"auto\">new-one</h1>") && page.contains("noindex"));
            for held_back in
                ["Zmark", "Potter", "application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Pro"]
            {
                assert!(!page.contains(held_back), "{held_back}");
            }
            for form in ["vcf", "svg"] {
                assert_eq!(get_as(&house, viewer, SOMEBODY, &format!("/people/new-one.{form}")).await.status, 404);
            }
            for list in
                ["/people", "/people?sort=name", "/people?craft=potter", "/people?q=zmarkname", "/search?q=zmarkname"]
            {
                assert!(!get_as(&house, viewer, SOMEBODY, list).await.contains("/people/new-one"), "{list}");
            }
            assert!(Cards.cards(&db, viewer, Lang::En, &[id]).await.unwrap().is_empty());
            assert!(Cards.newest(&db, viewer, Lang::En, 9).await.unwrap().is_empty());
            let finder = &house.portal.plugs.finder;
            assert!(finder.suggest("new-one", viewer, &[], 5).await.unwrap().is_empty());
            assert_eq!(finder.counts(viewer, &["person"], &[]).await.unwrap().total, 0);
        }
        assert!(Found.document(&db, id).await.unwrap().is_none());
        for listing in crate::feature().listings {
            assert!(listing.addresses(&db, None, 9).await.unwrap().0.is_empty());
            assert!(listing.newest(&db, Lang::En, 9).await.unwrap().is_empty());
            assert_eq!(listing.count(&db).await.unwrap(), 0);
        }
        let own = get_as(&house, member(id, Level::Member, &[]), id, "/people/new-one").await;
        for seen in ["Zmarkname Uwase", "Potter", "Zmarkwork", "noindex", "New here"] {
            assert!(own.contains(seen), "{seen}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_guard_and_nobody_else_find_somebody_hidden_and_are_told() {
    let house = super::cast::house().await;
    let mut person = super::cast::somebody(crate::Kind::Person, "hidden-one", super::cast::potter("Amina"), None);
    person.hide(basics::At(5));
    super::cast::put(&house.db, &person).await;
    for (viewer, status) in [
        (member(SOMEBODY, Level::Trusted, &[Role::Editor]), 404),
        (member(SOMEBODY, Level::Member, &[Role::Steward]), 200),
        (member(SOMEBODY, Level::Member, &[Role::Admin]), 200),
    ] {
        let page = get_as(&house, viewer, SOMEBODY, "/people/hidden-one").await;
        assert_eq!((page.status, page.contains("Hidden: others")), (status, status == 200), "{viewer:?}");
    }
}
