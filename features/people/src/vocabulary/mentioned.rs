//! Words that a sentence speaks of: "a welder for my gate" speaks of welders.

use super::{Family, built_in::code_in};

/// Longest word, in words.
const LONGEST: usize = 4;
/// Words looked at, and found.
const READ: usize = 60;
const MOST: usize = 6;

/// Codes of known crafts and skills in a text, in its order, longer words before shorter ones.
pub(crate) fn mentioned(text: &str) -> Vec<(Family, &'static str)> {
    let mut words = basics::words(text);
    words.truncate(READ);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() && found.len() < MOST {
        let longest = LONGEST.min(words.len() - at);
        let hit = (1..=longest).rev().find_map(|long| Some((long, known(&words[at..at + long].join(" "))?)));
        at += hit.as_ref().map_or(1, |(long, _)| *long);
        for word in hit.into_iter().flat_map(|(_, codes)| codes) {
            if !found.contains(&word) {
                found.push(word);
            }
        }
    }
    found
}

fn known(phrase: &str) -> Option<Vec<(Family, &'static str)>> {
    let of = |family: Family| code_in(family.code(), phrase).map(|code| (family, code));
    let codes: Vec<_> = [of(Family::Craft), of(Family::Skill)].into_iter().flatten().collect();
    (!codes.is_empty()).then_some(codes)
}
