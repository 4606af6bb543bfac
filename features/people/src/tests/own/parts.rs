//! One thing a page: what is asked, kept, refused and covered.

use basics::{Audience, Clock, Viewer};
use testkit::on_both;

use super::{
    super::{
        cast::{house, node},
        door::get_as,
        works::cast::png,
    },
    Owner,
};
use crate::{Said, State, store};

/// What is typed into a form.
type Typed = &'static [(&'static str, &'static str)];

/// Every part, with what is typed into it and what then stands on the page.
const PARTS: [(&str, Typed, &str); 12] = [
    ("name", &[("name", "Zmname Keza")], "Zmname Keza"),
    ("line", &[("text", "Zmline of clay"), ("lang", "en")], "Zmline of clay"),
    ("about", &[("text", "Zmabout.\n\nAnd *more*."), ("lang", "en")], "And <em>more</em>"),
    ("crafts", &[("craft", "potter"), ("craft_more", "Zmcraft")], "Zmcraft"),
    ("relation", &[("relation", "diaspora-born")], "Born abroad"),
    ("place", &[("where", "elsewhere"), ("country", "au"), ("town", "Zmtown")], "Zmtown, Australia"),
    ("languages", &[("language", "sw"), ("level", "fluent"), ("language", ""), ("level", "")], "Kiswahili (fluent)"),
    ("skills", &[("skill_more", "Zmskill")], "Zmskill"),
    ("offers", &[("text", "Zmoffer\r\nA second"), ("lang", "en")], "Zmoffer"),
    ("wants", &[("text", "Zmwant"), ("lang", "en")], "Zmwant"),
    ("open-to", &[("open", "teach"), ("open", "judge")], "Teaching"),
    ("links", &[("url", "www.example.org/zmlink"), ("label", "Zmlabel")], "Zmlabel"),
];

#[tokio::test(flavor = "multi_thread")]
async fn each_part_is_kept_with_its_audience_and_comes_back_in_its_form() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let owner = Owner::join(&house, &db, "amina").await;
        for (nth, (part, fields, _)) in PARTS.iter().enumerate() {
            owner.save(part, fields, Audience::ALL[nth % 5]).await;
        }
        let person = owner.person().await;
        assert_eq!((person.state, person.edited_at), (State::Fresh, Some(house.clock.now())));
        for (nth, (part, _, _)) in PARTS.iter().enumerate() {
            let to = person.fields.audiences().into_iter().find(|(field, _)| *field == part.replace('-', "_"));
            assert_eq!(to.map(|(_, to)| to), Some(Audience::ALL[nth % 5]), "{part}");
            let form = owner.get(&format!("/me/page/{part}")).await;
            let chosen = format!("value=\"{}\" checked", Audience::ALL[nth % 5].code());
            assert!(form.status == 200 && form.contains(&chosen), "{part}: {}", form.text());
            // Sent again as it stands, nothing changes.
            assert_eq!(form.header("cache-control"), "no-store");
        }
        let list = owner.get("/me/page").await;
        assert!(list.contains("12 of 13 parts are filled."), "{}", list.text());
        // An emptied part is gone, audience and all.
        owner.save("line", &[("text", " "), ("lang", "en")], Audience::Everyone).await;
        assert_eq!(owner.person().await.fields.line, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_is_seen_by_its_audience_and_no_further() {
    let house = house().await;
    let owner = Owner::join(&house, &house.db, "amina").await;
    let stranger = async || house.get("/people/amina").await.text().to_owned();
    for (part, fields, _) in PARTS {
        owner.save(part, fields, Audience::Everyone).await;
    }
    let before = stranger().await;
    assert!(PARTS.iter().all(|(_, _, mark)| !before.contains(mark)), "nothing is public before it was said");
    let shown = owner.post("/me/page/publication", &[("preset", "as-set")]).await;
    assert_eq!(shown.status, 303, "{}", shown.text());
    house.settled().await;
    let open = stranger().await;
    for (part, fields, mark) in PARTS {
        assert!(open.contains(mark), "{part} is missing");
        for to in [Audience::Members, Audience::OnlyMe] {
            owner.save(part, fields, to).await;
            house.settled().await;
            assert!(!stranger().await.contains(mark), "{part} for {to:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_comes_back_as_typed_and_changes_nothing() {
    let house = house().await;
    let owner = Owner::join(&house, &house.db, "amina").await;
    let long = "x".repeat(201);
    let many = "a\n".repeat(13);
    for (part, fields, typed) in [
        ("name", vec![("name", "Call 0991 000 111")], "Call 0991 000 111"),
        ("line", vec![("text", long.as_str())], long.as_str()),
        ("offers", vec![("text", many.as_str())], "a\na\n"),
        ("place", vec![("where", "elsewhere"), ("country", "mw"), ("town", "Area 25, house 3")], "Area 25, house 3"),
        ("place", vec![("where", "elsewhere")], "elsewhere\" checked"),
        ("links", vec![("url", "https://wa.me/265991000111"), ("label", "")], "https://wa.me/265991000111"),
        ("links", vec![("url", "javascript:alert(1)"), ("label", "")], "javascript:alert(1)"),
        ("skills", vec![("skill_more", "amina@example.org")], "amina@example.org"),
    ] {
        let path = format!("/me/page/{part}");
        let before = owner.person().await;
        let fields: Vec<_> = fields.into_iter().chain([("to", "members")]).collect();
        let answer = owner.post(&path, &fields).await;
        assert_eq!(answer.status, 422, "{part}");
        assert!(answer.contains("class=\"faults\"") && answer.contains(typed), "{part}: {}", answer.text());
        assert!(answer.contains("value=\"members\" checked"), "{part}");
        assert_eq!(owner.person().await, before, "{part}");
    }
    let unsaid = owner.post("/me/page/name", &[("name", "Keza")]).await;
    assert!(unsaid.status == 422 && unsaid.contains("Choose who may see this."));
    for nowhere in ["/me/page/private", "/me/page/seo", "/me/page/hours"] {
        assert_eq!((owner.get(nowhere).await.status, owner.post(nowhere, &[]).await.status), (404, 404), "{nowhere}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_details_stay_in_ones_own_form_and_nowhere_else() {
    let house = house().await;
    let owner = Owner::join(&house, &house.db, "amina").await;
    let typed = "Jars of clay. Call 0991 000 111";
    for part in ["line", "about", "offers", "wants"] {
        let fields = [("text", typed), ("lang", "en"), ("to", "everyone"), ("then", "next")];
        let path = format!("/me/page/{part}");
        let answer = owner.post(&path, &fields).await;
        assert_eq!(answer.header("location"), path, "one stays to read what was covered");
        let form = owner.get(&path).await;
        assert!(form.contains(typed) && form.contains("There is a phone number in it."), "{part}");
    }
    owner.post("/me/page/publication", &[("preset", "as-set")]).await;
    house.settled().await;
    let viewer = super::member(&owner.id, basics::Level::Member, &[]);
    for page in
        ["/people/amina", "/people/amina.vcf", "/people", "/search?q=clay", "/me/page", "/me/page/seen?as=accepted"]
    {
        for answer in [house.get(page).await, get_as(&house, viewer, &owner.id, page).await] {
            assert!(!answer.contains("000 111"), "{page}");
        }
    }
    assert!(house.get("/people/amina").await.contains("Jars of clay. Call […]"));
    let kept: Option<Said> = owner.person().await.seen_by(Viewer::Operator).unwrap().line;
    assert_eq!(kept.unwrap().typed, None);
}

/// A picture that arrived with a form is known by its hash from then on, as the form that comes back has it.
async fn arrived(house: &testkit::TestPortal) -> String {
    let picture = media::keep(&house.db, &house.portal.files, png(90)).await.unwrap().unwrap();
    let mut tx = house.db.begin().await.unwrap();
    media::insert(&mut tx, &picture, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    picture.hash
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_has_words_and_an_audience_and_need_not_come_twice() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let owner = Owner::join(&house, &db, "amina").await;
        let hash = arrived(&house).await;
        let wordless = owner.post("/me/page/portrait", &[("arrived", &hash), ("to", "everyone")]).await;
        assert_eq!((wordless.status, owner.person().await.fields.portrait), (422, None));
        assert!(wordless.contains(&format!("name=\"arrived\" value=\"{hash}\"")), "{}", wordless.text());
        owner.save("portrait", &[("arrived", &hash), ("alt", "A jar")], Audience::Members).await;
        let portrait = owner.person().await.fields.portrait.unwrap();
        assert_eq!((portrait.to, portrait.is.alt, portrait.is.cut.hash), (Audience::Members, "A jar".into(), hash));
        owner.save("portrait", &[("alt", "A jar of clay")], Audience::Everyone).await;
        let portrait = owner.person().await.fields.portrait.unwrap();
        assert_eq!((portrait.to, portrait.is.alt.as_str()), (Audience::Everyone, "A jar of clay"));
        owner.save("portrait", &[("remove", "yes"), ("alt", "")], Audience::Everyone).await;
        assert_eq!(owner.person().await.fields.portrait, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_parts_saved_side_by_side_are_both_kept() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let owner = Owner::join(&house, &db, "amina").await;
        let (name, line) = ([("name", "Keza")], [("text", "Clay"), ("lang", "en")]);
        tokio::join!(owner.save("name", &name, Audience::Members), owner.save("line", &line, Audience::Members));
        let fields = owner.person().await.fields;
        assert!(fields.name.is_some() && fields.line.is_some());
        // An edit is the newest word, and counts as confirmed.
        house.clock.advance(9_000);
        owner.save("name", &name, Audience::Members).await;
        let person = owner.person().await;
        let now = house.clock.now();
        assert_eq!((person.edited_at, person.confirmed_at, person.updated_at), (Some(now), now, now));
        house.clock.advance(9_000);
        let confirmed = owner.post("/me/page/confirm", &[]).await;
        assert_eq!(confirmed.header("location"), "/me/page?done=confirmed");
        let person = owner.person().await;
        assert_eq!((person.edited_at, person.confirmed_at, person.updated_at), (Some(now), house.clock.now(), now));
        let mut tx = db.begin().await.unwrap();
        assert!(!store::confirm(&mut tx, "nobody", now).await.unwrap());
    })
    .await;
}
