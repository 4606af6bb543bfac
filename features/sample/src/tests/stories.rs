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

/// Flesch–Kincaid with a rough count of syllables; ours must stay at or below 8 (pages.md).
#[test]
fn the_english_is_easy_to_read() {
    for story in stories() {
        let text = story.tellings[0].source.replace(['>', '#', '—'], " ");
        let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        let sentences = text.matches(['.', '?', '!', ':']).count().max(1);
        let vowel = |c: char| "aeiouy".contains(c.to_ascii_lowercase());
        let syllables: usize = words
            .iter()
            .map(|word| {
                let sounds =
                    word.chars().zip(word.chars().skip(1).chain([' '])).filter(|(a, b)| vowel(*a) && !vowel(*b));
                sounds.count().saturating_sub(usize::from(word.trim_end_matches(['.', ',']).ends_with('e'))).max(1)
            })
            .sum();
        let grade = 0.39 * words.len() as f64 / sentences as f64 + 11.8 * syllables as f64 / words.len() as f64 - 15.59;
        assert!(grade <= 8.0, "{}: {grade:.1}", story.key);
    }
}
