//! What every request can reach: the open parts of this node. Cheap to clone.

use std::{ops::Deref, sync::Arc};

use axum::http::Extensions;
use basics::Clock;
use db::Db;
use files::Files;
use plugs::{Belongings, CardSource, Faces, Finder, Listing, Waiting};

use crate::{Gate, assets::Assets, cache::PageCache};

#[derive(Clone)]
pub struct Portal(Arc<Parts>);

pub struct Parts {
    pub db: Db,
    pub files: Files,
    pub clock: Arc<dyn Clock>,
    pub site: Site,
    /// How far the change feed has come, as this node knows it.
    pub feed: changes::Position,
    pub plugs: Plugs,
    pub(crate) assets: Assets,
    pub(crate) pages: PageCache,
}

/// What this portal is called and where it stands.
#[derive(Clone, Debug)]
pub struct Site {
    pub name: String,
    /// Scheme and host without a closing slash: `https://dzaleka.example`.
    pub base_url: String,
    /// Bytes of rendered pages kept for strangers.
    pub cache_bytes: u64,
}

impl Site {
    /// Whether cookies are bound to https: always, except on this very machine.
    pub fn secure(&self) -> bool {
        let Some(rest) = self.base_url.strip_prefix("http://") else { return true };
        let host = rest.rsplit_once(':').map_or(rest, |(host, _)| host).trim_matches(['[', ']']);
        let loopback = host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
        !(loopback || host == "localhost")
    }
}

/// What rooms have plugged in for other rooms.
#[derive(Clone)]
pub struct Plugs {
    pub finder: Arc<dyn Finder>,
    pub cards: Vec<Arc<dyn CardSource>>,
    pub listings: Vec<Arc<dyn Listing>>,
    /// Knows who is signed in; without one everybody is a stranger.
    pub gate: Option<Arc<dyn Gate>>,
    /// The room that keeps people, for the room that keeps accounts.
    pub faces: Option<Arc<dyn Faces>>,
    /// Every room that holds something of a person.
    pub belongings: Vec<Arc<dyn Belongings>>,
    /// Every room in which something may wait for a person.
    pub waiting: Vec<Arc<dyn Waiting>>,
    /// What rooms keep open on this node, by its type.
    pub open: Extensions,
}

impl Plugs {
    /// The room that draws cards of this kind.
    pub fn cards_of(&self, kind: &str) -> Option<&Arc<dyn CardSource>> {
        self.cards.iter().find(|source| source.kinds().contains(&kind))
    }
}

impl Portal {
    pub fn new(db: Db, files: Files, clock: Arc<dyn Clock>, site: Site, feed: changes::Position, plugs: Plugs) -> Self {
        let pages = PageCache::new(site.cache_bytes);
        Self(Arc::new(Parts { db, files, clock, assets: Assets::new(&site), site, feed, plugs, pages }))
    }
}

impl Portal {
    /// What a room keeps open on this node.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when the room is not in the house.
    pub fn room<T: Send + Sync + 'static>(&self) -> crate::Result<&T> {
        self.plugs.open.get::<Arc<T>>().map(|room| &**room).ok_or_else(|| {
            crate::Error::Internal(anyhow::anyhow!("no room of this house keeps {}", std::any::type_name::<T>()))
        })
    }

    /// The address of the script that fields for files bring along; everything works without it.
    pub fn uploads_script(&self) -> &str {
        self.assets.uploads_href()
    }

    /// The address of the script that shows a text beside its form as it is written.
    pub fn preview_script(&self) -> &str {
        self.assets.preview_href()
    }

    /// The room that keeps people.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] when there is none.
    pub fn faces(&self) -> crate::Result<&dyn Faces> {
        let faces = self.plugs.faces.as_deref();
        faces.ok_or_else(|| crate::Error::Internal(anyhow::anyhow!("no room of this house keeps people")))
    }
}

impl Deref for Portal {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
