//! Who is in the sample, and that everything said of them holds together.

use std::collections::HashSet;

use crate::{CRAFTS, Community, Kind, Level, OPEN_TO, SamplePerson, community};

fn words_of(community: &Community) -> String {
    let mut text = String::new();
    for person in &community.people {
        for part in [Some(&person.line), person.about.as_ref(), person.offers.as_ref(), person.wants.as_ref()] {
            text.push_str(part.map_or("", String::as_str));
            text.push('\n');
        }
    }
    for organisation in &community.organisations {
        text.push_str(&organisation.line);
        text.push_str(organisation.about.as_deref().unwrap_or_default());
    }
    text.to_lowercase()
}

fn full(community: &Community) -> Vec<&SamplePerson> {
    community.people.iter().filter(|person| person.about.is_some()).collect()
}

#[test]
fn the_community_is_large_enough_and_always_the_same() {
    let sample = community();
    assert!(sample.people.len() >= 66, "{} people", sample.people.len());
    assert!(sample.organisations.len() >= 13);
    assert_eq!(sample, community());
}

#[test]
fn every_handle_and_name_is_used_once_and_fits() {
    let sample = community();
    let mut handles = HashSet::new();
    let mut names = HashSet::new();
    let all = sample.people.iter().map(|person| (&person.handle, &person.name, &person.line));
    let all = all.chain(sample.organisations.iter().map(|it| (&it.handle, &it.name, &it.line)));
    for (handle, name, line) in all {
        assert!(handles.insert(handle.clone()), "{handle} twice");
        assert!(names.insert(basics::fold_name(name)), "{name} twice");
        assert_eq!(&basics::slug(handle), handle);
        assert!(line.chars().count() <= basics::limits::LINE, "{handle}");
    }
}

#[test]
fn codes_come_from_the_vocabulary() {
    for person in community().people {
        assert!(person.crafts.iter().all(|craft| CRAFTS.contains(&craft.as_str())), "{}", person.handle);
        assert!(person.open_to.iter().all(|code| OPEN_TO.contains(&code.as_str())), "{}", person.handle);
        assert!(person.skills.len() <= 4, "{}", person.handle);
        assert!(person.links.iter().all(|link| link.starts_with("https://example.org/")), "{}", person.handle);
    }
    assert!(CRAFTS.is_sorted());
}

#[test]
fn every_work_is_described_and_credited() {
    let sample = community();
    let works: Vec<_> = sample.people.iter().flat_map(|person| &person.works).collect();
    assert!(works.len() >= 40, "{} works", works.len());
    for work in works {
        assert!(work.alt.chars().count() >= 20, "{}", work.title);
        assert!(!work.credit.is_empty() && !work.licence.is_empty() && !work.medium.is_empty(), "{}", work.title);
        assert!(!matches!(&work.kind, Kind::Text(text) if text.lines().count() < 5), "{}", work.title);
    }
}

#[test]
fn members_belong_to_organisations_that_exist() {
    let sample = community();
    let known: HashSet<_> = sample.organisations.iter().map(|it| it.handle.as_str()).collect();
    let mut joined = HashSet::new();
    for (handle, role) in sample.people.iter().flat_map(|person| &person.members_of) {
        assert!(known.contains(handle.as_str()), "{handle}");
        assert!(!role.is_empty());
        joined.insert(handle.as_str());
    }
    assert_eq!(known.len(), joined.len(), "an organisation without members");
}

#[test]
fn texts_are_written_in_many_languages() {
    let sample = community();
    let written = |lang: &str| full(&sample).iter().filter(|person| person.lang == lang).count();
    assert!(written("en") >= 18 && written("sw") >= 14 && written("fr") >= 14);
    assert!(written("am") >= 2 && written("so") >= 2);
    assert!(sample.people.iter().any(|person| person.lang == "rw"));
}

#[test]
fn most_people_have_a_portrait_and_some_have_said_little() {
    let sample = community();
    let share = sample.people.iter().filter(|person| person.portrait.is_some()).count() * 100 / sample.people.len();
    assert!((74..=88).contains(&share), "{share} %");
    assert!(sample.people.iter().filter(|person| person.about.is_none()).count() >= 8);
}

#[test]
fn several_potters_speak_kiswahili() {
    let potters = community().people.into_iter().filter(|person| person.crafts.iter().any(|craft| craft == "potter"));
    let fluent =
        potters.filter(|person| person.languages.iter().any(|(code, level)| code == "sw" && *level >= Level::Good));
    assert!(fluent.count() >= 4);
}

#[test]
fn nothing_is_said_of_origin_faith_case_or_home() {
    let text = words_of(&community());
    for word in [
        "congol",
        "burundais",
        "burundian",
        "rwandan",
        "rwandais",
        "ethiopian",
        "somali ",
        "refugee",
        "réfugi",
        "mkimbizi",
        "tutsi",
        "hutu",
        "mosque",
        "church",
        "unhcr",
        "ration",
        "zone ",
        "block ",
        "fled",
        "fui la guerre",
        "@",
        "+265",
    ] {
        assert!(!text.contains(word), "the sample says {word:?}");
    }
}
