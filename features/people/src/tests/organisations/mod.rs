//! Organisations: who makes, keeps, joins and claims them, and what is said to be wrong on their pages.

pub(super) mod cast;
mod claiming;
mod corrections;
mod creating;
mod hours;
mod inviting;
mod leaving;
mod night;
mod pages;
mod portable;
