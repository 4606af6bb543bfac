//! `dzaleka serve`: the portal itself.

use std::{sync::Arc, time::Duration};

use accounts::{Eraser, store};
use anyhow::Context;
use basics::{Clock, SystemClock};
use config::Settings;
use tokio::signal::unix::{SignalKind, signal};
use web::Front;

use crate::{Ended, cli::Serve, community, features, house, told, upkeep};

pub async fn run(settings: &Settings, ask: &Serve) -> anyhow::Result<Ended> {
    // The address first: a busy port must not leave a half-filled data folder.
    let listener = web::bind(settings.listen).await?;
    let address = listener.local_addr()?;
    let base_url = settings.base_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let carriers = post::Carriers::open(settings, &base_url)?;
    let house = house::open(settings).await?;
    if ask.sample {
        fill(&house).await?;
    }
    if let Some(listen) = settings.metrics_listen {
        web::start_metrics(listen).await?;
    }
    let mut rooms = house::Rooms::gather(features::all(settings));
    let eraser = house::eraser(settings, &house, &rooms);
    again(&eraser).await?;
    let index = house::open_index(settings, &house.db).await?;
    let engine = house.db.engine_name();
    let first = first_administrator(&house.db, &base_url).await?;
    let upkeep = upkeep::start(&house.db, house::retention(settings, &house, &rooms, &base_url)?, eraser);
    let delivery = post::deliver(house.db.clone(), carriers, Arc::new(SystemClock));
    let routes = std::mem::take(&mut rooms.routes);
    let portal = house::portal(settings, house, index, &rooms, base_url.clone()).await?;
    let front = Front::new(portal, routes, settings.max_concurrency as usize).behind_proxy(settings.behind_proxy);
    tracing::info!(%address, engine, data = %settings.data.display(), "serving");
    eprintln!("\n  {} is open at {base_url}\n  Press Ctrl-C to close.\n", settings.site_name);
    if let Some(link) = first {
        eprintln!("  Nobody is an administrator yet. Open this once, within a day, to become the first:\n  {link}\n");
    }
    web::serve(listener, front, Duration::from_secs(settings.header_timeout_seconds), stop()).await;
    tokio::join!(upkeep.stop(), delivery.stop());
    tracing::info!("closed");
    Ok(Ended::Fine)
}

/// Somebody may have put an older database back by hand: whoever was erased since goes again before anything is shown.
async fn again(eraser: &Eraser) -> anyhow::Result<()> {
    let erased = eraser.replay(SystemClock.now()).await.context("people who were erased may be in this database")?;
    if erased > 0 {
        tracing::warn!(erased, "the database is older than the list of erasures; they were erased again");
    }
    Ok(())
}

/// A link for the first administrator, while there is none. It is shown here and nowhere else.
async fn first_administrator(db: &db::Db, base_url: &str) -> anyhow::Result<Option<String>> {
    let mut tx = db.begin().await?;
    if store::accounts::has_admin(&mut tx, "").await? {
        return Ok(None);
    }
    let token = store::tickets::issue(&mut tx, store::tickets::Kind::FirstAdmin, None, "", SystemClock.now()).await?;
    tx.commit().await?;
    Ok(Some(format!("{base_url}/first?token={token}")))
}

async fn fill(house: &house::House) -> anyhow::Result<()> {
    if !house.db.is_empty().await? {
        eprintln!("The data folder already holds something, so the sample community was left out.");
        return Ok(());
    }
    let faces = community::fill(&house.db, &house.files).await?;
    told::fill(&house.db, &house.files, &faces).await
}

/// Resolves when somebody asks the program to end.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        },
        Err(error) => {
            tracing::warn!(%error, "only Ctrl-C will close the portal");
            if let Err(error) = interrupt.await {
                tracing::error!(%error, "no signal can be heard");
            }
        }
    }
}
