//! Which room takes a collection.

use std::sync::Arc;

use plugs::Portable;

use crate::held::Held;

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

    pub fn all(&self) -> &[Arc<dyn Portable>] {
        &self.all
    }
}
