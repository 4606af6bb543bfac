//! `dzaleka import`: folders come in.

use anyhow::{Context, bail};
use basics::{Clock, SystemClock};
use config::Settings;
use portable::{Options, Progress};

use super::progress;
use crate::{
    Ended,
    cli::{Import, Report},
    features, house,
};

pub async fn run(settings: &Settings, ask: &Import) -> anyhow::Result<Ended> {
    if ask.held {
        return held(settings, ask.report).await;
    }
    let Some(path) = &ask.path else { bail!("say which folder or file to import") };
    if !path.exists() {
        bail!("{} is not there. Check the path.", path.display());
    }
    let house = house::open(settings).await?;
    let rooms = house::Rooms::gather(features::all(settings));
    let bar = progress(0, "Importing");
    let show = |come: Progress| {
        bar.set_length(come.total as u64);
        bar.set_position(come.done as u64);
    };
    let options = Options { dry_run: ask.dry_run };
    let report =
        portable::import(&house.db, &house.files, &rooms.portables, path, options, SystemClock.now(), &show).await;
    bar.finish_and_clear();
    let report = report.with_context(|| format!("{} could not be imported", path.display()))?;
    match ask.report {
        Report::Json => println!("{}", serde_json::to_string_pretty(&report)?),
        Report::Text => print!("{report}"),
    }
    Ok(if report.has_refusals() { Ended::WithFindings } else { Ended::Fine })
}

/// What waits for rooms that are not built yet.
async fn held(settings: &Settings, form: Report) -> anyhow::Result<Ended> {
    let db = house::open(settings).await?.db;
    let mut after: Option<String> = None;
    let mut all = Vec::new();
    loop {
        let (records, next) = portable::held(&db, after.as_deref(), 500).await?;
        all.extend(records);
        match next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    if form == Report::Json {
        let list: Vec<_> = all.iter().map(|held| serde_json::json!({ "collection": held.collection, "path": held.path, "slug": held.slug, "title": held.title })).collect();
        println!("{}", serde_json::to_string_pretty(&list)?);
    } else if all.is_empty() {
        println!("Nothing is held.");
    } else {
        for held in &all {
            println!("{:<14} {:<40} {}", held.collection, held.path, held.title);
        }
        println!("{} held. They are kept whole until their room is built, and exported unchanged.", all.len());
    }
    Ok(Ended::Fine)
}
