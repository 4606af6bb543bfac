//! Which room takes a collection.

use std::sync::Arc;

use plugs::Portable;

use crate::{held::Held, place::place, walk::Site};

/// The rooms that were brought, and last [`Held`] for everything they do not take.
pub(crate) struct Rooms {
    all: Vec<Arc<dyn Portable>>,
}

impl Rooms {
    pub fn new(rooms: &[Arc<dyn Portable>]) -> Self {
        let mut all = rooms.to_vec();
        all.push(Arc::new(Held));
        Self { all }
    }

    pub fn of(&self, collection: &str) -> Arc<dyn Portable> {
        let room = self.all.iter().find(|room| room.collections().contains(&collection));
        room.map_or_else(|| Arc::new(Held) as Arc<dyn Portable>, Arc::clone)
    }

    /// Whether nobody but [`Held`] takes this collection.
    pub fn holds(&self, collection: &str) -> bool {
        let (_, rooms) = self.all.split_last().unzip();
        rooms.is_none_or(|rooms: &[_]| {
            !rooms.iter().any(|room: &Arc<dyn Portable>| room.collections().contains(&collection))
        })
    }

    /// Puts the files of an export into the order of the rooms: what a record names, people above all, is in the record of
    /// a room before it.
    pub fn in_turn(&self, site: &mut Site) {
        let name = site.root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let turn = |collection: Option<&str>| {
            self.all
                .iter()
                .position(|room| collection.is_some_and(|collection| room.collections().contains(&collection)))
        };
        let last = self.all.len();
        site.files.sort_by_key(|found| turn(place(&name, &found.path, None).collection).unwrap_or(last));
    }

    pub fn all(&self) -> &[Arc<dyn Portable>] {
        &self.all
    }
}
