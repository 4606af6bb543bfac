//! Opens the parts of the house for the commands: log, data folder, database, files, index, rooms.

use std::{fs, path::Path, sync::Arc};

use accounts::{Eraser, retention::Retention};
use anyhow::Context;
use basics::SystemClock;
use config::{LogFormat, Settings};
use db::Db;
use feature::Feature;
use files::{Files, FilesSettings};
use plugs::{Belongings, Faces, Portable, SearchSource, Waiting};
use search::Index;
use tracing_subscriber::EnvFilter;
use web::{Gate, Plugs, Portal, Route, Site, axum::http::Extensions};

/// What every command works with.
pub struct House {
    pub db: Db,
    pub files: Files,
}

/// Opens database and files, making the data folder when it is new.
///
/// # Errors
/// In the operator's words, with what to do.
pub async fn open(settings: &Settings) -> anyhow::Result<House> {
    make_data_folder(&settings.data)?;
    let db = Db::open(settings.database.as_ref().map(|url| url.reveal()), &settings.data).await?;
    let files = Files::open(&FilesSettings::from(settings))?;
    follow_pictures(&db).await?;
    Ok(House { db, files })
}

/// Rooms write down which pictures they show, where the database is from before they did.
pub async fn follow_pictures(db: &Db) -> anyhow::Result<()> {
    if media::is_followed(db).await? {
        return Ok(());
    }
    people::store::follow_all(db).await?;
    pages::follow_all(db).await?;
    portable::follow_all(db).await?;
    let mut tx = db.begin().await?;
    media::followed(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// The data folder holds personal details: only its owner may look inside.
pub fn make_data_folder(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("the data folder {} cannot be made. Choose another with --data", folder.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).with_context(|| {
            format!("the data folder {} belongs to somebody else. Choose another with --data", folder.display())
        })?;
    }
    Ok(())
}

/// What the rooms bring, sorted by who uses it.
#[derive(Default)]
pub struct Rooms {
    pub routes: Vec<Route>,
    pub sources: Vec<Arc<dyn SearchSource>>,
    pub portables: Vec<Arc<dyn Portable>>,
    cards: Vec<Arc<dyn plugs::CardSource>>,
    listings: Vec<Arc<dyn plugs::Listing>>,
    pub belongings: Vec<Arc<dyn Belongings>>,
    waiting: Vec<Arc<dyn Waiting>>,
    pub faces: Option<Arc<dyn Faces>>,
    gate: Option<Arc<dyn Gate>>,
    open: Extensions,
}

impl Rooms {
    pub fn gather(features: Vec<Feature>) -> Self {
        let mut rooms = Self::default();
        for feature in features {
            rooms.routes.extend(feature.routes);
            rooms.sources.extend(feature.search);
            rooms.portables.extend(feature.portables);
            rooms.cards.extend(feature.cards);
            rooms.listings.extend(feature.listings);
            rooms.belongings.extend(feature.belongings);
            rooms.waiting.extend(feature.waiting);
            rooms.faces = rooms.faces.or(feature.faces);
            rooms.gate = rooms.gate.or(feature.gate);
            rooms.open.extend(feature.open);
        }
        rooms
    }
}

/// What erases people on this node.
pub fn eraser(settings: &Settings, house: &House, rooms: &Rooms) -> Eraser {
    let (db, files) = (house.db.clone(), house.files.clone());
    Eraser { db, files, rooms: rooms.belongings.clone(), data: settings.data.clone() }
}

/// What lets go of things when they were kept long enough.
pub fn retention(settings: &Settings, house: &House, rooms: &Rooms, base_url: &str) -> anyhow::Result<Retention> {
    let faces = rooms.faces.clone().context("no room of this house keeps people")?;
    let (site, base_url) = (settings.site_name.clone(), base_url.to_owned());
    Ok(Retention { db: house.db.clone(), faces, site, base_url })
}

/// Opens the index of this node; it is made from the database when it is missing.
pub async fn open_index(settings: &Settings, db: &Db) -> anyhow::Result<Arc<Index>> {
    let (data, origin) = (settings.data.clone(), db.origin().await?);
    tokio::task::spawn_blocking(move || Index::open(&data, &origin)).await?
}

/// The portal on this node, with its index following the change feed.
pub async fn portal(
    settings: &Settings,
    house: House,
    index: Arc<Index>,
    rooms: &Rooms,
    base_url: String,
) -> anyhow::Result<Portal> {
    people::vocabulary::added::refresh(&house.db).await?;
    let feed = changes::follow(house.db.clone()).await?;
    tokio::spawn(search::follow(Arc::clone(&index), house.db.clone(), rooms.sources.clone(), feed.clone()));
    let site = Site { name: settings.site_name.clone(), base_url, cache_bytes: settings.cache_megabytes << 20 };
    let plugs = Plugs {
        finder: index,
        cards: rooms.cards.clone(),
        listings: rooms.listings.clone(),
        gate: rooms.gate.clone(),
        faces: rooms.faces.clone(),
        belongings: rooms.belongings.clone(),
        waiting: rooms.waiting.clone(),
        open: rooms.open.clone(),
    };
    Ok(Portal::new(house.db, house.files, Arc::new(SystemClock), site, feed, plugs))
}

/// The log goes to standard error. Commands other than `serve` speak for themselves and log only what is wrong.
pub fn start_log(settings: &Settings, serving: bool) {
    let level = if serving { settings.log.as_str() } else { "warn" };
    // The reader of HTML writes down what it reads: what people say never gets into a log, at whatever level.
    let filter = EnvFilter::try_new(format!("{level},tantivy=warn,refinery_core=warn,html5ever=warn"))
        .unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match settings.log_format {
        LogFormat::Json => log.json().flatten_event(true).init(),
        LogFormat::Text => log.with_target(false).init(),
    }
}
