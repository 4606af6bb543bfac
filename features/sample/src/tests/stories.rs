//! The invented stories.

use std::collections::{HashMap, HashSet};

use crate::{community, stories};

#[test]
fn there_are_four_of_each_form_in_three_languages_and_nothing_is_missing() {
    let stories = stories();
    let mut forms = HashMap::new();
    for story in &stories {
        *forms.entry(story.form).or_insert(0) += 1;
        let langs: Vec<_> = story.tellings.iter().map(|telling| telling.lang).collect();
        assert_eq!(langs, ["en", "sw", "fr"], "{}", story.key);
        for telling in &story.tellings {
            let (key, lang) = (story.key, telling.lang);
            assert!(!telling.title.is_empty() && !telling.title.starts_with('#'), "{key} {lang}");
            assert!(telling.lede.len() > 40 && telling.alt.len() > 15 && telling.source.len() > 250, "{key} {lang}");
            assert!(!telling.alt.contains('!') && !telling.source.contains("](p1)"), "{key} {lang}");
        }
        let titles: HashSet<_> = story.tellings.iter().map(|telling| &telling.title).collect();
        assert_eq!(titles.len(), 3, "{}: a title is not translated", story.key);
    }
    assert_eq!(forms, [("profile", 4), ("interview", 4), ("feature", 4), ("news", 2)].into());
}

#[test]
fn everybody_in_a_story_is_in_the_community_and_every_quote_has_its_speaker() {
    let names: HashMap<_, _> = community().people.into_iter().map(|person| (person.handle, person.name)).collect();
    for story in stories() {
        assert_eq!(story.people.is_empty(), story.form == "news", "{}", story.key);
        assert!(story.author.is_empty() || names.contains_key(story.author), "{}", story.key);
        let told: Vec<&String> = story.people.iter().map(|handle| &names[*handle]).collect();
        for telling in &story.tellings {
            for whose in telling.source.lines().filter_map(|line| line.strip_prefix("> — ")) {
                assert!(told.iter().any(|name| *name == whose), "{} {}: {whose}", story.key, telling.lang);
            }
        }
    }
}
