//! `dzaleka sample`: a synthetic community for measurements, with stories when they are measured too.

use anyhow::bail;
use config::Settings;

use super::progress;
use crate::{
    Ended,
    cli::{Sample, WrongUse},
    community, features, house, many_stories,
};

pub async fn run(settings: &Settings, ask: &Sample) -> anyhow::Result<Ended> {
    let house = house::open(settings).await?;
    if !house.db.is_empty().await? {
        bail!(WrongUse(format!(
            "{} already holds a community. Choose an empty folder with --data.",
            settings.data.display()
        )));
    }
    let faces = if ask.stories > 0 { many_stories::FACES } else { 0 };
    let faces = community::synthesise(&house.db, ask.people, ask.seed, faces).await?;
    many_stories::write(&house, &faces, ask.stories, ask.seed).await?;
    community::settle(&house.db).await?;
    let rooms = house::Rooms::gather(features::all(settings));
    let index = house::open_index(settings, &house.db).await?;
    let bar = progress(ask.people + ask.stories, "Building the index");
    search::rebuild(&index, &house.db, &rooms.sources, &mut |done| bar.set_position(done)).await?;
    bar.finish_and_clear();
    let stories = if ask.stories > 0 { format!(" and {} stories", ask.stories) } else { String::new() };
    println!("{} people{stories} are ready: dzaleka serve --data {}", ask.people, settings.data.display());
    Ok(Ended::Fine)
}
