//! One synthetic person.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::{
    Maker,
    pick::{chance, one, weighted},
    texts::{ENGLISH, FRENCH, KISWAHILI, Phrases},
};
use crate::{
    CRAFTS, Level, OPEN_TO, Place, Relation, SamplePerson, SampleWork,
    person::{person, text},
};

/// Relation, country, cities.
type Home = (Relation, &'static str, &'static [&'static str]);

/// Who lives where, with the share of all.
const PLACES: [(f64, Home); 9] = [
    (0.60, (Relation::Resident, "MW", &["Dzaleka"])),
    (0.08, (Relation::HostCommunity, "MW", &["Dowa", "Lilongwe", "Mponela"])),
    (0.07, (Relation::FormerResident, "AU", &["Brisbane", "Adelaide", "Melbourne", "Perth"])),
    (0.07, (Relation::FormerResident, "CA", &["Calgary", "Ottawa", "Toronto", "Winnipeg"])),
    (0.06, (Relation::FormerResident, "US", &["Louisville", "Minneapolis", "Boise", "Dallas"])),
    (0.04, (Relation::DiasporaBorn, "US", &["Minneapolis", "Phoenix", ""])),
    (0.03, (Relation::FormerResident, "FR", &["Lyon", "Lille", "Nantes"])),
    (0.02, (Relation::DiasporaBorn, "SE", &["Gothenburg", "Malmö"])),
    (0.03, (Relation::Friend, "GB", &["Leeds", "Glasgow", "London"])),
];

/// Share of people who speak each language.
const SPOKEN: [(&str, f64); 12] = [
    ("sw", 0.85),
    ("en", 0.42),
    ("fr", 0.38),
    ("rn", 0.24),
    ("rw", 0.20),
    ("ny", 0.12),
    ("ln", 0.14),
    ("so", 0.06),
    ("am", 0.05),
    ("ti", 0.01),
    ("om", 0.01),
    ("bem", 0.02),
];

/// The language a profile is written in.
pub fn phrases(rng: &mut ChaCha8Rng) -> &'static Phrases {
    weighted(rng, &[(0.40, &ENGLISH), (0.38, &KISWAHILI), (0.22, &FRENCH)])
}

/// One to four languages, the one of the profile among them.
pub fn languages(rng: &mut ChaCha8Rng, written: &str) -> Vec<(String, Level)> {
    let mut spoken = vec![(written.to_owned(), if chance(rng, 0.5) { Level::Native } else { Level::Fluent })];
    for (code, share) in SPOKEN {
        if spoken.len() < 4 && code != written && chance(rng, share * 0.7) {
            spoken.push((
                code.to_owned(),
                one(rng, &[Level::Basic, Level::Good, Level::Good, Level::Fluent, Level::Native]),
            ));
        }
    }
    spoken
}

impl Maker {
    pub fn person(&mut self, nth: u64) -> SamplePerson {
        let name = self.names.person(&mut self.rng);
        let handle = self.handles.give(&name, nth);
        let crafts = self.crafts();
        let rng = &mut self.rng;
        let phrases = phrases(rng);
        let (relation, country, cities) = weighted(rng, &PLACES);
        let mut made = person(&handle, &name, phrases.lang, &phrases.line(rng, crafts[0]));
        made.about = chance(rng, 0.85).then(|| phrases.about(rng, crafts[0]));
        made.relation = Some(relation);
        made.place = Some(Place::new(country, one(rng, cities)));
        made.languages = languages(rng, phrases.lang);
        made.crafts = crafts.iter().map(|craft| CRAFTS[*craft].to_owned()).collect();
        made.skills = some(rng, phrases.skills, 4);
        made.open_to = some(rng, OPEN_TO, 3);
        made.offers = chance(rng, 0.3).then(|| one(rng, phrases.offers).to_owned());
        made.wants = chance(rng, 0.25).then(|| one(rng, phrases.wants).to_owned());
        made.works = works(rng, phrases, crafts[0], &name);
        made
    }

    /// One to three crafts, as places in [`CRAFTS`].
    pub fn crafts(&mut self) -> Vec<usize> {
        let wanted = weighted(&mut self.rng, &[(0.6, 1), (0.3, 2), (0.1, 3)]);
        let mut crafts = Vec::with_capacity(wanted);
        for _ in 0..wanted {
            // Spread over the vocabulary, so that the most common craft is not the first of the alphabet.
            let craft = (self.crafts.pick(&mut self.rng) * 11 + 25) % CRAFTS.len();
            if !crafts.contains(&craft) {
                crafts.push(craft);
            }
        }
        crafts
    }
}

/// Up to `most` different words.
fn some(rng: &mut ChaCha8Rng, words: &[&str], most: usize) -> Vec<String> {
    let (first, step) = (rng.random_range(0..words.len()), one(rng, &[1, 3]));
    let count = rng.random_range(0..=most.min(words.len() / step));
    (0..count).map(|nth| words[(first + nth * step) % words.len()].to_owned()).collect()
}

/// For one in five people, one to three short texts.
fn works(rng: &mut ChaCha8Rng, phrases: &Phrases, craft: usize, name: &str) -> Vec<SampleWork> {
    let count = weighted(rng, &[(0.8, 0), (0.1, 1), (0.06, 2), (0.04, 3)]);
    (0..count)
        .map(|nth| {
            let title = phrases.crafts[(craft + nth * 7) % CRAFTS.len()];
            let made = text(
                (title, rng.random_range(2016..2027)),
                ("text", "3"),
                phrases.crafts[craft],
                &phrases.about(rng, craft),
            );
            made.credit(name)
        })
        .collect()
}
