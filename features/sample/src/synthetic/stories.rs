//! Invented stories without end, for measurements. Forms, themes and languages are unevenly spread, and whom a story is
//! about follows the same law: of a few people there are many stories, of most people one or none.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{
    SPREAD_DAYS,
    pick::{Zipf, chance, one, weighted},
    texts::{ENGLISH, FRENCH, KISWAHILI, Phrases},
};
use crate::{CRAFTS, SampleTelling};

/// Form, most people in it, and paragraphs, with the share of all.
const FORMS: [(f64, (&str, usize, usize)); 5] = [
    (0.34, ("profile", 1, 5)),
    (0.28, ("interview", 1, 6)),
    (0.16, ("feature", 4, 8)),
    (0.16, ("news", 0, 3)),
    (0.06, ("announcement", 0, 2)),
];
const THEMES: [(f64, &str); 10] = [
    (0.22, "work"),
    (0.18, "arts"),
    (0.14, "music"),
    (0.12, "learning"),
    (0.10, "community"),
    (0.08, "food"),
    (0.06, "sport"),
    (0.05, "technology"),
    (0.03, "home"),
    (0.02, "faith"),
];
/// One story in so many links to the one before it.
const LINKING: u64 = 20;

/// A story of the synthetic community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntheticStory {
    /// Its address below `/stories/`.
    pub slug: String,
    /// `profile`, `interview`, `feature`, `news` or `announcement`.
    pub form: &'static str,
    /// A code of the room `stories`.
    pub theme: &'static str,
    /// Whom it is about, as places in a list of people; each once.
    pub people: Vec<usize>,
    /// Everybody in it lets previews and the press have it.
    pub shared: bool,
    /// It has a picture at its head.
    pub pictured: bool,
    /// The original first.
    pub tellings: Vec<SampleTelling>,
    /// Days since it came out, below [`SPREAD_DAYS`].
    pub age_days: u32,
}

/// `n` invented stories of the first `people` of a list. The first of a longer stream are those of a shorter one with the
/// same seed and as many people.
pub fn synthetic_stories(n: u64, people: usize, seed: u64) -> impl Iterator<Item = SyntheticStory> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let told_of = Zipf::new(people);
    (0..n).map(move |nth| story(&mut rng, &told_of, people, nth))
}

fn story(rng: &mut ChaCha8Rng, told_of: &Zipf, people: usize, nth: u64) -> SyntheticStory {
    let (form, most, paragraphs) = weighted(rng, &FORMS);
    let wanted = if most > 1 { rng.random_range(2..=most) } else { most };
    let mut about: Vec<usize> = (0..wanted.min(people)).map(|_| told_of.pick(rng)).collect();
    about.sort_unstable();
    about.dedup();
    let craft = rng.random_range(0..CRAFTS.len());
    let languages = weighted(rng, &[(0.55, 1), (0.27, 2), (0.18, 3)]);
    let first = weighted(rng, &[(0.45, 0), (0.38, 1), (0.17, 2)]);
    let link = (nth % LINKING == LINKING - 1).then(|| slug(nth - 1));
    let tellings = (0..languages)
        .map(|other| {
            let phrases = [&ENGLISH, &KISWAHILI, &FRENCH][(first + other) % 3];
            telling(rng, phrases, form, (craft, paragraphs), link.as_deref())
        })
        .collect();
    SyntheticStory {
        slug: slug(nth),
        form,
        theme: weighted(rng, &THEMES),
        people: about,
        tellings,
        shared: chance(rng, 0.7),
        pictured: chance(rng, 0.6),
        age_days: rng.random_range(0..SPREAD_DAYS),
    }
}

fn slug(nth: u64) -> String {
    format!("synthetic-{nth}")
}

fn telling(
    rng: &mut ChaCha8Rng,
    phrases: &Phrases,
    form: &str,
    (craft, paragraphs): (usize, usize),
    link: Option<&str>,
) -> SampleTelling {
    let said = |rng: &mut ChaCha8Rng| phrases.about(rng, craft);
    let mut source: Vec<String> = (0..paragraphs)
        .map(|place| match (form, place) {
            ("interview", place) if place % 2 == 0 => format!("Q: {}", phrases.line(rng, craft)),
            ("interview", _) => format!("A: {}", said(rng)),
            (_, 2) => format!("> {}", one(rng, phrases.offers)),
            (_, place) if place % 5 == 4 => format!("## {}", one(rng, phrases.skills)),
            _ => said(rng),
        })
        .collect();
    source.extend(link.map(|slug| format!("[{}](/stories/{slug})", phrases.crafts[craft])));
    SampleTelling {
        lang: phrases.lang,
        title: phrases.line(rng, craft),
        lede: one(rng, phrases.wants).to_owned(),
        alt: phrases.crafts[craft].to_owned(),
        source: source.join("\n\n"),
    }
}
