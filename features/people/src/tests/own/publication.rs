//! How much of a page is shown: said once, changed at any time, taken back at once.

use basics::{At, Audience, Clock, Level};
use testkit::on_both;

use super::{
    super::{
        cast::{house, marked, node, put, somebody},
        door::{SOMEBODY, get_as, member},
        faces::join,
        pages::until,
    },
    Owner,
};
use crate::{
    Kind, Person, State,
    own::{Part, Preset},
};

fn after(preset: Preset, kind: Kind, audience: Audience) -> Person {
    let mut person = somebody(kind, "amina", marked(audience), None);
    preset.apply(&mut person, At(9));
    person
}

#[test]
fn a_showcase_keeps_among_members_what_leads_to_somebodys_door() {
    let person = after(Preset::Showcase, Kind::Person, Audience::OnlyMe);
    assert_eq!((person.state, person.listed), (State::Released, Audience::Everyone));
    for (part, to) in person.fields.audiences() {
        let members = ["relation", "place", "wants"].contains(&part);
        assert_eq!(to, if members { Audience::Members } else { Audience::Everyone }, "{part}");
    }
    let organisation = after(Preset::Showcase, Kind::Organisation, Audience::OnlyMe);
    assert!(organisation.fields.audiences().iter().all(|(_, to)| *to == Audience::Everyone));
}

#[test]
fn each_choice_does_what_it_says() {
    for audience in Audience::ALL {
        let community = after(Preset::Community, Kind::Person, audience);
        assert!(
            community.listed == Audience::Members
                && community.fields.audiences().iter().all(|(_, to)| *to == Audience::Members)
        );
        let accepted = after(Preset::Accepted, Kind::Person, audience);
        assert!(accepted.listed == Audience::Accepted);
        assert!(accepted.fields.audiences().iter().all(|(_, to)| *to == audience.min(Audience::Accepted)));
        let as_set = after(Preset::AsSet, Kind::Person, audience);
        assert!(as_set.listed == audience && as_set.fields.audiences().iter().all(|(_, to)| *to == audience));
        let hidden = after(Preset::Hidden, Kind::Person, audience);
        assert_eq!((hidden.state, hidden.listed, &hidden.fields), (State::Fresh, Audience::OnlyMe, &marked(audience)));
    }
}

#[test]
fn every_part_has_its_words_in_every_language() {
    for kind in [Kind::Person, Kind::Organisation] {
        for (part, lang) in Part::of(kind).iter().flat_map(|part| basics::Lang::ALL.map(|lang| (part, lang))) {
            let t = crate::Text(lang);
            assert!(![part.label(t), part.title(t), part.hint(t)].contains(&""), "{part:?} {lang:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_shown_once_it_was_said_and_gone_once_it_is_taken_back() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let owner = Owner::join(&house, &db, "amina").await;
        owner.save("name", &[("name", "Zmname Keza")], Audience::OnlyMe).await;
        let found = async || {
            house.settled().await;
            let list = house.get("/people").await.contains("/people/amina");
            (
                house.get("/people/amina").await.status,
                list,
                house.get("/search?q=zmname").await.contains("/people/amina"),
            )
        };
        assert_eq!(found().await, (200, false, false));
        let undecided = owner.post("/me/page/publication", &[]).await;
        assert!(undecided.status == 422 && undecided.contains("Choose how much you want to show."));
        let empty = owner.post("/me/page/publication", &[("preset", "as-set")]).await;
        assert!(empty.status == 422 && empty.contains("So far each part is for your eyes only."));
        for (preset, expected) in [
            ("showcase", (200, true, true)),
            ("community", (404, false, false)),
            ("showcase", (200, true, true)),
            ("hidden", (404, false, false)),
            ("showcase", (200, true, true)),
        ] {
            let answer = owner.post("/me/page/publication", &[("preset", preset)]).await;
            assert_eq!(answer.status, 303, "{preset}");
            assert_eq!(found().await, expected, "{preset}");
            let somebody = get_as(&house, member(SOMEBODY, Level::Member, &[]), SOMEBODY, "/people/amina").await;
            assert_eq!(somebody.status == 200, preset != "hidden", "{preset}");
            assert_eq!(owner.get("/people/amina").await.status, 200, "{preset}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn minors_show_nothing_to_more_people_than_those_they_accepted() {
    let house = house().await;
    let until = house.clock.now().plus(400 * At::DAY);
    let person = join(&house.db, "young-one", "Zmname", Some(until)).await;
    let owner = Owner { house: &house, id: person.id.as_str().to_owned() };
    let form = owner.get("/me/page/name").await;
    assert!(
        form.contains("value=\"accepted\"") && !form.contains("value=\"members\"") && form.contains("Until you are 18")
    );
    for to in ["members", "vouched", "everyone"] {
        let answer = owner.post("/me/page/name", &[("name", "Zmname"), ("to", to)]).await;
        assert_eq!(answer.status, 422, "{to}");
    }
    let page = owner.get("/me/page/publication").await;
    assert!(page.contains("You are under 18.") && !page.contains("value=\"showcase\""));
    for preset in ["showcase", "community", "as-set"] {
        assert_eq!(owner.post("/me/page/publication", &[("preset", preset)]).await.status, 422, "{preset}");
    }
    owner.save("name", &[("name", "Zmname")], Audience::Accepted).await;
    assert_eq!(owner.post("/me/page/publication", &[("preset", "accepted")]).await.status, 303);
    house.settled().await;
    let person = owner.person().await;
    assert_eq!(
        (person.state, person.listed, person.protected_until),
        (State::Released, Audience::Accepted, Some(until))
    );
    for viewer in [basics::Viewer::Stranger, member(SOMEBODY, Level::Trusted, &[])] {
        assert_eq!(get_as(&house, viewer, SOMEBODY, "/people/young-one").await.status, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_hidden_by_the_team_stays_so() {
    let house = house().await;
    let mut person = somebody(Kind::Person, "amina", marked(Audience::Everyone), Some(At(5)));
    person.hide(At(6));
    put(&house.db, &person).await;
    let owner = Owner { house: &house, id: person.id.as_str().to_owned() };
    for preset in ["showcase", "community", "as-set", "hidden"] {
        let answer = owner.post("/me/page/publication", &[("preset", preset)]).await;
        assert!(answer.status == 422 && answer.contains("The team has hidden this page"), "{preset}");
    }
    owner.save("name", &[("name", "Keza")], Audience::Everyone).await;
    assert_eq!(owner.person().await.state, State::Hidden);
}

/// A choice made on one node is what strangers meet on every node within a second, wherever they look.
#[tokio::test(flavor = "multi_thread")]
async fn another_audience_counts_on_every_node_within_a_second() {
    on_both(async |db| {
        let nodes = [node(db.clone()).await, node(db.clone()).await];
        let owner = Owner::join(&nodes[0], &db, "amina").await;
        for part in ["line", "offers"] {
            owner.save(part, &[("text", "Zmclay"), ("lang", "en")], Audience::Everyone).await;
        }
        owner.save("crafts", &[("craft", "potter")], Audience::Everyone).await;
        assert_eq!(owner.post("/me/page/publication", &[("preset", "as-set")]).await.status, 303);
        let pages = ["/people/amina", "/people?craft=potter", "/search?q=zmclay", "/feed.atom", "/people/amina.vcf"];
        let marks = ["Zmclay", "/people/amina\"", "/people/amina\"", "Zmclay", "Zmclay"];
        for (to, shown) in [(Audience::Everyone, true), (Audience::Members, false), (Audience::Everyone, true)] {
            for part in ["line", "offers"] {
                owner.save(part, &[("text", "Zmclay"), ("lang", "en")], to).await;
            }
            owner.save("crafts", &[("craft", "potter")], to).await;
            for (house, (page, mark)) in
                nodes.iter().flat_map(|house| pages.iter().zip(marks).map(move |at| (house, at)))
            {
                let what = format!("{page} is for {to:?}");
                until(&what, house, page, |answer| answer.status == 200 && answer.contains(mark) == shown).await;
            }
        }
    })
    .await;
}
