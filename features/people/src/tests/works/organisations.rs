//! Owners and editors show the works of their organisation.

use basics::Audience;
use testkit::TestPortal;

use super::{
    super::{
        cast::{house, potter, welcome},
        organisations::cast::join,
    },
    cast::{begin_at, get, maker, png, post, send_picture, work_of},
};
use crate::{Kind, Person, Standing, works::WorkKind};

const BASE: &str = "/organisations/bakery/page/works";

/// A bakery with its owner, editor and member, and somebody who does not belong to it.
async fn bakery(house: &TestPortal) -> (Person, [Person; 4]) {
    let bakery = welcome(house, Kind::Organisation, "bakery", potter("Bahati Bakery")).await;
    let mut people = Vec::new();
    for (handle, standing) in [
        ("amina", Some(Standing::Owner)),
        ("keza", Some(Standing::Editor)),
        ("baraka", Some(Standing::Member)),
        ("zoe", None),
    ] {
        let person = maker(house, handle).await;
        if let Some(standing) = standing {
            join(&house.db, &person, &bakery, standing).await;
        }
        people.push(person);
    }
    (bakery, people.try_into().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_makes_a_work_and_it_stands_on_the_organisations_page() {
    let house = house().await;
    let (bakery, [amina, keza, ..]) = bakery(&house).await;
    let list = get(&house, &keza, BASE).await;
    assert!(list.contains("Works: Bahati Bakery") && !list.contains("/me/credits"), "{}", list.text());
    begin_at(&house, &keza, BASE, (WorkKind::Picture, "Round loaf")).await;
    let path = format!("{BASE}/{}", work_of(&house, &bakery, "Round loaf").await.id);
    let answer = send_picture(&house, &keza, &format!("{path}/picture"), "A round loaf", &png(200)).await;
    assert_eq!(answer.header("location"), format!("{path}/people"), "{}", answer.text());
    post(&house, &amina, &format!("{path}/people"), &[("who", "nobody")]).await;
    let draft = get(&house, &amina, "/organisations/bakery/works/round-loaf").await;
    assert!(draft.contains(&format!("href=\"{path}\"")), "what one began another goes on with: {}", draft.text());
    let answer = post(&house, &amina, &format!("{path}/publish"), &[("to", "everyone")]).await;
    assert_eq!(answer.header("location"), format!("{path}?done=published"), "{}", answer.text());
    assert!(house.get("/organisations/bakery").await.contains("/organisations/bakery/works/round-loaf"));
    assert_eq!(house.get("/organisations/bakery/works/round-loaf").await.status, 200);
    for page in ["/organisations/bakery/page", "/me/organisations/bakery"] {
        assert!(get(&house, &keza, page).await.contains(&format!("href=\"{BASE}\"")), "{page}");
    }
    let person = crate::store::find(&house.db, "keza").await.unwrap().unwrap();
    assert!(crate::store::works_with_audience(&house.db, &person.id).await.unwrap().is_empty(), "none of her own");
    post(&house, &keza, &format!("{path}/remove"), &[]).await;
    assert_eq!(house.get("/organisations/bakery/works/round-loaf").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_edit_the_page_edits_no_work_of_it() {
    let house = house().await;
    let (bakery, [amina, _, baraka, zoe]) = bakery(&house).await;
    begin_at(&house, &amina, BASE, (WorkKind::Text, "Our oven")).await;
    let path = format!("{BASE}/{}", work_of(&house, &bakery, "Our oven").await.id);
    let words = ["", "/title", "/picture", "/sound", "/link", "/text", "/people", "/facts", "/licence", "/credits"];
    for person in [&baraka, &zoe] {
        for page in [BASE.to_owned(), format!("{BASE}/new")] {
            assert_eq!(get(&house, person, &page).await.status, 404, "{page}");
        }
        for word in words.into_iter().chain(["/publish", "/remove"]) {
            assert_eq!(get(&house, person, &format!("{path}{word}")).await.status, 404, "{word}");
        }
        assert_eq!(post(&house, person, &format!("{path}/title"), &[("title", "Mine")]).await.status, 404);
        assert_eq!(post(&house, person, &format!("{path}/remove"), &[]).await.status, 404);
        assert_eq!(get(&house, person, "/organisations/bakery/works/our-oven").await.status, 404);
    }
    assert_eq!(work_of(&house, &bakery, "Our oven").await.work.title, "Our oven");
    // Nor by the address of another page: what is not the bakery's is not found below it, and the other way round.
    let own = format!("/me/works/{}", work_of(&house, &bakery, "Our oven").await.id);
    assert_eq!(get(&house, &amina, &own).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_belongs_to_an_organisation_sees_of_its_works_what_is_meant_for_them() {
    let house = house().await;
    let (bakery, [amina, keza, baraka, zoe]) = bakery(&house).await;
    for to in [Audience::OnlyMe, Audience::Accepted, Audience::Members] {
        begin_at(&house, &amina, BASE, (WorkKind::Text, to.code())).await;
        let path = format!("{BASE}/{}", work_of(&house, &bakery, to.code()).await.id);
        post(&house, &amina, &format!("{path}/text"), &[("text", "Bread")]).await;
        let answer = post(&house, &amina, &format!("{path}/publish"), &[("to", to.code())]).await;
        assert!(answer.header("location").ends_with("done=published"), "{}", answer.text());
    }
    for (person, seen) in [(&keza, 3), (&baraka, 2), (&zoe, 1)] {
        let page = get(&house, person, "/organisations/bakery").await;
        let links = ["only-me", "accepted", "members"].map(|slug| format!("/organisations/bakery/works/{slug}\""));
        assert_eq!(links.iter().filter(|link| page.contains(link)).count(), seen, "{}: {}", person.handle, page.text());
    }
    assert_eq!(house.get("/organisations/bakery/works").await.status, 404, "nothing is for strangers");
}
