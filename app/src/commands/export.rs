//! `dzaleka export`: everything goes out.

use config::Settings;
use portable::Progress;

use super::progress;
use crate::{Ended, cli::Export, features, house};

pub async fn run(settings: &Settings, ask: &Export) -> anyhow::Result<Ended> {
    let house = house::open(settings).await?;
    let rooms = house::Rooms::gather(features::all(settings));
    let bar = progress(0, "Exporting");
    let show = |come: Progress| {
        bar.set_length(come.total as u64);
        bar.set_position(come.done as u64);
    };
    let exported = portable::export(&house.db, &house.files, &rooms.portables, &ask.folder, &show).await;
    bar.finish_and_clear();
    let exported = exported?;
    println!("{} documents and {} files of media are in {}.", exported.documents, exported.files, ask.folder.display());
    println!("The folder holds personal details as well. Keep it as you keep the database.");
    Ok(Ended::Fine)
}
