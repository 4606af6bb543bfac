//! Measures the index: `cargo run --release -p search --example million -- [people] [folder]`.
//!
//! Invents people (deterministic), builds the index, then asks some two hundred questions of every sort and prints
//! rebuild speed, size, memory and latency. With a folder, the index is kept there and used again.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use async_trait::async_trait;
use basics::{Audience, Lang, Viewer};
use db::Db;
use plugs::{Finder, Query, SearchDoc, SearchSource};
use search::{Index, rebuild};

const FACETS: [(&str, u64); 5] = [("craft", 60), ("skill", 120), ("language", 12), ("country", 25), ("relation", 3)];
const CRAFTS: [&str; 12] = [
    "potter",
    "tailor",
    "weaver",
    "carpenter",
    "baker",
    "poet",
    "dancer",
    "painter",
    "welder",
    "drummer",
    "teacher",
    "photographer",
];
const ROUNDS: usize = 5;

/// A small generator of numbers that look random: splitmix64.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }

    /// Small numbers often, large ones seldom, as words and names are used.
    fn skewed(&mut self, below: u64) -> u64 {
        let one = self.next(below);
        self.next(one + 1)
    }
}

/// The word with this number, of Bantu-like syllables.
fn word(number: u64, syllables: u64) -> String {
    const CONSONANTS: [&str; 20] =
        ["b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "nd", "mw"];
    let mut dice = Dice(number.wrapping_mul(7919));
    (0..syllables)
        .map(|_| format!("{}{}", CONSONANTS[dice.next(20) as usize], ["a", "e", "i", "o", "u"][dice.next(5) as usize]))
        .collect()
}

fn first_name(number: u64) -> String {
    word(number, 2 + number % 2)
}

fn surname(number: u64) -> String {
    word(number + 100_000, 3 + number % 3)
}

fn person(number: u64) -> SearchDoc {
    let dice = &mut Dice(number);
    let name = format!("{} {}", first_name(dice.skewed(3000)), surname(dice.skewed(60_000)));
    let craft = CRAFTS[dice.skewed(12) as usize];
    let line: Vec<String> =
        (0..6).map(|_| dice.skewed(20_000)).map(|number| word(number + 500_000, 2 + number % 3)).collect();
    let more: Vec<String> =
        (0..12).map(|_| dice.skewed(20_000)).map(|number| word(number + 500_000, 2 + number % 3)).collect();
    let mut facets = Vec::new();
    for (kind, values) in FACETS {
        facets.push((Audience::Everyone, format!("{kind}:{}", dice.skewed(values))));
    }
    SearchDoc {
        id: format!("{:08x}-0000-7000-8000-{:012x}", number / 8, number),
        kind: if number.is_multiple_of(20) { "organisation" } else { "person" },
        names: vec![(Audience::Everyone, name)],
        texts: vec![(Audience::Everyone, format!("{craft} {}", line.join(" "))), (Audience::Members, more.join(" "))],
        facets,
        lang: None,
    }
}

struct Crowd(u64);

#[async_trait]
impl SearchSource for Crowd {
    fn topic(&self) -> &'static str {
        "people"
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["person", "organisation"]
    }

    async fn document(&self, _: &Db, _: &str) -> anyhow::Result<Option<SearchDoc>> {
        Ok(None)
    }

    async fn documents(
        &self,
        _: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<SearchDoc>, Option<String>)> {
        let first = after.and_then(|after| after.parse().ok()).unwrap_or(0);
        let last = self.0.min(first + limit as u64);
        let next = (first < last).then(|| last.to_string());
        Ok((tokio::task::block_in_place(|| (first..last).map(person).collect()), next))
    }
}

/// A question: text and facets.
type Asked = (&'static str, String, Vec<String>);

fn questions(people: u64) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for n in 0..20 {
        let names = person(n * people / 20).names[0].1.clone();
        let (first, last) = names.split_once(' ').unwrap_or_default();
        let typo = format!("{}x{}", &last[..2], &last[3..]);
        asked.push(("full name", names.clone(), vec![]));
        asked.push(("name turned", format!("{last} {first}"), vec![]));
        asked.push(("typo in name", format!("{first} {typo}"), vec![]));
        asked.push(("one name", first.to_owned(), vec![]));
        asked.push(("prefix", last[..3].to_owned(), vec![]));
        asked.push(("short prefix", first[..1].to_owned(), vec![]));
        asked.push(("two prefixes", format!("{} {}", &first[..2], &last[..2]), vec![]));
        asked.push(("craft and name", format!("{} {first}", CRAFTS[n as usize % 12]), vec![]));
        asked.push(("craft", CRAFTS[n as usize % 12].to_owned(), vec![]));
        asked.push((
            "craft, typo, facet",
            CRAFTS[n as usize % 12].replacen('e', "ee", 1),
            vec![format!("language:{}", n % 12)],
        ));
        asked.push(("facets alone", String::new(), vec![format!("craft:{n}"), format!("language:{}", n % 5)]));
        asked.push(("nothing there", format!("zzzqxv{n}qw"), vec![]));
        asked.push((
            "a sentence",
            format!("the {} who speaks {} in {first}", CRAFTS[n as usize % 12], word(500_000 + n, 2)),
            vec![],
        ));
    }
    asked.push(("everything", String::new(), vec![]));
    asked
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let people: u64 = arguments.next().map_or(Ok(1_000_000), |people| people.parse())?;
    let folder = arguments.next().map_or_else(|| std::env::temp_dir().join("search-million"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let started = Instant::now();
    let index = Index::open(&folder, &people.to_string())?;
    println!("open             {:>9.1} ms", milliseconds(started.elapsed()));
    if !index.is_complete() {
        build(&index, &folder, people).await?;
    }
    println!("index            {:>9.1} MB", search::check(&folder)?.bytes as f64 / 1e6);
    println!("memory           {:>9} MB", resident_megabytes());
    counts(&index).await?;
    searches(&index, people).await?;
    println!("memory           {:>9} MB", resident_megabytes());
    Ok(())
}

async fn build(index: &Arc<Index>, folder: &Path, people: u64) -> anyhow::Result<()> {
    let db = Db::open(None, folder).await?;
    let (started, mut peak) = (Instant::now(), 0);
    rebuild(index, &db, &[Arc::new(Crowd(people))], &mut |done| {
        if done.is_multiple_of(100_000) {
            peak = peak.max(resident_megabytes());
        }
    })
    .await?;
    let seconds = started.elapsed().as_secs_f64();
    println!("rebuild          {:>9.0} documents/s ({seconds:.1} s, peak {peak} MB)", people as f64 / seconds);
    Ok(())
}

async fn counts(index: &Index) -> anyhow::Result<()> {
    for (what, facets) in [("all", vec![]), ("one facet", vec!["language:0".to_owned()])] {
        let started = Instant::now();
        let counts = index.counts(Viewer::Stranger, &["person"], &facets).await?;
        println!(
            "counts, {what:<9}{:>9.1} ms ({} of {} facets)",
            milliseconds(started.elapsed()),
            counts.total,
            counts.by_facet.len()
        );
    }
    Ok(())
}

async fn searches(index: &Index, people: u64) -> anyhow::Result<()> {
    let (mut found, mut suggested, mut worst) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        for (sort, text, facets) in questions(people) {
            let query = Query {
                text: &text,
                viewer: Viewer::Stranger,
                kinds: &["person"],
                facets: &facets,
                lang: Lang::En,
                limit: 24,
                offset: 0,
            };
            let started = Instant::now();
            let answer = index.find(&query).await?;
            let took = started.elapsed();
            let started = Instant::now();
            index.suggest(&text, Viewer::Stranger, &["person"], 8).await?;
            if round > 0 {
                found.push(took);
                suggested.push(started.elapsed());
                worst.push((took, sort, text, answer.total));
            }
        }
    }
    println!("search           {}", spread(&mut found));
    println!("suggest          {}", spread(&mut suggested));
    worst.sort_unstable_by_key(|asked| std::cmp::Reverse(asked.0));
    worst.dedup_by(|a, b| a.1 == b.1);
    let mut sorts = Vec::new();
    for (took, sort, text, total) in worst {
        if !sorts.contains(&sort) {
            println!("  slowest {sort:<20}{:>7.1} ms  {total:>8} found  {text}", milliseconds(took));
            sorts.push(sort);
        }
    }
    Ok(())
}

fn spread(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |part: usize| milliseconds(times[(times.len() - 1) * part / 100]);
    format!(
        "p50 {:>6.2} ms  p90 {:>6.2} ms  p99 {:>6.2} ms  max {:>6.2} ms  ({} asked)",
        at(50),
        at(90),
        at(99),
        at(100),
        times.len()
    )
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Memory of this process that is really there, files mapped into it included; 0 where the system does not say.
fn resident_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
