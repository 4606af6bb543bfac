//! `dzaleka serve`: the portal itself.

use std::{sync::Arc, time::Duration};

use basics::SystemClock;
use config::Settings;
use tokio::signal::unix::{SignalKind, signal};
use web::Front;

use crate::{Ended, cli::Serve, community, features, house, upkeep};

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
    let index = house::open_index(settings, &house.db).await?;
    let engine = house.db.engine_name();
    let upkeep = upkeep::start(&house.db);
    let delivery = post::deliver(house.db.clone(), carriers, Arc::new(SystemClock));
    let routes = std::mem::take(&mut rooms.routes);
    let portal = house::portal(settings, house, index, &rooms, base_url.clone()).await?;
    let front = Front::new(portal, routes, settings.max_concurrency as usize).behind_proxy(settings.behind_proxy);
    tracing::info!(%address, engine, data = %settings.data.display(), "serving");
    eprintln!("\n  {} is open at {base_url}\n  Press Ctrl-C to close.\n", settings.site_name);
    web::serve(listener, front, Duration::from_secs(settings.header_timeout_seconds), stop()).await;
    tokio::join!(upkeep.stop(), delivery.stop());
    tracing::info!("closed");
    Ok(Ended::Fine)
}

async fn fill(house: &house::House) -> anyhow::Result<()> {
    if !house.db.is_empty().await? {
        eprintln!("The data folder already holds something, so the sample community was left out.");
        return Ok(());
    }
    community::fill(&house.db, &house.files).await
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
