//! A portal in a temporary folder: its own database, a clock that stands still, the rooms a test names.

use std::{path::PathBuf, sync::Arc, time::Duration};

use basics::{At, ManualClock};
use changes::Position;
use db::Db;
use feature::Feature;
use files::{Files, FilesSettings};
use plugs::{Finder, SearchSource};
use tempfile::TempDir;
use web::{Front, Plugs, Portal, Site, axum::http::Extensions};

use crate::{Answer, Ask, Nothing};

/// The moment at which every test portal starts: 21 November 2026, 08:00 UTC.
const START: At = At(1_795_248_000_000);
/// Longest wait for the feed and the index, far beyond what is promised: a busy machine must not fail a test.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a search index is opened from.
pub struct Opening {
    pub folder: PathBuf,
    pub db: Db,
    pub sources: Vec<Arc<dyn SearchSource>>,
    pub position: Position,
}

pub struct TestPortal {
    pub portal: Portal,
    pub front: Front,
    pub db: Db,
    pub clock: Arc<ManualClock>,
    folder: TempDir,
}

impl TestPortal {
    /// A portal on SQLite that finds nothing.
    pub async fn new(features: Vec<Feature>) -> Self {
        Self::searching(features, |opening| Arc::new(Nothing(opening.position))).await
    }

    /// A portal on SQLite with a search index, which `open` opens and lets follow the feed.
    pub async fn searching(features: Vec<Feature>, open: impl FnOnce(Opening) -> Arc<dyn Finder>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(None, folder.path()).await.unwrap();
        Self::build(folder, db, features, open).await
    }

    /// One node of a portal on an open database; several may share one.
    pub async fn node(db: Db, features: Vec<Feature>, open: impl FnOnce(Opening) -> Arc<dyn Finder>) -> Self {
        Self::build(tempfile::tempdir().unwrap(), db, features, open).await
    }

    /// One node of a portal that finds nothing, on an open database and file store; several may share both.
    pub async fn sharing(db: Db, files: Files, features: Vec<Feature>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::furnish(folder, db, files, features, |opening| Arc::new(Nothing(opening.position))).await
    }

    async fn build(
        folder: TempDir,
        db: Db,
        features: Vec<Feature>,
        open: impl FnOnce(Opening) -> Arc<dyn Finder>,
    ) -> Self {
        let files = Files::open(&FilesSettings::Folder(folder.path().join("files"))).unwrap();
        Self::furnish(folder, db, files, features, open).await
    }

    async fn furnish(
        folder: TempDir,
        db: Db,
        files: Files,
        features: Vec<Feature>,
        open: impl FnOnce(Opening) -> Arc<dyn Finder>,
    ) -> Self {
        let clock = Arc::new(ManualClock::at(START));
        let position = changes::follow(db.clone()).await.unwrap();
        let (mut routes, mut cards, mut listings, mut sources) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut belongings, mut waiting, mut faces, mut gate) = (Vec::new(), Vec::new(), None, None);
        let mut open_rooms = Extensions::new();
        for feature in features {
            belongings.extend(feature.belongings);
            waiting.extend(feature.waiting);
            faces = faces.or(feature.faces);
            gate = gate.or(feature.gate);
            open_rooms.extend(feature.open);
            routes.extend(feature.routes);
            cards.extend(feature.cards);
            listings.extend(feature.listings);
            sources.extend(feature.search);
        }
        let opening = Opening { folder: folder.path().to_owned(), db: db.clone(), sources, position: position.clone() };
        let finder = open(opening);
        let plugs = Plugs { finder, cards, listings, gate, faces, belongings, waiting, open: open_rooms };
        let site =
            Site { name: "Dzaleka Connect".into(), base_url: "http://portal.test".into(), cache_bytes: 16 << 20 };
        let portal = Portal::new(db.clone(), files, Arc::<ManualClock>::clone(&clock), site, position, plugs);
        Self { front: Front::new(portal.clone(), routes, 64), portal, db, clock, folder }
    }

    /// The folder that goes away with the portal.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Waits until pages and the index reflect everything that is committed now.
    pub async fn settled(&self) {
        let last = changes::last(&self.db).await.unwrap();
        let reached = async {
            while self.portal.feed.get() < last || self.portal.plugs.finder.position() < last {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(PATIENCE, reached).await.expect("feed and index catch up");
    }

    /// A request about to be sent: `portal.ask("POST", "/data-saver").form(…).send()`.
    pub fn ask(&self, method: &str, path: &str) -> Ask {
        Ask::new(self.front.clone(), method, path)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path).send().await
    }
}
