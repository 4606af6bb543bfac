//! Whose page is edited, and with whose eyes it is looked at.

use accounts::{Handle, Newcomer, exactly};
use basics::{Audience, Clock, Lang, Level, Role, Roles};
use testkit::{TestPortal, on_both};

use super::{
    super::{
        cast::{house, marked, node, potter, put, somebody, welcome},
        door::{get_as, member, post_as},
    },
    Owner,
};
use crate::{Kind, Person, plugs::faces::Directory, store};

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_is_edited_by_its_owners_and_editors_and_for_others_there_is_nothing() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let bakery = somebody(Kind::Organisation, "bakery", potter("Bahati Bakery"), None);
        put(&db, &bakery).await;
        let mut people = Vec::new();
        for (handle, standing, may) in
            [("owner", "owner", true), ("editor", "editor", true), ("member", "member", false), ("nobody", "", false)]
        {
            let person = somebody(Kind::Person, handle, potter(handle), None);
            put(&db, &person).await;
            if !standing.is_empty() {
                let mut tx = db.begin().await.unwrap();
                store::join(&mut tx, &person.id, &bakery.id, "baker", Audience::Everyone, 0).await.unwrap();
                let sql = "UPDATE memberships SET standing = $2 WHERE person_id = $1";
                tx.exec(sql, db::params![&person.id, standing]).await.unwrap();
                tx.commit().await.unwrap();
            }
            people.push((person, may));
        }
        for (person, may) in &people {
            let (id, viewer) = (person.id.as_str(), member(person.id.as_str(), Level::Trusted, &[Role::Editor]));
            let base = "/organisations/bakery/page";
            for page in ["", "/line", "/publication", "/seen"] {
                let answer = get_as(&house, viewer, id, &format!("{base}{page}")).await;
                assert_eq!(answer.status, if *may { 200 } else { 404 }, "{page} as {}", person.handle);
            }
            let line = format!("Bread by {}", person.handle);
            let fields = [("text", line.as_str()), ("lang", "en"), ("to", "everyone"), ("then", "list")];
            let saved = post_as(&house, viewer, id, &format!("{base}/line"), &fields).await;
            let shown = post_as(&house, viewer, id, &format!("{base}/publication"), &[("preset", "showcase")]).await;
            let confirmed = post_as(&house, viewer, id, &format!("{base}/confirm"), &[]).await;
            for answer in [saved, shown, confirmed] {
                assert_eq!(answer.status, if *may { 303 } else { 404 }, "{}", person.handle);
            }
        }
        let line = store::find(&db, "bakery").await.unwrap().unwrap().fields.line.unwrap();
        assert_eq!(line.is.text, "Bread by editor");
        // A person's page is edited at their own place alone; parts that organisations do not have are not there.
        let (owner, _) = &people[0];
        let viewer = member(owner.id.as_str(), Level::Member, &[]);
        for nothing in ["/organisations/owner/page", "/organisations/bakery/page/relation", "/organisations/none/page"]
        {
            assert_eq!(get_as(&house, viewer, owner.id.as_str(), nothing).await.status, 404, "{nothing}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_are_asked_to_sign_in() {
    let house = house().await;
    for page in ["/me/page", "/me/page/line", "/me/page/publication", "/me/page/seen", "/organisations/bakery/page"] {
        let answer = house.get(page).await;
        assert!([303, 401].contains(&answer.status), "{page}: {}", answer.status);
    }
}

/// Joins with an account of this level.
async fn account(house: &TestPortal, handle: &str, level: Level) {
    let newcomer = Newcomer {
        handle: &Handle::parse(handle).unwrap(),
        name: "",
        crafts: &[],
        born: None,
        passphrase: None,
        lang: Lang::En,
        roles: Roles::default(),
        level,
        invited_by: None,
        made_by: None,
    };
    let mut tx = house.db.begin().await.unwrap();
    exactly(&mut tx, &Directory, &newcomer, house.clock.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

/// Each look shows what those eyes see on the page itself, whatever the audience of its parts.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_shown_with_the_eyes_of_others() {
    let house = house().await;
    account(&house, "kito-member", Level::Member).await;
    account(&house, "kito-vouched", Level::Vouched).await;
    for audience in Audience::ALL {
        let handle = format!("of-{}", audience.code());
        let person: Person = welcome(&house, Kind::Person, &handle, marked(audience)).await;
        let owner = Owner { house: &house, id: person.id.as_str().to_owned() };
        for (eyes, reach) in [
            ("stranger", Audience::Everyone),
            ("member", Audience::Members),
            ("vouched", Audience::Vouched),
            ("accepted", Audience::Accepted),
            ("person&handle=kito-member", Audience::Members),
            ("person&handle=kito-vouched", Audience::Vouched),
        ] {
            let page = owner.get(&format!("/me/page/seen?as={eyes}")).await;
            assert_eq!(page.contains("Zmarkline"), audience >= reach, "{audience:?} with the eyes of {eyes}");
            assert!(page.contains("p-name") && page.contains("noindex") && !page.contains("Zmarkphone"), "{eyes}");
        }
        let as_nobody = owner.get("/me/page/seen?as=person&handle=nobody-here").await;
        assert!(as_nobody.contains("We know nobody with this sign-in name") && !as_nobody.contains("Zmark"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_one_may_not_know_of_is_nobody_to_look_through() {
    let house = house().await;
    let mut hidden = somebody(Kind::Person, "hidden-one", potter("Hidden"), Some(basics::At(5)));
    hidden.hide(basics::At(6));
    put(&house.db, &hidden).await;
    let person = welcome(&house, Kind::Person, "amina", marked(Audience::Members)).await;
    let owner = Owner { house: &house, id: person.id.as_str().to_owned() };
    let looks = async |handle: &str| {
        let page = owner.get(&format!("/me/page/seen?as=person&handle={handle}")).await;
        page.text().replace(handle, "somebody")
    };
    let main = |page: String| page.split_once("<main").unwrap().1.to_owned();
    assert_eq!(main(looks("hidden-one").await), main(looks("never-was").await));
    let mut alone = owner.person().await;
    alone.listed = Audience::OnlyMe;
    super::super::cast::change(&house.db, &mut alone, "written", |_| ()).await;
    assert!(owner.get("/me/page/seen?as=stranger").await.contains("For them this page does not exist."));
}
