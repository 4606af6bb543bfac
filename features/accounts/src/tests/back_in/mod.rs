//! Getting back in, taking over, and helping, through the router and on both engines.

mod card;
mod cast;
mod claims;
mod helping;
mod journey;
mod links;
mod people;
mod stores;
