//! `dzaleka sample`: a synthetic community for measurements.

use anyhow::bail;
use config::Settings;

use super::progress;
use crate::{
    Ended,
    cli::{Sample, WrongUse},
    community, features, house,
};

pub async fn run(settings: &Settings, ask: &Sample) -> anyhow::Result<Ended> {
    let house = house::open(settings).await?;
    if !house.db.is_empty().await? {
        bail!(WrongUse(format!(
            "{} already holds a community. Choose an empty folder with --data.",
            settings.data.display()
        )));
    }
    community::synthesise(&house.db, ask.people, ask.seed).await?;
    let rooms = house::Rooms::gather(features::all(settings));
    let index = house::open_index(settings, &house.db).await?;
    let bar = progress(ask.people, "Building the index");
    search::rebuild(&index, &house.db, &rooms.sources, &mut |done| bar.set_position(done)).await?;
    bar.finish_and_clear();
    println!("{} people are ready: dzaleka serve --data {}", ask.people, settings.data.display());
    Ok(Ended::Fine)
}
