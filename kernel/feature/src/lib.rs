//! The contract of a room: what it may bring to the house. `app/src/features.rs` holds the list of rooms.

use std::sync::Arc;

use plugs::{Belongings, CardSource, Faces, Listing, Portable, SearchSource, Waiting};
use web::{Gate, Route, axum::http::Extensions};

/// A room: its routes, and how it appears in other rooms.
#[derive(Default)]
pub struct Feature {
    pub name: &'static str,
    pub routes: Vec<Route>,
    pub search: Vec<Arc<dyn SearchSource>>,
    pub cards: Vec<Arc<dyn CardSource>>,
    pub listings: Vec<Arc<dyn Listing>>,
    pub portables: Vec<Arc<dyn Portable>>,
    pub belongings: Vec<Arc<dyn Belongings>>,
    pub waiting: Vec<Arc<dyn Waiting>>,
    pub faces: Option<Arc<dyn Faces>>,
    pub gate: Option<Arc<dyn Gate>>,
    pub open: Extensions,
}

impl Feature {
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// More routes; a room may bring them in several lists.
    pub fn routes(mut self, routes: Vec<Route>) -> Self {
        self.routes.extend(routes);
        self
    }

    pub fn search(mut self, source: impl SearchSource + 'static) -> Self {
        self.search.push(Arc::new(source));
        self
    }

    pub fn cards(mut self, source: impl CardSource + 'static) -> Self {
        self.cards.push(Arc::new(source));
        self
    }

    pub fn listing(mut self, listing: impl Listing + 'static) -> Self {
        self.listings.push(Arc::new(listing));
        self
    }

    /// What the room holds of a person can be shown to them and erased.
    pub fn belongings(mut self, belongings: impl Belongings + 'static) -> Self {
        self.belongings.push(Arc::new(belongings));
        self
    }

    /// Things may wait for somebody in the room; they are shown on their own place.
    pub fn waiting(mut self, waiting: impl Waiting + 'static) -> Self {
        self.waiting.push(Arc::new(waiting));
        self
    }

    /// The room keeps people. One room of the house does.
    pub fn faces(mut self, faces: impl Faces + 'static) -> Self {
        self.faces = Some(Arc::new(faces));
        self
    }

    /// The room knows who is signed in. One room of the house does.
    pub fn gate(mut self, gate: impl Gate + 'static) -> Self {
        self.gate = Some(Arc::new(gate));
        self
    }

    /// What the room keeps open on a node, for its own handlers: `cx.portal.room::<T>()`.
    pub fn open<T: Send + Sync + 'static>(mut self, kept: Arc<T>) -> Self {
        self.open.insert(kept);
        self
    }

    pub fn portable(mut self, portable: impl Portable + 'static) -> Self {
        self.portables.push(Arc::new(portable));
        self
    }
}
