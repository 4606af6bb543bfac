//! Names as they are spread in Dzaleka: a few very common, most rare, some spelled with l for r.

use rand_chacha::ChaCha8Rng;

use super::pick::{Zipf, chance, one};

const GIVEN: &str = include_str!("given.txt");
const FAMILY: &str = include_str!("family.txt");
/// Many names of the Great Lakes are made of a verb and what it is said of.
const HEADS: [&str; 22] = [
    "Niyon", "Habi", "Ndayi", "Haki", "Nsengi", "Bizi", "Ntaki", "Nshimi", "Tuyi", "Uwi", "Muka", "Ira", "Ndiku",
    "Haba", "Nkuru", "Bigiri", "Ntaho", "Mani", "Havya", "Barango", "Kwi", "Nduwi",
];
const TAILS: [&str; 19] = [
    "mana", "zimana", "kuru", "yumva", "yimana", "rutimana", "shimiye", "mugabo", "kunda", "koze", "gira", "rugira",
    "baliye", "zeye", "kiza", "mpaye", "rambona", "sabe", "bonye",
];

pub struct Names {
    given: Vec<&'static str>,
    family: Vec<String>,
    by_given: Zipf,
    by_family: Zipf,
}

impl Names {
    pub fn new() -> Self {
        let given: Vec<_> = GIVEN.split_whitespace().collect();
        let composed = TAILS.iter().flat_map(|tail| HEADS.iter().map(move |head| format!("{head}{tail}")));
        let written = FAMILY.split_whitespace().map(str::to_owned);
        let family = interleave(written.collect(), composed.collect());
        let (by_given, by_family) = (Zipf::new(given.len()), Zipf::new(family.len()));
        Self { given, family, by_given, by_family }
    }

    /// A whole name: one or two given names, a family name, now and then spelled as it is heard.
    pub fn person(&self, rng: &mut ChaCha8Rng) -> String {
        let mut name = self.given(rng).to_owned();
        if chance(rng, 0.12) {
            name.push(if chance(rng, 0.3) { '-' } else { ' ' });
            name.push_str(self.given(rng));
        }
        name.push(' ');
        let family = self.family(rng);
        name.push_str(&if chance(rng, 0.05) { as_heard(family) } else { family.to_owned() });
        name
    }

    pub fn given(&self, rng: &mut ChaCha8Rng) -> &'static str {
        self.given[self.by_given.pick(rng)]
    }

    pub fn family(&self, rng: &mut ChaCha8Rng) -> &str {
        &self.family[self.by_family.pick(rng)]
    }

    /// What an organisation is called before its trade.
    pub fn emblem(&self, rng: &mut ChaCha8Rng) -> String {
        const EMBLEMS: [&str; 24] = [
            "Umoja", "Tumaini", "Nuru", "Imani", "Jirani", "Mwanga", "Kesho", "Daraja", "Asili", "Lumière", "Étoile",
            "Horizon", "Inzira", "Urumuri", "Green", "Sunrise", "Lakeside", "Hilltop", "Pamoja", "Baraka", "Upendo",
            "Kwetu", "Shujaa", "Amani",
        ];
        if chance(rng, 0.5) { one(rng, &EMBLEMS).to_owned() } else { self.family(rng).to_owned() }
    }
}

/// The two lists taken in turn, so that both kinds of names are found among the common ones.
fn interleave(first: Vec<String>, second: Vec<String>) -> Vec<String> {
    let mut names = Vec::with_capacity(first.len() + second.len());
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    loop {
        match (first.next(), second.next()) {
            (None, None) => return names,
            (one, other) => names.extend(one.into_iter().chain(other)),
        }
    }
}

/// The first r after the initial becomes l, or the first l r: Habarugira and Habalugira are one name.
fn as_heard(name: &str) -> String {
    let Some((at, letter)) = name.char_indices().skip(1).find(|(_, letter)| matches!(letter, 'r' | 'l')) else {
        return name.to_owned();
    };
    format!("{}{}{}", &name[..at], if letter == 'r' { 'l' } else { 'r' }, &name[at + 1..])
}
