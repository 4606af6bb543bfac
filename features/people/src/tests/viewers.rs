//! Who sees what of a person: field × audience × viewer × state.

use basics::{
    At,
    Audience::{self, Accepted, Everyone, Members, OnlyMe, Vouched},
    Lang, Level, Role, Viewer,
};

use super::{
    cast::{FIELDS, MARKS, marked, somebody, with},
    door::{SOMEBODY, member, minor},
};
use crate::{Kind, Person, Seen, State, pages::card::card};

/// Everybody who may look at `person`, with the narrowest audience they belong to on that page.
fn viewers(person: &Person) -> Vec<(&'static str, Viewer, Audience)> {
    let id = person.id.as_str();
    let plain = |level| member(SOMEBODY, level, &[]);
    let with_role = |role| member(SOMEBODY, Level::Member, &[role]);
    vec![
        ("stranger", Viewer::Stranger, Everyone),
        ("member", plain(Level::Member), Members),
        ("minor member", minor(), Members),
        ("helper", with_role(Role::Helper), Members),
        ("editor", with_role(Role::Editor), Members),
        ("judge", with_role(Role::Judge), Members),
        ("vouched", plain(Level::Vouched), Vouched),
        ("trusted", plain(Level::Trusted), Vouched),
        ("steward", with_role(Role::Steward), Vouched),
        ("admin", with_role(Role::Admin), Vouched),
        ("accepted", plain(Level::Member).accepted_by(id), Accepted),
        ("accepted by another", plain(Level::Member).accepted_by(SOMEBODY), Members),
        ("self", member(id, Level::Member, &[]), OnlyMe),
        ("operator", Viewer::Operator, OnlyMe),
    ]
}

/// Everything a viewer gets to see; the id's digits say nothing.
fn all_of(seen: &Seen) -> String {
    format!("{seen:?}").replace(seen.id.as_str(), "")
}

const GUARDS: [&str; 3] = ["steward", "admin", "operator"];

#[test]
fn every_field_is_seen_by_its_audience_and_nobody_else() {
    for (field, mark) in FIELDS.into_iter().zip(MARKS) {
        for audience in Audience::ALL {
            let person = somebody(Kind::Person, "amina", with(marked(Everyone), field, audience), Some(At(5)));
            for term in person.terms().iter().filter(|term| term.term.to_lowercase().contains(&mark.to_lowercase())) {
                assert_eq!(term.audience, audience, "{field}");
            }
            for (who, viewer, reach) in viewers(&person) {
                let case = format!("{field} for {audience:?}, asked by {who}");
                let seen = person.clone().seen_by(viewer).unwrap();
                assert_eq!(all_of(&seen).contains(mark), audience >= reach, "{case}");
                let own = ["self", "operator"].contains(&who);
                assert_eq!(all_of(&seen).contains("Zmarkphone"), own, "{case}");
                assert!(!all_of(&seen).contains("zmarktyped"), "{case}");
                let shown = format!("{:?} {}", card(&seen, Lang::En), seen.summary(Lang::En));
                assert!(audience >= reach || !shown.contains(mark), "{case}: {shown}");
            }
        }
    }
}

#[test]
fn a_list_shows_nobody_more_than_others_of_their_standing() {
    for (field, mark) in FIELDS.into_iter().zip(MARKS) {
        for audience in Audience::ALL {
            let person = somebody(Kind::Person, "amina", with(marked(Everyone), field, audience), Some(At(5)));
            for (who, viewer, reach) in viewers(&person) {
                let reach = if ["self", "accepted"].contains(&who) { Members } else { reach };
                let seen = person.clone().listed_for(viewer).unwrap();
                assert_eq!(all_of(&seen).contains(mark), audience >= reach, "{field} for {audience:?}, {who}");
                assert_eq!(all_of(&seen).contains("Zmarkphone"), who == "operator", "{field}, {who}");
            }
        }
    }
}

#[test]
fn who_may_be_met_decides_who_finds_the_page() {
    for listed in Audience::ALL {
        let mut person = somebody(Kind::Person, "amina", marked(Everyone), Some(At(5)));
        person.listed = listed;
        for (who, viewer, reach) in viewers(&person) {
            let there = listed >= reach || GUARDS.contains(&who);
            assert_eq!(person.clone().seen_by(viewer).is_some(), there, "{who}, listed for {listed:?}");
            let list = listed >= viewer.reach();
            assert_eq!(person.clone().listed_for(viewer).is_some(), list, "{who}, listed for {listed:?}");
        }
    }
}

#[test]
fn who_is_out_of_sight_is_there_for_themselves_and_for_those_who_guard() {
    for (state, withdrawn) in [
        (State::Unreleased, false),
        (State::Hidden, false),
        (State::Released, true),
        (State::Fresh, true),
        (State::Hidden, true),
    ] {
        let mut person = somebody(Kind::Person, "amina", marked(Everyone), Some(At(5)));
        (person.state, person.withdrawn) = (state, withdrawn);
        assert!(person.terms().is_empty());
        for (who, viewer, _) in viewers(&person) {
            let there = who == "self" || GUARDS.contains(&who);
            assert_eq!(person.clone().seen_by(viewer).is_some(), there, "{who}, {state:?}, {withdrawn}");
            assert!(person.clone().listed_for(viewer).is_none(), "{who}, {state:?}, {withdrawn}");
        }
        let steward = member(SOMEBODY, Level::Member, &[Role::Steward]);
        let seen = person.seen_by(steward).unwrap();
        assert_eq!((seen.state, seen.withdrawn, seen.in_lists), (state, withdrawn, false));
    }
}

#[test]
fn of_who_has_just_joined_others_see_the_handle_alone() {
    let mut person = somebody(Kind::Person, "amina", marked(Everyone), None);
    person.state = State::Fresh;
    assert!(person.terms().is_empty());
    for (who, viewer, _) in viewers(&person) {
        let seen = person.clone().seen_by(viewer).unwrap();
        let own = ["self", "operator"].contains(&who);
        assert_eq!((seen.handle_only, seen.in_lists), (!own, false), "{who}");
        assert_eq!(seen.name == "amina", !own, "{who}");
        let shown = all_of(&seen);
        assert_eq!(MARKS.iter().any(|mark| shown.contains(mark)), own, "{who}: {shown}");
        assert!(person.clone().listed_for(viewer).is_none(), "{who}");
    }
}

#[test]
fn a_minor_is_there_for_people_they_accepted_and_for_those_who_guard() {
    let mut person = somebody(Kind::Person, "amina", marked(Everyone), Some(At(5)));
    person.protected_until = Some(At(1));
    assert!(person.terms().is_empty());
    for (who, viewer, _) in viewers(&person) {
        let there = ["self", "accepted"].contains(&who) || GUARDS.contains(&who);
        assert_eq!(person.clone().seen_by(viewer).is_some(), there, "{who}");
        assert!(person.clone().listed_for(viewer).is_none(), "{who}");
    }
}

#[test]
fn a_state_comes_back_from_where_it_is_kept() {
    for state in [State::Fresh, State::Unreleased, State::Released, State::Hidden] {
        for withdrawn in [false, true] {
            assert_eq!(State::from_kept(&state.kept(withdrawn, !withdrawn)), (state, withdrawn, !withdrawn));
        }
    }
}
