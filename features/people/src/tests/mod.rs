//! The directory from the database to the page, with a small cast of invented people.

mod audiences;
mod cast;
mod exact;
mod filters;
mod import;
mod pages;
mod paging;
mod store;
