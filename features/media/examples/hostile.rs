//! Pictures that mean harm, as many as asked for, through the same door as uploads, while a reader looks at a picture:
//!
//! ```sh
//! cargo run --release -p media --example hostile -- 10000
//! ```
//!
//! Fails when anything but pixels comes out, when a decoder falls over, or when memory passes 256 MB.

use std::{
    collections::BTreeMap,
    io::Cursor,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::ensure;
use basics::{At, Audience};
use bytes::Bytes;
use feature::Feature;
use image::{DynamicImage, ImageFormat, RgbImage};
use media::Refused;
use sample::CANARY;
use testkit::TestPortal;
use tokio::{sync::Semaphore, task::JoinSet};

#[path = "../src/tests/clean.rs"]
mod clean;

#[path = "../../../app/src/memory.rs"]
mod memory;

/// How many send at once.
const SENDERS: usize = 24;
/// Every so many is a sound picture of 40 million pixels.
const LARGE: u64 = 250;
static FELL_OVER: AtomicUsize = AtomicUsize::new(0);

/// What became of the pictures of one kind.
#[derive(Default)]
struct Told {
    taken: usize,
    refused: usize,
    /// Longest from sending to the answer, queue included.
    longest: Duration,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    memory::settle();
    let count = std::env::args().nth(1).map_or(Ok(10_000), |count| count.parse())?;
    std::panic::set_hook(Box::new(|what| {
        FELL_OVER.fetch_add(1, Ordering::Relaxed);
        eprintln!("fell over: {what}");
    }));
    let large = large()?;
    // From here on the highest mark counts.
    std::fs::write("/proc/self/clear_refs", "5")?;
    let portal = Arc::new(TestPortal::new(vec![Feature::new("media").routes(media::routes())]).await);
    let path = picture(&portal).await?;
    let done = Arc::new(AtomicBool::new(false));
    let reader = tokio::spawn(read(Arc::clone(&portal), path, Arc::clone(&done)));
    let began = Instant::now();
    let told = send(count, &large).await?;
    done.store(true, Ordering::Relaxed);
    let took = began.elapsed();
    let mut times = reader.await??;
    times.sort();
    for (kind, Told { taken, refused, longest }) in &told {
        println!("{kind:>28}: {taken:>5} taken, {refused:>5} refused, longest {:>6.2} s", longest.as_secs_f64());
    }
    let (fell, peak) = (FELL_OVER.load(Ordering::Relaxed), peak()?);
    println!("{count} pictures in {:.0} s, {fell} fell over, at most {peak} MB resident", took.as_secs_f64());
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0;
    println!(
        "a picture read meanwhile, {} times: p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms",
        times.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
    ensure!(fell == 0, "{fell} decoders fell over");
    ensure!(peak <= 256, "{peak} MB resident");
    Ok(())
}

async fn send(count: u64, large: &Bytes) -> anyhow::Result<BTreeMap<&'static str, Told>> {
    let senders = Arc::new(Semaphore::new(SENDERS));
    let (mut told, mut sent) = (BTreeMap::<_, Told>::new(), JoinSet::new());
    for number in 0..count {
        let turn = Arc::clone(&senders).acquire_owned().await?;
        let large = large.clone();
        sent.spawn(async move {
            let _turn = turn;
            let (kind, bytes) = if number % LARGE == 0 {
                ("sound, 40 million pixels", large)
            } else {
                let hostile = sample::hostile(number);
                (hostile.kind, hostile.bytes.into())
            };
            (number, kind, Instant::now(), one(bytes).await)
        });
        while let Some(done) = sent.try_join_next() {
            note(&mut told, done?)?;
        }
    }
    while let Some(done) = sent.join_next().await {
        note(&mut told, done?)?;
    }
    Ok(told)
}

/// Sends one, and again when it is asked to.
async fn one(bytes: Bytes) -> Result<media::Cut, Refused> {
    loop {
        match media::cut_aside(bytes.clone()).await {
            Err(Refused::Busy) => tokio::time::sleep(Duration::from_millis(200)).await,
            other => return other,
        }
    }
}

type Sent = (u64, &'static str, Instant, Result<media::Cut, Refused>);

fn note(told: &mut BTreeMap<&'static str, Told>, (number, kind, began, cut): Sent) -> anyhow::Result<()> {
    let told = told.entry(kind).or_default();
    told.longest = told.longest.max(began.elapsed());
    let Ok(cut) = cut else {
        told.refused += 1;
        return Ok(());
    };
    told.taken += 1;
    for made in cut.renditions {
        clean::only_pixels(&made.bytes, CANARY).map_err(|why| anyhow::anyhow!("number {number} ({kind}): {why}"))?;
    }
    Ok(())
}

/// A sound JPEG as large as any that is taken.
fn large() -> anyhow::Result<Bytes> {
    let pixels = RgbImage::from_fn(7302, 5477, |x, y| image::Rgb([(x / 29) as u8, (y / 22) as u8, (x / 7 % 90) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, ImageFormat::Jpeg)?;
    Ok(bytes.into_inner().into())
}

/// A picture that everybody may see; its address.
async fn picture(portal: &TestPortal) -> anyhow::Result<String> {
    let plain = (0..).map(sample::hostile).find(|hostile| hostile.kind == "whole").map(|hostile| hostile.bytes);
    let picture = media::keep(&portal.db, &portal.portal.files, plain.unwrap_or_default()).await??;
    let mut tx = portal.db.begin().await?;
    media::insert(&mut tx, &picture, At(1)).await?;
    media::shown(&mut tx, "pages", "page", &[(&picture.hash, Some(Audience::Everyone))]).await?;
    tx.commit().await?;
    Ok(picture.best(640).map(media::Rendition::src).unwrap_or_default())
}

/// Looks at the picture again and again, as somebody reading would.
async fn read(portal: Arc<TestPortal>, path: String, done: Arc<AtomicBool>) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::new();
    while !done.load(Ordering::Relaxed) {
        let began = Instant::now();
        let answer = portal.get(&path).await;
        times.push(began.elapsed());
        ensure!(answer.status == 200, "{path} is {}", answer.status);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(times)
}

/// The most memory this process has held, in megabytes.
fn peak() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.unwrap_or_default().trim().trim_end_matches("kB").trim().parse::<u64>()? / 1024)
}
