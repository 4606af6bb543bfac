//! The synthetic community is always the same, spread like a real one, and cheap.

use std::collections::{HashMap, HashSet};

use crate::{CRAFTS, SPREAD_DAYS, SyntheticEntry, SyntheticPerson, community, synthetic, synthetic_stories};

fn handle(made: &SyntheticPerson) -> &str {
    match &made.entry {
        SyntheticEntry::Person(person) => &person.handle,
        SyntheticEntry::Organisation(organisation) => &organisation.handle,
    }
}

#[test]
fn the_same_seed_makes_the_same_people_and_another_seed_others() {
    let some: Vec<_> = synthetic(200, 7).collect();
    assert_eq!(some, synthetic(500, 7).take(200).collect::<Vec<_>>());
    assert_ne!(some, synthetic(200, 8).collect::<Vec<_>>());
}

#[test]
fn no_handle_is_given_twice_and_every_handle_fits() {
    let mut seen: HashSet<String> = community().people.into_iter().map(|person| person.handle).collect();
    for made in synthetic(60_000, 1) {
        let handle = handle(&made);
        assert!(handle.len() <= basics::limits::HANDLE, "{handle}");
        assert!(seen.insert(handle.to_owned()), "{handle} twice");
    }
}

#[test]
fn people_are_spread_as_in_life() {
    let all: Vec<_> = synthetic(20_000, 3).collect();
    let people: Vec<_> = all
        .iter()
        .filter_map(|made| match &made.entry {
            SyntheticEntry::Person(person) => Some(person),
            SyntheticEntry::Organisation(_) => None,
        })
        .collect();
    let share = |count: usize| count * 100 / people.len();
    assert!((93..=95).contains(&(people.len() * 100 / all.len())));
    let here =
        people.iter().filter(|it| it.place.as_ref().is_some_and(|place| place.city.as_deref() == Some("Dzaleka")));
    assert!((58..=62).contains(&share(here.count())));
    assert!(all.iter().any(|made| made.age_days > 1_000) && all.iter().all(|made| made.age_days < SPREAD_DAYS));
    let mut families = HashMap::new();
    for person in &people {
        *families.entry(person.name.rsplit(' ').next()).or_insert(0) += 1;
    }
    assert!(families.len() > 550, "{} family names", families.len());
    assert!(families.values().max() > Some(&(people.len() / 20)));
}

#[test]
fn what_is_said_of_people_is_whole() {
    for made in synthetic(3_000, 9) {
        let SyntheticEntry::Person(person) = made.entry else { continue };
        assert!(
            (1..=3).contains(&person.crafts.len())
                && person.crafts.iter().all(|craft| CRAFTS.contains(&craft.as_str()))
        );
        assert!((1..=4).contains(&person.languages.len()) && person.skills.len() <= 4 && person.works.len() <= 3);
        assert!(!person.line.contains("{}") && !person.line.is_empty());
        if let Some(about) = person.about {
            let words = about.split_whitespace().count();
            assert!((18..=90).contains(&words) && !about.contains("{}"), "{words}: {about}");
        }
        assert_eq!(person.skills.iter().collect::<HashSet<_>>().len(), person.skills.len());
    }
}

#[test]
fn the_same_seed_makes_the_same_stories_and_each_is_told_of_people_that_there_are() {
    let some: Vec<_> = synthetic_stories(300, 50, 7).collect();
    assert_eq!(some, synthetic_stories(400, 50, 7).take(300).collect::<Vec<_>>());
    assert_ne!(some, synthetic_stories(300, 50, 8).collect::<Vec<_>>());
    let slugs: HashSet<&str> = some.iter().map(|story| story.slug.as_str()).collect();
    assert_eq!(slugs.len(), some.len());
    for story in &some {
        let portrays = ["profile", "interview", "feature"].contains(&story.form);
        assert_eq!(portrays, !story.people.is_empty(), "{}: {:?}", story.form, story.people);
        assert!(story.people.iter().all(|place| *place < 50));
        let words = story.tellings[0].source.split_whitespace().count();
        assert!(!portrays || words >= 60, "{words} words");
        let langs: HashSet<&str> = story.tellings.iter().map(|telling| telling.lang).collect();
        assert_eq!(langs.len(), story.tellings.len());
    }
}
