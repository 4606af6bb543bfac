//! Measures a running portal side by side with a bare axum server that returns the same bytes.
//!
//! `bench/README.md` holds the commands and the last table. Nothing here is a test: machines are noisy, ratios of one
//! run are what counts.

mod bare;
mod equal;
mod load;

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, bail};
use clap::{Parser, Subcommand};
use load::{Target, throughput};

#[derive(Parser)]
#[command(about, version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Requests per second of the portal and of the bare server in turn, and their ratio
    Compare {
        /// Where the portal answers
        #[arg(long, default_value = "127.0.0.1:8080")]
        portal: String,
        /// Paths to ask for in turn; `@FILE` reads one a line
        #[arg(required = true)]
        paths: Vec<String>,
        #[arg(long, default_value_t = 16)]
        connections: usize,
        #[arg(long, default_value_t = 3)]
        seconds: u64,
        #[arg(long, default_value_t = 5)]
        rounds: usize,
    },
    /// What a session costs: the same pages for somebody signed in and for a stranger, in turn
    Session {
        #[arg(long, default_value = "127.0.0.1:8080")]
        portal: String,
        /// As a browser would send it: session=…
        #[arg(long)]
        cookie: String,
        #[arg(required = true)]
        paths: Vec<String>,
        #[arg(long, default_value_t = 7)]
        rounds: usize,
    },
    /// Latency at a fixed rate
    Rate {
        #[arg(long, default_value = "127.0.0.1:8080")]
        portal: String,
        #[arg(required = true)]
        paths: Vec<String>,
        /// Requests a second
        #[arg(long, default_value_t = 200)]
        rate: u64,
        #[arg(long, default_value_t = 10)]
        seconds: u64,
    },
    /// Whether the time of an answer tells a known handle from an unknown one; joins people, so use an empty portal
    Equal {
        #[arg(long, default_value = "127.0.0.1:8080")]
        portal: String,
        #[arg(long, default_value_t = 2000)]
        samples: usize,
    },
    /// Writes a folder of Markdown and JSON files with known faults, to import
    Dirty {
        folder: PathBuf,
        #[arg(default_value_t = 10_000)]
        files: usize,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Compare { portal, paths, connections, seconds, rounds } => {
            compare(&portal, read(paths)?, connections, seconds, rounds).await
        }
        Command::Session { portal, cookie, paths, rounds } => session(&portal, &cookie, read(paths)?, rounds).await,
        Command::Rate { portal, paths, rate, seconds } => {
            let target = Target { address: portal, paths: read(paths)?, cookie: String::new() };
            let latency = load::at_rate(&target, rate, Duration::from_secs(seconds)).await?;
            println!("at {rate}/s: p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms", latency.p50, latency.p99, latency.max);
            Ok(())
        }
        Command::Equal { portal, samples } => equal::measure(&portal, samples).await,
        Command::Dirty { folder, files } => {
            sample::dirty_site(&folder, files, 1).context("the folder cannot be written")
        }
    }
}

fn read(paths: Vec<String>) -> anyhow::Result<Vec<String>> {
    let mut all = Vec::new();
    for path in paths {
        match path.strip_prefix('@') {
            Some(file) => all.extend(std::fs::read_to_string(file)?.lines().map(str::to_owned)),
            None => all.push(path),
        }
    }
    if all.is_empty() {
        bail!("no paths to ask for");
    }
    Ok(all)
}

async fn compare(
    portal: &str,
    paths: Vec<String>,
    connections: usize,
    seconds: u64,
    rounds: usize,
) -> anyhow::Result<()> {
    let portal = Target { address: portal.to_owned(), paths, cookie: String::new() };
    let bare = bare::serve(&portal).await?;
    let span = Duration::from_secs(seconds);
    let mut ratios = Vec::new();
    println!("{:>12} {:>12} {:>8}", "portal/s", "bare/s", "ratio");
    for _ in 0..rounds {
        let ours = throughput(&portal, connections, span).await?;
        let floor = throughput(&bare, connections, span).await?;
        println!("{ours:>12.0} {floor:>12.0} {:>7.1} %", 100.0 * ours / floor);
        ratios.push(ours / floor);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median ratio {:.1} %", 100.0 * ratios[ratios.len() / 2]);
    Ok(())
}

async fn session(portal: &str, cookie: &str, paths: Vec<String>, rounds: usize) -> anyhow::Result<()> {
    let target = |cookie: &str| Target { address: portal.to_owned(), paths: paths.clone(), cookie: cookie.to_owned() };
    let (signed, stranger, span) = (target(cookie), target(""), Duration::from_secs(2));
    let mut ratios = Vec::new();
    println!("{:>12} {:>12} {:>8}", "signed in/s", "stranger/s", "ratio");
    for _ in 0..rounds {
        let with = throughput(&signed, 16, span).await?;
        let without = throughput(&stranger, 16, span).await?;
        println!("{with:>12.0} {without:>12.0} {:>7.1} %", 100.0 * with / without);
        ratios.push(with / without);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median ratio {:.1} %", 100.0 * ratios[ratios.len() / 2]);
    Ok(())
}
